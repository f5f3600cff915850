"""What script a text is in, and what is wrong with its letters: look-alikes, invisible characters, wrong encodings."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.chinese import simplified
from app.domain.kazakh import CYRILLIC_ONLY_KAZAKH
from app.domain.radicals import RADICALS

LOOK_ALIKES = dict(
    zip("ABCEHIKMOPTXYËƏƟaceiopxyhkëəɵ", "АВСЕНІКМОРТХУЁӘӨасеіорхуһкёәө", strict=True),
)
"""Latin letters and the Cyrillic letters of the Kazakh and Russian alphabets that look the same."""

_TO_CYRILLIC = {ord(latin): cyrillic for latin, cyrillic in LOOK_ALIKES.items()}
_TO_LATIN = {ord(cyrillic): latin for latin, cyrillic in LOOK_ALIKES.items()} | {
    ord(cyrillic): latin for cyrillic, latin in zip("ЅѕЈјԁԛԝҮ", "SsJjdqwY", strict=True)
}

_LATIN = "A-Za-z\u00c0-\u024f\u0259\u0275"
_CYRILLIC = "\u0400-\u052f"
_TOUCHING = re.compile(f"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")
_LETTERS = re.compile(f"[{_LATIN}{_CYRILLIC}]+")
_LONE_LATIN = re.compile(r"(?<!\w)[acoykiACOYKIB](?!\w)")


class Script(StrEnum):
    """Scripts the house tells apart (ISO 15924)."""

    CYRILLIC = "Cyrl"
    LATIN = "Latn"
    HAN = "Hani"
    ARABIC = "Arab"
    KANA = "Kana"
    HANGUL = "Hang"
    OTHER = "Zyyy"


_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0250, 0x02AF, Script.LATIN),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1C80, 0x1C8F, Script.CYRILLIC),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x2DE0, 0x2DFF, Script.CYRILLIC),
    (0x2E80, 0x2FD5, Script.HAN),
    (0x3005, 0x3007, Script.HAN),
    (0x3040, 0x30FF, Script.KANA),
    (0x3130, 0x318F, Script.HANGUL),
    (0x3400, 0x9FFF, Script.HAN),
    (0xA640, 0xA69F, Script.CYRILLIC),
    (0xA720, 0xA7FF, Script.LATIN),
    (0xAC00, 0xD7AF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFF, Script.ARABIC),
    (0xFF21, 0xFF5A, Script.LATIN),
    (0x20000, 0x3FFFF, Script.HAN),
)


@lru_cache(maxsize=8192)
def script_of_letter(character: str) -> Script:
    """The script of one character; OTHER for digits, signs and scripts the house does not sort."""
    code = ord(character)
    if not character.isalpha() and not 0x2E80 <= code <= 0x2FD5:  # noqa: PLR2004 - the block of radicals
        return Script.OTHER
    return next((script for first, last, script in _RANGES if first <= code <= last), Script.OTHER)


def script_of(text: str) -> Script:
    """The script most letters of `text` belong to, the earlier one when even; OTHER without letters."""
    counts: dict[Script, int] = {}
    for character in text:
        script = script_of_letter(character)
        if script is not Script.OTHER:
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script]) if counts else Script.OTHER


_UYGHUR_LETTERS = set("ئېۈۆژ")
_KAZAKH_ARABIC_LETTERS = set("ەۇۋڭىٴ")
_ARABIC_ONLY_LETTERS = set("ةضظطصثذأإآؤ")
_KAZAKH_LATIN_LETTERS = set("ğñşūıĞÑŞŪİ")
_PINYIN_ONLY_LETTERS = set("ǎěǐǒǔǚǜǘǖ")
_MACRONS = set("āēīōū")


def guess_language_tag(text: str) -> str:
    """A BCP 47 tag for a name whose language nobody stated: a proposal for the form, not a fact.

    'zxx' for a name without letters (5:32, 999). Traditional Chinese is told by
    conversion: a text that changes is not simplified.
    """
    letters = set(unicodedata.normalize("NFC", text))
    match script_of(text):
        case Script.CYRILLIC:
            return "kk-Cyrl" if letters & CYRILLIC_ONLY_KAZAKH else "ru"
        case Script.HAN:
            if any("\u3040" <= letter <= "\u30ff" for letter in letters):
                return "ja"
            return "zh-Hans" if simplified(text) == text else "zh-Hant"
        case Script.ARABIC:
            return _arabic_tag(letters)
        case Script.LATIN:
            return _latin_tag(text, letters)
        case Script.KANA:
            return "ja"
        case Script.HANGUL:
            return "ko"
        case _:
            return "und" if any(letter.isalpha() for letter in text) else "zxx"


def _arabic_tag(letters: set[str]) -> str:
    if letters & (_UYGHUR_LETTERS - {"ۆ"}):
        return "ug-Arab"
    if letters & _ARABIC_ONLY_LETTERS and not letters & _KAZAKH_ARABIC_LETTERS:
        return "ar"
    return "kk-Arab"


def _latin_tag(text: str, letters: set[str]) -> str:
    if letters & _PINYIN_ONLY_LETTERS or len(letters & _MACRONS) > 1:
        return "zh-Latn-pinyin"
    if letters & _KAZAKH_LATIN_LETTERS or re.search(r"q(?!u)[aeiouyäöü]", text, re.IGNORECASE):
        return "kk-Latn"
    return "en"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A letter of the wrong script: where it stands, what it should be, and the word it stands in."""

    index: int
    char: str
    replacement: str
    word: str


