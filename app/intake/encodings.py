"""Which encoding a text file is in: what is certain first, then what reads best; what is not certain is asked."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from app.intake.likelihood import likelihood

SAMPLE = 96 * 1024
"""Bytes of lines with something beyond ASCII that are weighed; likelihood is beyond doubt after a fraction of it."""

_CHUNK = 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CANDIDATES = {
    "cp1251": 0.0,
    "kz1048": -0.5,
    "gb18030": 0.0,
    "ptcp154": -2.0,
    "cp1252": -1.5,
    "big5": -3.0,
    "koi8-r": -2.5,
    "cp866": -2.0,
    "mac-cyrillic": -4.0,
}
"""What is weighed, with how much less likely each is in our part of the world, in logarithms."""

NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "gb18030": "GB18030 (GBK)",
    "cp1251": "Windows-1251",
    "kz1048": "KZ-1048",
    "ptcp154": "PTCP154",
    "big5": "Big5",
    "cp1252": "Windows-1252",
    "koi8-r": "KOI8-R",
    "cp866": "CP866",
    "mac-cyrillic": "MacCyrillic",
}
"""How encodings are called by people; also what one may choose."""

_SURE = 5.0
"""Difference of two log likelihoods beyond which the better one is not doubted: one in 150."""

_FEW_BROKEN = 0.01


class Encoding(NamedTuple):
    """What the file is in; `others` read it differently and almost as well. `broken`: some bytes do not fit."""

    name: str
    others: tuple[str, ...] = ()
    broken: bool = False
    sample: bytes = b""

    @property
    def certain(self) -> bool:
        """Whether nothing needs to be asked."""
        return not self.others


def encoding_of(file: BinaryIO) -> Encoding:
    """The encoding of a whole file, read once from its beginning."""
    file.seek(0)
    head = file.read(64 * 1024)
    for mark, name in _BOMS:
        if head.startswith(mark):
            return Encoding(name)
    if b"\0" in head:
        return _sixteen(head)
    sample, broken, told = _scan(file)
    if not told:
        return Encoding("utf-8")
    if broken == 0 or broken <= told * _FEW_BROKEN:
        return Encoding("utf-8", broken=broken > 0)
    return weighed(sample)


def _scan(file: BinaryIO) -> tuple[bytes, int, int]:
    """(lines beyond ASCII, places that are not UTF-8, letters beyond ASCII as UTF-8 has it)."""
    file.seek(0)
    sample, broken, told = bytearray(), 0, 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while chunk := file.read(_CHUNK):
        if chunk.isascii():
            decoder.decode(chunk)
            continue
        if len(sample) < SAMPLE:
            lines = chunk.replace(b"\r", b"\n").split(b"\n")
            sample += b"\n".join(line for line in lines if not line.isascii())[:SAMPLE]
        if told < SAMPLE * 8 or broken <= told * _FEW_BROKEN:
            text = decoder.decode(chunk)
            told += len(text) - len(text.encode("ascii", "ignore"))
            broken += text.count("\ufffd")
    return bytes(sample), broken, told


def _sixteen(head: bytes) -> Encoding:
    """UTF-16 without a mark, or a text with NULs strewn in: where the zeros stand tells."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    wide = even + odd
    if wide >= 2 and max(even, odd) >= 4 * min(even, odd):  # noqa: PLR2004 - not by chance
        name = "utf-16-le" if odd > even else "utf-16-be"
        text = head[: len(head) // 2 * 2].decode(name, "replace")
        if sum(_at_home(letter) for letter in text) >= len(text) * 0.9:
            return Encoding(name)
    plain = head.replace(b"\0", b"")
    try:
        plain.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(plain) - 4:
            return weighed(plain)
    return Encoding("utf-8")


def _at_home(letter: str) -> bool:
    """Whether a character is of the scripts people write here."""
    code = ord(letter)
    return 9 <= code < 0x530 or 0x2000 <= code < 0x2300 or 0x3000 <= code < 0xA000 or 0xFF00 <= code < 0xFFF0  # noqa: PLR2004


def weighed(sample: bytes) -> Encoding:
    """The likeliest legacy encoding of some lines, with those that read differently and nearly as well."""
    sample = sample[:SAMPLE]
    found = sorted(_readings(sample), reverse=True)
    if not found:
        return _last_help(sample)
    best, name, text = found[0]
    others: list[str] = []
    texts = {text}
    for score, other, reads in found[1:]:
        if best - score < _SURE and reads not in texts:
            others.append(other)
            texts.add(reads)
    if best < -9.0 * max(1, sum(not letter.isascii() for letter in text)):
        helped = _last_help(sample)
        others += [one for one in (helped.name, *helped.others) if one not in (name, *others)]
    return Encoding(name, tuple(others[:4]), sample=sample)


def _readings(sample: bytes) -> Iterator[tuple[float, str, str]]:
    for name, prior in CANDIDATES.items():
        text = sample.decode(name, "replace")
        broken = text.count("\ufffd")
        if broken > 1 + len(text) * 0.002:
            continue
        yield likelihood(text, name) + prior - 12.0 * broken - _controls(text), name, text


def _controls(text: str) -> float:
    """No text holds the controls of the eighties."""
    return 9.0 * sum("\x80" <= letter <= "\x9f" for letter in text)


def _last_help(sample: bytes) -> Encoding:
    """What a general detector thinks, which is always asked: it guesses among a hundred."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

    found = [match.encoding for match in from_bytes(sample)][:3]
    names = [name for name in found if name] or ["cp1252"]
    return Encoding(names[0], tuple(names[1:]) or ("utf-8",), sample=sample)
