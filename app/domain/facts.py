"""Facts of a work that sources may contradict each other about: their values as text, and what nobody has checked."""

from collections.abc import Collection

from app.domain.kinds import WorkKind

KEPT = frozenset({"year", "runtime", "episodes", "kind", "age_mark", "agreement"})
"""Columns of a work for which claims are kept."""

_NUMBERS = ("year", "runtime", "episodes")


def read_fact(fact: str, text: str) -> object | None:
    """The value a text says, None when the fact cannot have it (an empty text is none)."""
    text = text.strip()
    if fact in _NUMBERS:
        return int(text) if text.isascii() and text.isdecimal() and len(text) < len("123456") else None
    if fact == "kind":
        return WorkKind(text) if text in set(WorkKind) else None
    return text or None


def write_fact(fact: str, value: object) -> str:
    """A value as it is kept in a claim."""
    del fact
    return "" if value is None else str(value)


def facts_of(unverified: str) -> list[str]:
    """The facts that wait to be checked."""
    return [word.strip() for word in unverified.replace(";", ",").split(",") if word.strip()]


def without(unverified: str, checked: Collection[str]) -> str:
    """The list of unchecked facts without those that have been checked."""
    return ", ".join(fact for fact in facts_of(unverified) if fact not in checked)
