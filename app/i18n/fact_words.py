"""The words for facts nobody has checked yet, as imports and the sample library note them: year, runtime, kk."""

from typing import TYPE_CHECKING

from app.domain.kinds import LANGUAGES
from app.i18n import formats
from app.i18n.labels import Word, context

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

_FACTS: dict[str, Word] = {
    "year": context("fact", "year"),
    "runtime": context("fact", "runtime"),
    "director": context("fact", "director"),
    "countries": context("fact", "countries"),
    "episodes": context("fact", "episodes"),
    "kind": context("fact", "kind"),
    "age_mark": context("fact", "age mark"),
    "all": context("fact", "all of it"),
}
_NAME = context("fact", "name in {language}")


def noted(unverified: str) -> list[str]:
    """The facts of a note such as “year, runtime; kk”."""
    return [word.strip() for word in unverified.replace(";", ",").split(",") if word.strip()]


def fact(tr: "Catalogue", word: str) -> str:
    """The year, the runtime, the name in Kazakh; a word of the user's own as it is."""
    if word in LANGUAGES:
        return tr.context(*_NAME, language=formats.language_name(tr.language, word))
    return tr.context(*_FACTS[word]) if word in _FACTS else word


def facts(tr: "Catalogue", unverified: str) -> str:
    """All facts of a note, as a list of the language."""
    return formats.listing(tr.language, list(dict.fromkeys(fact(tr, word) for word in noted(unverified))))
