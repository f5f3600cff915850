"""A day is typed as one writes it."""

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.ui.widgets.day_typing import typed_day
from app.ui.widgets.spinners import DateField, TimeField


@pytest.mark.parametrize("chosen", [False, True])
@pytest.mark.parametrize(
    ("pattern", "typed"),
    [
        ("dd/MM/yyyy", "31/03/2027"),
        ("dd/MM/yyyy", "31.3.2027"),
        ("dd.MM.yyyy", "31032027"),
        ("yyyy-MM-dd", "2027-03-31"),
        ("yyyy-MM-dd", "20270331"),
        ("dd.MM.yyyy", "2027-03-31"),
    ],
)
def test_a_day_may_be_typed_whole(qtbot, pattern, typed, chosen):
    field = DateField()
    qtbot.addWidget(field)
    field.set_order(pattern)
    field.setDate(QDate(2027, 2, 28))
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.setSelectedSection(field.sectionAt(0))
    if chosen:
        field.lineEdit().selectAll()
    QTest.keyClicks(field, typed)
    assert field.date() == QDate(2027, 3, 31)


def test_one_part_alone_is_typed_as_before_and_a_day_may_be_pasted(qtbot):
    field = DateField()
    qtbot.addWidget(field)
    field.set_order("dd/MM/yyyy")
    field.setDate(QDate(2027, 3, 8))
    field.setSelectedSection(field.sectionAt(0))
    QTest.keyClicks(field, "31")
    field.interpretText()
    assert field.date() == QDate(2027, 3, 31)
    QGuiApplication.clipboard().setText("14.01.2028")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.date() == QDate(2028, 1, 14)


def test_an_hour_typed_over_a_chosen_one_takes_its_place(qtbot):
    field = TimeField()
    qtbot.addWidget(field)
    field.setTime(QTime(12, 5))
    field.lineEdit().selectAll()
    QTest.keyClicks(field, "19:30")
    field.interpretText()
    assert field.time() == QTime(19, 30)


@pytest.mark.parametrize("text", ["", "31", "31/03", "31/03/20", "31/02/2027", "2027-13-01", "1/2/3", "20270"])
def test_half_a_day_is_none(text):
    assert typed_day(text, "dd/MM/yyyy") is None
