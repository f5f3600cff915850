"""What a screen reader finds on the board: every block as a child with its whole sentence."""

from functools import cache, partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from app.ui.schedule.board import Block
from app.ui.schedule.faces import spoken
from app.ui.schedule.view import BoardView


class BlockInterface(QAccessibleInterface):
    """One block of the board."""

    def __init__(self, board: "BoardInterface", view: BoardView, screening: int) -> None:
        super().__init__()
        self._board, self._view, self.screening = board, view, screening

    def _block(self) -> Block | None:
        return self._view.board.blocks.get(self.screening) if self._view.board else None

    def isValid(self) -> bool:
        return self._block() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._board

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def relations(self, match: Any = None) -> list[Any]:
        del match
        return []

    def rect(self) -> QRect:
        block = self._block()
        if block is None:
            return QRect()
        rect = self._view.rect_of(block).toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = state.focusable = True
        state.selected = self._view.chosen == self.screening
        state.focused = self._view.hasFocus() and self._view.chosen == self.screening
        return state

    def text(self, text: QAccessible.Text) -> str:
        plan = self._view.plan
        if text is QAccessible.Text.Name and plan is not None and self.screening in plan.cards:
            return spoken(plan, plan.cards[self.screening])
        return ""

    def setText(self, text: QAccessible.Text, words: str) -> None:
        """A block's words come from its event."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()


class BoardInterface(QAccessibleWidget):
    """The board as a list of blocks, by day, hall and time."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._blocks: dict[int, BlockInterface] = {}

    def _order(self) -> list[int]:
        return list(self._view.board.blocks) if self._view.board else []

    def _child(self, screening: int) -> BlockInterface:
        kept = self._blocks.get(screening)
        if kept is None:
            kept = self._blocks[screening] = BlockInterface(self, self._view, screening)
            QAccessible.registerAccessibleInterface(kept)
        return kept

    def childCount(self) -> int:
        return len(self._order())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        order = self._order()
        return self._child(order[index]) if 0 <= index < len(order) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        block = self._view.block_at(self._view.viewport().mapFromGlobal(QPoint(x, y)).toPointF())
        return self._child(block.card.id) if block else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        order = self._order()
        return order.index(child.screening) if isinstance(child, BlockInterface) and child.screening in order else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._child(self._view.chosen) if self._view.chosen else None


_KEPT: dict[int, BoardInterface] = {}
"""Interfaces are held here: Qt does not own what Python made."""


def _made(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, BoardView):
        return None
    kept = _KEPT.get(id(thing))
    if kept is None:
        kept = _KEPT[id(thing)] = BoardInterface(thing)
        thing.destroyed.connect(partial(_gone, id(thing)))
    return kept


def _gone(key: int, _thing: object = None) -> None:
    _KEPT.pop(key, None)


@cache
def install() -> None:
    """Let Qt ask for the board's interface. Once for the program."""
    QAccessible.installFactory(_made)
