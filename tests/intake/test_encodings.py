"""Sheets in the encodings people really have are read rightly, or it is asked."""

import io
import random

import pytest

from app.intake.encodings import encoding_of
from tests.intake.conftest import library, read_bytes, table

HEADINGS = {
    "kk": ["Атауы", "Название", "Год", "Страна", "Режиссёр"],
    "ru": ["Название", "Английское название", "Год", "Страна", "Режиссёр"],
    "zh": ["片名", "英文名", "年份", "国家", "导演"],
}
COLUMNS = {"kk": ("title_kk_Cyrl", "title_ru"), "ru": ("title_ru", "title_en"), "zh": ("title_zh_Hans", "title_en")}
SETS = [
    *((encoding, "kk") for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")),
    *((encoding, "kk") for encoding in ("kz1048", "ptcp154")),
    *((encoding, "ru") for encoding in ("cp1251", "koi8-r", "cp866", "kz1048")),
    *((encoding, "zh") for encoding in ("utf-8", "utf-16-le", "gb18030")),
]


def rows_in(language: str, encoding: str, count: int) -> list[list[str]]:
    """Titles of the sample library that the encoding can write, with their heading."""
    first, second = COLUMNS[language]
    rows = [HEADINGS[language]]
    for facts in library():
        row = [facts[first], facts[second], facts["year"], facts["countries"].replace(";", ", "), ""]
        try:
            "".join(row).encode(encoding)
        except UnicodeEncodeError:
            continue
        if facts[first] and " / " not in facts[first] + facts[second]:
            rows.append(row)
    return rows[: count + 1]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["crlf", "cr", "lf"])
@pytest.mark.parametrize(("encoding", "language"), SETS)
def test_a_sheet_is_read_rightly_or_asked_about(encoding, language, end, separator):
    rows = rows_in(language, encoding, 20)
    found = read_bytes(table(rows, separator, end).encode(encoding))
    assert found.asked <= {"encoding"}
    if not found.asked:
        assert [title.names[0].text for title in found.titles] == [row[0] for row in rows[1:]]
        assert [title.year for title in found.titles] == [int(row[2]) if row[2] else None for row in rows[1:]]
    assert found.look.reading.separator == separator


@pytest.mark.parametrize(("encoding", "language"), [one for one in SETS if not one[0].startswith("utf")])
@pytest.mark.parametrize("count", [1, 3, 30])
def test_what_few_rows_do_not_tell_is_asked_with_the_right_answer_among_the_choices(encoding, language, count):
    chance = random.Random(7)
    rows = rows_in(language, encoding, 200)[1:]
    for _ in range(15):
        text = table(chance.sample(rows, min(count, len(rows))), ";", "\n")
        data = text.encode(encoding)
        if data.isascii():
            continue
        found = encoding_of(io.BytesIO(data))
        readings = [data.decode(name, "replace") for name in (found.name, *found.others)]
        assert text in readings
        if count == 30:
            assert readings[0] == text
            assert found.certain


def test_one_answer_settles_the_encoding():
    data = "Атауы;Жылы\r\nШал;2012\r\n".encode("cp1251")
    from app.intake.options import Overrides  # noqa: PLC0415

    assert read_bytes(data, said=Overrides(encoding="cp1251")).titles[0].names[0].text == "Шал"


def test_a_few_broken_bytes_do_not_make_utf_8_another_encoding():
    text = "Атауы;Жылы\n" + "Қыз Жібек туралы ұзақ әңгіме;1970\n" * 60
    found = read_bytes(text.encode() + b"\xff;2000\n")
    assert found.look.reading.encoding == "utf-8"
    assert "\ufffd" in found.titles[-1].names[0].text
    assert [note.row for note in found.look.notes] == [0]
