"""How the flaws of a name are told while it is typed, and the one step that mends each."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.name_flaws import Flaw, Found, Named, between, flaws, to_cyrillic
from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.operations.works import NAME_EMPTY
from app.store.work_records import NameLine, WorkRecord
from app.ui.widgets.message import Level
from app.ui.works.tags import language_word, naming_word, writing_word
from app.words import N_


class Fault(NamedTuple):
    """Why a name is not taken as typed: a sentence, the letters to mark, and the repaired text with its verb."""

    sentence: str
    spans: tuple[tuple[int, int], ...] = ()
    repaired: str = ""
    repair: str = ""


class Doubt(NamedTuple):
    """What wants a look in a name that is kept: how grave, the sentence, and its mending.

    That is another `text`, another `tag`, or the word that the title is a co-production (`joint`).
    """

    level: Level
    sentence: str
    repair: str = ""
    text: str = ""
    tag: str = ""
    joint: bool = False


def fault(text: str) -> Fault | None:
    """What is wrong with a name as typed; None when it can be kept."""
    found = next((one for one in flaws(text, "und") if one.flaw.forbids), None)
    if found is None:
        return None
    if found.flaw is Flaw.EMPTY:
        return Fault(_(NAME_EMPTY))
    cyrillic = to_cyrillic(found)
    repair = _("Replace with Cyrillic") if cyrillic else _("Replace with Latin")
    return Fault(_mixed(found.about, cyrillic=cyrillic), found.spans, found.text, repair)


def _mixed(letters: Sequence[str], *, cyrillic: bool) -> str:
    quoted = formats.listing(language(), [_("“{letter}”", letter=letter) for letter in letters])
    if cyrillic:
        return ngettext(
            "{letters} is a Latin letter in a Cyrillic word. It looks right but will not be found or sorted.",
            "{letters} are Latin letters in a Cyrillic word. It looks right but will not be found or sorted.",
            len(letters),
            letters=quoted,
        )
    return ngettext(
        "{letters} is a Cyrillic letter in a Latin word. It looks right but will not be found or sorted.",
        "{letters} are Cyrillic letters in a Latin word. It looks right but will not be found or sorted.",
        len(letters),
        letters=quoted,
    )


def doubts(record: WorkRecord, line: NameLine, text: str) -> list[Doubt]:
    """What wants a look in a name as it stands in its field, the gravest first."""
    place = next((at for at, name in enumerate(record.names) if name.id == line.id), None)
    found = [one for one in flaws(text, line.language) if not one.flaw.forbids]
    if place is not None:
        names = [Named(name.text, name.language, name.type) for name in record.names]
        joint = record.facts.co_production
        found += between(names, place, co_production=joint)
    return [_told(one, line) for one in found]


_SENTENCES = {
    Flaw.DAMAGED: N_("The letters look damaged by a wrong encoding."),
    Flaw.HIDDEN: N_("It contains invisible characters. They are removed when the name is saved."),
    Flaw.SPACES: N_("It contains too many spaces. They are removed when the name is saved."),
    Flaw.QUOTED: N_("The quotation marks are not part of the name."),
    Flaw.SECOND_ORIGINAL: N_("Two original titles. Right for a co-production; otherwise change one role."),
}
_REPAIRS = {
    Flaw.HIDDEN: N_("Remove them"),
    Flaw.SPACES: N_("Remove them"),
    Flaw.QUOTED: N_("Remove them"),
}


def _told(found: Found, line: NameLine) -> Doubt:
    flaw, level = found.flaw, Level.WARNING
    if flaw is Flaw.SAME:
        return Doubt(Level.INFO, _("Reads as the name in {language}", language=naming_word(found.about[0])))
    if flaw is Flaw.LONG:
        return Doubt(level, _long(int(found.about[0])))
    if flaw in (Flaw.SCRIPT, Flaw.UNWRITTEN):
        return _of_script(found, line)
    if flaw is Flaw.SECOND_ORIGINAL:
        return Doubt(level, _(_SENTENCES[flaw]), _("Yes, co-production"), joint=True)
    if flaw is Flaw.DAMAGED:
        repair = _("Replace with “{name}”", name=found.text) if found.text else ""
        return Doubt(level, _(_SENTENCES[flaw]), repair, found.text)
    return Doubt(level, _(_SENTENCES[flaw]), _(_REPAIRS[flaw]) if found.text else "", found.text)


def _of_script(found: Found, line: NameLine) -> Doubt:
    if found.flaw is Flaw.UNWRITTEN:
        sentence = _("The script of this name is not said.")
        repair = _("It is {script}", script=writing_word(found.language)) if found.language else ""
    else:
        sentence = _("The letters are not those of {language}.", language=language_word(line.language))
        repair = _("Change to {language}", language=_tag_word(found.language, line.language)) if found.language else ""
    return Doubt(Level.WARNING, sentence, repair, tag=found.language)


def _tag_word(tag: str, present: str) -> str:
    """A tag in words: its language, or its script where the language is the same."""
    same = tag.split("-", maxsplit=1)[0] == present.split("-", maxsplit=1)[0]
    return writing_word(tag) if same else naming_word(tag)


def _long(over: int) -> str:
    return ngettext("{n} letter too long for a line in print.", "{n} letters too long for a line in print.", over)
