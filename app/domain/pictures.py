"""What a file is by its first bytes: a picture that may be shown, a document that is kept, or neither.

Nothing is decoded here: width and height are read from the header, so that a picture of a few
thousand bytes that would unfold to gigabytes is refused before anybody unfolds it.
"""

import struct
from enum import StrEnum
from typing import NamedTuple

from app.errors import UserError
from app.words import N_

MOST_BYTES = 40_000_000
MOST_PIXELS = 40_000_000
MOST_UNFOLDED = 128 * 1024 * 1024
"""Bytes a picture may take when it is decoded; the decoder is held to the same."""

TOO_LARGE = N_("“{file}” is larger than {most} MB. Attach a smaller one.")
TOO_MANY_PIXELS = N_("“{file}” is {width} × {height} pixels. Pictures up to {most} million pixels are accepted.")
NOT_WHOLE = N_("“{file}” is incomplete: it ends too early. Get it again from its source.")
EMPTY = N_("“{file}” is empty.")
NO_SIZE = N_("“{file}” says that it has no width or no height.")
ANOTHER_PICTURE = N_("“{file}” is {kind}. Posters and stills are PNG, JPEG or WebP: save it as one of these.")
A_PROGRAM = N_("“{file}” is a program. Programs are not kept in the catalogue.")
WITH_MACROS = N_("“{file}” contains macros. Save it without them first.")
UNKNOWN = N_("“{file}” is neither a picture (PNG, JPEG, WebP) nor a document (PDF, DOCX, XLSX, TXT).")


class Medium(StrEnum):
    """The media types that are kept, and no others."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    TXT = "text/plain"


ENDINGS = {
    Medium.PNG: ".png", Medium.JPEG: ".jpg", Medium.WEBP: ".webp", Medium.PDF: ".pdf",
    Medium.DOCX: ".docx", Medium.XLSX: ".xlsx", Medium.TXT: ".txt",
}  # fmt: skip
"""The ending of a copy goes by what the file is, never by what it calls itself."""

PICTURES = frozenset({Medium.PNG, Medium.JPEG, Medium.WEBP})


class Examined(NamedTuple):
    """What a file is; `width` and `height` are None for a document."""

    medium: Medium
    width: int | None = None
    height: int | None = None

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown."""
        return self.medium in PICTURES


class Header(NamedTuple):
    """What the header of a picture says: pixels, bytes of one pixel when decoded, and whether its end is there."""

    width: int
    height: int
    depth: int
    whole: bool


OTHER_PICTURES = (
    (b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"II+\0", "TIFF"), (b"8BPS", "PSD"),
    (b"\0\0\1\0", "ICO"), (b"\0\0\0\x0cjP  ", "JPEG 2000"), (b"\xff\x0a", "JPEG XL"), (b"%!PS", "EPS"),
)  # fmt: skip

