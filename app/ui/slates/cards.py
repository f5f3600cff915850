"""Painting a card of the slate: poster, names, facts, versions, strand, rights, what people think of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.kinds import SlateState
from app.store.slate_rows import EntryRow
from app.ui.icons import paint_icon
from app.ui.posters import paint_poster
from app.ui.slates.card_layout import APART, BESIDE, GLYPH, ICON, first_fitting, foot_of, rank_room, title_lines
from app.ui.slates.desk import Words
from app.ui.theme import theme
from app.ui.widgets.badges import badge_size, paint_badge
from app.ui.widgets.chips import lay_out, paint_chip
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.strands import paint_strand

POSTER_WIDE, POSTER_TALL = 38, 57
PAD, GAP = 11, 8
CHIPS_GAP, FOOT = 9, 30
LINE = 18

REMEMBERED = 4000
"""Heights of cards: measuring words is what laying out a long column costs."""

ENTRY = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class CardPainter(QStyledItemDelegate):
    """Paints cards; those in `held` are shown as the dashed place they were taken from."""

    def __init__(self, parent: QAbstractScrollArea) -> None:
        super().__init__(parent)
        self.held: frozenset[int] = frozenset()
        self._measured = parent
        self._tall: dict[tuple[Words, int], int] = {}
        theme().themed.connect(self._tall.clear)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        words: Words = index.data(WORDS)
        asked = words, self._measured.viewport().width() - 2
        tall = self._tall.get(asked)
        if tall is None:
            if len(self._tall) > REMEMBERED:
                self._tall.clear()
            tall = self._tall[asked] = card_height(*asked)
        return QSize(100, tall + theme().px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: EntryRow = index.data(ENTRY)
        words: Words = index.data(WORDS)
        state: QStyle.StateFlag = option.state
        rect = QRect(option.rect).adjusted(1, 1, -1, -theme().px(GAP) + 1)
        if entry.id in self.held:
            edge = QPen(theme().color("control"), 1, Qt.PenStyle.CustomDashLine)
            edge.setDashPattern([4, 3])
            rounded(painter, QRectF(rect), 8, theme().color("panel"), edge)
            return
        active = bool(state & QStyle.StateFlag.State_Active)
        paint_card(
            painter, rect, entry, words,
            chosen=bool(state & QStyle.StateFlag.State_Selected), focused=bool(state & QStyle.StateFlag.State_HasFocus),
            over=bool(state & QStyle.StateFlag.State_MouseOver), active=active,
        )  # fmt: skip


def card_height(words: Words, width: int) -> int:
    """How tall a card of this width is."""
    px = theme().px
    inside = width - 2 * px(PAD)
    placed = lay_out(words.chips, inside)
    tall = px(PAD) + _top(words, inside)
    if placed:
        tall += px(CHIPS_GAP) + placed[-1].rect.bottom() + 1
    if words.reason:
        tall += px(CHIPS_GAP) + px(LINE)
    return tall + px(CHIPS_GAP) + px(FOOT) + (foot_of(words, inside).lines - 1) * px(LINE)


def _top(words: Words, inside: int) -> int:
    """How tall poster and names are: a title of two lines may need more than the poster."""
    px = theme().px
    lines = len(title_lines(words, inside - px(POSTER_WIDE + PAD))) + bool(words.second) + 1
    return max(px(POSTER_TALL), lines * px(LINE) + px(2))


def paint_card(  # noqa: PLR0913 - a card in each of its states
    painter: QPainter, rect: QRect, entry: EntryRow, words: Words, *, chosen: bool = False, focused: bool = False,
    over: bool = False, active: bool = True,
) -> None:  # fmt: skip
    """Draw a card; the ghost in the hand is drawn by this too."""
    colours, px = theme(), theme().px
    declined = entry.state is SlateState.DECLINED
    fill = ("accentTint" if active else "sunken") if chosen else "hover" if over else "panel" if declined else "surface"
    edge = QPen(colours.color("focus" if focused else "accent"), 2) if chosen else colours.color("line2")
    rounded(painter, QRectF(rect), 8, colours.color(fill), edge)
    inside = rect.adjusted(px(PAD), px(PAD), -px(PAD), 0)
    painter.save()
    painter.setClipRect(rect.adjusted(2, 2, -2, -2))
    spot = QRectF(inside.left(), inside.top(), px(POSTER_WIDE), px(POSTER_TALL))
    if declined:
        painter.setOpacity(0.55)
    paint_poster(painter, spot, entry.work)
    painter.setOpacity(1)
    _names(painter, inside, words, quiet=declined)
    y = inside.top() + _top(words, inside.width())
    placed = lay_out(words.chips, inside.width())
    if placed:
        y += px(CHIPS_GAP)
        for one in placed:
            paint_chip(painter, QRectF(one.rect.translated(inside.left(), y)), one, selected=chosen)
        y += placed[-1].rect.bottom() + 1
    if words.reason:
        y += px(CHIPS_GAP)
        _line(painter, QRect(inside.left(), y, inside.width(), px(LINE)), words.reason, "small", "text2")
        y += px(LINE)
    y += px(CHIPS_GAP)
    painter.fillRect(QRect(inside.left(), y, inside.width(), 1), colours.color("line2" if chosen else "line"))
    _foot(painter, QRect(inside.left(), y + 1, inside.width(), rect.bottom() - y), words)
    painter.restore()


def _names(painter: QPainter, inside: QRect, words: Words, *, quiet: bool) -> None:
    px = theme().px
    left = inside.left() + px(POSTER_WIDE + PAD)
    room = QRect(left, inside.top(), inside.right() + 1 - left, px(LINE))
    if words.rank:
        size = badge_size(words.rank)
        badge = QRectF(room.right() + 1 - size.width(), room.top() + (room.height() - size.height()) / 2,
                       size.width(), size.height())  # fmt: skip
        paint_badge(painter, badge, words.rank)
    aside = rank_room(words)
    for line in title_lines(words, room.width()):
        _line(painter, room.adjusted(0, 0, -aside, 0), line, "row_title", "text2" if quiet else "text")
        room.translate(0, px(LINE))
        aside = 0
    aside = _points(painter, room, words.points)
    if words.second:
        _line(painter, room.adjusted(0, 0, -aside, 0), words.second, "body", "text2")
        room.translate(0, px(LINE + 1))
        aside = 0
    facts = first_fitting(theme().font("body"), (words.facts, *words.briefer), room.width() - aside)
    _line(painter, room.adjusted(0, 0, -aside, 0), facts, "body", "text2")


def _points(painter: QPainter, room: QRect, points: str) -> int:
    """A star and the mean at the right end of a line; how much room they take."""
    if not points:
        return 0
    px = theme().px
    wide, star = width_of(theme().font("small_strong"), points), px(12)
    left = room.right() + 1 - wide - star - px(4)
    paint_icon(painter, QRectF(left, room.top() + (room.height() - star) / 2, star, star), "star", "accent")
    _line(painter, QRect(left + star + px(4), room.top(), wide + 1, room.height()), points, "small_strong", "text")
    return wide + star + px(10)


def _foot(painter: QPainter, room: QRect, words: Words) -> None:
    """Strand at the left, rights at the right or below it; neither is cut while there is another way."""
    px, font = theme().px, theme().font("body")
    foot = foot_of(words, room.width())
    one = QRect(room.left(), room.top(), room.width(), room.height() // foot.lines)
    if foot.lines > 1:
        one.adjust(0, px(3), 0, 0)
        _rights(painter, one.translated(0, px(LINE)), words)
        _strand(painter, one, words)
        return
    rights = "" if foot.bare else words.rights
    wide = min(px(ICON) + (px(BESIDE) + width_of(font, rights) + 1 if rights else 0), room.width())
    _rights(painter, one.adjusted(room.width() - wide, 0, 0, 0), words, bare=foot.bare)
    _strand(painter, one.adjusted(0, 0, -wide - px(APART), 0), words)


def _rights(painter: QPainter, room: QRect, words: Words, *, bare: bool = False) -> None:
    px, size = theme().px, theme().px(ICON)
    spot = QRectF(room.left(), room.center().y() - size / 2 + 1, size, size)
    paint_icon(painter, spot, words.look.icon, words.look.tone)
    if not bare:
        _line(painter, room.adjusted(size + px(BESIDE), 0, 1, 0), words.rights, "body", words.look.tone)


def _strand(painter: QPainter, room: QRect, words: Words) -> None:
    if words.strand < 0:
        return
    glyph = theme().px(GLYPH)
    paint_strand(painter, QRectF(room.left(), room.center().y() - glyph / 2 + 1, glyph, glyph), words.strand)
    _line(painter, room.adjusted(glyph + theme().px(BESIDE + 1), 0, 1, 0), words.strand_name, "body", "text")


def _line(painter: QPainter, room: QRect, text: str, role: str, tone: str) -> None:
    font = theme().font(role)
    painter.setFont(font)
    painter.setPen(theme().color(tone))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, text, max(room.width(), 0)))
