"""Cards in the hand: dragged by the pointer, or lifted with Space and carried with the arrows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.domain.kinds import SlateState
from app.i18n.active import _, ngettext
from app.store.slate_rows import COLUMNS, EntryRow
from app.ui.accessible import announce
from app.ui.schedule.ghost import DragTip
from app.ui.schedule.imagining import Fit
from app.ui.slates.board import Board
from app.ui.slates.cards import card_height, paint_card
from app.ui.slates.desk import Desk, column_name
from app.ui.theme import theme
from app.ui.widgets.badges import badge_size, paint_badge

if TYPE_CHECKING:
    from app.ui.slates.page import SlatesPage

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Ghost(QWidget):
    """A card in the hand; with several of them their number. It never takes the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._picture = QPixmap()
        self.hide()

    def wear(self, desk: Desk, entry: EntryRow, width: int, count: int) -> None:
        """Take the look of a card."""
        words = desk.words(entry)
        size = QSize(width, card_height(words, width))
        ratio = self.devicePixelRatio()
        self._picture = QPixmap(size * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.setOpacity(0.92)
        paint_card(painter, QRect(0, 0, width, size.height()), entry, words, chosen=True)
        if count > 1:
            badge = badge_size(str(count))
            paint_badge(painter, QRect(width - badge.width() - theme().px(8), theme().px(6), badge.width(),
                                       badge.height()).toRectF(), str(count))  # fmt: skip
        painter.end()
        self.resize(size)

    def paintEvent(self, _event: object) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)


