"""The bars of the balance: solid what is confirmed, hatched what is invited, a tick at the target."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.slates import Measure
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.ui.slates.card_layout import broken
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, hatch, rounded, width_of
from app.ui.widgets.strands import paint_strand, strand_tone

ROW, BAR, HEAD = 21, 9, 34
BROKEN, BREAKING = 31, 3
"""How tall rows with broken names are, and up to how many of them have room for that."""
FOOT_SHARE = 0.6
"""The sentence below the rows has two lines, broken between words."""

GLYPH = 9
LEAST_BAR, MOST_BAR = 34, 76


class Row(NamedTuple):
    """One line: a strand's glyph or -1, its name, what there is now and, while something is imagined, then."""

    name: str
    now: Measure
    then: Measure | None = None
    strand: int = -1

    @property
    def shown(self) -> Measure:
        """What the figures say: the imagined ones while there are any."""
        return self.then or self.now


def figures(measure: Measure) -> str:
    """4 of 5, or 4 where nobody has set a target."""
    total = formats.number(language(), measure.total)
    if measure.wanted is None:
        return total
    return pgettext("slate", "{n} of {wanted}", n=total, wanted=formats.number(language(), measure.wanted))


def briefly(measure: Measure) -> str:
    """4/5, where there is no room for “4 of 5”."""
    total = formats.number(language(), measure.total)
    return total if measure.wanted is None else f"{total}/{formats.number(language(), measure.wanted)}"


def spoken(row: Row) -> str:
    """Panorama: 3 of 3, 1 confirmed, 2 invited."""
    found = row.shown
    return _(
        "{name}: {figures}, {confirmed} confirmed, {invited} invited", name=row.name, figures=figures(found),
        confirmed=found.confirmed, invited=found.invited,
    )  # fmt: skip


def tone_of(measure: Measure) -> str:
    """Under target is amber, what comes up to it green, without one plain."""
    if measure.wanted is None:
        return "text2"
    return "green" if measure.reached else "amber"


def paint_bar(painter: QPainter, rect: QRectF, row: Row, most: float, tone: str = "accent") -> None:
    """A trough with both shares and the tick; what is only imagined stands in an outline of the focus."""
    colours = theme()
    rounded(painter, rect, 2, colours.color("sunken"))
    scale = rect.width() / max(most, 1)
    solid, whole = row.now.confirmed * scale, row.now.total * scale
    if solid:
        rounded(painter, QRectF(rect.left(), rect.top(), max(solid, 2), rect.height()), 2, colours.color(tone))
    if whole > solid:
        part = QRectF(rect.left() + solid, rect.top(), whole - solid, rect.height())
        rounded(painter, part, 1, colours.color("surface"))
        painter.setBrushOrigin(part.topLeft())
        ratio = painter.device().devicePixelRatio()
        rounded(painter, part, 1, hatch(colours.color(tone), 5, 1.6, ratio), colours.color(tone))
    if row.then is not None and row.then != row.now:
        ends = sorted((row.now.total, row.then.total))
        if ends[0] == ends[1]:  # only what was invited becomes sure, or the other way round
            ends = sorted((row.now.confirmed, row.then.confirmed))
        spot = QRectF(
            rect.left() + ends[0] * scale, rect.top() - 2, max((ends[1] - ends[0]) * scale, 3), rect.height() + 4
        )
        rounded(painter, spot, 3, colours.color("accentTint", 0.7), QPen(colours.color("focus"), 1.5))
    if row.now.wanted is not None:
        x = rect.left() + min(row.now.wanted * scale, rect.width() - 2)
        painter.fillRect(QRectF(x, rect.top() - 4, 2, rect.height() + 8), colours.color("text"))


def reach(rows: Sequence[Row]) -> float:
    """What the full width of the bars of a block stands for."""
    most = max((max(m.total, m.wanted or 0) for row in rows for m in (row.now, row.shown)), default=1)
    return most * 1.08 + 0.6


