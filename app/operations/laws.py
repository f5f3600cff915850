"""What one can do about rules of law and special days: enter, correct, put out of force, take away."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import ClearanceKind
from app.domain.kinds_of_plans import DayKind, LegalKind
from app.domain.names import FourNames
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.venues import NAME_MISSING
from app.operations.works import AGE_MARKS, AGE_WRONG
from app.store.rulings import LegalRule, SpecialDay
from app.words import N_

COUNTRY_WRONG = N_("Choose a country by its two letters.")
DAYS_WRONG = N_("A rule cannot end before it begins.")
SEVERITY_WRONG = N_("A rule is a wish, a warning or an error.")
HOURS_MISSING = N_("Enter the hours between which this rule applies.")
HOURS_WRONG = N_("The hours must lie within two days, the end after the beginning.")
LANGUAGES_MISSING = N_("Name at least one language.")
PAPER_WRONG = N_("Enter which paper is required.")
TERM_WRONG = N_("A term lies between 0 and {most} days.")
WEEKDAYS_WRONG = N_("Weekdays are numbers from 1 (Monday) to 7.")
DAY_TWICE = N_("This day is entered already.")
TWO_DAYS, MOST_DAYS, TWO, WARNING = 2880, 366, 2, 2
_AGE = (LegalKind.AGE_HOUR, LegalKind.AGE_SCHOOL)
_HOURS = (LegalKind.AGE_HOUR, LegalKind.PAUSE, LegalKind.SCHOOL_HOURS)


def law_fault(facts: Mapping[str, Any]) -> UserError | None:
    """What would be wrong with a rule of these facts (as `add` takes them); nothing is entered."""
    row = LegalRule(kind=facts["kind"], country=facts["country"])
    try:
        _set(row, {name: value for name, value in facts.items() if name not in ("kind", "country")})
    except UserError as error:
        return error
    return None


def day_fault(session: Session, facts: Mapping[str, Any], own: int = 0) -> UserError | None:
    """What would be wrong with a special day of these facts, which are those of the day `own`, or of a new one."""
    row = SpecialDay(country=facts["country"], day=facts["day"], kind=facts["kind"])
    row.names = facts["names"]
    try:
        _check_day(session, row, own)
    except UserError as error:
        return error
    return None


def add(session: Session, kind: LegalKind, country: str, names: FourNames, **facts: Any) -> int:
    """Enter a rule; facts are the columns of `LegalRule`, lists as sequences. Its id."""
    row = LegalRule(kind=kind, country=country)
    row.names = names
    _set(row, facts)
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, law: int, **facts: Any) -> None:
    """Correct a rule: names and any of its columns, lists as sequences."""
    _set(session.get_one(LegalRule, law), facts)


def activate(session: Session, law: int, *, active: bool = True) -> None:
    """Put a rule into force or out of it."""
    session.get_one(LegalRule, law).active = active


def remove(session: Session, law: int) -> None:
    """Take a rule away."""
    session.delete(session.get_one(LegalRule, law))


def add_day(session: Session, country: str, day: date, kind: DayKind, names: FourNames, **facts: Any) -> int:
    """Enter a special day; facts: source, unsure. Its id."""
    row = SpecialDay(country=country, day=day, kind=kind)
    row.names = names
    set_facts(row, **facts)
    _check_day(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_day(session: Session, special: int, **facts: Any) -> None:
    """Correct a special day: names, country, day, kind, source, unsure."""
    row = session.get_one(SpecialDay, special)
    if "names" in facts:
        row.names = facts.pop("names")
    set_facts(row, **facts)
    _check_day(session, row)


def remove_day(session: Session, special: int) -> None:
    """Take a special day away."""
    session.delete(session.get_one(SpecialDay, special))


def take_over(
    session: Session, laws: Iterable[Mapping[str, Any]], days: Iterable[Mapping[str, Any]]
) -> tuple[int, int]:
    """Enter what the program knows (`rule_files`) and the library has nothing of; how many rules and days.

    A rule is there if one of its country, kind, mark and beginning is, a day if one of its country, day and kind is.
    """
    rules = {(row.country, row.kind, row.mark, row.valid_from) for row in session.scalars(select(LegalRule))}
    dated = {(row.country, row.day, row.kind) for row in session.scalars(select(SpecialDay))}
    new = [law for law in laws if (law["country"], law["kind"], law["mark"], law["valid_from"]) not in rules]
    fresh = [day for day in days if (day["country"], day["day"], day["kind"]) not in dated]
    session.add_all([*(LegalRule(**facts) for facts in new), *(SpecialDay(**facts) for facts in fresh)])
    session.flush()
    return len(new), len(fresh)


def _set(row: LegalRule, facts: dict[str, Any]) -> None:
    facts = dict(facts)
    if "names" in facts:
        row.names = facts.pop("names")
    for name in ("languages", "exempt", "weekdays"):
        if name in facts and not isinstance(facts[name], str):
            facts[name] = " ".join(str(one) for one in facts[name])
    set_facts(row, **facts)
    _check(row)


def _check(row: LegalRule) -> None:
    _check_place(row.country, row.names)
    if row.valid_from and row.valid_until and row.valid_until < row.valid_from:
        raise UserError(DAYS_WRONG)
    if (row.severity or WARNING) not in (1, WARNING, 3):
        raise UserError(SEVERITY_WRONG)
    if any(day not in "1234567" or len(day) > 1 for day in (row.weekdays or "").split()):
        raise UserError(WEEKDAYS_WRONG)
    if row.kind is LegalKind.LANGUAGE and not row.languages:
        raise UserError(LANGUAGES_MISSING)
    if row.kind in _AGE and (not row.mark or row.mark not in AGE_MARKS):
        raise UserError(AGE_WRONG, marks=", ".join(AGE_MARKS[1:]))
    if row.kind is LegalKind.PAPER and row.mark not in set(ClearanceKind):
        raise UserError(PAPER_WRONG)
    if row.days is not None and not 0 <= row.days <= MOST_DAYS:
        raise UserError(TERM_WRONG, most=MOST_DAYS)
    if row.kind in _HOURS:
        _check_hours(row.from_minute, row.until_minute)


def _check_hours(begins: int | None, ends: int | None) -> None:
    if begins is None or ends is None:
        raise UserError(HOURS_MISSING)
    if not 0 <= begins < ends <= TWO_DAYS:
        raise UserError(HOURS_WRONG)


def _check_place(country: str, names: FourNames) -> None:
    if len(country) != TWO or not (country.isascii() and country.isalpha() and country.isupper()):
        raise UserError(COUNTRY_WRONG)
    if not any(name.strip() for name in names):
        raise UserError(NAME_MISSING)


def _check_day(session: Session, row: SpecialDay, own: int | None = None) -> None:
    _check_place(row.country, row.names)
    with session.no_autoflush:
        same = select(SpecialDay.id).where(
            SpecialDay.country == row.country, SpecialDay.day == row.day, SpecialDay.kind == row.kind
        )
        if any(key != (own or row.id) for key in session.scalars(same)):
            raise UserError(DAY_TWICE)
