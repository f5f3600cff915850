"""Reading a PDF back: its text, where every letter stands, its fonts and bookmarks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2


class Letter(NamedTuple):
    """A letter on a page with its box, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def texts(pdf: bytes) -> list[str]:
    """The text of every page, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().replace("\u200b", "").split()) for page in document]
    finally:
        document.close()


def lines(pdf: bytes) -> list[str]:
    """The text of all pages line by line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range().replace("\u200b", "") for page in document]
        return [line.strip() for page in pages for line in page.splitlines()]
    finally:
        document.close()


def dashed(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of everything drawn in dashes on the first page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = document[0].get_objects(max_depth=8)
        return [one.get_bounds() for one in found if pypdfium2.raw.FPDFPageObj_GetDashCount(one) > 0]
    finally:
        document.close()


def letters(pdf: bytes) -> Iterator[tuple[tuple[float, float], list[Letter]]]:
    """(width and height, the letters) of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            text = page.get_textpage()
            found = []
            for index in range(text.count_chars()):
                character = text.get_text_range(index, 1)
                if character.strip() and unicodedata.category(character[0]) not in ("Mn", "Cf", "Cc"):
                    found.append(Letter(character, *text.get_charbox(index)))
            yield page.get_size(), found
    finally:
        document.close()


def outside(pdf: bytes) -> list[Letter]:
    """The letters that leave the paper."""
    return [
        letter
        for (width, height), found in letters(pdf)
        for letter in found
        if letter.left < 0 or letter.bottom < 0 or letter.right > width or letter.top > height
    ]


def printed_over(pdf: bytes) -> list[tuple[Letter, Letter]]:
    """Pairs of letters of which one covers a third of the other or more.

    Arabic letters join, and a comma slips under the letter before it: they are not asked.
    """
    pairs = []
    for _size, found in letters(pdf):
        joined = [one for one in found if not "\u0600" <= one.text <= "\u06ff" and one.text not in ",."]
        ordered = sorted(joined, key=lambda letter: letter.left)
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 :]:
                if other.left >= one.right:
                    break
                width = min(one.right, other.right) - other.left
                height = min(one.top, other.top) - max(one.bottom, other.bottom)
                smaller = min(_area(one), _area(other))
                if height > 0 and smaller > 0 and width * height > smaller / 3:
                    pairs.append((one, other))
    return pairs


def _area(letter: Letter) -> float:
    return (letter.right - letter.left) * (letter.top - letter.bottom)


def bookmarks(pdf: bytes) -> list[str]:
    """The titles in the outline."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [mark.get_title() for mark in document.get_toc()]
    finally:
        document.close()


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts, each with the mark of its subset."""
    return {name.decode() for name in re.findall(rb"/BaseFont\s*/([\w+-]+)", pdf)}
