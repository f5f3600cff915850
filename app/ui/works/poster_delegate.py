"""Painting a title as a poster with its name below, for the poster view of the catalogue."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from app.ui.icons import paint_icon
from app.ui.posters import RATIO, paint_poster
from app.ui.theme import theme
from app.ui.widgets.chips import paint_tag, tag_size
from app.ui.widgets.draw import fitting, rounded
from app.ui.works.list_model import WORDED
from app.ui.works.row_delegate import RowDelegate, paint_why
from app.ui.works.wording import Worded

WIDE = 120
_PAD = 10
_WORDS = 62

Index = QModelIndex | QPersistentModelIndex


class PosterDelegate(RowDelegate):
    """A poster 120 wide; title, second name and the state of the rights below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        px = theme().px
        return QSize(px(WIDE + 2 * _PAD), round(px(WIDE) * RATIO) + px(2 * _PAD + _WORDS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, colours = theme().px, theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line: Worded | None = index.data(WORDED)
        frame = QRectF(rect).adjusted(2, 2, -2, -2)
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            edge = QPen(colours.color("accent" if active else "control"), 2)
            rounded(painter, frame, 8, colours.color("accentTint" if active else "sunken"), edge)
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, frame, 8, colours.color("hover"))
        if line is None:
            return
        wide = px(WIDE)
        left, top = rect.left() + (rect.width() - wide) // 2, rect.top() + px(_PAD)
        paint_poster(painter, QRectF(left, top, wide, round(wide * RATIO)), line.id)
        if line.tag:
            size = tag_size(line.tag)
            spot = QRectF(left + wide - size.width() - px(5), top + px(5), size.width(), size.height())
            rounded(painter, spot, 4, colours.color("surface"))
            paint_tag(painter, spot, line.tag, borrowed=True)
        self._words(painter, QRect(left, top + round(wide * RATIO) + px(6), wide, px(54)), line)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            rounded(painter, frame, 8, None, QPen(colours.color("focus"), 2))

    def _words(self, painter: QPainter, room: QRect, line: Worded) -> None:
        px, colours = theme().px, theme()
        tall = px(18)
        rows = [QRect(room.left(), room.top() + tall * n, room.width(), tall) for n in range(3)]
        for row, text, role, tone in (
            (rows[0], line.title, "strong", "text"),
            (rows[1], "" if line.why else line.second, "small", "text2"),
            (rows[2].adjusted(px(19), 0, 0, 0), line.status, "small", line.look.tone),
        ):
            font = colours.font(role)
            painter.setFont(font)
            painter.setPen(colours.color(tone))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, fitting(font, text, row.width()))
        if line.why:
            paint_why(painter, rows[1], line)
        side = px(13)
        spot = QRectF(rows[2].left(), rows[2].top() + (tall - side) // 2, side, side)
        paint_icon(painter, spot, line.look.icon, line.look.tone)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        px = theme().px
        rect: QRect = option.rect
        top = rect.top() + px(_PAD) + round(px(WIDE) * RATIO) + px(4)
        editor.setGeometry(rect.left() + px(4), top, rect.width() - px(8), px(26))
