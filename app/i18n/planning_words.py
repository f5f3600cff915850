"""What the planner and its answers are called: how a run ended, what stands in the way, why a place is good."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.planning import Standing, Status
from app.domain.screenings import PartyKind
from app.domain.suggestions import Reason, Said
from app.i18n import formats
from app.i18n.phrases import Names, finding_sentence
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

STATUS: Mapping[Status, str] = {
    Status.OPTIMAL: N_("No better plan exists."),
    Status.FEASIBLE: N_("A plan was found; a better one may exist."),
    Status.INFEASIBLE: N_("Not everything can be placed."),
    Status.STOPPED: N_("Stopped; this is the best plan so far."),
}

_IN_THE_WAY: Mapping[str, str] = {
    "R1": N_("At every hour another event is in the hall: {halls}."),
    "R2": N_("Between other events there is no time left to empty the hall: {halls}."),
    "R3": N_("The hall is not open long enough: {halls}."),
    "R4": N_("It would lie outside the festival days."),
    "R5": N_("A guest is elsewhere or not in town: {people}."),
    "R6": N_("An interpreter or moderator is elsewhere or not in town: {people}."),
    "R7": N_("The copy is elsewhere, on its way or not here yet: {copies}."),
    "R8": N_("The key does not open the copy then: {copies}."),
    "R9": N_("The hall cannot play the copy: {halls}."),
    "R10": N_("Rights do not allow it: {works}."),
    "R11": N_("It cannot be followed in a language required by law: {works}."),
    "R12": N_("The age mark does not allow this hour or audience: {works}."),
    "R13": N_("A permit or certificate is missing: {works}."),
    "R14": N_("The order of the titles would be wrong."),
    "R15": N_("The title is shown on that day already: {works}."),
    "R26": N_("Between the cities there is not enough time: {legs}."),
    "R30": N_("It would come before the opening or after the closing."),
}
OTHER_RULE = N_("Rule {rule} stands in the way.")

_REASONS: Mapping[Reason, str] = {
    Reason.PRIME_TIME: N_("In prime time"),
    Reason.HALL_FITS: N_("The hall fits: {expected} expected, {seats} seats"),
    Reason.HALL_SMALL: N_("The hall is small: {expected} expected, {seats} seats"),
    Reason.HALL_LARGE: N_("The hall is large: {expected} expected, {seats} seats"),
    Reason.GUEST_THERE: N_("{person} is in town"),
    Reason.GUEST_AWAY: N_("{person} is not in town"),
    Reason.OTHER_DAY: N_("Not shown on that day yet"),
    Reason.SAME_DAY: N_("Shown on that day already"),
    Reason.OTHER_HALL: N_("Not shown in that hall yet"),
    Reason.SAME_HALL: N_("Shown in that hall already"),
    Reason.STAYS_IN_HALL: N_("Stays in its hall"),
    Reason.STAYS_ON_DAY: N_("Stays on its day"),
    Reason.STRAND_BESIDE: N_("Another show of its strand runs at the same time"),
    Reason.AFTER_MOVE: N_("Only when “{title}” is moved"),
}


def status_sentence(tr: "Catalogue", status: Status) -> str:
    """How a run ended."""
    return tr(STATUS[status])


def standing_sentence(tr: "Catalogue", standing: Standing, names: Names) -> str:
    """A rule that stands in the way, with the things it is about."""
    message = _IN_THE_WAY.get(standing.rule, OTHER_RULE)
    kinds = {
        "halls": PartyKind.HALL, "people": PartyKind.PERSON, "copies": PartyKind.COPY, "works": PartyKind.WORK,
        "legs": PartyKind.LEG,
    }  # fmt: skip
    fields = {
        name: formats.listing(
            tr.language, [names.party(party) for party in standing.parties if party.kind is kind] or ["–"]
        )
        for name, kind in kinds.items()
        if f"{{{name}}}" in message
    }
    return tr(message, **fields, **({"rule": standing.rule} if message == OTHER_RULE else {}))


def reason_words(tr: "Catalogue", said: Said, names: Names) -> str:
    """One reason for or against a place."""
    if said.finding is not None:
        return finding_sentence(tr, said.finding, names)
    values = dict(said.values)
    match said.reason:
        case Reason.GUEST_THERE | Reason.GUEST_AWAY:
            return tr(_REASONS[said.reason], person=names.people.get(_number(values["person"]), "–"))
        case Reason.AFTER_MOVE:
            return tr(_REASONS[said.reason], title=names.title(_number(values["slot"])))
        case Reason.HALL_FITS | Reason.HALL_SMALL | Reason.HALL_LARGE:
            return tr(_REASONS[said.reason], expected=str(values["expected"]), seats=str(values["seats"]))
    return tr(_REASONS[said.reason])


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value
