"""The cells of the schedule's list: how each is painted, and the editors that open in it."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.kinds import ScreeningStatus
from app.i18n import formats, labels
from app.i18n.active import tr
from app.store.schedule import Card
from app.ui.icons import paint_icon
from app.ui.schedule.blocks import paint_code
from app.ui.schedule.faces import codes
from app.ui.schedule.list_model import CARD, PLAN, Column, ListModel, grave, length, struck
from app.ui.schedule.plan import Plan
from app.ui.schedule.wording import code_width
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, row_focus, row_ground
from app.ui.widgets.fields import Combo
from app.ui.widgets.spinners import NumberField, TimeField
from app.ui.widgets.status import SCREENING_LOOK
from app.ui.widgets.strands import paint_strand

Index = QModelIndex | QPersistentModelIndex

ROW = 36


class LinePainter(QStyledItemDelegate):
    """Paints the cells and makes their editors."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, theme().px(ROW))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        card: Card = index.data(CARD)
        plan: Plan = index.data(PLAN)
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        row_ground(painter, rect.adjusted(-3 if index.column() else 0, 0, 0, 0), option.state)
        painter.restore()
        model = index.model()
        if isinstance(model, ListModel) and model.first_of_day(index.row()) and index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme().color("line2"))
        room = rect.adjusted(theme().px(8), 0, -theme().px(4), 0)
        self._cell(painter, room, plan, card, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            row_focus(painter, rect)

    def _cell(self, painter: QPainter, room: QRect, plan: Plan, card: Card, index: Index) -> None:
        px = theme().px
        column = Column(index.column())
        words, role, tone = str(index.data() or ""), "body", "text"
        middle = room.center().y() + 1
        match column:
            case Column.DAY:
                role = "strong"
            case Column.START | Column.END | Column.MINUTES:
                role, tone = "figure", "text" if column is Column.START else "text2"
            case Column.TITLE:
                role = "strong"
                room = _with_glyph(painter, room, plan.strand_number(card.strand))
            case Column.LANGUAGES:
                left = float(room.left())
                for code in codes(plan, card):
                    if left + code_width(code) <= room.right():
                        paint_code(painter, left, middle, code)
                    left += code_width(code) + px(4)
                return
            case Column.STATUS:
                look = SCREENING_LOOK[card.status]
                room = _with_icon(painter, room, "lock" if card.locked else look.icon, look.tone)
                tone = look.tone
            case Column.CONFLICTS if words:
                tone = "red" if grave(plan, card) else "amber"
                room = _with_icon(painter, room, "triangle-alert", tone)
            case _:
                tone = "text2"
        font = theme().font(role)
        font.setStrikeOut(struck(card) and column is Column.TITLE)
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, words, room.width()))

    # Editors

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]
        plan: Plan = index.data(PLAN)
        column = Column(index.column())
        editor: QWidget
        if column is Column.START:
            editor = TimeField(parent)
        elif column is Column.MINUTES:
            editor = NumberField(parent, low=1, high=1440)
        elif column is Column.NOTE:
            editor = QLineEdit(parent)
        else:
            combo = editor = Combo(parent)
            for words, key in _options(plan, column):
                combo.addItem(words, key)
            combo.activated.connect(lambda _place: self._chosen(combo))
        editor.setAccessibleName(index.model().headerData(column, Qt.Orientation.Horizontal))
        return editor

    def _chosen(self, combo: Combo) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        card: Card = index.data(CARD)
        if isinstance(editor, TimeField):
            editor.setTime(QTime(card.starts.hour, card.starts.minute))
        elif isinstance(editor, NumberField):
            editor.setValue(length(card))
        elif isinstance(editor, Combo):
            keys = {
                Column.DAY: card.day, Column.HALL: card.hall, Column.STRAND: card.strand,
                Column.STATUS: card.status.value,
            }  # fmt: skip
            key = keys[Column(index.column())]
            editor.setCurrentIndex(next((n for n in range(editor.count()) if editor.itemData(n) == key), -1))
        elif isinstance(editor, QLineEdit):
            editor.setText(card.note)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, TimeField):
            model.setData(index, editor.time().hour() * 60 + editor.time().minute())
        elif isinstance(editor, NumberField):
            model.setData(index, editor.value())
        elif isinstance(editor, Combo):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip())

    def updateEditorGeometry(self, editor: QWidget, option: Any, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 2, -1, -3))


def _options(plan: Plan, column: Column) -> list[tuple[str, object]]:
    """What a cell can be set to: words and keys."""
    match column:
        case Column.DAY:
            return [(formats.day_label(plan.language, day), day) for day in plan.days]
        case Column.HALL:
            return [(plan.hall_name(hall), hall) for hall in plan.halls]
        case Column.STRAND:
            return [("–", None), *((plan.strand_name(row.id), row.id) for row in plan.schedule.strands)]
    return [(labels.screening_status(tr(), status), status.value) for status in ScreeningStatus]


def _with_glyph(painter: QPainter, room: QRect, strand: int) -> QRect:
    if strand < 0:
        return room
    size = theme().px(9)
    paint_strand(painter, QRectF(room.left(), room.center().y() + 1 - size / 2, size, size), strand)
    return room.adjusted(size + theme().px(7), 0, 0, 0)


def _with_icon(painter: QPainter, room: QRect, icon: str, tone: str) -> QRect:
    size = theme().px(14)
    paint_icon(painter, QRectF(room.left(), room.center().y() + 1 - size // 2, size, size), icon, tone)
    return room.adjusted(size + theme().px(6), 0, 0, 0)
