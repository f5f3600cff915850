"""What the user chooses about a document, and what a document is before and after it is set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from typing import Any, Literal

from app.words import Phrase

Paper = Literal["a4", "a3", "a5"]
Orientation = Literal["portrait", "landscape"]

PAPERS: Mapping[Paper, tuple[float, float]] = {"a4": (210, 297), "a3": (297, 420), "a5": (148, 210)}
"""Width and height of a sheet held upright, in millimetres (ISO 216)."""

_LETTERS: Mapping[Paper, float] = {"a4": 1.0, "a3": sqrt(2), "a5": 0.86}
"""How large letters are on a sheet: on A5 they are not enlarged down with it, or nobody could read them."""

TEXT_SIZES = (8.0, 14.0)
"""The smallest and the largest text size offered, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is chosen for every document. The first language is the largest (Kazakh, unless somebody says otherwise).

    `text_size` is the size of running text on A4 in points. A3 is the same page enlarged, for a wall: whoever
    wants more on it rather than larger takes a smaller text. Without `colour` tints are left white.
    """

    languages: tuple[str, ...] = ("kk",)
    paper: Paper = "a4"
    orientation: Orientation = "portrait"
    text_size: float = 10.0
    colour: bool = True
    ornament: bool = True

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the page in millimetres."""
        width, height = PAPERS[self.paper]
        return (width, height) if self.orientation == "portrait" else (height, width)

    @property
    def enlargement(self) -> float:
        """How much larger than A4 the sheet is, in length: margins and ornament grow with it."""
        return {"a3": sqrt(2), "a5": sqrt(0.5)}.get(self.paper, 1.0)

    @property
    def scale(self) -> float:
        """How much larger than the drawn design (A4, 10 pt) the text is."""
        return self.text_size / 10 * _LETTERS[self.paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Sheet):
    """How a programme shall be printed, on A4 or A3.

    Without `colour` strands are told apart by glyph. `extras` are introductions, questions
    and answers, and breaks. Without `tentative` the screenings still to be confirmed are left
    out. With `house` the times in which halls are taken without a show are printed as well.
    """

    versions: bool = True
    extras: bool = True
    tentative: bool = True
    cancelled: bool = False
    house: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document ready for setting: a template of resources/templates, its data, and what to tell the user.

    `data` holds nothing but dicts, lists, texts, numbers and booleans. `language` is the
    first language; `as_of` becomes the time stamp, so that equal data give equal bytes.
    `pictures` are bytes of images under the names by which the template asks for them.
    """

    template: str
    title: str
    language: str
    as_of: date
    data: Mapping[str, Any]
    warnings: tuple[Phrase, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document: the bytes of the PDF, how many pages, and what the user should know."""

    pdf: bytes = field(repr=False)
    pages: int
    warnings: tuple[Phrase, ...] = ()
