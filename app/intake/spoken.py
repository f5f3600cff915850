"""The language versions a row tells of: columns of dubs and subtitles, or words like “kk dubbed”.

Words in brackets tell more: “Kazakh (narration)” is no plain voice-over, and subtitles in
“Russian (Kazakh, dubbed)” belong to that dub and not to the first version.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.domain.kinds import NameType, SpokenMode
from app.domain.names import plain
from app.domain.proposals import ProposedName, ProposedVersion
from app.intake import vocabulary
from app.intake.cells import Cells
from app.intake.options import Meaning
from app.intake.spelling import joined
from app.words import N_

NOT_A_LANGUAGE = N_("This language is not known.")
WHICH_LANGUAGE = N_("The language of this version is not given.")

_MODES = (
    (SpokenMode.LIVE, ("live interp", "interpretation", "ілеспе", "синхрон", "口译", "同传")),
    (SpokenMode.VOICE_OVER_MULTI, ("several voices", "multi", "көп дауыс", "многоголос", "多人")),
    (SpokenMode.VOICE_OVER, ("закадр", "voice", "кадр сырт", "叠声")),
    (SpokenMode.NARRATED, ("narrat", "диктор", "解说", "旁白")),
    (SpokenMode.DUBBED, ("dub", "дуб", "озвуч", "配音", "译制")),
    (SpokenMode.ORIGINAL, ("orig", "ориг", "түпнұсқа", "原声", "原版")),
)
_RANKS = tuple(SpokenMode)
_IN_BRACKETS = re.compile(r"\s*([^(（]+?)\s*[(（]([^()（）]+)[)）]\s*")
_ITEMS = re.compile(r"[;；\n]")
_COMMAS = re.compile(r"[,，、]")
_PIECES = re.compile(r"[;；\n,，](?![^(（]*[)）])(?!\s*\w{2,3}\b)")


def versions(cells: Cells, names: Sequence[ProposedName]) -> tuple[ProposedVersion, ...]:
    """The versions of one title: what is heard, how, and the subtitles, which go to the first."""
    found = list(_original(cells))
    found += _columns(cells, Meaning.DUBBED, SpokenMode.DUBBED)
    found += _columns(cells, Meaning.VOICE_OVER, SpokenMode.VOICE_OVER)
    found += _told(cells)
    subtitles = list(_subtitles(cells))
    if subtitles and not found:
        original = next((name for name in names if name.type is NameType.ORIGINAL), names[0])
        spoken = plain(original.language)
        if spoken not in ("und", "zxx"):
            found.append(ProposedVersion("zh-Hans" if spoken == "zh" else spoken, SpokenMode.ORIGINAL))
    return tuple(_subtitled(list(dict.fromkeys(found)), subtitles))


class _Written(NamedTuple):
    """Subtitles, with the version they belong to if that is told."""

    language: str
    spoken: str = ""
    mode: SpokenMode | None = None


def _subtitled(found: list[ProposedVersion], subtitles: Sequence[_Written]) -> Iterator[ProposedVersion]:
    """The versions with their subtitles: those of no version are those of the original, or of the first dub."""
    own: list[list[str]] = [[] for _version in found]
    first = min(range(len(found)), key=lambda place: _RANKS.index(found[place].mode), default=0)
    for one in subtitles:
        places = (place for place, version in enumerate(found) if version[:2] == (one.spoken, one.mode))
        place = next(places, first)
        expected = bool(found) and (one.mode is not None or one.language != found[place].language)
        if expected and one.language not in own[place]:
            own[place].append(one.language)
    return (version._replace(subtitles=tuple(tags)) for version, tags in zip(found, own, strict=True))


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
        told, rest = _in_brackets(text) if answer is None else ([], text)
        for language, said in told:
            yield from (ProposedVersion(tag, _mode(said) or mode) for tag in vocabulary.languages(language)[0])
        known = vocabulary.languages(rest)[0] if answer is None else ()
        if not known and column.language and not told:
            known = (column.language,)
        if not known and not told:
            cells.tell(WHICH_LANGUAGE if answer else NOT_A_LANGUAGE, place, text)
        for tag in known:
            yield ProposedVersion(tag, mode)


def _in_brackets(text: str) -> tuple[list[tuple[str, str]], str]:
    """(items with a mode in brackets behind a language, everything else)."""
    told: list[tuple[str, str]] = []
    rest: list[str] = []
    for item in _ITEMS.split(text):
        found = _IN_BRACKETS.fullmatch(item)
        if found and _mode(found[2]):
            told.append((found[1], found[2]))
        else:
            rest.append(item)
    return told, ";".join(rest)


def _mode(text: str) -> SpokenMode | None:
    """The mode some words tell."""
    key = joined(text)
    return next((mode for mode, words in _MODES if any(word in key for word in words)), None)


def _told(cells: Cells) -> Iterator[ProposedVersion]:
    """Versions told in words: “original zh/kk/ru”, “қазақша дубляж”."""
    for place, column, text in cells.all(Meaning.VERSION):
        for piece in filter(str.strip, _PIECES.split(text)):
            mode = _mode(piece)
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


def _subtitles(cells: Cells) -> Iterator[_Written]:
    for place, column, text in cells.all(Meaning.SUBTITLES):
        answer = vocabulary.answer_of(text)
        if answer is False:
            continue
        told, rest = _in_brackets(text) if answer is None else ([], text)
        for language, said in told:
            spoken = vocabulary.languages(_COMMAS.split(said)[0])[0]
            for tag in vocabulary.languages(language)[0]:
                yield _Written(tag, spoken[0] if spoken else "", _mode(said))
        known = vocabulary.languages(rest)[0] if answer is None else ()
        if not known and column.language and not told:
            known = (column.language,)
        if not known and not told:
            cells.tell(WHICH_LANGUAGE if answer else NOT_A_LANGUAGE, place, text)
        yield from map(_Written, known)
