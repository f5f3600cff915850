"""Finding one's way on the board: days and halls by keys, heads and bands under the pointer, words in tooltips."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.i18n.active import _
from app.ui.accessible import announce
from app.ui.schedule.bands import band_words
from app.ui.schedule.board import Band, Block
from app.ui.schedule.canvas import Canvas
from app.ui.schedule.faces import spoken, tip
from app.ui.schedule.margins import FOLD, axis_height, day_words, head_left, head_width
from app.ui.schedule.sight import Mode, Sight
from app.ui.theme import theme

PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Travel(Canvas):
    """A board one can find one's way on. `turned_to` asks for another view of what it carries."""

    turned_to = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over_head = False

    # By keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = Qt.Key(event.key())
        if pressed in PAGES and plain:
            self.page(PAGES[pressed])
        elif pressed in ENDS and (plain or control):
            self._to_end(ENDS[pressed], all_rows=control)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def page(self, step: int) -> None:
        """The next or the previous day, or hall where one hall is shown."""
        plan, here = self.plan, self._here()
        if plan is None or here is None:
            return
        if self.sight.mode is Mode.HALL:
            halls = list(plan.halls)
            place = halls.index(self.sight.hall) + step if self.sight.hall in halls else 0
            if 0 <= place < len(halls):
                block = self.board.blocks.get(self.chosen) if self.board else None
                self.see(replace(self.sight, hall=halls[place]))
                self._nearest(here[0], block)
            return
        place = plan.days.index(here[0]) + step
        if 0 <= place < len(plan.days):
            self.go_to(plan.days[place])

    def go_to(self, day: date) -> None:
        """Show a day and choose what plays there at about the same time."""
        if self.plan is None or self.board is None:
            return
        block = self.board.blocks.get(self.chosen)
        self.show_day(day)
        self._nearest(day, block)
        self.looked.emit()

    def show_day(self, day: date) -> None:
        """Have a day in sight; what is chosen stays."""
        if self.sight.mode is Mode.DAY:
            self.see(replace(self.sight, day=day))
            return
        top = self.board.top_of(day) if self.board is not None else None
        if top is not None:
            self.verticalScrollBar().setValue(top)

    def _here(self) -> tuple[date, int] | None:
        card = self.plan.cards.get(self.chosen) if self.plan else None
        if card is not None and self.board is not None and self.board.row_of(card.day, card.hall):
            return card.day, card.hall
        eye = self.eye()
        return (eye.day, eye.hall) if eye else None

    def _nearest(self, day: date, old: Block | None) -> None:
        """Choose the block of a day that is nearest to the one chosen before; say the day if it has none."""
        if self.board is None or self.plan is None:
            return
        rows = [row for row in self.board.rows if row.day == day]
        blocks = [(row, block) for row in rows for block in row.blocks]
        if not blocks:
            self._say(day_words(self.plan, day))
            return
        hall, left = (old.card.hall, old.body_left) if old else (0, 0.0)
        _row, block = min(blocks, key=lambda one: (abs(one[1].body_left - left), one[0].hall.id != hall))
        top = self.verticalScrollBar().value()
        self.choose_block(block)
        if self.board.top_of(day) == top and block.bottom < top + self._room().height():
            self.verticalScrollBar().setValue(top)

    def choose_block(self, block: Block) -> None:
        """Choose a block and say it."""
        self.select(block.card.id)
        if self.plan is not None:
            self._say(spoken(self.plan, self.plan.cards[block.card.id]))

    def _to_end(self, end: int, *, all_rows: bool) -> None:
        if self.board is None:
            return
        here = self.board.blocks.get(self.chosen)
        if here is not None and not all_rows:
            self.choose_block(self.board.rows[here.row].blocks[end])
            return
        rows = [row for row in self.board.rows if row.blocks]
        if rows:
            self.choose_block(rows[end].blocks[end])

    def _say(self, sentence: str) -> None:
        announce(self, sentence)

    # By pointer

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self._tip(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport()) if words else QToolTip.hideText()
            return True
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and self._pressed(event):
            return True
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and not event.buttons():
            self._point(event.position())
        return super().viewportEvent(event)

    def _pressed(self, event: QMouseEvent) -> bool:
        """Unfold a band; show the day or the hall alone whose head was pressed."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        band = self.band_under(event.position())
        if band is not None:
            if band.folded and band.group.fold is not None:
                self.see(self.sight.turned(band.group.fold))
            return True
        sight = self._head_at(event.position())
        if sight is None:
            return self._in_heads(event.position())
        if sight.mode is self.sight.mode:
            self.see(sight)
        else:
            self.turned_to.emit(sight)
        return True

    def _head_at(self, point: QPointF) -> Sight | None:
        """What pressing a head leads to."""
        spot = point - self.origin()
        row = self.board.row_at(spot.y()) if self.board and self._in_heads(point) else None
        if row is None or self.board is None:
            return None
        if self.sight.mode is Mode.HALL:
            return replace(self.sight, mode=Mode.DAY, day=row.day)
        if point.x() >= head_left(self.sight.mode):
            return replace(self.sight, mode=Mode.HALL, hall=row.hall.id)
        fold = self.board.groups[row.group].fold
        if self.sight.mode is Mode.WEEK and fold is not None and self._on_chevron(point):
            return self.sight.turned(fold)
        return replace(self.sight, mode=Mode.DAY, day=row.day) if self.sight.mode is Mode.WEEK else None

    def _on_chevron(self, point: QPointF) -> bool:
        """Whether a point lies on the sign that folds a day: at the lower end of what shows of its head."""
        board = self.board
        row = board.row_at((point - self.origin()).y()) if board else None
        if board is None or row is None:
            return False
        last = next(one for one in board.rows[row.number :] if one.last)
        end = min(last.bottom + self.origin().y(), self.viewport().height())
        first = board.first_row(row.day) or row
        return last.bottom - first.top >= theme().px(FOLD) and point.y() > end - theme().px(22)

    def _in_heads(self, point: QPointF) -> bool:
        return point.x() < head_width() and point.y() >= axis_height()

    def band_under(self, point: QPointF) -> Band | None:
        """The head of a stop or the folded day under a point."""
        if self.board is None or point.y() < axis_height():
            return None
        return self.board.band_at((point - self.origin()).y())

    def _point(self, point: QPointF) -> None:
        over = self._head_at(point) is not None or self.band_under(point) is not None
        if over != self._over_head:
            self._over_head = over
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def _tip(self, spot: QPoint) -> str:
        """All the words of what lies under the pointer."""
        point = QPointF(spot)
        plan, board = self.plan, self.board
        if plan is None or board is None:
            return ""
        band = self.band_under(point)
        if band is not None:
            return band_words(plan, band)
        block = self.block_at(point)
        if block is not None:
            return tip(plan, plan.cards[block.card.id])
        inside = point - self.origin()
        barred = board.barred_at(inside.x(), inside.y()) if point.x() > head_width() else None
        if barred is not None:
            return plan.blocker_name(barred.blocker)
        row = board.row_at(inside.y()) if self._in_heads(point) else None
        return "" if row is None else self._head_tip(row.day, row.hall.id, chevron=self._on_chevron(point))

    def _head_tip(self, day: date, hall: int, *, chevron: bool) -> str:
        assert self.plan is not None
        sight = self._head_at(QPointF(self.viewport().mapFromGlobal(self.cursor().pos())))
        if chevron and sight is not None and sight.mode is self.sight.mode:
            return _("Fold this day")
        if sight is not None and sight.mode is Mode.HALL:
            return _("{hall}: show only this hall, on all days", hall=self.plan.hall_name(hall))
        return _("{day}: show only this day", day=day_words(self.plan, day))
