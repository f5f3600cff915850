"""A library begins with the rules and days that come with the program, whether it is new or brought up to date."""

from sqlalchemy import select

from app.store import rule_files
from app.store.rulings import LegalRule, SpecialDay
from app.store.store import Store


def test_a_new_library_holds_the_rules_that_come_with_the_program(store: Store) -> None:
    with store.read() as session:
        laws = {(row.country, row.kind, row.mark, row.valid_from, row.names, row.source, row.active)
                for row in session.scalars(select(LegalRule))}  # fmt: skip
        days = {(row.country, row.day, row.kind, row.names, row.unsure) for row in session.scalars(select(SpecialDay))}
    known = rule_files.laws()
    assert {(f["country"], f["kind"], f["mark"], f["valid_from"], f["names"], f["source"], f["active"])
            for f in known} == laws  # fmt: skip
    assert {(f["country"], f["day"], f["kind"], f["names"], f["unsure"]) for f in rule_files.days()} == days


def test_every_rule_says_where_it_stands_and_is_called_something_in_four_languages() -> None:
    for facts in (*rule_files.laws(), *rule_files.days()):
        assert facts["source"]
        assert all(facts["names"])


def test_the_columns_are_explained() -> None:
    text = rule_files.folder().joinpath("README.md").read_text("utf-8")
    for name in ("laws.csv", "days.csv"):
        for column in rule_files.folder().joinpath(name).read_text("utf-8").splitlines()[0].split(","):
            assert f"`{column}`" in text or column in ("name_zh", "name_ru"), column
