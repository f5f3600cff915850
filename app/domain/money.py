"""Amounts as people type them: "150 000", "1,500.50", "5万", "2 млн ₸"."""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from app.errors import UserError
from app.words import N_

CURRENCIES = ("KZT", "CNY", "USD", "EUR", "RUB")
"""The currencies of the house, its own first."""

NOT_AN_AMOUNT = N_("Enter an amount such as {example}, or leave it empty.")
TOO_MUCH = N_("This amount is too large.")

MOST = 10**15
"""The largest amount taken, in hundredths: ten trillion, far above any box office and far below what a table holds."""

_SIGNS = {
    "₸": "KZT", "ТГ": "KZT", "ТЕҢГЕ": "KZT", "ТЕНГЕ": "KZT", "¥": "CNY", "CN¥": "CNY", "元": "CNY", "RMB": "CNY",
    "人民币": "CNY", "坚戈": "KZT", "$": "USD", "US$": "USD", "美元": "USD", "€": "EUR", "欧元": "EUR", "₽": "RUB",
    "РУБ": "RUB", "Р": "RUB", "卢布": "RUB", **{code: code for code in CURRENCIES},
}  # fmt: skip
_SCALES = {"万": 10**4, "亿": 10**8, "ТЫС": 10**3, "МЫҢ": 10**3, "МЛН": 10**6, "МЛРД": 10**9}
_GROUPS = " '’·"
_FIGURES = re.compile(rf"[0-9][0-9.,{_GROUPS}]*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+")


class Money(NamedTuple):
    """An amount in hundredths; `currency` is '' where none was typed."""

    hundredths: int
    currency: str = ""

    @property
    def amount(self) -> Decimal:
        """The amount in whole units."""
        return Decimal(self.hundredths) / 100


def read_money(text: str) -> Money | None:
    """What a typed amount means; None for nothing.

    Of full stop and comma the last one is the decimal sign unless three figures follow it: 1,500 and 1.500 are
    fifteen hundred, 1.500,50 has fifty hundredths. Raises `UserError` (NOT_AN_AMOUNT, TOO_MUCH).
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    plain = " ".join(plain.split())
    if not plain:
        return None
    figures = _FIGURES.search(plain)
    if figures is None:
        raise UserError(NOT_AN_AMOUNT, example="150 000")
    scale, currency = _words(plain[: figures.start()], plain[figures.end() :])
    hundredths = _decimal(figures[0].strip(f"{_GROUPS}.,"), scale) * 100 * scale
    if hundredths > MOST:
        raise UserError(TOO_MUCH)
    if hundredths != int(hundredths):
        raise UserError(NOT_AN_AMOUNT, example="150 000")
    return Money(int(hundredths), currency)


def read_share(text: str) -> int | None:
    """A share or a mark out of ten in hundredths: 7.8, 7,8 and 12,5 %; None for nothing."""
    money = read_money(text.replace("%", ""))
    if money is None:
        return None
    if money.currency:
        raise UserError(NOT_AN_AMOUNT, example="7.8")
    return money.hundredths


def read_count(text: str) -> int | None:
    """A whole number of people, showings or views, perhaps in thousands: 12 500, 3万; None for nothing."""
    money = read_money(text)
    if money is None:
        return None
    if money.currency or money.hundredths % 100:
        raise UserError(NOT_AN_AMOUNT, example="12 500")
    return money.hundredths // 100


def _words(before: str, after: str) -> tuple[int, str]:
    """The scale and the currency said around the figures."""
    scale, currency = 1, ""
    for word in re.findall(r"US\$|CN¥|[₸¥$€₽]|[万亿]|人民币|坚戈|美元|欧元|卢布|元|[^\W\d_]+|\S", f"{before} {after}"):
        if word in _SCALES and scale == 1:
            scale = _SCALES[word]
        elif word in _SIGNS and not currency:
            currency = _SIGNS[word]
        elif word != "." and _SIGNS.get(word) != currency:
            raise UserError(NOT_AN_AMOUNT, example="150 000")
    return scale, currency


def _decimal(figures: str, scale: int) -> Decimal:
    bare = figures.translate(dict.fromkeys(map(ord, _GROUPS)))
    whole, mark, rest = _parted(bare, scaled=scale > 1)
    if not _GROUPED.fullmatch(whole) or (mark and mark in whole) or len(set(whole) & set(".,")) > 1:
        raise UserError(NOT_AN_AMOUNT, example="150 000")
    return Decimal(re.sub(r"[.,]", "", whole) + ("." + rest if rest else ""))


def _parted(bare: str, *, scaled: bool) -> tuple[str, str, str]:
    """The whole units with their group signs, the decimal sign, the decimals."""
    place = max(bare.rfind("."), bare.rfind(","))
    if place < 0:
        return bare, "", ""
    mark, rest = bare[place], bare[place + 1 :]
    other = "," if mark == "." else "."
    groups = len(rest) == len("000") and bare[0] != "0" and not scaled and other not in bare
    return (bare, "", "") if groups or bare.count(mark) > 1 else (bare[:place], mark, rest)
