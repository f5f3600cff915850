"""The languages and writings a name, a version or a subtitle can be entered in, as BCP 47 tags."""

from functools import lru_cache

from PySide6.QtWidgets import QWidget

from app.domain.kinds import LANGUAGES
from app.domain.names import plain
from app.domain.order import sort_key
from app.domain.scripts import guess_language_tag
from app.domain.tags import tidy_tag
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.ui import dialogs
from app.words import N_, phrase

WRITINGS: dict[str, tuple[str, ...]] = {
    "kk": ("kk-Cyrl", "kk-Latn", "kk-Arab"),
    "zh": ("zh-Hans", "zh-Hant", "zh-Latn-pinyin"),
    "ug": ("ug-Arab", "ug-Cyrl", "ug-Latn"),
    "uz": ("uz-Latn", "uz-Cyrl"),
    "mn": ("mn-Cyrl", "mn-Mong"),
}
"""Languages that are written in more than one way; the first is taken unless another is said."""

OTHERS = (
    "ky", "uz", "ug", "mn", "tr", "tt", "tg", "fa", "ar", "fr", "de", "es", "it", "pt", "pl", "cs", "hu", "uk", "be",
    "ka", "ja", "ko", "hi", "yue", "zxx", "und",
)  # fmt: skip
"""Beside the four of the house: neighbours, and the languages films of a week often come in."""

SPOKEN = {"zh": "zh-Hans"}
"""How a version's language is stored where it is more than two letters."""

OTHER = "…"
"""The choice that asks for a language by its tag."""

WORDLESS = "zxx"
"""A name of figures alone, 5:32, is in no language; of a version the same tag says that nobody speaks."""


def writings(code: str) -> tuple[str, ...]:
    """The tags of a language, the usual writing first."""
    return WRITINGS.get(code, (code,))


def language_choices(*extra: str) -> list[tuple[str, str]]:
    """(code, spoken language) of all languages: those of the house, then the others by name, and `extra` codes."""
    return list(_choices(language(), frozenset(plain(tag) for tag in extra) - {*OTHERS, *LANGUAGES}))


@lru_cache(maxsize=64)
def _choices(spoken: str, extra: frozenset[str]) -> tuple[tuple[str, str], ...]:
    named = [(code, spoken_word(code)) for code in {*OTHERS, *extra} - set(LANGUAGES)]
    named.sort(key=lambda pair: sort_key(pair[1], spoken))
    return *((code, spoken_word(code)) for code in LANGUAGES), *named


def spoken_word(tag: str) -> str:
    """The name of a language as it is spoken, beginning with a capital: 哈萨克语."""
    return formats.heading(formats.language_name(language(), tag))


def language_word(tag: str) -> str:
    """The name of a language as it is written, beginning with a capital: 哈萨克文."""
    return formats.heading(formats.language_name(language(), tag, written=True))


def naming_choices(*extra: str, other: bool = False) -> list[tuple[str, str]]:
    """The choices for the language of a name; with `other` also one that asks for any language by its tag."""
    named = [(code, naming_word(code)) for code, _spoken in language_choices(*extra)]
    return [*named, (OTHER, _("Another language…"))] if other else named


def ask_tag(parent: QWidget, tag: str) -> str:
    """The tag of a language that is in no list, '' when none was told."""
    told = dialogs.ask_text(parent, ANOTHER, phrase(N_("Language tag")), tag)
    return tidy_tag(told) if told else ""


ANOTHER = dialogs.Question(
    phrase(N_("Which language is the name in?")),
    phrase(N_("Write its tag as BCP 47 has it: yue, az-Latn, sr-Cyrl. Anything else changes nothing.")),
    phrase(N_("Use it")),
    dialogs.CANCEL,
    "languages",
)


def naming_word(tag: str) -> str:
    """The language of a name in words."""
    return pgettext("name", "Any language") if plain(tag) == WORDLESS else language_word(tag)


def writing_word(tag: str) -> str:
    """The name of the writing a tag says or implies."""
    return formats.heading(formats.script(language(), tag))


def spoken_tag(code: str) -> str:
    """The tag under which a spoken language is stored."""
    return SPOKEN.get(code, code)


def likely_tag(text: str, wanted: str = "") -> str:
    """The tag of a new name: the `wanted` language if the name is in its script, else what its letters tell."""
    guessed = guess_language_tag(text)
    if not wanted:
        return guessed
    tag = writings(wanted)[0]
    return tag if formats.script("en", tag) == formats.script("en", guessed) else guessed
