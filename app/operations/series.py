"""What one can do to series: add seasons and episodes, number them, take titles in and let them stand by themselves."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.kinds import Level, NameType
from app.domain.parts import MOST_AT_ONCE, SERIAL
from app.errors import UserError
from app.operations import works
from app.operations.works import work_of
from app.store.parts import tree
from app.store.search import find
from app.store.works import Work
from app.words import N_

TOO_MANY = N_("Between 1 and {most} can be added at one time.")
NO_SEASONS_THERE = N_("Seasons belong to a series, not to a season or an episode.")
NO_EPISODES_THERE = N_("An episode has no episodes of its own.")
ITSELF = N_("A title cannot belong to itself or to a part of its own.")
NO_SERIES = N_("There is no series “{name}”.")
SEVERAL_SERIES = N_("Several series fit: {names}. Type more of the name.")
MOST_LOOKED_AT = 200
NUMBER_WRONG = N_("Numbers of seasons and episodes begin with 1.")


def add_parts(session: Session, work: int, level: Level, count: int, *, runtime: int | None = None) -> list[int]:
    """Add `count` seasons or episodes below a series or a season, numbered on from the last; their ids.

    They need no names of their own: each is called after its series and number.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise UserError(TOO_MANY, most=MOST_AT_ONCE)
    row = work_of(session, work)
    _check_place(row, level)
    last = _last_number(session, work, level)
    made = [
        Work(kind=row.kind, level=level, parent_id=work, number=last + place, year=row.year, runtime=runtime,
             age_mark=row.age_mark, sample=row.sample)
        for place in range(1, count + 1)
    ]  # fmt: skip
    session.add_all(made)
    session.flush()
    return [part.id for part in made]


def number(session: Session, work: int, value: int | None) -> None:
    """Give a season or an episode its number."""
    if value is not None and value < 1:
        raise UserError(NUMBER_WRONG)
    work_of(session, work).number = value


def name_part(session: Session, work: int, tag: str, text: str) -> None:
    """Give a season or an episode a name of its own; with '' it has none and is called after its series again."""
    row = work_of(session, work)
    if not text.strip():
        row.names = []
    elif row.names:
        works.rename(session, work, tag, text)
    else:
        works.add_name(session, work, text, tag, NameType.ORIGINAL)


def place_under(session: Session, work: int, series: int, level: Level) -> None:
    """Make a title that stands by itself a season or an episode of a series, the last for now."""
    row, owner = work_of(session, work), work_of(session, series)
    below = tree(session, work)
    if series == work or series in {part for parts in below.values() for part in parts}:
        raise UserError(ITSELF)
    _check_place(owner, level)
    if below and level is Level.EPISODE:
        raise UserError(NO_EPISODES_THERE)
    row.number = 1 + _last_number(session, series, level)
    row.parent_id, row.level = series, level


def place_in(session: Session, work: int, called: str, language: str) -> int:
    """Make a title the last episode of the series that is found by `called`, a name in any script; the series' id."""
    own = {work, *(part for parts in tree(session, work).values() for part in parts)}
    hits = [hit for hit in find(session, called, language, 0) if hit.kind == "work" and hit.id not in own]
    rows = {hit.id: session.get_one(Work, hit.id) for hit in hits[:MOST_LOOKED_AT]}
    fit = [hit for hit in hits if hit.id in rows and _is_series(rows[hit.id])]
    best = [hit for hit in fit if hit.rank == fit[0].rank]
    if not best:
        raise UserError(NO_SERIES, name=called.strip())
    if len(best) > 1:
        raise UserError(SEVERAL_SERIES, names=", ".join(hit.name for hit in best[:4]))
    place_under(session, work, best[0].id, Level.EPISODE)
    return best[0].id


def _is_series(row: Work) -> bool:
    return row.kind in SERIAL and row.level is not Level.EPISODE


def release(session: Session, work: int) -> None:
    """Let a season or an episode stand by itself; it needs a name for that."""
    row = work_of(session, work)
    if not row.names:
        raise UserError(N_("Give it a name first: by itself it has none."))
    row.parent_id, row.level, row.number = None, Level.WORK, None


def _check_place(owner: Work, level: Level) -> None:
    if owner.level is Level.EPISODE:
        raise UserError(NO_EPISODES_THERE)
    if level is Level.SEASON and owner.level is not Level.WORK:
        raise UserError(NO_SEASONS_THERE)


def _last_number(session: Session, work: int, level: Level) -> int:
    query = select(func.max(Work.number)).where(Work.parent_id == work, Work.level == level)
    return session.scalar(query) or 0
