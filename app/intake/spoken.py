"""The language versions a row tells of: columns of dubs and subtitles, or words like “kk dubbed”."""

import re
from collections.abc import Iterator, Sequence

from app.domain.kinds import NameType, SpokenMode
from app.domain.names import plain
from app.domain.proposals import ProposedName, ProposedVersion
from app.intake import vocabulary
from app.intake.cells import Cells
from app.intake.headings import joined
from app.intake.options import Meaning
from app.words import N_

NOT_A_LANGUAGE = N_("This language is not known.")
WHICH_LANGUAGE = N_("The language of this version is not told.")

_MODES = (
    (SpokenMode.VOICE_OVER, ("закадр", "voice", "кадр сырт", "叠声")),
    (SpokenMode.NARRATED, ("narrat", "диктор", "解说", "旁白")),
    (SpokenMode.DUBBED, ("dub", "дуб", "озвуч", "配音", "译制")),
    (SpokenMode.ORIGINAL, ("orig", "ориг", "түпнұсқа", "原声", "原版")),
)
_PIECES = re.compile(r"[;；\n,，](?![^(（]*[)）])(?!\s*\w{2,3}\b)")


def versions(cells: Cells, names: Sequence[ProposedName]) -> tuple[ProposedVersion, ...]:
    """The versions of one title: what is heard, how, and the subtitles, which go to the first."""
    found = list(_original(cells))
    found += _columns(cells, Meaning.DUBBED, SpokenMode.DUBBED)
    found += _columns(cells, Meaning.VOICE_OVER, SpokenMode.VOICE_OVER)
    found += _told(cells)
    subtitles = _subtitles(cells)
    if subtitles and not found:
        original = next((name for name in names if name.type is NameType.ORIGINAL), names[0])
        spoken = plain(original.language)
        if spoken not in ("und", "zxx"):
            found.append(ProposedVersion("zh-Hans" if spoken == "zh" else spoken, SpokenMode.ORIGINAL))
    if subtitles and found:
        found[0] = found[0]._replace(subtitles=tuple(tag for tag in subtitles if tag != found[0].language))
    return tuple(dict.fromkeys(found))


def _original(cells: Cells) -> Iterator[ProposedVersion]:
    for place, _column, text in cells.all(Meaning.LANGUAGE):
        known, strange = vocabulary.languages(text)
        for part in strange:
            if part != "und":  # said to be unknown
                cells.tell(NOT_A_LANGUAGE, place, part)
        for tag in known:
            yield ProposedVersion(tag, SpokenMode.ORIGINAL)


def _columns(cells: Cells, meaning: Meaning, mode: SpokenMode) -> Iterator[ProposedVersion]:
    """Versions of a column of dubs: languages by name, or yes and no under a language."""
    for place, column, text in cells.all(meaning):
        answer = vocabulary.answer_of(text)
        if answer is False:
            continue
        known = vocabulary.languages(text)[0] if answer is None else ()
        if not known and column.language:
            known = (column.language,)
        if not known:
            cells.tell(WHICH_LANGUAGE if answer else NOT_A_LANGUAGE, place, text)
        for tag in known:
            yield ProposedVersion(tag, mode)


def _told(cells: Cells) -> Iterator[ProposedVersion]:
    """Versions told in words: “original zh/kk/ru”, “қазақша дубляж”."""
    for place, column, text in cells.all(Meaning.VERSION):
        for piece in filter(str.strip, _PIECES.split(text)):
            key = joined(piece)
            mode = next((mode for mode, words in _MODES if any(word in key for word in words)), None)
            tags = _tags(piece) or ((column.language,) if column.language else ())
            for tag in tags:
                yield ProposedVersion(tag, mode or SpokenMode.ORIGINAL)
            if not tags:
                cells.tell(NOT_A_LANGUAGE, place, piece)


def _tags(piece: str) -> tuple[str, ...]:
    """The languages before the brackets of a piece, other words left aside."""
    bare = re.sub(r"[(（].*", "", piece)
    known = vocabulary.languages(re.sub(r"[^\w\s/,+]", " ", bare))[0]
    return tuple(dict.fromkeys(known))


def _subtitles(cells: Cells) -> list[str]:
    found: list[str] = []
    for place, column, text in cells.all(Meaning.SUBTITLES):
        answer = vocabulary.answer_of(text)
        if answer is False:
            continue
        known = vocabulary.languages(text)[0] if answer is None else ()
        if not known and column.language:
            known = (column.language,)
        if not known:
            cells.tell(WHICH_LANGUAGE if answer else NOT_A_LANGUAGE, place, text)
        found += [tag for tag in known if tag not in found]
    return found
