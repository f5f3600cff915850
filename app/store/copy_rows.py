"""The copies of one work with their tracks, keys and chain of custody."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.copies import Event, Whereabouts, whereabouts
from app.domain.kinds import CopyFormat, CustodyKind, TrackKind
from app.domain.names import FourNames
from app.store.base import four
from app.store.copies import Copy, Custody, Key, Track
from app.store.venues import Hall, Venue


class TrackRow(NamedTuple):
    """An audio or subtitle track; `language` a BCP 47 tag."""

    id: int
    kind: TrackKind
    language: str
    detail: str


class KeyRow(NamedTuple):
    """A key; the moments are aware, `zone` is that of its hall and '' without one."""

    id: int
    hall: int | None
    server: str
    valid_from: datetime | None
    valid_until: datetime | None
    note: str
    zone: str = ""


class CustodyRow(NamedTuple):
    """One link of the chain of custody."""

    id: int
    day: date
    kind: CustodyKind
    giver: str
    receiver: str
    place: str
    waybill: str
    state: str


class CopyRow(NamedTuple):
    """A copy; `size` bytes, `place` as typed, `custody` newest first."""

    id: int
    version: int | None
    name: str
    format: CopyFormat
    ready_from: datetime | None
    place: str
    note: str
    owner: str
    digital_name: str
    resolution: str
    aspect: str
    frame_rate: str
    sound: str
    standard: str
    size: int | None
    checksum: str
    encrypted: bool
    tracks: tuple[TrackRow, ...] = ()
    keys: tuple[KeyRow, ...] = ()
    custody: tuple[CustodyRow, ...] = ()

    @property
    def whereabouts(self) -> Whereabouts:
        """Where it is, after all that happened to it."""
        events = (Event(one.id, one.day, one.kind, one.giver, one.receiver, one.place) for one in self.custody)
        return whereabouts(events, self.place)


class HallChoice(NamedTuple):
    """A hall a key can be for."""

    id: int
    names: FourNames
    venue: FourNames
    city: FourNames
    zone: str


def copy_rows(session: Session, work: int) -> tuple[CopyRow, ...]:
    """The copies of a work in the order they were entered."""
    own = ("tracks", "keys", "custody")
    columns = [getattr(Copy, "version_id" if n == "version" else n) for n in CopyRow._fields if n not in own]
    rows = session.execute(select(*columns).where(Copy.work_id == work).order_by(Copy.id)).all()
    copies = [row[0] for row in rows]
    tracks, keys, custody = _tracks(session, copies), _keys(session, copies), _custody(session, copies)
    return tuple(
        CopyRow(*row)._replace(tracks=tracks[row[0]], keys=keys[row[0]], custody=custody[row[0]]) for row in rows
    )


def hall_choices(session: Session) -> tuple[HallChoice, ...]:
    """All halls with their venues, in the order in which they were added."""
    query = (
        select(
            Hall.id,
            *(getattr(Hall, f"name_{c}").label(f"hall_{c}") for c in FourNames._fields),
            *(getattr(Venue, f"name_{c}").label(f"venue_{c}") for c in FourNames._fields),
            *(getattr(Venue, f"city_{c}").label(f"city_{c}") for c in FourNames._fields),
            Venue.zone,
        )
        .join(Venue, Venue.id == Hall.venue_id)
        .order_by(Venue.id, Hall.position, Hall.id)
    )
    return tuple(
        HallChoice(row["id"], four(row, "hall_"), four(row, "venue_"), four(row, "city_"), row["zone"])
        for row in session.execute(query).mappings()
    )


def _tracks(session: Session, copies: list[int]) -> Mapping[int, tuple[TrackRow, ...]]:
    columns = (Track.copy_id, Track.id, Track.kind, Track.language, Track.detail)
    query = select(*columns).where(Track.copy_id.in_(copies)).order_by(Track.position, Track.id)
    return _grouped((row[0], TrackRow(*row[1:])) for row in session.execute(query))


def _keys(session: Session, copies: list[int]) -> Mapping[int, tuple[KeyRow, ...]]:
    columns = (Key.copy_id, Key.id, Key.hall_id, Key.server, Key.valid_from, Key.valid_until, Key.note, Venue.zone)
    query = select(*columns).outerjoin(Hall, Hall.id == Key.hall_id).outerjoin(Venue, Venue.id == Hall.venue_id)
    rows = session.execute(query.where(Key.copy_id.in_(copies)).order_by(Key.id))
    return _grouped((row[0], KeyRow(*row[1:-1], row[-1] or "")) for row in rows)


def _custody(session: Session, copies: list[int]) -> Mapping[int, tuple[CustodyRow, ...]]:
    columns = [getattr(Custody, name) for name in CustodyRow._fields]
    query = select(Custody.copy_id, *columns).where(Custody.copy_id.in_(copies))
    rows = session.execute(query.order_by(Custody.day.desc(), Custody.id.desc()))
    return _grouped((row[0], CustodyRow(*row[1:])) for row in rows)


def _grouped(pairs: Any) -> Mapping[int, tuple[Any, ...]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for owner, row in pairs:
        found[owner].append(row)
    return defaultdict(tuple, {owner: tuple(rows) for owner, rows in found.items()})
