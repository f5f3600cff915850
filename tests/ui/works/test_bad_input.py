"""Whatever is typed into the forms of a title and of somebody is stored, refused with a sentence, or left alone."""

import sys
from collections.abc import Iterator
from types import TracebackType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.kinds import RightsState, Role, SpokenMode
from app.operations import agents, careers, clearances, copies, crediting, rights, versions, works
from app.store.copy_rows import copy_rows
from app.store.failures import READ_ONLY
from app.ui.agents.page import PeoplePage
from app.ui.language import speak
from app.ui.widgets.fields import Field, Note
from app.ui.widgets.section import FoldButton
from app.ui.works.agent_field import AgentField
from app.ui.works.form_parts import ReadField
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import TODAY, Made, settle, write

ABUSE = ("ы" * 10_000, "\u202eabc\u2067<img src=//x/y>", "a\0b", "9" * 30, "01.01.0001", "31.12.9999 23:59", "   ")
SECTIONS = ("names", "facts", "versions", "rights", "copies", "credits", "festivals")


@pytest.fixture(autouse=True)
def bugs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """What nobody caught: there must be nothing."""
    found: list[BaseException] = []

    def caught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        found.append(error)

    monkeypatch.setattr(sys, "excepthook", caught)
    yield found
    assert found == []


@pytest.fixture
def refusals(workspace: Workspace) -> list[str]:
    """What was refused by a toast or on the status bar."""
    found: list[str] = []
    workspace.refused.connect(lambda said: found.append(said.message))
    workspace.unsaved.connect(lambda said: found.append(said.message))
    return found


def fill(session: Any, work: int) -> int:
    """A record of every kind, two versions that are equal, and somebody credited, whose id it answers."""
    version = versions.add_version(session, work, "ru", SpokenMode.DUBBED)
    versions.add_version(session, work, "ru", SpokenMode.DUBBED)
    rights.add(session, work, RightsState.CLEARED, version_id=version)
    copy = copies.add(session, work, name="DCP A", version_id=version)
    copies.add_track(session, copy)
    copies.add_key(session, copy)
    copies.record(session, copy, day=TODAY)
    careers.add_award(session, work, "Eurasia")
    careers.add_entry(session, work, "Eurasia")
    careers.add_sale(session, work)
    careers.add_figure(session, work)
    clearances.add(session, work)
    clearances.add_rating(session, work)
    somebody = agents.add(session, "Ермек Тұрсынов")
    agents.add_post(session, somebody, "Director")
    crediting.add(session, work, Role.DIRECTOR, somebody)
    return somebody


@pytest.fixture
def somebody(workspace: Workspace, made: Made) -> int:
    found = workspace.edit(phrase("Fill"), fill, made.composer)
    assert found is not None
    return found


