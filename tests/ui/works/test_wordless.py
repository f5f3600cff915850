"""A name of figures is in no language, which is not the same as a film in which nobody speaks."""

import pytest

from app.operations import works
from app.ui.language import speak
from app.ui.widgets.safe import SafeLabel
from app.ui.works.page import WorksPage
from app.ui.works.row_columns import columns
from app.ui.works.tags import language_choices, naming_choices
from app.ui.workspace import Workspace
from app.words import phrase


def test_a_name_in_no_language_is_not_called_silent(page: WorksPage, workspace: Workspace) -> None:
    work = workspace.edit(phrase("Add"), works.add, "5:32", "zxx")
    page.go(work=work)
    page.inspect()
    said = [label.text() for label in page.view.inspector.findChildren(SafeLabel)]
    assert "5:32" in said
    assert "no dialogue" not in said
    page.go(work=work, editor=True)
    row = next(iter(page.editor.names.rows.values()))
    assert row.language.currentText() == "Any language"


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
def test_only_versions_can_be_without_dialogue(language: str) -> None:
    speak(language)
    assert dict(naming_choices())["zxx"] != dict(language_choices())["zxx"]


def test_kinds_have_more_room_in_a_wider_line() -> None:
    assert columns(560).others["country"][1] == 116
    assert columns(725).others["country"][1] == 140


def test_chinese_tells_spoken_languages_from_written_ones() -> None:
    speak("zh")
    assert dict(language_choices())["kk"] == "哈萨克语"
    assert dict(naming_choices())["kk"] == "哈萨克文"
