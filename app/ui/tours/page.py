"""The tours: stops and ways at the left, route and copies in the middle, what is chosen at the right."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.kinds import ProgrammeKind
from app.domain.tours import Stop
from app.i18n.active import _, language, ngettext
from app.store.journal import Step
from app.store.programme_rows import ProgrammeRow, programme_rows
from app.store.schedule import schedule
from app.store.tour_rows import tour
from app.ui.accessible import announce
from app.ui.page import Command, Page, Shell
from app.ui.schedule.clock import today
from app.ui.schedule.edits import Edits
from app.ui.schedule.page import SHOWS
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.tours import accessible
from app.ui.tours.acts import Acts
from app.ui.tours.deeds import Deeds
from app.ui.tours.gantt import Gantt
from app.ui.tours.inspector import Inspector
from app.ui.tours.map_view import MapView
from app.ui.tours.stop_list import StopList, spoken
from app.ui.tours.toolbar import Legend, Toolbar
from app.ui.tours.trip import LOCAL, NOTHING, Pick, Trip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line, Splitter
from app.ui.workspace import Workspace

STOPS, MAP, SIDE = 292, 330, 286
NARROW = 1400
TABLES = SHOWS | {"stop", "leg", "stay", "booking"}


class ToursPage(Page):
    """The page of one tour."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.trip: Trip | None = None
        self.programme: int | None = None
        self.pick, self.clock = NOTHING, LOCAL
        self.deeds, self.edits = Deeds(workspace, shell), Edits(workspace, shell)
        self.toolbar, self.stops = Toolbar(), StopList()
        self.map, self.gantt, self.legend = MapView(), Gantt(), Legend()
        self.inspector = Inspector(self.deeds, self.edits)
        self.nothing, self.no_stops = EmptyState(), EmptyState()
        self.acts = Acts(self, self.deeds)
        accessible.install()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.stops)
        self.retranslate()

    def _lay_out(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.gantt, 1)
        column.addWidget(self.legend)
        self.middle = Splitter(Qt.Orientation.Vertical)
        self.middle.addWidget(self.map)
        self.middle.addWidget(below)
        self.columns = Splitter()
        for part in (self.stops, self.middle, self.inspector):
            self.columns.addWidget(part)
        self.columns.setStretchFactor(1, 1)
        self.stops.setMinimumWidth(theme().px(220))
        self.pages = QStackedWidget()
        for page in (self.columns, self.no_stops, self.nothing):
            self.pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.toolbar)
        outer.addWidget(Line())
        outer.addWidget(self.pages, 1)
        for name, splitter, sizes in (
            ("tours", self.columns, (STOPS, 800, SIDE)), ("tours middle", self.middle, (MAP, 420)),
        ):  # fmt: skip
            kept = self.shell.preferences.layout(name)
            if kept is None or not splitter.restoreState(kept):
                splitter.setSizes([theme().px(size) for size in sizes])
            splitter.splitterMoved.connect(lambda _at, _place, name=name, splitter=splitter: self.shell.preferences
                                           .keep_layout(name, splitter.saveState()))  # fmt: skip

    def _connect(self) -> None:
        self.toolbar.switch.chosen.connect(lambda number: self.go(programme=number))
        self.toolbar.begun.connect(self.acts.begin)
        self.toolbar.clocks.chosen.connect(self.show_clock)
        self.toolbar.sheet.clicked.connect(self.print)
        self.toolbar.add.clicked.connect(self.acts.add)
        self.nothing.primary.connect(self.acts.begin)
        self.no_stops.primary.connect(self.acts.add)
        for view in (self.stops, self.map, self.gantt):
            view.picked.connect(self.choose)
            view.asked.connect(self.acts.popup)
        self.stops.opened.connect(self.open)
        self.map.opened.connect(self.open)
        self.stops.moved.connect(self.acts.shift)
        self.inspector.followed.connect(
            lambda event: self.shell.show_page("schedule", programme=self.programme, screening=event)
        )
        self.inspector.wanted.connect(
            lambda what: {"venue": self.acts.add_venue, "remove": self.acts.remove, "leg": self.acts.add_leg}[what]()
        )

    # Reading

    def reload(self) -> None:
        """Read the tours, and the one that is shown."""
        rows = [row for row in self.workspace.read(programme_rows) if row.kind is ProgrammeKind.TOUR]
        if self.programme not in {row.id for row in rows}:
            self.programme, self.pick = (rows[0].id if rows else None), NOTHING
        self.toolbar.show_tours(rows, self.programme)
        self.trip = self._read(rows)
        if self.trip is not None and not self._there(self.trip, self.pick):
            self.pick = self._first(self.trip)
        stops = bool(self.trip and self.trip.tour.stops)
        self.pages.setCurrentWidget(self.columns if stops else self.no_stops if rows else self.nothing)
        self._show()

    def _read(self, rows: list[ProgrammeRow]) -> Trip | None:
        if not rows or self.programme is None:
            return None
        made = self.workspace.read(tour, self.programme)
        return Trip(
            Plan(self.workspace.read(schedule, self.programme, language(), today()), language(), made.stops), made
        )

    def refresh(self, step: Step) -> None:
        """Read again what a step may have changed; a new stop or leg is chosen."""
        if step.tables.isdisjoint(TABLES):
            return
        for change in step.changes:
            if change.table in ("stop", "leg") and change.before is None:
                self.pick = Pick(change.table, change.key)
        self.reload()

    def reveal(self, step: Step) -> None:
        """Choose the stop or leg that an undo has changed."""
        for kind in ("stop", "leg"):
            for number in step.keys(kind):
                if self.trip is not None and self._there(self.trip, Pick(kind, number)):
                    self.choose(Pick(kind, number))
                    return

    @staticmethod
    def _there(trip: Trip, pick: Pick) -> bool:
        if pick.kind == "leg":
            return trip.tour.leg(pick.id) is not None
        return pick.id in trip.tour.by_number and (pick.kind == "stop" or trip.lacks_leg(pick.id))

    @staticmethod
    def _first(trip: Trip) -> Pick:
        return Pick("stop", trip.tour.stops[0].id) if trip.tour.stops else NOTHING

    def _show(self) -> None:
        self.toolbar.show_trip(self.trip, self.clock)
        self.toolbar.add.setEnabled(self.programme is not None)
        shown = self.trip if self.trip is not None and self.trip.tour.stops else None
        self.stops.show_trip(shown, self.pick)
        self.map.show_trip(shown, self.pick)
        self.gantt.show_trip(shown, self.pick)
        self.inspector.show_trip(shown, self.pick, self.clock)
        self.shell.set_conflicts(self.trip.plan.grave if self.trip is not None else 0)
        self.shell.set_status(self.status())
        self.shell.commands_changed()

    def retranslate(self) -> None:
        """Say the words again; names are read anew in the new language."""
        self.nothing.tell(
            _("No tour yet"),
            _("A tour goes from city to city with the same titles; all times are local to each city."),
            _("New tour…"),
        )
        self.no_stops.tell(
            _("A tour without stops"),
            _("Add the first city with its days. Stops, legs and copies then appear on one map."), _("Add stop"),
        )  # fmt: skip
        self.nothing.set_icons("plus")
        self.no_stops.set_icons("plus")

    def status(self) -> str:
        """5 stops, 4 legs, 6 copies, 1 conflict."""
        if self.trip is None:
            return ""
        made = self.trip.tour
        parts = [
            ngettext("{n} stop", "{n} stops", len(made.stops)), ngettext("{n} leg", "{n} legs", len(made.legs)),
            ngettext("{n} copy", "{n} copies", len(self.trip.tracks)),
        ]  # fmt: skip
        if self.trip.plan.grave:
            parts.append(ngettext("{n} conflict", "{n} conflicts", self.trip.plan.grave))
        return ("，" if language() == "zh" else ", ").join(parts)

    # Choosing

    def choose(self, pick: Pick) -> None:
        """Choose a stop or a leg everywhere."""
        if self.trip is None or pick == self.pick:
            return
        self.pick = pick
        for view in (self.stops, self.map, self.gantt):
            view.select(pick)
        self.inspector.show_trip(self.trip, pick, self.clock)
        line = next((line for line in self.stops.rows.lines if line.pick == pick), None)
        if line is not None and not self.stops.hasFocus():
            announce(self, spoken(self.trip, line))
        self.shell.commands_changed()

    def open(self, pick: Pick) -> None:
        """Put the keyboard into the form of what was chosen."""
        self.choose(pick)
        if pick.kind == "gap":
            self.acts.add_leg()
        elif pick.kind == "stop":
            self.inspector.stop_form.focus("first_day")
        elif pick.kind == "leg":
            self.inspector.leg_form.focus("minutes")

    def show_clock(self, clock: str) -> None:
        """Say times on local clocks or on one for the whole tour."""
        self.clock = clock
        self.inspector.show_trip(self.trip, self.pick, clock)

    def go(
        self, programme: int | None = None, *, stop: int | None = None, leg: int | None = None, **_where: Any
    ) -> None:
        """Show a tour, one of its stops or legs."""
        if programme is not None and programme != self.programme:
            self.programme, self.pick = programme, NOTHING
        if stop is not None or leg is not None:
            self.pick = Pick("stop", stop) if stop is not None else Pick("leg", leg or 0)
        self._stale = False
        self.reload()

    # Doing

    @property
    def stop(self) -> Stop | None:
        """The stop that is chosen, or after which the chosen gap is."""
        known = self.trip.tour.by_number if self.trip is not None else {}
        return known.get(self.pick.id) if self.pick.kind in ("stop", "gap") else None

    def print(self) -> None:
        """Go to the tour sheet."""
        self.shell.show_page("documents", programme=self.programme, product="tour-sheet")

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What the menus can do here."""
        found: dict[Command, Callable[[], object]] = {Command.NEW: self.acts.add}
        if self.trip is not None and self.trip.tour.stops:
            found[Command.PRINT] = self.print
            if self.pick.kind in ("stop", "leg"):
                found |= {Command.REMOVE: self.acts.remove, Command.RENAME: lambda: self.open(self.pick)}
            if self.trip.findings(self.pick):
                found[Command.REPAIR] = self.inspector.apply_best
        return found

    def regions(self) -> list[QWidget]:
        """Stops, map, copies, what is chosen."""
        return [self.stops, self.map, self.gantt, self.inspector]
