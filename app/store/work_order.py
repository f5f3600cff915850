"""The works in the order one wants to see them."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.sorting import BY_TITLE, NONE, TIMES, TITLE, Level, Place, in_order
from app.store.faces import Face
from app.store.work_rows import bare
from app.store.work_traits import columns


def sorted_ids(
    session: Session,
    language: str,
    order: Sequence[Level] = BY_TITLE,
    *,
    today: date = date.min,
    places: Mapping[str, Place] = NONE,
) -> list[int]:
    """All works by the levels of `order` (see `sorting`), what is even by the titles of a language.

    `today` matters to the order by rights. Who keeps the traits of the works sorts them by `sorting.in_order`.
    """
    titles = title_order(session, language)
    if tuple(order) == BY_TITLE:
        return titles
    if tuple(order) == ((TITLE, True),):
        return titles[::-1]
    timed = any(by in TIMES for by, _down in order)
    return in_order(titles, columns(session, max(today, date(1970, 1, 1)), timed=timed), order, places)


def title_order(session: Session, language: str) -> list[int]:
    """All works in the order of a language's titles."""
    query = select(Face.work_id).where(Face.language == language).order_by(Face.sort_key, Face.work_id)
    return [work for (work,) in bare(session, query)]


def title_after(session: Session, language: str, work: int) -> int | None:
    """The work whose title comes right behind that of `work`; None behind the last."""
    key = select(Face.sort_key).where(Face.language == language, Face.work_id == work).scalar_subquery()
    after = (Face.sort_key > key) | ((Face.sort_key == key) & (Face.work_id > work))
    query = select(Face.work_id).where(Face.language == language, Face.sort_key >= key, after)
    return session.scalar(query.order_by(Face.sort_key, Face.work_id).limit(1))
