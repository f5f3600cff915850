"""Two titles that are one: which facts differ, and what comes of them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple


class Side(StrEnum):
    """Whose value of a fact stays: that of the record that stays, or of the one that goes."""

    KEEP = "keep"
    GONE = "gone"


FACTS = ("kind", "year", "runtime", "episodes", "age_mark", "co_production", "confidence", "national_film", "agreement")
"""Columns of a work that two records may contradict each other in. Texts are put together instead."""

TEXTS = ("verified", "unverified", "source", "notes")
"""Columns whose texts of both records are kept one after the other."""

CLAIMED = frozenset({"kind", "year", "runtime", "episodes", "age_mark", "agreement"})
"""Facts of which the value that gives way may be kept as the claim of another source."""


class Difference(NamedTuple):
    """A fact on which two records do not agree; one of them may say nothing."""

    fact: str
    keep: object
    gone: object

    @property
    def contradicts(self) -> bool:
        """Whether both say something."""
        return not _empty(self.keep) and not _empty(self.gone)

    @property
    def proposed(self) -> Side:
        """The side that says something; of two that do, the one that stays."""
        return Side.GONE if _empty(self.keep) and not _empty(self.gone) else Side.KEEP


def differences(keep: Mapping[str, object], gone: Mapping[str, object]) -> list[Difference]:
    """The facts that differ, in the order of the form."""
    return [Difference(fact, keep[fact], gone[fact]) for fact in FACTS if keep[fact] != gone[fact]]


def together(one: str, other: str) -> str:
    """Two texts as one; what is said in both is said once."""
    lines = [line.strip() for line in (*one.splitlines(), *other.splitlines())]
    return "\n".join(dict.fromkeys(line for line in lines if line))


def settled(found: Iterable[Difference], choices: Mapping[str, Side]) -> dict[str, object]:
    """The value each differing fact ends with."""
    return {one.fact: _side(one, choices.get(one.fact, one.proposed)) for one in found}


def given_up(found: Iterable[Difference], choices: Mapping[str, Side]) -> dict[str, object]:
    """The values that give way to another, by fact: what could be kept as a claim."""
    chosen = {one: choices.get(one.fact, one.proposed) for one in found if one.contradicts and one.fact in CLAIMED}
    return {one.fact: _side(one, Side.GONE if side is Side.KEEP else Side.KEEP) for one, side in chosen.items()}


def _side(one: Difference, side: Side) -> object:
    return one.keep if side is Side.KEEP else one.gone


def _empty(value: object) -> bool:
    return value is None or value in {"", False}
