"""The works a typed query finds."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.domain.columns import passing
from app.domain.queries import Query
from app.store.search import matching_works
from app.store.work_texts import works_by_texts
from app.store.work_traits import columns


def found_by(session: Session, query: Query, ids: Sequence[int], today: date) -> list[int]:
    """Those of `ids` that a query finds, in the order given."""
    left = list(ids)
    if query.words:
        some = matching_works(session, query.words)
        left = [work for work in left if work in some]
    if query.filter.texts:
        stay, leave = works_by_texts(session, query.filter.texts)
        left = [work for work in left if (stay is None or work in stay) and work not in leave]
    if query.filter.active:
        left = passing(left, columns(session, today, timed=query.filter.asks_times), query.filter)
    return left
