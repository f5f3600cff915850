"""Why not here, and why nowhere: the rules in the way of an event, and the smallest set of them that explains it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from app.domain.board import Board
from app.domain.places import Choices, openings
from app.domain.planning import Standing
from app.domain.screenings import Clash, Finding, Party, PartyKind, Severity, Slot

Bar: TypeAlias = tuple[str, frozenset[Party]]
"""A rule over certain things (a copy, a person, a title): what one could lift to make room. Halls count together."""

KEPT_BY_PLANNER = frozenset({Clash.TURNAROUND_SHORT, Clash.SAME_DAY})
"""Warnings the planner never causes."""

MOST = 12
"""Events named for one rule; a full programme would name them all."""

COARSE = 60
"""Minutes between the places that are looked at first."""


class WhyNot(NamedTuple):
    """What stands against a place: all findings of H rules, and the smallest set of rules that must give way.

    One event in one place has one such set: every rule that forbids the place, each told once.
    """

    findings: tuple[Finding, ...]
    standing: tuple[Standing, ...]
    others: tuple[Finding, ...] = ()


def why_not(slot: Slot, hall: int, start: int, board: Board) -> WhyNot:
    """What speaks against an event, or one that is not placed yet, in a hall from `start` on.

    `others` are warnings and wishes, which forbid nothing.
    """
    found = board.check(slot.at(hall, start))
    errors = tuple(finding for finding in found if finding.severity is Severity.ERROR)
    others = tuple(finding for finding in found if finding.severity is not Severity.ERROR)
    return WhyNot(errors, told({bar_of(one) for one in errors}, errors, slot.id), others)


def why_nowhere(
    slot: Slot, board: Board, choices: Choices, also: frozenset[Clash] = KEPT_BY_PLANNER
) -> tuple[Standing, ...] | None:
    """The fewest rules that between them forbid every place there is for an event; None when some place is free.

    With any one of them lifted there is a place, everything else on the board left as it is. `also` are clashes
    that count as if they were errors.
    """
    return why_nowhere_with_any((slot,), board, choices, also)


def why_nowhere_with_any(
    slots: Sequence[Slot], board: Board, choices: Choices, also: frozenset[Clash] = KEPT_BY_PLANNER
) -> tuple[Standing, ...] | None:
    """The same for an event that may be as any of these, such as with one copy of a title or with another."""
    looked = [_Places(slot, board, choices, also) for slot in slots]
    for places in looked:
        for hall, start in places.all(COARSE):
            places.bars(hall, start)
    while found := set[frozenset[Bar]]().union(*(places.found for places in looked)):
        chosen = fewest(found)
        if chosen is None:
            return None
        if not any(places.escapes(chosen) for places in looked):
            findings = dict.fromkeys(finding for places in looked for finding in places.findings)
            return told(chosen, findings, slots[0].id)
    return (_closed(board, choices),)


def _closed(board: Board, choices: Choices) -> Standing:
    """No hall is ever open long enough, or there is none."""
    halls = sorted(choices.halls or board.context.halls)
    return Standing("R3", (Clash.HALL_CLOSED.value,), tuple(Party(PartyKind.HALL, hall) for hall in halls))


def fewest(sets: Collection[frozenset[Bar]]) -> frozenset[Bar] | None:
    """The smallest set that has something in common with each of these; None when one of them is empty."""
    needed = sorted(
        (one for one in sets if not any(other < one for other in sets)), key=lambda one: (len(one), _order(one))
    )
    if needed and not needed[0]:
        return None
    certain = frozenset(bar for one in needed if len(one) == 1 for bar in one)
    rest = [one for one in needed if not one & certain]
    bars = sorted({bar for one in rest for bar in one}, key=_name)
    for count in range(len(bars) + 1):
        for more in combinations(bars, count):
            if all(one.intersection(more) for one in rest):
                return certain.union(more)
    return certain


def bar_of(finding: Finding) -> Bar:
    """The rule a finding speaks of, and the things it is about."""
    return finding.rule, frozenset(party for party in finding.parties if party.kind is not PartyKind.HALL)


def told(bars: Iterable[Bar], findings: Iterable[Finding], own: int) -> tuple[Standing, ...]:
    """The rules in words' reach: each with its clashes, its things and halls, and the other events."""
    findings = list(findings)
    made = []
    for bar in sorted(bars, key=_name):
        said = [one for one in findings if bar_of(one) == bar]
        clashes = sorted({one.clash.value for one in said})
        parties = sorted({party for one in said for party in one.parties})
        slots = sorted({slot for one in said for slot in one.slots if slot != own})
        made.append(Standing(bar[0], tuple(clashes), tuple(parties), tuple(slots[:MOST])))
    return tuple(made)


class _Places:
    """Every place of an event with the rules that forbid it, looked at only as far as needed."""

    def __init__(self, slot: Slot, board: Board, choices: Choices, also: frozenset[Clash]) -> None:
        self.slot, self.board, self.choices, self.also = slot, board, choices, also
        self.known: dict[tuple[int, int], frozenset[Bar]] = {}
        self.found: set[frozenset[Bar]] = set()
        self.findings: dict[Finding, None] = {}

    def all(self, step: int) -> Iterator[tuple[int, int]]:
        """Halls and starts within the hours, `step` minutes apart."""
        lead, length = self.slot.body_start - self.slot.start, self.slot.end - self.slot.start
        step = max(self.choices.grid, step - step % self.choices.grid)
        for opening in openings(self.board, self.choices):
            first = opening.opens + -(opening.opens + lead) % self.choices.grid
            for start in range(first, opening.closes - length + 1, step):
                yield opening.hall, start

    def bars(self, hall: int, start: int) -> frozenset[Bar]:
        """The rules against one place."""
        found = self.known.get((hall, start))
        if found is None:
            checked = self.board.check(self.slot.at(hall, start))
            against = [one for one in checked if one.severity is Severity.ERROR or one.clash in self.also]
            found = self.known[hall, start] = frozenset(bar_of(one) for one in against)
            self.found.add(found)
            self.findings.update(dict.fromkeys(against))
        return found

    def escapes(self, chosen: frozenset[Bar]) -> bool:
        """Whether some place is forbidden by none of the chosen rules; it is remembered then."""
        taken = any(rule == "R1" for rule, _things in chosen)
        length = self.slot.end - self.slot.start
        for hall, start in self.all(self.choices.grid):
            if taken and any(one.id != self.slot.id for one in self.board.in_hall(hall, start, start + length)):
                continue  # the hall is taken, and that is among them
            if not self.bars(hall, start) & chosen:
                return True
        return False


def _name(bar: Bar) -> tuple[int, str, tuple[Party, ...]]:
    rule = bar[0]
    return int(rule[1:]) if rule[1:].isdecimal() else 0, rule, tuple(sorted(bar[1]))


def _order(bars: frozenset[Bar]) -> list[tuple[int, str, tuple[Party, ...]]]:
    return sorted(map(_name, bars))
