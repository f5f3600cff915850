"""The board: all events of a plan, ordered by what they claim, so that any question is answered at once.

One set of rules and one engine serve the picture while dragging, the commit and the command line.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from app.domain.claims import CLAIMS, framing
from app.domain.context import Context
from app.domain.groups import Frame, Groups
from app.domain.lanes import Lanes
from app.domain.published import Moves
from app.domain.rules import RULES
from app.domain.screenings import Finding, Slot
from app.domain.severities import Severities
from app.domain.shapes import FrameRule, Grouping, GroupRule, LoneRule, PairJudge, PairRule, Resource


class Change(NamedTuple):
    """What a change of the board brought and what it cured."""

    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]


class Board:
    """Events of one plan with their context.

    `check` and `conflicts` change nothing and may run while others read; `replace` and `remove` change
    the board and say what appeared and disappeared.
    """

    def __init__(self, slots: Iterable[Slot], context: Context) -> None:
        """Sort `slots` into lanes and groups. Raises ValueError when an id occurs twice."""
        self.context = context
        self._slots: dict[int, Slot] = {}
        for slot in slots:
            if slot.id in self._slots:
                message = f"slot {slot.id} is on the board twice"
                raise ValueError(message)
            self._slots[slot.id] = slot
        self._severities = Severities(context)
        rules = [spec for spec in RULES if context.asks(spec.rule) and spec.when(context)]
        self._lone = [spec.judge for spec in rules if isinstance(spec, LoneRule)]
        self._framing = tuple(spec for spec in rules if isinstance(spec, FrameRule))
        self._frame: Frame | None = None
        judges: defaultdict[Resource, list[PairJudge]] = defaultdict(list)
        judges[Resource.HALL] = []  # the lanes of the halls answer more than rules
        grouped: defaultdict[Grouping, list[GroupRule]] = defaultdict(list)
        for spec in rules:
            if isinstance(spec, PairRule):
                judges[spec.resource].append(spec.judge)
            elif isinstance(spec, GroupRule):
                grouped[spec.by].append(spec)
        self._lanes = {thing: Lanes(CLAIMS[thing], tuple(own), context) for thing, own in judges.items()}
        self._groups = [Groups(by, tuple(own), context) for by, own in grouped.items()]
        self._shallow = [one for one in self._groups if not all(spec.deep for spec in one.rules)]
        self._moves = Moves(context, self.check) if any(spec.rule == "R27" for spec in rules) else None
        self._settle([slot for slot in self._slots.values() if slot.live])

    def _settle(self, live: Sequence[Slot]) -> None:
        """Fill all lanes and groups at once."""
        for lanes in self._lanes.values():
            lanes.settle(live)
        for group in self._groups:
            for slot in live:
                group.put(slot)
        if self._moves is not None:
            for slot in live:
                self._moves.put(slot)
        self._framed(*live)

    def _framed(self, *slots: Slot) -> Frame | None:
        """What frames the festival, sorted as soon as one of `slots` is an opening or a closing."""
        if self._frame is None and self._framing and any(framing(slot) for slot in slots):
            self._frame = Frame(self._framing, self.context)
            self._frame.settle(slot for slot in self._slots.values() if slot.live)
        return self._frame

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
        return self.context.day(slot)

    def in_hall(self, hall: int, begin: int, end: int) -> list[Slot]:
        """The live events that take up `hall` at some time from `begin` to before `end`, by start."""
        lane = self._lanes[Resource.HALL].lanes.get(hall)
        near = lane.near(begin, end, 0) if lane else ()
        return [slot for start, until, _id, slot in near if start < end and until > begin]

    def conflicts(self) -> list[Finding]:
        """Everything that stands against the plan, by time, the worse first."""
        context = self.context
        found: list[Finding] = []
        for lanes in self._lanes.values():
            found.extend(lanes.all_findings())
        live = [slot for slot in self._slots.values() if slot.live]
        for alone in self._lone:
            for slot in live:
                found.extend(alone(slot, context))
        for group in self._groups:
            found.extend(group.all_findings())
        if self._frame is not None:
            found.extend(self._frame.findings(self._frame.all_stops))
        found = list(self._severities.of(found))
        if self._moves is not None:
            found = self._moves.all_explained(found)
        return sorted(found, key=_order)

    def check(self, candidate: Slot, beside: Sequence[Slot] = ()) -> list[Finding]:
        """What would stand against `candidate` where it is now, its place on the board left aside.

        `beside` are other events imagined changed at the same time, as in a swap. It is all that `conflicts` would
        say of this event if it stood there; what is said of a day, a country or the plan names no event.
        """
        if not candidate.live:
            return []
        imagined = {slot.id: slot for slot in (*beside, candidate)}
        found = [finding for alone in self._lone for finding in alone(candidate, self.context)]
        for lanes in self._lanes.values():
            found.extend(lanes.findings(candidate, imagined, beside))
        for group in self._shallow:
            found.extend(group.findings(candidate, imagined))
        frame = self._frame or self._framed(*imagined.values())
        if frame is not None:
            around = frame.findings(frame.stops(candidate), imagined)
            found.extend(finding for finding in around if candidate.id in finding.slots)
        found = sorted(self._severities.of(found), key=_order)
        return found if self._moves is None else self._moves.explained(candidate, found, beside)

    def replace(self, slot: Slot) -> Change:
        """Put an event where it is now, whether it was on the board or not."""
        return self._turn(slot.id, slot)

    def remove(self, number: int) -> Change:
        """Take an event off the board. Raises KeyError."""
        return self._turn(self._slots[number].id, None)

    def _turn(self, number: int, new: Slot | None) -> Change:
        old = self._slots.get(number)
        self._framed(*(slot for slot in (old, new) if slot is not None))
        before = self._standing(old, old, new)
        if old is not None:
            self._take(old)
        if new is not None:
            self._put(new)
        after = self._standing(new, old, new)
        return Change(tuple(sorted(after - before, key=_order)), tuple(sorted(before - after, key=_order)))

    def _standing(self, now: Slot | None, *changed: Slot | None) -> set[Finding]:
        """All that an event may change by coming or going, as the board is."""
        found = {*(self.check(now) if now else ()), *self._severities.of(self._around(*changed))}
        if self._moves is not None:
            but = next(slot.id for slot in changed if slot is not None)
            found.update(self._moves.findings(but))
        return found

    def _around(self, *changed: Slot | None) -> Iterator[Finding]:
        """What the rules over groups and frames have against all that these events belong to, as the board is."""
        for group in self._groups:
            yield from group.findings_of(group.keys(*changed))
        if self._frame is not None:
            yield from self._frame.findings(self._frame.stops(*changed))

    def _put(self, slot: Slot) -> None:
        self._slots[slot.id] = slot
        if slot.live:
            for lanes in self._lanes.values():
                lanes.put(slot)
            for group in self._groups:
                group.put(slot)
            if self._moves is not None:
                self._moves.put(slot)
            if self._frame is not None:
                self._frame.put(slot)

    def _take(self, slot: Slot) -> None:
        del self._slots[slot.id]
        if slot.live:
            for lanes in self._lanes.values():
                lanes.take(slot)
            for group in self._groups:
                group.take(slot)
            if self._moves is not None:
                self._moves.take(slot)
            if self._frame is not None:
                self._frame.take(slot)


def conflicts(slots: Iterable[Slot], context: Context) -> list[Finding]:
    """Everything that stands against these events taken together."""
    return Board(slots, context).conflicts()


def _order(finding: Finding) -> tuple[object, ...]:
    """By time, the worse first; the rest makes the order the same every time."""
    return (finding.at, -finding.severity, finding.slots, finding.clash, finding.parties, finding.values)
