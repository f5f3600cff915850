"""What keys and menus do to the chosen titles of a slate; the same deeds for the board and for the table."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.domain.kinds import SlateState
from app.i18n.active import _, pgettext
from app.store.slate_rows import COLUMNS, EntryRow
from app.ui.accessible import announce
from app.ui.schedule.keyboard import letter
from app.ui.schedule.toolbar import fill_menu
from app.ui.slates.desk import column_name
from app.ui.slates.unsaved import OPINION
from app.ui.widgets.menus import Menu, danger, give_icon

if TYPE_CHECKING:
    from app.ui.slates.page import SlatesPage

Deed = tuple[str, str, str, Callable[[], object]]
ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
PLAIN = Qt.KeyboardModifier.NoModifier
ADDING = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
"""Shift takes the card of the next column too, Control only goes there; Control and Space then chooses it."""

DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
LETTERS = {"c": SlateState.CONFIRMED, "i": SlateState.INVITED, "s": SlateState.SHORTLIST, "r": SlateState.RESERVE,
           "d": SlateState.DECLINED, "g": SlateState.LONGLIST}  # fmt: skip
"""Columns by letter; G stands for “long”, for L adds titles."""


class Commands(QObject):
    """The deeds of a page on its chosen titles."""

    def __init__(self, page: "SlatesPage") -> None:
        super().__init__(page)
        self._page = page

    @property
    def chosen(self) -> list[EntryRow]:
        """The chosen entries."""
        desk = self._page.desk
        return [entry for entry in map(desk.entry, self._page.chosen) if entry is not None] if desk else []

    # Keys

    def key(self, event: QKeyEvent) -> None:
        """Do what a key says, and accept it; others are left."""
        page = self._page
        if page.carrying.busy:
            page.carrying.key(event)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if not page.rooms.comparing and modifiers == Qt.KeyboardModifier.AltModifier and (key in ACROSS or key in DOWN):
            event.accept()
            self.nudge(ACROSS.get(key, 0), DOWN.get(key, 0))
        elif page.on_board and modifiers in (PLAIN, *ADDING) and key in ACROSS:
            event.accept()
            page.board.step(ACROSS[key], modifiers)
            self._tell_current()
        elif not modifiers and (act := self._act(event)):
            event.accept()
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        pressed, key = letter(event), event.key()
        if pressed == "l":
            return self._page.add
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._page.show_details
        if key == Qt.Key.Key_Escape:
            return self._back()
        if key == Qt.Key.Key_Space and self._page.on_board:
            return self._page.carrying.lift
        if pressed in LETTERS and self.chosen:
            return lambda: self.put(LETTERS[pressed])
        if pressed == "o" and self.chosen:
            return self.judge
        if pressed == "v" and self._pair:
            return self.compare
        if key == Qt.Key.Key_Delete:
            return self.remove
        return self.note if key == Qt.Key.Key_F2 and self._page.on_board else None

    def _back(self) -> Callable[[], object] | None:
        """Escape closes the details that were opened, then lets go of what is chosen."""
        if self._page.rooms.details_asked:
            return lambda: self._page.rooms.show_details(shown=False)
        return (lambda: self._page.choose(())) if self._page.chosen else None

    @property
    def _pair(self) -> bool:
        return len(self.chosen) == 2  # noqa: PLR2004 - one beside the other

    def say(self, sentence: str) -> None:
        """Tell those who listen."""
        announce(self._page.board.cards if self._page.on_board else self._page.table, sentence)

    def _tell_current(self) -> None:
        desk, chosen = self._page.desk, self.chosen
        if desk is not None and chosen:
            self.say(f"{column_name(chosen[0].state)}: {desk.words(chosen[0]).spoken}")

    # Deeds

    def put(self, state: SlateState, place: int | None = None) -> bool:
        """Move the chosen titles to a column."""
        entries = [entry for entry in self.chosen if entry.state is not state or place is not None]
        if not entries or not self._page.edits.move(entries, state, place):
            return False
        self._page.choose([entry.id for entry in entries], focus=True)
        self.say(column_name(state))
        return True

    def nudge(self, across: int, down: int) -> None:
        """Move the chosen titles one column or one place on."""
        desk, chosen = self._page.desk, self.chosen
        if desk is None or not chosen:
            return
        state = chosen[0].state
        if across:
            place = COLUMNS.index(state) + across
            if 0 <= place < len(COLUMNS):
                self.put(COLUMNS[place])
            return
        column = [entry.id for entry in desk.columns[state]]
        mine = [entry.id for entry in chosen if entry.state is state]
        shown = [entry.id for entry in self._page.board.columns[state].cards.rows.entries]  # a filter may hide some
        beyond = shown.index(mine[0]) - 1 if down < 0 else shown.index(mine[-1]) + 1
        if not 0 <= beyond < len(shown):
            return
        edge = column.index(shown[beyond]) + (down > 0)
        if self._page.edits.move([e for e in chosen if e.id in mine], state, edge):
            self._page.choose(mine, focus=True)
            self._tell_current()

    def remove(self) -> None:
        """Take the chosen titles out of the slate."""
        chosen = self.chosen
        if chosen:
            self._page.edits.remove(chosen)

    def note(self) -> None:
        """Write a note on the title."""
        if self.chosen:
            self._page.show_details(field="note")

    def judge(self) -> None:
        """Say what one thinks of the title."""
        self._page.show_details(field=OPINION)

    def restore(self) -> None:
        """Go to what was typed and not saved."""
        page, unsaved = self._page, self._page.edits.unsaved
        while (where := unsaved.first()) is not None:
            page.go(programme=where.programme, work=where.work)
            if page.programme == where.programme and page.chosen:
                page.show_details(field=where.field)
                return
            unsaved.give_up(where)

    def open(self) -> None:
        """Show the title in the catalogue."""
        if self.chosen:
            self._page.shell.show_page("works", work=self.chosen[0].work)

    def schedule(self) -> None:
        """Go to the schedule of the programme."""
        self._page.shell.show_page("schedule", programme=self._page.programme)

    def compare(self) -> None:
        """Show the two chosen titles side by side."""
        if self._pair:
            self._page.show_view("compare")

    # Menus

    def popup(self, at: QPoint) -> None:
        """The menu of the chosen titles, or of the slate."""
        menu = Menu(self._page)
        if self.chosen:
            fill_menu(menu, self._first())
            self._columns(menu)
            self._strands(menu)
            menu.addSeparator()
            action = menu.addAction(pgettext("menu", "Remove from the slate"))
            give_icon(action, "trash-2")
            action.setShortcut(QKeySequence("Del"))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False: self.remove())
            danger(action)
        else:
            fill_menu(menu, self.slate_deeds())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _first(self) -> Sequence[Deed | None]:
        chosen = self.chosen
        found: list[Deed | None] = []
        if len(chosen) == 1:
            found += [
                (pgettext("menu", "Show details"), "info", "Return", self._page.show_details),
                (pgettext("menu", "Open in the catalogue"), "library", "", self.open),
                (pgettext("menu", "Edit the note"), "pencil", "F2", self.note),
                (pgettext("menu", "Add an opinion"), "star", "O", self.judge),
            ]
        if self._pair:
            found.append((pgettext("menu", "Compare"), "list", "V", self.compare))
        if self._page.on_board:
            found.append((pgettext("menu", "Move with the keyboard"), "keyboard", "Space", self._page.carrying.lift))
        if any(entry.state is SlateState.CONFIRMED for entry in chosen):
            found.append((pgettext("menu", "Show the schedule"), "calendar-range", "", self.schedule))
        found.append(None)
        return found

    def _columns(self, menu: Menu) -> None:
        """Every column to move to; up and down inside one."""
        keys = {state: letter_.upper() for letter_, state in LETTERS.items()}
        states = {entry.state for entry in self.chosen}
        deeds: list[Deed | None] = [
            (pgettext("menu", "Move to: {column}", column=column_name(state)), "", keys[state],
             partial(self.put, state))
            for state in COLUMNS if {state} != states
        ]  # fmt: skip
        if len(states) == 1:
            deeds += [
                (pgettext("menu", "Move up"), "chevron-up", "Alt+Up", lambda: self.nudge(0, -1)),
                (pgettext("menu", "Move down"), "chevron-down", "Alt+Down", lambda: self.nudge(0, 1)),
            ]
        inner = Menu(menu)
        fill_menu(inner, deeds)
        menu.addActions(inner.actions())

    def _strands(self, menu: Menu) -> None:
        desk = self._page.desk
        if desk is None or not desk.strands:
            return
        menu.addSeparator()
        inner = Menu(menu)
        deeds: list[Deed | None] = [
            (
                desk.strand_name(strand),
                "",
                "",
                partial(self._give_strand, strand),
            )
            for strand in desk.strands
        ]
        deeds.append((_("Without a strand"), "", "", partial(self._give_strand, None)))
        fill_menu(inner, deeds)
        menu.addMenu(inner).setText(pgettext("menu", "Strand"))

    def _give_strand(self, strand: int | None) -> None:
        self._page.edits.change(self.chosen, strand_id=strand)

    def slate_deeds(self) -> Sequence[Deed | None]:
        """What can be done with the whole slate."""
        page = self._page
        heads: Deed = (pgettext("menu", "Columns and order…"), "list", "", page.table.heads.popup)
        return (
            (pgettext("menu", "Add from the catalogue…"), "plus", "Ctrl+N", page.add),
            (pgettext("menu", "Show the schedule"), "calendar-range", "", self.schedule),
            *((heads,) if page.rooms.shown is page.table else ()),
            None,
            (pgettext("menu", "Edit the programme…"), "pencil", "", page.edit_programme),
            (pgettext("menu", "Strands…"), "list", "", lambda: page.edit_programme("strands")),
            (pgettext("menu", "Targets…"), "sliders-horizontal", "", lambda: page.edit_programme("targets")),
            (pgettext("menu", "New programme…"), "plus", "", page.new_programme),
        )
