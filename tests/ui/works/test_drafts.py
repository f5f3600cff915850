"""What is being typed survives a kill, is offered at the next start, and is forgotten when it is saved."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.kinds import SynopsisKind
from app.operations import synopses, works
from app.paths import HOME, data_folder
from app.store import evidence_rows
from app.store.store import Store
from app.ui.drafts import Draft, Drafts
from app.ui.house import House
from app.ui.preferences import Preferences
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import Made, settle
from tests.ui.works.test_editor import put, record, row_of

TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from app.store import evidence_rows
from app.store.store import Store
from app.ui.house import House
from app.ui.preferences import Preferences
from app.ui.program import application
from app.ui.works.page import WorksPage

app = application()
house = House(Store.open(Path(sys.argv[1])), Preferences(Path(sys.argv[2]) / "settings.json"))
house.window.show()
house.window.show_page("works", work=int(sys.argv[3]), editor=True)
page = house.window.findChild(WorksPage)
field = next(row.field for row in page.editor.names.rows.values() if row.line.text == "Kelin")
house.window.activateWindow()
app.processEvents()
field.setFocus()
field.selectAll()
print("typing", flush=True)
while True:
    QTest.keyClicks(field, "abc ")
    QTest.qWait(40)
"""


def titles_of(drafts: Drafts, library: str) -> list[tuple[int | None, str, str]]:
    return [(draft.work, draft.field, draft.text) for draft in drafts.of(library)]


def test_drafts_are_written_while_keys_come_one_after_the_other(home: Path, qtbot: QtBot) -> None:
    drafts, started = Drafts(), time.monotonic()
    while not (home / "drafts.json").exists():
        drafts.note(Draft("a", 1, "names", "name:1", "x" * int(1 + 100 * (time.monotonic() - started))))
        qtbot.wait(20)  # a clock set back by each of these keys would never strike
        assert time.monotonic() - started < 2
    assert stat.S_IMODE((home / "drafts.json").stat().st_mode) == 0o600
    (found,) = Drafts().of("a")
    assert found.text.startswith("x")
    drafts.forget([found.place])
    drafts.write()
    assert not (home / "drafts.json").exists()


@pytest.mark.parametrize("damaged", [b"", b"{", b"[1]", b'[{"library": "a"}]', b"\xff\xfe", b'{"a": 1}'])
def test_a_damaged_file_of_drafts_holds_none(home: Path, damaged: bytes) -> None:
    (home / "drafts.json").write_bytes(damaged)
    assert Drafts().of("a") == []


def test_typing_is_a_draft_until_it_is_saved(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    field, drafts = row_of(page, "Kelin").field, page.draft_keeper.drafts
    field.setFocus()
    settle()
    QTest.keyClicks(field, " two")
    name = record(page).names[1].id
    assert titles_of(drafts, workspace.store.address) == [(made.kelin, f"name:{name}", " twoKelin")]
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.editor.texts.synopses.text.setFocus()
    settle()
    assert drafts.of(workspace.store.address) == []
    QTest.keyClicks(page.editor.texts.synopses.text, "Once")
    assert titles_of(drafts, workspace.store.address) == [(made.kelin, "synopsis:kk:short", "Once")]
    page.editor.finish.click()
    settle()
    assert drafts.of(workspace.store.address) == []


def test_what_cannot_be_saved_stays_a_draft_until_it_is_given_up(
    page: WorksPage, workspace: Workspace, made: Made, answers: list[bool]
) -> None:
    page.go(work=made.kelin, editor=True, section="facts")
    put(page.editor.facts.year, "1066")
    page.editor.facts.notes.setFocus()
    settle()
    (draft,) = page.draft_keeper.drafts.of(workspace.store.address)
    assert (draft.section, draft.text, draft.title) == ("facts", "1066", "Kelin")
    answers.append(True)
    page.editor.finish.click()
    settle()
    assert page.draft_keeper.drafts.of(workspace.store.address) == []


def test_drafts_are_put_back_unsaved_and_one_title_at_a_time(
    workspace: Workspace, made: Made, shell: FakeShell, qtbot: QtBot
) -> None:
    left = Drafts()
    address = workspace.store.address
    workspace.store.write(phrase("x"), synopses.write, made.kelin, "ru", SynopsisKind.SHORT, "Старое.")
    with workspace.store.read() as session:
        name = works.work_of(session, made.kelin).names[1].id
    left.note(Draft(address, made.kelin, "names", f"name:{name}", "The Bri"))
    left.note(Draft(address, made.kelin, "names", "synopsis:ru:short", "Новое"))
    left.note(Draft(address, None, "new", "name", "A new ti"))
    left.note(Draft(address, made.composer, "names", "name:999", "lost"))
    left.write()
    page = WorksPage(workspace, shell)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.go(drafts=True)
    settle()
    assert record(page).names[1].text == "The Bri"
    assert page.editor.texts.synopses.text.toPlainText() == "Новое"
    assert [line.text for line in workspace.read(evidence_rows.synopses, made.kelin)] == ["Старое."]
    assert shell.offered[-1] == "2 more entries were not finished"
    page.editor.texts.synopses.text.commit()
    page.restoring.restore()
    settle()
    assert page.view.new_title.name.text() == "A new ti"
    page.view.new_title.keep.click()
    page.restoring.restore()
    assert QApplication.clipboard().text() == "lost"
    settle()
    assert page.draft_keeper.drafts.of(address) == []


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_what_was_being_typed_survives_a_kill(home: Path, tmp_path: Path, empty_library: Path, qtbot: QtBot) -> None:
    library = Path(shutil.copy(empty_library, tmp_path / "library.keruen"))
    store = Store.open(library)
    work = store.write(phrase("x"), works.add, "Kelin", "en")[0]
    store.close()
    child = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(library), str(home), str(work)],
        env={**os.environ, HOME: str(home), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "typing"
    time.sleep(1.6)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    (draft,) = Drafts().of(str(library))
    assert draft.text.startswith("abc ")
    assert (draft.work, draft.title) == (work, "Kelin")
    house = House(Store.open(library), Preferences(data_folder() / "settings.json"))
    house.window.show()
    house.settle()
    house._restore()
    settle()
    page = house.window.findChild(WorksPage)
    assert isinstance(page, WorksPage)
    assert row_of(page, "Kelin").field.text() == draft.text
    house.window.close()
    house.window.deleteLater()
    qtbot.wait(10)  # a loop of its own lets what is to be deleted go
    house.workspace.store.close()
