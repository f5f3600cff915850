"""The words of the interface in the language it speaks now.

Documents never use these: they are handed a `tr` of their own.
"""

from app.i18n import catalogue as words
from app.words import Phrase

_language = "en"


def activate(language: str) -> None:
    """Speak `language` from now on; whoever shows words hears of it through LanguageChange."""
    global _language  # noqa: PLW0603 - the one language of the one interface
    _language = language


def language() -> str:
    """The language of the interface: kk, zh, ru or en."""
    return _language


def tr() -> words.Catalogue:
    """The catalogue of the interface, for the functions of `labels` and `phrases`. Ask anew each time."""
    return words.catalogue(_language)


def _(message: str, /, **fields: object) -> str:
    """`message` in the language of the interface."""
    return tr()(message, **fields)


def ngettext(singular: str, plural: str, n: int, /, **fields: object) -> str:
    """The form that goes with `n`, also offered as the field `n`."""
    return tr().plural(singular, plural, n, **fields)


def pgettext(context: str, message: str, /, **fields: object) -> str:
    """`message` as worded in one place of the interface."""
    return tr().context(context, message, **fields)


def say(phrase: Phrase, /) -> str:
    """A `Phrase` in the language of the interface."""
    return tr().say(phrase)
