"""The board itself: what pointer, wheel and keys do to it is said in signals."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui.schedule.barring import blocker_row, cards_of
from app.ui.schedule.board import Block
from app.ui.schedule.plan import minutes_after
from app.ui.schedule.stretching import Edge, taken
from app.ui.schedule.worktop import Worktop

REACH = 6
"""Pixels the pointer travels before a press becomes a drag."""

ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""How the keys came to the board so that it shows a ring; a page that is opened has its hints without one."""


class BoardView(Worktop):
    """The board one works on. A press that travels is `grabbed` (event, where, pixels after its public time).

    A press on free ground that travels is `banding` (rectangle of the board, keys held) until it is let go (`banded`),
    one on an edge of the chosen block is `resized` when it is let go. `clicked` carries a block and keys held,
    `turned` one of several chosen blocks that is held now. A menu is `asked` for on free ground that is `pointed` at
    (a place on the board). The keys go elsewhere when it is `left`.
    """

    opened = Signal(int)
    clicked = Signal(int, object)
    turned = Signal(int)
    barred_pressed = Signal(int)
    grabbed = Signal(object, QPoint, float)
    dragged = Signal(QPoint, object)
    released = Signal(QPoint, object)
    banded = Signal()
    resized = Signal(object)
    pointed = Signal(QPointF)
    asked = Signal(QPoint)
    pressed_key = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press: QPoint | None = None
        self._alone = False
        self._dragging = False
        self._edge: Edge | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(30)
        self._scroll.timeout.connect(self._scroll_on)

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dragging or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        left = event.button() is Qt.MouseButton.LeftButton
        block, held = self.block_at(event.position()), event.modifiers()
        self._edge = self._edge_at(event.position()) if left else None
        if self._edge is not None:
            self._press = event.position().toPoint()
            return
        inside = block is not None and block.card.id in self.also | {self.chosen}
        self._alone = False
        if block is None:
            if not held & ADDING and (left or not self._on_mark(event.position())):
                self.show_mark(None)
                self.select(0, reveal=False)
                self.barred_pressed.emit(self._barred_at(event.position())[0])
        elif held & Qt.KeyboardModifier.ShiftModifier and left:
            self.clicked.emit(block.card.id, held)
        elif inside or held & Qt.KeyboardModifier.ControlModifier:
            self._alone = left  # settled when it is let go: until then it may become a drag
            if inside and block.card.id != self.chosen:
                self.turned.emit(block.card.id)
        else:
            self.clicked.emit(block.card.id, held)
        if left:
            self._press, self._corner = event.position().toPoint(), event.position() - self.origin()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        self._at, self._held = spot, event.modifiers()
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint(), event.modifiers())
        elif self.band is not None:
            self._band_to(spot)
        elif self.stretch is not None:
            self._stretch_to(event.position())
        elif self._press is not None and (spot - self._press).manhattanLength() > REACH:
            self._begin(event)
        elif self._press is None:
            self._hover(self.block_at(event.position()))
            edge = self._edge_at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor if edge else Qt.CursorShape.ArrowCursor)

    def _begin(self, event: QMouseEvent) -> None:
        """A press has become a drag: of an edge, of blocks, or of a band over free ground."""
        assert self._press is not None
        card = self._held_card(QPointF(self._press)) if self._edge is not None else None
        if self._edge is not None and card is not None:
            self.stretch = taken(card, self._edge)
            self._stretch_to(event.position())
            return
        block = self.block_at(QPointF(self._press))
        if block is not None:
            if block.card.id not in self.also | {self.chosen}:
                self.clicked.emit(block.card.id, Qt.KeyboardModifier.NoModifier)
            self._dragging, self._alone = True, False
            grab = self._press.x() - self.origin().x() - block.body_left
            self.grabbed.emit(block.card, event.globalPosition().toPoint(), grab)
        elif self.board is not None:
            self._begin_on_ground(event)

    def _begin_on_ground(self, event: QMouseEvent) -> None:
        assert self._press is not None
        number, slot = self._barred_at(QPointF(self._press))
        row = blocker_row(self.plan, number) if self.plan is not None else None
        if row is not None and self.plan is not None and self.board is not None:
            card = next(card for card in cards_of(self.plan, row) if card.id == slot)
            self._dragging = True
            left = self.board.x(minutes_after(card.day, card.starts))
            grab = self._press.x() - self.origin().x() - left
            self.grabbed.emit(card, event.globalPosition().toPoint(), grab)
            return
        self._scroll.start()
        self._band_to(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._dragging:
            self.released.emit(event.globalPosition().toPoint(), event.modifiers())
        elif self.band is not None:
            self.banded.emit()
        elif self.stretch is not None:
            self.resized.emit(self.stretch)
        elif self._alone and (block := self.block_at(event.position())) is not None:
            self.clicked.emit(block.card.id, event.modifiers())
        self.let_go()

    def let_go(self) -> None:
        """The press is over, however it ended."""
        self._scroll.stop()
        self._press, self._dragging, self._alone, self._edge = None, False, False, None
        if self.band is not None or self.stretch is not None:
            self.band = self.stretch = None
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        if block is not None:
            self.opened.emit(block.card.id)

    # Keys and wheel

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._dragging or self.busy:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.ask_menu()
            return
        spot = QPointF(event.pos())
        if self._is_free(spot):
            self.pointed.emit(spot - self.origin())
        self.asked.emit(event.globalPos())

    def ask_menu(self) -> None:
        """Ask for the menu by keys: at what is chosen or marked, else in the middle."""
        spot = self.held_rect().center().toPoint()
        self.asked.emit(self.viewport().mapToGlobal(spot))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.busy and event.key() == Qt.Key.Key_Escape:
            self.let_go()
            event.accept()
            return
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.scale_by(1.0018 ** event.angleDelta().y(), event.position().x())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across = self.horizontalScrollBar()
            across.setValue(across.value() - event.angleDelta().y())
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._by_tab = event.reason() in BY_KEYS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, block: Block | None) -> None:
        over = block.card.id if block else 0
        if over != self.hovered:
            for one in (self.hovered, over):
                known = self.board.blocks.get(one) if self.board else None
                if known is not None:
                    self.viewport().update(self.rect_of(known).toAlignedRect().adjusted(-5, -9, 9, 5))
            self.hovered = over
