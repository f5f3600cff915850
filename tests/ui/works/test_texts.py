"""Names, synopses and sorting in the editor: checked and mended by one key, pasted, written by rule, counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.domain.kinds import NameType, SynopsisKind
from app.operations import works
from app.store import evidence_rows
from app.ui import dialogs
from app.ui.language import speak
from app.ui.page import Command
from app.ui.works import tags
from app.ui.works.page import WorksPage
from app.ui.works.paste_names import PasteNames
from app.ui.workspace import Workspace
from tests.ui.works.conftest import Made, settle, write
from tests.ui.works.test_editor import put, record, row_of


def synopses(page: WorksPage, workspace: Workspace) -> list[tuple[str, str]]:
    found = workspace.read(evidence_rows.synopses, record(page).id)
    return [(line.language, line.text) for line in found]


def test_a_name_in_the_wrong_script_changes_its_language_by_one_key(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True)
    row = row_of(page, "The Composer")
    put(row.field, "Сазгер әуені")
    assert row.warned
    assert "English" in row.warning._words.text()
    assert row.warning._link.text() == "Change to Kazakh"
    row.field.setFocus()
    page.commands()[Command.REPAIR]()
    assert [name.language for name in record(page).names] == ["zh-Hans", "ru", "kk-Cyrl"]
    assert not row.warned


@pytest.mark.parametrize(
    ("typed", "mended"),
    [("《音乐人》", "音乐人"), ("ÒôÀÖ¼Ò", "音乐家"), ("“The Composer”", "The Composer")],
)
def test_a_flaw_in_the_text_is_mended_by_one_key(page: WorksPage, made: Made, typed: str, mended: str) -> None:
    page.go(work=made.composer, editor=True)
    row = row_of(page, "音乐家")
    put(row.field, typed)
    assert page.editor.names.warnings() == 1
    row.field.setFocus()
    page.commands()[Command.REPAIR]()
    assert record(page).names[0].text == mended


def test_a_long_name_is_told_in_letters(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True)
    row = row_of(page, "音乐家")
    put(row.field, "音" * 40)
    assert row.warning._words.text() == "16 letters too long for a line in print."


def test_a_name_written_by_rule_is_offered_followed_and_confirmed(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    offers = page.editor.names.offers
    assert set(offers.buttons) == {"kk-Latn", "kk-Arab"}
    offers.buttons["kk-Latn"].click()
    assert (record(page).names[-1].text, record(page).names[-1].auto) == ("Kelın", True)
    assert set(offers.buttons) == {"kk-Arab"}
    put(row_of(page, "Келін").field, "Келіндер")
    settle()
    row = row_of(page, "Kelınder")
    assert row.name_auto.isVisible()
    row.confirm.click()
    assert not record(page).names[-1].auto
    assert not row.name_auto.isVisible()
    put(row_of(page, "Келіндер").field, "Келін")
    assert record(page).names[-1].text == "Kelınder"


def test_names_are_pasted_in_one_step(page: WorksPage, workspace: Workspace, made: Made, monkeypatch) -> None:
    page.go(work=made.kelin, editor=True)
    asked: list[PasteNames] = []

    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, PasteNames)
        asked.append(dialog)
        return True

    monkeypatch.setattr(dialogs, "show", answer)
    page.editor.names.paste("ru: Невестка\n新娘\nKelin\n")
    (dialog,) = asked
    assert [box.isEnabled() for box in dialog.boxes] == [True, True, False]
    assert dialog.add_button.text() == "Add 2 names"
    assert [(name.text, name.language) for name in record(page).names[2:]] == [("Невестка", "ru"), ("新娘", "zh-Hans")]
    assert workspace.undo_stack.undoText() == "Add 2 names"
    workspace.undo_stack.undo()
    assert len(record(page).names) == 2


def test_a_pasted_name_is_given_another_language(page: WorksPage, qtbot) -> None:
    dialog = PasteNames("Невестка", [], page)
    qtbot.addWidget(dialog)
    dialog.choices[0].picked.emit("ky")
    assert dialog.chosen() == [("Невестка", "ky")]
    dialog.boxes[0].setChecked(False)
    assert not dialog.add_button.isEnabled()
    dialog.text.setPlainText("")
    assert dialog.chosen() == []
    speak("kk")


def test_any_language_is_told_by_its_tag(page: WorksPage, made: Made, monkeypatch) -> None:
    page.go(work=made.kelin, editor=True)
    told = iter(["sr-cyrl", "not a tag"])
    monkeypatch.setattr(dialogs, "ask_text", lambda *_args: next(told))
    row = row_of(page, "Kelin")
    row.language.picked.emit(tags.OTHER)
    assert record(page).names[1].language == "sr-Cyrl"
    row.language.picked.emit(tags.OTHER)
    assert record(page).names[1].language == "sr-Cyrl"


def test_a_synopsis_is_typed_counted_and_kept_on_leaving(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    form = page.editor.texts.synopses
    form.tabs.tabs["ru"].click()
    form.text.setFocus()
    settle()
    QTest.keyClicks(form.text, "abc")
    assert form.tabs.tabs["ru"]._count == "3 of 400"
    assert synopses(page, workspace) == []
    page.editor.texts.sorting.fields["en"].setFocus()
    settle()
    assert synopses(page, workspace) == [("ru", "abc")]
    put(form.source, "Archive")
    put(form.room, "2")
    assert form.tabs.tabs["ru"]._tone == "red"
    put(form.room, "0")
    assert page.editor.error_count() == 1
    page.editor.drop_unkept()
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert synopses(page, workspace) == []


def test_a_translation_begins_from_the_russian_text_and_is_not_kept_untouched(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.kelin, editor=True)
    form = page.editor.texts.synopses
    form.take_typing("ru", SynopsisKind.SHORT, "Невеста в горах.")
    form.tabs.tabs["kk"].click()
    assert form.begin.isVisible()
    form.begin.click()
    assert form.text.toPlainText() == "Невеста в горах."
    page.editor.texts.sorting.fields["en"].setFocus()
    settle()
    assert synopses(page, workspace) == [("ru", "Невеста в горах.")]
    form.begin.click()
    form.text.selectAll()
    write(form.text, "Таудағы келін.")
    form.tabs.tabs["en"].click()
    assert synopses(page, workspace) == [("ru", "Невеста в горах."), ("kk", "Таудағы келін.")]


def test_the_three_lengths_are_apart(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    form = page.editor.texts.synopses
    form.take_typing("en", SynopsisKind.SHORT, "A bride.")
    form.kinds.chosen.emit("line")
    assert (form.text.toPlainText(), form.tabs.tabs["en"]._count) == ("", "0 of 120")
    form.take_typing("en", SynopsisKind.LINE, "Bride.")
    assert synopses(page, workspace) == [("en", "A bride."), ("en", "Bride.")]
    assert form.tabs.tabs["zh"]._count == "0 of 60"


def test_kazakh_keys_write_into_the_synopsis(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    form = page.editor.texts.synopses
    form.open("kk")
    form.text.setFocus()
    assert form.keys.isVisible()
    form.keys._keys[2].click()
    form.keys._keys[0].click()
    assert form.text.toPlainText() == "Қә"


def test_a_title_is_sorted_by_what_the_field_says(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True)
    form = page.editor.texts.sorting
    assert form.fields["en"].text() == "Composer, The"
    assert not form.fields["kk"].isEnabled()
    put(form.fields["en"], "Zz")
    assert next(name.reading for name in record(page).names if name.language == "en") == "Zz"
    put(form.fields["en"], "Composer, The")
    assert next(name.reading for name in record(page).names if name.language == "en") == ""
    put(form.fields["zh"], "yīn lè jiā")
    assert (record(page).names[0].reading, record(page).names[0].reading_auto) == ("yīn lè jiā", False)


def test_two_originals_are_settled_by_the_repair_key(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.kelin, editor=True)
    with workspace.store.read() as session:
        name = works.work_of(session, made.kelin).names[1].id
    page.deeds.change_name(next(n for n in record(page).names if n.id == name), type=NameType.ORIGINAL)
    assert page.editor.warnings.isVisible()
    page.commands()[Command.REPAIR]()
    assert record(page).facts.co_production


def test_the_form_speaks_the_language_of_the_interface(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer, editor=True)
    for code in ("kk", "zh", "ru", "en"):
        speak(code)
        settle()
    assert page.editor.texts.synopses.tabs.tabs["zh"].text() == "Chinese"
    form = page.editor.texts.synopses
    form.tabs.tabs["kk"].setFocus()
    QTest.keyClick(form.tabs, Qt.Key.Key_Right)
    assert form.tabs.current() == "zh"
