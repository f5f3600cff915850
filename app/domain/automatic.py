"""Names the program can write by rule from others: Kazakh in Latin and Arabic letters, Chinese in pinyin.

Only what follows from the letters alone: Kazakh Cyrillic tells its other two scripts,
Chinese characters their reading. Back from Latin, and from Cyrillic to Chinese, nothing is certain.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.chinese import grouped_reading, has_han
from app.domain.kazakh import to_arabic, to_latin
from app.domain.names import plain


class Own(NamedTuple):
    """A name of a work; `auto` if nobody has confirmed it."""

    text: str
    language: str
    preferred: bool = False
    reading: str = ""
    auto: bool = False


class Offer(NamedTuple):
    """A name that can be written by rule: its text, its tag, and the name it follows."""

    text: str
    language: str
    of: str


_FROM = {"kk-Latn": ("kk-Cyrl",), "kk-Arab": ("kk-Cyrl",), "zh-Latn-pinyin": ("zh-Hans", "zh-Hant")}


def written(names: Sequence[Own], tag: str) -> Offer | None:
    """The name with `tag` that follows from the others, None when nothing tells it."""
    origins = [name for name in names if name.language in _FROM.get(tag, ()) and not name.auto]
    origins.sort(key=lambda name: not name.preferred)
    for origin in origins:
        text = _written(origin, tag)
        if text and text != origin.text:
            return Offer(text, tag, origin.text)
    return None


def offers(names: Sequence[Own]) -> list[Offer]:
    """Names the program could add: none for a writing in which there is one already."""
    there = {name.language for name in names}
    found = (written(names, tag) for tag in _FROM if tag not in there)
    return [offer for offer in found if offer is not None]


def follows(tag: str) -> bool:
    """Whether names with this tag can be written by rule."""
    return tag in _FROM


def _written(origin: Own, tag: str) -> str:
    if plain(tag) == "zh":
        pinyin = grouped_reading(origin.text, origin.reading) if has_han(origin.text) else ""
        return pinyin[:1].upper() + pinyin[1:]
    return to_latin(origin.text) if tag == "kk-Latn" else to_arabic(origin.text)
