"""How the values of a typed query are called in all four languages: kinds, countries, languages, states of rights."""

from functools import cache

from app.domain.kinds import LANGUAGES, Level, RightsStatus, WorkKind
from app.domain.query_words import Lexicon, Sort
from app.i18n import formats, labels
from app.i18n.catalogue import catalogue
from app.i18n.cldr import locale

SPOKEN = (
    "kk", "zh", "ru", "en", "yue", "ug", "uz", "ky", "ko", "ja", "fr", "de", "tr", "mn", "ar", "es", "it", "fa", "hi",
)  # fmt: skip
"""Languages that films of the house are heard and read in; others are known by their codes."""

PAST = ("SU", "CS", "YU", "DD")
"""States of old films, which CLDR no longer lists."""

NO_COUNTRIES = ("EU", "EZ", "UN", "XA", "XB", "ZZ")


@cache
def lexicon() -> Lexicon:
    """The words of values in every language of the house. Made once, when the first query with a colon is read."""
    catalogues = {language: catalogue(language) for language in LANGUAGES}

    return Lexicon(
        {
            Sort.KIND: {
                kind.value: {code: (labels.work_kind(tr, kind),) for code, tr in catalogues.items()}
                for kind in WorkKind
            },
            Sort.RIGHTS: {
                status.value: {code: (labels.rights_status(tr, status),) for code, tr in catalogues.items()}
                for status in RightsStatus
            },
            Sort.LEVEL: {level.value: {code: (level.value,) for code, tr in catalogues.items()} for level in Level},
            Sort.LANGUAGE: {tag: {code: _language(code, tag) for code in LANGUAGES} for tag in SPOKEN},
            Sort.COUNTRY: {tag: {code: (formats.country(code, tag),) for code in LANGUAGES} for tag in _countries()},
        }
    )


def _language(reader: str, tag: str) -> tuple[str, ...]:
    """What a chip says, and the whole name."""
    words = (formats.language_code(reader, tag).lower(), formats.language_name(reader, tag))
    return tuple(dict.fromkeys(words))


def _countries() -> list[str]:
    """The codes of two letters that CLDR has for a country; groups of countries and the unknown one are none."""
    codes = [str(code) for code in locale("en").territories]
    return [*(code for code in codes if code.isalpha() and len(code) == len("KZ") and code not in NO_COUNTRIES), *PAST]
