"""What the data check looks at and what it finds: the facts of a title, findings, and how one is mended."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import ClearanceState, Level, NameType, Scheme, SynopsisKind, Use, WorkKind
from app.domain.rights import Window


class Code(StrEnum):
    """The checks by their stable names, which scripts rely on; never rename one."""

    MIXED_LETTERS = "mixed-letters"
    WRONG_ENCODING = "wrong-encoding"
    EMPTY_NAME = "empty-name"
    INVISIBLE_LETTERS = "invisible-letters"
    RIGHTS_BEFORE_SHOW = "rights-before-show"
    NO_RUNTIME = "no-runtime"
    NO_AGE_MARK = "no-age-mark"
    NO_CLEARANCE = "no-clearance"
    NO_RIGHTS = "no-rights"
    NO_KAZAKH_NAME = "no-kazakh-name"
    NO_NAME_FOR_OFFICE = "no-name-for-office"
    TWO_ORIGINALS = "two-originals"
    WRONG_SCRIPT = "wrong-script"
    QUOTED_NAME = "quoted-name"
    LONG_NAME = "long-name"
    PROBABLE_DUPLICATE = "probable-duplicate"
    NO_YEAR = "no-year"
    NO_COUNTRY = "no-country"
    CO_PRODUCTION_ALONE = "co-production-alone"
    LONG_SYNOPSIS = "long-synopsis"
    WRONG_CHECK_DIGIT = "wrong-check-digit"
    UNVERIFIED_FACTS = "unverified-facts"
    UNCONFIRMED_READING = "unconfirmed-reading"
    UNCONFIRMED_NAME = "unconfirmed-name"
    VERSION_WITHOUT_RUNTIME = "version-without-runtime"
    NO_KAZAKH_VERSION = "no-kazakh-version"
    NO_POSTER = "no-poster"


class CheckedName(NamedTuple):
    """A name as it is checked. `reading_auto` and `auto` wait for a person."""

    id: int
    text: str
    language: str
    type: NameType
    reading: str
    reading_auto: bool
    auto: bool


class CheckedText(NamedTuple):
    """A synopsis; `room` are the letters the print has for it, None for as many as for others of its kind."""

    id: int
    language: str
    kind: SynopsisKind
    text: str
    room: int | None


class CheckedNumber(NamedTuple):
    """A number of others for the title."""

    id: int
    scheme: Scheme
    value: str


class CheckedPaper(NamedTuple):
    """A clearance; `version` None covers all."""

    id: int
    territory: str
    version: int | None
    state: ClearanceState
    ends: date | None


class Plan(NamedTuple):
    """A programme that has the title in its slate: whose office, and for what use."""

    programme: int
    territory: str
    use: Use
    version: int | None


class Show(NamedTuple):
    """A showing that is planned."""

    programme: int
    day: date
    territory: str
    use: Use
    version: int | None


class Checked(NamedTuple):
    """The facts of one title that the checks go by. `untimed_versions` say nothing of their length."""

    work: int
    kind: WorkKind
    level: Level
    year: int | None
    runtime: int | None
    age_mark: str
    co_production: bool
    unverified: str
    names: Sequence[CheckedName] = ()
    countries: int = 0
    untimed_versions: tuple[int, ...] = ()
    kazakh_version: bool = False
    poster: bool = False
    synopses: tuple[CheckedText, ...] = ()
    identifiers: tuple[CheckedNumber, ...] = ()
    clearances: tuple[CheckedPaper, ...] = ()
    plans: tuple[Plan, ...] = ()
    shows: tuple[Show, ...] = ()
    windows: tuple[Window, ...] = ()


class Mend(StrEnum):
    """The repairs that take one step."""

    RETEXT = "retext"
    RETAG = "retag"
    CONFIRM_READING = "confirm_reading"
    CONFIRM_NAME = "confirm_name"
    NOT_ORIGINAL = "not_original"
    ONE_COUNTRY = "one_country"


class Fix(NamedTuple):
    """A repair of one record: `value` is what it shall be, where there is a choice."""

    mend: Mend
    record: int
    value: str = ""


class Found(NamedTuple):
    """Something wrong with a title. `record` is the row it is about, 0 for the title itself.

    `about` is what was judged: when somebody leaves it as it is and it changes, it is found
    again. `fields` are what its sentence says.
    """

    code: Code
    work: int
    record: int = 0
    about: str = ""
    fields: tuple[tuple[str, object], ...] = ()
    fix: Fix | None = None

    @property
    def key(self) -> tuple[int, str, str]:
        """By what it is remembered when it is left as it is."""
        return self.work, str(self.code), self.about


def without(found: Iterable[Found], left: frozenset[tuple[int, str, str]]) -> list[Found]:
    """What nobody has chosen to live with."""
    return [one for one in found if one.key not in left]
