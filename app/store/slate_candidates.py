"""Which titles of the catalogue could still go into a slate."""

from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.store.search import matching_works
from app.store.slate_rows import taken_works
from app.store.work_order import title_order
from app.store.work_rows import WorkRow, work_rows

MOST = 300
"""Lines shown at once; who seeks more narrows the search."""


class Candidates(NamedTuple):
    """The first titles found in the order of the language, and how many there are in all."""

    rows: tuple[WorkRow, ...]
    total: int


def candidates(session: Session, programme: int, words: str, language: str, today: date) -> Candidates:
    """The titles that `words` find (all for '') and that are not in the slate yet."""
    taken = taken_works(session, programme)
    ids = [work for work in title_order(session, language) if work not in taken]
    if words.strip():
        found = matching_works(session, words)
        ids = [work for work in ids if work in found]
    return Candidates(tuple(work_rows(session, language, ids[:MOST], today)), len(ids))
