"""The CLDR data of the four languages, read through Babel when the first of it is needed."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

LOCALES = {"kk": "kk", "zh": "zh_Hans_CN", "ru": "ru", "en": "en_GB"}
"""The CLDR locale of each language of the house."""

NBSP = "\N{NO-BREAK SPACE}"
_BROAD = str.maketrans({"\N{NARROW NO-BREAK SPACE}": NBSP, "\N{THIN SPACE}": " "})


@cache
def locale(language: str) -> "Locale":
    """The data of a language of the house. Babel takes some 30 ms to import, so the start does without it."""
    from babel.core import Locale  # noqa: PLC0415

    return Locale.parse(LOCALES[language])


def broad(text: str) -> str:
    """`text` with the narrow spaces of CLDR made ordinary no-break ones.

    Both keep the words on one line, but fonts for Han and Arabic letters, and many
    a reader's own, lack U+202F and would draw a box or borrow another face.
    """
    return text.translate(_BROAD)
