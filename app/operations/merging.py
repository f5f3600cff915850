"""Making one title of two: everything that led to the one that goes leads to the one that stays."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Table, UniqueConstraint, select
from sqlalchemy.orm import Session

from app.domain.kinds import Confidence, NameType
from app.domain.merging import FACTS, TEXTS, Side, differences, given_up, settled, together
from app.domain.names import plain
from app.errors import UserError
from app.operations.works import work_of
from app.store.base import Base
from app.store.evidence import Claim
from app.store.judgements import DistinctPair
from app.store.programmes import EntryLink
from app.store.schema import metadata
from app.store.works import Work
from app.words import N_

SAME = N_("A title cannot be merged with itself.")
KIN = N_("A series cannot be merged with its own season or episode.")

_ALIKE: Mapping[str, tuple[str, ...]] = {
    "name": ("text", "language"),
    "work_country": ("country",),
    "credit": ("agent_id", "role", "version_id", "character"),
    "attachment": ("digest", "kind"),
    "identifier": ("scheme", "value"),
    "synopsis": ("language", "kind", "text"),
    "rating": ("territory", "mark"),
    "claim": ("fact", "value", "source"),
    "left_as_it_is": ("code", "about"),
}
"""By what two rows are the same thing entered twice; of other tables, by all columns that are their own."""

_ORDERED = frozenset({"name", "work_country", "version", "subtitle", "credit", "synopsis", "attachment"})
"""Tables whose rows have their place among those of the same owner: what comes from the other comes last."""

_PLACED = frozenset({"position", "preferred", "reading_auto"})
"""Columns that tell nothing of what a row is."""


class Lead(NamedTuple):
    """A column that leads to a table: rows of `model` hang on what its `column` says."""

    model: type[Any]
    column: str


def merge(
    session: Session, keep: int, gone: int, choices: Mapping[str, Side] | None = None, *, claims: bool = True
) -> None:
    """Make one title of two; `choices` tell whose value of a fact stays, otherwise the one that is not empty.

    What both have is there once. With `claims` the values that give way are kept as what
    another source says. Raises `UserError` if one of them is part of the other.
    """
    one, other = work_of(session, keep), work_of(session, gone)
    if keep == gone:
        raise UserError(SAME)
    if keep in _above(session, other) or gone in _above(session, one):
        raise UserError(KIN)
    _settle(session, one, other, choices or {}, claims=claims)
    _one_original(one, other)
    _forget_pairs(session, keep, gone)
    _rehang(session, Work.__table__, gone, keep)  # type: ignore[arg-type]  # a table
    for tie in session.scalars(select(EntryLink).where(EntryLink.entry_id == EntryLink.other_id)).all():
        session.delete(tie)  # they were two titles of one slate
    session.refresh(other)
    session.delete(other)
    session.flush()
    session.expire(one)


def _above(session: Session, work: Work) -> set[int]:
    """The season and series a work belongs to."""
    found: set[int] = set()
    while work.parent_id is not None and work.parent_id not in found:
        found.add(work.parent_id)
        work = session.get_one(Work, work.parent_id)
    return found


def _settle(session: Session, keep: Work, gone: Work, choices: Mapping[str, Side], *, claims: bool) -> None:
    """The facts of the title itself."""
    found = differences({fact: getattr(keep, fact) for fact in FACTS}, {fact: getattr(gone, fact) for fact in FACTS})
    if claims:
        for fact, value in given_up(found, choices).items():
            source = gone.source if value == getattr(gone, fact) else keep.source
            session.add(
                Claim(work_id=keep.id, fact=fact, value=str(value), source=source, confidence=Confidence.MEDIUM)
            )
    for fact, value in settled(found, choices).items():
        setattr(keep, fact, value)
    for text in TEXTS:
        setattr(keep, text, together(getattr(keep, text), getattr(gone, text)))
    if keep.parent_id is None and gone.parent_id is not None:
        keep.parent_id, keep.number, keep.level = gone.parent_id, gone.number, gone.level
    session.flush()


def _one_original(keep: Work, gone: Work) -> None:
    """What was the original title, or the name shown, of the one that goes, is a further name of the other."""
    has_original = any(name.type is NameType.ORIGINAL for name in keep.names)
    known = {plain(name.language) for name in keep.names}
    for name in gone.names:
        if has_original and name.type is NameType.ORIGINAL and not keep.co_production:
            name.type = NameType.ALTERNATIVE
        if plain(name.language) in known:
            name.preferred = False


def _forget_pairs(session: Session, keep: int, gone: int) -> None:
    """Whether the one that goes was another title than a third is settled with it."""
    pairs = select(DistinctPair).where((DistinctPair.work_id == gone) | (DistinctPair.other_id == gone))
    for pair in session.scalars(pairs).all():
        third = pair.other_id if pair.work_id == gone else pair.work_id
        session.delete(pair)
        if third != keep:
            first, second = sorted((third, keep))
            session.add(DistinctPair(work_id=first, other_id=second))
    session.flush()


def _leads() -> dict[str, list[Lead]]:
    """For each table the columns that lead to it: read off the foreign keys, so that none is forgotten."""
    models = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    found: dict[str, list[Lead]] = {}
    for table in metadata().sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                if table in models and table.name not in ("step", "change"):
                    found.setdefault(key.column.table.name, []).append(Lead(models[table], column.name))
    return found


def _rehang(session: Session, table: Table, gone: int, keep: int) -> None:
    """Let all rows that lead to one row lead to another; what is there twice then is made one, all the way down."""
    for model, column in _leads().get(table.name, ()):
        there = list(session.scalars(select(model).where(getattr(model, column) == keep)))
        for row in session.scalars(select(model).where(getattr(model, column) == gone)).all():
            twin = next((other for other in there if other is not row and _same(row, other, column)), None)
            if twin is None:
                setattr(row, column, keep)
                if model.__tablename__ in _ORDERED:
                    row.position = 1 + max((other.position for other in there), default=-1)
                there.append(row)
            else:
                _rehang(session, model.__table__, row.id, twin.id)
                _complete(twin, row)
                session.flush()
                session.refresh(row)
                session.delete(row)
            session.flush()


def _same(row: Any, other: Any, column: str) -> bool:
    """Whether two rows are one thing entered twice, or the table lets there be only one of both."""
    table: Table = row.__table__
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint) and column in constraint.columns:
            rest = [own.name for own in constraint.columns if own.name != column]
            if all(getattr(row, name) == getattr(other, name) for name in rest):
                return True
    if table.name in ("work", "part", "screening"):
        return False
    own = [name for name in table.columns.keys() if name not in {"id", column, *_PLACED}]  # noqa: SIM118 - a collection
    alike = _ALIKE.get(table.name, own)
    if any(getattr(row, name) != getattr(other, name) for name in alike if name != column):
        return False
    return table.name != "version" or _subtitled(row) == _subtitled(other)


def _subtitled(version: Any) -> set[tuple[str, str]]:
    return {(subtitle.language, subtitle.kind) for subtitle in version.subtitles}


def _complete(twin: Any, row: Any) -> None:
    """What the row that stays does not say and the other does: a reading, a share, a note."""
    for column in row.__table__.columns:
        value = getattr(row, column.name)
        if column.name == "reading" and row.reading and not row.reading_auto and twin.reading_auto:
            twin.reading, twin.reading_auto = row.reading, False
        elif not column.foreign_keys and getattr(twin, column.name) in (None, "") and value not in (None, ""):
            setattr(twin, column.name, value)
