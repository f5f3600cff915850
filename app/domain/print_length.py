"""How much room a text takes in print: letters, of which a Chinese character fills two."""

import unicodedata

from app.domain.kinds import SynopsisKind
from app.domain.names import plain

ROOM = {SynopsisKind.LINE: 120, SynopsisKind.SHORT: 400, SynopsisKind.LONG: 1500}
"""Letters the house's own print has room for; a synopsis may be given another number."""

TITLE_ROOM = 64
"""Letters of a title that stand on one line of the day's list."""

_WIDE = {"W", "F"}
_UNCOUNTED = {"Mn", "Me", "Cf", "Cc"}


def letters(text: str) -> int:
    """The letters of a text: accents and invisible characters none, a Han character two, a line break one."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in _UNCOUNTED:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def counted_as(language: str, number: int) -> int:
    """A number of letters as readers of a language count: Chinese characters in pairs of letters."""
    return (number + 1) // 2 if plain(language) in ("zh", "ja", "yue") else number


def room_of(kind: SynopsisKind, own: int | None) -> int:
    """The letters there is room for: a synopsis' own number, else the house's."""
    return own or ROOM[kind]
