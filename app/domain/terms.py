"""Terms of the law: the last day on which a paper can still be applied for, in calendar or working days (R13).

So many whole days lie between that day and the show, neither of them counted: the reading that is safe under the
law of either country. Working days are those of the country that asks for the paper: its weekdays without its
holidays, and the weekends it works. Of a year no day of which is entered only the weekends are left out.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.kinds_of_plans import DayKind, TermUnit

SATURDAY = 6
_DAY = timedelta(days=1)


class Term(NamedTuple):
    """The last day in time; `unlisted` is the first year from then on to the show of which no day is entered."""

    last: date
    unlisted: int | None = None


class WorkingDays:
    """On which days the offices of each country work."""

    def __init__(self, special: Mapping[tuple[str, date], DayKind]) -> None:
        """Take the days out of the ordinary; those off at school alone are nothing to an office."""
        self._special = {at: kind for at, kind in special.items() if kind is not DayKind.SCHOOL_HOLIDAY}
        self._listed = {(country, day.year) for country, day in self._special}
        self._known: dict[tuple[str, int, TermUnit, date], Term] = {}

    def works(self, country: str, day: date) -> bool:
        """Whether a day is a working one."""
        kind = self._special.get((country, day))
        if kind is not None:
            return kind is DayKind.WORKING_DAY
        return day.isoweekday() < SATURDAY

    def term(self, country: str, days: int, unit: TermUnit, show: date) -> Term:
        """The last day on which somebody can apply before a show."""
        key = country, days, unit, show
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._term(*key)
        return known

    def _term(self, country: str, days: int, unit: TermUnit, show: date) -> Term:
        if unit is TermUnit.CALENDAR:
            return Term(show - (days + 1) * _DAY)
        day, left = show, days + 1
        while left:
            day -= _DAY
            left -= self.works(country, day)
        years = range(day.year, (show - _DAY).year + 1)
        return Term(day, next((year for year in years if (country, year) not in self._listed), None))
