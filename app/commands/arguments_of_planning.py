"""What may be asked about slates, plans and tours on the command line."""

from collections.abc import Callable
from functools import partial

from app.commands.parsing import Parser, country_code, day_value, whole_number
from app.i18n.catalogue import Catalogue

Ask = Callable[[Parser, Catalogue], None]


def commands(tr: Catalogue) -> dict[str, tuple[str, Ask]]:
    """The commands with what they do and what they ask."""
    return {
        "slate": (tr("Show the slate of a programme and how it compares with its targets."), ask_programme),
        "rules": (tr("List the rules of law and the special days of a country."), _ask_rules),
        "tour": (tr("Show where a tour goes, when, in which time zones, and what is wrong with it."), ask_programme),
        "plans": (tr("List the saved plans of a programme."), ask_programme),
        "release": (tr("Publish the schedule of a programme: from now on its times count as published."), _ask_release),
        "changes": (tr("Show what has changed since a release, or between two saved plans."), _ask_changes),
        "plan": (tr("Plan a programme: place waiting titles, or repair clashes."), _ask_plan),
        "where": (tr("Show where a screening, or a waiting title, could go."), _ask_where),
        "why-not": (tr("Show what stands in the way of a screening in a hall at a given time."), _ask_why_not),
    }


def ask_programme(own: Parser, tr: Catalogue) -> None:
    """Which programme."""
    says = tr("The number of a programme, its name in any language, or a beginning that only one has.")
    own.add_argument("programme", metavar="PROGRAMME", help=says)


def _ask_rules(own: Parser, tr: Catalogue) -> None:
    says = tr("Only this country, by its two letters.")
    own.add_argument("--country", metavar="KZ", type=partial(country_code, tr), help=says)


def _ask_release(own: Parser, tr: Catalogue) -> None:
    ask_programme(own, tr)
    own.add_argument("--name", metavar="TEXT", required=True, help=tr("What the release is called."))
    own.add_argument("--note", metavar="TEXT", help=tr("An internal note."))


def _ask_changes(own: Parser, tr: Catalogue) -> None:
    ask_programme(own, tr)
    says = tr("The number of a release, or the name of a saved plan; otherwise the latest release.")
    own.add_argument("--since", metavar="PLAN", help=says)
    says = tr("Another saved plan; otherwise the schedule as it is now.")
    own.add_argument("--until", metavar="PLAN", help=says)


def _ask_plan(own: Parser, tr: Catalogue) -> None:
    ask_programme(own, tr)
    says = tr("How long to search; Ctrl+C ends it sooner and keeps the best plan so far.")
    own.add_argument("--seconds", metavar="N", type=whole_number(tr, 1, 3600), default=20, help=says)
    says = tr("Search for this many steps instead of by the clock; the same seed then always gives the same plan.")
    own.add_argument("--rounds", metavar="N", type=whole_number(tr, 1), help=says)
    says = tr("A different number searches in a different order; the same number in the same one.")
    own.add_argument("--seed", metavar="N", type=whole_number(tr, 0), default=0, help=says)
    says = tr("Move as little as possible until no rule is broken, and place nothing new.")
    own.add_argument("--repair", action="store_true", help=says)
    own.add_argument("--pencilled", action="store_true", help=tr("Tentative screenings may move as well."))
    own.add_argument("--day", metavar="YYYY-MM-DD", type=partial(day_value, tr), help=tr("Plan only this day."))
    own.add_argument("--apply", action="store_true", help=tr("Apply the plan, as one step."))


def _ask_where(own: Parser, tr: Catalogue) -> None:
    ask_programme(own, tr)
    own.add_argument("event", metavar="SCREENING|entry:N", help=_event_says(tr))
    own.add_argument(
        "--limit", metavar="N", type=whole_number(tr, 1, 100), default=8, help=tr("The most results to return.")
    )


def _ask_why_not(own: Parser, tr: Catalogue) -> None:
    ask_programme(own, tr)
    own.add_argument("event", metavar="SCREENING|entry:N", help=_event_says(tr))
    own.add_argument("--hall", metavar="HALL", required=True, help=tr("The hall, by its number or name."))
    says = tr("When the film would begin, by the clock of the hall: 2026-10-16T19:30")
    own.add_argument("--at", metavar="MOMENT", required=True, help=says)


def _event_says(tr: Catalogue) -> str:
    return tr("The number of a screening, or entry:N for a title of the slate that waits.")
