"""What may be asked about slates, plans and tours on the command line."""

from collections.abc import Callable

from app.commands.parsing import Parser
from app.i18n.catalogue import Catalogue

Ask = Callable[[Parser, Catalogue], None]


def commands(tr: Catalogue) -> dict[str, tuple[str, Ask]]:
    """The commands with what they do and what they ask."""
    return {
        "rules": (tr("List the rules of law and the special days of a country."), _ask_rules),
        "plans": (tr("List the kept plans of a programme."), ask_programme),
        "release": (tr("Give the schedule of a programme out: its times are published from now on."), _ask_release),
        "changes": (tr("Say what has changed since a release, or between two kept plans."), _ask_changes),
    }


def ask_programme(own: Parser, tr: Catalogue) -> None:
    """Which programme."""
    says = tr("The number of a programme, its name in any language, or a beginning that only one has.")
    own.add_argument("programme", metavar="PROGRAMME", help=says)


def _ask_rules(own: Parser, tr: Catalogue) -> None:
    own.add_argument("--country", metavar="KZ", type=str.upper, help=tr("Only this country, by its two letters."))


def _ask_release(own: Parser, tr: Catalogue) -> None:
    ask_programme(own, tr)
    own.add_argument("--name", metavar="TEXT", required=True, help=tr("What the release is called."))
    own.add_argument("--note", metavar="TEXT", help=tr("A note for the house."))


def _ask_changes(own: Parser, tr: Catalogue) -> None:
    ask_programme(own, tr)
    says = tr("The number of a release, or the name of a kept plan; otherwise the latest release.")
    own.add_argument("--since", metavar="PLAN", help=says)
    says = tr("Another kept plan; otherwise the schedule as it is now.")
    own.add_argument("--until", metavar="PLAN", help=says)
