"""The editor of a title: every field saved at once, what cannot be kept stays marked, repairs, order of names."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from app.domain.kinds import CopyFormat, NameType, RightsState, SpokenMode, VersionStatus
from app.i18n import catalogue as words
from app.i18n.pseudo import Pseudo
from app.operations import works
from app.ui.language import speak
from app.ui.page import Command
from app.ui.theme import theme
from app.ui.widgets.safe import SafeLabel
from app.ui.works.editor_preview import FormChip
from app.ui.works.name_row import NameRow
from app.ui.works.page import WorksPage
from app.ui.works.record_form import RecordCard
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.works.conftest import Made, settle, write


def record(page: WorksPage):
    assert page.sight.record is not None
    return page.sight.record


def row_of(page: WorksPage, text: str) -> NameRow:
    return next(row for row in page.editor.names.rows.values() if row.line is not None and row.line.text == text)


def part(card: RecordCard, name: str) -> Any:
    """The widget of one column."""
    return card.entry(name).part


def put(field: QLineEdit, text: str) -> None:
    """Type a text in the place of what is there, and press Enter."""
    field.setFocus()
    field.selectAll()
    if text:
        write(field, text)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_corrected_name_is_saved_at_once_and_taken_back_by_undo(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.kelin, editor=True)
    put(row_of(page, "Kelin").field, "The Bride")
    assert page.editor.title.text() == "The Bride"
    assert workspace.undo_stack.undoText() == "Change the name “Kelin”"
    workspace.undo_stack.undo()
    assert page.editor.title.text() == "Kelin"
    assert row_of(page, "Kelin").field.text() == "Kelin"


def test_letters_of_two_scripts_stay_marked_and_one_key_repairs_them(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True)
    row = row_of(page, "Композитор")
    put(row.field, "Koмпозитор")
    assert [name.text for name in record(page).names] == ["音乐家", "Композитор", "The Composer"]
    assert row.field.text() == "Koмпозитор"
    assert row.field.property("state") == "error"
    assert row.field._spans == ((0, 1), (1, 2))
    assert row.message.isVisible()
    assert page.editor.errors.isVisible()
    assert page.status() == "3 names, 1 error"
    put(row.field, "Koмпозиторлар")
    page.commands()[Command.REPAIR]()
    assert row.field.text() == "Композиторлар"
    assert "Композиторлар" in [name.text for name in record(page).names]
    assert page.editor.error_count() == 0


def test_an_empty_name_is_not_taken_and_leaving_asks(page: WorksPage, made: Made, answers: list[bool]) -> None:
    page.go(work=made.kelin, editor=True)
    put(row_of(page, "Kelin").field, "")
    assert page.editor.unkept() == 1
    answers.append(False)
    page.editor.finish.click()
    assert page.editing.on
    answers.append(True)
    page.editor.finish.click()
    assert not page.editing.on
    page.go(work=made.kelin, editor=True)
    assert row_of(page, "Kelin").field.text() == "Kelin"


def test_two_originals_want_a_co_production(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    row = row_of(page, "Kelin")
    row.role.picked.emit(NameType.ORIGINAL.value)
    assert row.warned
    assert page.editor.warnings.isVisible()
    row.warning.followed.emit()
    assert record(page).facts.co_production
    assert not row.warned
    workspace.undo_stack.undo()
    assert row.warned


def test_a_name_added_for_a_language_is_in_that_language(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin)
    settle()
    page.view.inspector.overview.named.emit("ru")
    field = page.editor.names.new_name
    assert field.isVisible()
    put(field, "Келин")
    assert [(name.text, name.language) for name in record(page).names][-1] == ("Келин", "ru")
    assert not field.isVisible()


def test_a_wrong_new_name_is_repaired_before_it_is_added(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    page.editor.names.begin_adding()
    put(page.editor.names.new_name, "Kелін келді")
    assert len(record(page).names) == 2
    page.commands()[Command.REPAIR]()
    QTest.keyClick(page.editor.names.new_name, Qt.Key.Key_Return)
    assert record(page).names[-1].text == "Келін келді"


def test_names_move_by_keys_and_are_preferred_and_removed(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.wonder, editor=True)
    row = row_of(page, "To the Wonder")
    QTest.keyClick(row.field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [name.text for name in record(page).names][2] == "To the Wonder"
    page.editor.names.begin_adding()
    put(page.editor.names.new_name, "My Altay")
    row_of(page, "My Altay").star.click()
    assert page.editor.title.text() == "My Altay"
    row_of(page, "My Altay").remove.click()
    assert page.editor.title.text() == "To the Wonder"
    workspace.undo_stack.undo()
    assert page.editor.title.text() == "My Altay"


def test_pinyin_is_automatic_until_it_is_corrected(page: WorksPage, made: Made) -> None:
    page.go(work=made.wonder, editor=True)
    row = row_of(page, "我的阿勒泰")
    assert row.reading.isVisible()
    assert row.auto.isVisible()
    put(row.reading, "wǒ de ālètài")
    assert record(page).names[0].reading == "wǒ de ālètài"
    assert not row.auto.isVisible()


def test_kazakh_keys_write_into_the_kazakh_field(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    row = row_of(page, "Келін")
    row.field.setFocus()
    settle()
    assert row.keys.isVisible()
    row.field.end(False)  # noqa: FBT003 - Qt's own
    row.keys._keys[2].click()
    assert row.field.text() == "Келінқ"
    row_of(page, "Kelin").field.setFocus()
    settle()
    assert not row.keys.isVisible()


def test_facts_are_read_and_what_cannot_be_stays_with_its_sentence(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="facts")
    facts = page.editor.facts
    put(facts.year, "1066")
    assert record(page).facts.year == 2009
    assert facts.year.property("state") == "error"
    assert page.editor.error_count() == 1
    put(facts.year, "2010")
    assert record(page).facts.year == 2010
    assert page.editor.error_count() == 0
    put(facts.runtime, "")
    assert record(page).facts.runtime is None
    facts.countries.picked.emit(["KZ", "FR"])
    assert record(page).countries == ("KZ", "FR")
    assert record(page).facts.co_production
    facts.age.picked.emit("16+")
    facts.notes.setPlainText("Two reels")
    facts.notes.commit()
    assert (record(page).facts.age_mark, record(page).facts.notes) == ("16+", "Two reels")


def test_versions_are_added_changed_and_removed(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="versions")
    form = page.editor.versions
    form.add()
    form.add()
    assert [(v.language, v.mode) for v in record(page).versions] == [
        ("kk", SpokenMode.ORIGINAL),
        ("ru", SpokenMode.DUBBED),
    ]
    card = form.cards[record(page).versions[1].id]
    card.subtitles.offer_languages()["English"].trigger()
    QTest.keyClick(card.status, Qt.Key.Key_Right)
    put(card.runtime, "87")
    version = record(page).versions[1]
    assert (version.subtitles, version.status, version.runtime) == (("en",), VersionStatus.IN_TRANSLATION, 87)
    card.remove.click()
    assert len(record(page).versions) == 1
    workspace.undo_stack.undo()
    assert record(page).versions[1].subtitles == ("en",)


def test_rights_end_after_they_begin(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="rights")
    form = page.editor.rights.licences
    form.add()
    card = form.card(record(page).rights[0].id)
    put(part(card, "starts"), "01.02.2027")
    put(part(card, "ends"), "2027-01-01")
    assert part(card, "ends").property("state") == "error"
    assert record(page).rights[0].ends is None
    put(part(card, "ends"), "31/12/2027")
    part(card, "state").picked.emit(RightsState.CLEARED)
    put(part(card, "max_showings"), "3")
    put(part(card, "holder"), "Qazaqfilm")
    line = record(page).rights[0]
    assert (str(line.starts), str(line.ends), line.max_showings) == ("2027-02-01", "2027-12-31", 3)
    assert (line.state, line.holder) == (RightsState.CLEARED, "Qazaqfilm")


def test_copies_are_named_and_know_when_they_come(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="copies")
    form = page.editor.copies.copies
    form.add()
    card = form.card(record(page).copies[0].id)
    assert part(card, "name").text() == "DCP A"
    put(part(card, "name"), "")
    assert record(page).copies[0].name == "DCP A"
    put(part(card, "name"), "Blu-ray")
    part(card, "format").picked.emit(CopyFormat.BLURAY)
    put(part(card, "ready_from"), "01.02.2027")
    copy = record(page).copies[0]
    assert (copy.name, copy.format) == ("Blu-ray", CopyFormat.BLURAY)
    assert copy.ready_from is not None
    assert copy.ready_from.isoformat() == "2027-02-01T04:00:00+00:00"
    card.remove.click()
    assert record(page).copies == ()


def test_page_keys_go_from_title_to_title(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True)
    assert not page.editor.before.isEnabled()
    QTest.keyClick(page.editor.names.rows[record(page).names[0].id].field, Qt.Key.Key_PageDown)
    assert record(page).id == made.kelin
    assert page.view.list.current_work() == made.kelin
    page.editor.after.click()
    assert not page.editor.after.isEnabled()


def test_a_change_from_elsewhere_leaves_half_typed_words_alone(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.kelin, editor=True)
    field = row_of(page, "Kelin").field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "The Br")
    workspace.edit(phrase("Year"), works.change, made.kelin, year=2011)
    assert field.text() == "The Br"
    assert record(page).facts.year == 2011


def test_the_language_changes_under_half_typed_words(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    row = row_of(page, "Kelin")
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, "The Br")
    speak("kk")
    assert row.field.text() == "The Br"
    assert page.editor.title.text() == "Келін"
    assert page.editing.on
    assert row.language.currentText() == "Ағылшынша"


def test_the_preview_shows_each_language_and_what_finds_the_title(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True)
    said = [label.text() for label in page.editor.preview.findChildren(SafeLabel) if not label.isHidden()]
    assert "Композитор" in said
    assert "shows the name in Russian" in said
    assert {"yinyuejia", "yyj", "kompozitor", "the composer"} <= set(said)


def test_a_deleted_title_closes_its_editor(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    workspace.edit(phrase("Delete"), works.delete, made.kelin)
    assert not page.editing.on
    assert page.view.isVisible()


@pytest.mark.parametrize(
    "section", ["names", "facts", "versions", "rights", "copies", "credits", "files", "screenings"]
)
def test_no_word_of_the_editor_is_left_in_english(page: WorksPage, made: Made, section: str, monkeypatch) -> None:
    page.go(work=made.wonder, editor=True, section=section)
    data = {name.text for name in record(page).names} | {"Film week", "wǒ de ā lè tài"}
    monkeypatch.setattr(words, "catalogue", Pseudo)
    speak("en")
    settle()
    assert left_over(page.editor, data) == []


@pytest.mark.parametrize(
    "tab", ["overview", "names", "versions", "rights", "copies", "credits", "screenings", "history"]
)
def test_no_word_of_the_list_is_left_in_english(page: WorksPage, made: Made, tab: str, monkeypatch) -> None:
    page.go(work=made.wonder, section=tab)
    names = {name.text for name in record(page).names}
    data = names | {"Film week", "Fill", "wǒ de ā lè tài", page.workspace.store.author}
    monkeypatch.setattr(words, "catalogue", Pseudo)
    speak("en")
    settle()
    assert left_over(page.view, data) == []
    line = page.lines.model.line(made.wonder)
    assert line is not None
    assert [text for text in (line.kind, line.status, line.until, line.rights) if not text.startswith("⟦")] == []


def left_over(parent, data: set[str]) -> list[str]:
    """Visible words that were neither translated nor are names, numbers, days, countries or languages."""
    cldr = {"China", "Kazakhstan", "Pinyin", "Kazakh", "Chinese", "Russian", "English", "just now"}
    plain = {"Eng", "ENG", "KK", "ZH", "RU", "EN"} | cldr
    labels = [label for label in parent.findChildren(SafeLabel) if not isinstance(label.parent(), FormChip)]
    said = [label.text() for label in labels if label.isVisible()]
    said += [button.text() for button in parent.findChildren(QAbstractButton) if button.isVisible()]
    english = [text for text in said if text.isascii() and any(letter.isalpha() for letter in text)]
    return [text for text in english if text not in data | plain]


def test_what_is_wrong_with_a_new_name_is_said_in_the_new_language(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    names = page.editor.names
    names.begin_adding()
    write(names.new_name, "Koмпозитор")
    speak("kk")
    assert "Latin" not in names.message.findChildren(SafeLabel)[0].text()
    assert names.new_name.text() == "Koмпозитор"


def test_a_name_has_room_before_the_preview_has(page: WorksPage, made: Made) -> None:
    page.go(work=made.wonder, editor=True)
    editor = page.editor
    for wide, previewed in ((1200, False), (1286, True), (1360, True)):
        page.window().resize(page.window().width() + wide - editor.width(), 700)
        QApplication.processEvents()
        row = next(iter(editor.names.rows.values()))
        assert row.field.width() >= theme().px(190)
        assert editor.preview.isVisibleTo(editor) is previewed
