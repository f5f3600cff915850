"""Text of cells made fit to be kept, and what is doubtful about it told with the repair."""

import re
import unicodedata
from collections.abc import Iterator

from app.domain.mojibake import looks_mojibake, repaired_encoding
from app.domain.scripts import Script, clean_name, guess_language_tag, homoglyph_findings, script_of
from app.words import N_, Phrase, phrase

_GUARDED = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
"""The apostrophe that keeps a spreadsheet from taking text for a formula; it is put there by exports."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MONTH_NAMES = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    "|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек|қаң|ақп|нау|сәу|мам"
)
_DATE_DAMAGED = re.compile(
    rf"\d{{1,2}}[-. ](?:{_MONTH_NAMES})\w{{0,2}}\.?|(?:{_MONTH_NAMES})\w{{0,2}}\.?[-. ]\d{{2}}", re.IGNORECASE
)
_SCIENTIFIC = re.compile(r"\d[.,]\d+E[+-]\d+", re.IGNORECASE)

_PLAIN = re.compile("[ -&(-~«»–—…а-яёА-ЯЁәғқңөұүһіӘҒҚҢӨҰҮҺІ]+|[ -&(-~\u4e00-\u9fff，。：！？（）·《》、]+")
"""Text of one script, with figures and signs, in which nothing can be wrong: most cells by far."""

_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_HAN = re.compile("[\u4e00-\u9fff]")

HIDDEN = N_("Invisible characters were taken out.")
TURNED = N_("Characters that turn the direction of writing were taken out.")
GARBLED = N_("This looks as if it was read with a wrong encoding. Perhaps it should be “{repair}”.")
UNREADABLE = N_("Letters were lost in a wrong encoding before this file was made.")
MIXED = N_("Letters of two scripts are mixed in a word. Perhaps it should be “{repair}”.")
DATED = N_("A spreadsheet may have turned this title into a date. Compare it with the original.")
ROUNDED = N_("A spreadsheet has shortened this number. Compare it with the original.")


def unguarded(text: str) -> str:
    """`text` without the apostrophe that guards it from being a formula."""
    return text[1:] if _GUARDED.match(text) else text


def plain_text(text: str) -> str:
    """Long text as it may be kept: lines stay, invisible characters go."""
    text = unicodedata.normalize("NFC", unguarded(text)).replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", text).strip()


def short_text(text: str) -> str:
    """Text of one line as it may be kept."""
    return " ".join(text.split()) if _PLAIN.fullmatch(text) else clean_name(unguarded(text))


def script_in(text: str) -> Script:
    """The script of a text as domain.scripts has it, at once where there is but one of the usual ones."""
    kinds = bool(_CYRILLIC.search(text)), bool(_HAN.search(text)), bool(_LATIN.search(text))
    if sum(kinds) == 1 and _PLAIN.fullmatch(text):
        return (Script.CYRILLIC, Script.HAN, Script.LATIN)[kinds.index(True)]
    return script_of(text)


def tag_in(text: str) -> str:
    """The language of a text as domain.scripts guesses it, at once for plain Kazakh and Russian."""
    if _CYRILLIC.search(text) and not _LATIN.search(text) and _PLAIN.fullmatch(text):
        return "kk-Cyrl" if _KAZAKH.search(text) else "ru"
    return guess_language_tag(text)


def doubts(text: str, cleaned: str) -> Iterator[Phrase]:
    """What is doubtful about a title as it stands in the file; `cleaned` is what is kept of it."""
    if _DIRECTIONS.search(text):
        yield phrase(TURNED)
    elif _INVISIBLE.search(text):
        yield phrase(HIDDEN)
    if _DATE_DAMAGED.fullmatch(cleaned):
        yield phrase(DATED)
    elif cleaned.isascii():
        if _SCIENTIFIC.fullmatch(cleaned):
            yield phrase(ROUNDED)
    elif found := _wrong_letters(cleaned):
        yield found


def _wrong_letters(text: str) -> Phrase | None:
    """What a wrong encoding or keyboard did to a text."""
    plain = _PLAIN.fullmatch(text) is not None and "???" not in text
    if not plain and looks_mojibake(text):
        repair = repaired_encoding(text)
        return phrase(GARBLED, repair=repair) if repair else phrase(UNREADABLE)
    if _CYRILLIC.search(text) and _LATIN.search(text) and (mended := _mended(text)) != text:
        return phrase(MIXED, repair=mended)
    return None


def _mended(text: str) -> str:
    """`text` with all look-alikes mended, those that stand alone too."""
    letters = list(text)
    for found in homoglyph_findings(text):
        letters[found.index] = found.replacement
    return "".join(letters)
