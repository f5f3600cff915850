"""Copies: whether a key opens one now, and where one is after all that happened to it."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import CustodyKind
from app.errors import UserError
from app.words import N_

ENDS_SOON = timedelta(days=2)
"""When a key counts as ending: a new one is asked for by day and tried out before the show."""

NOT_A_SIZE = N_("Enter a size such as {example}, or leave it empty.")
MOST_BYTES = 10**15


class KeyStatus(StrEnum):
    """What a key (KDM) amounts to at a moment."""

    VALID = "valid"
    ENDS = "ends"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


class KeyStanding(NamedTuple):
    """The status, and the moment it will or did change."""

    status: KeyStatus
    moment: datetime | None = None


def key_standing(valid_from: datetime | None, valid_until: datetime | None, now: datetime) -> KeyStanding:
    """What a key amounts to `now`; all moments aware."""
    if valid_until is not None and valid_until < now:
        return KeyStanding(KeyStatus.EXPIRED, valid_until)
    if valid_from is not None and now < valid_from:
        return KeyStanding(KeyStatus.NOT_YET, valid_from)
    if valid_from is None and valid_until is None:
        return KeyStanding(KeyStatus.UNKNOWN)
    ends = valid_until is not None and valid_until - now <= ENDS_SOON
    return KeyStanding(KeyStatus.ENDS if ends else KeyStatus.VALID, valid_until)


class Event(NamedTuple):
    """One link of the chain of custody; `id` tells apart what happened on one day."""

    id: int
    day: date
    kind: CustodyKind
    giver: str = ""
    receiver: str = ""
    place: str = ""


class Whereabouts(NamedTuple):
    """Where a copy is: `place` is '' where nobody wrote it down; `kind` is what happened last."""

    place: str
    kind: CustodyKind | None = None
    day: date | None = None

    @property
    def away(self) -> bool:
        """Whether it is on its way or with somebody else."""
        return self.kind in (CustodyKind.SENT, CustodyKind.LENT, CustodyKind.CUSTOMS)

    @property
    def gone(self) -> bool:
        """Whether it is no more."""
        return self.kind is CustodyKind.DELETED


def whereabouts(events: Iterable[Event], typed: str = "") -> Whereabouts:
    """Where a copy is after the last thing that moved it; `typed` where nothing has.

    A check or damage tells the place if one was written; else it leaves the copy where it was.
    """
    place, kind, day = typed, None, None
    for event in sorted(events, key=lambda one: (one.day, one.id)):
        stays = event.kind in (CustodyKind.CHECKED, CustodyKind.DAMAGED, CustodyKind.INGESTED)
        place = event.place or (place if stays else event.receiver or place)
        kind, day = event.kind, event.day
    return Whereabouts("" if kind is CustodyKind.DELETED else place, kind, day)


_UNITS = {
    "": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "K": 10**3, "M": 10**6, "G": 10**9,
    "T": 10**12, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40, "Б": 1, "КБ": 10**3, "МБ": 10**6,
    "ГБ": 10**9, "ТБ": 10**12, "字节": 1,
}  # fmt: skip
_SIZE = re.compile(r"([0-9][0-9 ]*(?:[.,][0-9]{1,3})?)\s*([^\W\d_]*)")


def read_size(text: str) -> int | None:
    """A size as typed, in bytes: "182 GB", "1,5 ТБ", "734003200"; None for nothing. Raises `UserError`."""
    plain = " ".join(text.split()).upper()
    if not plain:
        return None
    found = _SIZE.fullmatch(plain)
    if found is None or found[2] not in _UNITS:
        raise UserError(NOT_A_SIZE, example="182 GB")
    size = Decimal(found[1].replace(" ", "").replace(",", ".")) * _UNITS[found[2]]
    if not 0 < size <= MOST_BYTES:
        raise UserError(NOT_A_SIZE, example="182 GB")
    return int(size)
