"""Whether two records are the same title: told by what they are called, by year and director, and by numbers of others.

One title bears many names, and one name many titles: Cold War is a film of 2012 and another of 2018.
A name alone therefore never settles anything. The keys of a name are its spelling and its sound
(`folding.fold`, `folding.skeleton`); the whole names kept for search are compared with them, so that a
store can ask its own index for candidates.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from app.domain import chinese
from app.domain.folding import LONGEST_NAME, fold, skeleton
from app.domain.kinds import Scheme, WorkKind
from app.domain.names import plain

K = TypeVar("K", bound=Hashable)

SHORTEST_SOUND = 4
"""Letters of a skeleton below which too many names sound alike: Ана, Anna and Ань."""

NEAR_YEARS = 1
"""A film is made in one year and shown in the next; lists differ in which of them they give."""

COMMON_NAME = 64
"""Titles of one name beyond which the name says nothing: "untitled", "test", "без названия"."""

ONE_NUMBER = frozenset({Scheme.IMDB, Scheme.WIKIDATA, Scheme.KINOPOISK, Scheme.DOUBAN, Scheme.ISAN, Scheme.OWN})
"""Whose number a title has once: with two of them it would be two titles."""

_FAMILIES = (
    {WorkKind.SERIES, WorkKind.MICROSERIES, WorkKind.ANIMATION_SERIES, WorkKind.DOCUMENTARY_SERIES},
    {WorkKind.FEATURE, WorkKind.SHORT, WorkKind.DOCUMENTARY, WorkKind.ANIMATION, WorkKind.ANIMATED_SHORT},
    {WorkKind.TV_STRAND, WorkKind.TV_SHOW},
    {WorkKind.TALK, WorkKind.MASTER_CLASS},
)


class Degree(IntEnum):
    """How sure it is that two titles are one."""

    NO = 0
    MAYBE = 1
    SURE = 2
    CERTAIN = 3


class Sign(Enum):
    """What it was told by, the strongest."""

    NUMBER = auto()
    NAME_AND_YEAR = auto()
    NAME_AND_DIRECTOR = auto()
    NAME = auto()


class Match(NamedTuple):
    """How alike two titles are, and by what. `shared` are the keys of names they have in common."""

    degree: Degree
    sign: Sign = Sign.NAME
    shared: frozenset[str] = frozenset()


class Keys(NamedTuple):
    """A name as it is compared: `spelt` letter by letter in any case, `heard` in any script."""

    spelt: frozenset[str]
    heard: frozenset[str]


NOBODY = Match(Degree.NO)


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a title is recognised by. None and empty mean not known.

    `identifiers` are (scheme, value); `directors` names as they are written, in any script.
    """

    spelt: frozenset[str]
    heard: frozenset[str] = frozenset()
    year: int | None = None
    directors: tuple[str, ...] = ()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    kind: WorkKind | None = None
    tongues: frozenset[tuple[str, str]] = frozenset()
    """(language of two or three letters, key of a name in it)."""

    @property
    def keys(self) -> frozenset[str]:
        """Every key of every name."""
        return self.spelt | self.heard


def keys(name: str) -> Keys:
    """The keys of one name; none for a name without letters and figures."""
    folded = fold(name[:LONGEST_NAME])
    if not folded:
        return Keys(frozenset(), frozenset())
    if chinese.has_han(folded):
        plain = fold(chinese.simplified(name[:LONGEST_NAME]))
        return Keys(frozenset((folded, plain)), frozenset())
    heard = skeleton(name[:LONGEST_NAME])
    joined = folded.replace(" ", "")
    sounds = (text for text in (heard, joined) if len(text) >= SHORTEST_SOUND)
    return Keys(frozenset((folded,)), frozenset(sounds))


def portrait(  # noqa: PLR0913 - what a title is recognised by
    names: Iterable[str],
    *,
    year: int | None = None,
    directors: Sequence[str] = (),
    identifiers: Iterable[tuple[str, str]] = (),
    kind: WorkKind | None = None,
    languages: Sequence[str] = (),
) -> Portrait:
    """The portrait of a title with these names; `languages` are theirs (BCP 47), in the same order, if known."""
    every = [keys(name) for name in names]
    spoken = zip(languages, every, strict=False)
    return Portrait(
        frozenset().union(*(own.spelt for own in every)),
        frozenset().union(*(own.heard for own in every)),
        year,
        tuple(directors),
        frozenset((str(scheme), value.strip().casefold()) for scheme, value in identifiers if value.strip()),
        kind,
        frozenset((plain(language), key) for language, own in spoken for key in (*own.spelt, *own.heard)),
    )


def likeness(one: Portrait, other: Portrait) -> Match:
    """Whether two portraits show one title."""
    shared = (one.spelt & other.spelt) | (one.keys & other.heard) | (one.heard & other.spelt)
    years = _years(one, other)
    if one.identifiers & other.identifiers:
        strange = not shared and years is False and one.spelt and other.spelt
        return Match(Degree.MAYBE if strange else Degree.CERTAIN, Sign.NUMBER, shared)
    if not shared:
        return NOBODY
    match = _by_name(one, other, shared, years)
    against = (_numbers_differ(one, other), _families_differ(one, other), _names_differ(one, other))
    if (match.degree is Degree.SURE and any(against)) or (match.degree and any(against[:2])):
        match = match._replace(degree=Degree(match.degree - 1))
    return match


