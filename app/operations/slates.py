"""What one can do to a slate: put titles in, move them between its columns, correct their facts, take them out."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import SlateState
from app.errors import UserError
from app.operations import screenings
from app.operations.records import set_facts
from app.store.programmes import EntryGuest, EntryLink, Opinion, Programme, SlateEntry, Strand
from app.store.screenings import Part, Screening
from app.store.works import Version
from app.words import N_

SHOWINGS_WRONG = N_("Choose between 1 and {most} showings.")
MOST_SHOWINGS = 99
ALREADY_IN_SLATE = N_("This title is already on the slate.")
ALL_IN_SLATE = N_("These titles are already on the slate.")
NOT_IN_SLATE = N_("This title is no longer on the slate.")
REASON_MISSING = N_("Give a reason for declining, so that others understand it later.")
LOCKED_SHOW = N_("A show of this title is locked on the schedule. Unlock it first.")
TAIL_WRONG = N_("Choose between 0 and {most} minutes.")
LONGEST_TAIL = 240
EXPECTED_WRONG = N_("Choose an audience between 0 and {most}.")
MOST_EXPECTED = 1_000_000
FEE_WRONG = N_("A fee cannot be negative.")
STRANGE_VERSION = N_("This version belongs to another title.")
STRANGE_STRAND = N_("This strand belongs to another programme.")


def add(  # noqa: PLR0913 - what, and where it goes
    session: Session,
    programme: int,
    works: Sequence[int],
    state: SlateState = SlateState.LONGLIST,
    *,
    strand: int | None = None,
    reason: str = "",
) -> list[int]:
    """Put works at the end of a column; those in the slate already are left where they are. The new entries' ids."""
    there = set(session.scalars(select(SlateEntry.work_id).where(SlateEntry.programme_id == programme)))
    new = [work for work in dict.fromkeys(works) if work not in there]
    if not new:
        raise UserError(ALL_IN_SLATE if len(works) > 1 else ALREADY_IN_SLATE)
    if state is SlateState.DECLINED and not reason.strip():
        raise UserError(REASON_MISSING)
    column = _column(session, programme, state)
    rows = [
        SlateEntry(programme_id=programme, work_id=work, state=state, reason=reason.strip(), showings=1)
        for work in new
    ]  # fmt: skip
    for row in rows:
        set_entry_facts(session, row, strand_id=strand)
        session.add(row)
    _number([*column, *rows])
    session.flush()
    return [row.id for row in rows]


def add_entry(  # noqa: PLR0913 - a slate entry's own facts
    session: Session,
    programme: int,
    work: int,
    *,
    state: SlateState = SlateState.LONGLIST,
    showings: int = 1,
    strand: int | None = None,
    version: int | None = None,
    intro: int = 0,
    qa: int = 0,
    reason: str = "",
) -> int:
    """Put one work into the slate with its facts; its entry's id."""
    _check(showings=showings, intro=intro, qa=qa)
    entry = add(session, programme, [work], state, strand=strand, reason=reason)[0]
    row = entry_of(session, entry)
    set_entry_facts(session, row, showings=showings, version_id=version, intro=intro, qa=qa)
    session.flush()
    return entry


def move(
    session: Session, entries: Sequence[int], state: SlateState, place: int | None = None, *, reason: str = ""
) -> int:
    """Put entries into a column, in the order given, before the one now at `place` (0 first; None is the end).

    The reserve is ranked by its order. What is declined needs a reason. What is confirmed no longer leaves the
    schedule with its shows, unless one of them is locked; how many shows went.
    """
    rows = [entry_of(session, entry) for entry in dict.fromkeys(entries)]
    if not rows:
        return 0
    programme = rows[0].programme_id
    if state is SlateState.DECLINED and not reason.strip() and not all(row.reason for row in rows):
        raise UserError(REASON_MISSING)
    gone = sum(_unschedule(session, row) for row in rows if _leaves(row, state))
    left = {row.state for row in rows} - {state}
    column = _column(session, programme, state)
    moving = {row.id for row in rows}
    before = [row for row in column[: len(column) if place is None else max(0, place)] if row.id not in moving]
    after = [row for row in column if row not in before and row.id not in moving]
    for row in rows:
        if state is not SlateState.DECLINED:
            row.reason = ""
        elif reason.strip():
            row.reason = reason.strip()
        if state is not SlateState.RESERVE:
            row.rank = None
        row.state = state
    _number([*before, *rows, *after])
    for other in left:
        _number([row for row in _column(session, programme, other) if row.id not in moving])
    session.flush()
    return gone


