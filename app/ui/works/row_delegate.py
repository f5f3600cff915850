"""Painting a line of the catalogue: poster, title, country, versions, rights; and the field that renames it."""

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
from app.ui.works.row_columns import USUAL, Columns, columns
from app.ui.works.wording import Worded

TALL = 66
POSTER = 33
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """A line 66 pixels high, with the columns of `wanted`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted: tuple[str, ...] = USUAL

    def places(self, width: int) -> Columns:
        """Where the columns of a line of this width lie."""
        return columns(width, self.wanted)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(520), theme().px(TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row_ground(painter, rect, state)
        line: Worded | None = index.data(WORDED)
        if line is None:
            return
        places = self.places(rect.width())
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_poster(painter, _cell(rect, places.poster), line)
        self._paint_title(painter, _cell(rect, places.title), line)
        for name, place in places.others.items():
            self._paint_column(painter, name, _cell(rect, place), line, selected=selected)
        focused = state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange
        if focused:
            row_focus(painter, rect)

    def _paint_column(self, painter: QPainter, name: str, cell: QRect, line: Worded, *, selected: bool) -> None:
        upper, lower = halves(cell)
        match name:
            case "country":
                _one_line(painter, upper, line.country, "body", "text")
                _one_line(painter, lower, _kind_and_year(line, lower.width()), "body", "text2")
            case "versions":
                paint_chips(painter, cell, line.chips, selected=selected)
            case "rights":
                paint_status(painter, cell, line.look, line.status, line.until)
            case _:
                first, second = line.further.get(name, ("", ""))
                _one_line(painter, upper if second else cell, first, "body", "text")
                _one_line(painter, lower, second, "body", "text2")

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
        upper, _lower = halves(_cell(rect, self.places(rect.width()).title))
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