class Carrying(QObject):
    """At most one handful of cards, carried by pointer or by keys."""

    def __init__(self, page: "SlatesPage", board: Board) -> None:
        super().__init__(page)
        self._page, self._board = page, board
        self._ghost, self.tip = Ghost(page), DragTip(page)
        self._held: list[int] = []
        self._grip = QPoint()
        self._aim: tuple[SlateState, int] | None = None
        self.by_keys = False
        board.grabbed.connect(self._grab)
        board.dragged.connect(self._drag)
        board.released.connect(self._release)

    @property
    def busy(self) -> bool:
        """Whether anything is in the hand."""
        return bool(self._held)

    # By pointer

    def _grab(self, at: QPoint) -> None:
        desk = self._page.desk
        chosen = self._board.chosen
        if desk is None or not chosen or self.busy:
            return
        cards = self._board.cards
        current = cards.current if cards.current in chosen else chosen[0]
        entry = desk.entry(current)
        if entry is None:
            return
        self._take(chosen)
        rect = cards.visualRect(cards.rows.index(cards.rows.row_of(current)))
        self._grip = cards.viewport().mapFromGlobal(at) - rect.topLeft()
        self._ghost.wear(desk, entry, rect.width() - 2, len(chosen))
        self._ghost.show()
        self._ghost.raise_()
        self._drag(at)

    def _drag(self, at: QPoint) -> None:
        if not self.busy or self.by_keys:
            return
        self._ghost.move(self._page.mapFromGlobal(at) - self._grip)
        found = self._board.target(at)
        self._imagine((found[0].state, found[1]) if found else None, self._page.mapFromGlobal(at))
        self._board.follow(at)

    def _release(self, at: QPoint) -> None:
        if not self.busy or self.by_keys:
            return
        self._drag(at)
        self.put_down(keep=True)

    # By keys

    def lift(self) -> None:
        """Take the chosen cards up, to be carried with the arrows."""
        desk, chosen = self._page.desk, self._board.chosen
        if desk is None or not chosen or self.busy:
            return
        entry = desk.entry(chosen[0])
        assert entry is not None
        self.by_keys = True
        self._take(chosen)
        place = self._board.columns[entry.state].cards.rows.row_of(entry.id)
        self._carry_to(entry.state, place)
        self._say(
            _("{titles}. Picked up: arrow keys move it, Enter drops it, Escape puts it back.", titles=self._titles())
        )

    def key(self, event: QKeyEvent) -> None:
        """A key while something is in the hand."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.put_down(keep=False)
        elif self.by_keys and event.key() in ENTER:
            self.put_down(keep=True)
        elif self.by_keys and self._aim is not None:
            state, place = self._aim
            match event.key():
                case Qt.Key.Key_Left | Qt.Key.Key_Right:
                    step = 1 if event.key() == Qt.Key.Key_Right else -1
                    column = COLUMNS.index(state) + step
                    if 0 <= column < len(COLUMNS):
                        self._carry_to(COLUMNS[column], place)
                case Qt.Key.Key_Up | Qt.Key.Key_Down:
                    self._carry_to(state, place + (1 if event.key() == Qt.Key.Key_Down else -1))

    def _carry_to(self, state: SlateState, place: int) -> None:
        column = self._board.columns[state]
        count = column.cards.rows.rowCount()
        place = min(max(place, 0), count)
        self._board.ensureWidgetVisible(column, 0, 0)
        if count:
            column.cards.scrollTo(column.cards.rows.index(min(place, count - 1)))
        spot = column.mapTo(self._page, QPoint(theme().px(20), theme().px(80)))
        self._imagine((state, place), spot)
        where = _("{column}, place {place} of {count}", column=column_name(state), place=place + 1, count=count + 1)
        self._say(" ".join(filter(None, (where + ".", self.tip.text()))))

    # Both

    def _take(self, entries: Sequence[int]) -> None:
        self._held = list(entries)
        self._board.hold(self._held)

    def _imagine(self, aim: tuple[SlateState, int] | None, spot: QPoint) -> None:
        desk = self._page.desk
        if aim != self._aim:
            self._aim = aim
            self._board.show_slot(*(aim or (None, 0)))
            self._page.imagine(self._held, aim[0] if aim else None)
        if desk is None or aim is None:
            self.tip.hide()
            return
        self.tip.tell(Fit.FITS, self._promise(desk, aim[0]), spot)

    def _promise(self, desk: Desk, state: SlateState) -> str:
        entries = [entry for entry in map(desk.entry, self._held) if entry is not None]
        name = column_name(state)
        leaving = sum(e.placed for e in entries if e.state is SlateState.CONFIRMED and state is not e.state)
        if leaving:
            gone = ngettext("{n} show leaves the schedule", "{n} shows leave the schedule", leaving)
            return _("{column}. {effect}", column=name, effect=gone)
        if state is SlateState.DECLINED and any(entry.state is not state for entry in entries):
            return _("{column}. {effect}", column=name, effect=_("You will be asked why"))
        said = desk.promise(self._held, state)
        return _("{column}. {effect}", column=name, effect=said) if said else name

    def put_down(self, *, keep: bool) -> None:
        """End carrying: to the place shown, or back."""
        held, aim, by_keys = self._held, self._aim, self.by_keys
        self._held, self._aim, self.by_keys = [], None, False
        self._ghost.hide()
        self.tip.hide()
        self._board.follow(None)
        self._board.show_slot(None)
        self._board.hold(())
        for column in self._board.columns.values():
            column.cards.let_go()
        self._page.imagine((), None)
        if not held:
            return
        if keep and aim is not None:
            self._put(held, *aim)
        elif by_keys:
            self._say(_("Put back"))

    def _put(self, held: Sequence[int], state: SlateState, place: int) -> None:
        """Let the cards stand before the one now at `place` of a column; a filter may hide some of its cards."""
        desk, page = self._page.desk, self._page
        rows = [entry for entry in map(desk.entry, held) if entry is not None] if desk else []
        if desk is None or not rows:
            return
        shown = [entry.id for entry in self._board.columns[state].cards.rows.entries]
        whole = [entry.id for entry in desk.columns[state]]
        true = whole.index(shown[place]) if place < len(shown) else len(whole)
        mine = [row.id for row in rows]
        stays = whole[true : true + len(mine)] == mine or whole[max(0, true - len(mine)) : true] == mine
        if not stays and page.edits.move(rows, state, true):
            page.choose(held, focus=True)

    def _titles(self) -> str:
        desk = self._page.desk
        entries = [desk.entry(number) for number in self._held] if desk else []
        if len(entries) == 1 and entries[0] is not None:
            return entries[0].title
        return ngettext("{n} title", "{n} titles", len(entries))

    def _say(self, sentence: str) -> None:
        announce(self._board.cards, sentence)
