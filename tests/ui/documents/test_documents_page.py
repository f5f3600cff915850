"""The print page: what it shows of a programme, what its options do, and how words and files leave it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.domain.kinds import ProgrammeKind
from app.domain.names import FourNames
from app.operations import programmes, screenings, venues, works
from app.store.store import Store
from app.store.work_order import title_order
from app.ui import dialogs
from app.ui.documents import printing
from app.ui.documents.language_order import LanguageOrder
from app.ui.documents.page import DocumentsPage, file_name
from app.ui.documents.preview import Sheets
from app.ui.documents.title_proofs import Source, TitleProof
from app.ui.theme import theme
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A library with one programme of one film in one hall."""
    store = Store.create(tmp_path / "l.keruen")

    def fill(session: Session) -> int:
        city = FourNames("Алматы", "阿拉木图", "Алматы", "Almaty")
        venue = venues.add_venue(session, FourNames(en="House"), city)
        hall = venues.add_hall(session, venue, FourNames("1-зал", "1号厅", "Зал 1", "Hall 1"), seats=10)
        week = FourNames("Кино апталығы", "电影周", "Неделя кино", "Film Week")
        day = date(2026, 10, 16)
        programme = programmes.add(session, week, day, day, kind=ProgrammeKind.FILM_WEEK, halls=[hall], city=city)
        work = works.add(session, "Қыз Жібек", "kk-Cyrl", runtime=140)
        entry = programmes.add_entry(session, programme, work)
        return screenings.place(session, programme, entry, hall, datetime(2026, 10, 16, 18, 0))

    store.write(phrase("Fill"), fill)
    yield Workspace(store)
    store.close()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> DocumentsPage:
    shell = FakeShell()
    page = DocumentsPage(workspace, shell)
    qtbot.addWidget(page)
    page.resize(1360, 800)
    page.show()
    qtbot.waitUntil(lambda: page.status() != "", timeout=10000)
    return page


def words_in(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    finally:
        document.close()


def test_the_page_shows_the_document_of_the_programme_at_once(page: DocumentsPage) -> None:
    assert page._proof is not None
    text = words_in(page._proof.rendered.pdf)
    assert "Қыз Жібек" in text
    assert "18:00" in text
    assert page._count.text() == "Page 1 of 1"


def test_another_document_takes_the_place_of_the_first(page: DocumentsPage, qtbot: QtBot) -> None:
    before = page._proof
    page._list.chosen.emit("index")
    qtbot.waitUntil(lambda: page._proof is not before, timeout=10000)
    assert page._proof is not None
    assert "Әліпбилік көрсеткіш" in words_in(page._proof.rendered.pdf)


def test_the_saved_file_is_the_document_that_is_shown(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(dialogs, "save_file", lambda *_args, **_kw: target)
    page.save()
    assert page._proof is not None
    assert target.read_bytes() == page._proof.rendered.pdf
    assert page.shell.offered == ["Saved, 1 page"]


def test_a_title_with_a_colon_or_a_quote_makes_a_file_name_that_every_system_takes() -> None:
    assert file_name('5:32 / "A"?').name == "5-32 - -A--.pdf"


def test_the_last_language_cannot_be_ticked_off_and_the_order_can_be_changed_by_keys(qtbot: QtBot) -> None:
    order = LanguageOrder(("kk", "zh"))
    qtbot.addWidget(order)
    order.show()
    rows = {row.language: row for row in order._rows}
    qtbot.keyClick(rows["zh"].box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order.languages() == ("zh", "kk")
    rows["zh"].box.setChecked(False)
    rows["kk"].box.setChecked(False)
    assert order.languages() == ("kk",)


def test_what_is_sent_to_a_printer_has_every_page(page: DocumentsPage, tmp_path: Path) -> None:
    assert page._proof is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    document = pypdfium2.PdfDocument(page._proof.rendered.pdf)
    printing.send(document, printer)
    document.close()
    assert len(Sheets((tmp_path / "printed.pdf").read_bytes())) == 1


def test_an_empty_library_offers_the_schedule(qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "e.keruen")
    page = DocumentsPage(Workspace(store), FakeShell())
    qtbot.addWidget(page)
    page.show()
    assert page._empty.isVisible()
    assert not page._save.isEnabled()
    store.close()


def test_larger_text_widens_the_sides_and_smaller_text_narrows_them_again(page: DocumentsPage) -> None:
    before = page._options.width()
    theme().resize(1.3)
    assert page._options.width() == theme().px(292) > before
    theme().resize(1.0)
    assert page._options.width() == before


def test_titles_of_the_catalogue_are_printed_as_a_list_and_as_cards(page: DocumentsPage, qtbot: QtBot) -> None:
    (work,) = page.workspace.read(title_order, "en")
    page.go(product="cards", works=[work], source="selected")
    qtbot.waitUntil(lambda: isinstance(page._proof, TitleProof), timeout=10000)
    assert page._proof is not None
    assert page._proof.rendered is not None
    assert "Қыз Жібек" in words_in(page._proof.rendered.pdf)
    assert page._of_titles.source() is Source.SELECTED
    assert not page._switch.isVisible()


def test_a_table_shows_its_beginning_and_is_saved_whole(
    page: DocumentsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._list.chosen.emit("titles-csv")
    qtbot.waitUntil(lambda: isinstance(page._proof, TitleProof), timeout=10000)
    assert page._table.rows.rowCount() == 1
    assert page._print.isHidden()
    target = tmp_path / "out.csv"
    monkeypatch.setattr(dialogs, "save_file", lambda *_args, **_kw: target)
    page.save()
    assert "Қыз Жібек" in target.read_text("utf-8-sig")
    assert page.shell.offered == ["Saved, 1 title"]
