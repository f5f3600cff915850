"""What one character is worth in search: the table behind `fold`.

The table fills itself as characters are met, so that folding a name is one
`str.translate`. Three control characters mark places in folded text: `HAN_EDGE`
around every character that is a word by itself, `POINT` for punctuation (it may
stand inside a word: 5:32), `APOSTROPHE` (it vanishes inside a word: O'Z).
"""

import unicodedata
from functools import lru_cache

from app.domain.radicals import RADICALS
from app.domain.scripts import one_script

HAN_EDGE = "\x1d"
APOSTROPHE = "\x1e"
POINT = "\x1f"

_APOSTROPHES = set("'’‘ʼʻʹʾʿ`´ˈ")
_DROPPED = set("ءٴـ")  # the hamza is written or left out, the tatweel only stretches
_SPECIAL = {
    "İ": "i",  # casefold() makes two code points of it
    "ı": "i",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ŋ": "ng",
}
_ITSELF = {"й"}  # its breve is part of the letter; ё folds to е
_SPACES = set("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")  # what str.split() parts
_PICTURES = 0x2190
_NOT_WORDS_IN_FTS5 = ((0x19B0, 0x19C9), (0x1CF2, 0x1CF3))  # letters that unicode61 of SQLite takes for gaps
_STANDING_ALONE = ((0x3005, 0x3007), (0x3041, 0x30FF), (0x3105, 0x312F), (0x3400, 0x9FFF), (0x20000, 0x3FFFF))


class _Table(dict[int, str]):
    """Code point -> what search sees of it."""

    def __missing__(self, code: int) -> str:
        folded = _folded(chr(code))
        self[code] = folded
        return folded


LETTERS: dict[int, str] = _Table()


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _folded(character: str) -> str:
    if ord(character) in RADICALS:
        character = RADICALS[ord(character)]
    if character in _APOSTROPHES:
        return APOSTROPHE
    if character in _SPACES:
        return " "
    if character in _DROPPED:
        return ""
    plain = unicodedata.normalize("NFKC", character)
    if plain != character:
        parts = "".join(LETTERS[ord(part)] for part in plain)
        return f" {parts} " if "\u2044" in plain else parts  # 8½ is 8 1/2, not 81/2
    match unicodedata.category(character)[0]:
        case "L":
            return _letter(character)
        case "N":
            digit = unicodedata.digit(character, None)
            return _letter(character) if digit is None else str(digit)
        case "Z":
            return " "
        case "P" | "S":
            return _sign(character)
        case _:
            return ""


def _letter(character: str) -> str:
    lower = character.casefold() if character not in _SPECIAL else character
    if lower in _SPECIAL:
        return _SPECIAL[lower]
    if lower in _ITSELF:
        return lower
    base = "".join(c for c in unicodedata.normalize("NFD", lower) if unicodedata.category(c)[0] != "M")
    base = unicodedata.normalize("NFC", base) or lower
    if _within(ord(base[0]), _NOT_WORDS_IN_FTS5):
        return f"{HAN_EDGE}u{ord(base[0]):x}{HAN_EDGE}"
    return f"{HAN_EDGE}{base}{HAN_EDGE}" if _within(ord(base[0]), _STANDING_ALONE) else base


def _sign(character: str) -> str:
    """Punctuation is a gap; a picture (🎬) is a word spelled by its code, since FTS5 would drop it."""
    category = unicodedata.category(character)
    if category == "So" and ord(character) >= _PICTURES:
        return f"{HAN_EDGE}u{ord(character):x}{HAN_EDGE}"
    return "" if category == "Sk" else POINT


@lru_cache(maxsize=128)
def marked(text: str) -> str:
    """`text` folded, with the marks of this module still in it; kept for a moment, as it is asked for several times."""
    if text.isascii():
        return text.translate(LETTERS)
    return unicodedata.normalize("NFC", one_script(unicodedata.normalize("NFC", text))).translate(LETTERS)


def fold(text: str) -> str:
    """`text` as search sees it: lower case, no marks on letters, one script to a word, words between single spaces.

    The same on the side of the index and of the query. Chinese characters and kana
    stand alone (老 头), punctuation is a gap (5:32 -> 5 32), an apostrophe vanishes
    (O'Z -> oz). ``fold(fold(x)) == fold(x)``.
    """
    return one_script(" ".join(marked(text).replace(APOSTROPHE, "").split()))


def joined_words(text: str) -> list[str]:
    """Other ways to write the words of `text` that hold punctuation: 5:32 -> 532; O'Z -> o z."""
    found: list[str] = []
    folded = marked(text)
    if POINT not in folded and APOSTROPHE not in folded:
        return found
    for word in folded.split(" "):
        if HAN_EDGE in word:
            continue
        parts = word.replace(APOSTROPHE, POINT).strip(POINT).split(POINT)
        if len(parts) > 1:
            if APOSTROPHE in word.strip(APOSTROPHE + POINT):
                found.append(" ".join(part for part in parts if part))
            if POINT in word.strip(APOSTROPHE + POINT):
                found.append("".join(parts))
    return found
