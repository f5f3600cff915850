"""What people think of the titles of a slate, who shall be there, and which titles belong together."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds_of_plans import LinkKind
from app.errors import UserError
from app.operations import agents
from app.operations.slates import entry_of
from app.store.agents import Agent
from app.store.programmes import EntryGuest, EntryLink, Opinion
from app.words import N_

MOST_POINTS = 10
POINTS_WRONG = N_("Points go from 0 to {most}.")
AUTHOR_MISSING = N_("Enter whose opinion it is.")
NOTHING_SAID = N_("Give points or a note.")
WITH_ITSELF = N_("A title cannot be linked to itself.")
OTHER_SLATE = N_("Both titles must be on the same slate.")
TIED_ALREADY = N_("These two titles are already linked in this way.")
IN_A_CIRCLE = N_("Each of these titles would have to come before the other.")
NO_SUCH_PERSON = N_("This person is no longer in the catalogue.")
INVITED_ALREADY = N_("This guest is expected for the title already.")


def give_opinion(  # noqa: PLR0913 - whose, what and when
    session: Session, entry: int, author: str, points: int | None, note: str = "", *, now: datetime | None = None
) -> int:
    """Say what somebody thinks of a title, 0 to 10 points or a note; it takes the place of an earlier opinion."""
    entry_of(session, entry)
    author, note = " ".join(author.split()), note.strip()
    if not author:
        raise UserError(AUTHOR_MISSING)
    if points is not None and not 0 <= points <= MOST_POINTS:
        raise UserError(POINTS_WRONG, most=MOST_POINTS)
    if points is None and not note:
        raise UserError(NOTHING_SAID)
    row = session.scalar(select(Opinion).where(Opinion.entry_id == entry, Opinion.author == author))
    given = now or datetime.now(UTC).replace(microsecond=0)
    if row is None:
        row = Opinion(entry_id=entry, author=author, points=points, note=note, given=given)
        session.add(row)
    elif (row.points, row.note) != (points, note):
        row.points, row.note, row.given = points, note, given
    session.flush()
    return row.id


def withdraw_opinion(session: Session, opinion: int) -> None:
    """Take an opinion back."""
    session.delete(session.get_one(Opinion, opinion))


def tie(session: Session, entry: int, other: int, kind: LinkKind) -> int:
    """Let `entry` come before `other`, or keep the two apart; the tie's id."""
    one, two = entry_of(session, entry), entry_of(session, other)
    if entry == other:
        raise UserError(WITH_ITSELF)
    if one.programme_id != two.programme_id:
        raise UserError(OTHER_SLATE)
    pairs = [(entry, other)] if kind is LinkKind.BEFORE else [(entry, other), (other, entry)]
    for first, second in pairs:
        same = (EntryLink.entry_id == first, EntryLink.other_id == second, EntryLink.kind == kind)
        if session.scalar(select(EntryLink.id).where(*same)) is not None:
            raise UserError(TIED_ALREADY)
    if kind is LinkKind.BEFORE and entry in _after(session, other):
        raise UserError(IN_A_CIRCLE)
    row = EntryLink(entry_id=entry, other_id=other, kind=kind)
    session.add(row)
    session.flush()
    return row.id


def untie(session: Session, link: int) -> None:
    """Let two titles be free of one another."""
    session.delete(session.get_one(EntryLink, link))


def expect_guest(session: Session, entry: int, agent: int) -> int:
    """Expect somebody at the shows of a title; the guest's id."""
    entry_of(session, entry)
    if session.get(Agent, agent) is None:
        raise UserError(NO_SUCH_PERSON)
    there = select(EntryGuest.id).where(EntryGuest.entry_id == entry, EntryGuest.agent_id == agent)
    if session.scalar(there) is not None:
        raise UserError(INVITED_ALREADY)
    row = EntryGuest(entry_id=entry, agent_id=agent)
    session.add(row)
    session.flush()
    return row.id


def excuse_guest(session: Session, guest: int) -> None:
    """Expect somebody no longer."""
    session.delete(session.get_one(EntryGuest, guest))


def _after(session: Session, entry: int) -> set[int]:
    """The entries that must come after this one, in however many steps."""
    links = select(EntryLink.entry_id, EntryLink.other_id).where(EntryLink.kind == LinkKind.BEFORE)
    follow: dict[int, list[int]] = {}
    for first, second in session.execute(links):
        follow.setdefault(first, []).append(second)
    found: set[int] = set()
    todo = [entry]
    while todo:
        for second in follow.get(todo.pop(), ()):
            if second not in found:
                found.add(second)
                todo.append(second)
    return found


def expect_somebody_new(session: Session, entry: int, name: str) -> int:
    """Enter somebody new and expect them at the shows of a title; the guest's id."""
    return expect_guest(session, entry, agents.add(session, name))
