"""What a screen reader finds on the board: rows and bands, and in each row its blocks with their whole sentences."""

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from app.i18n import formats, labels
from app.i18n.active import tr
from app.ui.planner.ghosts import Ghost, ghost_words
from app.ui.schedule.bands import band_words
from app.ui.schedule.board import Band, Block, Layout, Row
from app.ui.schedule.faces import seats, spoken
from app.ui.schedule.margins import count_words
from app.ui.schedule.plan import Plan
from app.ui.schedule.view import BoardView
from app.ui.widgets.painted_part import PaintedPart, Painters


class PartInterface(PaintedPart):
    """Something painted on the board: a row, a band or a block."""

    def __init__(self, parent: QAccessibleInterface, view: BoardView) -> None:
        super().__init__(parent, view.viewport())
        self._view = view


class BlockInterface(PartInterface):
    """One block of the board."""

    def __init__(self, parent: QAccessibleInterface, view: BoardView, screening: int) -> None:
        super().__init__(parent, view)
        self.screening = screening

    def _block(self) -> Block | None:
        return self._view.board.blocks.get(self.screening) if self._view.board else None

    def isValid(self) -> bool:
        return self._block() is not None

    def rect(self) -> QRect:
        block = self._block()
        return self.on_screen(self._view.rect_of(block).toAlignedRect()) if block else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = state.focusable = True
        state.selected = self.screening == self._view.chosen or self.screening in self._view.also
        state.focused = self._view.hasFocus() and self._view.chosen == self.screening
        return state

    def text(self, text: QAccessible.Text) -> str:
        plan = self._view.plan
        if text is QAccessible.Text.Name and plan is not None and self.screening in plan.cards:
            return spoken(plan, plan.cards[self.screening])
        return ""


class GhostInterface(PartInterface):
    """An event that is proposed somewhere."""

    def __init__(self, parent: "BoardInterface", view: BoardView, number: int) -> None:
        super().__init__(parent, view)
        self.number = number

    def _ghost(self) -> Ghost | None:
        return next((ghost for ghost in self._view.ghosts if ghost.number == self.number), None)

    def isValid(self) -> bool:
        return self._ghost() is not None

    def rect(self) -> QRect:
        ghost, board = self._ghost(), self._view.board
        row = board.row_of(ghost.card.day, ghost.card.hall) if ghost is not None and board is not None else None
        if ghost is None or board is None or row is None:
            return QRect()
        return self.on_screen(self._view.rect_of(board.place(ghost.card, row)).toAlignedRect())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.CheckBox

    def state(self) -> QAccessible.State:
        state, ghost = QAccessible.State(), self._ghost()
        state.focusable = state.checkable = True
        if ghost is not None:
            state.checked = ghost.wanted
            state.focused = ghost.near and self._view.hasFocus()
            state.offscreen = self.rect().isEmpty()
        return state

    def text(self, text: QAccessible.Text) -> str:
        plan, ghost = self._view.plan, self._ghost()
        if text is QAccessible.Text.Name and plan is not None and ghost is not None:
            return ghost_words(plan, ghost)
        return ""


