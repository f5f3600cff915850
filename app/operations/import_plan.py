"""What an import would do, row by row, before anything is done: the words shared by its parts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.likeness import Degree
from app.domain.proposals import Proposal, ProposedName, RowTrouble

Progress = Callable[[int, int], object]
"""`(done, total)` in rows; what it raises ends the import with nothing left."""


class Fate(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"
    ASK = "ask"


class OnDuplicate(StrEnum):
    """What is done with a title that is there already."""

    UPDATE = "update"
    SKIP = "skip"
    ADD = "add"


class Answer(StrEnum):
    """What somebody said of a doubtful pair."""

    SAME = "same"
    DIFFERENT = "different"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose about a file.

    `doubtful` is for pairs without an answer of their own (None: they are asked about and left out);
    `answers` by row. `programme` takes the screenings, or a new one called `new_programme` in `zone`;
    `day_start` is the minute at which a festival day begins there.
    """

    file: str = ""
    on_duplicate: OnDuplicate = OnDuplicate.UPDATE
    doubtful: OnDuplicate | None = None
    answers: Mapping[int, Answer] = field(default_factory=dict)
    programme: int | None = None
    new_programme: str = ""
    zone: str = "Asia/Almaty"
    day_start: int = 4 * 60
    signature: str = ""
    reading: str = ""
    """The mapping as JSON, kept under `signature` for the next file of this kind."""


class RowPlan(NamedTuple):
    """What becomes of one title: `place` in the proposal, `row` in the file.

    `work` is the one it is, or may be; `twin` the earlier place in the file it repeats (or -1).
    `gains` are the names of what is filled or added, `differs` how many values stand beside others,
    `passed` the territories for which other rights are there.
    """

    place: int
    row: int
    fate: Fate
    work: int | None = None
    twin: int = -1
    degree: Degree = Degree.NO
    gains: tuple[str, ...] = ()
    differs: int = 0
    passed: tuple[str, ...] = ()


class ShowPlan(NamedTuple):
    """What becomes of one showing; `works` are ids, or minus one minus the place of a new title."""

    place: int
    row: int
    fate: Fate
    day: date
    works: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A dry run. `rows` are the titles, `shows` the screenings; `troubles` those of the file and of the library."""

    proposal: Proposal
    choices: Choices
    rows: Sequence[RowPlan] = ()
    shows: Sequence[ShowPlan] = ()
    new_titles: tuple[ProposedName, ...] = ()
    """Titles that only the screenings name."""
    new_venues: tuple[str, ...] = ()
    new_halls: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    """The first and last festival day of what would be placed."""
    troubles: tuple[RowTrouble, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many rows have this fate; with screenings, the screenings are the rows."""
        return Counter(row.fate for row in (self.shows or self.rows))[fate]

    @property
    def asks(self) -> tuple[RowPlan, ...]:
        """Titles that may be there already."""
        return tuple(row for row in self.rows if row.fate is Fate.ASK)

    @property
    def refused(self) -> int:
        """How many screenings have a place neither on the board nor among those that stand there already."""
        rows = {trouble.row for trouble in self.troubles if trouble.fatal}
        return sum(show.fate is Fate.SKIP and show.row in rows for show in self.shows)

    @property
    def empty(self) -> bool:
        """Whether nothing would be written."""
        fates = {row.fate for row in self.rows} | {show.fate for show in self.shows}
        return not fates & {Fate.ADD, Fate.UPDATE}


class Imported(NamedTuple):
    """What an import did. `left_out` are doubtful rows nobody has answered; `works` those added, at most a thousand."""

    read: int
    added: int
    updated: int
    skipped: int
    left_out: int
    titles: int
    screenings: int
    programme: int | None = None
    works: tuple[int, ...] = ()
