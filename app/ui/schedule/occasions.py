"""What sets an event apart: opening or gala, for whom, guests, interpreters, moved since it was given out."""

from typing import NamedTuple

from app.domain.kinds_of_plans import AudienceKind, Occasion, PersonTask
from app.i18n import formats
from app.i18n.active import _, ngettext, tr
from app.i18n.labels_of_plans import audience_chip, occasion_chip
from app.store.schedule import Card
from app.ui.schedule.plan import Plan

OCCASIONS = {
    Occasion.OPENING: "door-open",
    Occasion.CLOSING: "moon",
    Occasion.GALA: "star",
    Occasion.PREMIERE: "badge-check",
}
AUDIENCES = {
    AudienceKind.FAMILY: "tent",
    AudienceKind.SCHOOL: "book-a",
    AudienceKind.PRESS: "scroll-text",
    AudienceKind.JURY: "eye",
    AudienceKind.INVITED: "mail",
}


class Token(NamedTuple):
    """A small sign on a block and what it means."""

    icon: str
    tone: str
    text: str


def tokens(plan: Plan, card: Card) -> tuple[Token, ...]:
    """What sets an event apart, the weightiest first."""
    found = []
    if card.occasion in OCCASIONS:
        found.append(Token(OCCASIONS[card.occasion], "text", occasion_chip(tr(), card.occasion)))
    if card.audience in AUDIENCES:
        found.append(Token(AUDIENCES[card.audience], "text2", audience_chip(tr(), card.audience)))
    if was := moved_from(plan, card):
        found.append(Token("history", "amber", _("Published: {where}", where=was)))
    return tuple(found)


def moved_from(plan: Plan, card: Card) -> str:
    """Where and when an event was last given out, if it is elsewhere now (R27)."""
    given = plan.board.context.published.get(card.id)
    if given is None or card.id not in plan.board:
        return ""
    slot, (hall, start) = plan.board.slot(card.id), given
    if (slot.hall, slot.body_start) == (hall, start):
        return ""
    when = plan.names.when(plan.language, start, hall)
    return when if slot.hall == hall else _("{when}, {hall}", when=when, hall=plan.hall_name(hall))


def people(plan: Plan, card: Card) -> tuple[Token, ...]:
    """Guests counted, interpreters with the languages between which they speak."""
    found = []
    guests = sum(one.task is PersonTask.GUEST for one in card.people)
    if guests:
        found.append(Token("users", "text2", ngettext("{n} guest", "{n} guests", guests)))
    for one in card.people:
        if one.task is PersonTask.INTERPRETER:
            pair = "–".join(formats.language_code(plan.language, tag) for tag in one.languages)
            found.append(Token("mic", "text2", _("interpreter {languages}", languages=pair).strip()))
    return tuple(found)
