"""The board: all events of a plan, ordered by what they claim, so that any question is answered at once.

One set of rules and one engine serve the picture while dragging, the commit and the command line.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from app.domain.calendar import day_of
from app.domain.context import Context
from app.domain.rules import CLAIMS, RULES, Claim, GroupRule, LoneRule, PairJudge, PairRule, Resource
from app.domain.screenings import Finding, Slot

Entry = tuple[int, int, int, Slot]
"""(start, end, id, slot): what a lane sorts by. Ids are unique, so slots are never compared."""


class Change(NamedTuple):
    """What a change of the board brought and what it cured."""

    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]


class Lane:
    """All claims on one hall or one copy, sorted by start."""

    __slots__ = ("entries", "longest")

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Sort the entries."""
        self.entries = sorted(entries)
        self.longest = max((entry[1] - entry[0] for entry in self.entries), default=0)

    def add(self, entry: Entry) -> None:
        """Put one more entry where it belongs."""
        insort(self.entries, entry)
        self.longest = max(self.longest, entry[1] - entry[0])

    def near(self, start: int, end: int, reach: int) -> Iterator[Entry]:
        """Entries that overlap or come within `reach` minutes of the span, and perhaps a few more."""
        entries, last = self.entries, end + reach
        for index in range(bisect_left(entries, (start - reach - self.longest,)), len(entries)):
            entry = entries[index]
            if entry[0] > last:
                return
            yield entry

    def pairs(self, reach: int) -> Iterator[tuple[Slot, Slot]]:
        """All pairs that overlap or come within `reach`, the earlier first."""
        entries = self.entries
        for index, (_start, end, _id, slot) in enumerate(entries, 1):
            last = end + reach
            for later in range(index, len(entries)):
                entry = entries[later]
                if entry[0] > last:
                    break
                yield slot, entry[3]


class Claims(NamedTuple):
    """One resource on the board: how it is claimed, who judges, and its lanes."""

    claim: Claim
    reach: int
    judges: tuple[PairJudge, ...]
    lanes: dict[int, Lane]