def _by_name(one: Portrait, other: Portrait, shared: frozenset[str], years: bool | None) -> Match:  # noqa: FBT001 - yes, no, unknown
    people = _directors(one, other)
    if years is not False and people:
        return Match(Degree.SURE, Sign.NAME_AND_DIRECTOR, shared)
    if years and people is None:
        return Match(Degree.SURE, Sign.NAME_AND_YEAR, shared)
    if years is False and not people and len(one.spelt & other.spelt) < 2:  # noqa: PLR2004 - one name may be chance
        return NOBODY
    return Match(Degree.MAYBE, Sign.NAME_AND_DIRECTOR if people else Sign.NAME_AND_YEAR if years else Sign.NAME, shared)


def _years(one: Portrait, other: Portrait) -> bool | None:
    """Whether the years agree; None where one is not known."""
    if one.year is None or other.year is None:
        return None
    return abs(one.year - other.year) <= NEAR_YEARS


def _directors(one: Portrait, other: Portrait) -> bool | None:
    """Whether they have a director in common; None where one has none."""
    if not one.directors or not other.directors:
        return None
    return any(same_person(a, b) for a in one.directors for b in other.directors)


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: in any script and order, first names short or left out."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    if "".join(a) == "".join(b) or "".join(sorted(a)) == "".join(sorted(b)):
        return True
    fewer, more = sorted((a, b), key=lambda words: (len(words), len("".join(words))))
    long = [word for word in fewer if len(word) > 2]  # noqa: PLR2004 - initials, and syllables of Chinese names
    return bool(long) and all(word in more or _initial(word, more) for word in fewer)


def _initial(word: str, others: Sequence[str]) -> bool:
    """Whether `word` shortens one of the others: Sh. for Shaken."""
    return len(word) <= 2 and any(other.startswith(word) for other in others)  # noqa: PLR2004 - as above


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a person's name in one spelling; a Chinese name as it is read."""
    if chinese.has_han(name):
        name = chinese.without_tones(chinese.reading(name))
    return tuple(skeleton(name.replace(".", ". ")).split())


def _numbers_differ(one: Portrait, other: Portrait) -> bool:
    """Whether somebody numbers them differently."""
    theirs = dict(other.identifiers)
    return any(scheme in ONE_NUMBER and theirs.get(scheme, value) != value for scheme, value in one.identifiers)


def _names_differ(one: Portrait, other: Portrait) -> bool:
    """Whether they are called otherwise in as many languages as they are called alike: parts of a series, remakes."""
    a, b = _by_language(one), _by_language(other)
    common = a.keys() & b.keys()
    alike = sum(not a[language].isdisjoint(b[language]) for language in common)
    return len(common) - alike >= max(alike, 1)


def _by_language(shown: Portrait) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for language, key in shown.tongues:
        found[language].add(key)
    return found


def _families_differ(one: Portrait, other: Portrait) -> bool:
    """Whether one is, say, a series and the other a film."""
    if one.kind is None or other.kind is None or one.kind is other.kind:
        return False
    return not any({one.kind, other.kind} <= family for family in _FAMILIES)


class Gallery(Generic[K]):
    """Portraits by their keys, so that each is compared only with those it shares something with."""

    def __init__(self) -> None:
        self._by_key: dict[str | tuple[str, str], list[K]] = defaultdict(list)
        self._portraits: dict[K, Portrait] = {}

    def add(self, key: K, shown: Portrait) -> None:
        """Hang a portrait."""
        self._portraits[key] = shown
        for text in shown.keys | shown.identifiers:
            self._by_key[text].append(key)

    def __len__(self) -> int:
        return len(self._portraits)

    def like(self, shown: Portrait, least: Degree = Degree.MAYBE) -> list[tuple[K, Match]]:
        """The titles that may be this one, the likeliest first, then in the order in which they were hung."""
        near: dict[K, None] = {}
        for text in sorted(shown.keys) + sorted(shown.identifiers):
            alike = self._by_key.get(text, ())
            if len(alike) <= COMMON_NAME:
                near.update(dict.fromkeys(alike))
        found = [(key, likeness(shown, self._portraits[key])) for key in near]
        return sorted((pair for pair in found if pair[1].degree >= least), key=lambda pair: -pair[1].degree)

    def pairs(self, least: Degree = Degree.MAYBE) -> list[tuple[K, K, Match]]:
        """Any two portraits that may show one title, the likeliest first."""
        place = {key: number for number, key in enumerate(self._portraits)}
        seen: set[tuple[K, K]] = set()
        found: list[tuple[K, K, Match]] = []
        for alike in self._by_key.values():
            if not 1 < len(alike) <= COMMON_NAME:
                continue
            for number, one in enumerate(alike):
                for other in alike[number + 1 :]:
                    pair = (one, other) if place[one] < place[other] else (other, one)
                    if one == other or pair in seen:
                        continue
                    seen.add(pair)
                    match = likeness(self._portraits[pair[0]], self._portraits[pair[1]])
                    if match.degree >= least:
                        found.append((*pair, match))
        return sorted(found, key=lambda one: (-one[2].degree, place[one[0]], place[one[1]]))
