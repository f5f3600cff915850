"""Copies: keys by the clock, the place after all that happened, sizes as typed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.copies import Event, KeyStatus, Whereabouts, key_standing, read_size, whereabouts
from app.domain.kinds import CustodyKind
from app.errors import UserError

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOURS = timedelta(hours=1)
DAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("begins", "ends", "status"),
    [
        (-1, 100, KeyStatus.VALID), (-1, 48, KeyStatus.ENDS), (-1, 0, KeyStatus.ENDS), (-9, -1, KeyStatus.EXPIRED),
        (1, 9, KeyStatus.NOT_YET), (None, None, KeyStatus.UNKNOWN), (None, 100, KeyStatus.VALID),
        (-1, None, KeyStatus.VALID),
    ],
)  # fmt: skip
def test_a_key_opens_between_its_hours(begins: int | None, ends: int | None, status: KeyStatus) -> None:
    moments = (None if n is None else NOW + n * HOURS for n in (begins, ends))
    assert key_standing(*moments, NOW).status is status


def test_a_copy_is_where_its_way_has_led() -> None:
    sent = Event(1, DAY, CustodyKind.SENT, "Studio", "Keruen", "Beijing")
    got = Event(2, DAY + timedelta(5), CustodyKind.RECEIVED, "Studio", "Keruen", "Almaty")
    checked = Event(3, DAY + timedelta(6), CustodyKind.CHECKED)
    assert whereabouts([], "shelf 3") == Whereabouts("shelf 3")
    assert whereabouts([sent]) == Whereabouts("Beijing", CustodyKind.SENT, DAY)
    assert whereabouts([sent]).away
    assert whereabouts([checked, got, sent], "shelf 3") == Whereabouts("Almaty", CustodyKind.CHECKED, checked.day)
    lent = Event(4, DAY + timedelta(7), CustodyKind.LENT, "Keruen", "School 12")
    assert whereabouts([sent, got, lent]) == Whereabouts("School 12", CustodyKind.LENT, lent.day)
    gone = Event(5, DAY + timedelta(8), CustodyKind.DELETED)
    assert whereabouts([sent, got, gone]) == Whereabouts("", CustodyKind.DELETED, gone.day)
    assert whereabouts([gone]).gone


def test_of_two_things_on_one_day_the_later_written_counts() -> None:
    first, second = Event(1, DAY, CustodyKind.RECEIVED, place="A"), Event(2, DAY, CustodyKind.SENT, place="B")
    assert whereabouts([second, first]).place == "B"


SIZES = [("182 GB", 182 * 10**9), ("1,5 ТБ", 15 * 10**11), ("734003200", 734003200),
         ("700 мб", 7 * 10**8), ("2 GiB", 2**31),
         ("1 024 KB", 1024000), ("", None)]  # fmt: skip


@pytest.mark.parametrize(("text", "size"), SIZES)
def test_a_size_is_read(text: str, size: int | None) -> None:
    assert read_size(text) == size


@pytest.mark.parametrize("text", ["big", "12 GB GB", "1.2.3 GB", "0", "-1 GB", "9999999 TB"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        read_size(text)


@given(st.text(max_size=30))
def test_no_typed_size_breaks_the_reading(text: str) -> None:
    try:
        size = read_size(text)
    except UserError:
        return
    assert size is None or size > 0
