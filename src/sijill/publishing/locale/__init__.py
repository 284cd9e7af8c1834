"""The interface's words in each language, as data (``ar.toml``, ``en.toml``): page, command line and exports share them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ...errors import UsageError

LANGUAGES = ("ar", "en")

Words = dict[str, dict[str, str]]
"""Groups (``status``, ``timing``, ``column`` ...) of words by the vocabulary's own keys."""


@cache
def words(language: str) -> Words:
    """All interface words of ``language`` (``ar`` or ``en``), read once. Raises UsageError for another language."""
    if language not in LANGUAGES:
        raise UsageError(f"no interface words for language {language!r}; use one of {', '.join(LANGUAGES)}")
    with files(__package__).joinpath(f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def word(language: str, group: str, key: object) -> str:
    """The word for ``key`` in ``group``; the key itself where the group does not have it (None becomes empty)."""
    if key is None:
        return ""
    return words(language).get(group, {}).get(str(key), str(key))


def say(language: str, group: str, key: str, **parts: object) -> str:
    """The sentence ``key`` of ``group`` with its braces filled in."""
    return words(language)[group][key].format(**parts)
