"""What one can do with a file that was read: see what it would change, then bring it in as one step."""

from collections.abc import Sequence
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.enrichment import joined
from app.domain.proposals import Proposal, ProposedTitle, RowTrouble
from app.errors import UserError
from app.operations import import_screenings, import_titles
from app.operations.import_plan import (
    Answer,
    Choices,
    Fate,
    Imported,
    OnDuplicate,
    Plan,
    Progress,
    RowPlan,
)  # fmt: skip
from app.operations.import_screenings import Finder
from app.operations.import_writing import Titles
from app.store import likenesses
from app.store.bulk import keep_in_memory
from app.store.filters import KnownFile
from app.store.journal import Pace
from app.words import N_, Phrase, phrase

__all__ = ["Answer", "Choices", "Fate", "Imported", "OnDuplicate", "Plan", "carry_out", "plan", "step_name"]

CHUNK = 500
"""Titles gathered before they are written."""

TOLD = 1000
"""Ids of new works that are told."""

BACKUP_FROM = 100
"""Rows from which a backup is made before an import."""

MOST_TITLES = 100_000
"""Titles of one step: what it and its undo hold of them in memory is up to a gigabyte."""

TOO_MANY = N_("This is more than one step can hold: {n} titles. Divide the file into parts of at most {most}.")
RIGHTS_STAND = N_("Other rights for this territory are in the library already. These are left out: compare them.")
NOTHING = N_("There is nothing to import in this file.")


def step_name(file: str) -> Phrase:
    """What the step is called in the menu."""
    return phrase(N_("Import {file}"), file=file)


def _silent(_done: int, _total: int) -> None:
    """Nobody waits."""


def plan(session: Session, proposal: Proposal, choices: Choices, progress: Progress = _silent) -> Plan:
    """A dry run of `proposal`: what would become of each row. Nothing is changed."""
    titles = proposal.titles
    if len(titles) > MOST_TITLES:
        raise UserError(TOO_MANY, n=len(titles), most=MOST_TITLES)
    rows = import_titles.planned(session, titles, choices, progress)
    if not proposal.screenings:
        return Plan(proposal, choices, rows, troubles=_in_order((*proposal.troubles, *_passed(rows))))
    finder = Finder(session, choices.programme, titles)
    for row in rows:
        if row.twin < 0:
            finder.list(row, import_titles.seen(titles[row.place]))
    shows = import_screenings.planned(session, proposal.screenings, choices, finder, progress)
    days = [show.day for show in shows.shows if show.fate is Fate.ADD]
    return Plan(
        proposal,
        choices,
        rows,
        shows.shows,
        shows.new_titles,
        shows.new_venues,
        shows.new_halls,
        (min(days), max(days)) if days else None,
        _in_order((*proposal.troubles, *_passed(rows), *shows.troubles)),
    )


def _passed(rows: Sequence[RowPlan]) -> list[RowTrouble]:
    """What is told of rights that are not taken over."""
    return [
        RowTrouble(row.row, "", phrase(RIGHTS_STAND), ", ".join(row.passed), fatal=False)
        for row in rows
        if row.passed and row.fate is not Fate.ADD
    ]


def _in_order(troubles: Sequence[RowTrouble]) -> tuple[RowTrouble, ...]:
    return tuple(sorted(troubles, key=lambda trouble: trouble.row))


def carry_out(session: Session, plan: Plan, progress: Progress = _silent) -> Imported:
    """Do what was planned, in this transaction; `UserError` if there is nothing to do.

    A title that has gone meanwhile is left out. What `progress` raises leaves nothing behind,
    also while what follows from the rows is derived.
    """
    if plan.empty:
        raise UserError(NOTHING)
    keep_in_memory(session)
    going = [row for row in plan.rows if row.fate in (Fate.ADD, Fate.UPDATE) and row.twin < 0]
    pace = Pace.set(session, progress, len(going) * 3 + len(plan.new_titles) * 3 + len(plan.shows))
    added, updated = _titles(session, plan, going, pace)
    programme, placed = None, 0
    if plan.days is not None:
        programme, placed = import_screenings.place(session, plan, added, lambda _done, _total: pace.step(1))
    _remember(session, plan.choices)
    return _told(plan, added, updated, programme, placed)


def _told(plan: Plan, added: dict[int, int], updated: int, programme: int | None, placed: int) -> Imported:
    new = tuple(islice(added.values(), TOLD))
    return Imported(
        plan.proposal.read,
        placed if plan.shows else len(added),
        updated,
        plan.count(Fate.SKIP) - plan.refused,
        len(plan.asks),
        len(added),
        placed,
        programme,
        new,
    )


def _titles(session: Session, plan: Plan, going: Sequence[RowPlan], pace: Pace) -> tuple[dict[int, int], int]:
    """(the ids of new works by their place, how many known ones were updated)."""
    writer = Titles(session, plan.choices.file)
    repeats = import_titles.repeats(plan.rows)
    added: dict[int, int] = {}
    updated = 0
    flow = iter(going)
    while some := list(islice(flow, CHUNK)):
        titles = {row.place: _whole(plan.proposal.titles, row.place, repeats.get(row.place, ())) for row in some}
        writer.meet(titles.values())
        known = likenesses.known_titles(session, [row.work for row in some if row.fate is Fate.UPDATE and row.work])
        for row in some:
            if row.fate is Fate.ADD:
                added[row.place] = writer.add(titles[row.place])
            elif row.work in known:
                updated += bool(writer.enrich(known[row.work], titles[row.place]))
        writer.write()
        pace.step(len(some))
    first = len(plan.proposal.titles)
    for place, name in enumerate(plan.new_titles, first):
        added[place] = writer.add(ProposedTitle(0, (name,)))
    writer.write()
    return added, updated


def _whole(titles: Sequence[ProposedTitle], place: int, repeats: Sequence[int]) -> ProposedTitle:
    """A title with what later rows say of it."""
    whole = titles[place]
    for later in repeats:
        whole = joined(whole, titles[later])
    return whole


def _remember(session: Session, choices: Choices) -> None:
    """Keep how this kind of file is read, for the next one."""
    if not choices.signature or not choices.reading:
        return
    row = session.scalars(select(KnownFile).where(KnownFile.signature == choices.signature)).first()
    if row is None:
        session.add(KnownFile(signature=choices.signature, name=choices.file, reading=choices.reading))
    elif row.reading != choices.reading:
        row.reading = choices.reading
