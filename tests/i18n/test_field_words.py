"""The history can say what every record and every column of it is called."""

from app.i18n.catalogue import catalogue
from app.i18n.field_words import FIELDS, RECORDS, value_words
from app.store.schema import metadata

BESIDE = {"step", "change", "face", "subject", "form", "content"}
"""What is written beside the records."""

SILENT = {
    "id", "sample", "created", "signature", "digest", "media_type", "width", "height", "fold", "about", "code",
    "other_id", "episode_id", "entry_id", "screening_id", "work_id", "copy_id", "programme_id", "venue_id",
    "organisation_id", "content", "blocker_id", "other_venue_id",
}  # fmt: skip
"""Columns that tell readers nothing, or say whom a record belongs to."""


def records() -> list[str]:
    return [name for name in metadata().tables if name not in BESIDE and not name.startswith("typo")]


def test_every_table_of_records_has_a_word() -> None:
    assert [name for name in records() if name not in RECORDS] == []


def test_every_column_that_can_change_has_a_word() -> None:
    columns = {column.name for name in records() for column in metadata().tables[name].columns}
    assert sorted(columns - set(FIELDS) - SILENT) == []


def test_numbers_are_said_by_what_they_count() -> None:
    tr = catalogue("en")
    values = {"opens": 570, "closes": 1500, "qa": 30, "seats": 120, "fee": 150_050}
    said = {field: value_words(tr, field, value) for field, value in values.items()}
    assert said == {"opens": "09:30", "closes": "25:00", "qa": "30\u00a0min", "seats": "120", "fee": "1,500.5"}
    assert "GB" in value_words(tr, "size", 182_000_000_000)
