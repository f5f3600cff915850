"""The first line of Home."""

from datetime import date, timedelta

import pytest

from app.domain.kinds import ProgrammeKind, Use
from app.domain.names import FourNames
from app.store.programme_rows import ProgrammeRow
from app.ui.home.facts import foremost, hero, place

FIRST = date(2026, 10, 16)


def programme(number: int, first: date, days: int = 4) -> ProgrammeRow:
    names = FourNames("Кино апталығы", "电影周", "Неделя кино", "Film Week")
    last = first + timedelta(days=days - 1)
    city = FourNames("Алматы", "阿拉木图", "Алматы", "Almaty")
    return ProgrammeRow(
        number, ProgrammeKind.FILM_WEEK, names, city, first, last, 240, "Asia/Almaty", "KZ", Use.FESTIVAL,
        sample=False, screenings=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        (date(2026, 9, 20), "Film Week opens in 26 days"),
        (date(2026, 10, 15), "Film Week opens tomorrow"),
        (date(2026, 10, 16), "Film Week is on: day 1 of 4"),
        (date(2026, 10, 19), "Film Week is on: day 4 of 4"),
        (date(2026, 10, 20), "Film Week ended 1 day ago"),
        (date(2026, 11, 2), "Film Week ended 14 days ago"),
        (date(2026, 11, 3), "Film Week ended on 19 October 2026"),
    ],
)
def test_the_sentence_follows_the_calendar(today, sentence):
    assert hero(programme(1, FIRST), today) == sentence


def test_a_programme_of_one_day_is_on_today():
    assert hero(programme(1, FIRST, days=1), FIRST) == "Film Week is on today"


def test_where_and_when_are_told_in_one_phrase():
    assert place(programme(1, FIRST)) == "Almaty, 16–19 October 2026"


def test_what_is_on_goes_before_what_lies_ahead_and_that_before_what_is_over():
    over, on, ahead, later = (programme(n, FIRST + timedelta(days=20 * n)) for n in range(4))
    rows = [later, ahead, on, over]
    assert foremost(rows, on.first_day) == on
    assert foremost([over, ahead, later], on.first_day) == ahead
    assert foremost([over], on.first_day) == over
    assert foremost([], on.first_day) is None
