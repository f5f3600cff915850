"""What one can do to a work: add, correct, name, take away."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.automatic import Own, written
from app.domain.chinese import reading
from app.domain.facts import KEPT, write_fact
from app.domain.kinds import NameType, WorkKind
from app.domain.names import plain
from app.domain.scripts import clean_name
from app.errors import UserError
from app.operations import screenings, slates
from app.store.agents import Credit
from app.store.belongings import rows_of
from app.store.clearances import Rating
from app.store.evidence import Claim
from app.store.programmes import SlateEntry
from app.store.screenings import Part
from app.store.synopses import Synopsis
from app.store.works import Name, Subtitle, Version, Work, WorkCountry
from app.words import N_

AGE_MARKS = ("", "6-", "6+", "12+", "14+", "16+", "18+", "21+")
"""Age marks of Kazakhstan's cinemas; 6- means suitable for all (Law on Cinematography of 2019)."""

FIRST_YEAR, LAST_YEAR, LONGEST, MOST_EPISODES, WHOLE = 1880, 2100, 6000, 10000, 100

NAME_EMPTY = N_("A name needs at least one letter.")
YEAR_WRONG = N_("The year must lie between {first} and {last}.")
RUNTIME_WRONG = N_("The runtime must lie between 1 and {most} minutes.")
EPISODES_WRONG = N_("The number of episodes must lie between 1 and {most}.")
AGE_WRONG = N_("Age marks are {marks}.")
SHARE_WRONG = N_("A share lies between 1 and 100 per cent.")
NO_WORK = N_("This title no longer exists.")


def work_of(session: Session, work: int) -> Work:
    """The row of a work; `UserError` if it is gone."""
    found = session.get(Work, work)
    if found is None:
        raise UserError(NO_WORK)
    return found


def add(  # noqa: PLR0913 - the facts of a beginner's form, all optional but the name
    session: Session,
    name: str,
    language: str,
    *,
    kind: WorkKind = WorkKind.FEATURE,
    year: int | None = None,
    runtime: int | None = None,
    countries: Sequence[str] = (),
) -> int:
    """Enter a work by its original name; the work's id."""
    work = Work(kind=kind)
    session.add(work)
    check(year=year, runtime=runtime)
    work.year, work.runtime = year, runtime
    work.countries = [WorkCountry(country=code, position=place) for place, code in enumerate(countries)]
    work.co_production = len(work.countries) > 1
    work.names = [_named(name, language, NameType.ORIGINAL, preferred=True)]
    session.flush()
    return work.id


def change(session: Session, work: int, **facts: Any) -> None:
    """Correct facts of a work: kind, year, runtime, episodes, age_mark, co_production, confidence, source, notes ...

    A value that cannot be raises `UserError` and nothing is changed.
    """
    check(**facts)
    row = work_of(session, work)
    for field, value in facts.items():
        assert field in Work.__table__.columns, field
        setattr(row, field, value.strip() if isinstance(value, str) and field in ("source", "age_mark") else value)
        if field in KEPT:
            _prefer_what_says_so(session, work, field, write_fact(field, value))


def _prefer_what_says_so(session: Session, work: int, fact: str, value: str) -> None:
    """The preferred claim of a fact is the one that says what the work says."""
    claims = session.scalars(select(Claim).where(Claim.work_id == work, Claim.fact == fact).order_by(Claim.id)).all()
    saying = next((claim for claim in claims if claim.value == value), None)
    for claim in claims:
        claim.preferred = claim is saying


def set_countries(session: Session, work: int, countries: Sequence[str]) -> None:
    """State the producing countries, in order; more than one makes a co-production."""
    row = work_of(session, work)
    known = {country.country: country for country in row.countries}
    row.countries = [known.get(code) or WorkCountry(country=code) for code in dict.fromkeys(countries)]
    for place, country in enumerate(row.countries):
        country.position = place
    row.co_production = len(row.countries) > 1


