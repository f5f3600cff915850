"""A facet over years: how many there are in each, and two ends that can be moved or typed."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import rounded

BARS = 13
HANDLE = 5.5
_CHART = 30
_NONE, _LOW, _HIGH = 0, 1, 2


class Histogram(QWidget):
    """Bars of a count per year over a track with two handles. `moved` comes while dragging, `chosen` at the end."""

    moved = Signal(int, int)
    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, int] = {}
        self._first, self._last = 0, 0
        self._low, self._high = 0, 0
        self._held = _NONE
        self._active = _LOW
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def set_counts(self, counts: Mapping[int, int], low: int, high: int) -> None:
        """Counts per year (the range is theirs) and where the handles stand."""
        self._counts = dict(counts)
        self._first, self._last = (min(counts), max(counts)) if counts else (low, high)
        self._low, self._high = max(low, self._first), min(high, self._last)
        self.setEnabled(self._last > self._first)
        self.update()

    def ends(self) -> tuple[int, int]:
        """Where the handles stand."""
        return self._low, self._high

    def sizeHint(self) -> QSize:
        return QSize(160, theme().px(_CHART) + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme()
        self._paint_bars(painter)
        track = self._track()
        painter.fillRect(QRectF(HANDLE, track - 1, self.width() - 2 * HANDLE, 2), colours.color("line2"))
        low, high = self._x(self._low), self._x(self._high)
        tone = "accent" if self.isEnabled() else "line2"
        painter.fillRect(QRectF(low, track - 1, high - low, 2), colours.color(tone))
        for place, x in ((_LOW, low), (_HIGH, high)):
            spot = QRectF(x - HANDLE, track - HANDLE, 2 * HANDLE, 2 * HANDLE)
            held = self.hasFocus() and self._active == place
            edge = QPen(colours.color("focus" if held else tone), 2.5 if held else 1.6)
            rounded(painter, spot, HANDLE, colours.color("surface"), edge)

    def _paint_bars(self, painter: QPainter) -> None:
        colours = theme()
        room = self.width() - 2 * HANDLE + 4
        base = theme().px(_CHART)
        sums, lows = self._gathered()
        step = room / len(sums)
        top = max(1, *sums)
        for index, count in enumerate(sums):
            x = HANDLE - 2 + index * step
            if not count:
                painter.fillRect(QRectF(x, base - 2, step - 3, 2), colours.color("line"))
                continue
            height = max(base * count / top, 3)
            inside = self._low <= lows[index] + self._span() / len(sums) and lows[index] <= self._high
            fill = colours.color("accentLine" if inside else "line2")
            rounded(painter, QRectF(x, base - height, step - 3, height), 2, fill)

    def _span(self) -> int:
        return max(self._last - self._first, 1)

    def _gathered(self) -> tuple[list[int], list[float]]:
        """(how many in each bar, first year of each bar)."""
        bars = min(BARS, self._span() + 1)
        sums = [0] * bars
        for year, count in self._counts.items():
            sums[min((year - self._first) * bars // (self._span() + 1), bars - 1)] += count
        return sums, [self._first + index * (self._span() + 1) / bars for index in range(bars)]

    def _track(self) -> float:
        return theme().px(_CHART) + HANDLE - 1

    def _x(self, year: int) -> float:
        return HANDLE + (self.width() - 2 * HANDLE) * (year - self._first) / self._span()

    def _year(self, x: float) -> int:
        share = (x - HANDLE) / max(self.width() - 2 * HANDLE, 1)
        return round(self._first + min(max(share, 0.0), 1.0) * self._span())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        to_low, to_high = abs(x - self._x(self._low)), abs(x - self._x(self._high))
        nearer_low = to_low < to_high or (to_low == to_high and x < self._x(self._low))
        self._held = self._active = _LOW if nearer_low else _HIGH
        self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held != _NONE:
            self._drag(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._held != _NONE:
            self._held = _NONE
            self.chosen.emit(self._low, self._high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -10, Qt.Key.Key_PageUp: 10}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._active = _HIGH if self._active == _LOW else _LOW
            self.update()
        elif key in steps:
            year = (self._low if self._active == _LOW else self._high) + steps[key]
            self._set(year)
            self.chosen.emit(self._low, self._high)
        else:
            super().keyPressEvent(event)

    def _drag(self, position: QPointF) -> None:
        self._set(self._year(position.x()))
        self.moved.emit(self._low, self._high)

    def _set(self, year: int) -> None:
        year = min(max(year, self._first), self._last)
        if self._active == _LOW:
            self._low = min(year, self._high)
        else:
            self._high = max(year, self._low)
        self.update()


class YearRange(QWidget):
    """The histogram with its two years typed below. `chosen` carries (first, last)."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = Histogram()
        self._from, self._to = _YearField(), _YearField()
        self._to.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._from)
        row.addStretch(1)
        row.addWidget(self._to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._chart)
        column.addLayout(row)
        self._chart.moved.connect(self._write)
        self._chart.chosen.connect(self._picked)
        self._from.editingFinished.connect(self._typed)
        self._to.editingFinished.connect(self._typed)

    def set_names(self, chart: str, low: str, high: str) -> None:
        """Accessible names: "Year", "From year", "To year"."""
        self._chart.setAccessibleName(chart)
        self._from.setAccessibleName(low)
        self._to.setAccessibleName(high)

    def set_counts(self, counts: Mapping[int, int], low: int, high: int) -> None:
        """Counts per year and the chosen range."""
        self._chart.set_counts(counts, low, high)
        self._write(*self._chart.ends())

    def ends(self) -> tuple[int, int]:
        """The chosen range."""
        return self._chart.ends()

    def _write(self, low: int, high: int) -> None:
        self._from.setText(str(low))
        self._to.setText(str(high))

    def _picked(self, low: int, high: int) -> None:
        self._write(low, high)
        self.chosen.emit(low, high)

    def _typed(self) -> None:
        low, high = self._chart.ends()
        wanted = sorted((int(self._from.text() or low), int(self._to.text() or high)))
        if wanted != [low, high]:
            self._chart.set_counts(self._chart._counts, wanted[0], wanted[1])  # noqa: SLF001 - its own part
            self._picked(*self._chart.ends())


class _YearField(QLineEdit):
    """Four figures without a frame until it is used."""

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, 9999, self))
        self.setMaxLength(4)
        self.setProperty("quiet", True)  # noqa: FBT003 - Qt's property
        theme().themed.connect(self._look)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        self._look()  # as in SafeLabel
        super().showEvent(event)

    def _look(self) -> None:
        self.setFont(theme().font("small_figure"))
        self.setFixedWidth(theme().px(48))
