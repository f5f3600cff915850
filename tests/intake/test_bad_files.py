"""Files that are no tables, that are damaged, or made to do harm: a sentence, soon, and nothing else."""

import io
import os
import random
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path
from time import monotonic

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.intake.options import Overrides
from app.intake.reading import Stopped, look, propose
from tests.intake.conftest import read_bytes

SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TITLE = '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row>'


def bomb(rows, *, size="A1:B2", doctype="", parts=None, after=""):
    """A workbook whose sheet holds `rows` as they are."""
    plain, made = io.BytesIO(), io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "Title"
    book.save(plain)
    body = f'<dimension ref="{size}"/><sheetData>{rows}</sheetData>{after}'
    sheet = f'<?xml version="1.0"?>{doctype}<worksheet {SPACE}>{body}</worksheet>'
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet.encode() if name.endswith("sheet1.xml") else old.read(name))
        for name, data in (parts or {}).items():
            new.writestr(name, data)
    return made.getvalue()


def laughs() -> str:
    nested = "".join(f'<!ENTITY l{n} "{(f"&l{n - 1};" if n else "ha") * 10}">' for n in range(10))
    return f"<!DOCTYPE a [{nested}]>"


BOMBS = {
    "dimension": lambda: bomb(TITLE, size="A1:XFD1048576"),
    "corners": lambda: bomb(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    ),
    "one cell": lambda: bomb(f'{TITLE}<row r="2"><c r="A2" t="inlineStr"><is><t>{"A" * 9_000_000}</t></is></c></row>'),
    "entities": lambda: bomb('<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>', doctype=laughs()),
    "deep": lambda: bomb('<row r="1">' + "<c>" * 100_000 + "</c>" * 100_000 + "</row>"),
    "members": lambda: bomb(TITLE, parts={f"xl/x{n}.xml": b"" for n in range(3_000)}),
    "ratio": lambda: bomb(TITLE, parts={"xl/media/x.bin": b"\0" * 60_000_000}),
    "merged": lambda: bomb(TITLE, after="<mergeCells>" + '<mergeCell ref="A2:XFD1048576"/>' * 2_000 + "</mergeCells>"),
    "wide": lambda: bomb(
        '<row r="1">'
        + "".join(f'<c r="{chr(65 + a)}{chr(65 + b)}1"><v>1</v></c>' for a in range(24) for b in range(26))
        + "</row>"
    ),
    "columns": lambda: b"a;" * 400_000 + b"\n",
    "line": lambda: b"a" * 3_000_000,
    "quotes": lambda: b'"' * 3_000_000,
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_or_bounded(kind, tmp_path: Path):
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(BOMBS[kind]())
    began = monotonic()
    with suppress(UserError):
        assert len(look(path).preview) <= 50
    assert monotonic() - began < 8  # a second where nothing else runs


def test_an_entity_is_not_read_from_the_disk(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim")
    path = tmp_path / "list.xlsx"
    doctype = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'
    path.write_bytes(bomb(f'{TITLE}<row r="2"><c r="A2" t="inlineStr"><is><t>&x;</t></is></c></row>', doctype=doctype))
    try:
        found = look(path)
    except UserError:
        return
    assert "geheim" not in str(found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"), (b"\xef\xbb\xbf\r\n", "empty"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "picture"),
        (b"<html><table>", "web page"), (b"MZ\x90\0\x03\0\0\0", "program"), (b"SQLite format 3\0", "library"),
        (b"{\\rtf1", "text document"), (b"\x1f\x8b\x08", "archive"),
        (bytes(random.Random(1).randbytes(5000)), "no text"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_said_to_be_what_it_is(data, said):
    with pytest.raises(UserError, match=said):
        read_bytes(data, "table.xlsx")


def test_documents_and_archives_are_told_by_their_parts():
    for part, said in (("word/document.xml", "text document"), ("a.csv", "archive")):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(part, "x")
        with pytest.raises(UserError, match=said):
            read_bytes(file.getvalue(), "list.xlsx")


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(UserError, match="cannot be opened"):
            look(path)


def test_workbooks_cut_anywhere_are_read_or_refused():
    whole = bomb(TITLE + '<row r="2"><c r="A2"><v>1776</v></c></row>')
    for end in range(0, len(whole), max(1, len(whole) // 200)):
        try:
            read_bytes(whole[:end], "list.xlsx")
        except UserError:
            continue


def test_workbooks_with_a_wrong_byte_are_read_or_refused():
    whole = bytearray(bomb(TITLE + '<row r="2"><c r="A2"><v>1776</v></c></row>'))
    chance = random.Random(3)
    for _ in range(120):
        broken = bytearray(whole)
        for _ in range(3):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_bytes(bytes(broken), "list.xlsx")
        except UserError:
            continue


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    with suppress(UserError):
        read_bytes(data)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Название", "Дата", "Время", "17.09", "10:00", "片名", "2019", "", "17 сентября 2026", "24:30", "A + B", "=1"]
    ),
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_table_is_read_or_refused(rows):
    try:
        found = read_bytes("\n".join(";".join(row) for row in rows).encode("utf-8", "replace"))
    except UserError:
        return
    assert len(found.titles) + len(found.screenings) >= 0


def test_a_long_file_streams_and_stops_within_a_second_leaving_nothing(tmp_path):
    nightly = bool(os.environ.get("KERUEN_NIGHTLY"))
    count = 1_000_000 if nightly else 60_000
    path = tmp_path / "long.csv"
    path.write_text("Название;Год;Страна\n" + "".join(f"Фильм {n};2012;Казахстан\n" for n in range(count)), "utf-8")
    reading = look(path).reading
    told: list[int] = []
    with pytest.raises(Stopped):
        propose(path, reading, lambda done, _total: told.append(done), stop=lambda: len(told) > 1)
    asked = monotonic()

    class Enough(Exception):  # noqa: N818 - nothing went wrong
        pass

    def report(_done: int, _total: int) -> None:
        nonlocal asked
        asked = monotonic()
        raise Enough

    with pytest.raises(Enough):
        propose(path, reading, report)
    assert monotonic() - asked < 1
    left = subprocess.run(["pgrep", "-P", str(os.getpid()), "-f", "app.intake.child"], capture_output=True, check=False)  # noqa: S607
    assert left.stdout == b""
    assert sorted(tmp_path.iterdir()) == [path]
    if nightly:
        assert len(propose(path, reading).titles) == count


def test_both_processes_agree_on_a_workbook(tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(bomb(TITLE + '<row r="2"><c r="A2"><v>1776</v></c></row>'))
    found = look(path)
    proposal = propose(path, found.reading)
    assert [title.names[0].text for title in proposal.titles] == ["1776"]
    assert (proposal.read, len(proposal.screenings), list(proposal.troubles)) == (1, 0, [])
    assert proposal.titles[-1] == proposal.titles[0]
    assert proposal.titles[:1] == [proposal.titles[0]]


def test_a_workbook_one_reader_refuses_is_read_by_the_other(monkeypatch):
    from app.intake import workbook  # noqa: PLC0415

    def refuse(*_args):
        raise workbook.CalamineError("no")

    monkeypatch.setattr(workbook.CalamineWorkbook, "from_filelike", refuse, raising=False)
    found = read_bytes(bomb(TITLE + '<row r="2"><c r="A2"><v>1776</v></c></row>'), "list.xlsx")
    assert found.titles[0].names[0].text == "1776"


def test_an_overridden_sheet_that_is_not_there_is_refused():
    with pytest.raises(UserError, match="no sheet"):
        read_bytes(bomb(TITLE), "list.xlsx", Overrides(sheet="Nope"))
