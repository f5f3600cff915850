"""Numbers, times and dates to type or to step through."""

from PySide6.QtCore import QDate, QRect, QRectF, Qt, QTime
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QSpinBox,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from app.ui.icons import icon, paint_icon
from app.ui.theme import theme
from app.ui.widgets.day_typing import begin_anew, is_part_of_a_day, typed_day

_ROOM = 20
_LEFT = 8


def _paint_arrows(box: QAbstractSpinBox) -> None:
    """Two small chevrons at the right; the style sheet leaves their buttons bare."""
    painter = QPainter(box)
    tone = "text2" if box.isEnabled() else "disabled"
    half, size = box.height() // 2, theme().px(11)
    for name, top in (("chevron-up", half - size), ("chevron-down", half)):
        paint_icon(painter, QRectF(box.width() - _ROOM + 2, top, size, size), name, tone)


def _keep_height(box: QAbstractSpinBox) -> None:
    box.setFixedHeight(theme().px(30))


class NumberField(QSpinBox):
    """A whole number. The wheel scrolls the page, not the number."""

    def __init__(self, parent: QWidget | None = None, *, low: int = 0, high: int = 9999) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.lineEdit().setTextMargins(_LEFT, 0, 0, 0)
        theme().themed.connect(self._look)
        self._look()
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _look(self) -> None:
        _keep_height(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrows(self)


class TimeField(QTimeEdit):
    """A time of day, 24 hours. Steps of five minutes in the minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(_LEFT, 0, 0, 0)
        theme().themed.connect(self._look)
        self._look()
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def stepBy(self, steps: int) -> None:
        if self.currentSection() is QTimeEdit.Section.MinuteSection:
            self.setTime(QTime(self.time()).addSecs(steps * 5 * 60))
        else:
            super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal():
            begin_anew(self)
        super().keyPressEvent(event)

    def _look(self) -> None:
        _keep_height(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrows(self)


class DateField(QDateEdit):
    """A day, with a calendar to choose from. `set_order` follows the language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._stepped_on = False
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDateRange(QDate(1890, 1, 1), QDate(2999, 12, 31))
        self.set_order("dd.MM.yyyy")
        theme().themed.connect(self._look)
        self._look()

    def set_order(self, pattern: str) -> None:
        """How a day is written: dd.MM.yyyy, yyyy-MM-dd."""
        self.setDisplayFormat(pattern)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A day may be typed or pasted as a whole; Qt by itself takes each sign for a step to the next part."""
        if event.matches(QKeySequence.StandardKey.Paste):
            day = typed_day(QGuiApplication.clipboard().text(), self.displayFormat())
            if day is not None:
                self.setDate(day)
                return
        if not is_part_of_a_day(event.text()):
            self._typed = ""
            super().keyPressEvent(event)
            return
        self._typed += event.text()
        if event.text().isdecimal():
            begin_anew(self)
            section = self.currentSectionIndex()
            super().keyPressEvent(event)
            self._stepped_on = self.currentSectionIndex() != section
        elif not self._stepped_on:
            super().keyPressEvent(event)
        else:
            self._stepped_on = False
        day = typed_day(self._typed, self.displayFormat())
        if day is not None:
            self.setDate(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typed = ""
        super().mousePressEvent(event)

    def _look(self) -> None:
        """Weekends in a quiet tone (red is for conflicts), and our own arrows."""
        _keep_height(self)
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        quiet = QTextCharFormat()
        quiet.setForeground(theme().color("text2"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, quiet)
        calendar.setHeaderTextFormat(quiet)
        for name, arrow in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(button, QToolButton):
                button.setIcon(icon(arrow))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = theme().px(14)
        spot = QRect(self.width() - size - 8, (self.height() - size) // 2, size, size)
        paint_icon(QPainter(self), QRectF(spot), "calendar-range", "text2" if self.isEnabled() else "disabled")
