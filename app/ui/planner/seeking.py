"""Where could this go, and why not here: asked of an event or of what waits, answered beside the board."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent

from app.domain.board import Board
from app.domain.planning import NEW, Standing, numbered
from app.domain.screenings import Slot
from app.domain.suggestions import Suggestion, ranked
from app.domain.why_not import why_not, why_nowhere
from app.i18n.active import _, pgettext
from app.i18n.phrases import Names
from app.operations import proposals
from app.store.schedule import Card, TrayRow
from app.ui.accessible import announce
from app.ui.jobs import Job, Outcome
from app.ui.planner.ghosts import Ghost, card_there, reveal
from app.ui.planner.planning import follow_on
from app.ui.planner.side import SidePanel
from app.ui.planner.where_panel import WherePanel
from app.ui.planner.why_panel import WhyPanel
from app.ui.schedule.keyboard import Place, letter
from app.ui.schedule.plan import Plan
from app.ui.schedule.toolbar import fill_menu
from app.ui.widgets.menus import Menu
from app.words import N_, phrase

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

WAITING = NEW + 1
"""The number of what waits while one looks for its place: no break and no planned showing has it."""

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Sought(NamedTuple):
    """What a place is looked for: its card, and its slot as the rules see it."""

    card: Card
    slot: Slot

    @property
    def fresh(self) -> bool:
        """Whether it is not on the board yet."""
        return self.slot.id == WAITING


class Found(NamedTuple):
    """What a search came to: places, or why there is none."""

    places: Sequence[Suggestion]
    why: Sequence[Standing]


class Seeking(QObject):
    """The two questions of one page; one is asked at a time."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self._sought: Sought | None = None
        self._found = Found((), ())
        self._round = 0
        self.where_panel, self.why_panel = WherePanel(), WhyPanel()
        where, why = self.where_panel, self.why_panel
        page.inspector.where.clicked.connect(self.where)
        page.inspector.why.clicked.connect(self.why)
        where.looked.connect(self._look_at)
        where.taken.connect(self._take)
        why.asked.connect(self._answer)
        why.taken.connect(self._take_named)
        for panel in (where, why):
            page.side.addWidget(panel)
            panel.closed.connect(self.close)
            panel.shown.connect(page.choose)
            panel.followed.connect(lambda party: follow_on(page, party))
        cards = page.tray.cards
        cards.installEventFilter(self)
        cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        cards.customContextMenuRequested.connect(self._tray_menu)

    # Asking

    def where(self) -> None:
        """Where could the chosen event go, or the card of the tray that has the focus?"""
        sought = self._subject()
        plan = self._page.plan
        if plan is None or sought is None:
            self._page.edits.refuse(_("Select an event or a waiting title first."))
            return
        self._sought, self._round = sought, self._round + 1
        self.where_panel.wait(sought.card.title, fresh=sought.fresh)
        self._open(self.where_panel)
        token, slots, context, choices = self._round, plan.schedule.slots, plan.schedule.context, plan.choices

        def look(_job: Job[Found]) -> Found:
            board = Board(slots, context)  # of its own: the board of the page is asked meanwhile
            places = ranked(sought.slot, board, choices)
            return Found(places, () if places else why_nowhere(sought.slot, board, choices) or ())

        job = Job(look, phrase(N_("Look for free places")))
        self._page.shell.run(job, lambda outcome: self._places(token, outcome))

    def _places(self, token: int, outcome: Outcome[Found]) -> None:
        plan, sought = self._page.plan, self._sought
        if token != self._round or plan is None or sought is None or self._page.side.panel is not self.where_panel:
            return
        self._found = outcome.value or Found((), ())
        names = self._names(plan, sought, sought.slot)
        if self._found.places:
            self.where_panel.show_places(plan, names, self._found.places, (sought.slot.hall, sought.slot.start))
        else:
            self._page.view.show_ghosts(())
            self.where_panel.show_nowhere(names, self._found.why)
            announce(self.where_panel, _("No place is free"))

    def why(self) -> None:
        """Why can it not be here: on marked ground, under the pointer, where it is carried, or where it is?"""
        plan, sought = self._page.plan, self._subject()
        if plan is None or sought is None or not plan.halls or not plan.days:
            self._page.edits.refuse(_("Select an event or a waiting title first."))
            return
        place = self._place(plan, sought)
        self._page.lifting.put_down(keep=False)
        self._sought = sought
        self.why_panel.ask(plan, sought.card.title, place, fresh=sought.fresh)
        self._open(self.why_panel)
        self._answer()
        self.why_panel.enter()

    def _answer(self) -> None:
        """Say what stands against the place that is named, and show it."""
        plan, sought = self._page.plan, self._sought
        if plan is None or sought is None:
            return
        place = self.why_panel.place()
        there = self._there(plan, sought, place)
        found = why_not(sought.slot, place.hall, there.start, plan.board)
        here = (sought.slot.hall, sought.slot.start) == (there.hall, there.start)
        self.why_panel.show_answer(self._names(plan, sought, there), found, here=here)
        self._show(plan, sought, place.hall, there.body_start)
        announce(self.why_panel, self.why_panel.accessibleDescription())

    def _there(self, plan: Plan, sought: Sought, place: Place) -> Slot:
        starts = plan.minute(place.day, place.minute, place.hall)
        return sought.slot.at(place.hall, starts - (sought.slot.body_start - sought.slot.start))

    def _subject(self) -> Sought | None:
        """What is meant: the card of the tray with the focus, else the chosen event, else the card that is chosen."""
        page, plan = self._page, self._page.plan
        row = page.tray.cards.row()
        if plan is None:
            return None
        card = plan.cards.get(page.chosen)
        if card is not None and not page.tray.cards.hasFocus():
            return Sought(card, plan.board.slot(card.id))
        if row is None:
            return Sought(card, plan.board.slot(card.id)) if card is not None else None
        return self._waiting(plan, row)

    def _waiting(self, plan: Plan, row: TrayRow) -> Sought:
        plan.call(WAITING, row.title)
        return Sought(plan.newcomer(row)[0], numbered(proposals.wanted(plan.schedule, row).slot, WAITING))

    def _place(self, plan: Plan, sought: Sought) -> Place:
        """The place one means."""
        view, mark = self._page.view, self._page.marking.mark
        if mark is not None:
            return Place(mark.day, mark.halls[0], mark.begin)
        if view.carry is not None and view.carry.outcome is not None:
            return self._place_of(plan, view.carry.outcome.slot)
        spot = view.viewport().mapFromGlobal(QCursor.pos())
        if self._page.on_board and view.underMouse() and view.viewport().rect().contains(spot):
            target = view.target_at(QPointF(spot), 0, 5)
            if target is not None:
                return Place(target[0].day, target[0].hall.id, target[1])
        if sought.slot.hall is not None:
            return self._place_of(plan, sought.slot)
        hall = next(iter(plan.halls))
        return Place(plan.days[0], hall, plan.schedule.halls[0].opens)

    def _place_of(self, plan: Plan, slot: Slot) -> Place:
        day = plan.day_of(slot)
        return Place(day, slot.hall or 0, plan.minute_of_day(slot.body_start, day, slot.hall))

    def _names(self, plan: Plan, sought: Sought, there: Slot) -> Names:
        names = plan.names
        return replace(
            names,
            slots={**names.slots, sought.slot.id: there},
            screenings={**names.screenings, sought.slot.id: sought.card.title},
        )

    # Looking and taking

    def _look_at(self, place: int) -> None:
        plan, sought = self._page.plan, self._sought
        if plan is not None and sought is not None:
            one = self._found.places[place]
            self._show(plan, sought, one.place.hall, one.starts)

    def _show(self, plan: Plan, sought: Sought, hall: int, starts: int) -> None:
        card = card_there(plan, sought.card, hall, starts)
        source = 0 if sought.fresh or (card.hall, card.starts) == (sought.card.hall, sought.card.starts) else card.id
        self._page.view.show_ghosts([Ghost(sought.slot.id, card, source, near=True)])
        if self._page.on_board:
            reveal(self._page.view, card)

    def _take(self, place: int) -> None:
        one = self._found.places[place]
        if one.after:
            self._page.edits.refuse(_("Another event must move first."))
            return
        self._put(one.place.hall, one.place.start)

    def _take_named(self) -> None:
        plan, sought = self._page.plan, self._sought
        if plan is not None and sought is not None:
            place = self.why_panel.place()
            self._put(place.hall, self._there(plan, sought, place).start)

    def _put(self, hall: int, start: int) -> None:
        """Place or move it, one step; the panel is done with."""
        plan, sought = self._page.plan, self._sought
        if plan is None or sought is None:
            return
        if sought.card.locked:
            self._page.edits.refuse(plan.outcome(sought.slot, held=True).sentence)
            return
        if self._page.edits.put(plan, sought.card, sought.slot.at(hall, start)):
            self.close()

    # Opening and closing

    def _open(self, panel: SidePanel) -> None:
        self._page.view.show_ghosts(())
        self._page.side.open(panel)

    def close(self) -> None:
        """Put the panel away."""
        if self._page.side.panel in (self.where_panel, self.why_panel):
            self._page.side.close_panel()
            self._page.view.show_ghosts(())
            fresh = self._sought is not None and self._sought.fresh
            home = self._page.view if self._page.on_board else self._page.lines
            (self._page.tray.cards if fresh else home).setFocus()
        self._sought = None
        self._round += 1

    def renew(self) -> None:
        """The schedule was read again: what was said may no longer be true."""
        if self._sought is not None:
            self.close()

    # The tray

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """W on a card of the tray."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and letter(event) == "w":
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held in (Qt.KeyboardModifier.NoModifier, SHIFT):
                (self.why if held else self.where)()
                return True
        return super().eventFilter(watched, event)

    def _tray_menu(self, spot: QPoint) -> None:
        page, cards = self._page, self._page.tray.cards
        row = cards.row()
        if row is None:
            return
        cards.setFocus()
        menu = Menu(page)
        fill_menu(menu, (
            (pgettext("menu", "Open in the catalogue"), "library", "Return", lambda: cards.opened.emit(row)),
            (pgettext("menu", "Place in the first free slot"), "check", "P", lambda: cards.place.emit(row)),
            *self.deeds(),
        ))  # fmt: skip
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(cards.viewport().mapToGlobal(spot))

    def deeds(self) -> tuple[tuple[str, str, str, Callable[[], object]], ...]:
        """The two questions, for menus."""
        return (
            (pgettext("menu", "Where could this go?"), "map-pin", "W", self.where),
            (pgettext("menu", "Why not here?"), "circle-alert", "Shift+W", self.why),
        )