class Block(QWidget):
    """A heading and its rows, in one or two columns. A `firm` one never cuts its names."""

    def __init__(self, parent: QWidget | None = None, *, columns: int = 1, firm: bool = False) -> None:
        super().__init__(parent)
        self._firm = firm
        self._title = ""
        self._columns = columns
        self.rows: tuple[Row, ...] = ()
        self.foot = ("", "text2")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def tell(self, title: str, rows: Sequence[Row], foot: str = "", tone: str = "text2") -> None:
        """Show these rows; `foot` is a sentence below them."""
        self._title, self.rows, self.foot = title, tuple(rows), (foot, tone)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join([*map(spoken, rows), *filter(None, [foot])]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._hint(self._names("body", whole=True), figures)

    def minimumSizeHint(self) -> QSize:
        """Names may break between their words, and “3 of 8” is said as 3/8."""
        if self._firm:
            return self._hint(self._names("body", whole=True), briefly)
        return self._hint(self._names("small", whole=self._tall() > BREAKING), briefly)

    def _names(self, role: str, *, whole: bool) -> int:
        """The width of the longest name, or of the longest word of one."""
        font = theme().font(role)
        return max(
            (
                width_of(font, part) + self._indent(row)
                for row in self.rows
                for part in ([row.name] if whole else row.name.split())
            ),
            default=40,
        )

    def _hint(self, names: int, said: Callable[[Measure], str]) -> QSize:
        px = theme().px
        words = max((width_of(theme().font("figure"), said(row.shown)) for row in self.rows), default=30)
        one = names + px(8) + px(LEAST_BAR) + px(8) + words + 6
        head = width_of(theme().font("label_strong"), self._title)
        foot = width_of(theme().font("small"), self.foot[0]) * FOOT_SHARE
        wide = max(self._columns * one + (self._columns - 1) * px(20), head, round(foot))
        return QSize(wide + px(18 + 14), px(136))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        painter.fillRect(QRect(0, 0, 1, self.height()), colours.color("line"))
        painter.setFont(colours.font("label_strong"))
        painter.setPen(colours.color("text2"))
        painter.drawText(
            QRect(px(18), px(9), self.width() - px(30), px(18)), Qt.AlignmentFlag.AlignVCenter, self._title
        )
        for place, row in enumerate(self.rows):
            self._paint_row(painter, self._room(place), row)
        words, tone = self.foot
        if words:
            y = px(HEAD) + self._tall() * px(ROW) + px(1)
            painter.setFont(colours.font("small"))
            painter.setPen(colours.color(tone))
            room = QRect(px(18), y, self.width() - px(30), px(ROW) * 2)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, words)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QHelpEvent.Type.ToolTip:
            row = next((row for n, row in enumerate(self.rows) if self._room(n).contains(event.pos())), None)
            QToolTip.showText(event.globalPos(), spoken(row) if row else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _tall(self) -> int:
        """Rows one column holds."""
        return -(-len(self.rows) // self._columns) if self._columns > 1 else len(self.rows)

    def _room(self, place: int) -> QRect:
        px = theme().px
        column, line = divmod(place, max(self._tall(), 1))
        inside = self.width() - px(18) - px(14)
        wide = (inside - (self._columns - 1) * px(20)) // self._columns
        tall = self._pitch()
        return QRect(px(18) + column * (wide + px(20)), px(HEAD) + line * tall, wide, tall)

    def _pitch(self) -> int:
        """How tall a row is: taller where names break and there is room for that."""
        px = theme().px
        tight = self.width() < self.sizeHint().width() and not self._firm
        return px(BROKEN) if tight and self._tall() <= BREAKING and not self.foot[0] else px(ROW)

    def _indent(self, row: Row) -> int:
        return theme().px(GLYPH + 7) if row.strand >= 0 else 0

    def _paint_row(self, painter: QPainter, room: QRect, row: Row) -> None:
        colours, px = theme(), theme().px
        font = colours.font("figure")
        said = figures if self.width() >= self.sizeHint().width() else briefly
        words = max((width_of(font, said(one.shown)) for one in self.rows), default=0) + 2
        names = self._names("body", whole=True) + 2  # a name as wide as its room to the pixel would be cut
        bar = min(px(MOST_BAR), max(px(LEAST_BAR), room.width() - words - names - px(16)))
        text = QRect(room.right() + 1 - words, room.top(), words, room.height())
        painter.setFont(font)
        painter.setPen(colours.color(tone_of(row.shown)))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said(row.shown))
        left = text.left() - px(8) - bar
        tone = strand_tone(row.strand) if row.strand >= 0 else "accent"
        spot = QRectF(left, room.center().y() - px(BAR) / 2 + 1, bar, px(BAR))
        paint_bar(painter, spot, row, reach(self.rows), tone)
        name = room.left()
        if row.strand >= 0:
            glyph = px(GLYPH)
            paint_strand(painter, QRectF(name, room.center().y() - glyph / 2 + 1, glyph, glyph), row.strand)
            name += self._indent(row)
        self._paint_name(painter, QRect(name, room.top(), left - px(8) - name, room.height()), row.name)

    def _paint_name(self, painter: QPainter, room: QRect, name: str) -> None:
        """In one line; else smaller, in two; else cut."""
        font = theme().font("body")
        painter.setPen(theme().color("text"))
        lines: tuple[str, ...] = (name,)
        if width_of(font, name) > room.width() and room.height() > theme().px(ROW):
            font = theme().font("small")
            head, rest = broken(font, name, room.width())
            lines = (head, rest) if rest else (head,)
        painter.setFont(font)
        tall = QFontMetrics(font).height()
        top = room.center().y() - tall * len(lines) // 2 + 1
        for line in lines:
            spot = QRect(room.left(), top, room.width() + 1, tall)
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, fitting(font, line, room.width()))
            top += tall


