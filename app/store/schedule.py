"""A programme's schedule read in one go: cards for the board, slots for the rules, the tray of what waits."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain import rights as rights_domain
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import CopyFormat, PartKind, ScreeningStatus, SlateState
from app.domain.names import FourNames
from app.domain.rights import Standing, Window
from app.domain.screenings import Slot
from app.store.base import four
from app.store.copies import Copy
from app.store.faces import Face
from app.store.parts import faces_of
from app.store.programme_rows import HallRow, ProgrammeRow, StrandRow, hall_rows, programme_row, strand_rows
from app.store.programmes import SlateEntry
from app.store.screenings import Accepted, Part, Screening
from app.store.work_rows import VersionLine, version_lines, windows
from app.store.works import Work

BODY = frozenset({PartKind.FILM, PartKind.TALK, PartKind.BREAK})
"""The parts between which the body of an event runs; what is before or after is a tail."""


class PartRow(NamedTuple):
    """One part of an event, `minutes` long."""

    id: int
    kind: PartKind
    minutes: int
    work: int | None
    version: int | None
    copy: int | None


class Card(NamedTuple):
    """One event as the board shows it, in the reader's language.

    `starts` and `ends` (naive wall times in `zone`) bound the body, `event_starts` and
    `event_ends` take in the tails; `day` is the festival day.
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

    @property
    def works(self) -> tuple[int, ...]:
        """The works shown, in order."""
        return tuple(part.work for part in self.parts if part.work is not None)


class TrayRow(NamedTuple):
    """A confirmed slate entry with showings still to place; `minutes` is the film without tails."""

    entry: int
    work: int
    title: str
    title_language: str
    second: str
    minutes: int
    version: VersionLine | None
    placed: int
    showings: int
    standing: Standing
    strand: int | None
    intro: int
    qa: int


class CopyRow(NamedTuple):
    """A copy that a showing may use."""

    id: int
    work: int
    version: int | None
    name: str
    format: CopyFormat
    ready_from: datetime | None
    place: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """All there is to know of a programme's schedule. `slots` and `context` are what the rules take.

    `accepted` holds the reason of each finding somebody accepted as it is, by the finding's key.
    """

    programme: ProgrammeRow
    halls: tuple[HallRow, ...]
    strands: tuple[StrandRow, ...]
    cards: tuple[Card, ...]
    tray: tuple[TrayRow, ...]
    entries: int
    slots: tuple[Slot, ...]
    context: Context
    copies: Mapping[int, CopyRow]
    versions: Mapping[int, VersionLine]
    accepted: Mapping[str, str]

    @property
    def days(self) -> tuple[date, ...]:
        """The festival days, first to last."""
        row = self.programme
        return tuple(row.first_day + timedelta(days=n) for n in range((row.last_day - row.first_day).days + 1))

    def card(self, screening: int) -> Card | None:
        """The card of a screening."""
        return next((card for card in self.cards if card.id == screening), None)


def schedule(session: Session, programme: int, language: str, today: date) -> Schedule:
    """Read the schedule of a programme as a reader of `language` sees it. `UserError` if there is none."""
    row = programme_row(session, programme)
    halls = hall_rows(session, programme)
    parts = _parts(session, programme)
    entries = session.execute(
        select(SlateEntry.__table__).where(SlateEntry.programme_id == programme).order_by(SlateEntry.position)
    ).mappings().all()  # fmt: skip
    works = {part.work for rows in parts.values() for part in rows if part.work} | {e["work_id"] for e in entries}
    faces = _faces(session, works, language)
    lines = {line.id: line for rows in version_lines(session, works).values() for line in rows}
    cards, slots = [], []
    screenings = select(Screening.__table__).where(Screening.programme_id == programme)
    for screening in session.execute(screenings.order_by(Screening.starts, Screening.id)).mappings():
        card = _card(dict(screening), parts[screening["id"]], faces, language, row.day_start)
        cards.append(card)
        slots.append(_slot(card, calendar.minute_of(screening["starts"])))
    copies = _copies(session, works)
    allowed = _left(session, programme, windows(session, sorted(works)))
    placed = Counter(card.entry for card in cards if card.status is not ScreeningStatus.CANCELLED)
    waiting = [e for e in entries if e["state"] is SlateState.CONFIRMED and placed[e["id"]] < e["showings"]]
    runtimes = select(Work.id, Work.runtime).where(Work.id.in_(works))
    lengths = dict(session.execute(runtimes).all())
    tray = []
    for entry in waiting:
        line = lines.get(entry["version_id"] or 0)
        title, code, second = faces.get(entry["work_id"], ("", language, ""))
        minutes = (line.runtime if line else None) or lengths.get(entry["work_id"]) or 90
        standing = rights_domain.status(allowed.get(entry["work_id"], ()), today, row.territory, row.use)
        tray.append(TrayRow(
            entry["id"], entry["work_id"], title, code, second, minutes, line, placed[entry["id"]],
            entry["showings"], standing, entry["strand_id"], entry["intro"], entry["qa"],
        ))  # fmt: skip
    accepted = select(Accepted.signature, Accepted.reason).where(Accepted.programme_id == programme)
    facts = Context(
        halls={hall.id: _hall_facts(hall, row) for hall in halls},
        copies={copy.id: _copy_facts(copy) for copy in copies.values()},
        rights=allowed,
        territory=row.territory,
        use=row.use,
        zone=row.zone,
        day_start=row.day_start,
    )
    return Schedule(
        row, tuple(halls), tuple(strand_rows(session, programme)), tuple(cards), tuple(tray), len(entries),
        tuple(slots), facts, copies, lines, dict(session.execute(accepted).all()),
    )  # fmt: skip


