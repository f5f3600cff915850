"""Which way each rule takes into a plan, and what a breach of it costs there."""

from collections.abc import Mapping
from enum import StrEnum

from app.domain import weights
from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Severity
from app.domain.severities import Severities


class Way(StrEnum):
    """How the planner heeds a clash. Whatever the way, the rules of the board judge every plan before it is kept."""

    PLACE = "place"  # asked of each title in each place beforehand: forbidden, or taken off the points of the place
    MUST = "must"  # a constraint of the model
    PRICE = "price"  # a term of the model; a constraint where the programme takes the rule for a must
    CUT = (
        "cut"  # found in a plan by the rules of the board, then forbidden or priced in the model, which is asked again
    )
    GIVEN = "given"  # no plan changes it


_PLACE = (
    Clash.HALL_CLOSED, Clash.DAY_OUTSIDE, Clash.GUEST_NOT_ARRIVED, Clash.GUEST_GONE, Clash.STAFF_NOT_ARRIVED,
    Clash.STAFF_GONE, Clash.INTERPRETER_PAIR, Clash.COPY_NOT_READY, Clash.COPY_GONE, Clash.KEY_MISSING,
    Clash.KEY_NOT_YET, Clash.KEY_EXPIRED, Clash.HALL_CANNOT_PLAY, Clash.RIGHTS_MISSING, Clash.RIGHTS_TERRITORY,
    Clash.RIGHTS_USE, Clash.RIGHTS_NOT_CLEARED, Clash.RIGHTS_ENDED, Clash.RIGHTS_NOT_BEGUN, Clash.RIGHTS_NOT_BEFORE,
    Clash.RIGHTS_NEGOTIATION, Clash.LANGUAGE_MISSING, Clash.AGE_HOUR, Clash.AGE_AUDIENCE, Clash.PAPER_MISSING,
    Clash.OFF_GRID, Clash.HALL_TOO_SMALL, Clash.HALL_TOO_BIG, Clash.IN_PAUSE, Clash.IN_SCHOOL_HOURS,
    Clash.NOBODY_ON_DUTY, Clash.PUBLISHED_MOVED, Clash.NOT_PINNED, Clash.NOBODY_UNDERSTANDS, Clash.POLICY_MISSED,
)  # fmt: skip
_MUST = (
    Clash.HALL_TAKEN, Clash.TURNAROUND_SHORT, Clash.GUEST_ELSEWHERE, Clash.GUEST_TRAVELLING, Clash.STAFF_ELSEWHERE,
    Clash.STAFF_TRAVELLING, Clash.COPY_ELSEWHERE, Clash.COPY_TRAVELLING, Clash.ORDER_WRONG, Clash.PARTS_ORDER,
    Clash.TALK_BEFORE_FILM, Clash.PREMIERE_NOT_FIRST, Clash.LEG_MISSED, Clash.ARRIVES_LATE, Clash.NO_WAY,
    Clash.OPENING_NOT_FIRST, Clash.CLOSING_NOT_LAST, Clash.SHOWINGS_SPENT,
)  # fmt: skip
_PRICE = (
    Clash.SAME_DAY, Clash.SHOWINGS_CLOSE, Clash.AGAINST, Clash.STRAND_PARALLEL, Clash.FAMILY_PARALLEL,
    Clash.STARTS_TOGETHER, Clash.PRIME_STRAND, Clash.PRIME_COUNTRY, Clash.ON_HOLIDAY, Clash.NOTHING_ACCESSIBLE,
    Clash.NO_ROOM_LEFT, Clash.NO_TRAVEL_DAY, Clash.EVENING_WITHOUT, Clash.OVER_BUDGET,
)  # fmt: skip
_CUT = (Clash.GUEST_MISSES_ALL, Clash.SAME_HALL, Clash.SAME_HOUR, Clash.JURY_MISSES)
_GIVEN = (Clash.SHIFTS_OVERLAP, Clash.REST_SHORT)

WAYS: Mapping[Clash, Way] = {
    clash: way
    for way, clashes in (
        (Way.PLACE, _PLACE), (Way.MUST, _MUST), (Way.PRICE, _PRICE), (Way.CUT, _CUT), (Way.GIVEN, _GIVEN),
    )
    for clash in clashes
}  # fmt: skip
"""The way of every clash. ADR 0014 says it rule by rule."""


DEAR = 1000
"""Points for a must of whole days or the whole plan: no one event breaks it, so that none can be sent away for it."""

_OF_DAYS = frozenset({
    Clash.PRIME_STRAND, Clash.PRIME_COUNTRY, Clash.NOTHING_ACCESSIBLE, Clash.NO_ROOM_LEFT, Clash.EVENING_WITHOUT,
    Clash.OVER_BUDGET,
})  # fmt: skip


class Tolls:
    """What each clash costs in one programme."""

    def __init__(self, context: Context) -> None:
        self._context, self._severities = context, Severities(context)
        self._known: dict[Clash, int | None] = {}

    def of(self, clash: Clash) -> int | None:
        """The points a breach takes off; None where it must not be, 0 where nobody minds."""
        if clash not in self._known:
            self._known[clash] = self._asked(clash)
        return self._known[clash]

    def minds(self, *clashes: Clash) -> bool:
        """Whether any of them costs something or must not be."""
        return any(self.of(clash) != 0 for clash in clashes)

    def _asked(self, clash: Clash) -> int | None:
        if not self._context.asks(clash.rule):
            return 0
        (finding,) = self._severities.of((Finding(clash.rule, clash, clash.severity, (), 0),))
        if finding.severity is Severity.ERROR:
            return DEAR if clash in _OF_DAYS else None
        return weights.price(finding, self._context)
