"""What the parts of Home are made of: a heading with a link, and rows below it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import PaintedButton
from app.ui.widgets.draw import width_of
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.section import SectionHead

Runs = list[tuple[str, str]]
"""(role, text) pieces from left to right."""

GAP: Runs = [("body", "   ·   ")]


class Part(QWidget):
    """A heading and its rows; `followed` when the link beside the heading is."""

    followed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionHead()
        self.head.followed.connect(self.followed)
        self.head.setMinimumHeight(theme().px(24))  # as high without a link as with one
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._nothing = SafeLabel(tone="text2", wrap=True)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)

    def rows(self) -> list[QWidget]:
        """The rows shown, top down."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def show_rows(self, rows: Sequence[QWidget], nothing: str = "") -> None:
        """Put these in the place of the old ones; `nothing` is said when there are none. Focus stays in its place."""
        old, focused = self.rows(), QApplication.focusWidget()
        held = next((n for n, row in enumerate(old) if focused and (row is focused or row.isAncestorOf(focused))), None)
        for row in rows:
            self._rows.addWidget(row)
        if held is not None and rows:
            stop = rows[min(held, len(rows) - 1)]
            stop.show()  # what is still hidden cannot have the focus
            _first_stop(stop).setFocus()
        for row in old:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows and bool(nothing))


def _first_stop(row: QWidget) -> QWidget:
    """The part of a row that the keyboard stops at."""
    buttons = row.findChildren(PaintedButton)
    return buttons[0] if buttons and not isinstance(row, PaintedButton) else row


class RowButton(PaintedButton):
    """A row that leads somewhere: hover ground, a hairline below."""

    def __init__(self, tall: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tall = tall
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(self.tall))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(self.tall))

    def paint_ground(self, painter: QPainter) -> None:
        """What lies under the words."""
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme().color("sunken" if self.isDown() else "hover"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme().color("line"))


class Facts(QWidget):
    """Short facts side by side, each beginning with its number in bold; what has no room goes to a second line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        self._facts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def tell(self, place: str, facts: Sequence[tuple[str, str]]) -> None:
        """Where and when, then (number, sentence with that number in it) of each fact."""
        self._place, self._facts = place, tuple(facts)
        self.setAccessibleName("; ".join((place, *(words for _number, words in facts))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        whole = sum(_wide(fact) for fact in self._pieces()) + _wide(GAP) * len(self._facts)
        return QSize(whole + 2, theme().px(22) * max(len(self.lines(self.width())), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tall = QPainter(self), theme().px(22)
        for place, line in enumerate(self.lines(self.width())):
            x = 0.0
            for role, text in line:
                font = theme().font(role)
                painter.setFont(font)
                painter.setPen(theme().color("text" if role == "strong" else "text2"))
                room = QRectF(x, place * tall, self.width() - x, tall)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
                x += width_of(font, text)

    def lines(self, width: int) -> list[Runs]:
        """The lines at this width; a fact is never parted."""
        lines: list[Runs] = []
        for fact in self._pieces():
            if lines and _wide([*lines[-1], *GAP, *fact]) <= width:
                lines[-1] += [*GAP, *fact]
            else:
                lines.append([*fact])
        return lines

    def _pieces(self) -> list[Runs]:
        """The facts, each parted around its number."""
        pieces: list[Runs] = [[("body", self._place)]] if self._place else []
        for number, words in self._facts:
            before, found, after = words.partition(number)
            pieces.append([("body", before), ("strong", found), ("body", after)])
        return pieces


def _wide(runs: Runs) -> int:
    return sum(width_of(theme().font(role), text) for role, text in runs)
