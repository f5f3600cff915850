"""What the rules need to know of titles, people, strands, laws and ways: frozen facts, by number in `Context`."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.clearances import Paper
from app.domain.kinds import Premiere, WorkKind
from app.domain.kinds_of_plans import AudienceKind, LegalKind, LinkKind, Occasion, TermUnit


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """What can be heard and read in a version of `work`: language tags. `captions`: made for the hard of hearing."""

    spoken: str
    subtitles: tuple[str, ...] = ()
    separate: bool = False
    captions: bool = False
    work: int | None = None


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """What the rules need to know of a work.

    `marks` maps territories to age marks, "" is the mark of the house; `parent` and `number` place it in a
    series; `original` are the languages it was made in; `papers` are its clearances on file.
    """

    kind: WorkKind = WorkKind.FEATURE
    countries: tuple[str, ...] = ()
    original: tuple[str, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    parent: int | None = None
    number: int | None = None
    national_film: bool = False
    papers: tuple[Paper, ...] = ()

    def mark(self, territory: str) -> str:
        """The age mark in a territory, the house's own where that has none, '' where there is none at all."""
        marks = dict(self.marks)
        return marks.get(territory) or marks.get("", "")


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """A place in the slate: what is shown, how often, as what, for whom, with whom; fee in hundredths a show."""

    work: int
    showings: int = 1
    strand: int | None = None
    audience: AudienceKind = AudienceKind.PUBLIC
    occasion: Occasion = Occasion.NONE
    premiere: Premiere = Premiere.NONE
    guests: tuple[int, ...] = ()
    expected: int | None = None
    fee: int = 0


class EntryTie(NamedTuple):
    """Two entries of the slate that come in order, or must not run at the same time."""

    entry: int
    other: int
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class StrandFacts:
    """`alone`: no two of its shows at the same time; `for_jury`: the jury must be able to see all of it."""

    alone: bool = False
    for_jury: bool = False


class KeyWindow(NamedTuple):
    """When a key opens a copy, minutes since the epoch, None is open; in one hall, on one server, or anywhere."""

    begins: int | None = None
    ends: int | None = None
    hall: int | None = None
    server: str = ""


class Span(NamedTuple):
    """From a minute since the epoch to one, None is open; `stop` is the town on a tour."""

    starts: int | None = None
    ends: int | None = None
    stop: int | None = None


class Duty(NamedTuple):
    """Somebody on duty in a venue, or one hall of it, in minutes since the epoch."""

    person: int
    venue: int
    hall: int | None
    starts: int
    ends: int


class Journey(NamedTuple):
    """A way between two stops of a tour, in minutes since the epoch where times are known.

    `minutes` on the road, `hand_over` between the last show and leaving, `customs` between arriving and
    first use. `leg` is the number of the (last) leg.
    """

    leg: int
    departs: int | None
    arrives: int | None
    minutes: int
    hand_over: int = 0
    customs: int = 0


@dataclass(frozen=True, slots=True)
class Law:
    """A rule of law or custom as the schedule asks it; see `LegalKind` for what each kind uses.

    Days are inclusive, None is open; minutes count after midnight and may exceed 1,440; `weekdays`
    from 1 (Monday), empty is all.
    """

    id: int
    kind: LegalKind
    country: str
    severity: int
    valid_from: date | None = None
    valid_until: date | None = None
    mark: str = ""
    languages: tuple[str, ...] = ()
    exempt: frozenset[str] = frozenset()
    weekdays: frozenset[int] = frozenset()
    from_minute: int | None = None
    until_minute: int | None = None
    days: int | None = None
    unit: TermUnit = TermUnit.CALENDAR

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class Setting(NamedTuple):
    """How seriously a programme takes a rule; None is as usual. `severity` 0 is off, 3 an error."""

    severity: int | None = None
    weight: int | None = None
    value: int | None = None
