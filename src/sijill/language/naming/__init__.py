"""Names: when two spellings are one, and what a name or a title is called in English."""

from .english import compose_title, name_en, phrase_en
from .spelling import person_key, standard, word_key

__all__ = ["compose_title", "name_en", "person_key", "phrase_en", "standard", "word_key"]
