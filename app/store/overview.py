"""What Home tells of a library: rights that end soon, names and versions that are missing, the latest steps."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain import rights as rights_domain
from app.domain.kinds import LANGUAGES, RightsState, Use
from app.domain.names import WORDLESS
from app.store import history
from app.store.faces import Face
from app.store.history import ChangeRow, Past
from app.store.parts import in_catalogue
from app.store.rights import Rights
from app.store.work_rows import windows
from app.store.works import Subtitle, Version, Work

HORIZON = timedelta(days=120)
"""How far ahead Home looks for rights that end."""

MOST_ENDINGS = 4


class Ending(NamedTuple):
    """A work whose rights in `territory` end: on `until`, in `days`."""

    work: int
    title: str
    until: date
    days: int
    territory: str


class Gaps(NamedTuple):
    """How many works there are, how many lack a name in a language, and how many nobody can hear or read in Kazakh."""

    works: int
    names: Mapping[str, int]
    kazakh_version: int


class Edit(NamedTuple):
    """A step of the history with the tables it touched."""

    past: Past
    tables: frozenset[str]


def rights_ending(
    session: Session, language: str, today: date, *, territory: str = "KZ", use: Use | None = None
) -> list[Ending]:
    """The works whose rights in `territory` end within four months, the next to end first."""
    soon = select(Rights.work_id).where(
        Rights.state == RightsState.CLEARED, Rights.ends >= today, Rights.ends <= today + HORIZON
    )
    works = sorted(set(session.scalars(soon)))
    titles = select(Face.work_id, Face.title).where(Face.language == language, Face.work_id.in_(works))
    shown = dict(session.execute(titles).all())
    found = []
    for work, allowed in windows(session, works).items():
        standing = rights_domain.status(allowed, today, territory, use)
        if standing.until and standing.days_left is not None and today <= standing.until <= today + HORIZON:
            found.append(Ending(work, shown.get(work, ""), standing.until, standing.days_left, territory))
    return sorted(found, key=lambda ending: (ending.until, ending.work))[:MOST_ENDINGS]


def gaps(session: Session) -> Gaps:
    """What the catalogue lacks to be read and heard everywhere."""
    ours = in_catalogue()
    missing = select(Face.language, func.count()).join(Work, Work.id == Face.work_id).where(Face.borrowed, ours)
    missing = missing.group_by(Face.language)
    names = dict.fromkeys(LANGUAGES, 0) | dict(session.execute(missing).all())
    heard = select(Version.work_id).where(
        or_(Version.language == "kk", Version.language.like("kk-%"), Version.language.in_(WORDLESS))
    )
    read = select(Version.work_id).join(Subtitle, Subtitle.version_id == Version.id)
    read = read.where(or_(Subtitle.language == "kk", Subtitle.language.like("kk-%")))
    unheard = select(func.count()).select_from(Work).where(ours, Work.id.not_in(heard.union(read)))
    works = session.scalar(select(func.count()).select_from(Work).where(ours)) or 0
    return Gaps(works, names, session.scalar(unheard) or 0)


def latest_edits(session: Session, limit: int = 7) -> list[Edit]:
    """The newest steps of the history, each with the tables it touched."""
    steps = history.recent(session, limit)
    touched: defaultdict[int, set[str]] = defaultdict(set)
    query = select(ChangeRow.step_id, ChangeRow.table_name).where(ChangeRow.step_id.in_([past.step for past in steps]))
    for step, table in session.execute(query.distinct()):
        touched[step].add(table)
    return [Edit(past, frozenset(touched[past.step])) for past in steps]
