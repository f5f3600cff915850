"""What one can do to people and organisations: enter, correct, name, post, merge two that are one, delete."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.chinese import reading
from app.domain.kinds import AgentKind, AgentNameType
from app.domain.scripts import clean_name, guess_language_tag
from app.errors import UserError
from app.operations import people_at_shows
from app.operations.records import set_facts
from app.store.agents import Agent, AgentName, Credit, Post
from app.store.careers import Award
from app.store.schedule_people import taken_part
from app.words import N_, counted

NAMELESS = N_("The name of somebody needs at least one letter.")
LAST_NAME = N_("A person or organisation needs at least one name. Change this one instead.")
POST_WRONG = N_("A post cannot end before it begins.")
POST_UNTITLED = N_("A post needs a title, such as Director of the studio.")
OWN_POST = N_("An organisation holds no post in itself.")
TAKES_PART = N_("“{name}” takes part in {programmes}. Remove them there first, or merge with another record.")
SAME = N_("These two are one record already.")


def add(
    session: Session, text: str, language: str = "", *, kind: AgentKind = AgentKind.PERSON, country: str = ""
) -> int:
    """Enter somebody by one name; without a `language` it is told from the letters. The id."""
    agent = Agent(kind=kind, country=country)
    agent.names = [_named(text, language)]
    session.add(agent)
    session.flush()
    return agent.id


def change(session: Session, agent: int, **facts: Any) -> None:
    """Correct somebody: kind, country, contact, notes."""
    set_facts(session.get_one(Agent, agent), **facts)


def add_name(
    session: Session,
    agent: int,
    text: str,
    language: str = "",
    type: AgentNameType = AgentNameType.NAME,  # noqa: A002 - the field's word
) -> int:
    """Add a name; its id. The first name is the one its bearer uses."""
    row = session.get_one(Agent, agent)
    name = _named(text, language)
    name.type = type
    name.position = max((other.position for other in row.names), default=-1) + 1
    row.names.append(name)
    session.flush()
    return name.id


def change_name(session: Session, name: int, **facts: Any) -> None:
    """Correct a name: text, language, type, reading. An automatic reading follows the text."""
    row = session.get_one(AgentName, name)
    automatic = row.reading == _reading(row.text, row.language)
    if "text" in facts:
        facts["text"] = _clean(facts["text"])
    set_facts(row, **facts)
    if "reading" not in facts and (automatic or not row.reading):
        row.reading = _reading(row.text, row.language)


def move_name(session: Session, name: int, place: int) -> None:
    """Put a name at `place` (0 is first) in the order of its bearer's names."""
    row = session.get_one(AgentName, name)
    order = [other for other in session.get_one(Agent, row.agent_id).names if other is not row]
    order.insert(max(0, min(place, len(order))), row)
    for position, other in enumerate(order):
        other.position = position


def remove_name(session: Session, name: int) -> None:
    """Take a name away; the last one stays."""
    row = session.get_one(AgentName, name)
    bearer = session.get_one(Agent, row.agent_id)
    if len(bearer.names) == 1:
        raise UserError(LAST_NAME)
    bearer.names.remove(row)


def add_post(session: Session, agent: int, title: str, **facts: Any) -> int:
    """Add a post: title, organisation (as written) or organisation_id, starts, ends; its id."""
    session.get_one(Agent, agent)
    row = Post(agent_id=agent, title=title.strip(), position=_last_place(session, agent))
    set_facts(row, **facts)
    _check(row)
    session.add(row)
    session.flush()
    return row.id


def change_post(session: Session, post: int, **facts: Any) -> None:
    """Correct a post."""
    row = session.get_one(Post, post)
    set_facts(row, **facts)
    _check(row)


def remove_post(session: Session, post: int) -> None:
    """Take a post away."""
    session.delete(session.get_one(Post, post))


def credit_count(session: Session, agent: int) -> int:
    """How many credits and awards name somebody."""
    found = 0
    for table in (Credit, Award):
        found += session.scalar(select(func.count()).select_from(table).where(table.agent_id == agent)) or 0
    return found


