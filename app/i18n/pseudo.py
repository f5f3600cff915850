"""A language that is not one: English in ⟦ ⟧ and a third longer, to find untranslated words."""

from math import ceil

from app.i18n.catalogue import Catalogue
from app.words import Phrase

LONGER = 0.35
"""Kazakh and Russian take about this much more room than English."""


class Pseudo(Catalogue):
    """A catalogue for tests: put it in the place of `app.i18n.catalogue.catalogue`.

    Dates and numbers keep to the rules of `language`; every word is the English one, dressed.
    """

    def __init__(self, language: str) -> None:
        super().__init__(language)

    def __call__(self, message: str, /, **fields: object) -> str:
        """`message`, dressed."""
        return dressed(super().__call__(message, **fields))

    def plural(self, singular: str, plural: str, n: int, /, **fields: object) -> str:
        """The form for `n`, dressed."""
        return dressed(super().plural(singular, plural, n, **fields))

    def context(self, context: str, message: str, /, **fields: object) -> str:
        """`message`, dressed."""
        return dressed(super().context(context, message, **fields))

    def say(self, phrase: Phrase, /) -> str:
        """A phrase, dressed."""
        return dressed(super().say(phrase))


def dressed(text: str) -> str:
    """`text` between ⟦ and ⟧, once, with its last letters drawn out by a third."""
    if not text or (text.startswith("⟦") and text.endswith("⟧")):
        return text
    return "⟦" + text + "~" * ceil(len(text) * LONGER) + "⟧"
