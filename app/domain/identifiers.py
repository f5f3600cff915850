"""Numbers under which others know a work: read from what is pasted, written one way, checked by their own characters.

Sources: EIDR "ID format" 1.6 and ISO 15706-2 (ISAN) prescribe the check characters of
ISO 7064 MOD 37,36; IMDb's name space is tt and seven or more digits; Wikidata's Q and a
number; Kinopoisk and Douban number their pages; certificates are numbered by the
ministries of culture (Russia: nine digits, the first three telling kind and place;
China: 电审 or 剧审, the year in brackets and a number).
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote

from app.domain.kinds import Scheme

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MODULUS = 36


class Doubt(StrEnum):
    """Why an identifier may be wrong. It is kept all the same."""

    FORM = "form"
    CHECK = "check"


class Number(NamedTuple):
    """An identifier: whose, and which."""

    scheme: Scheme
    value: str


def check_character(characters: str) -> str:
    """The check character of ISO 7064 MOD 37,36 for a string of 0-9 and A-Z."""
    product = _MODULUS
    for character in characters.upper():
        total = (product + _DIGITS.index(character)) % _MODULUS or _MODULUS
        product = total * 2 % (_MODULUS + 1)
    return _DIGITS[(1 - product) % _MODULUS]


_EIDR = re.compile(r"10\.5240/([0-9A-F]{20})([0-9A-Z])", re.IGNORECASE)
_EIDR_LOOSE = re.compile(r"10\.5240[/\s]*((?:[0-9A-F]{4}-?){5})-?([0-9A-Z])(?![0-9A-Z-])", re.IGNORECASE)
_ISAN_LOOSE = re.compile(
    r"((?:[0-9A-F]{4}[-\s]?){4})(?:-?([0-9A-Z])(?:[-\s]?((?:[0-9A-F]{4}[-\s]?){2})-?([0-9A-Z])?)?)?", re.IGNORECASE
)
_IMDB = re.compile(r"(?<![a-z])tt(\d{7,9})(?!\d)", re.IGNORECASE)
_WIKIDATA = re.compile(r"(?<![A-Za-z0-9])Q([1-9]\d{0,11})(?!\d)")
_KINOPOISK = re.compile(r"kinopoisk\.ru/(?:film|series)/(?:[^/?#]*-)?(\d{1,8})")
_DOUBAN = re.compile(r"douban\.com/(?:\w+/)*subject/(\d{5,9})")
_CN_PERMIT = re.compile(
    r"(?:(?:电审|影审|影字|影单|剧审|网审)\w*|[(（][\u4e00-\u9fff]{1,3}[)）]剧审字)\s*[\[〔【(（]\d{4}[\]〕】)）]\s*第?\s*\d+\s*号?"
)
_RU_CERTIFICATE = re.compile(r"(?<!\d)[12]\d{8}(?!\d)")
_PLAIN_DIGITS = re.compile(r"\d+")


def read(text: str) -> Number | None:
    """The identifier a pasted address or number holds; None when it is none that shows by itself whose it is."""
    text = text.strip()
    for scheme, find in _FINDERS:
        value = find(text)
        if value:
            return Number(scheme, value)
    return None


def tidy(scheme: Scheme, text: str) -> str:
    """An identifier as it is stored: out of an address, with the usual hyphens; what cannot be read stays as typed."""
    text = " ".join(text.split())
    own = dict(_FINDERS).get(scheme)
    if scheme is Scheme.ISAN:
        return _isan(text) or text
    if scheme in (Scheme.KINOPOISK, Scheme.DOUBAN) and _PLAIN_DIGITS.fullmatch(text):
        return text
    return (own(text) if own else "") or text


def doubt(scheme: Scheme, value: str) -> Doubt | None:
    """What speaks against an identifier, None when nothing does or nothing can."""
    match scheme:
        case Scheme.EIDR:
            return _eidr_doubt(value)
        case Scheme.ISAN:
            return _isan_doubt(value)
        case Scheme.IMDB:
            return None if re.fullmatch(r"tt\d{7,9}", value) else Doubt.FORM
        case Scheme.WIKIDATA:
            return None if re.fullmatch(r"Q[1-9]\d{0,11}", value) else Doubt.FORM
        case Scheme.KINOPOISK:
            return None if re.fullmatch(r"\d{1,8}", value) else Doubt.FORM
        case Scheme.DOUBAN:
            return None if re.fullmatch(r"\d{5,9}", value) else Doubt.FORM
        case Scheme.CN_PERMIT:
            return None if _CN_PERMIT.fullmatch(value) else Doubt.FORM
        case Scheme.RU_CERTIFICATE:
            return None if _RU_CERTIFICATE.fullmatch(value) else Doubt.FORM
        case _:
            return None


def address(scheme: Scheme, value: str) -> str:
    """Where the number can be looked up, '' where there is no such page."""
    pages = {
        Scheme.EIDR: "https://doi.org/{}", Scheme.IMDB: "https://www.imdb.com/title/{}/",
        Scheme.WIKIDATA: "https://www.wikidata.org/wiki/{}", Scheme.KINOPOISK: "https://www.kinopoisk.ru/film/{}/",
        Scheme.DOUBAN: "https://movie.douban.com/subject/{}/",
    }  # fmt: skip
    return pages[scheme].format(value) if scheme in pages and doubt(scheme, value) is None else ""


def _eidr(text: str) -> str:
    found = _EIDR_LOOSE.search(unquote(text))
    if found is None:
        return ""
    digits = found[1].replace("-", "").upper()
    return f"10.5240/{_fours(digits)}-{found[2].upper()}"


def _eidr_doubt(value: str) -> Doubt | None:
    found = _EIDR.fullmatch(value.replace("-", ""))
    if found is None:
        return Doubt.FORM
    return None if check_character(found[1]) == found[2].upper() else Doubt.CHECK


def _isan(text: str) -> str:
    """16 hexadecimal digits of the work, 8 of the version, check characters where they were given."""
    text = re.sub(r"^\s*(urn:)?isan[:\s]*", "", text, flags=re.IGNORECASE)
    found = _ISAN_LOOSE.fullmatch(text.strip())
    if found is None:
        return ""
    work, first, version, second = (re.sub(r"[-\s]", "", part or "").upper() for part in found.groups())
    parts = [_fours(work), first, _fours(version), second]
    return "-".join(part for part in parts if part)


def _isan_doubt(value: str) -> Doubt | None:
    found = _ISAN_LOOSE.fullmatch(value)
    if found is None:
        return Doubt.FORM
    work, first, version, second = (re.sub(r"[-\s]", "", part or "").upper() for part in found.groups())
    if first and check_character(work) != first:
        return Doubt.CHECK
    if version and second and check_character(work + version) != second:
        return Doubt.CHECK
    return None


def _fours(digits: str) -> str:
    return "-".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def _named_isan(text: str) -> str:
    """Sixteen hexadecimal digits alone may be anything: an ISAN is taken for one by its name, hyphens or checks."""
    if re.match(r"\s*(urn:)?isan", text, re.IGNORECASE):
        return _isan(text)
    value = _isan(text) if text.count("-") >= 3 else ""  # noqa: PLR2004 - hyphens between four groups
    return value if value and _isan_doubt(value) is None and len(value) > len("0000-0000-0000-0000") else ""


def _of(pattern: re.Pattern[str], prefix: str = "") -> Callable[[str], str]:
    def find(text: str) -> str:
        found = pattern.search(text)
        return prefix + found[1] if found else ""

    return find


def _whole(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def find(text: str) -> str:
        found = pattern.fullmatch(text.strip().strip("«»“”\"'").removeprefix("№").strip())
        return found[0] if found else ""

    return find


_FINDERS: tuple[tuple[Scheme, Callable[[str], str]], ...] = (
    (Scheme.EIDR, _eidr),
    (Scheme.KINOPOISK, _of(_KINOPOISK)),
    (Scheme.DOUBAN, _of(_DOUBAN)),
    (Scheme.IMDB, _of(_IMDB, "tt")),
    (Scheme.WIKIDATA, _of(_WIKIDATA, "Q")),
    (Scheme.ISAN, _named_isan),
    (Scheme.CN_PERMIT, _whole(_CN_PERMIT)),
    (Scheme.RU_CERTIFICATE, _whole(_RU_CERTIFICATE)),
)
