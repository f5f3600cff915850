"""What rules over several events need to know of a ground: towns, venues, contracts, and which of them ask at all."""

from collections import defaultdict
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING

from app.domain.claims import BESIDE_THE_PUBLIC, framing
from app.domain.kinds_of_plans import AudienceKind, LegalKind
from app.domain.screenings import Clash, Severity, Slot
from app.planner.orders import Order, orders
from app.planner.tolls import WAYS, Tolls, Way

if TYPE_CHECKING:
    from app.planner.ground import Ground

Halls = frozenset[int]


class Bearings:
    """Looked up once for a ground and asked by every model of it."""

    def __init__(self, ground: "Ground") -> None:
        self._ground, self._context = ground, ground.context
        self.tolls = Tolls(ground.context)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """What may be planned, and what stays; breaks aside."""
        planned = (task.slot for task in self._ground.tasks)
        return (*planned, *(pin for pin in self._ground.pins if not pin.blocker))

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """Who comes before whom (R14)."""
        return () if self.returns else tuple(orders(self.slots, self._context, self.tolls))

    @cached_property
    def framed(self) -> bool:
        """Whether there is an opening or a closing (R30)."""
        return not self.returns and any(framing(slot) for slot in self.slots)

    @cached_property
    def families(self) -> bool:
        """Whether there are two events for families."""
        return sum(slot.audience is AudienceKind.FAMILY for slot in self.slots) > 1

    @cached_property
    def touring(self) -> bool:
        """Whether the halls lie in several towns."""
        return len(self.towns) > 1

    @cached_property
    def returns(self) -> bool:
        """Whether a tour comes back to a hall: which town an event is in then depends on the hour."""
        return any(facts.visits for facts in self._context.halls.values())

    @cached_property
    def towns(self) -> tuple[Halls, ...]:
        """The halls of each town; those nobody has described lie at home."""
        own: dict[int | None, set[int]] = defaultdict(set)
        for hall in self._halls:
            facts = self._context.halls.get(hall)
            own[None if facts is None else facts.stop].add(hall)
        return tuple(frozenset(halls) for halls in own.values())

    @cached_property
    def venues(self) -> tuple[Halls, ...]:
        """Halls under one roof, where there are several."""
        own: dict[int, set[int]] = defaultdict(set)
        for hall, facts in self._context.halls.items():
            own[facts.venue].add(hall)
        return tuple(frozenset(halls) for halls in own.values() if len(halls) > 1)

    @cached_property
    def halls_of_stop(self) -> dict[int, Halls]:
        """The halls of each stop of a tour."""
        stops = {facts.stop for facts in self._context.halls.values() if facts.stop is not None}
        return {
            stop: frozenset(hall for hall, facts in self._context.halls.items() if facts.stop == stop)
            for stop in sorted(stops)
        }

    @cached_property
    def stops_apart(self) -> tuple[tuple[int, int], ...]:
        """Every two stops of a tour, either way round."""
        return tuple(permutations(self.halls_of_stop, 2))

    @cached_property
    def repeated(self) -> Halls:
        """The works that may be shown more than once."""
        times: dict[int, int] = defaultdict(int)
        for task in self._ground.tasks:
            for work in set(task.slot.works):
                times[work] += len(task.worth)
        for pin in self._ground.pins:
            for work in set(pin.works):
                times[work] += 1
        return frozenset(work for work, count in times.items() if count > 1 or work in self._context.limited)

    def agreed(self, work: int) -> int | None:
        """The most showings of a work that its contracts allow; None where one of them sets no limit."""
        windows = (self._context.rights or {}).get(work, ()) if self._context.asks("R10") else ()
        if not windows or any(window.max_showings is None for window in windows):
            return None
        return sum(window.max_showings or 0 for window in windows)

    def halls_in(self, country: str) -> Halls:
        """The halls of a country."""
        return frozenset(hall for hall in self._halls if self._context.place(hall).territory == country)

    def public(self, slot: Slot) -> bool:
        """Whether an opening must come before it."""
        return not slot.blocker and (slot.audience not in BESIDE_THE_PUBLIC or framing(slot))

    def cost(self, slot: Slot, hall: int) -> int:
        """What an event costs in a hall, in sixtieths of a hundredth: the fee, and the hours of the hall (R29)."""
        entry = self._context.entries.get(slot.entry) if slot.entry is not None else None
        facts = self._context.halls.get(hall)
        fee = entry.fee if entry is not None else 0
        return fee * 60 + (0 if facts is None else (slot.end - slot.start) * facts.hour_cost)

    @cached_property
    def cutting(self) -> bool:
        """Whether a rule asks that the model does not know: plans are judged and the model is asked again."""
        cut = [clash for clash, way in WAYS.items() if way is Way.CUT and self.tolls.minds(clash)]
        judged = any(facts.for_jury for facts in self._context.strands.values())
        several = any(len(task.worth) > 1 for task in self._ground.tasks)
        asks = {
            Clash.JURY_MISSES: judged,
            Clash.GUEST_MISSES_ALL: any(facts.guests for facts in self._context.entries.values()),
            Clash.SAME_HALL: several,
            Clash.SAME_HOUR: several,
        }
        mixed = any(len(slot.works) > 1 for slot in self.slots) and any(f.parent for f in self._context.works.values())
        strict = any(law.kind is LegalKind.HOLIDAY and law.severity > Severity.WARNING for law in self._context.laws)
        return self.returns or mixed or strict or any(asks[clash] for clash in cut)

    @cached_property
    def rough(self) -> bool:
        """Whether the model may charge more than the rules: an order that is no must, a tour with its days."""
        orders_priced = bool(self.orders) and any(self.tolls.of(order.clash) is not None for order in self.orders)
        return orders_priced or bool(self._context.journeys)

    @cached_property
    def _halls(self) -> Halls:
        used = {hall for task in self._ground.tasks for _day, hall in task.rooms}
        used |= {slot.hall for slot in self.slots if slot.hall is not None}
        return frozenset(used.union(self._context.halls))
