"""Dragging with the pointer, from the tray and on the board: the ghost, the tip, scrolling at the edges, letting go."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.screenings import Slot
from app.store.schedule import Card
from app.ui.schedule.day_drop import DayDrop
from app.ui.schedule.daybar import DayStrip
from app.ui.schedule.drag import Carry
from app.ui.schedule.edges import scroll_at, well_inside
from app.ui.schedule.faces import face
from app.ui.schedule.ghost import DragTip, Ghost
from app.ui.schedule.heights import BETWEEN
from app.ui.schedule.imagining import Fit
from app.ui.schedule.view import BoardView


class Pointer(QObject):
    """One drag at a time. `dropped` carries the `Carry` to put down, `unplaced` the one let go over the tray."""

    dropped = Signal(object)
    refused = Signal(object)
    unplaced = Signal(object)
    moved = Signal()
    ended = Signal()

    def __init__(self, page: QWidget, view: BoardView, tray: QWidget, strip: DayStrip) -> None:
        super().__init__(page)
        self._page, self._view, self._tray = page, view, tray
        self.ghost = Ghost(page)
        self.tip = DragTip(page)
        self.carry: Carry | None = None
        self._grab = 0.0
        self._lead = 0.0
        self._at = QPoint()
        self._over_tray = self._over_day = False
        self._inside = False
        self._days = DayDrop(view, strip, self)
        self._scroll = QTimer(self)
        self._scroll.setInterval(30)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def busy(self) -> bool:
        """Whether something is being dragged."""
        return self.carry is not None

    @property
    def over_tray(self) -> bool:
        """Whether letting go now would take the event off the board."""
        return self._over_tray

    def begin(self, card: Card, slot: Slot, at: QPoint, grab: float, also: Sequence[Card] = ()) -> None:
        """Take an event up, perhaps with others; `grab`: how many pixels after its public time it is held."""
        view = self._view
        if view.plan is None or view.board is None or not view.board.rows:
            return
        self.carry = Carry(view.plan, card, slot, also)
        self._grab = grab
        self._inside = not self.carry.fresh
        self.ghost.undress()
        self._wear(self.carry, card)
        view.set_carry(self.carry)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._scroll.start()
        self.move(at)

    def _wear(self, carry: Carry, card: Card) -> None:
        """Show the event in the hand as it would be where it is held now."""
        board = self._view.board
        if board is None:
            return
        row = board.row_of(card.day, card.hall) or board.rows[0]
        block = board.place(card, row, height=board.scale.row - BETWEEN)
        self.ghost.wear(block, face(carry.plan, card)._replace(severity=None), board.scale.density, len(carry.also))
        self._lead = block.body_left - block.left

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """The pointer is at a point of the screen."""
        if self.carry is None or self._view.board is None:
            return
        if modifiers is None:
            modifiers = QGuiApplication.keyboardModifiers()
        self._at = at
        on_page = self._page.mapFromGlobal(at)
        tall = (self.ghost.height() - 28) // 2
        self.ghost.put(on_page - QPoint(round(self._grab + self._lead), tall))
        copying = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        grid = 1 if modifiers & Qt.KeyboardModifier.AltModifier else self._view.board.scale.snap
        self._aim(copying=copying, grid=grid, swapping=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        self._tell(on_page)

    def _tell(self, on_page: QPoint) -> None:
        """Say what would come of letting go; over the days the block is out of the way."""
        assert self.carry is not None
        outcome = self.carry.outcome
        if outcome is None:
            self.tip.hide()
        elif self._over_day:
            self.ghost.hide()
            judged = "\n".join(filter(None, (outcome.head, outcome.words)))
            self.tip.tell(outcome.fit, judged, on_page, head=self._days.where(self.carry.plan, outcome))
        else:
            self._wear(self.carry, self.carry.card_at(outcome))
            self.tip.judge(outcome, on_page)

    def _aim(self, *, copying: bool, grid: int, swapping: bool) -> None:
        assert self.carry is not None
        view = self._view
        spot = QPointF(view.viewport().mapFromGlobal(self._at))
        target, day = view.target_at(spot, self._grab, grid), self._days.day_at(self._at)
        self._over_day = day is not None
        before, was_over = self.carry.outcome, self._over_tray
        self._over_tray = not self.carry.fresh and _contains(self._tray, self._at)
        under = view.block_at(spot) if swapping else None
        if under is not None and self.carry.can_swap(under.card):
            self.carry.swap(under.card)
        elif day is not None:
            self._days.aim(self.carry, day, copying=copying)
        elif target is None:
            self.carry.away()
        else:
            row, minute = target
            self.carry.to(row.day, row.hall.id, minute, copying=copying)
        if day is None:
            self._days.leave()
        if self.carry.outcome != before:
            view.carried(before.slot if before else None)
            if self.carry.also or self.carry.others:
                view.viewport().update()
        if was_over != self._over_tray:
            self.moved.emit()

    def drop(self, at: QPoint, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Let go."""
        if self.carry is None:
            return
        self.move(at, modifiers)
        carry, over = self.carry, self._over_tray
        self._end()
        if over:
            self.unplaced.emit(carry)
        elif carry.lands:
            self.dropped.emit(carry)
        elif carry.outcome is not None and carry.outcome.fit is Fit.REFUSED:
            self.refused.emit(carry)

    def cancel(self) -> None:
        """Put it back."""
        if self.carry is not None:
            self._end()

    def _end(self) -> None:
        self._scroll.stop()
        self._days.leave()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.carry = None
        self._over_tray = self._over_day = False
        self.ghost.hide()
        self.tip.hide()
        self._view.let_go()
        self._view.set_carry(None)
        self.ended.emit()

    def _scroll_on(self) -> None:
        """Scroll while the pointer waits at an edge of the board, once it was inside: not on the way from the tray."""
        view = self._view
        spot = view.viewport().mapFromGlobal(self._at)
        self._inside = self._inside or well_inside(view, spot)
        if self._inside and scroll_at(view, spot):
            self.move(self._at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # and nobody else hears of it: what is chosen stays chosen
                if event.type() is QEvent.Type.KeyPress:
                    self.cancel()
                return True
            if event.key() in (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift):
                QTimer.singleShot(0, self._again)
        elif event.type() is QEvent.Type.KeyRelease:
            QTimer.singleShot(0, self._again)
        return super().eventFilter(watched, event)

    def _again(self) -> None:
        if self.carry is not None:
            self.move(self._at)


def _contains(widget: QWidget, at: QPoint) -> bool:
    return widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(at))
