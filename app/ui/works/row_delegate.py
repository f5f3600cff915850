"""Painting a line of the catalogue: poster, title, country, versions, rights; and the field that renames it."""

from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n.active import _
from app.ui.icons import paint_icon
from app.ui.posters import RATIO, paint_poster
from app.ui.theme import theme
from app.ui.widgets.chips import paint_chips, paint_tag, tag_size
from app.ui.widgets.draw import fitting, row_focus, row_ground, width_of
from app.ui.widgets.fields import LONGEST
from app.ui.widgets.status import paint_status
from app.ui.works.list_model import WORDED
from app.ui.works.wording import Worded

TALL = 66
POSTER = 33
_EDGE, _GAP = 16, 12
_COUNTRY, _WIDEST_COUNTRY, _RIGHTS = 116, 140, 140
_TIGHT, _ROOMY = 600, 700
"""A line narrower than the first gives countries and kinds their least; from the second on they have their most."""
_TITLE_SHARE, _VERSIONS_SHARE = 1.22, 1.24

Index = QModelIndex | QPersistentModelIndex


class Columns(NamedTuple):
    """(left, width) of each column of a line."""

    poster: tuple[int, int]
    title: tuple[int, int]
    country: tuple[int, int]
    versions: tuple[int, int]
    rights: tuple[int, int]


def columns(width: int) -> Columns:
    """Where the columns lie in a line of this width."""
    px = theme().px
    gap, poster, rights = px(_GAP), px(50), px(_RIGHTS)
    roomy = min(max((width - px(_TIGHT)) / (px(_ROOMY) - px(_TIGHT)), 0), 1)
    country = px(_COUNTRY) + round(roomy * (px(_WIDEST_COUNTRY) - px(_COUNTRY)))
    left = px(_EDGE)
    free = max(width - 2 * px(_EDGE) - poster - country - rights - 4 * gap, px(160))
    title = round(free * _TITLE_SHARE / (_TITLE_SHARE + _VERSIONS_SHARE))
    places, x = [], left
    for wide in (poster, title, country, free - title, rights):
        places.append((x, wide))
        x += wide + gap
    return Columns(*places)


class RowDelegate(QStyledItemDelegate):
    """A line 66 pixels high. `hovered` is kept by the view."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(520), theme().px(TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row_ground(painter, rect, state)
        line: Worded | None = index.data(WORDED)
        if line is None:
            return
        places = columns(rect.width())
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_poster(painter, _cell(rect, places.poster), line)
        self._paint_title(painter, _cell(rect, places.title), line)
        upper, lower = halves(_cell(rect, places.country))
        _one_line(painter, upper, line.country, "body", "text")
        _one_line(painter, lower, _kind_and_year(line, lower.width()), "body", "text2")
        paint_chips(painter, _cell(rect, places.versions), line.chips, selected=selected)
        paint_status(painter, _cell(rect, places.rights), line.look, line.status, line.until)
        focused = state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange
        if focused:
            row_focus(painter, rect)

    def _paint_poster(self, painter: QPainter, cell: QRect, line: Worded) -> None:
        wide = theme().px(POSTER)
        tall = round(wide * RATIO)
        spot = QRectF(cell.left(), cell.top() + (cell.height() - tall) // 2, wide, tall)
        paint_poster(painter, spot, line.id)

    def _paint_title(self, painter: QPainter, cell: QRect, line: Worded) -> None:
        px = theme().px
        upper, lower = halves(cell)
        tail = (tag_size(line.tag).width() + px(7) if line.tag else 0) + (px(20) if line.doubt else 0)
        font = theme().font("row_title")
        title = fitting(font, line.title, upper.width() - tail)
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        x = upper.left() + width_of(font, title) + px(7)
        if line.tag:
            size = tag_size(line.tag)
            spot = QRectF(x, upper.center().y() - size.height() // 2 + 1, size.width(), size.height())
            paint_tag(painter, spot, line.tag, borrowed=True)
            x += size.width() + px(7)
        if line.doubt:
            side = px(13)
            tone = "amber" if line.shaky else "text3"
            paint_icon(painter, QRectF(x, upper.center().y() - side // 2 + 1, side, side), "circle-alert", tone)
        if line.why:
            paint_why(painter, lower, line)
        else:
            _one_line(painter, lower, line.second, "body", "text2")

    # Renaming in place

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setMaxLength(LONGEST)
        field.setAccessibleName(_("Title"))
        field.setFont(theme().font("row_title"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Told anew whenever the line changes; what is being typed is left alone.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setModified(False)
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect: QRect = option.rect
        upper, _lower = halves(_cell(rect, columns(rect.width()).title))
        editor.setGeometry(upper.adjusted(-theme().px(6), -2, 0, theme().px(4)))


def _cell(rect: QRect, column: tuple[int, int]) -> QRect:
    return QRect(rect.left() + column[0], rect.top(), column[1], rect.height() - 1)


def halves(cell: QRect) -> tuple[QRect, QRect]:
    """The places of a first and a second line in the middle of a cell."""
    tall = theme().px(19)
    top = cell.top() + (cell.height() - 2 * tall) // 2
    return QRect(cell.left(), top, cell.width(), tall), QRect(cell.left(), top + tall, cell.width(), tall)


def _kind_and_year(line: Worded, room: int) -> str:
    """Kind and year; when they are too wide the kind gives way, the year stays."""
    font = theme().font("body")
    whole = line.kind_and_year()
    over = width_of(font, whole) - room
    if over <= 0:
        return whole
    return line.kind_and_year(fitting(font, line.kind, width_of(font, line.kind) - over))


def _one_line(painter: QPainter, room: QRect, text: str, role: str, tone: str) -> None:
    font = theme().font(role)
    painter.setFont(font)
    painter.setPen(theme().color(tone))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, text, room.width()))


def paint_why(painter: QPainter, room: QRect, line: Worded) -> None:
    """Why the filter found this title, with the letters that fit underlined in amber."""
    colours = theme()
    font = colours.font("small")
    text = fitting(font, line.why, room.width())
    painter.setFont(font)
    for start, end in line.spans:
        left = width_of(font, text[:start])
        right = width_of(font, text[:end])
        mark = QRectF(room.left() + left, room.center().y() + colours.px(7), right - left, 2)
        painter.fillRect(mark, colours.color("amberFill"))
    painter.setPen(colours.color("text2"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
