"""Which films one cell of a schedule names: one under several names, a double bill, or a film with a talk."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.names import plain
from app.domain.proposals import ProposedName
from app.intake.cells import Cells
from app.intake.cleaning import doubts, short_text, tag_in, unguarded
from app.intake.options import Meaning
from app.intake.spelling import joined
from app.words import N_, phrase

_TOGETHER = re.compile(r"\s+[+＋]\s+|(?<=[»”》\"])\s*[+＋]\s*(?=[«“《\"])|(?<=[\u4e00-\u9fff])[+＋](?=[\u4e00-\u9fff])")
_MARKS = re.compile(r"《([^》]+)》")
_OTHER_NAME = re.compile(r"\s+/\s+|\n+")
_QUOTED = re.compile(r"[«“\"《](.+)[»”\"》]")
_ASIDES = frozenset(
    [
        *(
            "q a",
            "q and a",
            "q",
            "qa",
            "talk",
            "discussion",
            "intro",
            "映后",
            "映后交流",
            "映后见面会",
            "见面会",
            "交流",
        ),
        *("встреча", "обсуждение", "дискуссия", "встреча с режиссером", "творческая встреча", "вступление", "лекция"),
        *("концерт", "фуршет", "церемония открытия", "церемония"),
        *("кездесу", "талқылау", "режиссермен кездесу", "ашылу салтанаты"),
    ]
)
"""What stands beside a film and is none."""


LONGEST_TITLE = 1_000
TITLE_LONG = N_("The title is longer than {n} letters.")


class Bill(NamedTuple):
    """Films in order, further names film by film, what goes with them; `doubtful` when it could be meant otherwise."""

    names: tuple[ProposedName, ...] = ()
    also: tuple[tuple[ProposedName, ...], ...] = ()
    aside: str = ""
    doubtful: bool = False


def films(cells: Cells) -> Bill:
    """The films of one row: of the first column of names that says something; the others name the same films."""
    bills: list[Bill] = []
    for place, column, text in cells.all(Meaning.NAME):
        if len(text) > LONGEST_TITLE:
            cells.tell(phrase(TITLE_LONG, n=LONGEST_TITLE), place, text, fatal=True)
            continue
        kept = short_text(text)
        for doubt in doubts(unguarded(text), kept):
            cells.tell(doubt, place, text)
        bills.append(_bill(unguarded(text), column.language))
    bills = [bill for bill in bills if bill.names]
    if not bills:
        return Bill()
    first = bills[0]
    also = [list(names) for names in first.also]
    for other in bills[1:]:
        if len(other.names) == len(first.names):
            for place, name in enumerate(other.names):
                also[place] += [name, *other.also[place]]
    return first._replace(
        also=tuple(tuple(names) for names in also), aside="; ".join(filter(None, (bill.aside for bill in bills)))
    )


def _bill(text: str, language: str) -> Bill:
    marked = _MARKS.findall(text)
    doubtful = False
    if len(marked) > 1:
        pieces = marked
    else:
        pieces = [piece for piece in _TOGETHER.split(text) if piece.strip()]
        if len(pieces) == 1:
            pieces, doubtful = _lines(text)
    names: list[ProposedName] = []
    also: list[tuple[ProposedName, ...]] = []
    asides: list[str] = []
    for piece in pieces:
        if names and joined(piece) in _ASIDES:
            asides.append(short_text(piece))
            continue
        found = list(_names(piece, language))
        if found:
            names.append(found[0])
            also.append(tuple(found[1:]))
    return Bill(tuple(names), tuple(also), "; ".join(asides), doubtful)


def _lines(text: str) -> tuple[list[str], bool]:
    """The lines of a cell as films of their own when they are in one language; whether that is only likely."""
    lines = [line for line in re.split(r"\n+", text) if line.strip()]
    tongues = [plain(tag_in(line)) for line in lines]
    if len(lines) > 1 and len(set(tongues)) == 1:
        return lines, True
    return [text], False


def _names(piece: str, language: str) -> Iterator[ProposedName]:
    for part in _OTHER_NAME.split(piece):
        name = short_text(part)
        if quoted := _QUOTED.fullmatch(name):
            name = quoted[1].strip()
        if name:
            yield ProposedName(name, language or tag_in(name))
