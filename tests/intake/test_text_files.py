"""Text files: separators, line ends, damaged quotes, files cut short."""

import pytest

from app.domain.proposals import ProposedSynopsis
from app.errors import UserError
from app.intake.options import Overrides, Topic, Truncated
from tests.intake.conftest import look_at, read_bytes, read_text


def names(found):
    return [title.names[0].text for title in found.titles]


@pytest.mark.parametrize(
    ("line", "title", "mended"),
    [
        ('"Кыз; Жибек";1970', "Кыз; Жибек", False),
        ('"Фильм ""Шал""";1970', 'Фильм "Шал"', False),
        ('Фильм "Шал";1970', 'Фильм "Шал"', False),
        ('"Фильм "Шал" в степи";1970', 'Фильм "Шал" в степи', True),
        ('"Кыз Жибек;1970', "Кыз Жибек", True),
        ('"Кыз Жибек"";1970', 'Кыз Жибек"', True),
        ('"""Шал""";1970', '"Шал"', False),
        ('"Шал;""1970"""', "Шал", True),
        ('"Кыз\nЖибек";1970', "Кыз", False),
    ],
)
def test_quotes_damaged_by_a_spreadsheet_are_mended_and_told(line, title, mended):
    found = read_text(f"Название;Год\n{line}\nКелин;2009\n")
    assert names(found) == [title, "Келин"]
    assert [one.year for one in found.titles] == [1970, 2009]
    assert any("Quotation" in trouble.problem.message for trouble in found.troubles) == mended


def test_a_quote_left_open_does_not_swallow_the_rows_below():
    found = read_text('№;Название;Год\n12;"Кыз Жибек;1970\n13;"Шал";2012\n14;Келин;2009\n')
    assert names(found) == ["Кыз Жибек", "Шал", "Келин"]
    assert [title.row for title in found.titles] == [2, 3, 4]


def test_rows_are_counted_as_lines_of_the_file():
    found = read_text('Название;Год;Синопсис\nШал;2012;"Раз\nдва\nтри"\nКелин;2009;\n')
    assert [title.row for title in found.titles] == [2, 5]
    assert found.titles[0].synopses == (ProposedSynopsis("ru", "Раз\nдва\nтри"),)


def test_the_first_line_of_excel_names_the_separator():
    found = read_text("sep=|\nНазвание|Год\nA; B, C|2012\n")
    assert found.look.reading.separator == "|"
    assert names(found) == ["A; B, C"]
    assert found.titles[0].row == 3


WHOLE = "Название;Год;Страна\n" + "".join(f"Фильм {n};2012;Казахстан\n" for n in range(1, 5))
CUT = WHOLE[: WHOLE.rindex(";2012")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "gb18030"])
def test_a_file_cut_short_is_asked_about_with_the_row(encoding):
    seen = look_at(CUT.encode(encoding))
    (ask,) = [ask for ask in seen.asks if ask.topic is Topic.TRUNCATED]
    assert dict(ask.question.fields) == {"row": "5"}
    assert [choice.value for choice in ask.choices] == ["leave_out", "keep"]
    with pytest.raises(UserError, match="row 5"):
        read_bytes(CUT.encode(encoding))


def test_a_file_cut_short_comes_in_as_somebody_says():
    found = read_text(CUT, Overrides(truncated=Truncated.LEAVE_OUT))
    assert found.asked == set()
    assert names(found) == ["Фильм 1", "Фильм 2", "Фильм 3"]
    assert [(trouble.row, trouble.fatal) for trouble in found.troubles] == [(5, True)]
    found = read_text(CUT, Overrides(truncated=Truncated.KEEP))
    assert names(found)[-1] == "Фильм 4"
    assert {(trouble.row, trouble.fatal) for trouble in found.troubles} == {(5, False)}


def test_the_row_in_which_a_long_file_ends_is_told():
    rows = "".join(f"Фильм {n};2012;Казахстан\n" for n in range(2, 20_001))
    data = ("Название;Год;Страна\n" + rows + "Фильм").encode()
    assert len(data) > 300_000
    (ask,) = look_at(data).asks
    assert dict(ask.question.fields) == {"row": "20001"}


def test_a_file_without_a_last_line_end_is_whole():
    assert read_text(WHOLE.rstrip("\n")).asked == set()


def test_every_file_cut_anywhere_is_read_or_refused():
    whole = 'Атауы;Название;Год\n"Қыз; Жібек";"Кыз ""Жибек""";1970\n嘿，老头！;Эй, старик;2015\n'.encode()
    for end in range(0, len(whole), 1):
        try:
            found = read_bytes(whole[:end])
        except UserError:
            continue
        assert len(found.titles) <= 2


def test_zeros_inside_a_text_are_taken_out():
    found = read_bytes(b"Title;Year\nA\0B;2000\nC;2001\n")
    assert names(found) == ["AB", "C"]


@pytest.mark.parametrize("text", ["Title\nA\n999\n", "Title\tYear\nA\t2000\n", "A;2000\nB;2001\n"])
def test_the_smallest_tables_are_tables(text):
    assert names(read_text(text))[0] == "A"


def test_a_cell_longer_than_any_spreadsheet_allows_is_cut_and_told():
    found = read_text("Title;Synopsis\nA;" + "x" * 40_000 + "\n")
    assert len(found.titles[0].synopses[0][1]) == 32_767
    assert found.troubles[0].fatal is False


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_rows_put_into_quotes_as_a_whole_are_parted(sign):
    rows = [("Название", "Год"), ('""Шал""', "2012"), ("Келин", "2009")]
    found = read_text("".join(f'"{sign.join(row)}"\n' for row in rows))
    assert names(found) == ["Шал", "Келин"]
    assert [one.year for one in found.titles] == [2012, 2009]


def test_titles_with_commas_in_a_list_of_one_column_stay_whole():
    found = read_text('Title\n"Love, death"\n"Ana, mother"\nRoad\n')
    assert names(found) == ["Love, death", "Ana, mother", "Road"]


def test_a_file_of_blanks_is_empty():
    with pytest.raises(UserError, match="empty"):
        read_text("\n \n\n")
