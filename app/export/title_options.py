"""What the user chooses about lists, cards and tables of titles."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.export.options import Sheet

PerSheet = Literal[1, 2, 4]


class Column(StrEnum):
    """What a list tells of a title beside its names. The values are those of the command line."""

    ORIGINAL = "original"
    KIND = "kind"
    COUNTRY = "country"
    YEAR = "year"
    RUNTIME = "runtime"
    AGE = "age"
    VERSIONS = "versions"
    RIGHTS = "rights"
    SOURCE = "source"


class Group(StrEnum):
    """How titles are grouped."""

    NONE = "none"
    INITIAL = "initial"
    COUNTRY = "country"
    KIND = "kind"
    STRAND = "strand"


class Order(StrEnum):
    """By title in the first language, or as the titles were shown."""

    TITLE = "title"
    SHOWN = "shown"


USUAL = (Column.ORIGINAL, Column.KIND, Column.COUNTRY, Column.YEAR, Column.RUNTIME, Column.VERSIONS)
"""The columns of a list unless somebody chooses others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleOptions(Sheet):
    """How titles shall be printed or written down.

    `internal` is for the house: without it rights, fees, copies, notes and sources stay here.
    `per_sheet` cards share a page. `separator` of a CSV file; '' is what the first language expects.
    """

    columns: tuple[Column, ...] = USUAL
    group: Group = Group.NONE
    order: Order = Order.TITLE
    internal: bool = False
    per_sheet: PerSheet = 1
    separator: str = ""
