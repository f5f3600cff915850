"""Credits are typed: a name in any script finds whom the library knows, or enters somebody new."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.kinds import Role, SubtitleKind, VersionStatus
from app.operations import agents
from app.store.agent_rows import CreditRecord, credit_records
from app.store.version_rows import version_entries
from app.ui.works.agent_field import AgentField
from app.ui.works.credit_forms import CreditForm
from app.ui.works.credit_list import CreditList
from app.ui.works.page import WorksPage
from app.ui.works.version_forms import VersionCard
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import Made, write


@pytest.fixture
def form(page: WorksPage, made: Made) -> CreditForm:
    page.go(work=made.kelin, editor=True, section="credits")
    return page.editor.credits


def lines(workspace: Workspace, made: Made) -> list[CreditRecord]:
    return workspace.read(credit_records, made.kelin, "en")


def add(workspace: Workspace, name: str, language: str = "") -> int:
    agent: int = workspace.store.write(phrase("Add"), agents.add, name, language)[0]
    return agent


def enter(field: AgentField, text: str, *, down: int = 0) -> None:
    """Type, wait for the list, go down in it, take the line."""
    field.setFocus()
    field.selectAll()
    write(field, text)
    field.look()
    field.popup.show()
    for _time in range(down):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_somebody_new_is_entered_and_the_next_name_can_be_typed(
    form: CreditForm, workspace: Workspace, made: Made
) -> None:
    enter(form.adder.who, "Ермек Тұрсынов")
    [line] = lines(workspace, made)
    assert (line.role, line.name) == (Role.DIRECTOR, "Ермек Тұрсынов")
    assert form.adder.who.text() == ""
    workspace.undo_stack.undo()
    assert lines(workspace, made) == []


def test_whom_the_library_knows_is_found_in_another_script(form: CreditForm, workspace: Workspace, made: Made) -> None:
    known = add(workspace, "陈凯歌")
    form.adder.role.picked.emit(Role.WRITER)
    form.adder.role.show_value(Role.WRITER)
    enter(form.adder.who, "chen kai")
    [line] = lines(workspace, made)
    assert (line.agent, line.role) == (known, Role.WRITER)


def test_a_namesake_can_be_entered_as_new(form: CreditForm, workspace: Workspace, made: Made) -> None:
    known = add(workspace, "Wang Jun", "en")
    enter(form.adder.who, "Wang Jun", down=1)
    [line] = lines(workspace, made)
    assert line.agent != known


def test_a_half_typed_name_chooses_nobody_before_the_list_is_there(
    form: CreditForm, workspace: Workspace, made: Made
) -> None:
    add(workspace, "Akan Satayev", "en")
    field = form.adder.who
    field.setFocus()
    write(field, "Aka")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lines(workspace, made) == []


def test_role_person_and_order_are_corrected_in_place(form: CreditForm, workspace: Workspace, made: Made) -> None:
    for name in ("First One", "Second One"):
        enter(form.adder.who, name)
    first, second = lines(workspace, made)
    card: Any = form.cards[second.id]
    card.role.picked.emit(Role.CAST)
    assert not card._character.isHidden()
    card.character.setFocus()
    QTest.keyClicks(card.character, "Kelin")
    QTest.keyClick(card.character, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line.id for line in lines(workspace, made)] == [second.id, first.id]
    enter(card.who, "Somebody Else")
    line = lines(workspace, made)[0]
    assert (line.role, line.character, line.name) == (Role.CAST, "Kelin", "Somebody Else")
    card.remove.click()
    assert [line.id for line in lines(workspace, made)] == [first.id]


def test_a_version_has_its_people_and_its_steps(
    page: WorksPage, workspace: Workspace, made: Made, shell: FakeShell
) -> None:
    page.go(work=made.wonder, editor=True, section="versions")
    dub = workspace.read(version_entries, made.wonder, "en")[1]
    card = page.editor.versions.cards[dub.id]
    assert isinstance(card, VersionCard)
    card.fold.setChecked(True)
    card.people.adder.role.show_value(Role.VOICE_ACTOR)
    card.people.adder.retranslate()
    card.people.adder.character.setText("Zhang Fengxia")
    enter(card.people.adder.who, "Шынар Асқарова")
    QTest.keyClick(card.status, Qt.Key.Key_Left)
    card.subtitles.offer_languages()["Russian"].trigger()
    button = card.subtitles.buttons[0]
    card.subtitles.offer_kinds(button, button.menu())["Burnt-in"].trigger()
    dub = workspace.read(version_entries, made.wonder, "en")[1]
    assert (dub.status, dub.subtitles) == (VersionStatus.CHECKED, (("ru", SubtitleKind.BURNT_IN),))
    [voice] = dub.credits
    assert (voice.role, voice.name, voice.character) == (Role.VOICE_ACTOR, "Шынар Асқарова", "Zhang Fengxia")
    page.editor.versions.opened.emit(voice.agent)
    assert shell.shown[-1] == ("agents", {"agent": voice.agent})


def test_the_inspector_tells_credits_on_both_levels(form: CreditForm, page: WorksPage, made: Made) -> None:
    enter(form.adder.who, "Ермек Тұрсынов")
    page.editing.close()
    page.go(work=made.kelin, section="credits")
    assert isinstance(page.view.inspector.credits, CreditList)
    assert page.view.inspector.tabs.current() == "credits"