def _left(session: Session, programme: int, allowed: Mapping[int, tuple[Window, ...]]) -> dict[int, tuple[Window, ...]]:
    """The windows with what is left of their showings after those of other programmes."""
    limited = [work for work, own in allowed.items() if any(window.max_showings is not None for window in own)]
    elsewhere: dict[int, list[tuple[int | None, date]]] = defaultdict(list)
    query = select(Part.work_id, Part.version_id, Screening.starts_local).join(Screening)
    others = query.where(
        Part.work_id.in_(limited),
        Screening.programme_id != programme,
        Screening.status != ScreeningStatus.CANCELLED,
    )
    for work, version, starts in session.execute(others):
        if work is not None:
            elsewhere[work].append((version, starts.date()))
    return {
        work: tuple(_without(window, elsewhere[work]) if work in elsewhere else window for window in own)
        for work, own in allowed.items()
    }


def _without(window: Window, shown: Sequence[tuple[int | None, date]]) -> Window:
    if window.max_showings is None:
        return window
    spent = sum(window.version in (None, version) and window.lies_in(day) for version, day in shown)
    return replace(window, max_showings=max(0, window.max_showings - spent))


def _parts(session: Session, programme: int) -> dict[int, list[PartRow]]:
    query = (
        select(Part.screening_id, Part.id, Part.kind, Part.minutes, Part.work_id, Part.version_id, Part.copy_id)
        .join(Screening, Screening.id == Part.screening_id)
        .where(Screening.programme_id == programme)
        .order_by(Part.screening_id, Part.position, Part.id)
    )
    found: dict[int, list[PartRow]] = defaultdict(list)
    for row in session.execute(query):
        found[row[0]].append(PartRow(*row[1:]))
    return found


def _faces(session: Session, works: set[int], language: str) -> dict[int, tuple[str, str, str]]:
    query = select(Face.work_id, Face.title, Face.title_language, Face.second)
    rows = session.execute(query.where(Face.language == language, Face.work_id.in_(works)))
    found = {work: (title, code, second) for work, title, code, second in rows}
    for work, face in faces_of(session, works - found.keys(), language).items():
        found[work] = (face.title, face.language, face.second)
    return found


def _copies(session: Session, works: set[int]) -> dict[int, CopyRow]:
    columns = (Copy.id, Copy.work_id, Copy.version_id, Copy.name, Copy.format, Copy.ready_from, Copy.place)
    rows = session.execute(select(*columns).where(Copy.work_id.in_(works)).order_by(Copy.id))
    return {row[0]: CopyRow(*row) for row in rows}


def tails(parts: tuple[PartRow, ...] | list[PartRow]) -> tuple[int, int, int]:
    """(minutes before the body, minutes of the body, minutes after it)."""
    inside = [place for place, part in enumerate(parts) if part.kind in BODY]
    first, last = (inside[0], inside[-1]) if inside else (0, len(parts) - 1)
    minutes = [part.minutes for part in parts]
    return sum(minutes[:first]), sum(minutes[first : last + 1]), sum(minutes[last + 1 :])


def _card(
    row: Mapping[str, object],
    parts: list[PartRow],
    faces: Mapping[int, tuple[str, str, str]],
    language: str,
    day_start: int,
) -> Card:
    before, body, after = tails(parts)
    starts = row["starts_local"]
    assert isinstance(starts, datetime)
    starts = starts.replace(fold=1 if row["fold"] else 0)
    own = four(row)
    works = [part.work for part in parts if part.work]
    title, code, second = faces.get(works[0], ("", language, "")) if works else ("", language, "")
    if any(own):
        title, code = own.borrowed(language)
        second = ""
    elif len(works) > 1:
        title = " + ".join(faces[work][0] for work in works if work in faces)
        second = ""
    minute = timedelta(minutes=1)
    return Card(
        row["id"], row["hall_id"], calendar.festival_day(starts, day_start), starts, starts + body * minute,  # type: ignore[arg-type]
        starts - before * minute, starts + (body + after) * minute, row["zone"], title, code, second, row["strand_id"],  # type: ignore[arg-type]
        row["entry_id"], row["status"], row["locked"], tuple(parts), row["note"], own,  # type: ignore[arg-type]
    )  # fmt: skip


def _slot(card: Card, starts: int) -> Slot:
    before, body, after = tails(card.parts)
    films = [part for part in card.parts if part.work is not None]
    return Slot(
        id=card.id,
        hall=card.hall,
        start=starts - before,
        body_start=starts,
        body_end=starts + body,
        end=starts + body + after,
        copies=tuple(part.copy for part in films if part.copy is not None),
        works=tuple(part.work for part in films if part.work is not None),
        versions=tuple(part.version for part in films),
        status=card.status,
        locked=card.locked,
        lingers=any(part.kind is PartKind.QA for part in card.parts),
    )


def _hall_facts(hall: HallRow, programme: ProgrammeRow) -> HallFacts:
    days = [programme.first_day + timedelta(days=n) for n in range((programme.last_day - programme.first_day).days + 1)]
    return HallFacts(
        venue=hall.venue,
        hours=calendar.opening_hours(days, hall.opens, hall.closes, hall.zone),
        turnaround=hall.turnaround,
        territory=hall.country,
        zone=hall.zone,
    )


def _copy_facts(copy: CopyRow) -> CopyFacts:
    return CopyFacts(
        version=copy.version,
        ready_from=calendar.minute_of(copy.ready_from) if copy.ready_from else None,
        anywhere=copy.format is CopyFormat.STREAM,
    )
