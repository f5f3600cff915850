"""Pictures made by hand: sound ones, bombs that unfold to gigabytes, and ones that end too early."""

import struct
import zlib


def png(width: int, height: int, colour: tuple[int, int, int] = (0, 113, 138)) -> bytes:
    """A sound PNG of one colour."""
    rows = (b"\0" + bytes(colour) * width) * height
    return _png(width, height, zlib.compress(rows, 9))


def png_bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A few hundred kilobytes at most that call themselves 900 million pixels; the rows are really there."""
    packer = zlib.compressobj(9)
    row = b"\0" * (width // 8 + 1)
    rows = b"".join(packer.compress(row * 500) for _ in range(height // 500))
    return _png(width, height, rows + packer.flush(), bits=1, colour=0)


def png_claim(width: int, height: int, bits: int = 8, colour: int = 2) -> bytes:
    """A PNG whose header claims a size its body has not."""
    return _png(width, height, zlib.compress(b"\0\0\0\0"), bits=bits, colour=colour)


def _png(width: int, height: int, body: bytes, bits: int = 8, colour: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def jpeg_claim(width: int, height: int, *, end: bool = True) -> bytes:
    """The frame of a JPEG, with a thumbnail in its header that has an end of its own."""
    thumbnail = b"Exif\0\0\xff\xd8\xff\xd9"
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    parts = [b"\xff\xe1" + struct.pack(">H", len(thumbnail) + 2) + thumbnail]
    parts.append(b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame)
    parts.append(b"\xff\xda\0\x08\1\1\0\0\x3f\0" + b"\x12\x34" * 50)
    return b"\xff\xd8" + b"".join(parts) + (b"\xff\xd9" if end else b"")


def webp_claim(kind: bytes, width: int, height: int) -> bytes:
    """A WebP whose chunk of this kind claims a size."""
    if kind == b"VP8X":
        body = b"\0" * 4 + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    elif kind == b"VP8L":
        body = b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + b"\0"
    else:
        body = b"\0\0\0\x9d\1\x2a" + struct.pack("<HH", width, height)
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk
