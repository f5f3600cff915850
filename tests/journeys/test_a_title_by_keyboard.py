"""A title entered from nothing with keys alone, in each language of the interface; taken back, and done again."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.kinds import (
    LANGUAGES,
    CopyFormat,
    RightsState,
    Role,
    SpokenMode,
    TrackKind,
    VersionStatus,
    WorkKind,
)
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.i18n.labels_of_records import track_kind
from app.store.attachment_rows import files_of
from app.store.copy_rows import copy_rows
from app.store.evidence_rows import synopses
from app.store.figures import figures
from app.store.rights_rows import rights_rows
from app.store.version_rows import version_entries
from app.store.work_records import record
from app.ui import dialogs
from app.ui.gallery import gallery
from app.ui.main_window import MainWindow
from app.ui.thumbnails import Frame
from app.ui.works.tags import language_word, spoken_word
from tests.journeys.hands import (
    CTRL,
    choose,
    fill,
    focus,
    pick_from_menu,
    press,
    push,
    question,
    said,
    settle,
    tab_to,
    when_asked,
    write,
)
from tests.journeys.starting import settled, started

NAMES = ("Қыз Жібек туралы ән", "吉别克姑娘之歌", "Песнь о Кыз Жибек", "The Song of Kyz Zhibek")
SYNOPSIS = "Ақ Жайықтың бойында екі жас бір-бірін сүйеді; ел арасындағы өшпенділік оларды айырады."


@pytest.fixture(params=LANGUAGES)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with a new, empty library, made on the first page."""
    with started(qtbot, request.param) as program:
        program.begin()
        assert program.welcome is not None
        program.welcome.activateWindow()
        when_asked(question, lambda: press(Qt.Key.Key_Return))
        settle()
        push(_("Create library"))
        shown = settled(program, qtbot)
        shown.activateWindow()
        yield shown


