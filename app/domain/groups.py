"""Groups of events that belong together, and what the rules over groups and over the frame of a festival find."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from app.domain.claims import KEYS, frame, framing
from app.domain.context import Context
from app.domain.screenings import Finding, Slot
from app.domain.shapes import FrameRule, Grouping, GroupRule, Key, every

PLAN = 0
"""The one key of the whole plan."""


class Groups:
    """All live events by one grouping, with the rules over it; what a group has against it is remembered."""

    __slots__ = ("_choosy", "_found", "_keys", "_shallow", "by", "context", "groups", "rules")

    def __init__(self, by: Grouping, rules: tuple[GroupRule, ...], context: Context) -> None:
        """No events yet."""
        self.by, self.rules, self.context, self._keys = by, rules, context, KEYS[by]
        self._shallow = tuple(spec for spec in rules if not spec.deep)
        self._choosy = any(spec.concerns is not every for spec in self._shallow)
        self.groups: dict[Key, dict[int, Slot]] = {PLAN: {}} if by is Grouping.PLAN else {}
        self._found: dict[Key, tuple[Finding, ...]] = {}

    def keys(self, *slots: Slot | None) -> Iterable[Key]:
        """The groups these events belong to, each once."""
        return dict.fromkeys(
            chain.from_iterable(self._keys(s, self.context) for s in slots if s is not None and s.live)
        )

    def put(self, slot: Slot) -> None:
        """Add a live event to its groups."""
        for key in self.keys(slot):
            self.groups.setdefault(key, {})[slot.id] = slot
            self._found.pop(key, None)

    def take(self, slot: Slot) -> None:
        """Drop a live event from its groups."""
        for key in self.keys(slot):
            self.groups[key].pop(slot.id, None)
            self._found.pop(key, None)

    def findings_of(self, keys: Iterable[Key]) -> Iterator[Finding]:
        """What the rules have against these groups as they are."""
        for key in keys:
            found = self._found.get(key)
            if found is None:
                events = self.groups.get(key, {})
                found = self._found[key] = tuple(self._judged(key, events.values()))
            yield from found

    def all_findings(self) -> Iterator[Finding]:
        """What the rules have against any group."""
        return self.findings_of(list(self.groups))

    def findings(self, candidate: Slot, imagined: Mapping[int, Slot]) -> list[Finding]:
        """What the rules have against the groups of `candidate`, and so against it, with some events imagined.

        The deep rules are not asked: they speak of no single event.
        """
        context, own, found = self.context, candidate.id, list[Finding]()
        keys = self._keys(candidate, context)
        for key in keys if len(keys) <= 1 else dict.fromkeys(keys):
            asked = self._shallow
            if self._choosy:
                asked = tuple(spec for spec in asked if spec.concerns(key, context))
                if not asked:
                    continue
            group = self.groups.get(key)
            events = [s for n, s in group.items() if n not in imagined] if group else []
            events.append(candidate)
            if len(imagined) > 1:
                others = (s for n, s in imagined.items() if n != own and s.live)
                events.extend(s for s in others if key in self._keys(s, context))
            for spec in asked:
                if spec.about is not None:
                    found.extend(spec.about(key, events, candidate, context))
                else:
                    found.extend([one for one in spec.judge(key, events, context) if own in one.slots])
        return found

    def _judged(self, key: Key, events: Collection[Slot]) -> Iterator[Finding]:
        for spec in self.rules if events or self.by is Grouping.PLAN else ():
            if spec.concerns(key, self.context):
                yield from spec.judge(key, events, self.context)


class Frame:
    """What begins and ends a festival, or a stop of a tour: openings, closings and the events at the edges."""

    __slots__ = ("_first", "_last", "_pinned", "context", "rules")

    def __init__(self, rules: tuple[FrameRule, ...], context: Context) -> None:
        """No events yet."""
        self.rules, self.context = rules, context
        self._pinned: dict[int, dict[int, Slot]] = {}
        self._first: dict[int, list[tuple[int, int, Slot]]] = {}
        self._last: dict[int, list[tuple[int, int, Slot]]] = {}

    def settle(self, live: Iterable[Slot]) -> None:
        """Take in all live events at once."""
        for slot in live:
            stop = frame(slot, self.context)
            if stop is None:
                continue
            if framing(slot):
                self._pinned.setdefault(stop, {})[slot.id] = slot
            else:
                self._first.setdefault(stop, []).append((slot.body_start, slot.id, slot))
                self._last.setdefault(stop, []).append((-slot.body_start, slot.id, slot))
        for order in chain(self._first.values(), self._last.values()):
            order.sort(key=_place)

    def put(self, slot: Slot) -> None:
        """Add a live event."""
        stop = frame(slot, self.context)
        if stop is None:
            return
        if framing(slot):
            self._pinned.setdefault(stop, {})[slot.id] = slot
        else:
            insort(self._first.setdefault(stop, []), (slot.body_start, slot.id, slot), key=_place)
            insort(self._last.setdefault(stop, []), (-slot.body_start, slot.id, slot), key=_place)

    def take(self, slot: Slot) -> None:
        """Drop a live event."""
        stop = frame(slot, self.context)
        if stop is None:
            return
        if framing(slot):
            del self._pinned[stop][slot.id]
        else:
            for order, edge in ((self._first[stop], slot.body_start), (self._last[stop], -slot.body_start)):
                del order[bisect_left(order, (edge, slot.id), key=_place)]

    def findings(self, stops: Iterable[int], imagined: Mapping[int, Slot] | None = None) -> Iterator[Finding]:
        """What the rules have against these stops, with some events imagined elsewhere."""
        for stop in stops:
            events = self._edges(stop, imagined or {})
            for spec in self.rules if events else ():
                yield from spec.judge(events, self.context)

    def stops(self, *slots: Slot | None) -> Iterable[int]:
        """The stops these events are at, each once."""
        found = (frame(slot, self.context) for slot in slots if slot is not None and slot.live)
        return dict.fromkeys(stop for stop in found if stop is not None)

    @property
    def all_stops(self) -> Iterable[int]:
        """Every stop with an opening or a closing."""
        return list(self._pinned)

    def _edges(self, stop: int, imagined: Mapping[int, Slot]) -> Collection[Slot]:
        """The openings and closings, and the first and the last of the rest; nothing where there are none."""
        here = [s for s in imagined.values() if s.live and frame(s, self.context) == stop]
        events = {n: s for n, s in self._pinned.get(stop, {}).items() if n not in imagined}
        events |= {slot.id: slot for slot in here if framing(slot)}
        if not events:
            return ()
        rest = [slot for slot in here if not framing(slot)]
        for order in (self._first.get(stop, ()), self._last.get(stop, ())):
            slot = next((slot for _edge, number, slot in order if number not in imagined), None)
            rest.extend(() if slot is None else (slot,))
        if rest:
            first = min(rest, key=lambda slot: (slot.body_start, slot.id))
            last = min(rest, key=lambda slot: (-slot.body_start, slot.id))
            events |= {first.id: first, last.id: last}
        return events.values()


def _place(entry: tuple[int, int, Slot]) -> tuple[int, int]:
    return entry[:2]
