"""The words of one language: an object `tr` that says English message ids in that language."""

import gettext
import warnings
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path

from app.i18n import fields as values
from app.i18n import vocabularies
from app.paths import translations_folder
from app.words import Phrase

DOMAIN = "app"
"""The name of the .po and .mo files inside translations/<language>/LC_MESSAGES."""


class WordsWarning(UserWarning):
    """A translation that could not be filled in. The user reads English; tests turn it into an error."""


class Catalogue:
    """Says messages in `language` (kk, zh, ru or en).

    A field may be any plain value: text, int, date, time, datetime, a list of
    texts, `FourNames`, a value of a vocabulary or another `Phrase`; it is worded for
    the language. Text is left as it is: pass a time or date you have formatted yourself.
    """

    def __init__(self, language: str, translations: gettext.NullTranslations | None = None) -> None:
        self.language = language
        self._translations = translations or gettext.NullTranslations()

    def __repr__(self) -> str:
        """Name the language, for the failure messages of tests."""
        return f"Catalogue({self.language!r})"

    def __call__(self, message: str, /, **fields: object) -> str:
        """`message` in this language with its fields filled in."""
        return self._filled(self._translations.gettext(message), message, fields)

    def plural(self, singular: str, plural: str, n: int, /, **fields: object) -> str:
        """The form that goes with the number `n`, which is also offered as the field `n`."""
        said = self._translations.ngettext(singular, plural, n)
        return self._filled(said, singular if n == 1 else plural, {"n": n, **fields})

    def context(self, context: str, message: str, /, **fields: object) -> str:
        """`message` as it is worded in one place: "chip", "nav", "menu" and so on."""
        return self._filled(self._translations.pgettext(context, message), message, fields)

    def say(self, phrase: Phrase, /) -> str:
        """A `Phrase` held by a rule, an operation or an error."""
        fields = dict(phrase.fields)
        if phrase.plural is None or phrase.n is None:
            return self._filled(self._translations.gettext(phrase.message), phrase.message, fields)
        return self.plural(phrase.message, phrase.plural, phrase.n, **fields)

    def _filled(self, said: str, english: str, fields: Mapping[str, object]) -> str:
        """`said` with its fields; a translation that cannot be filled gives way to English."""
        if "{" not in said:
            return said
        words = {name: self._worded(value) for name, value in fields.items()}
        try:
            return said.format_map(words)
        except (KeyError, ValueError, IndexError, AttributeError) as fault:
            warnings.warn(f"{self.language}: {said!r}: {fault!r}", WordsWarning, stacklevel=3)
        return english.format_map(_Gaps(words)) if said != english else said.format_map(_Gaps(words))

    def _worded(self, value: object) -> str:
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, StrEnum):
            return vocabularies.word(self, value)
        return values.worded(self.language, value)


class _Gaps(dict[str, str]):
    """Fields of which some are missing: a hole shows its own name rather than stop the program."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language of the house; a language without a translation speaks English."""
    folder = translations_folder() / language / "LC_MESSAGES"
    return Catalogue(language, _translations(language, folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"))


def _translations(language: str, source: Path, compiled: Path) -> gettext.NullTranslations | None:
    """The compiled file unless its source is newer; else the source, compiled in memory."""
    if compiled.exists() and not (source.exists() and source.stat().st_mtime > compiled.stat().st_mtime):
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    if not source.exists():
        return None
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only a checkout being translated needs it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        messages = read_po(file, locale=language)  # without it the plural rule would not be written
    made = BytesIO()
    write_mo(made, messages)
    return gettext.GNUTranslations(BytesIO(made.getvalue()))