class LineInterface(PartInterface):
    """A row of the board, a hall on a day, with its blocks; or a band across it."""

    def __init__(self, parent: "BoardInterface", view: BoardView, line: Row | Band) -> None:
        super().__init__(parent, view)
        self._board, self.line = parent, line

    def _blocks(self) -> list[int]:
        return [block.card.id for block in self.line.blocks] if isinstance(self.line, Row) else []

    def isValid(self) -> bool:
        board = self._view.board
        return board is not None and (self.line in board.bands or self.line in board.rows)

    def childCount(self) -> int:
        return len(self._blocks())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        own = self._blocks()
        return self._board.block(own[index]) if 0 <= index < len(own) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._board.block_at(x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        own = self._blocks()
        return own.index(child.screening) if isinstance(child, BlockInterface) and child.screening in own else -1

    def rect(self) -> QRect:
        top = round(self.line.top + self._view.origin().y())
        return self.on_screen(QRect(0, top, self._view.viewport().width(), self.line.height))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List if isinstance(self.line, Row) else QAccessible.Role.Heading

    def text(self, text: QAccessible.Text) -> str:
        plan = self._view.plan
        if text is not QAccessible.Text.Name or plan is None:
            return ""
        return row_words(plan, self.line) if isinstance(self.line, Row) else band_words(plan, self.line)


def row_words(plan: Plan, row: Row) -> str:
    """Friday 16 October, Hall 1, 320 seats, 3 screenings; on a tour with the clocks of the hall."""
    day = formats.date_full(plan.language, row.day)
    zone = labels.zone(tr(), plan.zone_of(row.hall.id)) if len(plan.zones) > 1 else ""
    parts = (day, plan.hall_name(row.hall.id), zone, seats(row.hall.seats), count_words(plan, row.day, row.hall.id))
    return formats.commas(plan.language, filter(None, parts))


class BoardInterface(QAccessibleWidget):
    """The board as the lines that show on it, each with its blocks, from above."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view, QAccessible.Role.Grouping)
        self._view = view
        self._blocks: dict[int, BlockInterface] = {}
        self._lines: dict[int, LineInterface] = {}
        self._ghosts: dict[int, GhostInterface] = {}
        self._of: Layout | None = None

    def _order(self) -> list[Row | Band]:
        board = self._view.board
        if board is None:
            return []
        if self._of is not board:
            self._of = board
            self._lines.clear()
        return sorted((*board.rows, *board.bands), key=lambda line: line.top)

    def block(self, screening: int) -> BlockInterface:
        """The interface of a block."""
        kept = self._blocks.get(screening)
        card = self._view.plan.cards.get(screening) if self._view.plan else None
        row = self._view.board.row_of(card.day, card.hall) if self._view.board and card else None
        line: QAccessibleInterface = self._line(row) if row is not None else self
        if kept is None or kept.parent() is not line:
            kept = self._blocks[screening] = BlockInterface(line, self._view, screening)
            QAccessible.registerAccessibleInterface(kept)
        return kept

    def _line(self, line: Row | Band) -> LineInterface:
        kept = self._lines.get(line.top)
        if kept is None or kept.line is not line:
            kept = self._lines[line.top] = LineInterface(self, self._view, line)
            QAccessible.registerAccessibleInterface(kept)
        return kept

    def _ghost(self, ghost: Ghost) -> GhostInterface:
        kept = self._ghosts.get(ghost.number)
        if kept is None:
            kept = self._ghosts[ghost.number] = GhostInterface(self, self._view, ghost.number)
            QAccessible.registerAccessibleInterface(kept)
        return kept

    def block_at(self, x: int, y: int) -> QAccessibleInterface | None:
        """The block at a point of the screen."""
        block = self._view.block_at(self._view.viewport().mapFromGlobal(QPoint(x, y)).toPointF())
        return self.block(block.card.id) if block else None

    def childCount(self) -> int:
        return len(self._order()) + len(self._view.ghosts)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        order, ghosts = self._order(), self._view.ghosts
        if 0 <= index < len(order):
            return self._line(order[index])
        return self._ghost(ghosts[index - len(order)]) if 0 <= index - len(order) < len(ghosts) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        ghost = next((one for one in map(self._ghost, self._view.ghosts) if one.rect().contains(x, y)), None)
        if ghost is not None:
            return ghost
        spot = self._view.viewport().mapFromGlobal(QPoint(x, y)).toPointF() - self._view.origin()
        board = self._view.board
        line = (board.row_at(spot.y()) or board.band_at(spot.y())) if board else None
        return self._line(line) if line is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        order = self._order()
        if isinstance(child, GhostInterface):
            numbers = [ghost.number for ghost in self._view.ghosts]
            return len(order) + numbers.index(child.number) if child.number in numbers else -1
        return order.index(child.line) if isinstance(child, LineInterface) and child.line in order else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        near = next((ghost for ghost in self._view.ghosts if ghost.near), None)
        if near is not None:
            return self._ghost(near)
        return self.block(self._view.chosen) if self._view.chosen else None


def _made(thing: QObject) -> QAccessibleInterface | None:
    return BoardInterface(thing) if isinstance(thing, BoardView) else None


_interfaces = Painters(_made)


@cache
def install() -> None:
    """Let Qt ask for the board's interface. Once for the program."""
    QAccessible.installFactory(_interfaces)
