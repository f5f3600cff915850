"""How a table is probably to be read, and what is not certain enough to be left unasked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.domain.kinds import NameType
from app.domain.proposals import RowTrouble
from app.intake.by_values import column_by_values, is_text, language_of_names, mostly_kazakh, share, values
from app.intake.cells import letters
from app.intake.clock import Day, moments
from app.intake.dating import dating
from app.intake.figures import minutes_of
from app.intake.header_rows import Header, header_of
from app.intake.options import Ask, Choice, Column, DateOrder, Layout, Meaning, Overrides, Reading, Topic, What
from app.intake.spelling import joined
from app.intake.table import Row, Sample
from app.words import N_, phrase

WHICH_NAME = N_("Which column holds the titles?")
WHAT_IS = N_("What does the column “{column}” hold?")
HEADING = N_("Is row {row} a heading?")
A_HEADING = N_("It is a heading")
NO_HEADING = N_("It is a title like the others")
WHAT = N_("What do the rows of this table hold?")
TITLES = N_("Titles")
SCREENINGS = N_("Screenings")
LEFT_OUT = N_("The column was not understood and is left out.")
TWICE = N_("Another column means the same; this one is left out.")
GRID = N_("Is this a grid of days or halls and hours?")
AS_GRID = N_("A grid")
AS_LIST = N_("A list, one row for each screening")
COLUMN = N_("Column {letters}")
LEAVE_OUT = N_("Leave out")

_SINGLE = frozenset(
    {
        *(Meaning.KIND, Meaning.YEAR, Meaning.RUNTIME, Meaning.EPISODES, Meaning.AGE, Meaning.RIGHTS),
        *(Meaning.DATE, Meaning.TIME, Meaning.START, Meaning.END, Meaning.VENUE, Meaning.HALL, Meaning.CITY),
    }
)
_FILLABLE = (Meaning.DATE, Meaning.VENUE, Meaning.HALL, Meaning.CITY)
_ABOUT_TITLES = frozenset({
    Meaning.YEAR, Meaning.COUNTRY, Meaning.DIRECTOR, Meaning.KIND, Meaning.SYNOPSIS, Meaning.EPISODES, Meaning.AGE,
    Meaning.RIGHTS, Meaning.CAST, Meaning.IDENTIFIER,
})  # fmt: skip
_MOST = 0.6
_EMPTY_FROM, _EMPTY_TO = 0.15, 0.97


@dataclass(frozen=True, slots=True)
class Guess:
    """How to read a table, what to ask, what to know; `day` is the day a sheet as a whole is about."""

    reading: Reading
    headings: tuple[str, ...]
    asks: tuple[Ask, ...] = ()
    notes: tuple[RowTrouble, ...] = ()
    day: Day | None = None
    signature: str = ""


def guess(sample: Sample, start: Reading, said: Overrides) -> Guess:
    """The guess about a table. `start` holds what is known of the file (encoding, separator, sheet)."""
    header = header_of(sample, said.header_row, said.header_rows)
    width = max(sample.width, len(header.texts))
    body = [row for row in sample.rows if row.number >= header.row + (header.lines if header.row else 0)]
    body = [row for row in body if not row.empty]
    above = [row for row in sample.rows if row.number < header.row]
    texts = header.texts + ("",) * (width - len(header.texts))
    asks: list[Ask] = []
    notes: list[RowTrouble] = []
    if header.row and not header.certain and said.header_row is None:
        asks.append(_ask_heading(header))
    layout = said.layout or (Layout.GRID if said.columns is None and is_grid(sample, header) else Layout.LIST)
    if layout is Layout.GRID:
        return _as_grid(sample, start, said, header)
    columns = _columns(header, body, width, said, notes)
    if said.columns is None:
        columns, more = _certain(columns, body, texts, header, said)
        asks += more
        asked = {texts[ask.column] for ask in more}
        notes = [note for note in notes if note.column not in asked]  # what is asked about is not left out
    dates = dating(sample, body, above, columns)
    what, unsure = _what(columns, body, dated=dates.day is not None)
    if said.what is not None:
        what = said.what
    elif unsure:
        asks.append(_ask_what(what))
    if what is What.TITLES:
        columns = _without_times(columns, said)
    reading = replace(
        start,
        what=what,
        header_row=header.row,
        header_rows=header.lines,
        columns=tuple(columns),
        filled=_filled(columns, body) if what is What.SCREENINGS else (),
        year=dates.year,
        date_order=dates.order,
    )
    asks += [
        ask for ask in dates.asks if _open(ask, said) and (what is What.SCREENINGS or ask.topic is Topic.DATE_ORDER)
    ]
    return Guess(said.on(reading), texts, tuple(asks), tuple(notes), dates.day, signature_of(texts))


def signature_of(headings: Sequence[str]) -> str:
    """The same for tables with the same headings."""
    return "|".join(joined(heading) for heading in headings).strip("|")


def _open(ask: Ask, said: Overrides) -> bool:
    return getattr(said, ask.topic.value) is None


def _columns(
    header: Header, body: Sequence[Row], width: int, said: Overrides, notes: list[RowTrouble]
) -> list[Column | None]:
    """What each column means by what was said, by its heading, or by its values where there are no headings."""
    if said.columns is not None:
        return list(said.columns) + [None] * (width - len(said.columns))
    remembered = {joined(heading): column for heading, column in said.by_heading}
    found: list[Column | None] = []
    for place in range(width):
        heading = header.texts[place] if place < len(header.texts) else ""
        column = header.known[place] if place < len(header.known) else None
        if heading and joined(heading) in remembered:
            found.append(remembered[joined(heading)])
            continue
        if not heading and not header.row:
            column = column_by_values(body, place, DateOrder.DMY)
        elif column is None and heading and values(body, place):
            notes.append(RowTrouble(header.row, heading, phrase(LEFT_OUT), "", fatal=False))
        found.append(_checked(column, body, place))
    _without_doubles(found, header, notes)
    return found


def _checked(column: Column | None, body: Sequence[Row], place: int) -> Column | None:
    """A heading that means several things, settled by the values: «время» may be a length, «时长» an hour."""
    found = values(body, place)
    if column == Column(Meaning.NAME) and mostly_kazakh([text for text, _typed in found]):
        return Column(Meaning.NAME, "kk-Cyrl")
    if column is None or column.meaning not in (Meaning.TIME, Meaning.RUNTIME, Meaning.DATE):
        return column
    order = DateOrder.DMY
    if column.meaning is Meaning.TIME:
        if share(found, lambda text, typed: typed is None and text.isdecimal() and minutes_of(text)) > _MOST:
            return Column(Meaning.RUNTIME)
        both = share(found, lambda text, typed: moments(text, typed, order).day and moments(text, typed, order).spans)
        if both > _MOST and share(found, lambda text, typed: moments(text, typed, order, hours_only=True).day) > _MOST:
            return Column(Meaning.START)
    if column.meaning is Meaning.DATE:
        if share(found, lambda text, _typed: len(text) == 4 and text.isdecimal()) > _MOST:  # noqa: PLR2004 - a year
            return Column(Meaning.YEAR)
        if (
            share(found, lambda text, typed: moments(text, typed, order).day and moments(text, typed, order).spans)
            > _MOST
        ):
            return Column(Meaning.START)
        days = share(found, lambda text, typed: moments(text, typed, order).day)
        hours = share(found, lambda text, typed: moments(text, typed, order, hours_only=True).spans)
        if not days and hours > _MOST:
            return Column(Meaning.TIME)
    return column


def _without_doubles(columns: list[Column | None], header: Header, notes: list[RowTrouble]) -> None:
    """Of two columns for one value the first is read; a second hour is the end, a dated beginning needs no date."""
    seen: set[Meaning] = set()
    for place, column in enumerate(columns):
        if column is None or column.meaning not in _SINGLE:
            continue
        if column.meaning is Meaning.TIME and Meaning.TIME in seen and Meaning.END not in seen:
            columns[place] = Column(Meaning.END)
            seen.add(Meaning.END)
        elif column.meaning in seen:
            columns[place] = None
            heading = header.texts[place] if place < len(header.texts) else letters(place)
            notes.append(RowTrouble(header.row, heading, phrase(TWICE), "", fatal=False))
        seen.add(column.meaning)


def _certain(
    columns: list[Column | None], body: Sequence[Row], texts: Sequence[str], header: Header, said: Overrides
) -> tuple[list[Column | None], list[Ask]]:
    """The columns with names found where no heading tells them, and questions about those."""
    if any(column and column.meaning is Meaning.NAME for column in columns):
        return columns, []
    remembered = {joined(heading) for heading, _column in said.by_heading}
    free = [
        place
        for place, column in enumerate(columns)
        if column is None and is_text(body, place) and joined(texts[place]) not in remembered
    ]
    if not free and len([one for one in columns if one]) == 1 and header.row == 0:
        free = [0]
    if not free:
        return columns, [Ask(Topic.COLUMNS, phrase(WHICH_NAME), _places(texts), column=0)]
    columns = list(columns)
    asks: list[Ask] = []
    alone = len(free) == 1
    for number, place in enumerate(free):
        language = language_of_names(body, place)
        kind = NameType.ORIGINAL if number == 0 else None
        columns[place] = Column(Meaning.NAME, language, kind)
        if not alone or header.row:
            sample = tuple(text for text, _typed in values(body, place)[:3])
            asks.append(_ask_column(place, columns[place], texts, sample))
    return columns, asks


def _ask_column(place: int, likely: Column | None, texts: Sequence[str], sample: tuple[str, ...]) -> Ask:
    name = texts[place] or letters(place)
    choices = [Choice(str(likely), phrase(TITLES), sample)] if likely else []
    others = (Column(Meaning.DIRECTOR), Column(Meaning.VENUE), Column(Meaning.NOTES))
    choices += [Choice(str(one), phrase(_OTHERS[one.meaning]), sample) for one in others]
    choices.append(Choice("", phrase(LEAVE_OUT), sample))
    return Ask(Topic.COLUMNS, phrase(WHAT_IS, column=name), tuple(choices), place, str(likely or ""))


_OTHERS = {Meaning.DIRECTOR: N_("Directors"), Meaning.VENUE: N_("Venues"), Meaning.NOTES: N_("Notes")}


def _places(texts: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(place), phrase(COLUMN, letters=letters(place)), (text,) if text else ())
        for place, text in enumerate(texts)
    )


def _ask_heading(header: Header) -> Ask:
    sample = tuple(text for text in header.texts if text)[:4]
    yes = Choice(str(header.row), phrase(A_HEADING), sample)
    return Ask(Topic.HEADER, phrase(HEADING, row=header.row), (yes, Choice("0", phrase(NO_HEADING))), likely=yes.value)


def _what(columns: Sequence[Column | None], body: Sequence[Row], *, dated: bool) -> tuple[What, bool]:
    """(what the rows are, whether that is not certain)."""
    meanings = {column.meaning for column in columns if column}
    days, hours = bool(meanings & {Meaning.DATE, Meaning.START}), bool(meanings & {Meaning.TIME, Meaning.START})
    place_named = bool(meanings & {Meaning.VENUE, Meaning.HALL})
    about_titles = len(meanings & _ABOUT_TITLES)
    if days and hours:
        return What.SCREENINGS, about_titles > 4  # noqa: PLR2004 - a list of premieres has as many facts
    if hours or (days and place_named):
        return What.SCREENINGS, not (hours and (dated or _has_days_between(body)))
    return What.TITLES, days and not about_titles


def _has_days_between(body: Sequence[Row]) -> bool:
    """Whether days stand alone between the rows."""
    return any(
        sum(bool(cell.strip()) for cell in row.cells) == 1
        and any(moments(cell, row.typed.get(place), DateOrder.DMY).day for place, cell in enumerate(row.cells) if cell)
        for row in body
    )


def _ask_what(likely: What) -> Ask:
    choices = (Choice(What.TITLES.value, phrase(TITLES)), Choice(What.SCREENINGS.value, phrase(SCREENINGS)))
    return Ask(Topic.WHAT, phrase(WHAT), choices, likely=likely.value)


def _without_times(columns: Sequence[Column | None], said: Overrides) -> list[Column | None]:
    """In a list of titles an hour can only be a length."""
    if said.columns is not None:
        return list(columns)
    free = not any(column and column.meaning is Meaning.RUNTIME for column in columns)
    return [
        Column(Meaning.RUNTIME) if column and column.meaning is Meaning.TIME and free else column for column in columns
    ]


def _filled(columns: Sequence[Column | None], body: Sequence[Row]) -> tuple[int, ...]:
    """The columns that say a thing once and leave it out until it changes."""
    rows = [row for row in body if sum(bool(cell.strip()) for cell in row.cells) > 1]
    found: list[int] = []
    for place, column in enumerate(columns):
        if column is None or column.meaning not in _FILLABLE or not rows:
            continue
        said = [row.cells[place].strip() if place < len(row.cells) else "" for row in rows]
        empty = said.count("") / len(said)
        kept = [text for text in said if text]
        changing = sum(one != two for one, two in pairwise(kept))
        if said[0] and _EMPTY_FROM <= empty <= _EMPTY_TO and changing >= (len(kept) - 1) * 0.8:
            found.append(place)
    return tuple(found)


def is_grid(sample: Sample, header: Header) -> bool:
    """Whether days or halls stand across, hours down, and titles between."""
    if any(column and column.meaning is Meaning.NAME for column in header.known):
        return False
    rows = [row for row in sample.rows if not row.empty]
    head = next((row for row in rows[:8] if _is_across(row)), None)
    if head is None:
        return False
    below = [row for row in rows if row.number > head.number and row.cells and row.cells[0].strip()]
    below = [row for row in below if any(cell.strip() for cell in row.cells[1:])]  # days between stand alone
    hours = [moments(row.cells[0], row.typed.get(0), DateOrder.DMY, hours_only=True) for row in below]
    return len(below) > 1 and sum(bool(one.spans) and len(one.rest) < 4 for one in hours) >= len(below) * _MOST  # noqa: PLR2004


def _is_across(row: Row) -> bool:
    """Whether a row names days or halls over two columns or more."""
    said = [(cell, row.typed.get(place)) for place, cell in enumerate(row.cells) if place and cell.strip()]
    days = sum(bool((found := moments(cell, typed, DateOrder.DMY)).day) and not found.spans for cell, typed in said)
    halls = sum(
        any(word in joined(cell) for word in ("зал", "厅", "hall", "screen", "экран", "кинотеатр", "影院"))
        for cell, _ in said
    )
    return len(said) > 1 and max(days, halls) >= len(said) * _MOST


def _as_grid(sample: Sample, start: Reading, said: Overrides, header: Header) -> Guess:
    """A wall grid: read as one, and asked about, for it may be anything."""
    rows = [row for row in sample.rows if not row.empty]
    across = [row for row in rows[:8] if _is_across(row)]
    first = said.header_row or (across[0].number if across else max(1, header.row))
    lines = 2 if len(across) > 1 and across[1].number == first + 1 else 1
    above = [row for row in sample.rows if row.number < first]
    heads = [row for row in sample.rows if first <= row.number < first + lines]
    texts = tuple(heads[0].cells) if heads else ()
    days = [Row(0, [cell]) for row in heads for cell in row.cells[1:] if cell.strip()]
    dates = dating(sample, days + list(sample.rows), above, (Column(Meaning.DATE),) if _has_day(days) else ())
    reading = replace(
        start, what=What.SCREENINGS, layout=Layout.GRID, header_row=first, header_rows=lines, year=dates.year,
        date_order=dates.order,
    )  # fmt: skip
    asks = [ask for ask in dates.asks if _open(ask, said)]
    if said.layout is None:
        choices = (Choice(Layout.GRID.value, phrase(AS_GRID)), Choice(Layout.LIST.value, phrase(AS_LIST)))
        asks.insert(0, Ask(Topic.LAYOUT, phrase(GRID), choices, likely=Layout.GRID.value))
    return Guess(said.on(reading), texts, tuple(asks), (), dates.day, signature_of(texts))


def _has_day(rows: Sequence[Row]) -> bool:
    return any(moments(row.cells[0], None, DateOrder.DMY).day for row in rows)
