"""The events of a programme as cards of its board, in the clocks of their halls and the language of the reader."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import PartKind, Premiere, ScreeningStatus, SlateState
from app.domain.kinds_of_plans import AudienceKind, Occasion
from app.domain.names import FourNames
from app.domain.screenings import Booked
from app.store.faces import Face
from app.store.parts import faces_of
from app.store.programmes import SlateEntry
from app.store.screenings import Part, Screening
from app.store.work_rows import bare

BODY = frozenset({PartKind.FILM, PartKind.TALK, PartKind.BREAK})
"""The parts between which the body of an event runs; what is before or after is a tail."""

_KINDS = {kind.value: kind for kind in PartKind}

MINUTE = timedelta(minutes=1)
NOBODY: tuple[Booked, ...] = ()

Face3 = tuple[str, str, str]
"""Title, its language, second title."""


class PartRow(NamedTuple):
    """One part of an event, `minutes` long."""

    id: int
    kind: PartKind
    minutes: int
    work: int | None
    version: int | None
    copy: int | None


class EntryRow(NamedTuple):
    """A place in the slate, as the schedule asks it."""

    id: int
    work: int
    strand: int | None
    version: int | None
    state: SlateState
    showings: int
    intro: int
    qa: int
    audience: AudienceKind
    occasion: Occasion
    premiere: Premiere
    expected: int | None
    fee: int | None


class Card(NamedTuple):
    """One event as the board shows it, in the reader's language.

    `starts` and `ends` (naive wall times in `zone`, that of its hall) bound the body, `event_starts` and
    `event_ends` take in the tails; `day` is the festival day. `audience`, `occasion` and `expected` are
    those of the slate entry where the event has none of its own.
    """

    id: int
    hall: int
    day: date
    starts: datetime
    ends: datetime
    event_starts: datetime
    event_ends: datetime
    zone: str
    title: str
    title_language: str
    second: str
    strand: int | None
    entry: int | None
    status: ScreeningStatus
    locked: bool
    parts: tuple[PartRow, ...]
    note: str
    names: FourNames
    people: tuple[Booked, ...] = NOBODY
    audience: AudienceKind = AudienceKind.PUBLIC
    occasion: Occasion = Occasion.NONE
    expected: int | None = None

    @property
    def works(self) -> tuple[int, ...]:
        """The works shown, in order; what is only talked about is not among them."""
        return tuple(p.work for p in self.parts if p.work is not None and p.kind is not PartKind.TALK)


class Placed(NamedTuple):
    """A card with the minute since the epoch at which its body begins, and the minutes before, of and after that."""

    card: Card
    begins: int
    before: int
    body: int
    after: int


@dataclass(frozen=True, slots=True)
class Around:
    """What the cards of a programme share: titles by work, zones by hall, people by event, entries by number."""

    language: str
    day_start: int
    faces: Mapping[int, Face3]
    zones: Mapping[int, str]
    people: Mapping[int, tuple[Booked, ...]]
    entries: Mapping[int, EntryRow]


def event_parts(session: Session, programme: int) -> dict[int, list[PartRow]]:
    """The parts of all events, in order, by event."""
    query = (
        select(Part.screening_id, Part.id, Part.kind, Part.minutes, Part.work_id, Part.version_id, Part.copy_id)
        .join(Screening, Screening.id == Part.screening_id)
        .where(Screening.programme_id == programme)
        .order_by(Part.screening_id, Part.position, Part.id)
    )
    found: dict[int, list[PartRow]] = defaultdict(list)
    for event, key, kind, minutes, work, version, copy in bare(session, query):
        found[event].append(PartRow(key, _KINDS[kind], minutes, work, version, copy))
    return found


def entry_rows(session: Session, programme: int) -> list[EntryRow]:
    """The slate of a programme, in order."""
    own = SlateEntry
    query = select(
        own.id, own.work_id, own.strand_id, own.version_id, own.state, own.showings, own.intro, own.qa,
        own.audience_kind, own.occasion, own.premiere, own.expected, own.fee,
    )  # fmt: skip
    rows = session.connection().execute(query.where(own.programme_id == programme).order_by(own.position))
    return [EntryRow._make(row) for row in rows]


def titles_of(session: Session, works: set[int], language: str) -> dict[int, Face3]:
    """What the reader sees of these works."""
    query = select(Face.work_id, Face.title, Face.title_language, Face.second)
    rows = bare(session, query.where(Face.language == language, Face.work_id.in_(works)))
    found: dict[int, Face3] = {work: (title, code, second) for work, title, code, second in rows}
    for work, face in faces_of(session, works - found.keys(), language).items():
        found[work] = (face.title, face.language, face.second)
    return found


def cards(session: Session, programme: int, parts: Mapping[int, Sequence[PartRow]], around: Around) -> list[Placed]:
    """The cards of a programme by their moments."""
    own = Screening
    query = select(
        own.id, own.hall_id, own.starts_local, own.starts, own.zone, own.fold, own.strand_id, own.entry_id, own.status,
        own.locked, own.note, own.audience_kind, own.occasion, own.expected,
        own.name_kk, own.name_zh, own.name_ru, own.name_en,
    )  # fmt: skip
    ordered = query.where(own.programme_id == programme).order_by(own.starts, own.id)
    rows = session.connection().execute(ordered)  # by columns: the way through the session is twice as long
    return [_placed(row, tuple(parts.get(row[0], ())), around) for row in rows]


def _placed(row: Any, parts: tuple[PartRow, ...], around: Around) -> Placed:
    (key, hall, starts, moment, zone, fold, strand, entry, status, locked, note, audience, occasion, expected,
     *names) = row  # fmt: skip
    here = around.zones.get(hall, zone)
    if here != zone:  # placed when clocks there were taken to be others
        zone, starts = here, calendar.wall_of(moment, here).replace(tzinfo=None)
    elif fold:
        starts = starts.replace(fold=1)
    before, body, after = tails(parts)
    ends = starts + body * MINUTE
    own = FourNames._make(names)
    title, code, second = _title(parts, own, around)
    slate = around.entries.get(entry)
    if slate is not None:
        audience, occasion = audience or slate.audience, occasion or slate.occasion
        expected = slate.expected if expected is None else expected
    card = Card(
        key, hall, calendar.festival_day(starts, around.day_start), starts, ends,
        starts - before * MINUTE if before else starts, ends + after * MINUTE if after else ends, zone, title, code,
        second, strand, entry, status, locked, parts, note, own, around.people.get(key, NOBODY),
        audience or AudienceKind.PUBLIC, occasion or Occasion.NONE, expected,
    )  # fmt: skip
    return Placed(card, calendar.minute_of(moment), before, body, after)


def _title(parts: Iterable[PartRow], own: FourNames, around: Around) -> Face3:
    language = around.language
    if any(own):
        return (*own.borrowed(language), "")
    faces = [around.faces[part.work] for part in parts if part.work is not None and part.work in around.faces]
    if not faces:
        return "", language, ""
    return faces[0] if len(faces) == 1 else (" + ".join(face[0] for face in faces), faces[0][1], "")


def tails(parts: Sequence[PartRow]) -> tuple[int, int, int]:
    """(minutes before the body, minutes of the body, minutes after it)."""
    before = body = after = 0
    begun = False
    for part in parts:
        if part.kind in BODY:
            begun, body, after = True, body + after + part.minutes, 0
        elif begun:
            after += part.minutes
        else:
            before += part.minutes
    return (before, body, after) if begun else (0, before, 0)
