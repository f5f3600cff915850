"""What a file is, told from its first bytes and the list of its parts, never from its name."""

import re
import zipfile
from enum import StrEnum
from typing import BinaryIO

from app.errors import UserError
from app.intake.limits import MOST_BYTES, MOST_MEMBERS, MOST_RATIO, MOST_SHARED, MOST_UNPACKED, RATIO_FROM
from app.words import N_

_BOMB = N_("The workbook unpacks to far more than it should. It is damaged, or made to do harm.")
_TROUBLED = N_("The workbook is damaged. Open it in a spreadsheet program and save it again.")


class Content(StrEnum):
    """The kinds of files that can be read."""

    TEXT = "text"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"


_PDF = N_("This is a PDF document. Ask for the table as a spreadsheet, or copy it into one.")
_DOCUMENT = N_("This is a text document, not a table. Copy its table into a spreadsheet and save that.")
_PICTURE = N_("This is a picture or a film, not a table.")
_ARCHIVE = N_("This is an archive. Unpack it and choose the table inside.")
_PROGRAM = N_("This is a program, not a table.")
_WEB = N_("This is a web page, whatever its name says. Open it in a spreadsheet program and save it as XLSX.")
_OLD_XML = N_("This is an old XML spreadsheet. Open it in a spreadsheet program and save it as XLSX.")
_LIBRARY = N_("This is a database or a library of Keruen, not a table.")
_LOCKED = N_("The workbook is protected with a password. Save it without one.")
_BINARY = N_("This is not a table: it holds no text.")
NOTHING_IN_IT = N_("The file is empty.")
_NUMBERS = N_("This is a document of Numbers or Pages. Export it as XLSX or CSV.")
_HUGE = N_("The file is larger than {size}. Divide it.")

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", _PDF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"BM\x00", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\x1a\x45\xdf\xa3", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"MZ", _PROGRAM),
    (b"\x7fELF", _PROGRAM),
    (b"SQLite format 3\0", _LIBRARY),
    (b"{\\rtf", _DOCUMENT),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(!doctype html|html|table|head|meta|workbook|\?mso)", re.IGNORECASE)
_CONTROLS = frozenset(range(32)) - {0, 9, 10, 11, 12, 13, 26, 27}
_HEAD = 64 * 1024


def content_of(file: BinaryIO, size: int) -> Content:
    """What the file holds. Raises `UserError` with a sentence for everything that is no table."""
    if size > MOST_BYTES:
        raise UserError(_HUGE, size=f"{MOST_BYTES // 1024 // 1024} MB")
    file.seek(0)
    head = file.read(_HEAD)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UserError(NOTHING_IN_IT)
    for beginning, sentence in _BEGINNINGS:
        if head.startswith(beginning) and not (beginning in (b"MZ", b"RIFF", b"BZh") and _reads(head)):
            raise UserError(sentence)
    if head.startswith(_ZIP):
        return _archive(file)
    if head.startswith(_OLE):
        return _compound(file)
    if found := _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise UserError(_OLD_XML if found[1].lower() in (b"workbook", b"?mso") else _WEB)
    if not _reads(head):
        raise UserError(_BINARY)
    return Content.TEXT


def _reads(head: bytes) -> bool:
    """Whether the bytes could be text of some encoding: hardly any controls, zeros only as in UTF-16."""
    zeros = head.count(0)
    wide = zeros and max(head[::2].count(0), head[1::2].count(0)) >= zeros * 0.9
    marked = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if marked or wide:
        text = head[: len(head) // 2 * 2].decode(
            "utf-16-be" if head[:1] in (b"\xfe", b"\0") else "utf-16-le", "replace"
        )
        strange = sum(ord(letter) in _CONTROLS or 0xD800 <= ord(letter) < 0xF900 for letter in text)  # noqa: PLR2004
        return strange <= len(text) * 0.02
    strange = sum(code in _CONTROLS for code in head)
    return strange <= len(head) * 0.01 and zeros <= len(head) * 0.02 + 2


def _compound(file: BinaryIO) -> Content:
    """An old workbook, or a new one behind a password, or a document of the same time."""
    file.seek(0)
    start = file.read(4 * 1024 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in start:
        raise UserError(_LOCKED)
    if "WordDocument".encode("utf-16-le") in start or "PowerPoint".encode("utf-16-le") in start:
        raise UserError(_DOCUMENT)
    return Content.XLS


def _archive(file: BinaryIO) -> Content:
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise UserError(_TROUBLED) from None
    names = {member.filename.replace("\\", "/").lstrip("/").lower() for member in members}
    content = _by_parts(names)
    _bounded(members)
    if content is Content.ODS:
        with zipfile.ZipFile(file) as archive:
            manifest = next((m for m in members if m.filename == "META-INF/manifest.xml"), None)
            if manifest is not None and b"encryption-data" in archive.open(manifest).read(1024 * 1024):
                raise UserError(_LOCKED)
    return content


def _by_parts(names: set[str]) -> Content:
    if "xl/workbook.bin" in names:
        return Content.XLSB
    if any(name.startswith("xl/") for name in names):
        return Content.XLSX
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise UserError(_DOCUMENT)
    if "index/document.iwa" in names or any(name.endswith(".iwa") for name in names):
        raise UserError(_NUMBERS)
    if "content.xml" in names and "mimetype" in names:
        return Content.ODS
    raise UserError(_ARCHIVE)


def _bounded(members: list[zipfile.ZipInfo]) -> None:
    """Refuse what unpacks to more than any real workbook, by what its directory declares.

    What is declared too small does no harm: unpacking stops at the declared size.
    """
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise UserError(_BOMB)
    for member in members:
        packed = max(1, member.compress_size)
        if member.file_size > RATIO_FROM and member.file_size / packed > MOST_RATIO:
            raise UserError(_BOMB)
        if member.filename.lower().endswith("sharedstrings.xml") and member.file_size > MOST_SHARED:
            raise UserError(_BOMB)
        if member.flag_bits & 1:
            raise UserError(_LOCKED)
