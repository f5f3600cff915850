"""The texts and facts of a title are reached and entered with keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.store import evidence_rows, parts
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from tests.ui.works.conftest import Made, settle, write
from tests.ui.works.test_editor import record

MOST = 120


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab_to(name: str) -> QWidget:
    """Press Tab until the part with this accessible name, or these words, has the focus."""
    for _press in range(MOST):
        here = focus()
        words = here.accessibleName() or getattr(here, "text", str)()
        if words == name:
            return here
        QTest.keyClick(here, Qt.Key.Key_Tab)
        settle()
    raise AssertionError(name)


def test_a_synopsis_and_a_reading_are_entered_without_the_mouse(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.kelin, editor=True)
    settle()
    write(tab_to("Synopsis in Kazakh"), "Таудағы келін.")
    field = tab_to("English")
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(field, "Bride")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [line.text for line in workspace.read(evidence_rows.synopses, made.kelin)] == ["Таудағы келін."]
    assert record(page).names[1].reading == "Bride"


def test_a_source_a_number_and_episodes_are_entered_without_the_mouse(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.go(work=made.wonder, editor=True, section="facts")
    settle()
    QTest.keyClick(tab_to("Sources: Year"), Qt.Key.Key_Space)
    write(tab_to("Value"), "2023")
    write(tab_to("Source"), "A letter")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    write(tab_to("New number"), "Q42")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(tab_to("Add episodes"), Qt.Key.Key_Space)
    told = workspace.read(evidence_rows.evidence, made.wonder, "en")
    assert [(line.value, line.source) for line in told.claims["year"]] == [("2024", ""), ("2023", "A letter")]
    assert [line.value for line in told.identifiers] == ["Q42"]
    assert len(workspace.read(parts.parts, made.wonder, "en")) == 1


def test_the_titles_before_and_after_are_a_key_away(page: WorksPage, made: Made, qtbot) -> None:
    page.go(work=made.composer, editor=True)
    settle()
    ids = page.lines.model.ids
    here = ids.index(made.composer)
    step, key = (1, Qt.Key.Key_PageDown) if here + 1 < len(ids) else (-1, Qt.Key.Key_PageUp)
    QTest.keyClick(focus(), key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: record(page).id == ids[here + step])
