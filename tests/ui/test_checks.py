"""The page of the data check: findings by check, repaired and left by keys; doubles compared and merged."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.found import Code
from app.domain.merging import Side
from app.operations import data_repairs, works
from app.store.works import Name, Work
from app.ui import dialogs
from app.ui.checks.choosing import ChooseChecks
from app.ui.checks.page import ChecksPage
from app.ui.page import Command
from app.ui.workspace import Workspace
from app.words import phrase
from tests.store.rows import records
from tests.ui.shells import FakeShell


def fill(session) -> tuple[int, int]:
    """Two records of one film, one of them with a Latin letter in its name."""
    one = works.add(session, "Шал", "kk-Cyrl", year=2012, countries=["KZ"], runtime=102)
    works.add_name(session, one, "Cтарик", "ru")
    other = works.add(session, "Шал", "kk-Cyrl", year=2013, countries=["KZ"], runtime=100)
    return one, other


@pytest.fixture
def two(workspace: Workspace) -> tuple[int, int]:
    return workspace.store.write(phrase("Fill"), fill)[0]


@pytest.fixture
def page(workspace: Workspace, two: tuple[int, int], shell: FakeShell, qtbot: QtBot) -> Iterator[ChecksPage]:
    del two
    shown = ChecksPage(workspace, shell)
    qtbot.addWidget(shown)
    shown.resize(1280, 760)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.hide()


def groups(page: ChecksPage) -> dict[Code, int]:
    return dict(page.findings.groups.lines.values)


def test_findings_stand_by_check_the_gravest_first(page: ChecksPage) -> None:
    assert list(groups(page))[:2] == [Code.MIXED_LETTERS, Code.NO_AGE_MARK]
    assert page.findings.code() is Code.MIXED_LETTERS
    line = page.findings.rows.lines.line(0)
    assert (line.first, line.second) == ("Шал", "“Cтарик” should be “Старик”")


def test_a_name_is_repaired_by_alt_enter_and_the_counts_follow(page: ChecksPage, workspace: Workspace) -> None:
    before = records(workspace.store)
    page.findings.rows.choose(0)
    page.commands()[Command.REPAIR]()
    with workspace.store.read() as session:
        assert "Старик" in session.scalars(select(Name.text)).all()
    assert Code.MIXED_LETTERS not in groups(page)
    workspace.undo_stack.undo()
    assert records(workspace.store) == before
    assert groups(page)[Code.MIXED_LETTERS] == 1


def test_enter_leads_to_the_field_in_the_editor(
    page: ChecksPage, shell: FakeShell, two: tuple[int, int], qtbot: QtBot
) -> None:
    page.findings.look_at(Code.NO_AGE_MARK)
    page.findings.rows.choose(0)
    qtbot.keyClick(page.findings.rows, Qt.Key.Key_Return)
    assert shell.shown[-1] == ("works", {"work": two[0], "editor": True, "section": "facts"})


def test_all_of_a_kind_are_left_as_they_are_in_one_step(page: ChecksPage, workspace: Workspace) -> None:
    page.findings.look_at(Code.NO_POSTER)
    page.findings.rows.selectAll()
    page.findings.leave.click()
    assert Code.NO_POSTER not in groups(page)
    assert workspace.undo_stack.count() == 1
    workspace.undo_stack.undo()
    assert groups(page)[Code.NO_POSTER] == 2


def test_only_grave_findings_can_be_shown(page: ChecksPage) -> None:
    page.severities.segment("error").click()
    assert set(groups(page)) == {Code.MIXED_LETTERS, Code.NO_AGE_MARK}


def test_a_check_that_is_left_out_finds_nothing(page: ChecksPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def untick(dialog: ChooseChecks) -> bool:
        dialog.boxes[Code.NO_AGE_MARK].setChecked(False)
        return True

    monkeypatch.setattr(dialogs, "show", untick)
    page.choose.click()
    assert Code.NO_AGE_MARK not in groups(page)


def test_a_new_title_and_a_corrected_one_are_checked_at_once(
    page: ChecksPage, workspace: Workspace, two: tuple[int, int]
) -> None:
    workspace.edit(phrase("Change"), works.change, two[0], age_mark="12+")
    assert groups(page)[Code.NO_AGE_MARK] == 1
    workspace.edit(phrase("Add"), works.add, "Томирис", "kk-Cyrl")
    assert groups(page)[Code.NO_AGE_MARK] == 2


def test_a_library_in_order_says_so(page: ChecksPage, workspace: Workspace, two: tuple[int, int]) -> None:
    workspace.edit(phrase("Delete"), works.delete_all, two)
    assert page.stack.currentWidget() is page.empty
    assert page.status() == "Nothing is missing"


def test_doubles_are_compared_and_merged_with_the_chosen_values(
    page: ChecksPage, workspace: Workspace, two: tuple[int, int]
) -> None:
    before = records(workspace.store)
    page.views.segment("doubles").click()
    page.doubles._show_pair()
    page.doubles.comparison.radios["runtime", Side.GONE].click()
    page.doubles.merge.click()
    with workspace.store.read() as session:
        assert session.execute(select(Work.id, Work.year, Work.runtime)).all() == [(two[0], 2012, 100)]
    assert page.stack.currentWidget() is page.empty
    workspace.undo_stack.undo()
    assert records(workspace.store) == before
    assert len(page.gathering.pairs) == 1


def test_the_other_record_can_be_the_one_that_stays(
    page: ChecksPage, workspace: Workspace, two: tuple[int, int]
) -> None:
    page.go(doubles=True)
    page.doubles._show_pair()
    page.doubles.swap.click()
    page.doubles.merge.click()
    with workspace.store.read() as session:
        assert session.scalars(select(Work.id)).all() == [two[1]]


def test_what_two_titles_share_is_told_as_it_is_written(page: ChecksPage) -> None:
    page.go(doubles=True)
    assert page.doubles.why.text() == "They share a name and the year: Шал"


def test_a_pair_that_is_judged_goes_before_titles_are_compared_again(
    page: ChecksPage, workspace: Workspace, two: tuple[int, int]
) -> None:
    workspace.changed.disconnect(page._changed)
    _, step = workspace.store.write(phrase("Apart"), data_repairs.tell_apart, *two)
    assert page.gathering.drop_judged(step)
    assert page.gathering.pairs == []
    assert Code.PROBABLE_DUPLICATE not in page.gathering.by_code or not page.gathering.by_code[Code.PROBABLE_DUPLICATE]


def test_titles_told_apart_are_no_doubles_any_more(page: ChecksPage, workspace: Workspace) -> None:
    page.go(doubles=True)
    page.doubles.apart.click()
    assert page.gathering.pairs == []
    assert Code.PROBABLE_DUPLICATE not in groups(page)
    workspace.undo_stack.undo()
    assert len(page.gathering.pairs) == 1