@pytest.fixture
def poster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture that the question for files answers with."""
    path = tmp_path / "Постер — 海报.png"
    picture = QImage(600, 900, QImage.Format.Format_RGB32)
    picture.fill(0x3388AA)
    assert picture.save(str(path))
    monkeypatch.setattr(dialogs, "open_files", lambda *_a: [path])
    return path


def section(word: str) -> None:
    """Go to the sections with F6 and down to the one that is wanted."""
    for _round in range(12):
        if type(focus()).__name__ == "SectionButton":
            break
        press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Home)
    for _step in range(12):
        if said(focus()).startswith(pgettext("tab", word)):
            return
        press(Qt.Key.Key_Down)
    pytest.fail(f"{word!r} is not reached; the focus is on {said(focus())!r}")


def begin_title() -> None:
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_N, CTRL)
    write(NAMES[0])
    tab_to(_("Kind"))
    choose(_("Kind"), labels.work_kind(tr(), WorkKind.FEATURE))
    press(Qt.Key.Key_Return)
    assert said(focus()) == _("Name in {language}", language=language_word("kk"))


def enter_names() -> None:
    for name in NAMES[1:]:
        push(_("Add a name"))
        write(name)
        press(Qt.Key.Key_Return)
        assert getattr(focus(), "text", str)() == name
    tab_to(_("Synopsis in {language}", language=language_word("kk")))
    write(SYNOPSIS)
    press(Qt.Key.Key_Tab)


def enter_facts() -> None:
    section("Facts")
    fill(_("Year"), "1970")
    fill(_("Runtime, min"), "139")
    tab_to(_("Add a country"))
    write(formats.country(language(), "KZ"))
    press(Qt.Key.Key_Return)


def enter_versions() -> None:
    section("Versions")
    push(_("Add a version"))
    choose(_("Language"), spoken_word("ru"))
    push(_("Add a version"))
    assert getattr(focus(), "currentText", str)() == spoken_word("kk"), focus()
    pick_from_menu(_("Add subtitles"), spoken_word("ru"))
    assert said(focus()) == _("Add subtitles")


def enter_rights() -> None:
    section("Rights")
    push(_("Add rights"))
    choose(_("State"), labels.rights_state(tr(), RightsState.CLEARED))
    fill(_("From"), "2026-01-15")
    fill(_("To"), "2028-12-31")
    fill(_("Rights holder"), "Қазақфильм")
    push(_("Details"))
    fill(_("Fee"), "250000")
    choose(_("Currency"), "KZT")


def enter_copy() -> None:
    section("Copies")
    push(_("Add a copy"))
    choose(_("Format"), labels.copy_format(tr(), CopyFormat.DCP))
    push(_("Tracks"))
    push(_("Add a track"))
    choose(_("Track"), track_kind(tr(), TrackKind.SUBTITLE))
    choose(_("Language"), spoken_word("ru"))
    push(pgettext("copy", "Keys"))
    push(_("Add a key"))
    fill(_("Server"), "Doremi 4K")
    press(Qt.Key.Key_Return)


def enter_director_and_poster() -> None:
    section("Credits")
    choose(_("Role of the next credit"), labels.role(tr(), Role.DIRECTOR))
    fill(_("Name of the next credit"), "Сұлтан-Ахмет Қожықов")
    press(Qt.Key.Key_Return)
    section("Files")
    push(_("Add files…"))


def everything(window: MainWindow, work: int) -> dict[str, Any]:
    """All that was entered, as the forms read it."""
    read: Callable[..., Any] = window.workspace.read
    return {
        "record": read(record, work, "en", date(2027, 1, 1)),
        "versions": read(version_entries, work, "en"),
        "rights": read(rights_rows, work),
        "copies": read(copy_rows, work),
        "synopses": read(synopses, work),
        "files": read(files_of, work),
    }


def check(window: MainWindow, work: int) -> dict[str, Any]:
    """Whether all of it is there."""
    found = everything(window, work)
    facts, versions, (rights,), (copy,) = found["record"], found["versions"], found["rights"], found["copies"]
    assert tuple(name.text for name in facts.names) == NAMES
    assert (facts.facts.year, facts.facts.runtime, facts.countries) == (1970, 139, ("KZ",))
    assert [(one.language, one.mode) for one in versions] == [("ru", SpokenMode.ORIGINAL), ("kk", SpokenMode.DUBBED)]
    assert [tag for tag, _kind in versions[1].subtitles] == ["ru"]
    assert versions[1].status is VersionStatus.PLANNED
    assert (rights.starts, rights.ends, rights.holder) == (date(2026, 1, 15), date(2028, 12, 31), "Қазақфильм")
    assert (rights.state, rights.fee, rights.currency) == (RightsState.CLEARED, 25_000_000, "KZT")
    assert [(track.kind, track.language) for track in copy.tracks] == [(TrackKind.SUBTITLE, "ru")]
    assert [key.server for key in copy.keys] == ["Doremi 4K"]
    assert [(credit.role, credit.name) for credit in facts.credits] == [(Role.DIRECTOR, "Сұлтан-Ахмет Қожықов")]
    assert [line.text for line in found["synopses"]] == [SYNOPSIS]
    assert len(found["files"]) == 1
    return found


@pytest.mark.usefixtures("poster")
def test_a_title_is_entered_from_nothing_taken_back_and_done_again(window: MainWindow, qtbot: QtBot) -> None:
    begin_title()
    for enter in (enter_names, enter_facts, enter_versions, enter_rights, enter_copy, enter_director_and_poster):
        enter()
    page: Any = window.current_page()
    work = page.sight.record.id
    qtbot.waitUntil(lambda: len(window.workspace.read(files_of, work)) == 1, timeout=20_000)
    press(Qt.Key.Key_Escape)
    assert said(focus()) == _("Titles")
    shown = gallery().poster
    qtbot.waitUntil(lambda: shown(work, Frame(40, 60, cropped=True)) is not None, timeout=10_000)  # the list shows it
    before = check(window, work)
    steps = 0
    while window.workspace.undo_stack.canUndo():
        press(Qt.Key.Key_Z, CTRL)
        steps += 1
        assert steps < 60
    assert steps > 20
    assert window.workspace.read(figures).works == 0
    while window.workspace.undo_stack.canRedo():
        press(Qt.Key.Key_Y, CTRL)
    assert check(window, work) == before
    assert said(focus()) == _("Titles")
