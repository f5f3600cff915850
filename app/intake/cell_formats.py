"""What a worksheet says about its cells beyond their values: number formats, and formulas without a result."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_CHUNK = 1024 * 1024
_MOST_PART = 20 * 1024 * 1024
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])([^<>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_REFERENCE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_STYLE = re.compile(rb'\ss="([0-9]{1,5})"')
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd.mm.yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd.mm.yyyy h:mm",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
}  # fmt: skip
"""The number formats every workbook has (ECMA-376, 18.8.30)."""


@dataclass(slots=True)
class CellFormats:
    """By (row from 1, column from 0): the format codes of cells, formulas without a result, formulas that failed."""

    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    resultless: set[tuple[int, int]] = field(default_factory=set)
    failed: dict[tuple[int, int], str] = field(default_factory=dict)


def cell_formats(file: BinaryIO, sheet: str, *, rows: int | None = None) -> CellFormats:
    """What the sheet says about its first `rows` rows; as much as can be told, nothing from a damaged one."""
    found = CellFormats()
    try:
        with zipfile.ZipFile(file) as archive:
            codes = _codes(archive)
            path = _part_of(archive, sheet)
            if path:
                _scan(archive, path, codes, found, rows or 10_000_000)
    except (zipfile.BadZipFile, KeyError, ValueError, ParseError, DefusedXmlException, OSError, EOFError, RuntimeError):
        return found
    return found


def _parsed(archive: zipfile.ZipFile, path: str) -> Element:
    with archive.open(path) as part:
        data = part.read(_MOST_PART + 1)
    if len(data) > _MOST_PART:
        raise ValueError(path)
    root: Element = fromstring(data, forbid_dtd=True)
    return root


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _local(element.tag) == name)


def _codes(archive: zipfile.ZipFile) -> Mapping[int, str]:
    """Style number -> format code, of styles whose numbers are shown otherwise than as plain numbers."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    root = _parsed(archive, "xl/styles.xml")
    own = {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in _all(root, "numFmt")}
    known = _BUILT_IN | own
    styles = next(_all(root, "cellXfs"), None)
    numbers = [int(style.get("numFmtId", "0")) for style in styles] if styles is not None else []
    return {place: known[number] for place, number in enumerate(numbers) if known.get(number, "General") != "General"}


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds a sheet, '' when it cannot be told."""
    relation = ""
    for one in _all(_parsed(archive, "xl/workbook.xml"), "sheet"):
        if one.get("name") == sheet:
            relation = next((value for key, value in one.attrib.items() if _local(key) == "id"), "")
    for one in _all(_parsed(archive, "xl/_rels/workbook.xml.rels"), "Relationship"):
        if one.get("Id") == relation and one.get("TargetMode") != "External":
            target = one.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            return path if path in archive.namelist() else ""
    return ""


def _scan(archive: zipfile.ZipFile, path: str, codes: Mapping[int, str], found: CellFormats, rows: int) -> None:
    """Run through the cells of a sheet as text: parsing it all as XML would take ten times as long."""
    rest = b""
    with archive.open(path) as part:
        while chunk := part.read(_CHUNK):
            data = rest + chunk
            end = 0
            for match in _CELL.finditer(data):
                end = match.end()
                if not _cell(match, codes, found, rows):
                    return
            rest = data[max(end, len(data) - _CHUNK) :]


def _cell(match: re.Match[bytes], codes: Mapping[int, str], found: CellFormats, rows: int) -> bool:
    """Note what one cell says; whether to go on."""
    head, inside = match[1], match[2] or b""
    style = _STYLE.search(head)
    code = codes.get(int(style[1])) if style else None
    formula = b"<f" in inside or b":f>" in inside
    if not code and not formula:
        return True
    place = _REFERENCE.search(head)
    if place is None:
        return True
    row, column = int(place[2]), _column(place[1])
    if code and inside:
        found.codes[row, column] = code
    if formula and b"<v>" not in inside.replace(b"<v></v>", b"") and b":v>" not in inside and b"<is>" not in inside:
        found.resultless.add((row, column))
    elif b't="e"' in head:
        found.failed[row, column] = re.sub(rb".*<v>(.*?)</v>.*", rb"\1", inside, flags=re.DOTALL).decode(
            "ascii", "replace"
        )
    return row <= rows


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