class Board:
    """Events of one plan with their context.

    `check` and `conflicts` change nothing and may run while others read; `replace` and `remove` change
    the board and say what appeared and disappeared.
    """

    def __init__(self, slots: Iterable[Slot], context: Context) -> None:
        """Sort `slots` into lanes. Raises ValueError when an id occurs twice."""
        self.context = context
        self._slots: dict[int, Slot] = {}
        self._works: dict[int, dict[int, Slot]] = {}
        rules = [spec for spec in RULES if spec.rule not in context.without]
        self._lone = [spec.judge for spec in rules if isinstance(spec, LoneRule)]
        self._groups = [spec for spec in rules if isinstance(spec, GroupRule)]
        self._claims = {
            resource: Claims(
                CLAIMS[resource],
                CLAIMS[resource].reach(context),
                tuple(s.judge for s in rules if isinstance(s, PairRule) and s.resource is resource),
                {},
            )
            for resource in Resource
        }
        for slot in slots:
            if slot.id in self._slots:
                message = f"slot {slot.id} is on the board twice"
                raise ValueError(message)
            self._slots[slot.id] = slot
        self._settle([slot for slot in self._slots.values() if slot.live])

    def _settle(self, live: Sequence[Slot]) -> None:
        """Fill all lanes at once."""
        for claim, _reach, _judges, lanes in self._claims.values():
            ids, span = claim.ids, claim.span
            rows: defaultdict[int, list[Entry]] = defaultdict(list)
            for slot in live:
                for thing in _once(ids(slot)):
                    rows[thing].append((*span(slot), slot.id, slot))
            lanes.update((thing, Lane(entries)) for thing, entries in rows.items())
        for slot in live:
            for work in slot.works:
                self._works.setdefault(work, {})[slot.id] = slot

    def __len__(self) -> int:
        return len(self._slots)

    def __contains__(self, slot: int) -> bool:
        return slot in self._slots

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every event on the board, unplaced and cancelled ones included."""
        return tuple(self._slots.values())

    def slot(self, number: int) -> Slot:
        """The event with this id. Raises KeyError."""
        return self._slots[number]

    def day(self, slot: Slot) -> date:
        """The festival day of an event in the zone of its hall: a show after midnight belongs to the evening."""
        _territory, zone = self.context.place(slot.hall)
        return day_of(slot.body_start, self.context.day_start, zone)

    def in_hall(self, hall: int, begin: int, end: int) -> list[Slot]:
        """The live events that take up `hall` at some time from `begin` to before `end`, by start."""
        lane = self._claims[Resource.HALL].lanes.get(hall)
        near = lane.near(begin, end, 0) if lane else ()
        return [slot for start, until, _id, slot in near if start < end and until > begin]

    def conflicts(self) -> list[Finding]:
        """Everything that stands against the plan, by time, the worse first."""
        context = self.context
        found: list[Finding] = []
        for _claim, reach, judges, lanes in self._claims.values():
            for thing, lane in lanes.items():
                for earlier, later in lane.pairs(reach):
                    for judge in judges:
                        finding = judge(earlier, later, thing, context)
                        if finding is not None:
                            found.append(finding)
        live = [slot for slot in self._slots.values() if slot.live]
        for alone in self._lone:
            for slot in live:
                found.extend(alone(slot, context))
        found.extend(self._group_findings(self._works))
        return sorted(found, key=_order)

    def check(self, candidate: Slot, beside: Sequence[Slot] = ()) -> list[Finding]:
        """What would stand against `candidate` where it is now, its place on the board left aside.

        `beside` are other events imagined changed at the same time, as in a swap.
        """
        if not candidate.live:
            return []
        context = self.context
        imagined = {slot.id: slot for slot in (*beside, candidate)}
        found = [finding for alone in self._lone for finding in alone(candidate, context)]
        for claim, reach, judges, lanes in self._claims.values():
            for thing in _once(claim.ids(candidate)):
                own = (*claim.span(candidate), candidate.id, candidate)
                lane = lanes.get(thing)
                others = [e for e in lane.near(own[0], own[1], reach) if e[2] not in imagined] if lane else []
                others.extend((*claim.span(s), s.id, s) for s in beside if s.live and thing in claim.ids(s))
                for other in others:
                    earlier, later = (own, other) if own[:3] < other[:3] else (other, own)
                    for judge in judges:
                        finding = judge(earlier[3], later[3], thing, context)
                        if finding is not None:
                            found.append(finding)
        if self._groups:
            groups = self._group_findings(candidate.works, imagined)
            found.extend(finding for finding in groups if candidate.id in finding.slots)
        return sorted(found, key=_order)

    def replace(self, slot: Slot) -> Change:
        """Put an event where it is now, whether it was on the board or not."""
        return self._turn(slot.id, slot)

    def remove(self, number: int) -> Change:
        """Take an event off the board. Raises KeyError."""
        return self._turn(self._slots[number].id, None)

    def _turn(self, number: int, new: Slot | None) -> Change:
        old = self._slots.get(number)
        works = dict.fromkeys((*(old.works if old else ()), *(new.works if new else ())))
        before = [*(self.check(old) if old else ()), *self._group_findings(works)]
        if old is not None:
            self._take(old)
        if new is not None:
            self._put(new)
        after = [*(self.check(new) if new else ()), *self._group_findings(works)]
        stays = set(before) & set(after)
        appeared = tuple(sorted(set(after) - stays, key=_order))
        return Change(appeared, tuple(sorted(set(before) - stays, key=_order)))

    def _put(self, slot: Slot) -> None:
        self._slots[slot.id] = slot
        if not slot.live:
            return
        for claim, _reach, _judges, lanes in self._claims.values():
            for thing in _once(claim.ids(slot)):
                lanes.setdefault(thing, Lane()).add((*claim.span(slot), slot.id, slot))
        for work in slot.works:
            self._works.setdefault(work, {})[slot.id] = slot

    def _take(self, slot: Slot) -> None:
        del self._slots[slot.id]
        if not slot.live:
            return
        for claim, _reach, _judges, lanes in self._claims.values():
            for thing in _once(claim.ids(slot)):
                entries = lanes[thing].entries
                del entries[bisect_left(entries, (*claim.span(slot), slot.id))]
        for work in slot.works:
            self._works[work].pop(slot.id, None)

    def _group_findings(self, works: Iterable[int], imagined: dict[int, Slot] | None = None) -> Iterator[Finding]:
        """What the rules over all events of a work find, with some events imagined elsewhere."""
        for spec in self._groups:
            for work in dict.fromkeys(works):
                if not spec.concerns(work, self.context):
                    continue
                events = self._works.get(work, {})
                if imagined:
                    changed = {n: s for n, s in imagined.items() if s.live and work in s.works}
                    events = {n: s for n, s in events.items() if n not in imagined} | changed
                yield from spec.judge(work, events.values(), self.context)


def conflicts(slots: Iterable[Slot], context: Context) -> list[Finding]:
    """Everything that stands against these events taken together."""
    return Board(slots, context).conflicts()


def _once(ids: tuple[int, ...]) -> Iterable[int]:
    """The ids without repetition: a copy named twice in one event is still one copy."""
    return ids if len(ids) <= 1 else dict.fromkeys(ids)


def _order(finding: Finding) -> tuple[object, ...]:
    """By time, the worse first; the rest makes the order the same every time."""
    return (finding.at, -finding.severity, finding.slots, finding.clash, finding.parties, finding.values)
