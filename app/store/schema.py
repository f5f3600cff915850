"""Every table of a library in one place: what the migrations must equal."""

from sqlalchemy import MetaData

from app.store import (
    agents,
    attachments,
    careers,
    clearances,
    copies,
    evidence,
    faces,
    filters,
    history,
    judgements,
    library,
    programmes,
    rights,
    screenings,
    synopses,
    venues,
    works,
)
from app.store.base import Base

_TABLES = (
    agents, attachments, careers, clearances, copies, evidence, faces, filters, history, judgements, library,
    programmes, rights, screenings, synopses, venues, works,
)  # fmt: skip


def metadata() -> MetaData:
    """The metadata with every table module loaded."""
    assert all(module.__name__ for module in _TABLES)
    return Base.metadata
