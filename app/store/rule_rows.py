"""Rules of law, special days and the settings of a programme read by columns, for pages and for the rules."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds_of_plans import DayKind, LegalKind, TermUnit
from app.domain.names import FourNames
from app.domain.surroundings import Law, Setting
from app.store.base import four
from app.store.rulings import LegalRule, RuleSetting, SpecialDay


class LawRow(NamedTuple):
    """A rule of law with its names and source; for the columns see `LegalRule`."""

    id: int
    names: FourNames
    kind: LegalKind
    country: str
    severity: int
    valid_from: date | None
    valid_until: date | None
    mark: str
    languages: tuple[str, ...]
    exempt: tuple[str, ...]
    weekdays: tuple[int, ...]
    from_minute: int | None
    until_minute: int | None
    days: int | None
    unit: TermUnit
    source: str
    unsure: bool
    active: bool

    @property
    def law(self) -> Law:
        """As the rules take it."""
        return Law(
            self.id, self.kind, self.country, self.severity, self.valid_from, self.valid_until, self.mark,
            self.languages, frozenset(self.exempt), frozenset(self.weekdays), self.from_minute, self.until_minute,
            self.days, self.unit,
        )  # fmt: skip


class DayRow(NamedTuple):
    """A day out of the ordinary."""

    id: int
    names: FourNames
    country: str
    day: date
    kind: DayKind
    source: str
    unsure: bool


def law_rows(session: Session, country: str | None = None) -> list[LawRow]:
    """The rules of a country, or of all, by country, kind and the day they begin."""
    table = LegalRule.__table__
    query = select(table).order_by(table.c.country.desc(), table.c.kind, table.c.valid_from, table.c.id)
    if country is not None:
        query = query.where(table.c.country == country)
    return [
        LawRow(
            row["id"], four(row), row["kind"], row["country"], row["severity"], row["valid_from"], row["valid_until"],
            row["mark"], tuple(row["languages"].split()), tuple(row["exempt"].split()),
            tuple(int(day) for day in row["weekdays"].split()), row["from_minute"], row["until_minute"], row["days"],
            row["unit"], row["source"], row["unsure"], row["active"],
        )
        for row in session.execute(query).mappings()
    ]  # fmt: skip


def day_rows(session: Session, country: str | None = None) -> list[DayRow]:
    """The special days of a country, or of all, by country and day."""
    table = SpecialDay.__table__
    query = select(table).order_by(table.c.country.desc(), table.c.day, table.c.id)
    if country is not None:
        query = query.where(table.c.country == country)
    return [
        DayRow(row["id"], four(row), row["country"], row["day"], row["kind"], row["source"], row["unsure"])
        for row in session.execute(query).mappings()
    ]


def laws(session: Session) -> tuple[Law, ...]:
    """The rules in force, as the rules of the schedule take them."""
    return tuple(row.law for row in law_rows(session) if row.active)


def special_days(session: Session) -> dict[tuple[str, date], DayKind]:
    """What each special day is; a holiday of everybody counts more than one of the schools."""
    query = select(SpecialDay.country, SpecialDay.day, SpecialDay.kind).order_by(SpecialDay.id)
    found: dict[tuple[str, date], DayKind] = {}
    for country, day, kind in session.execute(query):
        if kind is not DayKind.SCHOOL_HOLIDAY or (country, day) not in found:
            found[country, day] = kind
    return found


def settings(session: Session, programme: int) -> dict[str, Setting]:
    """How seriously a programme takes the rules, where it does not take them as usual."""
    own = RuleSetting
    query = select(own.rule, own.severity, own.weight, own.value).where(own.programme_id == programme)
    return {rule: Setting(*facts) for rule, *facts in session.execute(query)}
