"""Lanes: all claims on one thing sorted by time, so that neighbours are found at once."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from app.domain.claims import Claim
from app.domain.context import Context
from app.domain.screenings import Finding, Slot
from app.domain.shapes import PairJudge

Entry: TypeAlias = tuple[int, int, int, Slot]
"""(start, end, id, slot): what a lane sorts by. Ids are unique, so slots are never compared."""


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

    def near(self, start: int, end: int, reach: int) -> list[Entry]:
        """Entries that overlap or come within `reach` minutes of the span, and perhaps a few more."""
        entries = self.entries
        first = bisect_left(entries, (start - reach - self.longest,))
        return entries[first : bisect_left(entries, (end + reach + 1,), first)]

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


class Lanes:
    """One resource on the board: how it is claimed, who judges two that claim the same, and its lanes."""

    __slots__ = ("claim", "context", "judges", "lanes", "reach")

    def __init__(self, claim: Claim, judges: tuple[PairJudge, ...], context: Context) -> None:
        """No lanes yet."""
        self.claim, self.judges, self.context = claim, judges, context
        self.reach = claim.reach(context)
        self.lanes: dict[int, Lane] = {}

    def settle(self, live: Iterable[Slot]) -> None:
        """Fill all lanes at once."""
        ids, span, context = self.claim.ids, self.claim.span, self.context
        rows: defaultdict[int, list[Entry]] = defaultdict(list)
        for slot in live:
            for thing in once(ids(slot, context)):
                rows[thing].append((*span(slot), slot.id, slot))
        self.lanes.update((thing, Lane(entries)) for thing, entries in rows.items())

    def put(self, slot: Slot) -> None:
        """Add the claims of an event."""
        for thing in once(self.claim.ids(slot, self.context)):
            self.lanes.setdefault(thing, Lane()).add((*self.claim.span(slot), slot.id, slot))

    def take(self, slot: Slot) -> None:
        """Drop the claims of an event."""
        for thing in once(self.claim.ids(slot, self.context)):
            entries = self.lanes[thing].entries
            del entries[bisect_left(entries, (*self.claim.span(slot), slot.id))]

    def all_findings(self) -> Iterator[Finding]:
        """Everything the judges have against any two."""
        context, judges = self.context, self.judges
        if not judges:
            return
        for thing, lane in self.lanes.items():
            for earlier, later in lane.pairs(self.reach):
                for judge in judges:
                    finding = judge(earlier, later, thing, context)
                    if finding is not None:
                        yield finding

    def findings(self, candidate: Slot, imagined: dict[int, Slot], beside: Sequence[Slot]) -> list[Finding]:
        """Everything the judges have against `candidate` and another, with some events imagined elsewhere."""
        claim, context, found = self.claim, self.context, list[Finding]()
        ids = claim.ids(candidate, context) if self.judges else ()
        if not ids:
            return found
        own = (*claim.span(candidate), candidate.id, candidate)
        for thing in once(ids):
            lane = self.lanes.get(thing)
            others = [e for e in lane.near(own[0], own[1], self.reach) if e[2] not in imagined] if lane else []
            if beside:
                others.extend((*claim.span(s), s.id, s) for s in beside if s.live and thing in claim.ids(s, context))
            for other in others:
                earlier, later = (candidate, other[3]) if own[:3] < other[:3] else (other[3], candidate)
                for judge in self.judges:
                    finding = judge(earlier, later, thing, context)
                    if finding is not None:
                        found.append(finding)
        return found


def once(ids: tuple[int, ...]) -> Iterable[int]:
    """The ids without repetition: a copy named twice in one event is still one copy."""
    return ids if len(ids) <= 1 else dict.fromkeys(ids)
