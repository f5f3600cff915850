"""Text of cells made fit to be kept, and what is doubtful about it told with the repair."""

import re
import unicodedata
from collections.abc import Iterator

from app.domain.mojibake import looks_mojibake, repaired_encoding
from app.domain.scripts import clean_name, homoglyph_findings, one_script
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
    return clean_name(unguarded(text))


def doubts(text: str, cleaned: str) -> Iterator[Phrase]:
    """What is doubtful about a title as it stands in the file; `cleaned` is what is kept of it."""
    if _DIRECTIONS.search(text):
        yield phrase(TURNED)
    elif _INVISIBLE.search(text):
        yield phrase(HIDDEN)
    if cleaned.isascii():
        if _DATE_DAMAGED.fullmatch(cleaned):
            yield phrase(DATED)
        elif _SCIENTIFIC.fullmatch(cleaned):
            yield phrase(ROUNDED)
        return
    if _DATE_DAMAGED.fullmatch(cleaned):
        yield phrase(DATED)
    if looks_mojibake(cleaned):
        repair = repaired_encoding(cleaned)
        yield phrase(GARBLED, repair=repair) if repair else phrase(UNREADABLE)
    elif (repair := one_script(cleaned)) != cleaned or homoglyph_findings(cleaned):
        yield phrase(MIXED, repair=_mended(cleaned, repair))


def _mended(text: str, repaired: str) -> str:
    """`text` with all look-alikes mended, those that stand alone too."""
    if repaired != text:
        return repaired
    letters = list(text)
    for found in homoglyph_findings(text):
        letters[found.index] = found.replacement
    return "".join(letters)
