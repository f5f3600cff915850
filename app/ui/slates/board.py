"""The board: six columns side by side, one selection over all of them, and what the keys mean."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from app.domain.kinds import SlateState
from app.i18n.active import language
from app.store.slate_rows import COLUMNS
from app.ui.slates.column import FOLDABLE, CardList, Column
from app.ui.slates.desk import Desk
from app.ui.slates.rail import FOLDED
from app.ui.theme import theme
from app.ui.translated import Translated

EDGE = 32
"""Within so many pixels of an edge a drag scrolls."""

PACE = 30
"""Milliseconds between two steps of scrolling."""

EASY = 224
"""Columns narrower than this let others be folded."""

ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Board(Translated, QScrollArea):
    """`chose` tells that other entries are selected; `keyed` carries a key, `asked` a point for the menu."""

    chose = Signal()
    keyed = Signal(object)
    asked = Signal(QPoint)
    opened = Signal()
    pointed = Signal(int)
    grabbed = Signal(QPoint)
    dragged = Signal(QPoint)
    released = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self.columns: dict[SlateState, Column] = {}
        self._kept: Collection[int] | None = None
        self._here = SlateState.LONGLIST
        self._wanted: dict[SlateState, bool] = {}
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for state in COLUMNS:
            column = self.columns[state] = Column(state)
            column.lead(first=state is COLUMNS[0])
            self._connect(column.cards)
            column.opened.connect(lambda state=state: self._asked_for(state, opened=True))
            column.closed.connect(lambda state=state: self._asked_for(state, opened=False))
            row.addWidget(column, 1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pointer = QPoint()
        self._scrolling = QTimer(self, interval=PACE)
        self._scrolling.timeout.connect(self._scroll_on)
        self.setFocusProxy(self.columns[self._here].cards)

    def _connect(self, cards: CardList) -> None:
        cards.chose.connect(lambda: self._chosen_in(cards))
        cards.focused.connect(lambda: self._entered(cards))
        cards.keyed.connect(self.keyed)
        cards.asked.connect(self.asked)
        cards.opened.connect(self.opened)
        cards.pointed.connect(self.pointed)
        cards.grabbed.connect(self.grabbed)
        cards.dragged.connect(self.dragged)
        cards.released.connect(self.released)

    # What is shown and chosen

    def show_desk(self, desk: Desk | None, kept: Collection[int] | None = None) -> None:
        """Show a slate, of its entries only those `kept`; what is chosen stays chosen where it still is."""
        chosen, current = self.chosen, self.current
        self._kept = kept
        scrolled = {state: column.cards.verticalScrollBar().value() for state, column in self.columns.items()}
        self.desk = desk
        for state, column in self.columns.items():
            entries = desk.columns[state] if desk else ()
            column.show_desk(desk, [entry for entry in entries if kept is None or entry.id in kept])
        self.choose(desk.known(chosen) if desk else (), current)
        for state, column in self.columns.items():
            column.cards.verticalScrollBar().setValue(scrolled[state])
        self.fit()

    def retranslate(self) -> None:
        """The words of the columns come with the slate; one in another language is about to be read anew."""
        if self.desk is None or self.desk.language == language():
            self.show_desk(self.desk, self._kept)

    @property
    def cards(self) -> CardList:
        """The column the keys are in."""
        return self.columns[self._here].cards

    @property
    def current(self) -> int | None:
        """The entry the keys are at."""
        return self.cards.current

    @property
    def chosen(self) -> list[int]:
        """The selected entries, column by column."""
        return [entry for column in self.columns.values() for entry in column.cards.chosen]

    def choose(self, entries: Sequence[int], current: int | None = None, *, focus: bool = False) -> None:
        """Select these entries; the keys go on from `current`, or from the last of them."""
        at = current if current in entries else entries[-1] if entries else None
        for state, column in self.columns.items():
            column.cards.choose(entries, at)
            if at is not None and column.cards.rows.row_of(at) >= 0:
                self._here = state
        self.setFocusProxy(self.cards)
        if focus:
            self.unfold_for(entries)
            self.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if at is not None:
            self.reveal(at)
        self.chose.emit()

    def reveal(self, entry: int) -> None:
        """Bring a card to sight."""
        for column in self.columns.values():
            row = column.cards.rows.row_of(entry)
            if row >= 0:
                column.cards.scrollTo(column.cards.rows.index(row))
                self.ensureWidgetVisible(column, 0, 0)

    def reveal_current(self) -> None:
        """Bring the card the keys are at to sight: there is less room than there was."""
        if self.current is not None:
            self.reveal(self.current)

    def _chosen_in(self, cards: CardList) -> None:
        """A choice in one column ends that in the others, unless it is added to."""
        self._here = cards.column
        self.setFocusProxy(cards)
        from_keys = self._adding()
        for column in self.columns.values():
            if column.cards is not cards and not from_keys:
                column.cards.choose((), None)
        self.chose.emit()

    def _adding(self) -> bool:
        return bool(QApplication.keyboardModifiers() & ADDING)

    def _entered(self, cards: CardList) -> None:
        self._here = cards.column
        self.setFocusProxy(cards)

    # Room

    def fit(self) -> None:
        """Fold columns where all of them would be too narrow; what was opened or folded by hand stays so."""
        folded = {state for state in FOLDABLE if not self._wanted.get(state, True)}
        free = [state for state in FOLDABLE if state not in self._wanted]
        free.sort(key=lambda state: self.columns[state].cards.rows.rowCount() > 0)  # empty ones first
        for state in free:
            opened = len(COLUMNS) - len(folded)
            if (self.viewport().width() - len(folded) * theme().px(FOLDED)) / opened >= theme().px(EASY):
                break
            folded.add(state)
        for state in FOLDABLE:
            self.columns[state].fold(folded=state in folded)

    def unfold_for(self, entries: Sequence[int]) -> None:
        """Open the columns these entries stand in."""
        for state in FOLDABLE:
            column = self.columns[state]
            if column.folded and any(column.cards.rows.row_of(entry) >= 0 for entry in entries):
                self._want(state, opened=True)

    def _want(self, state: SlateState, *, opened: bool) -> None:
        self._wanted[state] = opened
        self.fit()

    def _asked_for(self, state: SlateState, *, opened: bool) -> None:
        """Open or fold by hand: the keys go on where they were."""
        column = self.columns[state]
        self._want(state, opened=opened)
        (column.cards if opened else column.rail).setFocus(Qt.FocusReason.OtherFocusReason)
        if opened:
            QTimer.singleShot(0, column, lambda: self.ensureWidgetVisible(column, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # Keys

    def step(self, across: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Go to the next column with cards, to the card at the same height; with Shift it is chosen too."""
        row = max(0, self.cards.currentIndex().row())
        place = COLUMNS.index(self._here) + across
        while 0 <= place < len(COLUMNS):
            entries = self.columns[COLUMNS[place]].cards.rows.entries
            if entries:
                aim = entries[min(row, len(entries) - 1)].id
                if modifiers == Qt.KeyboardModifier.ControlModifier:
                    self._visit(COLUMNS[place], aim)
                    return
                kept = [*self.chosen, aim] if modifiers == Qt.KeyboardModifier.ShiftModifier else [aim]
                self.choose(kept, aim, focus=True)
                return
            place += across

    def _visit(self, state: SlateState, entry: int) -> None:
        """Let the keys be at a card without choosing it."""
        cards = self.columns[state].cards
        self.unfold_for([entry])
        cards.choose(cards.chosen, entry)
        self._entered(cards)
        cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the columns have the keys

    # Dragging

    def target(self, at: QPoint) -> tuple[Column, int] | None:
        """The column under a point of the screen, and before which of its cards that is."""
        inside = self.viewport().mapFromGlobal(at)
        if not self.viewport().rect().contains(inside):
            return None
        for column in self.columns.values():
            spot = column.mapFromGlobal(at)
            if column.rect().contains(spot):
                return column, column.place_at(at)
        return None

    def show_slot(self, state: SlateState | None, place: int = 0) -> None:
        """Mark where the cards in the hand would go."""
        for column in self.columns.values():
            mine = column.state is state
            column.light(lit=mine)
            column.cards.show_slot(place if mine else None)

    def hold(self, entries: Sequence[int]) -> None:
        """Show these cards as taken from their places."""
        held = frozenset(entries)
        for column in self.columns.values():
            column.cards.painter.held = held
            column.cards.viewport().update()

    def follow(self, at: QPoint | None) -> None:
        """Scroll while the pointer of a drag is near an edge; None when the drag is over."""
        if at is None:
            self._scrolling.stop()
        else:
            self._pointer = at
            self._scrolling.start()

    def _scroll_on(self) -> None:
        reach = theme().px(EDGE)
        inside = self.viewport().mapFromGlobal(self._pointer)
        across = _push(inside.x(), self.viewport().width(), reach)
        if across:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across)
        found = self.target(self._pointer)
        if found is not None:
            cards = found[0].cards
            down = _push(cards.viewport().mapFromGlobal(self._pointer).y(), cards.viewport().height(), reach)
            if down:
                cards.verticalScrollBar().setValue(cards.verticalScrollBar().value() + down)
                self.dragged.emit(self._pointer)


def _push(spot: int, room: int, reach: int) -> int:
    """How far to scroll in one step: faster the nearer to the edge, and the fastest beyond it."""
    if spot < reach:
        return -max(4, (reach - max(spot, 0)))
    if spot > room - reach:
        return max(4, (reach - max(room - spot, 0)))
    return 0