PROGRAMS = (
    b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe",
    b"@echo", b"L\0\0\0\1\x14\2\0", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
"""Beginnings of programs, scripts, links and of the old office format, which may carry macros and installers."""


def examine(data: bytes, file: str) -> Examined:
    """What the bytes of a file are. Raises `UserError` for what is not whole, too large, or not of our kinds."""
    if not data:
        raise UserError(EMPTY, file=file)
    if len(data) > MOST_BYTES:
        raise UserError(TOO_LARGE, file=file, most=MOST_BYTES // 1_000_000)
    medium = _medium(data, file)
    if medium not in PICTURES:
        return Examined(medium)
    try:
        header = _HEADERS[medium](data)
    except (struct.error, IndexError, ValueError) as error:
        raise UserError(NOT_WHOLE, file=file) from error
    _check(header, file)
    return Examined(medium, header.width, header.height)


def _check(header: Header, file: str) -> None:
    if header.width <= 0 or header.height <= 0:
        raise UserError(NO_SIZE, file=file)
    pixels = header.width * header.height
    if pixels > MOST_PIXELS or pixels * header.depth > MOST_UNFOLDED:
        most = min(MOST_PIXELS, MOST_UNFOLDED // header.depth) // 1_000_000
        raise UserError(TOO_MANY_PIXELS, file=file, width=header.width, height=header.height, most=most)
    if not header.whole:
        raise UserError(NOT_WHOLE, file=file)


def _medium(data: bytes, file: str) -> Medium:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Medium.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Medium.JPEG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Medium.WEBP
    if data.startswith(PROGRAMS):
        raise UserError(A_PROGRAM, file=file)
    other = next((kind for start, kind in OTHER_PICTURES if data.startswith(start)), "")
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis", b"heic", b"heix", b"mif1"):
        other = "AVIF" if data[8:10] == b"av" else "HEIC"
    if other or b"<svg" in data[:4096].lower():
        raise UserError(ANOTHER_PICTURE, file=file, kind=other or "SVG")
    return _document(data, file)


def _document(data: bytes, file: str) -> Medium:
    if b"%PDF-" in data[:1024]:
        return Medium.PDF
    if data.startswith(b"PK\x03\x04"):
        # Names stand as they are in an archive; it is never unpacked.
        if b"vbaProject.bin" in data:
            raise UserError(WITH_MACROS, file=file)
        for part, medium in ((b"word/document.xml", Medium.DOCX), (b"xl/workbook.xml", Medium.XLSX)):
            if part in data:
                return medium
    elif file.lower().endswith((".txt", ".srt", ".vtt")) and _is_text(data):
        return Medium.TXT
    raise UserError(UNKNOWN, file=file)


def _is_text(data: bytes) -> bool:
    """Whether it reads as text in some encoding: UTF-16 with its mark, or no control letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = bytes(set(range(32)) - {9, 10, 12, 13})
    return data.translate(None, controls) == data


def _png(data: bytes) -> Header:
    if data[12:16] != b"IHDR":
        raise ValueError
    width, height, bits, colour = struct.unpack(">IIBB", data[16:26])
    # The last chunk is fixed to the byte; only what some programs hang on behind it is passed over.
    whole = b"\0\0\0\0IEND\xaeB`\x82" in data[-4096:]
    return Header(width, height, 8 if bits > 8 and colour else 4, whole)  # noqa: PLR2004 - bits of a channel


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers that carry the size of a JPEG."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN, _END = 0xDA, 0xD9


def _jpeg(data: bytes) -> Header:
    place, width, height = 2, 0, 0
    while True:
        if data[place] != 0xFF:  # noqa: PLR2004 - the byte before every marker
            raise ValueError
        marker = data[place + 1]
        if marker == 0xFF:  # noqa: PLR2004 - filling
            place += 1
        elif marker in _ALONE:
            place += 2
        elif marker in (_SCAN, _END):
            # A small picture inside the header may have an end of its own; only one behind the scan counts.
            return Header(width, height, 1, marker == _SCAN and b"\xff\xd9" in data[place:])
        else:
            (length,) = struct.unpack(">H", data[place + 2 : place + 4])
            if marker in _FRAMES:
                height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            place += 2 + max(length, 2)


def _webp(data: bytes) -> Header:
    (size,) = struct.unpack("<I", data[4:8])
    place, sizes = 12, []
    while place + 8 <= min(len(data), size + 8):
        name, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        sizes.append(_webp_size(name, data[place + 8 : place + 38]))
        place += 8 + length + length % 2
    # The canvas and the picture in it each tell a size; the larger one counts.
    width, height = max(sizes, key=lambda pair: pair[0] * pair[1])
    return Header(width, height, 4, len(data) >= size + 8)


def _webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        width, height = struct.unpack("<HH", body[6:10])
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


_HEADERS = {Medium.PNG: _png, Medium.JPEG: _jpeg, Medium.WEBP: _webp}
