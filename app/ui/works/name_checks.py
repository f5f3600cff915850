"""What the names of a title are checked for while they are typed, and what repairs them."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.kinds import NameType
from app.domain.names import plain
from app.domain.scripts import Finding, Script, clean_name, homoglyph_findings, one_script, script_of_letter
from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.operations.works import NAME_EMPTY
from app.store.work_records import NameLine, WorkRecord
from app.ui.works.tags import naming_word


class Fault(NamedTuple):
    """Why a name is not taken as typed: a sentence, the letters to mark, and the repaired text with its verb."""

    sentence: str
    spans: tuple[tuple[int, int], ...] = ()
    repaired: str = ""
    repair: str = ""


def fault(text: str) -> Fault | None:
    """What is wrong with a name as typed; None when it can be kept."""
    if not clean_name(text):
        return Fault(_(NAME_EMPTY))
    findings = homoglyph_findings(text)
    if not findings:
        return None
    spans = tuple((finding.index, finding.index + 1) for finding in findings)
    cyrillic = script_of_letter(findings[0].replacement) is Script.CYRILLIC
    repair = _("Replace with Cyrillic") if cyrillic else _("Replace with Latin")
    return Fault(_mixed(findings, cyrillic=cyrillic), spans, repaired(text, findings), repair)


def repaired(text: str, findings: Sequence[Finding]) -> str:
    """The text with every letter of the wrong script replaced."""
    letters = list(one_script(text))
    for finding in findings:
        letters[finding.index] = finding.replacement
    return "".join(letters)


def _mixed(findings: Sequence[Finding], *, cyrillic: bool) -> str:
    letters = list(dict.fromkeys(finding.char for finding in findings))
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


def second_original(record: WorkRecord) -> NameLine | None:
    """The original title too many: the last of several, unless the title is a co-production."""
    originals = [name for name in record.names if name.type is NameType.ORIGINAL]
    return originals[-1] if len(originals) > 1 and not record.facts.co_production else None


def twin(record: WorkRecord, name: NameLine) -> str:
    """The language in which another name reads the same, in words; '' when there is none."""
    for other in record.names:
        if other.id == name.id:
            return ""
        if other.text == name.text and plain(other.language) != plain(name.language):
            return naming_word(other.language)
    return ""
