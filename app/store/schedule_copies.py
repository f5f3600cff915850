"""The copies a programme may use: their lines for readers, and what the rules need to know of them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.context import CopyFacts
from app.domain.kinds import FOR_ALL, CopyFormat
from app.domain.surroundings import KeyWindow
from app.store.copies import Copy, Key, Track


class CopyRow(NamedTuple):
    """A copy that a showing may use."""

    id: int
    work: int
    version: int | None
    name: str
    format: CopyFormat
    ready_from: datetime | None
    place: str


def copies(session: Session, works: Collection[int]) -> tuple[dict[int, CopyRow], dict[int, CopyFacts]]:
    """The copies of these works, and the facts of each."""
    own = Copy
    query = select(
        own.id, own.work_id, own.version_id, own.name, own.format, own.ready_from, own.place, own.frame_rate, own.sound,
        own.aspect, own.encrypted,
    )  # fmt: skip
    keys = _keys(session, works)
    tracks = select(Track.copy_id).join(Copy).where(Copy.work_id.in_(works), Track.kind.in_(FOR_ALL))
    captions = set(session.connection().scalars(tracks))
    rows, facts = {}, {}
    for row in session.connection().execute(query.where(own.work_id.in_(works)).order_by(own.id)):
        copy = rows[row[0]] = CopyRow._make(row[:7])
        facts[copy.id] = CopyFacts(
            version=copy.version, ready_from=_minute(copy.ready_from), anywhere=copy.format is CopyFormat.STREAM,
            format=copy.format, frame_rate=row[7], sound=row[8], aspect=row[9], encrypted=row[10],
            keys=tuple(keys.get(copy.id, ())), captions=copy.id in captions, work=copy.work,
        )  # fmt: skip
    return rows, facts


def _keys(session: Session, works: Collection[int]) -> dict[int, list[KeyWindow]]:
    query = select(Key.copy_id, Key.valid_from, Key.valid_until, Key.hall_id, Key.server).join(Copy)
    found: dict[int, list[KeyWindow]] = defaultdict(list)
    for copy, begins, ends, hall, server in session.connection().execute(
        query.where(Copy.work_id.in_(works)).order_by(Key.id)
    ):
        found[copy].append(KeyWindow(_minute(begins), _minute(ends), hall, server))
    return found


def _minute(moment: datetime | None) -> int | None:
    return None if moment is None else calendar.minute_of(moment)
