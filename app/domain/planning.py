"""The planning problem as frozen values: what shall be placed, what stays, and the proposal that comes back.

The planner takes a `Problem` and answers with a `Proposal`; neither knows the window, the tables or the solver.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.context import Context
from app.domain.kinds import ScreeningStatus
from app.domain.places import Choices
from app.domain.screenings import Party, Slot

NEW = -1_000_000_000
"""Imagined showings have numbers from here downwards, out of the way of everything on the board."""


class Mode(StrEnum):
    """What the planner is asked to do."""

    FILL = "fill"  # place what waits around what is placed
    REPAIR = "repair"  # move as little as possible until no H rule is broken


class Wanted(NamedTuple):
    """Showings of one slate entry that wait for a place; `slot` is such a showing without one (`hall` None).

    Where `slot` names no copy, each showing uses one of `copies`, should there be any.
    """

    entry: int
    showings: int
    slot: Slot
    copies: tuple[int, ...] = ()

    def with_each_copy(self) -> tuple[Slot, ...]:
        """The showing with each of the copies it may use; as it is where there is nothing to choose."""
        if self.slot.copies or not self.copies:
            return (self.slot,)
        return tuple(altered(self.slot, copies=(copy,)) for copy in self.copies)


@dataclass(frozen=True)
class Problem:
    """What is to be planned.

    `slots` are all events on the board, `movable` the ids of those that may go elsewhere; everything else
    stays. `halls` empty: all that are known. `opens`, `closes` are minutes of the wall day for halls without
    hours; `grid` minutes between public starts; nothing is placed before the minute `earliest`.
    """

    context: Context
    slots: tuple[Slot, ...]
    wanted: tuple[Wanted, ...]
    days: tuple[date, ...]
    mode: Mode = Mode.FILL
    movable: frozenset[int] = frozenset()
    halls: tuple[int, ...] = ()
    opens: int = 9 * 60
    closes: int = 24 * 60
    grid: int = 5
    earliest: int | None = None

    @property
    def choices(self) -> Choices:
        """Where one may look for places."""
        return Choices(self.days, self.halls, self.opens, self.closes, self.grid, self.earliest)


class Status(StrEnum):
    """How a run ended. Only `OPTIMAL` says that no plan of more points exists."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


class Standing(NamedTuple):
    """A rule that stands in the way, with all it is about: things, and events on the board."""

    rule: str
    clashes: tuple[str, ...]
    parties: tuple[Party, ...] = ()
    slots: tuple[int, ...] = ()


class Placement(NamedTuple):
    """A showing that is given a place. `start` is that of the whole event, `starts` the public time.

    `number` tells proposed showings apart and is that of the imagined slot; `guests` could be there; `copy`
    is the one it is shown from, None where the title has none.
    """

    number: int
    entry: int
    hall: int
    day: date
    start: int
    starts: int
    end: int
    guests: tuple[int, ...] = ()
    copy: int | None = None


class Move(NamedTuple):
    """An event that goes elsewhere; `published`: the public knew the old time."""

    slot: int
    was_hall: int
    was_start: int
    hall: int
    start: int
    starts: int
    published: bool = False


class Unplaced(NamedTuple):
    """What found no place: `missing` showings of an entry, or the event `slot`, which then stays where it is.

    `why` is a smallest set of rules in the way: with any one of them lifted there is a place beside the plan.
    Empty: there is a place, which the planner thought worth less than what it would cost; not so when there was
    no time to look (`looked`).
    """

    entry: int | None
    slot: int | None
    missing: int
    why: tuple[Standing, ...] = ()
    looked: bool = True


class Together(NamedTuple):
    """Whether all that was wanted could be placed at once, however the rest were placed.

    `possible` None: that was not found out. When it is not possible, `why` are rules that cannot all hold;
    `minimal` says that it was shown, too, that they could hold without any single one of them: everything
    has a place where only the others are in force.
    """

    possible: bool | None = None
    why: tuple[Standing, ...] = ()
    minimal: bool = False


NOT_ASKED = Together()

MOST_TOGETHER = 16
"""Up to so many showings a wish list is asked about as a whole."""

MOST_CELLS = 60
"""Up to so many halls on days."""


def askable(problem: Problem) -> bool:
    """Whether it is asked if everything could be placed at once: of short lists, and where nothing else may move."""
    showings = sum(one.showings for one in problem.wanted)
    cells = len(problem.days) * len(problem.halls or problem.context.halls)
    return not problem.movable and 0 < showings <= MOST_TOGETHER and 0 < cells <= MOST_CELLS


TINY = 0.5
"""Points are whole: a bound below this is nothing."""


class Progress(NamedTuple):
    """How a run stands: what is placed, the points so far and the bound once it is known.

    `explaining`: the plan is made, and reasons are looked for why something found no place.
    """

    placed: int
    wanted: int
    objective: int
    bound: float | None
    seconds: float
    rounds: int
    explaining: bool = False


@dataclass(frozen=True)
class Proposal:
    """What the planner proposes.

    `objective` counts the points of app.domain.weights less the prices of findings; no plan can have more than
    `bound`; `gap` is how far the bound is above the objective, 0.04 for 4 %. `greedy` is what the first simple
    plan had. `rounds` counts the steps of the search: the same problem, seed and rounds give the same plan.
    `together` is asked of small wish lists of which something found no place.
    """

    mode: Mode
    status: Status
    placed: tuple[Placement, ...] = ()
    moved: tuple[Move, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    objective: int = 0
    bound: float | None = None
    greedy: int = 0
    seconds: float = 0.0
    first_seconds: float = 0.0
    seed: int = 0
    rounds: int = 0
    together: Together = NOT_ASKED

    @property
    def gap(self) -> float | None:
        """How far the bound is above the objective, as a part of the bound; None when no bound is known."""
        if self.bound is None:
            return None
        return max(0.0, (self.bound - self.objective) / abs(self.bound)) if abs(self.bound) > TINY else 0.0


def imagined(problem: Problem, proposal: Proposal, only: frozenset[int] | None = None) -> tuple[Slot, ...]:
    """The events as they would be with the proposal, or with the placements and moves numbered in `only`."""
    moved = {move.slot: move for move in proposal.moved if only is None or move.slot in only}
    slots = [slot.at(moved[slot.id].hall, moved[slot.id].start) if slot.id in moved else slot for slot in problem.slots]
    kinds = {wanted.entry: wanted.slot for wanted in problem.wanted}
    slots += [
        shown_from(numbered(kinds[one.entry], one.number), one.copy).at(one.hall, one.start)
        for one in proposal.placed
        if only is None or one.number in only
    ]
    return tuple(slots)


def altered(slot: Slot, **facts: object) -> Slot:
    """The same event with some of its facts otherwise."""
    fields = {name: getattr(slot, name) for name in slot.__slots__}
    return Slot(**{**fields, **facts})


def numbered(slot: Slot, number: int) -> Slot:
    """The same event under another number."""
    return altered(slot, id=number)


def shown_from(slot: Slot, copy: int | None) -> Slot:
    """The same event with the copy that was chosen for it."""
    return slot if copy is None or slot.copies else altered(slot, copies=(copy,))


def pinned(slot: Slot, *, tentative: bool) -> bool:
    """Whether an event keeps its place: locked, a break, cancelled; confirmed unless only locks count."""
    fast = slot.locked or slot.blocker or not slot.live
    return fast or (tentative and slot.status is not ScreeningStatus.TENTATIVE)