def change_country(session: Session, country: int, **facts: Any) -> None:
    """Say what a producing country did (role) and its share in per cent."""
    row = session.get_one(WorkCountry, country)
    share = facts.get("share", row.share)
    if share is not None and not 1 <= share <= WHOLE:
        raise UserError(SHARE_WRONG)
    for field, value in facts.items():
        setattr(row, field, value.strip() if isinstance(value, str) else value)


def rename(session: Session, work: int, language: str, text: str) -> None:
    """Give a work its preferred name in one language; a name it has there already is replaced."""
    row = work_of(session, work)
    own = [name for name in row.names if name.language == language]
    best = next((name for name in own if name.preferred), own[0] if own else None)
    if best is None:
        add_name(session, work, text, language)
    else:
        change_name(session, best.id, text=text)


def add_name(
    session: Session,
    work: int,
    text: str,
    language: str,
    type: NameType = NameType.TRANSLATED,  # noqa: A002 - the field's word
) -> int:
    """Add a name; the first one in its language becomes the preferred one. The name's id."""
    row = work_of(session, work)
    first = not any(plain(name.language) == plain(language) for name in row.names)
    name = _named(text, language, type, preferred=first)
    name.position = max((other.position for other in row.names), default=-1) + 1
    row.names.append(name)
    session.flush()
    return name.id


def change_name(session: Session, name: int, **facts: Any) -> None:
    """Correct a name: text, language, type, reading, source. A reading that was automatic follows the text.

    So do names the program wrote by rule after this one; a name that is edited is confirmed by that.
    """
    row = session.get_one(Name, name)
    if "text" in facts:
        facts["text"] = _clean(facts["text"])
    if facts.keys() & {"text", "language"}:
        row.auto = False
    if "reading" in facts:
        facts["reading"] = facts["reading"].strip()
        facts["reading_auto"] = False
    for field, value in facts.items():
        setattr(row, field, value)
    if "reading" not in facts and (row.reading_auto or not row.reading):
        row.reading, row.reading_auto = _reading(row.text, row.language)
    _follow(row.work)


def prefer_name(session: Session, name: int) -> None:
    """Make a name the one shown in its language."""
    chosen = session.get_one(Name, name)
    for other in chosen.work.names:
        if plain(other.language) == plain(chosen.language):
            other.preferred = other is chosen
    _follow(chosen.work)


def remove_name(session: Session, name: int) -> None:
    """Take a name away; the last one stays, for a work needs a name."""
    row = session.get_one(Name, name)
    names = row.work.names
    if len(names) == 1:
        raise UserError(N_("A title needs at least one name. Change this one instead."))
    names.remove(row)
    heirs = [other for other in names if plain(other.language) == plain(row.language)]
    if row.preferred and heirs:
        heirs[0].preferred = True


def move_name(session: Session, name: int, place: int) -> None:
    """Put a name at `place` (0 is first) in the order of the work's names."""
    row = session.get_one(Name, name)
    order = [other for other in row.work.names if other is not row]
    order.insert(max(0, min(place, len(order))), row)
    for position, other in enumerate(order):
        other.position = position


def delete(session: Session, work: int) -> int:
    """Delete a work with all that hangs on it, its showings, seasons and episodes; how many of those there were."""
    row = work_of(session, work)
    below = [delete(session, part) + 1 for part in parts_of(session, work)]
    screenings.withdraw(session, session.scalars(select(Part).where(Part.work_id == work)).all())
    slates.remove(session, session.scalars(select(SlateEntry.id).where(SlateEntry.work_id == work)).all())
    for own, rows in reversed(list(rows_of(session, work))):
        if own.table not in _GO_WITH_THE_WORK:
            for owned in rows:
                session.delete(owned)
            # The unit of work knows no order between rows that are tied by a bare foreign key.
            session.flush()
    session.delete(row)
    session.flush()
    return sum(below)


def parts_of(session: Session, work: int) -> list[int]:
    """The seasons of a series or the episodes of a season, in order."""
    return list(session.scalars(select(Work.id).where(Work.parent_id == work).order_by(Work.number, Work.id)))


