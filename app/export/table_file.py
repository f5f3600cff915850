"""What every file of a table shares: the table itself, the finished file, and text that cells can hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.title_facts import TitleFacts
from app.export.title_table import TableColumn
from app.i18n.catalogue import Catalogue
from app.words import N_, Phrase, counted, phrase

_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither a workbook nor a text file may hold."""

NAMED = 20
"""Cells that are told one by one; the others are counted."""

CUT = N_("“{column}” of title {number} is too long for a cell and ends with …: {kept} of {all} letters are there.")
STRIPPED = N_("“{column}” of title {number} had invisible control characters; they are left out.")


@dataclass(frozen=True)
class Table:
    """A table to be written: its words, its columns, the titles some thousands at a time, and what is told of it.

    `about` are pairs of a word and what it says: the day of the facts, how the titles were chosen.
    """

    tr: Catalogue
    name: str
    columns: Sequence[TableColumn]
    rows: Iterable[Sequence[TitleFacts]]
    as_of: date
    about: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class TableFile:
    """A finished file: its bytes, how many titles are in it, and what the user should know."""

    data: bytes = field(repr=False)
    titles: int
    warnings: tuple[Phrase, ...] = ()


class Troubles:
    """What could not be written as it is kept, cell by cell."""

    def __init__(self) -> None:
        self._told: list[Phrase] = []
        self._more = 0

    def tell(self, message: str, column: str, number: int, **fields: object) -> None:
        """Note one cell of the title with this number."""
        if len(self._told) < NAMED:
            self._told.append(phrase(message, column=column, number=str(number), **fields))
        else:
            self._more += 1

    def phrases(self) -> tuple[Phrase, ...]:
        """Everything noted; cells beyond the first are only counted."""
        if not self._more:
            return tuple(self._told)
        more = counted("{n} more cell could not be written whole.", "{n} more cells could not be written whole.",
                       self._more)  # fmt: skip
        return (*self._told, more)


def clean(text: str) -> str:
    """The text without what no cell can hold; lines end in one way."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return _STEERING.sub("", text) if _STEERING.search(text) else text
