"""Home: how far off the programme is, what comes next, what asks for attention, what was done last."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.calendar import wall_of
from app.domain.facets import NO, Filter
from app.i18n import formats
from app.i18n.active import _, language, ngettext, pgettext
from app.store.overview import Gaps, gaps, latest_edits, rights_ending
from app.store.programme_rows import ProgrammeRow, programme_rows
from app.store.schedule import schedule
from app.store.store import utc_now
from app.ui.home.catalogue_parts import edit_rows, gap_rows
from app.ui.home.columns import Columns
from app.ui.home.facts import foremost, hero, place
from app.ui.home.part import Facts, Part
from app.ui.home.screenings import DayLabel, ScreeningRow, upcoming
from app.ui.home.worries import SHOWN, ConflictRow, EndingRow, conflicts, last_showings, worries
from app.ui.navigation import IMPORTS
from app.ui.page import Command, Page, Shell
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.ornament import Ornament
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace

MINUTE = 60_000
NARROW = 1240
"""Below this width there is room for two columns only."""

ALMATY, BEIJING = "Asia/Almaty", "Asia/Shanghai"

NO_KAZAKH = Filter(kazakh=frozenset({NO}))
"""Titles that nobody can hear or read in Kazakh."""


class HomePage(Page):
    """The first page of the rail."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self._programme: ProgrammeRow | None = None
        self._day: date | None = None
        self._hero, self._facts = SafeLabel(role="hero", wrap=True), Facts()
        self._import, self._add = Button(icon=IMPORTS.icon), Button(icon="plus")
        self._open = Button(icon="calendar-range", kind=Kind.PRIMARY)
        self._ornament = Ornament(opacity=0.45)
        self.screenings, self.conflicts, self.endings = Part(), Part(), Part()
        self.gaps, self.edits = Part(), Part()
        self._columns = Columns((self.screenings,), (self.conflicts, self.endings), (self.gaps, self.edits))
        self._empty = EmptyState()
        self._clock = QTimer(self, interval=MINUTE // 4)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._hero)
        words.addWidget(self._facts)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self._import, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._open, 0, Qt.AlignmentFlag.AlignBottom)
        self._content = QWidget()
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(32, 22, 32, 24)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addSpacing(12)
        inside.addWidget(self._ornament)
        inside.addWidget(self._columns, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self._area.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        whole.addWidget(self._empty)
        self._empty.hide()

    def _connect(self) -> None:
        go = self.shell.show_page
        self._add.clicked.connect(self.add_title)
        self._open.clicked.connect(lambda: go("schedule", **self._here()))
        self._empty.primary.connect(self.add_title)
        self._empty.secondary.connect(lambda: go(IMPORTS.key, choose=True))
        self._import.clicked.connect(lambda: go(IMPORTS.key, choose=True))
        self.screenings.followed.connect(lambda: go("schedule", **self._here()))
        self.conflicts.followed.connect(lambda: go("schedule", conflicts=True, **self._here()))
        self.gaps.followed.connect(lambda: go("checks"))
        self.edits.followed.connect(lambda: go("history"))
        self.endings.followed.connect(lambda: go("works", rights="ending"))
        self.shell.preferences.changed.connect(self._preferences_changed)
        self._preferences_changed()

    # What the window asks

    def reload(self) -> None:
        """Read everything again, as of now."""
        now = utc_now()
        rows = self.workspace.read(programme_rows)
        self._day = wall_of(now, ALMATY).date()
        self._programme = foremost(rows, self._day)
        lacking = self.workspace.read(gaps)
        nothing = not rows and not lacking.works
        self._empty.setVisible(nothing)
        self._area.setVisible(not nothing)
        plan = self._plan()
        self._show_head(plan, lacking.works)
        self._show_screenings(plan)
        self._show_worries(plan)
        self._show_catalogue(lacking, now)
        self.shell.set_status(self.status())

    def retranslate(self) -> None:
        """Say the words; what was read is read again by the page itself."""
        self._add.setText(_("Add title"))
        self._empty.tell(
            _("Your library is empty"),
            _("Add a title, and it can be given names, versions, rights and screenings."),
            _("Add title"), _("Import a spreadsheet…"),
        )  # fmt: skip
        self._empty.set_icons("plus", IMPORTS.icon)
        self._import.setText(_("Import…"))
        self._empty.set_hint("Ctrl+N", pgettext("home", "adds a title"))

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """A new title."""
        return {Command.NEW: self.add_title}

    def regions(self) -> list[QWidget]:
        """The three columns."""
        return [self.screenings, self.conflicts, self.endings, self.gaps] if self._area.isVisible() else [self._empty]

    def status(self) -> str:
        """The day, and the hour at both ends of the road."""
        now = utc_now()
        return _(
            "{day}, Almaty {almaty}, Beijing {beijing}",
            day=formats.heading(formats.date_full(language(), wall_of(now, ALMATY).date())),
            almaty=formats.time(language(), wall_of(now, ALMATY)),
            beijing=formats.time(language(), wall_of(now, BEIJING)),
        )

    def add_title(self) -> None:
        """Go to the catalogue and begin a title."""
        self.shell.show_page("works", new=True)

    # What it shows

    def _here(self) -> dict[str, object]:
        return {"programme": self._programme.id} if self._programme else {}

    def _plan(self) -> Plan | None:
        if self._programme is None or self._day is None:
            return None
        return Plan(self.workspace.read(schedule, self._programme.id, language(), self._day), language())

    def _show_head(self, plan: Plan | None, works: int) -> None:
        tongue = language()
        if plan is None or self._programme is None or self._day is None:
            self._hero.setText(_("There is no programme yet"))
            self._facts.tell("", [(formats.number(tongue, works), ngettext("{n} title", "{n} titles", works))])
            self._open.setText(_("New programme"))
            self.shell.set_conflicts(0)
            return
        self._hero.setText(hero(self._programme, self._day))
        self._open.setText(_("Open schedule"))
        placed, waiting = len(plan.schedule.cards), len(plan.schedule.tray)
        open_ones = len(conflicts(plan))
        counts = (
            (placed, ngettext("{n} screening placed", "{n} screenings placed", placed)),
            (waiting, ngettext("{n} title to place", "{n} titles to place", waiting)),
            (open_ones, ngettext("{n} conflict to resolve", "{n} conflicts to resolve", open_ones)),
        )
        self._facts.tell(place(self._programme), [(str(number), words) for number, words in counts])
        self.shell.set_conflicts(open_ones)

    def _show_screenings(self, plan: Plan | None) -> None:
        rows: list[QWidget] = []
        for day, cards in upcoming(plan, self._day) if plan and self._day else []:
            rows.append(DayLabel(day, first=not rows))
            for card in cards:
                row = ScreeningRow(plan, card) if plan else QWidget()
                if isinstance(row, ScreeningRow):
                    row.clicked.connect(lambda _on=False, id_=card.id: self._show_screening(id_))
                rows.append(row)
        total = len(plan.schedule.cards) if plan else 0
        link = _("All {number}", number=formats.number(language(), total)) if total else ""
        self.screenings.head.tell(_("Upcoming screenings"), link=link)
        self.screenings.show_rows(rows, _("No upcoming screenings."))

    def _show_worries(self, plan: Plan | None) -> None:
        found = worries(plan) if plan else []
        rows: list[QWidget] = []
        for finding in found[:SHOWN]:
            assert plan is not None
            row = ConflictRow(plan, finding)
            event = next((slot for slot in finding.slots if slot in plan.cards), 0)
            row.shown.connect(lambda id_=event: self._show_worry(id_))
            rows.append(row)
        self.conflicts.head.tell(_("Open conflicts"), link=_("Resolve") if found else "")
        self.conflicts.show_rows(rows, _("No conflicts in the schedule."))
        today = self._day or wall_of(utc_now(), ALMATY).date()
        programme = self._programme
        territory, use = (programme.territory, programme.use) if programme else ("KZ", None)
        ends = self.workspace.read(rights_ending, language(), today, territory=territory, use=use)
        last = last_showings(plan)
        bars: list[QWidget] = []
        for ending in ends:
            bar = EndingRow(ending, last.get(ending.work), today)
            bar.clicked.connect(lambda _on=False, id_=ending.work: self.shell.show_page("works", work=id_))
            bars.append(bar)
        self.endings.head.tell(_("Rights ending soon"), link=_("All rights") if ends else "")
        self.endings.show_rows(bars, _("No rights end in the next four months."))

    def _show_catalogue(self, lacking: Gaps, now: datetime) -> None:
        rows: list[QWidget] = []
        for key, row in gap_rows(lacking):
            where = {"filter": NO_KAZAKH} if key == "kazakh" else {"missing": key}
            row.clicked.connect(lambda _on=False, where=where: self.shell.show_page("works", **where))
            rows.append(row)
        self.gaps.head.tell(_("Names and versions"), link=_("Data check") if lacking.works else "")
        self.gaps.show_rows(rows)
        self.edits.head.tell(_("Recent edits"), link=_("History"))
        self.edits.show_rows(edit_rows(self.workspace.read(latest_edits), now), _("Nothing has been changed yet."))

    def _show_screening(self, screening: int) -> None:
        self.shell.show_page("schedule", **self._here(), screening=screening)

    def _show_worry(self, screening: int) -> None:
        """Go to the screening, or to all that stands against the programme when it is about no single one."""
        if screening:
            self._show_screening(screening)
        else:
            self.shell.show_page("schedule", conflicts=True, **self._here())

    # What it hears

    def _preferences_changed(self) -> None:
        self._ornament.setVisible(self.shell.preferences.now.ornament)

    def _tick(self) -> None:
        """A minute has passed: the clocks go on, and at midnight the days."""
        if not self.isVisible():
            return
        if wall_of(utc_now(), ALMATY).date() != self._day:
            self.reload()
        self.shell.set_status(self.status())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, or two where it is narrow."""
        super().resizeEvent(event)
        self._columns.arrange(narrow=self.width() < theme().px(NARROW))