def fields(root: QWidget) -> list[Field | Note]:
    for _deep in range(2):
        for fold in root.findChildren(FoldButton):
            if fold.isVisible() and not fold.isChecked():
                fold.click()
        settle()
    found: list[Field | Note] = [*root.findChildren(Field), *root.findChildren(Note)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


def enter(field: Field | Note, text: str) -> None:
    if isinstance(field, Field):
        field.selectAll()
        field.insert(text)
        field.editingFinished.emit()
    else:
        field.selectAll()
        field.insertPlainText(text)
        field.commit()
    settle()


def abuse(field: Field | Note, text: str, workspace: Workspace, refusals: list[str]) -> None:
    """Enter a text: it is stored and can be taken back, or refused with a sentence, or the field is as it was."""
    before, steps, refused = field.typing, workspace.undo_stack.index(), len(refusals)
    enter(field, text)
    made = workspace.undo_stack.index() - steps
    if not isValid(field):
        return
    now = field.typing
    assert made or "\0" not in now or isinstance(field, AgentField)
    if not made and now.strip() != before.strip() and not isinstance(field, AgentField) and len(refusals) == refused:
        assert field.property("state") == "error", (field.accessibleName(), text[:20])
        assert field.accessibleDescription()
    for _step in range(made):
        workspace.undo_stack.undo()
    settle()
    if isValid(field) and made:
        assert field.typing.strip() == before.strip(), (field.accessibleName(), text[:20])
    if isValid(field) and isinstance(field, ReadField):
        field.drop()


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_of_a_title_bears_anything(
    page: WorksPage, workspace: Workspace, made: Made, refusals: list[str], section: str
) -> None:
    page.go(work=made.composer, editor=True, section=section)
    held = fields(page.editor)
    assert held
    for place, field in enumerate(held):
        if isValid(field) and field.isVisible():
            abuse(field, ABUSE[(place + len(held)) % len(ABUSE)], workspace, refusals)


@pytest.mark.usefixtures("somebody")
def test_days_at_the_ends_of_time_are_refused(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.composer, editor=True, section="copies")
    days = [one for one in fields(page.editor) if one.accessibleName() in ("Ready from", "From", "To", "Day")]
    for field in days:
        for text in ("01.01.0001", "31.12.9999", "31.12.27"):
            steps = workspace.undo_stack.index()
            enter(field, text)
            if isinstance(field, ReadField):
                assert field.property("state") == "error"
                assert workspace.undo_stack.index() == steps
                field.drop()
    (copy,) = workspace.read(copy_rows, made.composer)
    assert (copy.ready_from, copy.keys[0].valid_from, copy.keys[0].valid_until) == (None, None, None)


def test_every_field_of_somebody_bears_anything(
    workspace: Workspace, somebody: int, refusals: list[str], qtbot: QtBot
) -> None:
    shown = PeoplePage(workspace, FakeShell())
    qtbot.addWidget(shown)
    shown.resize(1360, 820)
    shown.show()
    shown.reload()
    shown.go(agent=somebody)
    settle()
    held = fields(shown.form)
    assert held
    for place, field in enumerate(held):
        if isValid(field) and field.isVisible():
            abuse(field, ABUSE[(place + len(held)) % len(ABUSE)], workspace, refusals)


def test_what_is_half_typed_outlives_a_change_of_language(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True, section="facts")
    facts = page.editor.facts
    for field in (facts.source, facts.year, facts.notes):
        field.setFocus()
        QTest.keyClicks(field, "half")
        typed = field.typing
        for tongue in ("zh", "en"):
            speak(tongue)
            settle()
            assert field.typing == typed


def test_a_title_deleted_elsewhere_is_left_with_a_sentence(
    page: WorksPage, workspace: Workspace, made: Made, refusals: list[str]
) -> None:
    page.go(work=made.kelin, editor=True, section="facts")
    source = page.editor.facts.source
    source.setFocus()
    QTest.keyClicks(source, "half")
    workspace.edit(phrase("Delete"), works.delete, made.kelin)
    settle()
    assert refusals == [works.NO_WORK]
    assert page.sight.record is None or page.sight.record.id != made.kelin


def test_a_library_that_can_only_be_read_says_so_and_keeps_the_typing(
    page: WorksPage, workspace: Workspace, made: Made, refusals: list[str]
) -> None:
    page.go(work=made.composer, editor=True, section="facts")
    source, steps = page.editor.facts.source, workspace.undo_stack.index()
    workspace.store.read_only = True
    source.setFocus()
    write(source, "A letter")
    QTest.keyClick(source, Qt.Key.Key_Return)
    assert refusals == [READ_ONLY]
    assert source.text() == "A letter"
    assert workspace.undo_stack.index() == steps


def test_a_text_that_is_too_long_for_a_field_is_cut_with_a_word(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="facts")
    settle()
    field = Field(page)
    field.show()
    field.insert("x" * 3000)
    assert len(field.text()) == 2000
    assert QToolTip.text() == "Only the first 2,000 letters fit here."
    QToolTip.hideText()
