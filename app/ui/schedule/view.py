"""The board itself: what pointer, wheel and keys do to it is said in signals."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui.schedule.board import Block
from app.ui.schedule.surface import Surface

REACH = 6
"""Pixels the pointer travels before a press becomes a drag."""


class BoardView(Surface):
    """The board one works on. A press that travels is `grabbed` (event, where, pixels after its public time)."""

    opened = Signal(int)
    grabbed = Signal(object, QPoint, float)
    dragged = Signal(QPoint, object)
    released = Signal(QPoint, object)
    asked = Signal(QPoint)
    pressed_key = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press: QPoint | None = None
        self._dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            return
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            block = self.block_at(event.position())
            self.select(block.card.id if block else 0, reveal=False)
            if block and event.button() is Qt.MouseButton.LeftButton:
                self._press = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint(), event.modifiers())
        elif self._press is not None and (spot - self._press).manhattanLength() > REACH:
            block = self.board.blocks.get(self.chosen) if self.board else None
            if block is not None:
                self._dragging = True
                grab = self._press.x() - self.origin().x() - block.body_left
                self.grabbed.emit(block.card, event.globalPosition().toPoint(), grab)
        elif self._press is None:
            self._hover(self.block_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._dragging:
            self.released.emit(event.globalPosition().toPoint(), event.modifiers())
        self.let_go()

    def let_go(self) -> None:
        """The press is over, however it ended."""
        self._press, self._dragging = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        if block is not None:
            self.opened.emit(block.card.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._dragging:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.board and self.chosen in self.board.blocks:
            spot = self.rect_of(self.board.blocks[self.chosen]).center().toPoint()
            self.asked.emit(self.viewport().mapToGlobal(spot))
        else:
            self.asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
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
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

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
