"""Facts with their sources, co-production, identifiers, seasons and episodes in the editor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.kinds import Confidence, Level, Scheme, WorkKind
from app.operations import evidence, series, works
from app.store import evidence_rows, parts
from app.ui import dialogs
from app.ui.language import speak
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import Made, settle
from tests.ui.works.test_editor import put, record


def told(workspace: Workspace, work: int) -> evidence_rows.Evidence:
    return workspace.read(evidence_rows.evidence, work, "en")


def test_sources_of_a_fact_open_in_place_and_one_is_preferred(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.composer, editor=True, section="facts")
    facts = page.editor.facts
    facts._parts["year"].link.click()
    panel = facts.panel
    assert panel.isVisible()
    put(panel.source, "Catalogue of 2020")
    panel.value.setFocus()
    QTest.keyClicks(panel.value, "2018")
    QTest.keyClick(panel.value, Qt.Key.Key_Return)
    lines = told(workspace, made.composer).claims["year"]
    assert [(line.value, line.source, line.preferred) for line in lines] == [
        ("2019", "", True),
        ("2018", "Catalogue of 2020", False),
    ]
    assert facts._parts["year"].link.text() == "2 sources"
    panel.radios[lines[1].id].click()
    assert record(page).facts.year == 2018
    assert facts.year.text() == "2018"
    put(panel.sources[lines[0].id], "A letter")
    panel.removes[lines[1].id].click()
    assert [line.source for line in told(workspace, made.composer).claims["year"]] == ["A letter"]
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_value_that_cannot_be_is_marked_and_a_kind_is_chosen(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.composer, editor=True, section="facts")
    panel = page.editor.facts.panel
    panel.ask("year")
    panel.value.setText("long ago")
    panel.add_button.click()
    assert panel.value.property("state") == "error"
    assert told(workspace, made.composer).claims == {}
    panel.ask("kind")
    panel.value_choice.show_value("documentary")
    panel.add_button.click()
    assert [line.value for line in told(workspace, made.composer).claims["kind"]] == ["feature", "documentary"]
    speak("ru")


def test_unchecked_facts_are_confirmed_by_one_press(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True, section="facts")
    page.deeds.change(record(page), unverified="year, runtime, director", confidence=Confidence.LOW)
    facts = page.editor.facts
    assert facts._parts["year"].doubt.isVisible()
    facts.panel.ask("year")
    facts.panel.checked.click()
    assert record(page).facts.unverified == "runtime, director"
    assert not facts._parts["year"].doubt.isVisible()
    facts.all_checked.click()
    assert record(page).facts.unverified == ""
    assert not facts.all_checked.isVisible()


def test_shares_of_a_co_production_are_summed(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.composer, editor=True, section="facts")
    shares = page.editor.facts.shares
    first, second = (line.id for line in told(workspace, made.composer).countries)
    put(shares.shares[first], "70")
    assert "70" in shares.sum._words.text()
    put(shares.shares[second], "30")
    assert shares.sum._words.text() == "The shares make 100 per cent."
    shares.roles[second].picked.emit("minority")
    put(shares.shares[second], "200")
    assert page.editor.error_count() == 1
    assert [(line.role, line.share) for line in told(workspace, made.composer).countries] == [
        ("", 70),
        ("minority", 30),
    ]
    page.editor.facts.national.click()
    put(page.editor.facts.agreement, "Treaty of 2015")
    assert (record(page).facts.national_film, record(page).facts.agreement) == (True, "Treaty of 2015")


def test_a_pasted_address_becomes_a_number_and_a_wrong_one_is_warned_of(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.composer, editor=True, section="facts")
    form = page.editor.facts.numbers
    put(form.value, "https://www.imdb.com/title/tt10468394/")
    put(form.value, "10.5240/7791-8534-2C23-9030-8610-6")
    put(form.value, "A 12")
    lines = told(workspace, made.composer).identifiers
    assert [(line.scheme, line.value) for line in lines] == [
        (Scheme.EIDR, "10.5240/7791-8534-2C23-9030-8610-6"),
        (Scheme.IMDB, "tt10468394"),
        (Scheme.OWN, "A 12"),
    ]
    settle()
    assert form.rows[lines[0].id].message.isVisible()
    put(form.rows[lines[0].id].value, "10.5240/7791-8534-2C23-9030-8610-5")
    assert not form.rows[lines[0].id].message.isVisible()
    form.rows[lines[2].id].remove.click()
    assert len(told(workspace, made.composer).identifiers) == 2


def test_another_title_with_the_same_number_is_a_press_away(page: WorksPage, workspace: Workspace, made: Made) -> None:
    for work in (made.composer, made.kelin):
        workspace.store.write(phrase("x"), evidence.add_identifier, work, Scheme.WIKIDATA, "Q42")
    page.go(work=made.composer, editor=True, section="facts")
    (row,) = page.editor.facts.numbers.rows.values()
    settle()
    assert row.shared.isVisible()
    row.shared.followed.emit()
    assert record(page).id == made.kelin


def test_episodes_are_added_named_opened_and_left(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.wonder, editor=True, section="facts")
    form = page.editor.facts.series
    assert form.isVisible()
    form.count.setValue(12)
    form.episodes.click()
    lines = workspace.read(parts.parts, made.wonder, "en")
    assert len(lines) == 12
    assert form._total.text() == "12 episodes"
    put(form.names[lines[2].id], "The Bridge")
    put(form.numbers[lines[3].id], "40")
    found = workspace.read(parts.parts, made.wonder, "en")
    assert [(line.number, line.title) for line in found if line.title or line.number == 40] == [
        (3, "The Bridge"),
        (40, ""),
    ]
    put(form.names[lines[2].id], "")
    form.links[lines[2].id].click()
    settle()
    assert page.editor.title.text() == "To the Wonder, episode 3"
    assert not page.editor.after.isEnabled()
    put(page.editor.facts.runtime, "45")
    assert record(page).id == lines[2].id
    assert record(page).facts.runtime == 45
    form.up.click()
    assert record(page).id == made.wonder
    assert page.editor.facts.series._total.text() == "12 episodes, 45\N{NO-BREAK SPACE}min"


def test_a_series_deleted_with_its_episodes_is_told_with_their_number(
    page: WorksPage, workspace: Workspace, made: Made, shell: FakeShell
) -> None:
    workspace.edit(phrase("x"), series.add_parts, made.wonder, Level.EPISODE, 3)
    page.go(work=made.wonder)
    page.titles.delete()
    assert shell.toasts[-1] == "“To the Wonder” deleted, with 3 seasons and episodes"
    workspace.undo_stack.undo()
    assert len(workspace.read(parts.parts, made.wonder, "en")) == 3


def test_a_title_is_put_into_a_series_by_its_name_and_let_go_again(
    page: WorksPage, workspace: Workspace, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.edit(phrase("x"), works.change, made.kelin, kind=WorkKind.SERIES)
    page.go(work=made.composer, editor=True, section="facts")
    form = page.editor.facts.series
    asked = ["nothing of the kind", "келин"]
    monkeypatch.setattr(dialogs, "ask_text", lambda *_asked: asked.pop(0))
    refused: list[str] = []
    workspace.refused.connect(lambda said: refused.append(said.message))
    form.join.click()
    assert refused == [series.NO_SERIES]
    form.join.click()
    assert [line.id for line in workspace.read(parts.parts, made.kelin, "en")] == [made.composer]
    assert form.up.isVisible()
    form.leave.click()
    assert workspace.read(parts.parts, made.kelin, "en") == []
    assert form.join.isVisible()