def delete_all(session: Session, works: Sequence[int]) -> int:
    """Delete several works in one step; how many seasons and episodes went along that were not among them."""
    there = {work_of(session, work).id for work in works}
    gone = [delete(session, work) + 1 for work in works if session.get(Work, work) is not None]
    return sum(gone) - len(there)


def duplicate(session: Session, work: int) -> int:
    """Enter another work with the same facts, names, versions, credits, texts, marks and sources; its id.

    What there is only once stays with the first: licences, papers, copies, numbers, prizes,
    files. The double of an episode is the next episode.
    """
    old = work_of(session, work)
    new = Work(**_facts(old), parent_id=old.parent_id)
    if old.parent_id is not None:
        new.number = 1 + (session.scalar(select(func.max(Work.number)).where(Work.parent_id == old.parent_id)) or 0)
    session.add(new)
    session.flush()
    twins: dict[tuple[str, int], int] = {(Work.__tablename__, work): new.id}
    for own, rows in rows_of(session, work):
        if own.model in _DOUBLED:
            made = [(row.id, own.model(**_facts(row), **_leads(row, twins))) for row in rows]
            session.add_all(twin for _, twin in made)
            session.flush()
            twins |= {(own.table, key): twin.id for key, twin in made}
    session.expire(new, ["names", "countries", "versions"])
    return new.id


_DOUBLED = {Name, WorkCountry, Version, Subtitle, Credit, Synopsis, Rating, Claim}
_GO_WITH_THE_WORK = {"name", "work_country", "version", "subtitle"}
"""Taken along by the unit of work, as their owner's `delete-orphan` has it."""


def _facts(row: Any) -> dict[str, Any]:
    """The columns of a row that are its own: neither its id nor whom it belongs to."""
    own = (column.name for column in row.__table__.columns if column.name != "id" and not column.foreign_keys)
    return {name: getattr(row, name) for name in own}


def _leads(row: Any, twins: Mapping[tuple[str, int], int]) -> dict[str, int | None]:
    """Where a row leads, twins in the place of what has one."""
    found = {}
    for column in row.__table__.columns:
        for key in column.foreign_keys:
            to = getattr(row, column.name)
            found[column.name] = twins.get((key.column.table.name, to), to)
    return found


def check(**facts: Any) -> None:
    """Refuse facts that cannot be."""
    year, runtime = facts.get("year"), facts.get("runtime")
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(YEAR_WRONG, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    if runtime is not None and not 1 <= runtime <= LONGEST:
        raise UserError(RUNTIME_WRONG, most=LONGEST)
    if facts.get("episodes") is not None and not 1 <= facts["episodes"] <= MOST_EPISODES:
        raise UserError(EPISODES_WRONG, most=MOST_EPISODES)
    if facts.get("age_mark", "") not in AGE_MARKS:
        raise UserError(AGE_WRONG, marks=", ".join(AGE_MARKS[1:]))


def _follow(work: Work) -> None:
    """Write the automatic names of a work anew after what they follow; one that lost its origin stays as it is."""
    own = [Own(name.text, name.language, name.preferred, name.reading, name.auto) for name in work.names]
    for name in work.names:
        offer = written(own, name.language) if name.auto else None
        if offer is not None:
            name.text = offer.text


def _clean(text: str) -> str:
    cleaned = clean_name(text)
    if not cleaned:
        raise UserError(NAME_EMPTY)
    return cleaned


def _reading(text: str, language: str) -> tuple[str, bool]:
    """The automatic reading of a Han name, marked as automatic."""
    if not language.startswith("zh-Han"):
        return "", False
    return reading(text), True


def _named(text: str, language: str, type: NameType, *, preferred: bool) -> Name:  # noqa: A002 - as above
    text = _clean(text)
    read, auto = _reading(text, language)
    return Name(text=text, language=language, type=type, preferred=preferred, reading=read, reading_auto=auto)
