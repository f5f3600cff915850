"""How serious a rule is in a programme, and what it measures by, in words."""

from typing import TYPE_CHECKING

from app.domain.measures import LEGAL, MEASURES, Unit, usual_severity
from app.i18n import formats, law_words
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

MEASURE_NAMES = {
    "R2": N_("Default for halls"),
    "R8": N_("Before the start and after the end"),
    "R15": N_("Days between two showings"),
    "R18": N_("Between two starts"),
    "R19": N_("Starts every"),
    "R21": N_("From this many showings on"),
    "R23": N_("Rest between two shifts"),
    "R25": N_("Free at a stretch"),
    "R26": N_("Handover of copies, at least"),
    "R28": N_("The evening begins at"),
}
"""What the measure of each rule is; `tr(MEASURE_NAMES["R2"])` says one."""


def severity(tr: "Catalogue", rule: str, own: int | None) -> str:
    """How serious a rule is; said as usual where the programme says nothing."""
    if own is not None:
        return law_words.severity(tr, own)
    return tr("Default: {severity}", severity=usual(tr, rule))


def usual(tr: "Catalogue", rule: str) -> str:
    """How serious a rule is usually; those of law as the law is."""
    return tr("by law") if rule in LEGAL else law_words.severity(tr, usual_severity(rule)).lower()


def measure(tr: "Catalogue", rule: str, own: int | None) -> str:
    """The measure of a rule with its unit; '' for a rule without one."""
    if rule not in MEASURES:
        return ""
    value = MEASURES[rule].usual if own is None else own
    match MEASURES[rule].unit:
        case Unit.MINUTES:
            return formats.minutes(tr.language, value)
        case Unit.DAYS:
            return tr.plural("{n} day", "{n} days", value)
        case Unit.SHOWINGS:
            return tr.plural("{n} showing", "{n} showings", value)
        case Unit.CLOCK:
            return law_words.clock(value)
