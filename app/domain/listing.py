"""A programme as it is printed: frozen values that know no language, handed to the documents by the caller."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.domain.kinds import PartKind, ScreeningStatus, SpokenMode, SubtitleKind, WorkKind
from app.domain.kinds_of_plans import BlockerKind
from app.domain.names import FourNames, WorkName
from app.domain.tour_listing import PrintedTour

NO_NAMES = FourNames()
"""What a thing without a name of its own is called."""

HIDDEN = frozenset({PartKind.DOORS, PartKind.CLEARING})
"""The parts of an event that concern the house and are not printed for the public."""


@dataclass(frozen=True, slots=True)
class Subtitles:
    """Subtitles in one language (BCP 47)."""

    language: str
    kind: SubtitleKind = SubtitleKind.IN_PACKAGE


@dataclass(frozen=True, slots=True)
class Version:
    """What one hears and reads: the spoken language (BCP 47), how it is spoken, the subtitles in order."""

    language: str
    mode: SpokenMode = SpokenMode.ORIGINAL
    subtitles: tuple[Subtitles, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an event: `minutes` long, from `starts` (aware, local). A film has a work, a talk may have names."""

    kind: PartKind
    minutes: int
    starts: datetime
    work: int | None = None
    version: Version | None = None
    names: FourNames = NO_NAMES


@dataclass(frozen=True, slots=True)
class Event:
    """One event in one hall.

    `day` is the festival day, so that 00:30 may belong to the evening before (F28).
    `starts` and `ends` bound the body, from the first film or talk to the end of the
    last; `event_starts` and `event_ends` take in what comes before and after. All are
    aware and local to the hall. `names` is the event's own name, for talks and blocks;
    a single film goes by the names of its work. `note` is the house's and not printed
    for the public.
    """

    id: int
    day: date
    hall: int
    starts: datetime
    ends: datetime
    event_starts: datetime
    event_ends: datetime
    parts: tuple[Part, ...] = ()
    strand: int | None = None
    status: ScreeningStatus = ScreeningStatus.CONFIRMED
    locked: bool = False
    names: FourNames = NO_NAMES
    note: str = ""

    @property
    def works(self) -> tuple[int, ...]:
        """The works shown, in order."""
        return tuple(part.work for part in self.parts if part.work is not None)

    @property
    def versions(self) -> tuple[Version, ...]:
        """The language versions shown, each once, in order."""
        return tuple(dict.fromkeys(part.version for part in self.parts if part.version is not None))

    @property
    def minutes(self) -> int:
        """How long the body lasts."""
        return minutes_between(self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class Pause:
    """Time in which halls are taken without a show: a break for everybody, or what concerns the house alone.

    `starts` is aware and local to the halls; `day` is the festival day.
    """

    kind: BlockerKind
    day: date
    starts: datetime
    minutes: int
    halls: tuple[int, ...]
    names: FourNames = NO_NAMES

    @property
    def ends(self) -> datetime:
        """When the halls are free again."""
        return _later(self.starts, self.minutes)


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall, in the order of the board."""

    id: int
    names: FourNames
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Strand:
    """A section of the programme; `colour` is 1 to 6 and stands for a colour and a glyph."""

    id: int
    names: FourNames
    colour: int = 1


@dataclass(frozen=True, slots=True)
class Work:
    """A work on the programme. `countries` are ISO 3166 codes (SU for the former Union), `runtime` is in minutes."""

    id: int
    names: tuple[WorkName, ...]
    kind: WorkKind = WorkKind.FEATURE
    year: int | None = None
    countries: tuple[str, ...] = ()
    runtime: int | None = None
    age_mark: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole programme as printed. `zone` is the IANA zone of its halls, `as_of` the date of the facts.

    `tour` is what a tour has beside that: stops, ways, copies that come and go. `pauses` are in order of time.
    """

    names: FourNames
    city: FourNames
    zone: str
    as_of: date
    days: tuple[date, ...]
    halls: tuple[Hall, ...]
    strands: tuple[Strand, ...] = ()
    works: tuple[Work, ...] = ()
    events: tuple[Event, ...] = ()
    sample: bool = False
    tour: PrintedTour | None = None
    pauses: tuple[Pause, ...] = ()

    def works_by_id(self) -> Mapping[int, Work]:
        """The works under their numbers."""
        return {work.id: work for work in self.works}


def laid_out(starts: datetime, parts: Iterable[Part]) -> tuple[tuple[Part, ...], datetime, datetime, datetime]:
    """(parts with their own starts, end of the body, start of the event, end of the event).

    `starts` (aware, local) is where the body begins: the first film or talk. The
    `starts` the parts come with are not looked at. Minutes are counted as they pass, so
    a night in which the clock is put back is longer on the clock's face.
    """
    parts = tuple(parts)
    body = [i for i, part in enumerate(parts) if part.kind in (PartKind.FILM, PartKind.TALK)]
    first, last = (body[0], body[-1]) if body else (0, len(parts) - 1)
    before = sum(part.minutes for part in parts[:first])
    clock = event_starts = _later(starts, -before)
    placed: list[Part] = []
    ends = starts
    for index, part in enumerate(parts):
        placed.append(Part(part.kind, part.minutes, clock, part.work, part.version, part.names))
        clock = _later(clock, part.minutes)
        if index == last:
            ends = clock
    return tuple(placed), ends, event_starts, clock


def minutes_between(start: datetime, end: datetime) -> int:
    """How many minutes pass between two aware moments; their clocks may have been changed on the way."""
    return (end.astimezone(UTC) - start.astimezone(UTC)) // timedelta(minutes=1)


def _later(moment: datetime, minutes: int) -> datetime:
    """`moment` some minutes on, in its own zone, across a change of the clocks too."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)
