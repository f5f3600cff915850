"""The schedule as a list: the same events, the same selection, everything by keys, start, hall and status in place."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTime,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.kinds import ScreeningStatus
from app.i18n import labels
from app.i18n.active import _, tr
from app.store.schedule import Card
from app.ui.icons import paint_icon
from app.ui.schedule.blocks import code_width, paint_code
from app.ui.schedule.faces import codes
from app.ui.schedule.list_model import CARD, PLAN, Column, ListModel, grave, struck
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import fitting, row_focus, row_ground
from app.ui.widgets.fields import Combo
from app.ui.widgets.spinners import TimeField
from app.ui.widgets.status import SCREENING_LOOK
from app.ui.widgets.strands import paint_strand

Index = QModelIndex | QPersistentModelIndex

ROW = 36
WIDTHS = {
    Column.DAY: 96, Column.START: 62, Column.END: 56, Column.HALL: 90, Column.LANGUAGES: 104, Column.STRAND: 140,
    Column.STATUS: 124,
}  # fmt: skip
ROOMY = 940
"""Narrower lists name the strand by its glyph alone; the legend below says which is which."""

EDIT_KEYS = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked


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
            case Column.START | Column.END:
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
        if index.column() == Column.START:
            field = TimeField(parent)
            field.setAccessibleName(_("Start"))
            return field
        combo = Combo(parent)
        combo.setAccessibleName(_("Hall") if index.column() == Column.HALL else _("Status"))
        if index.column() == Column.HALL:
            for hall in plan.schedule.halls:
                combo.addItem(plan.hall_name(hall.id), hall.id)
        else:
            for status in ScreeningStatus:
                combo.addItem(labels.screening_status(tr(), status), status.value)
        combo.activated.connect(lambda _place: self._chosen(combo))
        return combo

    def _chosen(self, combo: Combo) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        card: Card = index.data(CARD)
        if isinstance(editor, TimeField):
            editor.setTime(QTime(card.starts.hour, card.starts.minute))
        elif isinstance(editor, Combo):
            key = card.hall if index.column() == Column.HALL else card.status.value
            editor.setCurrentIndex(editor.findData(key))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, TimeField):
            model.setData(index, editor.time().hour() * 60 + editor.time().minute())
        elif isinstance(editor, Combo):
            model.setData(index, editor.currentData())

    def updateEditorGeometry(self, editor: QWidget, option: Any, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 2, -1, -3))


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


class ScheduleList(Translated, QTableView):
    """The list. It says what keys the board says too, so that both are driven alike."""

    selected = Signal(int)
    opened = Signal(int)
    asked = Signal(QPoint)
    pressed_key = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ListModel()
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(EDIT_KEYS)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(40)
        theme().themed.connect(self._measure)
        self.selectionModel().currentChanged.connect(self._moved)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(_("Schedule as a list"))
        self.lines.retranslate()

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; the chosen line stays chosen."""
        chosen, column = self.screening(), max(self.currentIndex().column(), 0)
        self.lines.show_plan(plan)
        if chosen:
            self.select(chosen, column)

    def screening(self) -> int:
        """The chosen event, 0 for none."""
        index = self.currentIndex()
        return self.lines.card(index.row()).id if index.isValid() else 0

    def select(self, screening: int, column: int | None = None) -> None:
        """Choose the line of an event."""
        row = self.lines.row_of(screening)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif screening != self.screening() or column is not None:
            here = self.currentIndex().column() if column is None else column
            self.setCurrentIndex(self.lines.index(row, here if here > 0 else Column.START))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self.screening())
            return
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(event.globalPos())

    def edit_here(self) -> None:
        """Open the editor of the chosen cell, or of the start."""
        index = self.currentIndex()
        if index.isValid():
            editable = self.lines.flags(index) & Qt.ItemFlag.ItemIsEditable
            self.edit(index if editable else self.lines.index(index.row(), Column.START))

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.selected.emit(self.lines.card(current.row()).id if current.isValid() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(Column.STRAND, self.viewport().width() < theme().px(ROOMY))

    def _measure(self) -> None:
        px = theme().px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        head = self.horizontalHeader()
        for column in Column:
            stretched = column in (Column.TITLE, Column.CONFLICTS)
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(column, mode)
            if not stretched:
                self.setColumnWidth(column, px(WIDTHS[column]))
