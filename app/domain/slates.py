"""What a slate amounts to: confirmed and invited titles counted against targets, and what a change would do to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.domain.kinds import LANGUAGES, Premiere, SlateState, SpokenMode
from app.domain.kinds_of_plans import TargetKind
from app.domain.names import WORDLESS, plain

CO_PRODUCTION = "co_production"
"""Stands for a country: a title of several countries counts here and for none of them (F25)."""

COUNTED = (SlateState.CONFIRMED, SlateState.INVITED)
"""Only these count: the first for sure, the second perhaps."""

CHINESE = frozenset({"CN", "HK", "MO", "TW"})
KAZAKH = "KZ"
SOVIET = "SU"
"""Films of the Soviet Union made in Kazakh are Kazakh ones."""

SHOWN_COUNTRIES = 3
"""Countries without a target that are counted all the same, those with most titles first."""


class Voice(NamedTuple):
    """What can be heard and read in one version of a title: BCP 47 tags."""

    id: int
    spoken: str
    mode: SpokenMode
    subtitles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A title of a slate, as far as the balance asks. `version` is the one chosen, None for any of `voices`.

    `minutes` are those of the title; `women`: one of its directors is a woman.
    """

    id: int
    state: SlateState
    minutes: int = 0
    countries: tuple[str, ...] = ()
    co_production: bool = False
    voices: tuple[Voice, ...] = ()
    version: int | None = None
    strand: int | None = None
    year: int | None = None
    women: bool = False
    premiere: Premiere = Premiere.NONE

    @property
    def followed_in(self) -> frozenset[str]:
        """The languages of the house in which it can be followed; all of them where nobody speaks."""
        chosen = [voice for voice in self.voices if voice.id == self.version] or self.voices
        if any(voice.spoken in WORDLESS for voice in chosen):
            return frozenset(LANGUAGES)
        return frozenset(plain(tag) for voice in chosen for tag in (voice.spoken, *voice.subtitles))

    @property
    def origins(self) -> tuple[str, ...]:
        """The countries it counts for: its own, or `CO_PRODUCTION`."""
        return (CO_PRODUCTION,) if self.co_production or len(self.countries) > 1 else self.countries

    @property
    def chinese(self) -> bool:
        """Whether China made it, alone or with others."""
        return not CHINESE.isdisjoint(self.countries)

    @property
    def kazakh(self) -> bool:
        """Whether Kazakhstan made it, alone or with others, under whatever flag."""
        made_in = {plain(voice.spoken) for voice in self.voices if voice.mode is SpokenMode.ORIGINAL}
        return KAZAKH in self.countries or (SOVIET in self.countries and "kk" in made_in)


class Aim(NamedTuple):
    """How much of something is wanted: a target."""

    kind: TargetKind
    wanted: int
    about: str = ""
    strand: int | None = None


class Key(NamedTuple):
    """What a measure counts: a kind of target, and of which country, language or strand."""

    kind: TargetKind
    about: str = ""
    strand: int | None = None


class Measure(NamedTuple):
    """How much there is of something: minutes or titles. `wanted` None where nobody has set a target."""

    key: Key
    confirmed: int
    invited: int
    wanted: int | None = None

    @property
    def total(self) -> int:
        """Confirmed and invited together."""
        return self.confirmed + self.invited

    @property
    def reached(self) -> bool:
        """Whether what there is comes up to what is wanted. More is fine."""
        return self.wanted is None or self.total >= self.wanted


class Parity(NamedTuple):
    """Titles of China beside titles of Kazakhstan; `wanted` is the largest accepted difference."""

    chinese: Measure
    kazakh: Measure
    wanted: int | None = None

    @property
    def difference(self) -> int:
        """How many Chinese titles more there are than Kazakh ones."""
        return self.chinese.total - self.kazakh.total

    @property
    def reached(self) -> bool:
        """Whether the two are close enough."""
        return self.wanted is None or abs(self.difference) <= self.wanted


