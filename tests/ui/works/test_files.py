"""Posters, stills and documents come by choosing, dropping and pasting, and are moved about by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from app.store.attachment_rows import FileLine, files_of
from app.ui import dialogs, incoming
from app.ui.gallery import gallery
from app.ui.works.files_form import FilesForm
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from tests import pictures
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import Made, settle

UPRIGHT, WIDE = pictures.png(20, 30), pictures.png(60, 30, (200, 30, 30))


@pytest.fixture
def form(page: WorksPage, workspace: Workspace, made: Made) -> FilesForm:
    gallery().serve(workspace)
    page.go(work=made.kelin, editor=True, section="files")
    return page.editor.files


@pytest.fixture
def on_disk(tmp_path: Path) -> list[Path]:
    held = {"poster.png": UPRIGHT, "still.png": WIDE, "contract.pdf": b"%PDF-1.7 x"}
    for name, data in held.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in held]


def files(workspace: Workspace, made: Made) -> list[FileLine]:
    return workspace.read(files_of, made.kelin)


def names(workspace: Workspace, made: Made) -> list[str]:
    return [file.name for file in files(workspace, made)]


def key(form: FilesForm, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    form.wall.setFocus()
    QTest.keyClick(form.wall, code, modifier)


Choose = Callable[[list[Path]], None]


@pytest.fixture
def choose(form: FilesForm, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Chooses files by the button."""

    def chosen(paths: list[Path]) -> None:
        monkeypatch.setattr(dialogs, "open_files", lambda *_asked: paths)
        form.add_button.click()

    return chosen


def test_chosen_files_are_attached_in_one_step(
    form: FilesForm, on_disk: list[Path], workspace: Workspace, made: Made, choose: Choose
) -> None:
    choose(on_disk)
    assert names(workspace, made) == ["poster.png", "still.png", "contract.pdf"]
    assert form.wall.current() == files(workspace, made)[0]
    workspace.undo_stack.undo()
    assert names(workspace, made) == []
    assert form.wall.isHidden()
    workspace.undo_stack.redo()
    assert form.count() == 3


def test_keys_move_order_and_remove(
    form: FilesForm, on_disk: list[Path], workspace: Workspace, made: Made, choose: Choose
) -> None:
    choose(on_disk)
    key(form, Qt.Key.Key_Right)
    assert form.details.file is not None
    assert form.details.file.name == "still.png"
    key(form, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names(workspace, made) == ["still.png", "poster.png", "contract.pdf"]
    assert form.wall.current() == files(workspace, made)[0]
    key(form, Qt.Key.Key_Delete)
    assert names(workspace, made) == ["poster.png", "contract.pdf"]
    workspace.undo_stack.undo()
    assert names(workspace, made) == ["still.png", "poster.png", "contract.pdf"]


def test_caption_credit_and_main_poster(
    form: FilesForm, on_disk: list[Path], workspace: Workspace, made: Made, choose: Choose
) -> None:
    choose(on_disk[:2])
    form.wall.choose(files(workspace, made)[1].id)
    details = form.details
    for field, text in ((details.caption, "On the set"), (details.credit, "Qazaqfilm")):
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    details.main.click()
    first = files(workspace, made)[0]
    assert (first.name, first.caption, first.credit, first.main) == ("still.png", "On the set", "Qazaqfilm", True)
    assert details.main.isHidden()


def test_a_picture_is_pasted_by_keys_and_text_is_not(form: FilesForm, workspace: Workspace, made: Made) -> None:
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    form.setFocus()
    QTest.keyClick(form, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(workspace, made) == [incoming.PASTED]
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    key(form, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(workspace, made) == [incoming.PASTED, incoming.PASTED]
    QGuiApplication.clipboard().setText("not a picture")
    assert not form.paste()


def test_dropped_files_come_and_addresses_do_not(
    form: FilesForm, on_disk: list[Path], workspace: Workspace, made: Made
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/poster.png"), *(QUrl.fromLocalFile(str(path)) for path in on_disk)])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    form.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, Qt.KeyboardModifier.NoModifier))
    assert names(workspace, made) == ["poster.png", "still.png", "contract.pdf"]


def test_what_cannot_be_attached_is_told_and_the_rest_comes(
    on_disk: list[Path], workspace: Workspace, made: Made, shell: FakeShell, choose: Choose
) -> None:
    bomb = on_disk[0].with_name("bomb.png")
    bomb.write_bytes(pictures.png_bomb())
    choose([bomb, on_disk[0], on_disk[0].parent, on_disk[0].with_name("gone.png")])
    assert names(workspace, made) == ["poster.png"]
    assert shell.toasts[-1] == incoming.NOT_A_FILE


def test_a_copy_is_opened_only_when_asked_and_under_the_name_of_what_it_is(
    form: FilesForm, tmp_path: Path, choose: Choose, monkeypatch: pytest.MonkeyPatch
) -> None:
    trick = tmp_path / "invoice.pdf.exe"
    trick.write_bytes(UPRIGHT)
    choose([trick])
    opened: list[str] = []
    monkeypatch.setattr(incoming.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    settle()
    assert opened == []
    key(form, Qt.Key.Key_Return)
    [path] = opened
    assert Path(path).name == "invoice.pdf.exe.png"
    assert Path(path).read_bytes() == UPRIGHT
    saved = tmp_path / "copy.png"
    monkeypatch.setattr(dialogs, "save_file", lambda *_asked: saved)
    form.details.save.click()
    assert saved.read_bytes() == UPRIGHT
    assert form.wall.shown_files.files[0].name == "invoice.pdf.exe"


@pytest.mark.parametrize(
    ("name", "media_type", "kept"),
    [
        ("a.JPEG", "image/jpeg", "a.JPEG"),
        ("a.png", "image/jpeg", "a.jpg"),
        ("subtitles.srt", "text/plain", "subtitles.srt"),
        ("script.sh", "text/plain", "script.sh.txt"),
    ],
)
def test_the_ending_of_a_copy_is_that_of_its_content(name: str, media_type: str, kept: str) -> None:
    assert incoming.proposed_name(name, media_type) == kept
