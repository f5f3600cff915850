"""A stop is carried to another place of the route by its row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from app.ui.theme import theme

if TYPE_CHECKING:
    from app.ui.tours.stop_list import Line, StopModel

_EDGE, _STEP = 24, 12


class _Mark(QWidget):
    """The line between two rows where the stop would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("accent"))


class StopDrag(QObject):
    """Watches the mouse over the list. `dropped` carries the stop and how many places it goes (-2, 1)."""

    dropped = Signal(int, int)

    def __init__(self, view: QListView, rows: "StopModel") -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self._mark = _Mark(view.viewport())
        self._stop = 0
        self._from = QPoint()
        self._under_way = False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._escaped(event)
        if not isinstance(event, QMouseEvent) or watched is not self._view.viewport():
            return False
        where = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._press(where)
            case QEvent.Type.MouseMove if self._stop and event.buttons() & Qt.MouseButton.LeftButton:
                self._move(where)
                return True
            case QEvent.Type.MouseButtonRelease if self._under_way:
                self._release(where)
                return True
            case QEvent.Type.MouseButtonRelease:
                self._stop = 0
        return False

    def _press(self, where: QPoint) -> None:
        line = self._line(where)
        self._stop = line.pick.id if line is not None and line.pick.kind == "stop" else 0
        self._from = where

    def _move(self, where: QPoint) -> None:
        if not self._under_way:
            if (where - self._from).manhattanLength() < QApplication.startDragDistance():
                return
            self._under_way = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        bar.setValue(bar.value() + (_STEP if where.y() > room - _EDGE else -_STEP if where.y() < _EDGE else 0))
        self._show(self._place(where))

    def _release(self, where: QPoint) -> None:
        stop, way = self._stop, self._place(where) - self._stops().index(self._stop)
        self._end()
        if way:
            self.dropped.emit(stop, way)

    def _escaped(self, event: QKeyEvent) -> bool:
        mine = self._under_way and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        if mine:
            self._end()
        return mine

    def _end(self) -> None:
        self._stop, self._under_way = 0, False
        self._mark.hide()
        self._view.viewport().unsetCursor()

    # Where things are

    def _line(self, where: QPoint) -> "Line | None":
        index = self._view.indexAt(where)
        return self._rows.lines[index.row()] if index.isValid() else None

    def _stops(self) -> list[int]:
        return [line.pick.id for line in self._rows.lines if line.pick.kind == "stop"]

    def _others(self) -> list[int]:
        """The rows of the other stops."""
        return [n for n, line in enumerate(self._rows.lines) if line.pick.kind == "stop" and line.pick.id != self._stop]

    def _place(self, where: QPoint) -> int:
        """How many of the other stops come before the spot."""
        return sum(self._view.visualRect(self._rows.index(row)).center().y() < where.y() for row in self._others())

    def _show(self, place: int) -> None:
        others = self._others()
        if place < len(others):
            y = self._view.visualRect(self._rows.index(others[place])).top()
        else:
            y = self._view.visualRect(self._rows.index(self._rows.rowCount() - 1)).bottom()
        thick = theme().px(2)
        self._mark.setGeometry(0, y - thick // 2, self._view.viewport().width(), thick)
        self._mark.show()
