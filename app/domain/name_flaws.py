"""What may be wrong with a name of a work, as far as rules can tell, and what would mend it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.domain.kazakh import CYRILLIC_ONLY_KAZAKH
from app.domain.kinds import NameType
from app.domain.mojibake import looks_mojibake, repaired_encoding
from app.domain.names import plain
from app.domain.print_length import TITLE_ROOM, letters
from app.domain.scripts import (
    Script,
    clean_name,
    guess_language_tag,
    homoglyph_findings,
    one_script,
    script_of,
    script_of_letter,
)


class Flaw(StrEnum):
    """The gravest first. EMPTY and MIXED keep a name from being stored, SAME is only told."""

    EMPTY = "empty"
    MIXED = "mixed"
    DAMAGED = "damaged"
    HIDDEN = "hidden"
    SPACES = "spaces"
    QUOTED = "quoted"
    SCRIPT = "script"
    UNWRITTEN = "unwritten"
    LONG = "long"
    SECOND_ORIGINAL = "second_original"
    SAME = "same"

    @property
    def forbids(self) -> bool:
        """Whether a name with it is not stored."""
        return self in (Flaw.EMPTY, Flaw.MIXED)


class Found(NamedTuple):
    """A flaw: letters (start, end) it is about, the mended `text` or `language` tag, or '' where there is no mending.

    `about` is what the sentence names: the letters of MIXED, the other language of SAME, the number of LONG.
    """

    flaw: Flaw
    spans: tuple[tuple[int, int], ...] = ()
    text: str = ""
    language: str = ""
    about: tuple[str, ...] = ()


class Named(NamedTuple):
    """A name as the rules look at it."""

    text: str
    language: str
    type: NameType


_QUOTES = (("《", "》"), ("〈", "〉"), ("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
_BLANKS = re.compile(r"\s{2,}|^\s+|\s+$|\t|[\u2000-\u200a\u3000]")

SCRIPTS: dict[str, tuple[Script, ...]] = {
    "kk-Cyrl": (Script.CYRILLIC,), "kk-Latn": (Script.LATIN,), "kk-Arab": (Script.ARABIC,), "kk": (),
    "zh-Hans": (Script.HAN,), "zh-Hant": (Script.HAN,), "zh-Latn": (Script.LATIN,), "zh-Latn-pinyin": (Script.LATIN,),
    "yue": (Script.HAN,), "zh": (Script.HAN,), "ru": (Script.CYRILLIC,), "en": (Script.LATIN,),
    "ja": (Script.HAN, Script.KANA), "ko": (Script.HANGUL, Script.HAN), "ug": (Script.ARABIC,),
    "ug-Arab": (Script.ARABIC,), "ky": (Script.CYRILLIC,), "tg": (Script.CYRILLIC,), "tt": (Script.CYRILLIC,),
    "uk": (Script.CYRILLIC,), "be": (Script.CYRILLIC,), "tr": (Script.LATIN,), "fr": (Script.LATIN,),
    "de": (Script.LATIN,), "es": (Script.LATIN,), "it": (Script.LATIN,), "pt": (Script.LATIN,), "pl": (Script.LATIN,),
    "cs": (Script.LATIN,), "hu": (Script.LATIN,), "fa": (Script.ARABIC,), "ar": (Script.ARABIC,),
}  # fmt: skip
"""Scripts in which a name with this tag is written; a language that is not here may be written in any."""

_TAGGED = {"Cyrl": Script.CYRILLIC, "Latn": Script.LATIN, "Arab": Script.ARABIC, "Hans": Script.HAN,
           "Hant": Script.HAN, "Hang": Script.HANGUL, "Kana": Script.KANA}  # fmt: skip
_FEWEST = 2
"""Letters from which on a name tells what it is written in."""

_WRITTEN_VARIOUSLY = ("kk", "zh", "uz", "mn")


def flaws(text: str, language: str) -> list[Found]:
    """What is wrong with a name as typed, the gravest first. A name that is empty is nothing else."""
    if not clean_name(text):
        return [Found(Flaw.EMPTY)]
    checks = (_mixed, _damaged, _hidden, _spaces, _quoted)
    found = [flaw for check in checks if (flaw := check(text)) is not None]
    if not found or found[0].flaw not in (Flaw.MIXED, Flaw.DAMAGED):
        found += [flaw for flaw in (_script(text, language), _long(text)) if flaw is not None]
    return sorted(found, key=lambda one: list(Flaw).index(one.flaw))


def between(names: Sequence[Named], place: int, *, co_production: bool) -> list[Found]:
    """What a name is beside the others: an original too many, or the same in another language."""
    name, found = names[place], []
    originals = [other for other, one in enumerate(names) if one.type is NameType.ORIGINAL]
    if len(originals) > 1 and originals[-1] == place and not co_production:
        found.append(Found(Flaw.SECOND_ORIGINAL))
    same = _same(name, names[:place])
    return [*found, Found(Flaw.SAME, about=(same,))] if same else found


def _same(name: Named, before: Iterable[Named]) -> str:
    other = (one.language for one in before if one.text == name.text and plain(one.language) != plain(name.language))
    return next(other, "")


def _mixed(text: str) -> Found | None:
    findings = homoglyph_findings(text)
    if not findings:
        return None
    mended = list(one_script(text))
    for finding in findings:
        mended[finding.index] = finding.replacement
    spans = tuple((finding.index, finding.index + 1) for finding in findings)
    about = tuple(dict.fromkeys(finding.char for finding in findings))
    return Found(Flaw.MIXED, spans, "".join(mended), about=about)


def to_cyrillic(found: Found) -> bool:
    """Whether a mixed word is to be mended towards Cyrillic."""
    return bool(found.about) and script_of_letter(found.about[0]) is Script.LATIN


def _damaged(text: str) -> Found | None:
    return Found(Flaw.DAMAGED, text=repaired_encoding(text) or "") if looks_mojibake(text) else None


def _hidden(text: str) -> Found | None:
    """Directional marks, zero-width characters, controls: what `clean_name` takes away without a trace."""
    kept = clean_name(text)
    hidden = [c for c in text if unicodedata.category(c) in ("Cf", "Cc", "Co", "Cn", "Cs") and c not in kept + "\t\n\r"]
    return Found(Flaw.HIDDEN, text=kept) if hidden else None


def _spaces(text: str) -> Found | None:
    spans = tuple(match.span() for match in _BLANKS.finditer(text))
    return Found(Flaw.SPACES, spans, clean_name(text)) if spans else None


def _quoted(text: str) -> Found | None:
    """Marks around the whole name: 《》 tell a title in a sentence, they are no part of it."""
    bare = text.strip()
    for opening, closing in _QUOTES:
        inner = bare.removeprefix(opening).removesuffix(closing)
        if len(inner) == len(bare) - 2 and inner.strip() and opening not in inner and closing not in inner:
            return Found(Flaw.QUOTED, ((0, 1), (len(text) - 1, len(text))), inner.strip())
    return None


def _script(text: str, language: str) -> Found | None:
    written = script_of(text)
    if sum(script_of_letter(letter) is written for letter in text) < _FEWEST or written is Script.OTHER:
        return None
    guessed = guess_language_tag(text)
    if language in _WRITTEN_VARIOUSLY:
        return Found(Flaw.UNWRITTEN, language=guessed if plain(guessed) == language else "")
    if language == "ru" and CYRILLIC_ONLY_KAZAKH & set(text):
        return Found(Flaw.SCRIPT, language="kk-Cyrl", about=(language,))
    usual = _usual(language)
    if not usual or written in usual or {script_of_letter(letter) for letter in text} & set(usual):
        return None
    return Found(Flaw.SCRIPT, language=_likely(text, language), about=(language,))


def _likely(text: str, language: str) -> str:
    """The tag the letters speak for: another writing of the same language if there is one."""
    written = script_of(text)
    own = (tag for tag in SCRIPTS if plain(tag) == plain(language) and SCRIPTS[tag] == (written,))
    return next(own, guess_language_tag(text))


def _usual(language: str) -> tuple[Script, ...]:
    if language in SCRIPTS:
        return SCRIPTS[language]
    tagged = next((_TAGGED[part] for part in language.split("-")[1:] if part in _TAGGED), None)
    return (tagged,) if tagged else SCRIPTS.get(plain(language), ())


def _long(text: str) -> Found | None:
    over = letters(clean_name(text)) - TITLE_ROOM
    return Found(Flaw.LONG, about=(str(over),)) if over > 0 else None