class Balance(NamedTuple):
    """Everything a slate is measured by, group by group, each in the order it is shown."""

    minutes: Measure
    titles: Measure
    countries: tuple[Measure, ...]
    languages: tuple[Measure, ...]
    strands: tuple[Measure, ...]
    others: tuple[Measure, ...]
    parity: Parity

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All that is counted, parity aside."""
        return (self.minutes, self.titles, *self.countries, *self.languages, *self.strands, *self.others)

    def measure(self, key: Key) -> Measure | None:
        """One of them."""
        return next((one for one in self.measures if one.key == key), None)


class Frame(NamedTuple):
    """What a slate is measured within: its targets, its strands in order, and the year of the programme."""

    aims: tuple[Aim, ...] = ()
    strands: tuple[int, ...] = ()
    year: int = 0

    def wanted(self, key: Key) -> int | None:
        """The target of something; None where there is none. Nothing wanted is no target; no difference is one."""
        found = next((aim.wanted for aim in self.aims if Key(aim.kind, aim.about, aim.strand) == key), None)
        return found if found or key.kind is TargetKind.PARITY else None


def balance(entries: Iterable[Entry], frame: Frame, *, also: Iterable[Entry] = ()) -> Balance:
    """What the counted entries amount to. Countries of `also` are listed too, so that two balances compare."""
    counted = [entry for entry in entries if entry.state in COUNTED]
    seen = _Counting(counted, frame)
    languages = dict.fromkeys((*_LANGUAGE_ORDER, *(a.about for a in frame.aims if a.kind is TargetKind.LANGUAGE)))
    chinese = seen.of(Key(TargetKind.PARITY, "CN"), [entry for entry in counted if entry.chinese])
    kazakh = seen.of(Key(TargetKind.PARITY, "KZ"), [entry for entry in counted if entry.kazakh])
    new = [entry for entry in counted if entry.year is not None and entry.year >= frame.year - 1]
    return Balance(
        minutes=seen.minutes(),
        titles=seen.of(Key(TargetKind.TITLES), counted),
        countries=tuple(
            seen.of(Key(TargetKind.COUNTRY, code), [entry for entry in counted if code in entry.origins])
            for code in _countries([*counted, *also], frame)
        ),
        languages=tuple(
            seen.of(Key(TargetKind.LANGUAGE, code), [entry for entry in counted if code in entry.followed_in])
            for code in languages
        ),
        strands=tuple(
            seen.of(Key(TargetKind.STRAND, "", strand), [entry for entry in counted if entry.strand == strand])
            for strand in frame.strands
        ),
        others=(
            seen.of(Key(TargetKind.NEW), new),
            seen.of(Key(TargetKind.WOMEN), [entry for entry in counted if entry.women]),
            seen.of(Key(TargetKind.PREMIERE), [one for one in counted if one.premiere is not Premiere.NONE]),
        ),
        parity=Parity(chinese, kazakh, frame.wanted(Key(TargetKind.PARITY))),
    )


_LANGUAGE_ORDER = ("zh", "kk", "ru", "en")


class _Counting:
    """Counts confirmed and invited apart."""

    def __init__(self, counted: Sequence[Entry], frame: Frame) -> None:
        self._counted, self._frame = counted, frame

    def of(self, key: Key, some: Collection[Entry]) -> Measure:
        confirmed = sum(entry.state is SlateState.CONFIRMED for entry in some)
        return Measure(key, confirmed, len(some) - confirmed, self._frame.wanted(key))

    def minutes(self) -> Measure:
        key = Key(TargetKind.MINUTES)
        confirmed, invited = (
            sum(entry.minutes for entry in self._counted if entry.state is state) for state in COUNTED
        )
        return Measure(key, confirmed, invited, self._frame.wanted(key))


def _countries(entries: Sequence[Entry], frame: Frame) -> list[str]:
    """Countries with a target in its order, then the most frequent others; co-productions last."""
    aimed = [aim.about for aim in frame.aims if aim.kind is TargetKind.COUNTRY]
    counts: dict[str, int] = {}
    for entry in entries:
        for code in entry.origins:
            counts[code] = counts.get(code, 0) + 1
    others = sorted((code for code in counts if code not in aimed), key=lambda code: (-counts[code], code))
    room = max(0, SHOWN_COUNTRIES - len(aimed))
    wanted = [*aimed, *[code for code in others if code != CO_PRODUCTION][:room]]
    if CO_PRODUCTION in counts and CO_PRODUCTION not in wanted:
        wanted.append(CO_PRODUCTION)
    return [code for code in wanted if code != CO_PRODUCTION] + [code for code in wanted if code == CO_PRODUCTION]


def preview(entries: Iterable[Entry], changes: Mapping[int, SlateState | None]) -> tuple[Entry, ...]:
    """The entries as they would be with these states; None takes an entry out."""
    found = []
    for entry in entries:
        state = changes.get(entry.id, entry.state)
        if state is not None:
            found.append(entry if state is entry.state else replace(entry, state=state))
    return tuple(found)


class Shift(NamedTuple):
    """How a measure would change."""

    before: Measure
    after: Measure

    @property
    def confirmed(self) -> int:
        """How much more would be confirmed."""
        return self.after.confirmed - self.before.confirmed

    @property
    def total(self) -> int:
        """How much more there would be, confirmed and invited."""
        return self.after.total - self.before.total


class Effect(NamedTuple):
    """A balance before and after a change, and what is different."""

    before: Balance
    after: Balance
    shifts: tuple[Shift, ...]


def effect(entries: Sequence[Entry], changes: Mapping[int, SlateState | None], frame: Frame) -> Effect:
    """What giving some entries other states would do to the balance."""
    then = preview(entries, changes)
    moved = [entry for entry in then if entry.id in changes and entry.state in COUNTED]
    before, after = balance(entries, frame, also=moved), balance(then, frame, also=moved)
    here = {one.key: one for one in before.measures}
    there = {one.key: one for one in after.measures}
    shifts = []
    for key in dict.fromkeys((*here, *there)):
        old = here.get(key, Measure(key, 0, 0, frame.wanted(key)))
        new = there.get(key, Measure(key, 0, 0, frame.wanted(key)))
        if (old.confirmed, old.invited) != (new.confirmed, new.invited):
            shifts.append(Shift(old, new))
    return Effect(before, after, tuple(shifts))


def average(points: Iterable[int | None]) -> float | None:
    """The mean of the points given, to one decimal; None where nobody has given any."""
    given = [one for one in points if one is not None]
    return round(sum(given) / len(given), 1) if given else None
