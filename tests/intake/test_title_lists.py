"""Title lists: headings, names that stay names, facts in any spelling, and what is told about doubtful cells."""

import datetime as dt

import pytest

from app.domain.kinds import NameType, RightsState, Role, SpokenMode, WorkKind
from app.domain.proposals import ProposedRights, ProposedVersion
from app.intake.options import Column, Meaning, Overrides, What
from tests.intake.conftest import library, read_bytes, read_text

TITLES = ["5:32", "999", "1776", "Она", "18 килогерц", "2049", "12+", "1 сентября"]


def test_the_sample_library_is_read_without_a_question():
    from app.paths import resource  # noqa: PLC0415

    found = read_bytes(resource("sample", "titles.csv").read_bytes())
    assert found.asked == set()
    assert len(found.titles) == len(library())
    first = found.titles[0]
    assert (first.names[0].text, first.names[0].language, first.names[0].type) == (
        "音乐家",
        "zh-Hans",
        NameType.ORIGINAL,
    )
    assert (first.year, first.countries, first.kind) == (2019, ("CN", "KZ"), WorkKind.FEATURE)
    assert found.fatal == []


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("heading", ["Название", "片名", "Атауы", "Title"])
def test_a_name_never_becomes_a_time_or_a_number(title, heading):
    found = read_text(f"{heading};Год\n{title};2019\nШал;2012\n")
    assert found.titles[0].names[0].text == title
    assert found.asked == set()


def test_a_heading_is_found_below_titles_and_on_two_lines():
    found = read_text("Фильмы фестиваля 2026;;;\n;;;\nНазвание;;;Год\nказ;рус;кит;\nШал;Старик;老头;2012\n")
    assert [(name.text, name.language) for name in found.titles[0].names] == [
        ("Шал", "kk-Cyrl"), ("Старик", "ru"), ("老头", "zh-Hans"),
    ]  # fmt: skip
    assert (found.look.reading.header_row, found.look.reading.header_rows) == (3, 2)
    assert found.titles[0].year == 2012


def test_without_a_heading_the_values_tell():
    found = read_text("Қыз Жібек;1970;Казахстан\nШал;2012;Казахстан\nКелін;2009;Қазақстан\n")
    assert [column and column.meaning for column in found.look.reading.columns] == [
        Meaning.NAME, Meaning.YEAR, Meaning.COUNTRY,
    ]  # fmt: skip
    assert found.asked == set()


def test_columns_of_names_without_headings_are_asked_about():
    found = read_text("Шал;Ермек Тұрсынов;2012\nКелін;Ермек Турсунов;2009\n")
    assert found.asked == {"columns"}
    said = Overrides(columns=(Column(Meaning.NAME, "kk-Cyrl"), Column(Meaning.DIRECTOR), Column(Meaning.YEAR)))
    again = read_text("Шал;Ермек Тұрсынов;2012\nКелін;Ермек Турсунов;2009\n", said)
    assert again.asked == set()
    assert again.titles[0].credits[0].role is Role.DIRECTOR


def test_facts_in_many_spellings():
    text = (
        "Название;Год;Хронометраж;Страна;Возраст;Язык;Дубляж;Субтитры (каз.);Тип;Права;Права до\n"
        "Шал;2012 ж.;1 ч 45 мин;Казахстан, Китай;12 +;казахский;русский;да;игровой;есть;31.12.2027\n"
    )
    title = read_text(text).titles[0]
    assert (title.year, title.runtime, title.countries, title.age_mark) == (2012, 105, ("KZ", "CN"), "12+")
    assert title.kind is WorkKind.FEATURE
    assert title.versions == (
        ProposedVersion("kk", SpokenMode.ORIGINAL), ProposedVersion("ru", SpokenMode.DUBBED),
    )  # fmt: skip
    assert title.rights == (ProposedRights(RightsState.CLEARED, "KZ", None, dt.date(2027, 12, 31)),)


def test_what_cannot_be_read_is_told_and_the_title_comes_in():
    found = read_text("Название;Год;Хронометраж;Страна\nШал;скоро;долго;Атлантида\n")
    assert len(found.titles) == 1
    assert {(trouble.column, trouble.fatal) for trouble in found.troubles} == {
        ("Год", False), ("Хронометраж", False), ("Страна", False),
    }  # fmt: skip


def test_a_row_without_a_title_and_a_sum_are_left_out_and_told():
    found = read_text("Название;Год\nШал;2012\n;2013\nИтого;2\n")
    assert (len(found.titles), found.fatal) == (1, [3, 4])


