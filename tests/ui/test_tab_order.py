"""Tab follows the eye: rows made late stand where they are seen, and nothing hidden is stopped at."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.tab_order import ReadingOrder, stops
from app.ui.widgets.segmented import Segmented

PLACES = {
    "right field": (300, 60, 100, 30),
    "left field": (100, 62, 100, 30),
    "rail": (0, 0, 60, 280),
    "hidden": (100, 200, 100, 30),
    "late row": (100, 10, 300, 30),
    "toast": (50, 5, 400, 270),
}
"""In the order in which they are made."""


class Sheet(ReadingOrder, QWidget):
    """A tall part at the left; at the right a row made last but seen first, two fields, a switch; a toast above all."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(500, 300)
        switch = Segmented(self)
        switch.set_options([("a", "A"), ("b", "B")])
        switch.set_current("b")
        switch.setGeometry(100, 110, 80, 30)
        for name, place in PLACES.items():
            QPushButton(name, self).setGeometry(*place)
        self.show()
        next(part for part in self.findChildren(QPushButton) if part.text() == "hidden").hide()


def test_parts_are_stopped_at_as_one_reads_them(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.activateWindow()
    names = [stop.text() for stop in stops(sheet) if isinstance(stop, QPushButton)]
    assert names == ["rail", "late row", "left field", "right field", "B", "toast"]


def test_tab_and_shift_tab_go_round(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.activateWindow()
    order = stops(sheet)
    order[0].setFocus()
    for key, there in ((Qt.Key.Key_Tab, order[1]), (Qt.Key.Key_Backtab, order[0]), (Qt.Key.Key_Backtab, order[-1])):
        QTest.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is there
    sheet.setFocus()
    QTest.keyClick(order[-1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is order[0]


def test_a_heap_of_parts_not_laid_out_yet_and_a_thousand_rows_are_put_in_some_order(qtbot: QtBot) -> None:
    for step in (0, 30):
        heap = QWidget()
        qtbot.addWidget(heap)
        rows = [QPushButton(str(number), heap) for number in range(1200)]
        for number, row in enumerate(rows):
            row.setGeometry(0, number * step, 60, step)
        heap.show()
        assert stops(heap) == rows