def change_entry(session: Session, entry: int, **facts: Any) -> None:
    """Correct a slate entry: showings, strand_id, version_id, intro, qa, note, reason, audience_kind, premiere ...

    Another `state` is another column, with all that `move` brings.
    """
    row = entry_of(session, entry)
    state = facts.pop("state", row.state)
    if facts:
        set_entry_facts(session, row, **facts)
    if row.state is SlateState.DECLINED and state is SlateState.DECLINED and not row.reason:
        raise UserError(REASON_MISSING)
    if state is not row.state:
        move(session, [entry], state, reason=row.reason)


def change_entries(session: Session, entries: Sequence[int], **facts: Any) -> None:
    """Correct the same facts of several entries."""
    for entry in entries:
        change_entry(session, entry, **facts)


def remove(session: Session, entries: Sequence[int]) -> None:
    """Take entries out of the slate with their opinions, guests and ties, and their shows out of the schedule."""
    touched = set()
    for entry in entries:
        row = entry_of(session, entry)
        touched.add((row.programme_id, row.state))
        shown = _parts(session, row)
        screenings.withdraw(session, shown)
        screenings.let_go(session, entry)
        for table, lead in _OWNED:
            for own in session.scalars(select(table).where(lead == entry)):
                session.delete(own)
        session.flush()
        session.delete(row)
        session.flush()
    for programme, state in touched:
        _number(_column(session, programme, state))


def remove_entry(session: Session, entry: int) -> None:
    """Take one work out of the slate."""
    remove(session, [entry])


def set_entry_facts(session: Session, row: SlateEntry, **facts: Any) -> None:
    """Set facts of an entry; a value that cannot be raises `UserError` and nothing is set."""
    _check(**facts)
    if facts.get("version_id") is not None:
        version = session.get(Version, facts["version_id"])
        if version is None or version.work_id != row.work_id:
            raise UserError(STRANGE_VERSION)
    if facts.get("strand_id") is not None:
        strand = session.get(Strand, facts["strand_id"])
        if strand is None or strand.programme_id != row.programme_id:
            raise UserError(STRANGE_STRAND)
    set_facts(row, **facts)


def entries_of(session: Session, programme: int) -> Sequence[SlateEntry]:
    """The rows of a slate."""
    return session.scalars(select(SlateEntry).where(SlateEntry.programme_id == programme).order_by(SlateEntry.id)).all()


def entry_of(session: Session, entry: int) -> SlateEntry:
    """The row of an entry; `UserError` if it is gone."""
    row = session.get(SlateEntry, entry)
    if row is None:
        raise UserError(NOT_IN_SLATE)
    return row


_OWNED = (
    (Opinion, Opinion.entry_id), (EntryGuest, EntryGuest.entry_id),
    (EntryLink, EntryLink.entry_id), (EntryLink, EntryLink.other_id),
)  # fmt: skip


def _check(**facts: Any) -> None:
    if "showings" in facts and not 1 <= facts["showings"] <= MOST_SHOWINGS:
        raise UserError(SHOWINGS_WRONG, most=MOST_SHOWINGS)
    for name in ("intro", "qa"):
        if name in facts and not 0 <= facts[name] <= LONGEST_TAIL:
            raise UserError(TAIL_WRONG, most=LONGEST_TAIL)
    if facts.get("expected") is not None and not 0 <= facts["expected"] <= MOST_EXPECTED:
        raise UserError(EXPECTED_WRONG, most=MOST_EXPECTED)
    if facts.get("fee") is not None and facts["fee"] < 0:
        raise UserError(FEE_WRONG)


def _column(session: Session, programme: int, state: SlateState) -> list[SlateEntry]:
    session.get_one(Programme, programme)
    query = select(SlateEntry).where(SlateEntry.programme_id == programme, SlateEntry.state == state)
    return list(session.scalars(query.order_by(SlateEntry.position, SlateEntry.id)))


def _number(column: Sequence[SlateEntry]) -> None:
    """Places from 0 without gaps; in the reserve ranks from 1."""
    for place, row in enumerate(column):
        if row.position != place:
            row.position = place
        rank = place + 1 if row.state is SlateState.RESERVE else None
        if row.rank != rank:
            row.rank = rank


def _leaves(row: SlateEntry, state: SlateState) -> bool:
    return row.state is SlateState.CONFIRMED and state is not SlateState.CONFIRMED


def _unschedule(session: Session, row: SlateEntry) -> int:
    """Take the shows of an entry off the schedule; how many. A block keeps its other films."""
    parts = _parts(session, row)
    shows = {part.screening_id for part in parts}
    if any(session.get_one(Screening, show).locked for show in shows):
        raise UserError(LOCKED_SHOW)
    screenings.withdraw(session, parts)
    screenings.let_go(session, row.id)
    return len(shows)


def _parts(session: Session, row: SlateEntry) -> Sequence[Part]:
    """Where the title is shown in this programme."""
    query = select(Part).join(Screening, Part.screening_id == Screening.id)
    here = (Screening.programme_id == row.programme_id, Part.work_id == row.work_id)
    return session.scalars(query.where(*here)).all()