def homoglyph_findings(text: str) -> list[Finding]:
    """Latin letters inside Cyrillic words and the other way round, where a look-alike exists.

    A word is repaired towards the script of most of its letters. In a text that is
    otherwise Cyrillic a Latin letter standing alone (c, o, a ...) is reported too.
    """
    found = [finding for match in _LETTERS.finditer(text) for finding in _in_word(match[0], match.start())]
    latin = sum(script_of_letter(character) is Script.LATIN for character in text)
    alone = list(_LONE_LATIN.finditer(text))
    if alone and latin == len(alone) and script_of(text) is Script.CYRILLIC:
        found += [Finding(m.start(), m[0], LOOK_ALIKES[m[0]], m[0]) for m in alone]
    return sorted(found)


def _in_word(word: str, start: int) -> list[Finding]:
    table = _repair(word)
    return [
        Finding(start + place, character, table[ord(character)], word)
        for place, character in enumerate(word)
        if ord(character) in table
    ]


def _repair(word: str) -> dict[int, str]:
    """The replacements that make a mixed word one script; {} when it is not mixed or cannot be mended."""
    cyrillic = [letter for letter in word if "\u0400" <= letter <= "\u052f"]
    latin = [letter for letter in word if not "\u0400" <= letter <= "\u052f"]
    if not cyrillic or not latin:
        return {}
    to_cyrillic = all(ord(letter) in _TO_CYRILLIC for letter in latin)
    to_latin = all(ord(letter) in _TO_LATIN for letter in cyrillic)
    if to_cyrillic and (len(cyrillic) >= len(latin) or not to_latin):
        return _TO_CYRILLIC
    return _TO_LATIN if to_latin else {}


def one_script(text: str) -> str:
    """`text` with the look-alikes inside its words mended; same length, so places in it stay valid."""
    if text.isascii() or not _TOUCHING.search(text):
        return text
    return _LETTERS.sub(lambda match: match[0].translate(_repair(match[0])), text)


_VISIBLE_FORMATS = {*range(0x600, 0x606), 0x6DD}
_SPACE_CONTROLS = dict.fromkeys((9, 10, 11, 12, 13, 0x85), " ")
_EMOJI_NEIGHBOURS = {"So", "Sk", "Mn"}


def clean_name(text: str) -> str:
    """A name as it may be stored: NFC, trimmed, one space at a time, without invisible characters.

    Controls (NUL too), directional marks, zero-width characters, lone surrogates and
    byte order marks go; a joiner inside an emoji, quotes, colons and letters stay.
    Kangxi radicals pasted from PDF files become the characters they stand for.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text.translate(_SPACE_CONTROLS).translate(RADICALS))
    kept = "".join(character for place, character in enumerate(text) if _stays(text, place, character))
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def _stays(text: str, place: int, character: str) -> bool:
    if character == "\u200d":
        before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
        return unicodedata.category(before) in _EMOJI_NEIGHBOURS and unicodedata.category(after) == "So"
    category = unicodedata.category(character)
    if category == "Cn":
        return ord(character) & 0xFFFE != 0xFFFE and not "\ufdd0" <= character <= "\ufdef"  # noqa: PLR2004
    return category not in {"Cc", "Cf", "Cs"} or ord(character) in _VISIBLE_FORMATS
