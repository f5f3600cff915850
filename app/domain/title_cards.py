"""Everything a catalogue card tells of a title: frozen rows, each named as its column in the library is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from app.domain.kinds import (
    AwardResult,
    ClearanceKind,
    ClearanceState,
    Confidence,
    CopyFormat,
    CustodyKind,
    Level,
    Measure,
    NameType,
    Premiere,
    RightsState,
    Role,
    Scheme,
    SpokenMode,
    SubtitleKind,
    TrackKind,
    Use,
    VersionStatus,
)  # fmt: skip
from app.domain.names import FourNames, WorkName
from app.domain.title_facts import Choice, TitleFacts


class CardName(NamedTuple):
    """One name; `auto` if the program wrote it and nobody has confirmed it."""

    text: str
    language: str
    type: NameType
    reading: str
    auto: bool


class CardVersion(NamedTuple):
    """A language version; `runtime` in minutes if it is not the work's, `access` as in `Version`."""

    id: int
    language: str
    mode: SpokenMode
    status: VersionStatus
    runtime: int | None
    year: int | None
    studio: str
    place: str
    note: str
    access: str = ""


class CardSubtitles(NamedTuple):
    """Subtitles of a version."""

    version_id: int
    language: str
    kind: SubtitleKind


class CardCredit(NamedTuple):
    """What somebody did, for the work or for one version."""

    role: Role
    agent_id: int
    character: str
    version_id: int | None


class CardRights(NamedTuple):
    """A licence; days are inclusive, `fee` in hundredths of `currency`."""

    territory: str
    use: Use
    state: RightsState
    starts: date | None
    ends: date | None
    holder: str
    fee: int | None
    currency: str
    papers: str
    note: str


class CardRating(NamedTuple):
    """An age mark abroad."""

    territory: str
    mark: str


class CardClearance(NamedTuple):
    """A certificate, permit or filing."""

    territory: str
    kind: ClearanceKind
    state: ClearanceState
    number: str
    granted: date | None
    ends: date | None


class CardCopy(NamedTuple):
    """A copy."""

    name: str
    format: CopyFormat
    place: str
    owner: str
    note: str
    digital_name: str = ""
    id: int = 0


class CardTrack(NamedTuple):
    """What a track of a copy carries."""

    copy_id: int
    kind: TrackKind
    language: str
    detail: str


class CardKey(NamedTuple):
    """What opens an encrypted copy, where, and from when to when: UTC, to be told in the zone of the hall."""

    copy_id: int
    hall: FourNames
    server: str
    valid_from: datetime | None
    valid_until: datetime | None
    zone: str
    note: str


class CardCustody(NamedTuple):
    """A step of a copy on its way."""

    copy_id: int
    day: date
    kind: CustodyKind
    giver: str
    receiver: str
    place: str
    waybill: str
    state: str


class CardSale(NamedTuple):
    """A country a work was sold to."""

    country: str
    buyer: str
    year: int | None


class CardAward(NamedTuple):
    """A prize or nomination."""

    event: str
    year: int | None
    prize: str
    result: AwardResult


class CardEntry(NamedTuple):
    """An appearance at a festival."""

    event: str
    year: int | None
    section: str
    country: str
    city: str
    premiere: Premiere


class CardFigure(NamedTuple):
    """A published number in whole units, or hundredths for shares, ratings and money."""

    measure: Measure
    value: int
    currency: str
    territory: str


class CardClaim(NamedTuple):
    """What a source says of a fact."""

    fact: str
    value: str
    source: str
    confidence: Confidence
    preferred: bool


class CardIdentifier(NamedTuple):
    """A number of others."""

    scheme: Scheme
    value: str


class CardCountry(NamedTuple):
    """A producing country with its role and share in per cent."""

    country: str
    role: str
    share: int | None


class Picture(NamedTuple):
    """A poster: its digest, which names it, its media type and its bytes."""

    digest: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class TitleCard:
    """One title with all that hangs on it. `agents` are names by number, `parent` those of the series it belongs to."""

    facts: TitleFacts
    level: Level = Level.WORK
    number: int | None = None
    parent: tuple[WorkName, ...] = ()
    co_production: bool = False
    national_film: bool = False
    agreement: str = ""
    names: tuple[CardName, ...] = ()
    countries: tuple[CardCountry, ...] = ()
    versions: tuple[CardVersion, ...] = ()
    subtitles: tuple[CardSubtitles, ...] = ()
    credits: tuple[CardCredit, ...] = ()
    rights: tuple[CardRights, ...] = ()
    ratings: tuple[CardRating, ...] = ()
    clearances: tuple[CardClearance, ...] = ()
    copies: tuple[CardCopy, ...] = ()
    tracks: tuple[CardTrack, ...] = ()
    keys: tuple[CardKey, ...] = ()
    custody: tuple[CardCustody, ...] = ()
    sales: tuple[CardSale, ...] = ()
    awards: tuple[CardAward, ...] = ()
    entries: tuple[CardEntry, ...] = ()
    figures: tuple[CardFigure, ...] = ()
    claims: tuple[CardClaim, ...] = ()
    identifiers: tuple[CardIdentifier, ...] = ()
    agents: Mapping[int, tuple[WorkName, ...]] = field(default_factory=dict)
    poster: Picture | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Catalogue cards as they are printed: the cards, where they come from, and the day the facts are true."""

    choice: Choice
    cards: tuple[TitleCard, ...]
    as_of: date
    sample: bool = False
