"""Alphabetical order in each language: sort keys that compare right as plain text, and the letters of an index.

A key is a string to be compared by code point, as Python and SQLite (BINARY) do. It
has levels, each deciding only what those before it leave even: letters; accents (ё
after е in Russian, Chinese characters of one sound); small before capital; the text itself.
Words count before letters ("a b" before "ab"), punctuation only parts words, numbers
go by value (2, 10) and before letters. The script of the language comes first, the
others after it, each in its own order. Languages are BCP 47 tags.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from app.domain import chinese
from app.domain.kazakh import ALPHABET, ARABIC_ALPHABET, LATIN_ALPHABET
from app.domain.names import plain
from app.domain.scripts import Script, script_of_letter

_RUSSIAN_ALPHABET = "аәбвгғдежзиійкқлмнңоөпрстуүұфхһцчшщъыьэюя"
"""The 33 letters with Kazakh ones after their cousins, as CLDR's root order has them; ё is an accented е."""
_BASIC_LATIN = "abcdefghijklmnopqrstuvwxyz"

_LEVEL, _END, _EVEN, _CAPITAL, _GAP, _NUMBER = "\x01", "\x02", "\x05", "\x06", " ", "0"
_FIRST_WEIGHT = 0x1000
_WEIGHTS_OF_A_SCRIPT = 0x100
_UNREAD = "~"  # a Chinese character without a known reading: after z
_LONGEST = 400
_MOST_DIGITS = 200

_SCRIPTS: dict[str, tuple[Script, ...]] = {
    "kk": (Script.CYRILLIC, Script.LATIN, Script.ARABIC, Script.HAN),
    "kk-Latn": (Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.HAN),
    "kk-Arab": (Script.ARABIC, Script.CYRILLIC, Script.LATIN, Script.HAN),
    "zh": (Script.HAN, Script.LATIN, Script.CYRILLIC, Script.ARABIC),
    "ru": (Script.CYRILLIC, Script.LATIN, Script.ARABIC, Script.HAN),
    "en": (Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.HAN),
}
_FOREIGN = {Script.LATIN: "A–Z", Script.CYRILLIC: "А–Я", Script.ARABIC: "ا–ى", Script.HAN: "汉字"}
NUMBERS, SIGNS, OTHER_SCRIPTS = "0–9", "#", "…"
"""Headings of an index for names that begin with no letter, or with one of another script."""

_ARTICLE = re.compile(r"(the|an|a)\s+(?=\w)", re.IGNORECASE)
_PARTS = re.compile(r"\d+|[^\W\d_]+|[\W_]+")
_NOT_COUNTED = re.compile("['’‘ʼʻ\u00ad\u0300-\u036f\u0640\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NOT_STORED = re.compile("[\x00-\x1f\ud800-\udfff]")
_SPELLED_OUT = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"ک": "ك", "ی": "ي", "ه": "ھ"},
)
_DOTS = str.maketrans({"ı": "i", "İ": "I"})
_HAMZA = {"ء", "ٴ"}


class _Weights(NamedTuple):
    """What one letter counts at each level, and the heading it stands under."""

    letter: str
    accent: str
    case: str
    heading: str


class _Table(dict[str, _Weights]):
    """The weights of every letter met so far, for one order."""

    def __init__(self, tailoring: str) -> None:
        super().__init__()
        self.scripts = _SCRIPTS[tailoring]
        self.dotted_i = tailoring == "kk-Latn"
        self._alphabets = {
            Script.CYRILLIC: ALPHABET if tailoring.startswith("kk") else _RUSSIAN_ALPHABET,
            Script.LATIN: LATIN_ALPHABET if self.dotted_i else _BASIC_LATIN,
            Script.ARABIC: ARABIC_ALPHABET,
        }

    def __missing__(self, letter: str) -> _Weights:
        weights = self[letter] = self._weights(letter)
        return weights

    def _weights(self, letter: str) -> _Weights:
        if letter in _HAMZA:
            return _Weights("", letter, "", "")
        lower = self._lower(letter)
        script = script_of_letter(letter)
        alphabet = self._alphabets.get(script, "")
        base, accents = lower, ""
        if lower not in alphabet:
            decomposed = unicodedata.normalize("NFD", lower)
            base, accents = decomposed[0], decomposed[1:]
        place = alphabet.find(base)
        weight = self.weight(script, place) if place >= 0 else self.weight(script, _WEIGHTS_OF_A_SCRIPT - 1) + base
        heading = self._upper(base) if script is self.scripts[0] else _FOREIGN.get(script, OTHER_SCRIPTS)
        return _Weights(weight, _EVEN + accents, _EVEN if lower == letter else _CAPITAL, heading)

    def weight(self, script: Script, place: int = 0) -> str:
        """The weight of the letter at `place` in the alphabet of `script`."""
        rank = self.scripts.index(script) if script in self.scripts else len(self.scripts)
        return chr(_FIRST_WEIGHT + rank * _WEIGHTS_OF_A_SCRIPT + place)

    def _lower(self, letter: str) -> str:
        """Python's lower(), except that I is the capital of ı and İ of i in Kazakh Latin."""
        own = {"I": "ı", "İ": "i"}.get(letter) if self.dotted_i else None
        return own or letter.lower()

    def _upper(self, letter: str) -> str:
        own = {"ı": "I", "i": "İ"}.get(letter) if self.dotted_i else None
        return own or letter.upper()

    def of_syllable(self, piece: chinese.Piece) -> _Weights:
        """A Chinese character: the letters of its syllable, u before ü, the tone; the character itself breaks ties."""
        own = self.scripts[0] is Script.HAN
        syllable = chinese.without_tones(piece.syllable)
        if not syllable:
            heading = piece.text if own else _FOREIGN[Script.HAN]
            return _Weights(self.weight(Script.HAN) + _UNREAD + piece.text, _EVEN, _EVEN, heading)
        letters = f"{syllable.replace('ü', 'u')}{_END}{int('ü' in syllable)}{chinese.tone(piece.syllable)}"
        heading = syllable[0].upper() if own else _FOREIGN[Script.HAN]
        return _Weights(self.weight(Script.HAN) + letters, _EVEN + piece.text, _EVEN, heading)