class Minutes(QWidget):
    """How many minutes, large, and how many titles; `folded` is one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._titles = ""
        self.folded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def tell(self, row: Row, titles: str) -> None:
        """Show these minutes, and the titles in words."""
        self._row, self._titles = row, titles
        self.setAccessibleName(pgettext("slate", "Minutes"))
        self.setAccessibleDescription(f"{spoken(row)}. {titles}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(sum), theme().px(44 if self.folded else 136))

    def minimumSizeHint(self) -> QSize:
        """What is confirmed and what is invited may stand below one another, the number of titles above."""
        return self.sizeHint() if self.folded else QSize(self._wide(max), theme().px(136))

    def _wide(self, together: Callable[[Sequence[int]], int]) -> int:
        px, font = theme().px, theme().font
        below = together([width_of(font("small"), said) + px(8) for said in self._below()])
        number = width_of(font("number"), self._number()) + px(7) + width_of(font("body"), self._after())
        titles = (pgettext("slate", "Minutes"), self._titles)
        head = together([width_of(font("label_strong"), said) + px(8) for said in titles])
        return max(px(150), below, number, head) + px(38)

    def _number(self) -> str:
        return formats.number(language(), self._row.shown.total) if self._row else ""

    def _after(self) -> str:
        """Of 900 wanted; minutes where nobody has set a target."""
        wanted = self._row.shown.wanted if self._row else None
        if wanted is None:
            return pgettext("slate", "minutes")
        return _("of {wanted} wanted", wanted=formats.number(language(), wanted))

    def paintEvent(self, _event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        colours, px = theme(), theme().px
        found = row.shown
        total, after = self._number(), self._after()
        left, right = px(18), self.width() - px(18)
        if self.folded:
            self._folded(painter, row, total, after)
            return
        painter.setFont(colours.font("label_strong"))
        painter.setPen(colours.color("text2"))
        painter.drawText(QRect(left, px(9), right - left, px(18)), Qt.AlignmentFlag.AlignVCenter,
                         pgettext("slate", "Minutes"))  # fmt: skip
        painter.drawText(QRect(left, px(9), right - left, px(18)),
                         Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._titles)  # fmt: skip
        self._paint_number(painter, QRect(left, px(31), right - left, px(34)), total, after)
        bar = QRectF(left, px(76), right - left, px(10))
        paint_bar(painter, bar, row, reach([row]) if found.wanted is None else max(found.total, found.wanted) * 1.07)
        painter.setFont(colours.font("small"))
        painter.setPen(colours.color("text2"))
        confirmed, invited = self._below()
        line = QRect(left, px(91), right - left, px(18))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, confirmed)
        if self.width() < self.sizeHint().width():
            painter.drawText(line.translated(0, px(18)), Qt.AlignmentFlag.AlignVCenter, invited)
        else:
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, invited)

    def _below(self) -> tuple[str, str]:
        if self._row is None:
            return "", ""
        found = self._row.shown
        number = formats.number
        return (
            _("{n} confirmed", n=number(language(), found.confirmed)),
            _("{n} invited", n=number(language(), found.invited)),
        )

    def _paint_number(self, painter: QPainter, room: QRect, total: str, after: str) -> None:
        colours, px = theme(), theme().px
        font = colours.font("number")
        painter.setFont(font)
        painter.setPen(colours.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, total)
        room = room.adjusted(width_of(font, total) + px(7), px(5), 0, 0)
        painter.setFont(colours.font("body"))
        painter.setPen(colours.color("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, after)

    def _folded(self, painter: QPainter, row: Row, total: str, after: str) -> None:
        colours, px = theme(), theme().px
        font = colours.font("title", tabular=True)
        x = px(18)
        for words, role, tone in ((total, font, "text"), (after, colours.font("body"), "text2")):
            painter.setFont(role)
            painter.setPen(colours.color(tone))
            painter.drawText(QRect(x, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += width_of(role, words) + px(7)
        bar = QRectF(x + px(12), (self.height() - px(10)) / 2, px(220), px(10))
        found = row.shown
        paint_bar(painter, bar, row, reach([row]) if found.wanted is None else max(found.total, found.wanted) * 1.07)
        painter.setFont(colours.font("body"))
        painter.setPen(colours.color("text2"))
        said = formats.commas(language(), (*self._below(), self._titles))
        room = QRect(round(bar.right()) + px(16), 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
