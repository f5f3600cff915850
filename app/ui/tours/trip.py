"""What the page knows of a tour: its stops and legs, what is shown where, where every copy is, what is wrong."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from app.domain.checks_of_tours import Trouble, troubles
from app.domain.screenings import Finding, PartyKind, Severity
from app.domain.tours import Leg, Stop, Tour
from app.domain.tracks import Track, people, places_of, tracks
from app.i18n.active import _
from app.store.schedule import Card
from app.ui.schedule.plan import Plan

LOCAL = "local"
"""Every time on the clocks of its own city."""

TRAVEL_RULES = frozenset({"R5", "R6", "R7", "R26"})


class Pick(NamedTuple):
    """What is chosen on the page: a stop, a leg, or the gap after a stop where a leg is missing."""

    kind: str
    id: int


NOTHING = Pick("", 0)


class Trip:
    """A tour as read at one moment. Asking it changes nothing and reads nothing."""

    def __init__(self, plan: Plan, tour: Tour) -> None:
        self.plan = plan
        self.tour = tour
        self.language = plan.language
        venues = {hall.id: hall.venue for hall in plan.schedule.halls}
        self.places = places_of(tour, venues, plan.schedule.slots)
        self._cards: defaultdict[int, list[Card]] = defaultdict(list)
        for card in plan.schedule.cards:
            if card.id in self.places:
                self._cards[self.places[card.id]].append(card)
        days = {stop: [card.day for card in cards] for stop, cards in self._cards.items()}
        zones = {hall.venue: hall.zone for hall in plan.schedule.halls}
        self.troubles: list[Trouble] = troubles(tour, days, zones)

    @cached_property
    def tracks(self) -> list[Track]:
        """The way of every copy that is shown."""
        return tracks(self.tour, self.plan.schedule.slots, self.places)

    @cached_property
    def people(self) -> list[Track]:
        """The way of everybody who is at events in more than one city."""
        return people(self.tour, self.plan.schedule.slots, self.places)

    def shows(self, stop: int) -> list[Card]:
        """What is shown at a stop, by time."""
        return self._cards.get(stop, [])

    def legs_from(self, stop: int) -> list[Leg]:
        """The legs that leave a stop, those that lead to the nearest following stop first."""
        order = {row.id: place for place, row in enumerate(self.tour.stops)}
        own = [leg for leg in self.tour.legs if leg.origin == stop and leg.target in order]
        return sorted(own, key=lambda leg: ((order[leg.target] - order[stop]) % len(order), leg.id))

    def following(self, stop: int) -> Stop | None:
        """The stop after this one."""
        numbers = [row.id for row in self.tour.stops]
        place = numbers.index(stop) + 1
        return self.tour.stops[place] if place < len(numbers) else None

    def lacks_leg(self, stop: int) -> bool:
        """Whether no leg leads to the following stop."""
        after = self.following(stop)
        return after is not None and not self.tour.between(stop, after.id)

    def findings(self, pick: Pick) -> list[Finding]:
        """What stands against a stop, or what travelling along a leg has to do with; wishes are for the schedule."""
        found = [one for one in self.plan.findings if one.severity > Severity.WISH]
        if pick.kind == "stop":
            return [one for one in found if any(self.places.get(slot) == pick.id for slot in one.slots)]
        if pick.kind == "leg":
            return [one for one in found if self._concerns(one, pick.id)]
        if pick.kind == "gap":
            after = self.following(pick.id)
            found = [one for one in found if after and any(self.places.get(slot) == after.id for slot in one.slots)]
        return [one for one in found if one.rule in TRAVEL_RULES]

    def _concerns(self, finding: Finding, leg: int) -> bool:
        if leg in finding.party(PartyKind.LEG):
            return True
        row = self.tour.leg(leg)
        return (
            row is not None
            and finding.rule in TRAVEL_RULES
            and bool(finding.slots)
            and self.places.get(finding.slots[-1]) == row.target
        )

    def troubles_of(self, pick: Pick) -> list[Trouble]:
        """What is wrong with a stop or a leg itself."""
        if pick.kind == "stop":
            return [one for one in self.troubles if one.leg is None and one.stops[0] == pick.id]
        if pick.kind == "leg":
            return [one for one in self.troubles if one.leg == pick.id]
        if pick.kind == "gap":
            return [one for one in self.troubles if one.leg is None and one.stops[0] == pick.id and len(one.stops) > 1]
        return list(self.troubles)

    def copy_name(self, copy: int) -> tuple[str, str]:
        """(title, name of the copy)."""
        row = self.plan.schedule.copies[copy]
        return self.plan.names.works.get(row.work, ""), row.name

    def carries(self, leg: Leg) -> str:
        """What a leg carries by itself: Tomiris, DCP A; nothing for the way of all."""
        if not leg.apart:
            return ""
        if leg.copy is None or leg.copy not in self.plan.schedule.copies:
            return _("a copy that is not shown")
        return _("{title}, {copy}", title=self.copy_name(leg.copy)[0], copy=self.copy_name(leg.copy)[1])

    @cached_property
    def clocks(self) -> dict[str, str]:
        """A zone for every offset on the tour, by its label: UTC+5, UTC+8."""
        return {stop.label(): stop.zone for stop in self.tour.stops}

    def zone_of(self, stop: Stop, clock: str) -> str:
        """The zone in which times at a stop are said: its own, or the one chosen above."""
        return stop.zone if clock == LOCAL else self.clocks.get(clock, stop.zone)

    def is_home(self, stop: Stop) -> bool:
        """Whether its clocks are those of the first stop: a disc, and else a square."""
        return stop.label() == self.tour.stops[0].label()

    def late(self, slot: int) -> bool:
        """Whether travel stands against an event."""
        return any(one.rule in TRAVEL_RULES and one.slots[-1] == slot for one in self.plan.against(slot))

    def span(self) -> tuple[int, int]:
        """The first and the last minute of the tour."""
        stops = self.tour.stops
        return min(stop.begins for stop in stops), max(stop.ends for stop in stops)
