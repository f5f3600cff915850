"""Rows of a schedule become proposed screenings; what one row leaves out, those before it may have said."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.domain.proposals import ProposedScreening
from app.intake import figures
from app.intake.bills import films
from app.intake.cells import Cells, Plan
from app.intake.cleaning import plain_text, short_text
from app.intake.clock import DAY, Day, Moments, Span, moments, without_offset
from app.intake.limits import LONGEST_FACT
from app.intake.options import Meaning
from app.intake.table import Row, Typed
from app.words import N_

NO_TITLE = N_("The row has no title.")
NO_DATE = N_("The row has no date.")
NO_TIME = N_("The row has no time.")
NO_YEAR = N_("The year of this date is not known.")
NOT_A_DATE = N_("This is not a date.")
NOT_A_TIME = N_("This is not a time.")
ZONE = N_("This cell names a time zone. The time was taken as it is written, in the time zone of the venue.")
SEVERAL_DAYS = N_("There are several days in one cell. Give each its own row.")
OTHER_WEEKDAY = N_("The weekday and the date do not agree; the date was taken.")
AT_NIGHT = N_("An hour after midnight: it was taken to be the night that ends on this date.")
A_HEADING = N_("This row was taken for a heading.")
TWO_TITLES = N_("There are several titles in one cell; they were taken as one screening.")

EVENING = 18 * 60
_HALF_YEAR = 180
_HALL = re.compile(
    r"(.+?)[,/\n(（]\s*((?:зал|hall|screen|экран|студия)\b.*|\S+[\s-]зал\w*|\d+号?厅)[)）]?", re.IGNORECASE
)
_ASIDE = (Meaning.VERSION, Meaning.LANGUAGE, Meaning.SUBTITLES, Meaning.DUBBED, Meaning.NOTES)


class Showings:
    """Reads the rows of one schedule in order."""

    def __init__(self, plan: Plan, day: Day | None = None) -> None:
        self.plan = plan
        self._day: Day | None = day
        self._last: date | None = None
        self._evening: dict[tuple[date, str, str], int] = {}
        self._above: dict[int, tuple[str, Typed | None]] = {}
        self._waiting: list[ProposedScreening] = []

    def of(self, row: Row) -> tuple[list[ProposedScreening], Cells]:
        """The screenings that are complete once this row is known, and its cells with their troubles."""
        cells = Cells(self._with_above(row), self.plan)
        if not cells.faults() or cells.repeats_headings():
            return [], cells
        if self._joins(row):
            self._join(cells)
            return [], cells
        ready, self._waiting = self._waiting, list(self._screenings(cells, row))
        return ready, cells

    def rest(self) -> list[ProposedScreening]:
        """What is left when the rows are at an end."""
        ready, self._waiting = self._waiting, []
        return ready

    def _with_above(self, row: Row) -> Row:
        """The row with cells filled from above where the column is one that leaves out what does not change."""
        filled = self.plan.reading.filled
        lone = sum(bool(cell.strip()) for cell in row.cells) < 2  # noqa: PLR2004 - a heading between rows
        if not filled or lone:
            return row
        cells, typed = list(row.cells), dict(row.typed)
        for place in filled:
            cells += [""] * (place + 1 - len(cells))
            if cells[place].strip():
                self._above[place] = cells[place], typed.get(place)
            elif place in self._above:
                cells[place], value = self._above[place]
                if value is not None:
                    typed[place] = value
        return row._replace(cells=cells, typed=typed)

    def _places(self, *meanings: Meaning) -> set[int]:
        return {place for meaning in meanings for place, _column in self.plan.by_meaning.get(meaning, ())}

    def _joins(self, row: Row) -> bool:
        """Whether the row is another film of the screening before: their hour is one merged cell."""
        hours = self._places(Meaning.TIME) or self._places(Meaning.START)
        titles = self._places(Meaning.NAME)
        return bool(self._waiting and hours & row.merged and not titles & row.merged)

    def _join(self, cells: Cells) -> None:
        found = films(cells)
        if not found.names:
            return
        for place, before in enumerate(self._waiting):
            also = before.also or tuple(() for _title in before.titles)
            more = (*also, *found.also) if any((*also, *found.also)) else ()
            self._waiting[place] = replace(before, titles=(*before.titles, *found.names), also=more)

    def _screenings(self, cells: Cells, row: Row) -> Iterator[ProposedScreening]:
        when = self._when(cells)
        if self._is_heading(cells, row, when):
            return
        found = films(cells)
        if not found.names:
            cells.tell(NO_TITLE, fatal=True)
            return
        day = self._date(cells, when)
        if day is None:
            return
        if not when.spans:
            place, text = cells.first(Meaning.TIME)
            cells.tell(NOT_A_TIME if place >= 0 else NO_TIME, place, text, fatal=True)
            return
        if found.doubtful:
            cells.tell(TWO_TITLES, cells.first(Meaning.NAME)[0], cells.first(Meaning.NAME)[1])
        venue, hall = self._where(cells)
        for span in self._in_order(cells, when, day, (venue, hall)):
            yield ProposedScreening(
                row=cells.row.number,
                starts=datetime.combine(day, time()) + timedelta(minutes=span.start),
                titles=found.names,
                venue=venue,
                hall=hall,
                city=short_text(cells.first(Meaning.CITY)[1]) or self.plan.reading.city,
                minutes=span.end - span.start if span.end else self._length(cells),
                note=_note(cells, found.aside, when.rest),
                also=found.also if any(found.also) else (),
            )

    def _when(self, cells: Cells) -> Moments:
        """The day and the hours, from one cell or several."""
        order = self.plan.reading.date_order
        day: Day | None = None
        spans: tuple[Span, ...] = ()
        rest: list[str] = []
        exact = False
        for meaning in (Meaning.START, Meaning.DATE, Meaning.TIME):
            place, text = cells.first(meaning)
            if place < 0:
                continue
            text, zoned = without_offset(text)
            found = moments(text, cells.typed(place), order, hours_only=meaning is Meaning.TIME)
            if zoned:
                cells.tell(ZONE, place, cells.first(meaning)[1])
            if found.several:
                cells.tell(SEVERAL_DAYS, place, text, fatal=True)
            day = day or found.day
            spans, exact = (spans, exact) if spans and not found.spans else (found.spans, found.exact)
            if meaning is Meaning.TIME and found.spans:
                rest.append(found.rest)
        place, text = cells.first(Meaning.END)
        if place >= 0 and len(spans) == 1 and spans[0].end is None:
            ends = moments(text, cells.typed(place), order, hours_only=True).spans
            if ends:
                start, end = spans[0].start, ends[0].start
                spans = (Span(start, end if end > start else end + DAY),)
        return Moments(day, spans, " ".join(filter(None, rest)), exact=exact)

    def _is_heading(self, cells: Cells, row: Row, when: Moments) -> bool:
        """Whether the row only says on which day the next ones are, or where."""
        said = [cell.strip() for cell in row.cells if cell.strip()]
        if len(said) != 1 or len(self.plan.by_meaning) < 2:  # noqa: PLR2004 - one column says all there is
            return False
        found = moments(said[0], next(iter(row.typed.values()), None), self.plan.reading.date_order)
        if found.day and not found.spans and not found.several and not found.rest:
            self._day = found.day
            return True
        if when.day or when.spans:
            return False
        cells.tell(A_HEADING, value=said[0])
        return True

    def _date(self, cells: Cells, when: Moments) -> date | None:
        """The date of a row; None is told."""
        place, text = cells.first(Meaning.DATE)
        if place < 0:
            place, text = cells.first(Meaning.START)
        if any(trouble.fatal for trouble in cells.troubles):
            return None
        said = when.day or (self._day if cells.first(Meaning.DATE)[0] < 0 else None)
        if said is None:
            cells.tell(NOT_A_DATE if place >= 0 else NO_DATE, place, text, fatal=True)
            return None
        day = said.on(self.plan.reading.year)
        if day is None:
            yearless = said.year is None and self.plan.reading.year is None
            cells.tell(NO_YEAR if yearless else NOT_A_DATE, place, text, fatal=True)
            return None
        if said.year is None and self._last and (self._last - day).days > _HALF_YEAR:
            day = said.on(day.year + 1) or day
        if said.weekday is not None and said.weekday != day.weekday():
            cells.tell(OTHER_WEEKDAY, place, text)
        self._last = day
        return day

    def _in_order(self, cells: Cells, when: Moments, day: date, where: tuple[str, str]) -> Iterator[Span]:
        """The hours of a row; one after midnight that follows an evening belongs to the night after it."""
        start_of_day = self.plan.reading.day_start
        key = (day, *where)
        for span in when.spans:
            late = self._evening.get(key, -1)
            if span.start < start_of_day and not when.exact:
                if late >= EVENING:
                    span = Span(span.start + DAY, span.end + DAY if span.end else None)  # noqa: PLW2901
                else:
                    cells.tell(AT_NIGHT, cells.first(Meaning.TIME)[0], cells.first(Meaning.TIME)[1])
            self._evening[key] = max(late, span.start)
            yield span

    def _where(self, cells: Cells) -> tuple[str, str]:
        reading = self.plan.reading
        venue, hall = short_text(cells.first(Meaning.VENUE)[1]), short_text(cells.first(Meaning.HALL)[1])
        if (
            venue
            and not hall
            and len(venue) < LONGEST_FACT
            and (both := _HALL.fullmatch(cells.first(Meaning.VENUE)[1].strip()))
        ):
            venue, hall = short_text(both[1]), short_text(both[2])
        return venue or reading.venue, hall or reading.hall

    def _length(self, cells: Cells) -> int | None:
        place, text = cells.first(Meaning.RUNTIME)
        return figures.minutes_of(text, cells.typed(place)) if place >= 0 else None


def _note(cells: Cells, aside: str, rest: str) -> str:
    """What else the row says about the screening."""
    said = [plain_text(text) for meaning in _ASIDE for _place, _column, text in cells.all(meaning)]
    return "; ".join(dict.fromkeys(filter(None, (aside, short_text(rest), *said))))
