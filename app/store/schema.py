"""Every table of a library in one place: what the migrations must equal."""

from sqlalchemy import MetaData

from app.store import (
    agents,
    attachments,
    bookings,
    careers,
    clearances,
    copies,
    evidence,
    faces,
    filters,
    history,
    judgements,
    library,
    plans,
    programmes,
    rights,
    rulings,
    screenings,
    synopses,
    tours,
    venues,
    works,
)
from app.store.base import Base

_TABLES = (
    agents, attachments, bookings, careers, clearances, copies, evidence, faces, filters, history, judgements,
    library, plans, programmes, rights, rulings, screenings, synopses, tours, venues, works,
)  # fmt: skip


def metadata() -> MetaData:
    """The metadata with every table module loaded."""
    assert all(module.__name__ for module in _TABLES)
    return Base.metadata
