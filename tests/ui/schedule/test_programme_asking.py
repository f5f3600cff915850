"""What the schedule asks about its programme: rules, hours on single days, people in town and on duty."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog
from sqlalchemy import select

from app.domain.measures import MEASURES, RULES, usual_severity, usual_weight
from app.domain.screenings import Severity
from app.i18n.measure_words import MEASURE_NAMES
from app.operations import rule_settings
from app.store.bookings import Shift, Stay
from app.store.programme_rows import hall_rows, programme_row
from app.store.rule_rows import settings
from app.store.rulings import RuleSetting
from app.store.schedule_halls import hours_rows
from app.store.schedule_people import shift_rows, stay_rows
from app.store.venues import HallHours
from app.ui import dialogs
from app.ui.language import speak
from app.ui.programmes.dialog import ProgrammeDialog

TABLES = (RuleSetting, HallHours, Stay, Shift)
LEFT = Qt.MouseButton.LeftButton


def rows(workspace):
    tables = [model.__table__ for model in TABLES]
    return workspace.read(lambda s: [tuple(s.execute(select(table).order_by(table.c.id)).all()) for table in tables])


@pytest.fixture
def answer(monkeypatch, qtbot) -> Callable[..., None]:
    """What is done to the next dialogs, one after the other; those that stay open are only closed."""

    def use(*fills: Callable[[QDialog], None]) -> None:
        waiting = list(fills)

        def show(dialog: QDialog) -> bool:
            qtbot.addWidget(dialog)
            dialog.show()
            waiting.pop(0)(dialog)
            dialog.accept()
            return bool(dialog.result())

        monkeypatch.setattr(dialogs, "show", show)

    return use


def choose(page, words):
    """Choose a line of the menu of the programme."""
    next(deed for deed in page.menus.board_deeds() if deed and deed[0] == words)[3]()


def undo_to(workspace, before):
    while rows(workspace) != before:
        assert workspace.undo_stack.canUndo()
        workspace.undo_stack.undo()


def pick(dialog, severity):
    """Choose how serious the chosen rule is, with the keys of the combo."""
    place = dialog.editor.severity.findData(severity)
    dialog.editor.severity.setFocus()
    dialog.editor.severity.setCurrentIndex(place)
    dialog.editor.severity.activated.emit(place)


def test_rules_are_taken_otherwise_in_one_step_and_as_usual_again(page, workspace, answer):
    before, steps = rows(workspace), workspace.undo_stack.index()

    def fill(dialog):
        QAbstractItemModelTester(dialog.table.rows)
        dialog.choose("R3")
        pick(dialog, 0)
        assert "hard rule" in dialog.editor.message._words.text()
        dialog.choose("R2")
        dialog.editor.number.setValue(35)
        dialog.editor.weight.setValue(60)
        dialog.choose("R28")
        dialog.editor.clock.setTime(QTime(18, 30))

    answer(fill)
    choose(page, "Rule severity…")
    assert workspace.undo_stack.index() == steps + 1
    found = workspace.read(settings, 1)
    assert found["R3"].severity == 0
    assert (found["R2"].value, found["R2"].weight, found["R2"].severity) == (35, 60, None)
    assert found["R28"].value == 18 * 60 + 30

    def usual(dialog):
        dialog.choose("R2")
        QTest.mouseClick(dialog.editor.usual, LEFT)
        dialog.choose("R3")
        pick(dialog, None)

    answer(usual)
    choose(page, "Rule severity…")
    assert set(workspace.read(settings, 1)) == {"R28"}
    answer(lambda dialog: QTest.mouseClick(dialog.all_button, LEFT))
    choose(page, "Rule severity…")
    assert not workspace.read(settings, 1)
    undo_to(workspace, before)


def test_rules_of_law_point_to_the_settings(page, shell, answer):
    def leave(dialog):
        dialog.choose("R12")
        dialog.editor.message.followed.emit()

    answer(leave)
    choose(page, "Rule severity…")
    assert shell.shown[-1] == ("settings", {"section": "rules"})


def test_every_rule_has_what_is_usual_and_its_words(page, answer):
    assert RULES[0] == "R1"
    assert RULES[-1] == "F36"
    assert set(MEASURES) == set(MEASURE_NAMES)
    assert (usual_severity("R1"), usual_weight("R1"), usual_weight("R4")) == (Severity.ERROR, None, 20)
    assert rule_settings.RULES == RULES

    def read(dialog):
        for code in ("kk", "zh", "ru", "en"):
            speak(code)
            assert len(dialog.table.rows.rows) == len(RULES)

    answer(read)
    choose(page, "Rule severity…")


def test_a_hall_has_other_hours_on_chosen_days(page, workspace, answer):
    before = rows(workspace)
    hall = workspace.read(hall_rows, 1)[0]

    def gap(dialog):
        dialog.again.setChecked(True)
        dialog.fields[0][0].setTime(QTime(9, 0))
        dialog.fields[0][1].setTime(QTime(12, 0))
        dialog.fields[1][0].setTime(QTime(11, 0))
        dialog.fields[1][1].setTime(QTime(1, 0))
        dialog.accept()
        assert dialog.trouble.isVisible()  # they overlap
        dialog.fields[1][0].setTime(QTime(18, 0))

    def fill(dialog):
        dialog.table.choose(1)
        QTest.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.mouseClick(dialog.other, LEFT)
        assert dialog.table.rows.rows[0].cells[1].text == "09:00–12:00 and 18:00–01:00"
        dialog.table.choose(3)
        QTest.mouseClick(dialog.closed, LEFT)
        assert dialog.table.rows.rows[2].cells[1].text == "closed"
        dialog.table.choose(1)
        QTest.mouseClick(dialog.usual, LEFT)

    answer(fill, gap)
    choose(page, "Hours on particular days…")
    first = workspace.read(programme_row, 1).first_day
    found = [(row.day.day - first.day, row.opens, row.closes, row.closed) for row in workspace.read(hours_rows, 1)
             if row.hall == hall.id]  # fmt: skip
    assert found == [(1, 540, 720, False), (1, 1080, 1500, False), (2, 0, 1440, True)]
    undo_to(workspace, before)


def test_somebody_is_in_town_and_somebody_on_duty(page, workspace, answer):
    before = rows(workspace)
    known = {row.id for row in workspace.read(stay_rows, 1)}

    def stay(dialog):
        dialog.accept()
        assert dialog._troubles["person"].isVisible()
        QTest.keyClicks(dialog.person, "Saule Quonysbai")
        dialog.person.look()
        QTest.keyClick(dialog.person, Qt.Key.Key_Return)
        dialog.arrives.day.setText("2026-10-16")
        dialog.leaves.day.setText("2026-10-15")
        dialog.accept()
        assert dialog._troubles["leaves"].isVisible()
        dialog.leaves.day.setText("2026-10-18")

    def shift(dialog):
        QTest.keyClicks(dialog.person, "Saule Quonysbai")
        dialog.begins.day.setText("2026-10-16")
        dialog.begins.hour.setTime(QTime(18, 0))
        dialog.ends.setTime(QTime(1, 0))

    def fill(dialog):
        QAbstractItemModelTester(dialog.table.rows)
        QTest.mouseClick(dialog.add, LEFT)
        assert dialog.table.rows.rows
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        dialog.parts.segment("shifts").click()
        QTest.mouseClick(dialog.add, LEFT)

    answer(fill, stay, lambda dialog: dialog.note.setText("by train"), shift)
    choose(page, "People of the programme…")
    new = next(row for row in workspace.read(stay_rows, 1) if row.id not in known)
    assert (new.note, new.arrives.date(), new.leaves.date()) == ("by train", date(2026, 10, 16), date(2026, 10, 18))
    duty = workspace.read(shift_rows, 1)[-1]
    assert duty.agent == new.agent
    assert (duty.ends - duty.starts).seconds == 7 * 3600

    def clear(dialog):
        dialog.table.choose(new.id)
        QTest.mouseClick(dialog.remove, LEFT)

    answer(clear)
    choose(page, "People of the programme…")
    assert {row.id for row in workspace.read(stay_rows, 1)} == known
    undo_to(workspace, before)


def test_the_form_of_a_programme_leads_there_too(page, answer):
    seen = []

    def form(dialog):
        assert isinstance(dialog, ProgrammeDialog)
        for button in dialog.doors.buttons.values():
            QTest.mouseClick(button, LEFT)

    answer(form, *[lambda dialog: seen.append(type(dialog).__name__)] * 3)
    choose(page, "Edit the programme…")
    assert seen == ["HoursDialog", "PeopleDialog", "RulesDialog"]
