"""Settings > Rules and holidays: rules of law and special days by hand, each step undone to the same rows."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtTest import QAbstractItemModelTester, QTest
from sqlalchemy import select

from app.domain.kinds_of_plans import DayKind, LegalKind
from app.domain.surroundings import Law
from app.i18n import law_words
from app.i18n.catalogue import catalogue
from app.store import rule_files
from app.store.rule_rows import day_rows, law_rows
from app.store.rulings import LegalRule, SpecialDay
from app.ui.language import speak
from app.ui.navigation import PAGES, SETTINGS, page_of


def rows(workspace):
    tables = (LegalRule.__table__, SpecialDay.__table__)
    return workspace.read(lambda s: [tuple(s.execute(select(table).order_by(table.c.id)).all()) for table in tables])


@pytest.fixture
def rules(page):
    page.go(section="rules")
    page.rules.take_over()
    return page.rules


def column(table, number):
    return [row.cells[number].text for row in table.rows.rows]


def test_what_the_program_brings_is_taken_over_once(page, workspace, shell):
    page.go(section="rules")
    before = rows(workspace)
    for law in workspace.read(law_rows):
        page.rules.laws.table.choose(law.id)
        QTest.mouseClick(page.rules.laws.remove, Qt.MouseButton.LeftButton)
    assert not page.rules.laws.laws
    QTest.mouseClick(page.rules.bring, Qt.MouseButton.LeftButton)
    assert len(page.rules.laws.laws) == len(rule_files.laws())
    assert len(page.rules.days.days) >= len(rule_files.days())
    assert shell.toasts[-1].startswith("Added")
    count = workspace.undo_stack.count()
    page.rules.take_over()
    assert workspace.undo_stack.count() == count
    assert shell.toasts[-1].startswith("Nothing is missing")
    while workspace.undo_stack.canUndo():
        workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_space_puts_a_rule_out_of_force_and_undo_jumps_back_here(page, rules, workspace):
    QAbstractItemModelTester(rules.laws.table.rows)
    law = rules.laws.law
    before = rows(workspace)
    rules.laws.table.setFocus()
    QTest.keyClick(rules.laws.table, Qt.Key.Key_Space)
    assert rules.laws.laws[law.id].active is not law.active
    jumps = []
    workspace.jumped.connect(jumps.append)
    workspace.undo_stack.undo()
    assert rows(workspace) == before
    assert page_of(jumps[0], (*PAGES, SETTINGS)) == "settings"
    page.open("about")
    page.reveal(jumps[0])
    assert page.stack.currentWidget() is rules
    assert rules.laws.law.id == law.id


def test_the_check_box_is_switched_by_a_click(rules):
    table, law = rules.laws.table, rules.laws.law
    spot = table.visualRect(table.rows.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert rules.laws.laws[law.id].active is not law.active


def test_a_rule_is_added_and_corrected_with_the_fields_its_kind_uses(rules, workspace, answer):
    before = rows(workspace)

    def fill(dialog):
        dialog.kind.setCurrentIndex([*LegalKind].index(LegalKind.AGE_HOUR))
        assert dialog.form.isRowVisible(4)
        assert not dialog.form.isRowVisible(3)
        dialog.names.fields["en"].setText("16+ in the evening")
        dialog.mark.setCurrentText("16+")
        dialog.begins.setTime(QTime(20, 0))
        dialog.ends.setTime(QTime(2, 0))
        assert dialog.night.text() == "of the following day"
        dialog.since.setText("01/03/2027")
        dialog.source.setPlainText("A draft")
        dialog.unsure.setChecked(True)

    answer(fill)
    QTest.mouseClick(rules.laws.add, Qt.MouseButton.LeftButton)
    law = rules.laws.law
    assert (law.mark, law.from_minute, law.until_minute, law.valid_from) == ("16+", 1200, 1560, date(2027, 3, 1))
    assert rules.laws.panel.source.text() == "Source: A draft"
    assert rules.laws.panel.unsure.isVisible()
    answer(lambda dialog: dialog.ends.setTime(QTime(1, 0)))
    QTest.keyClick(rules.laws.table, Qt.Key.Key_Return)
    assert rules.laws.law.until_minute == 1500
    assert "16+ only 20:00 to 01:00" in column(rules.laws.table, 3)
    for _n in range(2):
        workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_what_is_wrong_is_said_below_its_field_and_nothing_is_written(rules, workspace, answer):
    count = workspace.undo_stack.count()
    shown = answer(lambda dialog: dialog.names.fields["en"].setText("No language"))
    rules.laws.ask_new()
    assert shown[0]._troubles["languages"].isVisible()
    shown = answer(lambda dialog: dialog.since.setText("the day after"))
    rules.laws.ask_correct()
    assert shown[0]._troubles["dates"].isVisible()
    assert workspace.undo_stack.count() == count


def test_special_days_are_filtered_added_corrected_and_removed(rules, workspace, answer):
    days, before = rules.days, rows(workspace)
    days.country.setCurrentIndex(days.country.findData("CN"))
    days.country.activated.emit(days.country.currentIndex())
    assert set(column(days.table, 3)) == {"China"}

    def fill(dialog):
        assert dialog.country.currentData() == "CN"
        dialog.day.setText("2031-01-23")
        dialog.names.fields["zh"].setText("春节")

    answer(fill)
    QTest.mouseClick(days.add, Qt.MouseButton.LeftButton)
    assert (days.special.day, days.special.kind) == (date(2031, 1, 23), DayKind.HOLIDAY)
    shown = answer(fill)
    days.ask_new()
    assert shown[0]._troubles["day"].isVisible()
    days.year.setCurrentIndex(days.year.findData(2031))
    days.year.activated.emit(days.year.currentIndex())
    assert len(days.table.rows.rows) == 1
    answer(lambda dialog: dialog.unsure.setChecked(True))
    QTest.keyClick(days.table, Qt.Key.Key_Return)
    assert column(days.table, 5) == ["not confirmed"]
    QTest.mouseClick(days.remove, Qt.MouseButton.LeftButton)
    assert not any(row.day.year == 2031 for row in workspace.read(day_rows))
    for _n in range(3):
        workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_every_rule_says_what_it_asks_in_every_language(rules):
    for code in ("kk", "zh", "ru", "en"):
        speak(code)
        assert all(column(rules.laws.table, 3))


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        (LegalKind.PAUSE, {"weekdays": {5}, "from_minute": 750, "until_minute": 870}, "No shows Fri 12:30 to 14:30"),
        (LegalKind.SCHOOL_HOURS, {"weekdays": {1, 2, 3, 4, 5}, "from_minute": 480, "until_minute": 780},
         "No family shows Mon–Fri 08:00 to 13:00"),
        (LegalKind.AGE_SCHOOL, {"mark": "12+"}, "School and family shows up to 12+"),
        (LegalKind.LANGUAGE, {"languages": ("kk", "ru"), "exempt": {"festival"}},
         "Can be followed in one of: Kazakh and Russian; not for: festival"),
    ],
)  # fmt: skip
def test_a_rule_in_words(kind, facts, said):
    assert law_words.asks(catalogue("en"), Law(1, kind, "KZ", 2, **facts)) == said
