"""Titles as a workbook and as CSV: text stays text, days are days, nothing is lost unsaid, all can be read again."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from app.domain.kinds import NameType, Role, Scheme, SynopsisKind
from app.domain.names import WorkName
from app.domain.title_facts import Choice, NameColumn, Shape, SynopsisText, TitleFacts
from app.export.catalogue_products import Chosen, titles_table
from app.export.comma_file import csv_file, guarded
from app.export.spreadsheet import MOST_LETTERS, sheet_name, xlsx
from app.export.table_file import Table
from app.export.title_options import TitleOptions
from app.export.title_table import name_heading
from app.i18n.catalogue import Catalogue, catalogue
from app.intake.headings import meaning_of
from tests.export.titles import ALL, DAY, OLD_MAN, TIME

SHAPE = Shape(
    (NameColumn("zh-Hans", NameType.ORIGINAL), NameColumn("kk-Cyrl", NameType.ORIGINAL),
     NameColumn("zxx", NameType.ORIGINAL),
     NameColumn("kk-Cyrl", NameType.TRANSLATED), NameColumn("ru", NameType.TRANSLATED)),
    frozenset({Role.DIRECTOR}), frozenset({Scheme.IMDB}), (("kk-Cyrl", SynopsisKind.SHORT),),
)  # fmt: skip
FORMULAS = ("=1+1", "+7 701", "-18", "@home", "＝cmd", "0012", "5:32", "12345678901234567890", "1e5", "'quoted", "TRUE")


def table(*titles: TitleFacts, language: str = "en", internal: bool = True, shape: Shape = SHAPE) -> Table:
    chosen = Chosen(Choice(tuple(one.id for one in titles), query="dub:kk"), shape, [titles], DAY)
    return titles_table(chosen, TitleOptions(languages=(language,), internal=internal), catalogue)


def named(*texts: str) -> list[TitleFacts]:
    return [replace(TIME, id=n, names=(WorkName(text, "zxx", NameType.ORIGINAL),)) for n, text in enumerate(texts, 1)]


def sheets(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(data: bytes) -> list[dict[str, object]]:
    sheet = sheets(data).worksheets[0]
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_numbers_are_numbers_and_days_are_days() -> None:
    (row,) = rows(xlsx(table(OLD_MAN)).data)
    assert row["Year"] == 2015
    assert row["Rights until"] == datetime(2026, 12, 4)
    assert row["Original title (Chinese)"] == "嘿，老头！"
    assert row["Title (Kazakh)"] == "Қайран қарттар"
    assert row["Countries"] == "China"
    assert row["Dubbed into"] == "Kazakh"
    assert row["Notes"] == "=1+1"


def test_text_stays_text_whatever_it_looks_like() -> None:
    sheet = sheets(xlsx(table(*named(*FORMULAS))).data).worksheets[0]
    place = [cell.value for cell in sheet[1]].index("Original title (no language)") + 1
    cells = [sheet.cell(row, place) for row in range(2, 2 + len(FORMULAS))]
    assert [cell.value for cell in cells] == list(FORMULAS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert all(cell.quotePrefix for cell in cells[:5])


def test_the_head_stays_in_sight_and_can_be_filtered() -> None:
    book = sheets(xlsx(table(OLD_MAN, TIME)).data)
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref is not None
    assert sheet["A1"].font.bold
    assert 6 <= sheet.column_dimensions["B"].width <= 60
    about = [tuple(row) for row in book.worksheets[1].iter_rows(values_only=True)]
    assert ("Day of the facts", "22 November 2026") in about
    assert ("Which titles", "Found by: dub:kk") in about
    assert ("Titles", "2 titles") in about


def test_equal_titles_give_equal_bytes_and_no_time_of_today() -> None:
    first, second = (xlsx(table(*ALL)).data for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert {file.date_time[0] for file in book.infolist()} == {1980}
    assert csv_file(table(*ALL)).data == csv_file(table(*ALL)).data


def test_what_a_cell_cannot_hold_is_told_and_not_lost_silently() -> None:
    long = replace(OLD_MAN, notes="ж" * 40_000)
    astral = replace(OLD_MAN, id=5, notes="𠀀" * 20_000)
    steered = replace(OLD_MAN, id=6, notes="a\x00b\x1fc")
    made = xlsx(table(long, astral, steered))
    found = [row["Notes"] for row in rows(made.data)]
    assert [len(str(text).encode("utf-16-le")) // 2 <= MOST_LETTERS for text in found] == [True] * 3
    assert str(found[0]).endswith("ж…")
    assert str(found[1]).endswith("𠀀…")
    assert found[2] == "abc"
    said = [catalogue("en").say(warning) for warning in made.warnings]
    assert said[0] == "“Notes” of title 4 is too long for a cell and ends with …: 32,766 of 40,000 letters are there."
    assert len(said) == 3
    about = [cell for row in sheets(made.data).worksheets[1].iter_rows(values_only=True) for cell in row]
    assert said[2] in about


def test_many_troubles_are_counted() -> None:
    made = xlsx(table(*(replace(OLD_MAN, id=n, notes="a\x00b") for n in range(30))))
    assert catalogue("en").say(made.warnings[-1]) == "10 more cells could not be written whole."


@pytest.mark.parametrize(("text", "name"), [
    ("Titles: 2026/27 [draft]?*", "Titles  2026 27  draft"), ("'a'", "a"), ("字" * 40, "字" * 31),
    ("𠀀" * 20, "𠀀" * 15), ("[]", "1"),
])  # fmt: skip
def test_sheets_have_names_that_every_program_takes(text: str, name: str) -> None:
    assert sheet_name(text) == name


def parsed(data: bytes, separator: str) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\r\n") > 0
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize(("language", "separator"), [("kk", ";"), ("ru", ";"), ("zh", ","), ("en", ",")])
def test_a_csv_is_parted_as_its_language_expects(language: str, separator: str) -> None:
    head, row = parsed(csv_file(table(OLD_MAN, language=language)).data, separator)
    assert len(head) == len(row)
    assert "嘿，老头！" in row
    assert "2026-12-04" in row
    assert parsed(csv_file(table(OLD_MAN, language=language), ",").data, ",")[1] == row


def test_what_looks_like_a_formula_is_guarded_in_a_csv() -> None:
    head, *body = parsed(csv_file(table(*named(*FORMULAS))).data, ",")
    found = [row[head.index("Original title (no language)")] for row in body]
    assert found == ["'=1+1", "'+7 701", "'-18", "'@home", "'＝cmd", *FORMULAS[5:]]
    assert guarded(" \ufeff=1") == "' \ufeff=1"
    assert guarded("\ttab") == "'\ttab"
    assert guarded("Қыз Жібек") == "Қыз Жібек"


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    head, row = parsed(csv_file(table(replace(OLD_MAN, notes='a\r\nb;"c"'))).data, ",")
    assert row[head.index("Notes")] == 'a\nb;"c"'


def test_others_are_not_told_what_is_for_the_house() -> None:
    heads = [column.heading for column in table(OLD_MAN, internal=False).columns]
    assert not {"Rights", "Rights until", "Notes", "Source", "Unverified"} & set(heads)


def english() -> Sequence[tuple[NameColumn, str]]:
    """Names as they stand in columns, and what an import should make of their headings."""
    return [
        (NameColumn("kk-Cyrl", NameType.TRANSLATED), "name/kk-Cyrl"),
        (NameColumn("zh-Hans", NameType.ORIGINAL), "name/zh-Hans/original"),
        (NameColumn("ru", NameType.RELEASE), "name/ru/release"),
        (NameColumn("en", NameType.FESTIVAL), "name/en/festival"),
        (NameColumn("kk-Cyrl", NameType.DUBBED), "name/kk-Cyrl/dubbed"),
        (NameColumn("zh-Hans", NameType.WORKING), "name/zh-Hans/working"),
        (NameColumn("ru", NameType.ALTERNATIVE), "name/ru/alternative"),
        (NameColumn("kk-Cyrl", NameType.FORMER), "name/kk-Cyrl/former"),
        (NameColumn("kk-Latn", NameType.TRANSLATED), "name/kk-Latn"),
    ]


@pytest.mark.parametrize(("place", "meaning"), english(), ids=str)
def test_the_heading_of_a_name_is_understood_when_it_is_read_in_again(place: NameColumn, meaning: str) -> None:
    assert str(meaning_of(name_heading(Catalogue("en"), place))) == meaning


def test_the_headings_of_facts_are_understood_when_they_are_read_in_again() -> None:
    known = {column.heading: str(meaning_of(column.heading)) for column in table(OLD_MAN).columns}
    for heading, meaning in {
        "No.": "number", "Kind": "kind", "Year": "year", "Runtime, min": "runtime", "Number of episodes": "episodes",
        "Age mark": "age", "Countries": "country", "Original language": "language", "Dubbed into": "dubbed",
        "Voice-over": "voice_over", "Subtitles": "subtitles", "Director": "director", "Rights": "rights",
        "Rights until": "rights_end", "IMDb": "identifier/imdb", "Synopsis (Kazakh)": "synopsis/kk",
        "Source": "source", "Notes": "notes",
    }.items():  # fmt: skip
        assert known[heading] == meaning, heading


def test_synopses_have_columns_by_language_and_length() -> None:
    line = SynopsisText("kk-Cyrl", SynopsisKind.LINE, "Бір жол.")
    shape = SHAPE._replace(synopses=(("kk-Cyrl", SynopsisKind.LINE), ("kk-Cyrl", SynopsisKind.SHORT)))
    (row,) = rows(xlsx(table(replace(OLD_MAN, synopses=(*OLD_MAN.synopses, line)), shape=shape)).data)
    assert row["Logline (Kazakh)"] == "Бір жол."
    assert row["Synopsis (Kazakh)"] == "Қарт әке мен баласы туралы хикая."
