"""The pages of the window, one line each, and where in them a record is shown."""

from importlib import import_module
from typing import NamedTuple, cast

from app.store import belongings
from app.store.journal import Step
from app.ui.page import PageFactory


class PageSpec(NamedTuple):
    """A page of the rail. `key` is also its word (`labels.page`); `factory` is "module:Class"."""

    key: str
    icon: str
    factory: str
    shortcut: str
    tables: tuple[str, ...] = ()
    """Tables whose records are shown here: an undo jumps to the page of what it changes."""
    home: str = ""
    """For a page that is not on the rail: the page of the rail it belongs to."""

    def make(self) -> PageFactory:
        """The class of the page; its module is loaded now and not before."""
        module, name = self.factory.split(":")
        return cast("PageFactory", getattr(import_module(module), name))


_SLATES = ("slate_entry", "opinion", "entry_link", "entry_guest", "target", "strand")
_SCHEDULE = (
    "screening", "part", "accepted", "programme", "programme_hall", "hall_hours", "rule_setting", "stay", "shift",
)  # fmt: skip
_WORKS = (*sorted(belongings.tables().difference(_SCHEDULE, _SLATES)), "agent", "agent_name", "post")

PAGES: tuple[PageSpec, ...] = (
    PageSpec("home", "house", "app.ui.home.page:HomePage", "Ctrl+1"),
    PageSpec("works", "library", "app.ui.works.page:WorksPage", "Ctrl+2", _WORKS),
    PageSpec("slates", "square-kanban", "app.ui.slates.page:SlatesPage", "Ctrl+3", _SLATES),
    PageSpec("schedule", "calendar-range", "app.ui.schedule.page:SchedulePage", "Ctrl+4", _SCHEDULE),
    PageSpec("tours", "route", "app.ui.tours.page:ToursPage", "Ctrl+5", ("stop", "leg")),
    PageSpec("documents", "printer", "app.ui.documents.page:DocumentsPage", "Ctrl+6"),
)
"""From top to bottom of the rail."""

_SETTINGS = ("venue", "hall", "library", "legal_rule", "special_day", "venue_way")

SETTINGS = PageSpec("settings", "settings", "app.ui.settings.page:SettingsPage", "Ctrl+,", _SETTINGS)
"""At the foot of the rail."""

IMPORTS = PageSpec("imports", "file-spreadsheet", "app.ui.imports.page:ImportsPage", "Ctrl+Shift+I", home="works")
"""Not on the rail: File > Import leads there, and a spreadsheet dropped on the window."""

_JUDGED = ("left_as_it_is", "distinct_pair", "check_left_out")

CHECKS = PageSpec("checks", "badge-check", "app.ui.checks.page:ChecksPage", "Ctrl+Shift+D", _JUDGED, "works")
"""Not on the rail: Tools > Check the data leads there."""

HISTORY = PageSpec("history", "history", "app.ui.past.page:HistoryPage", "Ctrl+Shift+H", home="home")
"""Not on the rail: Edit > History leads there."""

PLANS = PageSpec("plans", "copy", "app.ui.plans.page:PlansPage", "Ctrl+Shift+R", ("plan",), "schedule")
"""Not on the rail: Tools > Plans and releases leads there, and so does the schedule."""

ASIDE = (IMPORTS, CHECKS, HISTORY, PLANS)
"""The pages that are not on the rail; the menus of what they do lead there."""

_NAMED = ("agent", "agent_name", "post")

PEOPLE = PageSpec("agents", "users", "app.ui.agents.page:PeoplePage", "Ctrl+Shift+P", _NAMED, "works")
"""Not on the rail: Go > People leads there, and so does every name in credits and in the search."""

HOMES = {spec.key: spec.home for spec in (*ASIDE, PEOPLE)}
"""For a page that is not on the rail: the one that is marked there meanwhile."""

PLACES = {
    "work": ("works", "work"),
    "agent": ("agents", "agent"),
    "venue": ("settings", "venue"),
    "hall": ("settings", "hall"),
    "screening": ("schedule", "screening"),
}
"""For a kind of search hit: its page and the name of the place to go to there."""


def page_of(step: Step, pages: tuple[PageSpec, ...]) -> str | None:
    """The key of the page that shows what a step changed; the schedule goes before the catalogue.

    What changed a title is shown there, though it entered somebody too.
    """
    for spec in reversed(pages):
        if step.tables.intersection(spec.tables) and not (spec is PEOPLE and step.works):
            return spec.key
    return None
