"""A library begins with the rules and days that come with the program, whether it is new or brought up to date."""

import lzma
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.domain.kinds_of_plans import LegalKind
from app.store import rule_files
from app.store.rulings import LegalRule, SpecialDay
from app.store.store import Store


def test_a_new_library_holds_the_rules_that_come_with_the_program(store: Store) -> None:
    with store.read() as session:
        laws = {_told(vars(row) | {"names": row.names}) for row in session.scalars(select(LegalRule))}
        days = {(row.country, row.day, row.kind, row.names, row.unsure) for row in session.scalars(select(SpecialDay))}
    assert {_told(facts) for facts in rule_files.laws()} == laws
    assert {(f["country"], f["day"], f["kind"], f["names"], f["unsure"]) for f in rule_files.days()} == days


def _told(facts: Mapping[str, Any]) -> tuple[Any, ...]:
    names = ("country", "kind", "mark", "valid_from", "days", "unit", "names", "source", "active")
    return tuple(facts[name] for name in names)


CORRECTED = """
UPDATE legal_rule SET days = 45 WHERE mark = 'certificate' AND valid_from = '2026-02-18';
UPDATE legal_rule SET unsure = 0 WHERE mark = 'certificate' AND valid_from = '2019-01-03';
UPDATE legal_rule SET active = 1 WHERE country = 'KZ' AND mark = 'event_approval';
"""


def test_terms_become_working_days_where_nobody_has_corrected_them(tmp_path: Path) -> None:
    packed = Path(__file__).with_name("earlier") / "library-6.keruen.xz"
    path = tmp_path / packed.stem
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(CORRECTED)
    opened = Store.open(path, backups=tmp_path / "kept")
    with opened.read() as session:
        rows = session.scalars(select(LegalRule).where(LegalRule.kind == LegalKind.PAPER))
        told = {(row.country, row.mark, row.days, row.unit.value, "here as" in row.source, row.active) for row in rows}
    opened.close()
    assert told == {
        ("KZ", "certificate", 45, "calendar", True, True), ("KZ", "certificate", 9, "calendar", False, True),
        ("KZ", "event_approval", 30, "working", False, True), ("CN", "filing", 20, "working", False, True),
        ("CN", "permit", 0, "calendar", False, True), ("CN", "event_approval", 28, "calendar", False, False),
    }  # fmt: skip


def test_every_rule_says_where_it_stands_and_is_called_something_in_four_languages() -> None:
    for facts in (*rule_files.laws(), *rule_files.days()):
        assert facts["source"]
        assert all(facts["names"])


def test_the_columns_are_explained() -> None:
    text = rule_files.folder().joinpath("README.md").read_text("utf-8")
    for name in ("laws.csv", "days.csv"):
        for column in rule_files.folder().joinpath(name).read_text("utf-8").splitlines()[0].split(","):
            assert f"`{column}`" in text or column in ("name_zh", "name_ru"), column
