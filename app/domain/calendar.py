"""Festival days, wall clocks and zones: how a moment becomes a day and an hour on paper.

Inside the schedule a moment is an int: minutes since 1970-01-01 00:00 UTC. Lengths are
always differences of such minutes, never of wall times, so a night on which the
clocks change is as long as it really is.
"""

import zoneinfo
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.errors import UserError
from app.words import N_

# The zone tables shipped with the program, not those of the desktop: Windows has none, and a desktop
# last updated before March 2024 still puts Almaty at UTC+6. Two centres must agree on every hour.
zoneinfo.reset_tzpath(to=())
ZoneInfo.clear_cache()

DAY = 24 * 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class WallTime(StrEnum):
    """How often a wall time happens in its zone."""

    NORMAL = "normal"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


def zone_of(name: str) -> ZoneInfo:
    """The zone with this IANA name. Raises `UserError` when there is no such zone."""
    try:
        return ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise UserError(N_("The time zone “{zone}” is not known."), zone=name) from None


def classify(local: datetime, zone: str) -> WallTime:
    """Whether the wall time `local` (naive) happens once, twice or never in `zone`.

    29 February 2024, 23:00 to 24:00, happened twice in Almaty.
    """
    place = zone_of(zone)
    first = local.replace(tzinfo=place, fold=0)
    second = local.replace(tzinfo=place, fold=1)
    if first.utcoffset() == second.utcoffset():
        return WallTime.NORMAL
    again = first.astimezone(UTC).astimezone(place).replace(tzinfo=None, fold=0)
    return WallTime.AMBIGUOUS if again == local.replace(fold=0) else WallTime.MISSING


def utc_of(local: datetime, zone: str, *, fold: int = 0) -> datetime:
    """The moment (aware, UTC) at which clocks in `zone` show the naive time `local`.

    Of an ambiguous time `fold` picks the first (0) or the second (1). A missing time is read
    with the offset before the change, as everyone's clock would: 02:30 becomes 03:30.
    """
    return local.replace(tzinfo=zone_of(zone), fold=fold).astimezone(UTC)


def wall_of(moment: datetime, zone: str) -> datetime:
    """What clocks in `zone` show at the aware `moment`; the answer is aware."""
    return moment.astimezone(zone_of(zone))


def minute_of(moment: datetime) -> int:
    """The aware `moment` in whole minutes since the epoch. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        message = "a moment needs a zone"
        raise ValueError(message)
    return (moment.astimezone(UTC) - EPOCH) // timedelta(minutes=1)


def moment_of(minute: int, zone: str = "UTC") -> datetime:
    """The minute since the epoch as an aware time on the clocks of `zone`."""
    return (EPOCH + timedelta(minutes=minute)).astimezone(zone_of(zone))


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Minutes that really pass between two aware moments, whatever the clocks do meanwhile."""
    return minute_of(later) - minute_of(earlier)


def festival_day(local: datetime, day_start: int) -> date:
    """The day a wall time belongs to when days begin `day_start` minutes after midnight (R4).

    With 240 (04:00) a screening from 23:40 to 01:55 and one at 00:30 belong to the evening before.
    """
    return (local.replace(tzinfo=None) - timedelta(minutes=day_start)).date()


def day_of(minute: int, day_start: int, zone: str) -> date:
    """The festival day of a minute since the epoch on the clocks of `zone`."""
    return festival_day(moment_of(minute, zone), day_start)


@lru_cache(maxsize=4096)
def window_of_day(day: date, day_start: int, zone: str) -> tuple[int, int]:
    """First minute of a festival day and first minute after it; 1,440 apart unless the clocks change."""
    return wall_minute(day, day_start, zone), wall_minute(day + timedelta(days=1), day_start, zone)


def wall_minute(day: date, minute_of_day: int, zone: str) -> int:
    """The minute since the epoch when clocks in `zone` show `minute_of_day` of `day`.

    `minute_of_day` may exceed 1,440: 25 * 60 is one o'clock in the following night.
    """
    local = datetime(day.year, day.month, day.day) + timedelta(minutes=minute_of_day)  # noqa: DTZ001 - a wall time
    return minute_of(utc_of(local, zone))


def opening_hours(days: Iterable[date], opens: int, closes: int, zone: str) -> tuple[tuple[int, int], ...]:
    """Opening hours of a hall on `days` as sorted spans of minutes since the epoch.

    `opens` and `closes` are minutes of the wall day; `closes` not after `opens` means after midnight.
    """
    after = closes if closes > opens else closes + DAY
    return tuple((wall_minute(day, opens, zone), wall_minute(day, after, zone)) for day in sorted(set(days)))


def zone_label(zone: str, moment: datetime) -> str:
    """The offset of `zone` at the aware `moment` in every language: UTC+5, UTC+05:45, UTC−3."""
    offset = wall_of(moment, zone).utcoffset() or timedelta()
    minutes = offset // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours:02}:{rest:02}" if rest else f"UTC{sign}{hours}"
