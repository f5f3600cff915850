"""Names read with the wrong encoding."""

import csv
from pathlib import Path

import pytest

from app.domain.mojibake import looks_mojibake, repaired_encoding

TITLES = Path(__file__).parents[2] / "resources" / "sample" / "titles.csv"


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("ќазаќша", "қазақша"),
        ("Дјстїр", "Дәстүр"),
        ("Кґшпенділер", "Көшпенділер"),
        ("РќР°СѓСЂС‹Р·", "Наурыз"),
        ("Қайран".encode().decode("latin-1"), "Қайран"),
        ("Казах".encode("cp1251").decode("cp1252"), "Казах"),
        ("Небо моего детства".encode("cp1251").decode("latin-1"), "Небо моего детства"),
        ("嘿老头".encode("gb18030").decode("latin-1"), "嘿老头"),
        ("Шал".encode("cp1251").decode("cp1252"), "Шал"),
        ("你好".encode().decode("cp1252"), "你好"),
    ],
)
def test_a_wrong_encoding_is_noticed_and_undone(broken, right):
    assert repaired_encoding(broken) == right
    assert looks_mojibake(broken)


@pytest.mark.parametrize("lost", ["????? ????", "Қай\ufffdан", "锟斤拷锟斤拷"])
def test_what_is_lost_is_noticed_but_not_invented(lost):
    assert looks_mojibake(lost)
    assert repaired_encoding(lost) is None


@pytest.mark.parametrize("right", ["À bout de souffle", "Das Boot", "Ödön", "Ёлки", "Amélie", "Åsa", "Што?", "él"])
def test_names_in_other_languages_are_left_alone(right):
    assert not looks_mojibake(right)


def test_no_name_of_the_sample_looks_damaged():
    with TITLES.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len(cells) > 2000
    assert [cell for cell in cells if looks_mojibake(cell)] == []
