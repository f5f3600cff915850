"""What one can do to copies of a work, their tracks, their keys and their way."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.digital_name import SpokenTrack
from app.domain.kinds import CustodyKind, TrackKind
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.works import work_of
from app.store.copies import Copy, Custody, Key, Track
from app.store.screenings import Part
from app.store.tours import Leg
from app.words import N_

COPY_UNNAMED = N_("A copy needs a name, such as DCP A.")
KEY_WRONG = N_("A key cannot end before it begins.")


def add(session: Session, work: int, name: str, **facts: Any) -> int:
    """Add a copy of a work; its id."""
    work_of(session, work)
    copy = Copy(work_id=work, name=_named(name))
    set_facts(copy, **facts)
    session.add(copy)
    session.flush()
    return copy.id


def change(session: Session, copy: int, **facts: Any) -> None:
    """Correct a copy: name, version_id, format, ready_from, place, owner, digital_name, resolution, size, note ..."""
    if "name" in facts:
        facts["name"] = _named(facts["name"])
    set_facts(session.get_one(Copy, copy), **facts)


def remove(session: Session, copy: int) -> None:
    """Take a copy away with its tracks, keys and way; showings that used it have none chosen then."""
    for part in session.scalars(select(Part).where(Part.copy_id == copy)):
        part.copy_id = None
    for table in (Track, Key, Custody, Leg):  # a leg that carries this copy alone
        for own in session.scalars(select(table).where(table.copy_id == copy)):
            session.delete(own)
    session.flush()
    session.delete(session.get_one(Copy, copy))


def fill_in(session: Session, copy: int, facts: dict[str, str], tracks: Sequence[SpokenTrack]) -> None:
    """Take over what a digital-cinema name says: facts, and tracks the copy has none of yet."""
    set_facts(session.get_one(Copy, copy), **facts)
    for track in tracks:
        add_track(session, copy, kind=track.kind, language=track.language, detail=track.detail)


def add_track(
    session: Session, copy: int, kind: TrackKind = TrackKind.AUDIO, language: str = "kk", **facts: Any
) -> int:
    """Add a track after the others; its id."""
    places = select(func.max(Track.position)).where(Track.copy_id == session.get_one(Copy, copy).id)
    last = session.scalar(places)
    track = Track(copy_id=copy, kind=kind, language=language, position=0 if last is None else last + 1)
    set_facts(track, **facts)
    session.add(track)
    session.flush()
    return track.id


def change_track(session: Session, track: int, **facts: Any) -> None:
    """Correct a track: kind, language, detail."""
    set_facts(session.get_one(Track, track), **facts)


def remove_track(session: Session, track: int) -> None:
    """Take a track away."""
    session.delete(session.get_one(Track, track))


def add_key(session: Session, copy: int, **facts: Any) -> int:
    """Add a key of a copy; its id. The copy is encrypted then."""
    session.get_one(Copy, copy).encrypted = True
    key = Key(copy_id=copy)
    set_facts(key, **facts)
    _check_key(key)
    session.add(key)
    session.flush()
    return key.id


def change_key(session: Session, key: int, **facts: Any) -> None:
    """Correct a key: hall_id, server, valid_from, valid_until (aware moments), note."""
    row = session.get_one(Key, key)
    set_facts(row, **facts)
    _check_key(row)


def remove_key(session: Session, key: int) -> None:
    """Take a key away."""
    session.delete(session.get_one(Key, key))


def record(session: Session, copy: int, day: date, kind: CustodyKind = CustodyKind.RECEIVED, **facts: Any) -> int:
    """Write down what happened to a copy on a day: giver, receiver, place, waybill, state; the id of the entry."""
    event = Custody(copy_id=session.get_one(Copy, copy).id, day=day, kind=kind)
    set_facts(event, **facts)
    session.add(event)
    session.flush()
    return event.id


def change_custody(session: Session, event: int, **facts: Any) -> None:
    """Correct what was written down: day, kind, giver, receiver, place, waybill, state."""
    set_facts(session.get_one(Custody, event), **facts)


def remove_custody(session: Session, event: int) -> None:
    """Take back what was written down."""
    session.delete(session.get_one(Custody, event))


def _named(name: str) -> str:
    if not name.strip():
        raise UserError(COPY_UNNAMED)
    return name.strip()


def _check_key(key: Key) -> None:
    if key.valid_from and key.valid_until and key.valid_until < key.valid_from:
        raise UserError(KEY_WRONG)
