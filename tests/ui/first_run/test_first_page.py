"""The first page: language, sample, an existing library, an empty one, and what may stand in the way."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.errors import UserError
from app.i18n.active import language
from app.store import backup
from app.store.figures import figures
from app.store.lock import Lock
from app.store.store import Store, utc_now
from app.ui import dialogs, shelf
from app.ui.first_run.page import Welcome
from app.ui.preferences import Preferences
from app.ui.settings.backup_list import BackupChoice


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def page(qtbot, preferences):
    """The first page, shown, and the stores it opened."""
    page = Welcome(preferences)
    qtbot.addWidget(page)
    page.show()
    yield page
    page.close()


@pytest.fixture
def opened(page, qtbot):
    """Carries out a deed of the page; the store it opened, closed after the test."""
    stores = []
    page.chosen.connect(stores.append)

    def after(deed) -> Store:
        with qtbot.waitSignal(page.chosen, timeout=20_000):
            deed()
        return stores[-1]

    yield after
    for store in stores:
        store.close()


def test_a_language_is_spoken_at_once_and_remembered(page, preferences):
    button = next(one for one in page._languages.buttons() if one.code == "ru")
    button.click()
    assert language() == "ru"
    assert preferences.now.language == "ru"
    assert button.isChecked()
    assert "Welcome to Keruen" in page._others.text()


def test_the_sample_library_is_made_once_and_opened_again(page, opened):
    first = opened(page.sample.button.click)
    with first.read() as session:
        assert figures(session).works == 133
    assert first.path == shelf.folder() / "sample.keruen"
    first.close()
    assert [path.name for path in shelf.folder().glob("*")] == ["sample.keruen", "sample.keruen.lock"]
    again = shelf.open_sample(utc_now())
    assert again.path == first.path
    again.close()


def test_starting_empty_asks_for_a_name_only(page, opened, monkeypatch):
    asked = []
    monkeypatch.setattr(dialogs, "ask_text", lambda *a: asked.append(a[-1]) or "Festival: 2027?")
    store = opened(page.empty.button.click)
    assert asked == ["My library"]
    assert store.path == shelf.folder() / "Festival 2027.keruen"
    with store.read() as session:
        assert figures(session).works == 0


def test_a_name_that_is_taken_gets_a_number(empty_library):
    shutil.copy(empty_library, shelf.folder() / "Ours.keruen")
    assert shelf.free_path("Ours").name == "Ours 2.keruen"
    assert shelf.free_path(" ...").name == "library.keruen"
    assert len(shelf.free_path("ә" * 500).name.encode()) < 255


def test_an_existing_library_is_opened(page, opened, monkeypatch, empty_library, tmp_path):
    path = Path(shutil.copy(empty_library, tmp_path / "other.keruen"))
    monkeypatch.setattr(dialogs, "open_file", lambda *_a: path)
    assert opened(page.existing.button.click).path == path


def test_a_backup_is_opened_as_a_library_of_its_own(page, opened, monkeypatch, tmp_path):
    path = tmp_path / "ours.keruen"
    Store.create(path).close()
    kept = backup.keep(path, tmp_path / "backups", utc_now())
    before = kept.read_bytes()
    asked = []
    monkeypatch.setattr(dialogs, "open_file", lambda *a: asked.append(a[2][0].patterns) or kept)
    store = opened(page.existing.button.click)
    assert asked == [("*.keruen", "*.keruen-backup")]
    assert store.path == shelf.folder() / f"{kept.stem.split('T')[0]}.keruen"
    assert kept.read_bytes() == before
    assert [one.name for one in tmp_path.glob("*.keruen")] == ["ours.keruen"]


def test_a_spoilt_backup_leaves_no_library_behind(page, qtbot, tmp_path):
    kept = tmp_path / "ours-20261016T073015000250Z.keruen-backup"
    kept.write_bytes(b"no backup at all")
    page.open(kept)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert kept.name in page.trouble.notice._sentence.text()
    assert not list(shelf.folder().glob("*.keruen"))


def test_enter_does_what_the_focused_button_says(page, opened, qtbot):
    page.sample.button.setFocus()
    assert opened(lambda: qtbot.keyClick(page, Qt.Key.Key_Return)).path is not None


def damaged(path: Path, _good: Path) -> Path:
    path.write_bytes(b"no library at all")
    return path


def empty(path: Path, _good: Path) -> Path:
    path.touch()
    return path


def newer(path: Path, good: Path) -> Path:
    data = bytearray(good.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(data)
    return path


def missing(path: Path, _good: Path) -> Path:
    return path


def without_a_folder(path: Path, _good: Path) -> Path:
    return path.parent / "gone" / path.name


@pytest.mark.parametrize("make", [damaged, empty, newer, missing, without_a_folder], ids=lambda make: make.__name__)
def test_what_cannot_be_opened_is_told_and_stays_as_it_is(page, qtbot, make, empty_library, tmp_path):
    path = make(tmp_path / "bad.keruen", empty_library)
    before = path.read_bytes() if path.exists() else None
    page.open(path)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    said = page.trouble.notice._sentence.text()
    with pytest.raises(UserError) as refusal:
        Store.open(path)
    assert said == str(refusal.value)
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_library_open_elsewhere_can_be_tried_again(page, qtbot, opened, empty_library, tmp_path):
    path = Path(shutil.copy(empty_library, tmp_path / "held.keruen"))
    owner = Lock(path)
    owner.take()
    page.open(path)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert "is open in another window" in page.trouble.notice._sentence.text()
    owner.release()
    assert opened(page.trouble.notice._link.click).path == path
    assert not page.trouble.isVisible()


def test_a_damaged_library_gives_way_to_its_backup_and_is_kept(page, opened, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "ours.keruen"
    Store.create(path).close()
    kept = backup.keep(path, tmp_path / "backups", utc_now())
    path.write_bytes(b"no library at all")
    page.open(path)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert page.trouble.notice._link.text() == "Open a backup…"
    shown = []
    monkeypatch.setattr(dialogs, "show", lambda dialog: shown.append(dialog) or True)
    store = opened(page.trouble.notice._link.click)
    assert isinstance(shown[0], BackupChoice)
    assert shown[0].chosen().path == kept
    assert store.path == path
    assert [one.read_bytes() for one in tmp_path.glob("ours.replaced-*.keruen")] == [b"no library at all"]


def test_trouble_is_told_in_every_language(page, qtbot, tmp_path):
    path = tmp_path / "gone" / "x.keruen"
    page.open(path)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    said = set()
    for button in page._languages.buttons():
        button.click()
        said.add(page.trouble.notice._sentence.text())
    assert len(said) == 4
