"""The schema is of the models, the models are of the dossier, and what is printed validates."""

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from sijill import __version__
from sijill.pipeline import build
from sijill.publishing.export.dossier import dossier, dossier_bytes
from sijill.publishing.export.models import Dossier, schema, schema_bytes
from sijill.publishing.locale import words
from sijill.reading.sources import read
from sijill.records import Article


def validate(whole):
    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(whole)


def test_the_shipped_schema_is_up_to_date():
    shipped = files("sijill.publishing.export").joinpath("dossier.schema.json").read_bytes()
    assert shipped == schema_bytes(), "write it again: sijill schema > src/sijill/publishing/export/dossier.schema.json"


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_a_record_validates_and_no_key_is_missing_from_the_models(record):
    whole = json.loads(dossier_bytes(record, __version__))
    validate(whole)
    assert Dossier.model_validate(whole).model_dump(mode="json") == whole


@pytest.mark.parametrize("name", ["coalition"])
def test_the_example_story_validates(name):
    from sijill.examples import story_path

    items = list(read([story_path(name)]))
    whole = json.loads(dossier_bytes(build([x for x in items if isinstance(x, Article)]), __version__))
    assert whole["articles"]
    validate(whole)
    assert Dossier.model_validate(whole).model_dump(mode="json") == whole


def test_stories_beside_the_project_validate(beside):
    for folder in sorted((beside / "stories").iterdir()):
        items = list(read([folder]))
        whole = dossier(build([x for x in items if isinstance(x, Article)]), __version__)
        validate(json.loads(json.dumps(whole)))


@pytest.mark.parametrize(
    ("model", "field", "group"),
    [
        ("Commitment", "final_status", "status"), ("Commitment", "timing", "timing"), ("Report", "due_kind", "due_kind"),
        ("Statement", "speaker_kind", "speaker_kind"), ("Statement", "quote_type", "quote_type"),
        ("Statement", "factuality", "factuality"), ("Statement", "act", "act"), ("Figure", "comparator", "comparator"),
        ("Reprint", "relation", "relation"), ("Conflict", "kind", "conflict_kind"), ("Conflict", "verdict", "verdict"),
        ("Published", "basis", "basis"), ("Timex", "type", "timex_type"), ("Event", "held", "held"),
        ("Problem", "stage", "stage"),
    ],
)  # fmt: skip
def test_every_word_of_a_vocabulary_can_be_said(model, field, group):
    vocabulary = schema()["$defs"][model]["properties"][field]["enum"]
    for language in ("ar", "en"):
        assert set(vocabulary) <= set(words(language)[group])


def test_what_is_wrong_is_refused(record):
    whole = json.loads(dossier_bytes(record, __version__))
    whole["commitments"][0]["final_status"] = "broken"
    with pytest.raises(Exception, match="broken"):
        validate(whole)