def delete(session: Session, agent: int) -> None:
    """Delete somebody no title and no programme names; posts in an organisation keep its name.

    Raises `UserError` while somebody is credited, booked, a guest, in town or on duty.
    """
    row = session.get_one(Agent, agent)
    number = credit_count(session, agent)
    if number:
        name = row.names[0].text if row.names else ""
        raise UserError(
            counted(
                "“{name}” is credited {n} time. Remove the credit first, or merge with another record.",
                "“{name}” is credited {n} times. Remove the credits first, or merge with another record.",
                number,
                name=name,
            )
        )
    programmes = taken_part(session, agent)
    if programmes:
        name = row.names[0].text if row.names else ""
        raise UserError(TAKES_PART, name=name, programmes="; ".join(programmes))
    for post in session.scalars(select(Post).where(Post.organisation_id == agent)):
        post.organisation = post.organisation or (row.names[0].text if row.names else "")
        post.organisation_id = None
    _drop(session, row)


def merge(session: Session, kept: int, gone: int) -> None:
    """Make one record of two: all that named `gone` names `kept`, whose own facts go before; one step."""
    if kept == gone:
        raise UserError(SAME)
    into, from_ = session.get_one(Agent, kept), session.get_one(Agent, gone)
    _merge_credits(session, kept, gone)
    for award in session.scalars(select(Award).where(Award.agent_id == gone)):
        award.agent_id = kept
    people_at_shows.hand_over(session, kept, gone)
    for post in session.scalars(select(Post).where(Post.organisation_id == gone)):
        post.organisation_id = kept
    _merge_posts(session, kept, gone)
    _merge_names(into, from_)
    into.country = into.country or from_.country
    for field in ("contact", "notes"):
        both = dict.fromkeys(text for text in (getattr(into, field), getattr(from_, field)) if text)
        setattr(into, field, "\n".join(both))
    _drop(session, from_)


def _merge_credits(session: Session, kept: int, gone: int) -> None:
    def what(credit: Credit) -> tuple[object, ...]:
        return credit.work_id, credit.version_id, credit.role, credit.character

    there = {what(credit) for credit in session.scalars(select(Credit).where(Credit.agent_id == kept))}
    for credit in session.scalars(select(Credit).where(Credit.agent_id == gone)).all():
        if what(credit) in there:
            session.delete(credit)
        else:
            credit.agent_id = kept


def _merge_posts(session: Session, kept: int, gone: int) -> None:
    def what(post: Post) -> tuple[object, ...]:
        return post.title, post.organisation_id, post.organisation, post.starts, post.ends

    there = {what(post) for post in session.scalars(select(Post).where(Post.agent_id == kept))}
    for post in session.scalars(select(Post).where(Post.agent_id == gone)).all():
        if what(post) in there or post.organisation_id == kept:
            session.delete(post)
        else:
            post.agent_id = kept


def _merge_names(into: Agent, from_: Agent) -> None:
    """The names the kept one has not yet; where a name in that language is there, they are aliases."""
    there = {(name.text, name.language) for name in into.names}
    spoken = {name.language for name in into.names}
    place = max((name.position for name in into.names), default=-1) + 1
    for name in from_.names:
        if (name.text, name.language) not in there:
            alias = name.type is AgentNameType.NAME and name.language in spoken
            type_ = AgentNameType.ALIAS if alias else name.type
            twin = AgentName(text=name.text, language=name.language, type=type_, reading=name.reading, position=place)
            into.names.append(twin)
            place += 1


def _drop(session: Session, agent: Agent) -> None:
    for post in session.scalars(select(Post).where(Post.agent_id == agent.id)).all():
        session.delete(post)
    # The unit of work knows no order between rows that are tied by a bare foreign key.
    session.flush()
    session.delete(agent)
    session.flush()


def _last_place(session: Session, agent: int) -> int:
    last = session.scalar(select(func.max(Post.position)).where(Post.agent_id == agent))
    return 0 if last is None else last + 1


def _check(post: Post) -> None:
    if not post.title:
        raise UserError(POST_UNTITLED)
    if post.starts and post.ends and post.ends < post.starts:
        raise UserError(POST_WRONG)
    if post.organisation_id is not None and post.organisation_id == post.agent_id:
        raise UserError(OWN_POST)


def _named(text: str, language: str) -> AgentName:
    text = _clean(text)
    tag = language or guess_language_tag(text)
    return AgentName(text=text, language=tag, reading=_reading(text, tag))


def _clean(text: str) -> str:
    cleaned = clean_name(text)
    if not cleaned:
        raise UserError(NAMELESS)
    return cleaned


def _reading(text: str, language: str) -> str:
    return reading(text) if language.startswith("zh-Han") else ""
