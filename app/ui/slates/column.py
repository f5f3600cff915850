"""One column of the board: its name, how many titles and minutes, and the cards."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.domain.kinds import SlateState
from app.i18n.active import _, ngettext, pgettext
from app.store.slate_rows import EntryRow
from app.ui.gallery import gallery
from app.ui.slates.cards import ENTRY, GAP, WORDS, CardPainter, Index
from app.ui.slates.desk import Desk, column_minutes, column_name
from app.ui.slates.rail import FOLDED, Rail
from app.ui.theme import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.draw import rounded
from app.ui.widgets.safe import SafeLabel

HEAD = 44
NARROWEST = 212
MOST = 16777215
"""Qt's own word for as wide as may be."""

FOLDABLE = (SlateState.DECLINED, SlateState.RESERVE)
"""Columns that become rails where there is little room, in this order."""

REACH = 6
"""Pixels a press travels before it is a drag."""


class ColumnModel(QAbstractListModel):
    """The entries of one column."""

    def __init__(self, state: SlateState) -> None:
        super().__init__()
        self.state = state
        self.desk: Desk | None = None
        self.entries: tuple[EntryRow, ...] = ()

    def show(self, desk: Desk | None, entries: Sequence[EntryRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.desk, self.entries = desk, tuple(entries)
        self.endResetModel()

    def row_of(self, entry: int) -> int:
        """Where an entry stands; -1 when it does not."""
        return next((row for row, one in enumerate(self.entries) if one.id == entry), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry, desk = self.entries[index.row()], self.desk
        if role == ENTRY:
            return entry
        if desk is None:
            return None
        words = desk.words(entry)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return words.spoken
            case Qt.ItemDataRole.ToolTipRole:
                tip = (words.title, words.second, words.strand_name, words.shows, words.reason, entry.note)
                return "\n".join(filter(None, tip))
            case _:
                return words if role == WORDS else None


class CardList(QListView):
    """The cards of a column. What keys and pointer mean is decided by the board: this only tells it."""

    keyed = Signal(object)
    grabbed = Signal(QPoint)
    dragged = Signal(QPoint)
    released = Signal(QPoint)
    focused = Signal()
    asked = Signal(QPoint)
    opened = Signal()
    chose = Signal()
    pointed = Signal(int)
    """At which entry the pointer rests; 0 for none."""

    def __init__(self, state: SlateState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = state
        self.rows = ColumnModel(state)
        self.painter = CardPainter(self)
        self.slot: int | None = None
        self._press: QPoint | None = None
        self._dragging = False
        self._kept: list[int] | None = None
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme().px(24))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.chose.emit())
        self.entered.connect(lambda index: self.pointed.emit(self.rows.entries[index.row()].id))
        self.viewportEntered.connect(lambda: self.pointed.emit(0))
        theme().themed.connect(self.doItemsLayout)
        gallery().arrived.connect(self.viewport().update)

    @property
    def chosen(self) -> list[int]:
        """The selected entries, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.rows.entries[row].id for row in rows]

    @property
    def current(self) -> int | None:
        """The entry the keys are at."""
        row = self.currentIndex().row()
        return self.rows.entries[row].id if 0 <= row < len(self.rows.entries) else None

    def choose(self, entries: Sequence[int], current: int | None = None) -> None:
        """Select these without a word; the keys go on from `current`."""
        marks = self.selectionModel()
        marks.blockSignals(True)  # noqa: FBT003 - Qt's own
        marks.clearSelection()
        for entry in entries:
            row = self.rows.row_of(entry)
            if row >= 0:
                marks.select(self.rows.index(row), QItemSelectionModel.SelectionFlag.Select)
        if current is not None and (row := self.rows.row_of(current)) >= 0:
            marks.setCurrentIndex(self.rows.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        marks.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.viewport().update()

    def place_at(self, spot: QPoint) -> int:
        """Before which card something dropped at a point of the viewport would go."""
        for row in range(self.rows.rowCount()):
            rect = self.visualRect(self.rows.index(row))
            if spot.y() < rect.center().y():
                return row
        return self.rows.rowCount()

    def show_slot(self, place: int | None) -> None:
        """Mark where the card in the hand would go; None for nowhere here."""
        if place != self.slot:
            self.slot = place
            self.viewport().update()

    def let_go(self) -> None:
        """The drag has ended, however."""
        self._dragging, self._press, self._kept = False, None, None

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            return
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        several = index.isValid() and plain and self.selectionModel().isSelected(index)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._press = spot
        if several:  # a press on one of several chosen cards takes all of them
            self._kept = self.chosen
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._dragging:
            self.dragged.emit(at)
        elif self._press is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (event.position().toPoint() - self._press).manhattanLength() > REACH and self.chosen:
                self._dragging = True
                self.grabbed.emit(at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() is not Qt.MouseButton.LeftButton:
            return
        dragging, kept = self._dragging, self._kept
        self.let_go()
        if dragging:
            self.released.emit(event.globalPosition().toPoint())
            return
        if kept is not None and event.button() is Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(0)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        rect = self.visualRect(self.currentIndex())
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard and rect.isValid()
        self.asked.emit(self.viewport().mapToGlobal(rect.center()) if by_keys else event.globalPos())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            event.accept()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.slot is None:
            return
        count = self.rows.rowCount()
        if self.slot < count:
            y = self.visualRect(self.rows.index(self.slot)).top() - theme().px(GAP) // 2 - 1
        elif count:
            y = self.visualRect(self.rows.index(count - 1)).bottom() - theme().px(GAP) // 2 + 1
        else:
            y = 1
        bar = QRectF(1, max(0, y - 1), self.viewport().width() - 2, 3)
        rounded(QPainter(self.viewport()), bar, 1.5, theme().color("focus"))


class Column(QWidget):
    """A column with its head; folded it is a rail. `opened` and `closed` ask for the one and the other."""

    opened = Signal()
    closed = Signal()

    def __init__(self, state: SlateState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.folded = False
        self.rail, self.fold_button = Rail(), IconButton("chevron-right", size=24)
        self.rail.clicked.connect(self.opened)
        self.fold_button.clicked.connect(self.closed)
        self.fold_button.setVisible(state in FOLDABLE)
        self.rail.hide()
        self.title = SafeLabel(role="strong")
        self.count = SafeLabel(role="body", tone="text2")
        self.minutes = SafeLabel(role="small", tone="text2")
        self.cards = CardList(state)
        self.lit = False
        self._first = False
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 2, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.minutes)
        head.addWidget(self.fold_button)
        self._head = QWidget()
        self._head.setLayout(head)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(10, 0, 10, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.cards, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._inside)
        both.addWidget(self.rail)
        theme().themed.connect(self._measure)
        self._measure()

    def show_desk(self, desk: Desk | None, entries: Sequence[EntryRow]) -> None:
        """Show the entries of this column."""
        name, n = column_name(self.state), len(entries)
        self.cards.rows.show(desk, entries)
        self.title.setText(name)
        self.count.setText(str(n))
        self.minutes.setText(column_minutes(entries) if n else "")
        said = ngettext("{n} title", "{n} titles", n)
        self.cards.setAccessibleName(pgettext("slate", "{column}, {titles}", column=name, titles=said))
        self.rail.tell(name, n, _("Open: {column}", column=self.cards.accessibleName()))
        self.fold_button.set_name(_("Fold this column"))

    def fold(self, *, folded: bool) -> None:
        """Shrink to a rail that still takes cards, or open again."""
        if folded != self.folded:
            self.folded = folded
            self._inside.setVisible(not folded)
            self.rail.setVisible(folded)
            self._measure()

    def place_at(self, at: QPoint) -> int:
        """Before which card something dropped at a point of the screen would go; behind all of them in a rail."""
        if self.folded:
            return self.cards.rows.rowCount()
        return self.cards.place_at(self.cards.viewport().mapFromGlobal(at))

    def light(self, *, lit: bool) -> None:
        """Show that something would be dropped here."""
        if lit != self.lit:
            self.lit = lit
            self.update()

    def lead(self, *, first: bool) -> None:
        """The first column has no line at its left."""
        self._first = first

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone = "accentTint" if self.lit else "panel" if self.state is SlateState.DECLINED else "surface"
        painter.fillRect(self.rect(), theme().color(tone))
        if not self._first:
            painter.fillRect(QRect(0, 0, 1, self.height()), theme().color("line"))

    def _measure(self) -> None:
        self._head.setFixedHeight(theme().px(HEAD))
        self.setMinimumWidth(theme().px(FOLDED if self.folded else NARROWEST))
        self.setMaximumWidth(theme().px(FOLDED) if self.folded else MOST)
