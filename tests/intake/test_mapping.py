"""A mapping as JSON: what it may say, and sentences for what makes no sense."""

import json

import pytest

from app.domain.kinds import NameType
from app.errors import UserError
from app.intake.options import Ask, Choice, Column, DateOrder, Meaning, Overrides, Reading, Topic, What, answered
from app.words import phrase


def test_a_reading_survives_json():
    reading = Reading(
        what=What.SCREENINGS, encoding="kz1048", separator=";", header_row=3, header_rows=2, year=2026,
        columns=(Column(Meaning.NAME, "kk-Cyrl", NameType.ORIGINAL), None, Column(Meaning.IDENTIFIER, "imdb")),
        filled=(0, 2), date_order=DateOrder.MDY, venue="Арман",
    )  # fmt: skip
    said = json.loads(json.dumps(reading.as_json()))
    assert Overrides.from_json(said).on(Reading()) == reading
    assert said["columns"] == ["name/kk-Cyrl/original", None, "identifier/imdb"]


@pytest.mark.parametrize(
    "said",
    [
        [], "x", {"colour": 1}, {"as": "films"}, {"encoding": "klingon"}, {"encoding": "rot13"},
        {"encoding": "punycode"},
        {"separator": "--"}, {"header_row": -1}, {"header_row": True}, {"year": 99}, {"columns": ["nonsense"]},
        {"columns": ["name/!!"]}, {"columns": ["name/kk/none"]}, {"columns": [1]}, {"columns": 5}, {"filled": [900]},
        {"columns": {"Title": "x"}}, {"day_start": 5000}, {"sheet": 4}, {"columns": ["year"] * 501},
    ],
)  # fmt: skip
def test_a_mapping_that_makes_no_sense_is_refused(said):
    with pytest.raises(UserError):
        Overrides.from_json(said)


def test_an_answer_goes_into_the_overrides():
    reading = Reading(columns=(None, Column(Meaning.YEAR)))
    ask = Ask(Topic.COLUMNS, phrase("?"), (Choice("name/kk-Cyrl", phrase("Titles")),), column=0)
    said = answered(Overrides(), reading, ask, "name/kk-Cyrl")
    assert said.columns == (Column(Meaning.NAME, "kk-Cyrl"), Column(Meaning.YEAR))
    assert answered(said, reading, Ask(Topic.YEAR, phrase("?")), "2026").year == 2026
    with pytest.raises(UserError):
        answered(said, reading, Ask(Topic.YEAR, phrase("?")), "soon")


def test_the_column_that_holds_the_titles_can_be_named():
    ask = Ask(Topic.COLUMNS, phrase("Which?"), (Choice("1", phrase("B")),), column=0)
    said = answered(Overrides(), Reading(columns=(None, None)), ask, "1")
    assert [column and column.meaning for column in said.columns] == [None, Meaning.NAME]
