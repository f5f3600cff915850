"""The page of people: found in any script, named, posted, merged, and never deleted while credited."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.kinds import AgentKind, Role
from app.i18n import catalogue as words
from app.i18n.pseudo import Pseudo
from app.operations import agents, crediting, works
from app.store.agent_rows import AgentRecord, agent_record
from app.ui import dialogs
from app.ui.agents.page import PeoplePage
from app.ui.language import speak
from app.ui.page import Command
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell


class Made(NamedTuple):
    """Who is there."""

    work: int
    tursunov: int
    twin: int
    studio: int


def fill(session: Any) -> Made:
    work = works.add(session, "Келін", "kk-Cyrl", year=2009)
    tursunov = agents.add(session, "Ермек Тұрсынов")
    twin = agents.add(session, "Ermek Tursunov", "en")
    studio = agents.add(session, "Қазақфильм", kind=AgentKind.ORGANISATION)
    for agent, role in ((tursunov, Role.DIRECTOR), (twin, Role.WRITER)):
        crediting.add(session, work, role, agent)
    return Made(work, tursunov, twin, studio)


@pytest.fixture
def made(workspace: Workspace) -> Made:
    result, _step = workspace.store.write(phrase("Fill"), fill)
    return result


@pytest.fixture
def page(workspace: Workspace, made: Made, shell: FakeShell, qtbot: QtBot) -> Iterator[PeoplePage]:
    del made
    shown = PeoplePage(workspace, shell)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    QAbstractItemModelTester(shown.list.people, QAbstractItemModelTester.FailureReportingMode.Fatal, shown)
    yield shown
    shell.jobs.stop_all()


def read(workspace: Workspace, agent: int) -> AgentRecord:
    found = workspace.read(agent_record, agent, "en")
    assert found is not None
    return found


def put(field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.setModified(True)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_everybody_is_listed_and_keys_go_from_one_to_the_next(page: PeoplePage, made: Made) -> None:
    assert [line.name for line in page.list.people.lines] == ["Ermek Tursunov", "Ермек Тұрсынов", "Қазақфильм"]
    assert page.list.current() == made.twin
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.form.record is not None
    assert page.form.record.id == made.tursunov
    assert page.status() == "3 people and organisations"


def test_a_name_is_found_in_another_script(page: PeoplePage, made: Made, qtbot: QtBot) -> None:
    QTest.keyClicks(page.search, "qazaqfilm")
    qtbot.waitUntil(lambda: [line.id for line in page.list.people.lines] == [made.studio])
    page.go(agent=made.twin)
    assert (page.search.text(), page.list.current()) == ("", made.twin)


def test_names_and_posts_are_typed_and_corrected(page: PeoplePage, workspace: Workspace, made: Made) -> None:
    page.go(agent=made.tursunov)
    put(page.form.names.adder, "Ермек Турсунов")
    put(page.form.posts.adder, "Director")
    record = read(workspace, made.tursunov)
    assert [(name.text, name.language) for name in record.names][1:] == [("Ермек Турсунов", "ru")]
    card: Any = page.form.posts.cards[record.posts[0].id]
    put(card.starts, "01.03.2008")
    put(card.ends, "2007-01-01")
    assert card.ends.property("state") == "error"
    put(card.ends, "2012-01-01")
    card.organisation.chosen.emit(made.studio)
    [post] = read(workspace, made.tursunov).posts
    assert (post.starts, post.ends, post.linked) == (date(2008, 3, 1), date(2012, 1, 1), made.studio)
    name: Any = page.form.names.cards[record.names[1].id]
    QTest.keyClick(name, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert read(workspace, made.tursunov).names[0].text == "Ермек Турсунов"
    name.remove.click()
    assert len(read(workspace, made.tursunov).names) == 1


def test_two_records_are_merged_and_come_apart_by_undo(page: PeoplePage, workspace: Workspace, made: Made) -> None:
    page.go(agent=made.tursunov)
    assert made.tursunov not in [line.id for line in page.form._others("tursunov")]
    page.form.twin.chosen.emit(made.twin)
    assert [role.role for role in read(workspace, made.tursunov).roles] == [Role.DIRECTOR, Role.WRITER]
    assert len(page.list.people.lines) == 2
    workspace.undo_stack.undo()
    assert len(page.list.people.lines) == 3


def test_whoever_is_credited_stays_and_others_go(
    page: PeoplePage, workspace: Workspace, made: Made, shell: FakeShell
) -> None:
    refused: list[Any] = []
    workspace.refused.connect(refused.append)
    page.go(agent=made.tursunov)
    page.commands()[Command.REMOVE]()
    assert refused[0].n == 1
    page.go(agent=made.studio)
    page.form.delete_button.click()
    assert [line.id for line in page.list.people.lines] == [made.twin, made.tursunov]
    assert shell.toasts[-1] == "The record of “Қазақфильм” deleted"


def test_somebody_is_added_by_one_name(page: PeoplePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_text", lambda *_asked: "陈凯歌")
    page.commands()[Command.NEW]()
    assert page.form.record is not None
    assert (page.form.record.names[0].language, page.form.record.names[0].reading) == ("zh-Hans", "chén kǎi gē")


def test_titles_lead_to_the_catalogue(page: PeoplePage, made: Made, shell: FakeShell) -> None:
    page.go(agent=made.tursunov)
    page.form.roles.followed.emit(made.work)
    assert shell.shown[-1] == ("works", {"work": made.work, "editor": True})
    page.form.list_button.click()
    assert shell.shown[-1] == ("works", {"agent": made.tursunov})
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert shell.shown[-1] == ("works", {})


def test_no_word_of_the_page_is_left_in_english(
    page: PeoplePage, workspace: Workspace, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.edit(phrase("Post"), agents.add_post, made.tursunov, "Режиссёр", starts=date(2008, 1, 1))
    page.go(agent=made.tursunov)
    monkeypatch.setattr(words, "catalogue", Pseudo)
    speak("en")
    page.reload()
    labels = [label.text() for label in page.findChildren(SafeLabel) if label.isVisible()]
    buttons = [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    english = [text for text in (*labels, *buttons) if text.isascii() and any(map(str.isalpha, text))]
    assert english == []


@pytest.mark.parametrize("code", ["kk", "zh", "ru"])
def test_the_page_speaks_every_language(page: PeoplePage, made: Made, code: str) -> None:
    page.go(agent=made.tursunov)
    speak(code)
    page.reload()
    assert page.form.record is not None
    assert page.form.record.id == made.tursunov
