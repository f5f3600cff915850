"""What catalogue cards tell of copies: tracks, keys, and the way they went, by work."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain import title_cards as cards
from app.domain.names import FourNames
from app.store.copies import Copy, Custody, Key, Track
from app.store.venues import Hall, Venue
from app.store.work_rows import among

Row = TypeVar("Row")


def tracks(session: Session, works: Sequence[int]) -> dict[int, tuple[cards.CardTrack, ...]]:
    """The tracks of all copies of these works."""
    query = select(Copy.work_id, *(getattr(Track, field) for field in cards.CardTrack._fields))
    query = _of_copies(query.join(Copy, Copy.id == Track.copy_id), works)
    rows = session.execute(query.order_by(Copy.id, Track.position, Track.id))
    return _grouped((work, cards.CardTrack(*own)) for work, *own in rows)


def keys(session: Session, works: Sequence[int]) -> dict[int, tuple[cards.CardKey, ...]]:
    """The keys of all copies of these works."""
    names = (getattr(Hall, f"name_{code}") for code in FourNames._fields)
    query = select(Copy.work_id, Key.copy_id, Key.server, Key.valid_from, Key.valid_until, Venue.zone, Key.note, *names)
    query = query.join(Copy, Copy.id == Key.copy_id)
    query = query.outerjoin(Hall, Hall.id == Key.hall_id).outerjoin(Venue, Venue.id == Hall.venue_id)
    rows = session.execute(_of_copies(query, works).order_by(Copy.id, Key.valid_from, Key.id))
    return _grouped(
        (work, cards.CardKey(copy, FourNames(*(name or "" for name in hall)), server, first, last, zone or "UTC", note))
        for work, copy, server, first, last, zone, note, *hall in rows
    )


def custody(session: Session, works: Sequence[int]) -> dict[int, tuple[cards.CardCustody, ...]]:
    """The way of all copies of these works, the latest step first."""
    query = select(Copy.work_id, *(getattr(Custody, field) for field in cards.CardCustody._fields))
    query = _of_copies(query.join(Copy, Copy.id == Custody.copy_id), works)
    rows = session.execute(query.order_by(Copy.id, Custody.day.desc(), Custody.id.desc()))
    return _grouped((work, cards.CardCustody(*own)) for work, *own in rows)


def _of_copies(query: Select[*tuple[Any, ...]], works: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return query.where(among(Copy.work_id, works))


def _grouped(pairs: Iterable[tuple[int, Row]]) -> dict[int, tuple[Row, ...]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for work, row in pairs:
        found[work].append(row)
    return {work: tuple(own) for work, own in found.items()}
