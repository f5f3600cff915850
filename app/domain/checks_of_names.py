"""Checks of the names of a title: what `name_flaws` finds in their letters, which are missing, and who confirmed them.

A library holds hundreds of thousands of names and hardly any is wrong. So each is first
looked over with one pattern for the marks of all accidents; only what bears one is examined.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from app.domain.found import Checked, CheckedName, Code, Fix, Found, Mend
from app.domain.kazakh import CYRILLIC_ONLY_KAZAKH
from app.domain.kinds import NameType
from app.domain.name_flaws import SCRIPTS, Flaw, flaws
from app.domain.names import plain
from app.domain.scripts import Script

_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259\u0275\u1e00-\u1eff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")

_MARKED = re.compile(
    # unseen: spaces too many or of another kind, controls, marks, letters composed in another way, radicals
    "^\\s|\\s$|\\s\\s|[^\\S ]|[\u0000-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2e80-\u2fdf\uf900-\ufaff\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff]"
    # read with a wrong encoding: letters of the West, of the Balkans, and what bytes of UTF-8 turn into
    "|[\u00c0-\u00ff\u0402-\u0405\u0407-\u040f\u0452-\u0455\u0457-\u045f\u0490\u0491\ufffd]|\\?{3}|锟斤拷|烫烫烫"
    "|[\u0412-\u0444][\u201a\u201e\u2026\u2020\u2021\u20ac\u2030\u2039\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u2122"
    "\u203a\u00a0-\u00bf\u0401\u0451\u2116]"
    # in quotation marks
    '|^[《〈«“„"]'
)
"""The marks of every accident; some names bear them rightly (Ё after a letter, é). The rules look at every
letter and take fifty times longer."""

_WRITTEN = {
    Script.CYRILLIC: "\u0400-\u052f",
    Script.LATIN: "A-Za-z\u00c0-\u024f\u0259\u0275\u1e00-\u1eff",
    Script.HAN: "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    Script.ARABIC: "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe",
    Script.KANA: "\u3040-\u30ff",
    Script.HANGUL: "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
}
_KAZAKH = re.compile(f"[{''.join(sorted(CYRILLIC_ONLY_KAZAKH))}]")
_PERHAPS_LONG = 32
"""A name of fewer letters fits its line even if each takes the room of two."""

_BALKAN = frozenset({"uk", "be", "sr", "mk", "bg"})
"""Languages whose own letters look to the rule like Kazakh ones read wrongly."""

_CODES = {
    Flaw.EMPTY: Code.EMPTY_NAME,
    Flaw.MIXED: Code.MIXED_LETTERS,
    Flaw.DAMAGED: Code.WRONG_ENCODING,
    Flaw.HIDDEN: Code.INVISIBLE_LETTERS,
    Flaw.SPACES: Code.INVISIBLE_LETTERS,
    Flaw.QUOTED: Code.QUOTED_NAME,
    Flaw.SCRIPT: Code.WRONG_SCRIPT,
    Flaw.UNWRITTEN: Code.WRONG_SCRIPT,
    Flaw.LONG: Code.LONG_NAME,
}


@lru_cache(maxsize=256)
def _expected(tag: str) -> re.Pattern[str] | None:
    """A letter that a name with this tag has; None where any may come, and where each has to be looked at."""
    scripts = SCRIPTS.get(tag) or SCRIPTS.get(plain(tag), ())
    return re.compile(f"[{''.join(_WRITTEN[script] for script in scripts)}]") if scripts else None


def letters(facts: Checked, _today: date) -> Iterable[Found]:
    """What is wrong with the letters of the names."""
    found: list[Found] = []
    for name in facts.names:
        if _suspect(name.text, name.language):
            found += _flaws(facts, name)
    return found


def _suspect(text: str, tag: str) -> bool:
    if text.isascii():
        marked = not text.isprintable() or "  " in text or "???" in text or '"' in text or text != text.strip()
    else:
        marked = bool(_MARKED.search(text) or (_LATIN.search(text) and _CYRILLIC.search(text)))
    if marked or not text or len(text) > _PERHAPS_LONG:
        return True
    expected = _expected(tag)
    if expected is None:
        return "-" not in tag and tag not in ("zxx", "und")
    return not expected.search(text) or (tag == "ru" and bool(_KAZAKH.search(text)))


def _flaws(facts: Checked, name: CheckedName) -> Iterator[Found]:
    """One finding for each check: what is unseen is mended together."""
    told: set[Code] = set()
    for flaw in flaws(name.text, name.language):
        code = _CODES[flaw.flaw]
        if code in told or (flaw.flaw is Flaw.DAMAGED and plain(name.language) in _BALKAN):
            continue
        told.add(code)
        fix = None
        if flaw.text:
            fix = Fix(Mend.RETEXT, name.id, flaw.text)
        elif flaw.language and flaw.language != name.language:
            fix = Fix(Mend.RETAG, name.id, flaw.language)
        yield _of(code, facts, name, fix, mended=flaw.text, guess=flaw.language, letters="".join(flaw.about))


def _of(code: Code, facts: Checked, name: CheckedName, fix: Fix | None = None, **fields: object) -> Found:
    named = ("name", name.text), ("language", name.language), *fields.items()
    return Found(code, facts.work, name.id, name.text, named, fix)


def no_kazakh_name(facts: Checked, _today: date) -> Iterable[Found]:
    """No name in Kazakh, nor one that needs no language (5:32)."""
    for name in facts.names:
        if name.language.startswith(("kk", "zxx")) and plain(name.language) in ("kk", "zxx"):
            return ()
    return (Found(Code.NO_KAZAKH_NAME, facts.work),)


def two_originals(facts: Checked, _today: date) -> Iterable[Found]:
    """Only a co-production has more than one original title."""
    if facts.co_production or len(facts.names) == 1:
        return ()
    originals = [name for name in facts.names if name.type is NameType.ORIGINAL]
    if len(originals) < 2:  # noqa: PLR2004 - one is as it should be
        return ()
    last = originals[-1]
    return (_of(Code.TWO_ORIGINALS, facts, last, Fix(Mend.NOT_ORIGINAL, last.id)),)


def unconfirmed(facts: Checked, _today: date) -> Iterable[Found]:
    """Readings and names the program made and nobody has looked at: it errs where characters are read in two ways."""
    found: list[Found] = []
    for name in facts.names:
        if name.reading_auto and name.reading:
            fix = Fix(Mend.CONFIRM_READING, name.id)
            found.append(_of(Code.UNCONFIRMED_READING, facts, name, fix, reading=name.reading))
        if name.auto:
            found.append(_of(Code.UNCONFIRMED_NAME, facts, name, Fix(Mend.CONFIRM_NAME, name.id)))
    return found
