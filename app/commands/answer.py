"""What a command was asked and what it answers: data for programs, lines for people."""

import json
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from app.i18n.catalogue import Catalogue
from app.settings import Settings

GAP = "  "
_DRAWN_AS_BOX = frozenset(("Cc", "Cs", "Co"))
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that would turn the rest of a terminal's line around."""


@dataclass(frozen=True)
class Asked:
    """A command with its options, in the words of the reader."""

    tr: Catalogue
    options: Namespace
    settings: Settings = field(default_factory=Settings)

    @property
    def language(self) -> str:
        """The language of the reader: kk, zh, ru or en."""
        return self.tr.language


@dataclass(frozen=True)
class Answer:
    """What a command answers. `data` has stable English keys; `code` is 0, or 1 when there are findings."""

    data: object
    lines: Sequence[str] = ()
    code: int = 0


class Misuse(Exception):  # noqa: N818 - nothing failed: the command was not understood
    """A command that cannot be meant; told as one sentence, with exit code 2."""


def tell(answer: Answer, *, as_json: bool) -> None:
    """Print an answer; JSON always as UTF-8, whatever the terminal speaks."""
    if sys.stdout is None:  # closed by whoever started the program
        return
    if as_json and hasattr(sys.stdout, "buffer"):
        text = json.dumps(answer.data, ensure_ascii=False, indent=1) + "\n"
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    else:
        print(json.dumps(answer.data, indent=1) if as_json else "\n".join(answer.lines))
    sys.stdout.flush()


def steady(stream: TextIO | None, errors: str) -> None:
    """Let a stream write something for a letter its terminal lacks, instead of stopping there."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors=errors)


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes; Chinese characters take two."""
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def plain(text: object) -> str:
    """`text` on one line and without what could steer a terminal."""
    return "".join(" " if c in "\t\n\r" else "�" if c in _TURNING or _steers(c) else c for c in str(text))


def _steers(letter: str) -> bool:
    return unicodedata.category(letter) in _DRAWN_AS_BOX


def table(rows: Iterable[Sequence[object]], heads: Sequence[str] = ()) -> list[str]:
    """The rows as aligned lines, below their headings; columns of nothing but figures stand to the right."""
    cells = [[plain(cell) for cell in row] for row in rows]
    lines = [list(heads), *cells] if heads else cells
    if not lines:
        return []
    widths = [max(columns(line[place]) for line in lines) for place in range(len(lines[0]))]
    right = [all(row[place].isdecimal() or not row[place] for row in cells) for place in range(len(widths))]
    return [_line(line, widths, right) for line in lines]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for cell, width, to_the_right in zip(cells, widths, right, strict=True):
        space = " " * (width - columns(cell))
        padded.append(space + cell if to_the_right else cell + space)
    return GAP.join(padded).rstrip()


def wrapped(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` columns, broken at spaces, between Chinese characters, or where it must be."""
    line = ""
    for word in _words(" ".join(text.split()), width):
        if line and columns(line + word.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += word
    if line:
        yield line.rstrip()


def _words(text: str, width: int) -> Iterator[str]:
    """The pieces a line may be broken between, with the spaces behind them; none is longer than `width`."""
    word, taken = "", 0
    for letter in text:
        wide = _columns(letter)
        ends = word and (word[-1] == " " or (wide == 2 and unicodedata.category(letter) == "Lo"))  # noqa: PLR2004
        if ends or (word and letter != " " and taken + wide > width):
            yield word
            word, taken = "", 0
        word += letter
        taken += wide
    if word:
        yield word