@cache
def _table(language: str) -> _Table:
    """The order a BCP 47 tag means; a language without one of its own is sorted as English."""
    script = next((tag for tag in ("kk-Latn", "kk-Arab") if language.startswith(tag)), plain(language))
    return _Table(script if script in _SCRIPTS else "en")


def sort_key(text: str, language: str, reading: str = "") -> str:
    """A key that puts `text` in its place among names in `language` when keys are compared by code point.

    kk: the 42 letters, each by itself (Latin and Arabic Kazakh: tags kk-Latn, kk-Arab);
    ru: ё as е; zh: by `reading` (pinyin, the automatic one when it is '' or does not fit),
    syllable and tone, Latin names after Chinese ones; en: without a leading article. The
    `reading` of a name that is not Chinese takes its place. It holds no NUL and no surrogate, whatever `text` holds.
    """
    weights = _weights_of(text, language, reading)
    levels = (
        "".join(part.letter for part in weights),
        "".join(part.accent for part in weights).rstrip(_EVEN),
        "".join(part.case for part in weights).rstrip(_EVEN),
        _NOT_STORED.sub("", text[:_LONGEST]),
    )
    return _LEVEL.join(levels)


def group_letter(text: str, language: str, reading: str = "") -> str:
    """The heading `text` stands under in an A-Z index: Қ, W for 我 (zh), C for The Composer (en).

    Names in another script stand together under a range (A–Z, А–Я, 汉字), numbers under
    NUMBERS, the rest under SIGNS. In a list in the order of `sort_key` each heading comes once.
    """
    return next((part.heading for part in _weights_of(text, language, reading) if part.heading), SIGNS)


def index_form(text: str, language: str) -> str:
    """How `text` is written in an index: an English article goes behind ("Composer, The")."""
    article = _ARTICLE.match(text) if plain(language) == "en" else None
    return f"{text[article.end() :]}, {article[1]}" if article else text


def _weights_of(text: str, language: str, reading: str) -> list[_Weights]:
    # The reading of a name that is not Chinese is what it is sorted by: "Composer, The".
    text = (reading if reading and not chinese.has_han(text) else text)[:_LONGEST].strip()
    article = _ARTICLE.match(text) if plain(language) == "en" else None
    if article:
        text = text[article.end() :]
    table = _table(language)
    text = text if text.isascii() else _prepared(text, keep_dots=table.dotted_i)
    if not chinese.has_han(text):
        return _trimmed(_plain_weights(_NOT_COUNTED.sub("", text), table))
    weights: list[_Weights] = []
    for piece in chinese.pieces(text, reading):
        weights += [table.of_syllable(piece)] if piece.is_han else _plain_weights(piece.text, table)
    return _trimmed(weights)


def _prepared(text: str, *, keep_dots: bool) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_SPELLED_OUT)
    return _NOT_COUNTED.sub("", text if keep_dots else text.translate(_DOTS))


def _plain_weights(text: str, table: _Table) -> list[_Weights]:
    weights: list[_Weights] = []
    for part in _PARTS.findall(text):
        if part[0].isdecimal():
            digits = str(int(part[:_MOST_DIGITS]))
            weights.append(_Weights(f"{_NUMBER}{chr(ord(_NUMBER) + len(digits))}{digits}", _EVEN, _EVEN, NUMBERS))
        elif part[0].isalpha():
            weights += [table[letter] for letter in part]
        else:
            weights.append(_PARTING)
    return weights


_PARTING = _Weights(_GAP, _EVEN, _EVEN, "")


def _trimmed(weights: list[_Weights]) -> list[_Weights]:
    """Without gaps at either end and next to each other."""
    kept: list[_Weights] = []
    for part in weights:
        if part is not _PARTING or (kept and kept[-1] is not _PARTING):
            kept.append(part)
    return kept[:-1] if kept and kept[-1] is _PARTING else kept
