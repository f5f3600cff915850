"""Kazakh in its three scripts: the alphabets, and Cyrillic written in Arabic and in Latin letters."""

import re

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The 42 letters of the Kazakh Cyrillic alphabet, in order (law of 1940 as amended; CLDR kk agrees)."""

LATIN_ALPHABET = "aäbdefgğhıijklmnñoöpqrsştuūüvyz"
"""The 31 letters of the draft Latin alphabet of 28 January 2021, in order."""

ARABIC_ALPHABET = "ابۆگعدەجزيكقلمنڭوپرستۋۇفحھچشى"
"""The Arabic letters in the order usual in China, parallel to the Cyrillic; the hamza only tells equals apart."""

CYRILLIC_ONLY_KAZAKH = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
"""Letters that tell a Kazakh text from a Russian one."""

_WORD = re.compile("[\u0400-\u052f]+")

_TO_ARABIC = str.maketrans(
    dict(zip("аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшыіэ", "اابۆگعدەجزييكقلمنڭووپرستۋۇۇفحھسچشىىە", strict=True))
    | {"я": "يا", "ю": "يۋ", "ё": "يو", "щ": "شش", "ъ": "", "ь": ""},
)
_FRONT = re.compile("[әөүі]")
_FIRST_TELLING = re.compile("[әөүіаоұыяюё]")
_NO_HAMZA = re.compile("[еэгкғқ]")
_HAMZA = "\u0674"
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")


def to_arabic(text: str) -> str:
    """Kazakh Cyrillic in the Arabic script used in China (töte jazu); other letters and digits stay.

    Table: the orthography of 1982 as recorded in CLDR kk_Arab and MediaWiki's Kazakh
    converter (facts only). The hamza U+0674 stands once, before a word with a front
    vowel ә ө ү і and none of е э г к ғ қ; in mixed words the first telling vowel decides.
    Commas, semicolons and question marks become Arabic when the text has Kazakh words.
    """
    turned = _WORD.sub(_word_to_arabic, text)
    if turned == text:
        return text
    return _COMMA.sub("،", turned).replace(";", "؛").replace("?", "؟")


def _word_to_arabic(match: re.Match[str]) -> str:
    word = match[0].lower()
    front = _FRONT.search(word) and not _NO_HAMZA.search(word)
    telling = _FIRST_TELLING.search(word)
    hamza = _HAMZA if front and telling and telling[0] in "әөүі" else ""
    word = re.sub("ий$", "й", word.replace("дж", "ж"))
    return hamza + re.sub("[ий](?=[яюё])", "", word).translate(_TO_ARABIC)


_LATIN_LETTERS = dict(
    zip("аәбвгғдежзийкқлмнңоөпрстуұүфхһшыіэ", "aäbvgğdejziikqlmnñoöprstuūüfhhşyıe", strict=True),
) | {"я": "ia", "ю": "iu", "ё": "io", "ц": "ts", "ч": "tş", "щ": "ştş", "ъ": "", "ь": ""}


def _capital(latin: str) -> str:
    """Capitals of the 2021 alphabet: i has İ, ı has I (Python's own upper() knows neither)."""
    return "".join({"i": "İ", "ı": "I"}.get(letter, letter.upper()) for letter in latin)


_MIXED_CASE = str.maketrans(
    _LATIN_LETTERS | {cyr.upper(): _capital(lat[:1]) + lat[1:] for cyr, lat in _LATIN_LETTERS.items()},
)
_ALL_CAPITALS = str.maketrans(
    _LATIN_LETTERS | {cyr.upper(): _capital(lat) for cyr, lat in _LATIN_LETTERS.items()},
)
_DOUBLE_I = re.compile("([ийИЙ])([яюЯЮ])")


def to_latin(text: str) -> str:
    """Kazakh Cyrillic in Latin letters; other letters stay. Not reversible: и and й, х and һ fall together.

    Table: the draft alphabet of 28 January 2021 (31 letters). я ia, ю iu, ё io, ц ts, ч tş, щ ştş.
    """
    return _WORD.sub(_word_to_latin, text)


def _word_to_latin(match: re.Match[str]) -> str:
    word = _DOUBLE_I.sub(lambda pair: pair[2].upper() if pair[1].isupper() else pair[2].lower(), match[0])
    return word.translate(_ALL_CAPITALS if len(match[0]) > 1 and match[0].isupper() else _MIXED_CASE)
