"""Which characters the fonts in the box can print, and what stands in for those they cannot."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from app.paths import resource

STAND_IN = "□"
"""Printed for a character no font has; the reader sees that something is missing, the caller is told what."""

_JOINERS = "\u200c\u200d"
_TIES = ("\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef")
_KANGXI = ("\u2e80", "\u2fdf")


@cache
def coverage() -> tuple[frozenset[int], ...]:
    """The code points of every font in the box, one set a font."""
    return tuple(frozenset(_cmap(file)) for file in sorted(resource("fonts").glob("*.ttf")))


@cache
def _everything() -> frozenset[int]:
    return frozenset().union(*coverage())


def printable(text: str) -> tuple[str, tuple[str, ...]]:
    """(`text` as it can be printed, the characters that had to be replaced).

    Line breaks become spaces; marks without a shape of their own (control characters, byte
    order and direction marks, soft hyphens) are left out; Kangxi radicals become the
    characters they look like. What no font has becomes `STAND_IN`, a whole emoji one box.
    """
    text = unicodedata.normalize("NFC", "".join(_letter(character) for character in text))
    known = _everything()
    if all(ord(character) in known for character in text) and not any(map(unicodedata.combining, text)):
        return text, ()
    out: list[str] = []
    missing: list[str] = []
    for cluster in _clusters(text):
        codes = {ord(character) for character in cluster}
        if any(codes <= font for font in coverage()):
            out.append(cluster)
        else:
            missing.append(cluster)
            out.append(cluster[0] if ord(cluster[0]) in known and cluster[0] not in _JOINERS else STAND_IN)
    return "".join(out), tuple(dict.fromkeys(missing))


def _letter(character: str) -> str:
    """One character without what paper cannot show."""
    if character.isspace():
        return character if character in "\xa0\u202f\u2009\u3000" else " "
    if _KANGXI[0] <= character <= _KANGXI[1]:
        return unicodedata.normalize("NFKC", character)
    if unicodedata.category(character) in ("Cc", "Cf") and character not in _JOINERS:
        return ""
    return character


def _clusters(text: str) -> Iterator[str]:
    """A base letter with its accents, or a whole sequence of joined emoji, at a time."""
    cluster = ""
    for character in text:
        if cluster and (_clings(character) or cluster.endswith("\u200d")):
            cluster += character
            continue
        if cluster:
            yield cluster.rstrip("".join(_TIES[:2])) or cluster
        cluster = character
    if cluster:
        yield cluster.rstrip("".join(_TIES[:2])) or cluster


def _clings(character: str) -> bool:
    """Whether a character hangs on the one before it: accents, variation selectors, skin tones, joiners."""
    return (
        unicodedata.category(character) in ("Mn", "Me")
        or character in _JOINERS
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _cmap(file: Path) -> Iterable[int]:
    """The code points of a TrueType file, from its character map (OpenType specification, formats 4 and 12)."""
    data = file.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {data[at : at + 4]: struct.unpack_from(">II", data, at + 8) for at in range(12, 12 + 16 * count, 16)}
    start = tables[b"cmap"][0]
    subtables = struct.unpack_from(">H", data, start + 2)[0]
    offsets = [struct.unpack_from(">I", data, start + 8 + 8 * i)[0] + start for i in range(subtables)]
    by_format = {struct.unpack_from(">H", data, at)[0]: at for at in offsets}
    if 12 in by_format:  # noqa: PLR2004 - the number of the format
        return _format_12(data, by_format[12])
    return _format_4(data, by_format[4])


def _format_12(data: bytes, at: int) -> Iterator[int]:
    groups = struct.unpack_from(">I", data, at + 12)[0]
    for first, last, _glyph in struct.iter_unpack(">III", data[at + 16 : at + 16 + 12 * groups]):
        yield from range(first, last + 1)


def _format_4(data: bytes, at: int) -> Iterator[int]:
    segments = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", data, at + 14)
    starts = struct.unpack_from(f">{segments}H", data, at + 16 + 2 * segments)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)
