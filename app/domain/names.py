"""Which name of a thing a reader sees: her language, then the house's fall-backs."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

FALLBACKS: dict[str, tuple[str, ...]] = {"kk": ("ru", "en"), "ru": ("kk", "en"), "zh": ("en",), "en": ()}
"""Order in which another language is borrowed before the original name."""


class FourNames(NamedTuple):
    """The name of a place, programme, strand or event in the languages of the house."""

    kk: str = ""
    zh: str = ""
    ru: str = ""
    en: str = ""

    def shown(self, language: str) -> str:
        """The name in `language`, else the first fall-back that is not empty, else ''."""
        return self.borrowed(language)[0]

    def borrowed(self, language: str) -> tuple[str, str]:
        """(name, its language); the language differs from `language` when the name is borrowed."""
        for code in (language, *FALLBACKS[language], "kk", "ru", "en", "zh"):
            name: str = getattr(self, code)
            if name:
                return name, code
        return "", language


WORDLESS = ("zxx", "und")
"""Spoken languages of works in which nobody speaks, or nobody knows what: they need no version in another one."""


class WorkName(NamedTuple):
    """One name of a work as shown in lists and on paper.

    `language` is BCP 47 (kk-Cyrl, zh-Hans, ru, en, zxx ...), `reading` a stored
    pinyin for Han names, for others what they are sorted by, or ''.
    """

    text: str
    language: str
    type: str
    preferred: bool = False
    reading: str = ""


class Shown(NamedTuple):
    """A title as the reader sees it. `language` is two letters; `borrowed` if not the reader's own."""

    title: str
    language: str
    borrowed: bool
    second: str


def plain(language: str) -> str:
    """The two- or three-letter language of a BCP 47 tag: zh-Hans -> zh."""
    return language.split("-", 1)[0]


def _best(names: Sequence[WorkName], language: str) -> str:
    """The name to show in `language`: the preferred one, Cyrillic or Han before romanised ones."""
    own = [n for n in names if plain(n.language) == language and not n.language.endswith(("-pinyin", "-Latn", "-Arab"))]
    own = own or [n for n in names if n.language in (f"{language}-Latn", f"{language}-Arab")]
    own.sort(key=lambda name: not name.preferred)
    return own[0].text if own else ""


@lru_cache(maxsize=64)
def _titles(names: tuple[WorkName, ...]) -> Mapping[str, str]:
    """The name to show in each language; kept for a moment, as one asks for all languages in a row."""
    return {code: _best(names, code) for code in ("kk", "zh", "ru", "en")}


def shown(names: Sequence[WorkName], language: str) -> Shown:
    """What a reader of `language` sees of a work with these `names` (in stored order).

    The reader's language first, then FALLBACKS, then the original name. The second
    line is the original when it differs, else the English name, else ''.
    """
    by_language = _titles(tuple(names))
    original = next((n for n in names if n.type == "original"), names[0] if names else None)
    title, code = "", language
    for code in (language, *FALLBACKS[language]):
        title = by_language[code]
        if title:
            break
    else:
        title, code = (original.text, plain(original.language)) if original else ("", language)
    wordless = original is not None and plain(original.language) in ("zxx", "und") and title == original.text
    second = original.text if original and original.text != title else ""
    if not second and by_language["en"] != title:
        second = by_language["en"]
    return Shown(title, code, code != language and not wordless, second)
