"""Amounts are read as people of four languages type them, and nothing typed breaks the reading."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import NOT_AN_AMOUNT, TOO_MUCH, Money, read_count, read_money, read_share
from app.errors import UserError
from app.i18n import formats

READ = [
    ("150 000", Money(15_000_000)),
    ("150\u00a0000,5", Money(15_000_050)),
    ("1,500.50", Money(150_050)),
    ("1.500,50", Money(150_050)),
    ("1’500.50", Money(150_050)),
    ("1,500", Money(150_000)),
    ("1.500", Money(150_000)),
    ("0,5", Money(50)),
    ("12,345,678", Money(1_234_567_800)),
    ("5万", Money(5_000_000)),
    ("1.25亿", Money(12_500_000_000)),
    ("2 млн ₸", Money(200_000_000, "KZT")),
    ("30 мың тг", Money(3_000_000, "KZT")),
    ("1.500 млн", Money(150_000_000)),
    ("¥500", Money(50_000, "CNY")),
    ("CN¥ 1,234.50", Money(123_450, "CNY")),
    ("500元", Money(50_000, "CNY")),
    ("US$5", Money(500, "USD")),
    ("€1", Money(100, "EUR")),
    ("100 руб.", Money(10_000, "RUB")),
    ("１５０", Money(15_000)),
    ("1 500 KZT", Money(150_000, "KZT")),
    ("", None),
    ("   ", None),
]


@pytest.mark.parametrize(("text", "money"), READ)
def test_an_amount_is_read(text: str, money: Money | None) -> None:
    assert read_money(text) == money


@pytest.mark.parametrize("text", ["abc", "1.2.3", "1,50,000", "-5", "5 KZT USD", "five", "12,5 %", "1.005,0.2", "5 км"])
def test_what_is_no_amount_is_refused_kindly(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_money(text)
    assert caught.value.phrase.message == NOT_AN_AMOUNT


def test_a_tenth_of_a_tiyn_is_refused() -> None:
    with pytest.raises(UserError):
        read_money("12.345,678")


def test_what_no_table_holds_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        read_money("9" * 30)
    assert caught.value.phrase.message == TOO_MUCH


@given(st.text(max_size=40))
def test_nothing_typed_breaks_the_reading(text: str) -> None:
    for read in (read_money, read_count, read_share):
        with suppress(UserError):
            read(text)


@given(
    st.integers(0, 10**12), st.sampled_from(["KZT", "CNY", "USD", "EUR", "RUB"]),
    st.sampled_from(["kk", "zh", "ru", "en"]),
)  # fmt: skip
def test_what_the_program_writes_it_reads_again(hundredths: int, currency: str, language: str) -> None:
    money = Money(hundredths, currency)
    assert read_money(formats.money(language, money.amount, currency)) == money


def test_counts_and_shares_are_no_money() -> None:
    assert read_count("12 500") == 12_500
    assert read_count("3,2 млн") == 3_200_000
    assert read_share("7,8") == 780
    assert read_share("12.5%") == 1250
    for read, text in ((read_count, "5 ₸"), (read_count, "0.5"), (read_share, "$5")):
        with pytest.raises(UserError):
            read(text)
    assert read_count("") is None
    assert read_share(" ") is None


def test_an_amount_knows_its_whole_units() -> None:
    assert Money(150_050).amount == Decimal("1500.5")
