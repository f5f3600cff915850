"""Version chips: the shape tells the kind, the words the languages."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import rounded, width_of

TALL = 19
GAP = 5


class ChipKind(Enum):
    """Square, pill or underlined."""

    ORIG = auto()
    DUB = auto()
    SUB = auto()


class Chip(NamedTuple):
    """One chip: "RU EN sub", and in full for screen readers: "Russian and English subtitles"."""

    kind: ChipKind
    text: str
    spoken: str = ""


class Placed(NamedTuple):
    """Where a chip goes; `chip` is None for the "+2" that stands for those without room."""

    rect: QRect
    chip: Chip | None
    text: str


def chip_font(kind: ChipKind) -> QFont:
    """Dubs are bold, originals half-bold, subtitles plain."""
    return theme().font("label", weight=500 if kind is ChipKind.SUB else 600)


def chip_size(chip: Chip) -> QSize:
    """How large one chip is."""
    pad = 8 if chip.kind is ChipKind.DUB else 6
    return QSize(width_of(chip_font(chip.kind), chip.text) + 2 * theme().px(pad), theme().px(TALL))


def lay_out(chips: Sequence[Chip], width: int, lines: int = 2) -> list[Placed]:
    """Chips from the left in at most `lines` lines; what has no room becomes "+n"."""
    gap, tall = theme().px(GAP), theme().px(TALL)
    placed: list[Placed] = []
    x = line = 0
    for index, chip in enumerate(chips):
        size = chip_size(chip)
        if x and x + size.width() > width:
            x, line = 0, line + 1
        if line >= lines:
            return _with_rest(placed, len(chips) - index, width)
        placed.append(Placed(QRect(QPoint(x, line * (tall + gap)), size), chip, chip.text))
        x += size.width() + gap
    return placed


def _with_rest(placed: list[Placed], rest: int, width: int) -> list[Placed]:
    """Make room for "+n" at the end of the last line."""
    gap, tall = theme().px(GAP), theme().px(TALL)
    while True:
        text = f"+{rest}"
        own = width_of(theme().font("label_strong"), text) + theme().px(8)
        last = placed[-1].rect
        if last.right() + gap + own <= width or last.left() == 0:
            spot = QRect(last.right() + 1 + gap, last.top(), own, tall)
            return [*placed, Placed(spot, None, text)]
        placed, rest = placed[:-1], rest + 1


def paint_chip(painter: QPainter, rect: QRectF, placed: Placed, *, selected: bool = False) -> None:
    """Draw one chip; on a selected row a dub chip is a shade darker."""
    colours = theme()
    if placed.chip is None:
        painter.setFont(colours.font("label_strong"))
        painter.setPen(colours.color("text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, placed.text)
        return
    kind = placed.chip.kind
    tone = "text"
    if kind is ChipKind.ORIG:
        # On the ground of a selected row in a window without the focus only the edge would be left of it.
        rounded(painter, rect, 4, colours.color("chipOrig"), colours.color("line2") if selected else None)
    elif kind is ChipKind.DUB:
        rounded(painter, rect, rect.height() / 2, colours.color("accentTint2" if selected else "accentTint"))
        tone = "accentHover" if selected else "accent"
    else:
        tone = "text2" if not selected else "text"
        rounded(painter, rect, 4, colours.color("surface"), colours.color("control"))
        painter.fillRect(QRectF(rect.left() + 2, rect.bottom() - 2, rect.width() - 4, 2), colours.color("control"))
    painter.setFont(chip_font(kind))
    painter.setPen(colours.color(tone))
    lift = -1 if kind is ChipKind.SUB else 0
    painter.drawText(rect.adjusted(0, lift, 0, lift), Qt.AlignmentFlag.AlignCenter, placed.text)


def paint_chips(painter: QPainter, rect: QRect, chips: Sequence[Chip], *, selected: bool = False) -> None:
    """Draw chips into a cell of a list, centred from top to bottom."""
    placed = lay_out(chips, rect.width())
    if not placed:
        return
    tall = placed[-1].rect.bottom() + 1
    top = rect.top() + (rect.height() - tall) // 2
    for one in placed:
        paint_chip(painter, QRectF(one.rect.translated(rect.left(), top)), one, selected=selected)


def spoken(chips: Sequence[Chip]) -> str:
    """All chips in full, for accessible text and tooltips."""
    return ", ".join(chip.spoken or chip.text for chip in chips)


class VersionChips(QWidget):
    """Chips in a row, at most two lines; a click on "+2" asks for all of them (`more`)."""

    more = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent)
        self._chips: tuple[Chip, ...] = ()
        self._lines = lines
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().themed.connect(self.updateGeometry)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips."""
        self._chips = tuple(chips)
        self.setAccessibleName(spoken(chips))
        self.setToolTip(spoken(chips))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widths = [chip_size(chip).width() + theme().px(GAP) for chip in self._chips]
        return QSize(sum(widths), max(self.heightForWidth(self.width()), theme().px(TALL)))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((chip_size(chip).width() for chip in self._chips), default=0), theme().px(TALL))

    def heightForWidth(self, width: int) -> int:
        placed = lay_out(self._chips, width, self._lines)
        return placed[-1].rect.bottom() + 1 if placed else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for one in lay_out(self._chips, self.width(), self._lines):
            if one.chip is None and one.rect.contains(event.position().toPoint()):
                self.more.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for one in lay_out(self._chips, self.width(), self._lines):
            paint_chip(painter, QRectF(one.rect), one)


def paint_tag(painter: QPainter, rect: QRectF, text: str, *, borrowed: bool = False) -> None:
    """A small tag; `borrowed` is the dashed one that tells the language of a name from elsewhere."""
    colours = theme()
    if borrowed:
        edge = QPen(colours.color("control"), 1, Qt.PenStyle.CustomDashLine)
        edge.setDashPattern([3, 2])
        rounded(painter, rect, 4, None, edge)
    else:
        rounded(painter, rect, 4, colours.color("sunken"))
    painter.setFont(colours.font("label"))
    painter.setPen(colours.color("text2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def tag_size(text: str) -> QSize:
    """How large a tag is."""
    return QSize(width_of(theme().font("label"), text) + 2 * theme().px(6), theme().px(18))
