"""A small film week to try the verbs on: two halls, two works with versions and copies, a slate of two."""

from datetime import UTC, date, datetime
from typing import NamedTuple

import pytest
from sqlalchemy.orm import Session

from app.domain.kinds import SlateState, SpokenMode
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import copies, programmes, venues, versions, works
from app.store.store import Store
from tests.store.rows import do, records

FIRST, LAST = date(2026, 10, 16), date(2026, 10, 18)


class Week(NamedTuple):
    """The numbers of what there is."""

    venue: int
    hall: int
    other_hall: int
    strange_hall: int
    work: int
    other_work: int
    version: int
    other_version: int
    copy: int
    programme: int
    strand: int
    entry: int
    other_entry: int


def at(hour: int, minute: int = 0, day: int = 16) -> datetime:
    """A wall time of the week."""
    return datetime(2026, 10, day, hour, minute)


def found(session: Session) -> Week:
    """Make the week."""
    venue = venues.add_venue(session, FourNames(en="Keruen"), FourNames(en="Almaty"))
    one, two, strange = (venues.add_hall(session, venue, FourNames(en=name)) for name in ("Hall 1", "Hall 2", "Yard"))
    work = works.add(session, "Қыз Жібек", "kk-Cyrl", year=1970, runtime=141)
    other = works.add(session, "嘿，老头！", "zh-Hans")
    version = versions.add_version(session, work, "kk", SpokenMode.ORIGINAL, ["ru"], runtime=120)
    dub = versions.add_version(session, work, "zh-Hans", SpokenMode.DUBBED)
    copy = copies.add(session, work, "DCP A", version_id=version, ready_from=datetime(2026, 10, 1, tzinfo=UTC))
    programme = programmes.add(session, FourNames(en="Film Week"), FIRST, LAST, halls=[one, two])
    strand = programmes.add_strand(session, programme, FourNames(en="Classics"))
    entry = programmes.add_entry(
        session,
        programme,
        work,
        state=SlateState.CONFIRMED,
        showings=2,
        strand=strand,
        version=version,
        intro=10,
        qa=20,
    )
    second = programmes.add_entry(session, programme, other)
    return Week(venue, one, two, strange, work, other, version, dub, copy, programme, strand, entry, second)


def refused(store: Store, operation: object, *args: object, **facts: object) -> str:
    """The message of a refusal that changed nothing."""
    before = records(store)
    with pytest.raises(UserError) as refusal:
        do(store, operation, *args, **facts)  # type: ignore[arg-type]
    assert records(store) == before
    return refusal.value.phrase.message