@pytest.mark.parametrize(
    ("cell", "kept", "said"),
    [
        ("'=1+1", "=1+1", ""),
        ("'@home", "@home", ""),
        ("O'Z", "O'Z", ""),
        ("\u202eevil", "evil", "direction"),
        ("a\u200bb", "ab", "Invisible"),
        ("<b>Она</b>", "<b>Она</b>", ""),
        ("02-Jan", "02-Jan", "date"),
        ("Кaзaхстан", "Кaзaхстан", "two scripts"),
        ("Қыз Жібек".encode().decode("cp1251", "ignore"), None, "encoding"),
        ("1.2E+12", "1.2E+12", "number"),
    ],
)
def test_doubtful_cells_are_kept_and_told_with_the_repair(cell, kept, said):
    found = read_text(f"Название;Год\n{cell};2012\nШал;2012\n")
    if kept is not None:
        assert found.titles[0].names[0].text == kept
    assert (said in found.troubles[0].problem.message) if said else found.troubles == []
    assert found.fatal == []


def test_a_mixed_word_is_told_with_the_word_it_should_be():
    problem = read_text("Название;Год\nКaзaхстан;2012\nШал;2012\n").troubles[0].problem
    assert dict(problem.fields) == {"repair": "Казахстан"}


def test_a_remembered_mapping_finds_its_columns_in_another_order():
    first = read_text("Заголовок ленты;Сколько;Год\nШал;102;2012\nКелін;88;2009\n", Overrides(
        columns=(Column(Meaning.NAME, "kk-Cyrl"), Column(Meaning.RUNTIME), Column(Meaning.YEAR)), header_row=1,
    ))  # fmt: skip
    kept = Overrides.from_json(first.look.remembered().as_json())
    again = read_text("Год;Сколько;Заголовок ленты\n2012;102;Шал\n2009;88;Келін\n", kept)
    assert (again.titles[0].names[0].text, again.titles[0].runtime) == ("Шал", 102)


def test_a_list_of_titles_can_be_declared_screenings_and_back():
    text = "Фильм;Дата;Время\nШал;17.09.2026;10:00\n"
    assert read_text(text).look.reading.what is What.SCREENINGS
    assert len(read_text(text, Overrides(what=What.TITLES)).titles) == 1


def test_merged_headings_formulas_and_number_formats_of_a_workbook(workbook):
    def fill(book, sheet):
        sheet.merge_range(0, 0, 0, 2, "Название")
        sheet.write_row(1, 0, ["қаз", "рус", "кит"])
        sheet.merge_range(0, 3, 1, 3, "Год")
        sheet.merge_range(0, 4, 1, 4, "Хронометраж")
        sheet.write_row(2, 0, ["Шал", "Старик", "老头", 2012])
        sheet.write(2, 4, dt.time(1, 45), book.add_format({"num_format": "h:mm"}))
        sheet.write(3, 0, dt.date(2026, 1, 2), book.add_format({"num_format": "d-mmm"}))
        sheet.write_formula(3, 3, "=2000+9", None, 2009)
        sheet.write_formula(3, 4, "=1+1", None, "")

    found = read_bytes(workbook(fill).read_bytes(), "list.xlsx")
    assert [str(column) for column in found.look.reading.columns] == [
        "name/kk-Cyrl",
        "name/ru",
        "name/zh-Hans",
        "year",
        "runtime",
    ]
    assert (found.titles[0].year, found.titles[0].runtime) == (2012, 105)
    assert (found.titles[1].names[0].text, found.titles[1].year) == ("2-Jan", 2009)
    assert ["formula" in one.problem.message or "date" in one.problem.message for one in found.troubles] == [True, True]


def test_an_open_document_is_read():
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    space = "urn:oasis:names:tc:opendocument:xmlns:"
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in (["Атауы", "Жылы"], ["5:32", "2013"])
    )
    content = (
        f'<office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0"'
        f' xmlns:text="{space}text:1.0"><office:body><office:spreadsheet><table:table table:name="A">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    found = read_bytes(file.getvalue(), "list.ods")
    assert [(title.names[0].text, title.year) for title in found.titles] == [("5:32", 2013)]


def test_a_name_without_kazakh_letters_among_kazakh_names_is_kazakh():
    found = read_text("Атауы;Жылы\nҚыз Жібек;1970\nКелін;2009\nШал;2012\nМенің Алтайым;2024\n")
    assert {title.names[0].language for title in found.titles} == {"kk-Cyrl"}
