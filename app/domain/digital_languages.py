"""The language codes of digital-cinema names and the BCP 47 tags they stand for.

Source: ISDCF Document 7, Digital Cinema Language Codes, and the registry of the Digital Cinema Naming Convention
(registry-page.isdcf.com/languages). Two letters are ISO 639-1 where that has a code; codes that begin with Q are the
convention's own.
"""

from typing import NamedTuple

SILENT = "XX"
"""No language: nobody speaks, or there are no subtitles."""

_OWN = {
    "CMN": "zh-Hans", "QTM": "zh-Hant", "YUE": "yue", "NAN": "nan", "QMS": "zh-Hans", "QMT": "zh-Hant",
    "ZH": "zh-Hans", "LAS": "es-419", "QSA": "es-419", "QBP": "pt-BR", "QFC": "fr-CA", "QSM": "es-MX", "VLS": "nl-BE",
    "IND": "id", "MSA": "ms", "SR": "sr", "UYG": "ug", "FIL": "fil", "DE": "de", "XX": "zxx",
}  # fmt: skip
"""What is not simply the code in small letters. Spoken Mandarin is stored as the house stores it, as zh-Hans."""

_PLAIN = (
    " AF AM AR AZ BE BG BN BO BS CA CS CY DA DV EL EN EO ES ET EU FA FI FR GA GL GU HE HI HR HU HY ID IS IT JA KA KK "
    "KM KN KO KU KY LO LT LV MK ML MN MR MS MT MY NB NE NL NN NO PA PL PS PT RM RO RU RW SI SK SL SO SQ SV SW TA TE "
    "TG TH TK TR TT UG UK UR UZ VI WO ZU "
)


class CodedLanguage(NamedTuple):
    """A language as a name codes it: its BCP 47 tag, and whether the code is written in small letters."""

    code: str
    tag: str
    small: bool


def coded(code: str) -> CodedLanguage | None:
    """The language of a code in either case; None if the convention knows no such code.

    Of a three-letter code nobody has listed the tag is the code itself: most are ISO 639-3.
    """
    large = code.upper()
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        return None
    if large in _OWN:
        return CodedLanguage(large, _OWN[large], code.islower())
    if f" {large} " in _PLAIN or len(code) == len("CMN"):
        return CodedLanguage(large, code.lower(), code.islower())
    return None
