"""How a file is to be read: every guess with a name, so that each can be overridden, kept and passed as JSON."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, NamedTuple, Self

from app.domain.kinds import NameType
from app.errors import UserError
from app.words import N_, Phrase

FOUR_AT_NIGHT = 4 * 60
FIRST_YEAR, LAST_YEAR = 1888, 2100
MOST_COLUMNS = 500
"""A catalogue has some forty columns, a wall grid a hundred; Excel's 16,384 are a mistake or a bomb."""

_NO_ENCODINGS = frozenset({"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "utf-7"})
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class What(StrEnum):
    """What the rows of a file are."""

    TITLES = "titles"
    SCREENINGS = "screenings"


class Layout(StrEnum):
    """One thing a row, or a wall grid: days or halls across, hours down."""

    LIST = "list"
    GRID = "grid"


class DateOrder(StrEnum):
    """How 03.04.2026 is meant."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Truncated(StrEnum):
    """What becomes of a row in whose middle the file ends; unless that is said, nothing is read."""

    LEAVE_OUT = "leave_out"
    KEEP = "keep"


class Meaning(StrEnum):
    """What a column holds. The values stand in mapping files; never rename one."""

    NAME = "name"
    LOGLINE = "logline"
    SYNOPSIS = "synopsis"
    FULL_SYNOPSIS = "full_synopsis"
    KIND = "kind"
    YEAR = "year"
    RUNTIME = "runtime"
    EPISODES = "episodes"
    AGE = "age"
    COUNTRY = "country"
    LANGUAGE = "language"
    DUBBED = "dubbed"
    VOICE_OVER = "voice_over"
    SUBTITLES = "subtitles"
    VERSION = "version"
    DIRECTOR = "director"
    WRITER = "writer"
    CINEMATOGRAPHER = "cinematographer"
    COMPOSER = "composer"
    PRODUCER = "producer"
    COMPANY = "production_company"
    CAST = "cast"
    DISTRIBUTOR = "distributor"
    STUDIO = "dubbing_studio"
    EDITOR = "editor"
    NARRATOR = "narrator"
    DUBBING_DIRECTOR = "dubbing_director"
    VOICE_ACTOR = "voice_actor"
    TRANSLATOR = "translator"
    PRINT_SOURCE = "print_source"
    CO_DIRECTOR = "co_director"
    BASED_ON = "based_on"
    FILM_STUDIO = "studio"
    CO_PRODUCER = "co_producer"
    SUBTITLER = "subtitler"
    LITERARY_EDITOR = "literary_editor"
    SALES_AGENT = "sales_agent"
    INTERPRETER = "interpreter"
    MODERATOR = "moderator"
    GUEST = "guest"
    CURATOR = "curator"
    TOUR_MANAGER = "tour_manager"
    RIGHTS = "rights"
    RIGHTS_START = "rights_start"
    RIGHTS_END = "rights_end"
    RIGHTS_HOLDER = "rights_holder"
    TERRITORY = "territory"
    IDENTIFIER = "identifier"
    UNVERIFIED = "unverified"
    SOURCE = "source"
    NOTES = "notes"
    DATE = "date"
    TIME = "time"
    END = "end"
    START = "start"
    VENUE = "venue"
    HALL = "hall"
    CITY = "city"
    NUMBER = "number"
    """A running number or a weekday: known, and not needed."""


class Column(NamedTuple):
    """What one column means: `name/kk-Cyrl/original`, `identifier/imdb`, `year`.

    `language` is a BCP 47 tag ('' is told cell by cell); for an identifier its scheme.
    """

    meaning: Meaning
    language: str = ""
    type: NameType | None = None

    def __str__(self) -> str:
        parts = [self.meaning.value, self.language, self.type.value if self.type else ""]
        return "/".join(parts).rstrip("/")


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file is read, completely. Rows and columns as people count: rows from 1, columns from 0.

    `header_row` is the first line of the heading, 0 when there is none, `header_rows` its lines.
    `filled` are columns whose empty cells take what stands above. `year` belongs to dates without one,
    `day_start` is the minute at which a festival day begins (domain.calendar.festival_day).
    """

    what: What = What.TITLES
    encoding: str = "utf-8"
    separator: str = ","
    sheet: str = ""
    header_row: int = 1
    header_rows: int = 1
    columns: tuple[Column | None, ...] = ()
    layout: Layout = Layout.LIST
    filled: tuple[int, ...] = ()
    year: int | None = None
    date_order: DateOrder = DateOrder.DMY
    day_start: int = FOUR_AT_NIGHT
    venue: str = ""
    hall: str = ""
    city: str = ""
    truncated: Truncated | None = None

    def as_json(self) -> dict[str, Any]:
        """What `Overrides.from_json` takes back."""
        return Overrides(**{field.name: getattr(self, field.name) for field in fields(self)}).as_json()


@dataclass(frozen=True, slots=True)
class Overrides:
    """What somebody has said about a file; None is left to the guesses.

    `by_heading` maps headings as they stand in the file to columns (None: leave out): a remembered
    mapping that survives columns being moved.
    """

    what: What | None = None
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    header_rows: int | None = None
    columns: tuple[Column | None, ...] | None = None
    by_heading: tuple[tuple[str, Column | None], ...] = ()
    layout: Layout | None = None
    filled: tuple[int, ...] | None = None
    year: int | None = None
    date_order: DateOrder | None = None
    day_start: int | None = None
    venue: str | None = None
    hall: str | None = None
    city: str | None = None
    truncated: Truncated | None = None

    def as_json(self) -> dict[str, Any]:
        """The words of a mapping file: `as`, `encoding`, `columns` (a list, or headings with their meaning) ..."""
        said: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None and field.name not in {"columns", "by_heading"}:
                said[_WRITTEN.get(field.name, field.name)] = list(value) if isinstance(value, tuple) else value
        if self.columns is not None:
            said["columns"] = [None if column is None else str(column) for column in self.columns]
        elif self.by_heading:
            said["columns"] = {heading: None if column is None else str(column) for heading, column in self.by_heading}
        return said

    @classmethod
    def from_json(cls, said: object) -> Self:
        """Read a mapping. Raises `UserError` naming the first thing in it that makes no sense."""
        if not isinstance(said, Mapping):
            raise UserError(N_("A mapping is a JSON object, like {example}."), example='{"as": "titles"}')
        values: dict[str, Any] = {}
        for name, value in said.items():
            key = str(name)
            if key == "columns" and isinstance(value, Mapping):
                values["by_heading"] = tuple((str(head), _column(one)) for head, one in value.items())
            elif key not in _CHECKS:
                raise UserError(N_("The mapping has an unknown entry “{name}”."), name=key)
            elif value is not None:
                values[_READ.get(key, key)] = _CHECKS[key](key, value)
        return cls(**values)

    def on(self, reading: Reading) -> Reading:
        """`reading` with everything said here; `by_heading` is the guess's affair."""
        said = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "by_heading"}
        return replace(reading, **{name: value for name, value in said.items() if value is not None})


_WRITTEN = {"what": "as"}
_READ = {"as": "what"}


def _refuse(key: str, value: object) -> UserError:
    return UserError(N_("The mapping says “{value}” for “{name}”, which makes no sense."), value=str(value), name=key)


def _column(value: object) -> Column | None:
    """`name/kk-Cyrl/original` as a column."""
    if value is None or value == "":
        return None
    meaning, _, rest = str(value).partition("/")
    language, _, kind = rest.partition("/")
    if meaning not in set(Meaning) or (kind and kind not in set(NameType)):
        raise _refuse("columns", value)
    if language and meaning != Meaning.IDENTIFIER and not _TAG.fullmatch(language):
        raise _refuse("columns", value)
    return Column(Meaning(meaning), language, NameType(kind) if kind else None)


def _columns(key: str, value: object) -> tuple[Column | None, ...]:
    if not isinstance(value, list | tuple) or len(value) > MOST_COLUMNS:
        raise _refuse(key, value)
    return tuple(_column(one) for one in value)


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > 1000 or "\0" in value:  # noqa: PLR2004 - longer than any name
        raise _refuse(key, value)
    return value


def _encoding(key: str, value: object) -> str:
    name = _text(key, value)
    try:
        "".encode(name)
        strange = codecs.lookup(name).name in _NO_ENCODINGS
    except (LookupError, ValueError):
        raise _refuse(key, value) from None
    if strange:
        raise _refuse(key, value)
    return name


def _separator(key: str, value: object) -> str:
    if value not in (";", ",", "\t", "|"):
        raise _refuse(key, value)
    return str(value)


def _within(first: int, last: int) -> Any:
    def check(key: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not first <= value <= last:
            raise _refuse(key, value)
        return value

    return check


def _one_of(kind: type[StrEnum]) -> Any:
    def check(key: str, value: object) -> StrEnum:
        if value not in set(kind):
            raise _refuse(key, value)
        return kind(str(value))

    return check


def _filled(key: str, value: object) -> tuple[int, ...]:
    if not isinstance(value, list | tuple):
        raise _refuse(key, value)
    return tuple(_within(0, MOST_COLUMNS - 1)(key, one) for one in value)


_CHECKS: dict[str, Any] = {
    "as": _one_of(What),
    "encoding": _encoding,
    "separator": _separator,
    "sheet": _text,
    "header_row": _within(0, 10_000),
    "header_rows": _within(1, 5),
    "columns": _columns,
    "layout": _one_of(Layout),
    "filled": _filled,
    "year": _within(FIRST_YEAR, LAST_YEAR),
    "date_order": _one_of(DateOrder),
    "day_start": _within(0, 12 * 60),
    "venue": _text,
    "hall": _text,
    "city": _text,
    "truncated": _one_of(Truncated),
}


class Topic(StrEnum):
    """What is asked about a file when it is not certain; each is a field of `Overrides`."""

    WHAT = "what"
    ENCODING = "encoding"
    SEPARATOR = "separator"
    SHEET = "sheet"
    HEADER = "header_row"
    COLUMNS = "columns"
    LAYOUT = "layout"
    YEAR = "year"
    DATE_ORDER = "date_order"
    TRUNCATED = "truncated"


class Choice(NamedTuple):
    """One answer: what goes into a mapping, how it is said, and what the file looks like then."""

    value: str
    label: Phrase
    sample: tuple[str, ...] = ()


class Ask(NamedTuple):
    """A question that must be answered before the file is read; `column` for questions about one, else -1.

    No choices: any year, any column. `likely` is the value the guess stands for meanwhile.
    """

    topic: Topic
    question: Phrase
    choices: tuple[Choice, ...] = ()
    column: int = -1
    likely: str = ""


def answered(overrides: Overrides, reading: Reading, ask: Ask, value: str) -> Overrides:
    """`overrides` with one question answered. Raises `UserError` for a value that makes no sense."""
    key = _WRITTEN.get(ask.topic.value, ask.topic.value)
    if ask.topic is Topic.COLUMNS:
        columns = list(overrides.columns if overrides.columns is not None else reading.columns)
        if value.isdecimal() and int(value) < len(columns):  # this one holds the titles
            columns[int(value)] = Column(Meaning.NAME, "", NameType.ORIGINAL)
        else:
            columns[ask.column] = _column(value)
        return replace(overrides, columns=tuple(columns))
    number = ask.topic in {Topic.YEAR, Topic.HEADER} and value.isdecimal()
    return replace(overrides, **{ask.topic.value: _CHECKS[key](key, int(value) if number else value)})
