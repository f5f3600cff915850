"""Pages ask, change, take back, and hear of every change."""

from typing import Any

import pytest

from app.errors import UserError
from app.operations import works
from app.store.failures import DISK_FULL
from app.store.search import find
from app.ui.language import speak
from app.ui.workspace import Workspace
from app.words import N_, phrase

ADD = phrase(N_("Add title"))
RENAME = phrase(N_("Rename title"))


def titles(workspace: Workspace, sought: str) -> list[str]:
    return [hit.name for hit in workspace.read(find, sought, "en")]


@pytest.fixture
def work(workspace: Workspace) -> int:
    made = workspace.edit(ADD, works.add, "Tomiris", "en")
    assert made is not None
    return made


def heard(signal: Any) -> list[Any]:
    told: list[Any] = []
    signal.connect(told.append)
    return told


def test_an_edit_is_found_at_once_and_told_once(workspace: Workspace, work: int) -> None:
    steps = heard(workspace.changed)
    workspace.edit(RENAME, works.rename, work, "en", "Queen Tomiris")
    assert titles(workspace, "queen") == ["Queen Tomiris"]
    assert [step.works for step in steps] == [frozenset({work})]


def test_an_edit_that_changes_nothing_is_no_step(workspace: Workspace, work: int) -> None:
    steps = heard(workspace.changed)
    workspace.edit(RENAME, works.rename, work, "en", "Tomiris")
    assert steps == []
    assert workspace.undo_stack.count() == 1


def test_undo_and_redo_go_back_and_forth_as_often_as_wanted(workspace: Workspace, work: int) -> None:
    workspace.edit(RENAME, works.rename, work, "en", "Queen")
    jumps = heard(workspace.jumped)
    for _ in range(3):
        workspace.undo_stack.undo()
        assert titles(workspace, "queen") == []
        assert titles(workspace, "tomiris") == ["Tomiris"]
        workspace.undo_stack.redo()
        assert titles(workspace, "queen") == ["Queen"]
    assert [step.works for step in jumps] == [frozenset({work})] * 6


def test_a_title_can_be_undone_into_nothing_and_back(workspace: Workspace, work: int) -> None:
    workspace.undo_stack.undo()
    assert titles(workspace, "tomiris") == []
    workspace.undo_stack.redo()
    assert [hit.id for hit in workspace.read(find, "tomiris", "en")] == [work]


def test_a_step_overtaken_meanwhile_is_refused_and_forgotten(workspace: Workspace, work: int) -> None:
    workspace.edit(RENAME, works.rename, work, "en", "Queen")
    workspace.store.write(RENAME, works.rename, work, "en", "Empress")  # another desktop
    refusals = heard(workspace.refused)
    workspace.undo_stack.undo()
    assert titles(workspace, "empress") == ["Empress"]
    assert len(refusals) == 1
    assert workspace.undo_stack.count() == 1


def test_a_refusal_is_told_and_changes_nothing(workspace: Workspace, work: int) -> None:
    refusals, steps = heard(workspace.refused), heard(workspace.changed)
    assert workspace.edit(RENAME, works.rename, work + 1, "en", "Nobody") is None
    assert (len(refusals), steps) == (1, [])


def full_disk(*_: object) -> None:
    raise UserError(DISK_FULL)


def test_a_failed_save_stands_until_one_succeeds(workspace: Workspace, work: int) -> None:
    reasons, refusals = heard(workspace.unsaved), heard(workspace.refused)
    saved: list[bool] = []
    workspace.saved.connect(lambda: saved.append(True))
    workspace.edit(RENAME, full_disk)
    assert ([reason.message for reason in reasons], refusals, saved) == ([DISK_FULL], [], [])
    workspace.edit(RENAME, works.rename, work, "en", "Queen")
    assert saved == [True]


def test_what_could_not_be_saved_can_be_tried_again(workspace: Workspace, work: int) -> None:
    troubles = [True]

    def rename(session: Any) -> None:
        if troubles:
            troubles.pop()
            raise UserError(DISK_FULL)
        works.rename(session, work, "en", "Queen")

    workspace.edit(RENAME, rename)
    assert titles(workspace, "queen") == []
    workspace.try_again()
    assert titles(workspace, "queen") == ["Queen"]
    workspace.try_again()  # nothing is left to try
    assert workspace.undo_stack.count() == 2


def test_a_bug_is_not_hidden(workspace: Workspace) -> None:
    def broken(_session: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        workspace.edit(RENAME, broken)


def test_a_step_written_by_a_job_becomes_undoable(workspace: Workspace, work: int) -> None:
    steps = heard(workspace.changed)
    _result, step = workspace.store.write(RENAME, works.rename, work, "en", "Queen")
    workspace.adopt(step)
    assert steps == [step]
    workspace.undo_stack.undo()
    assert titles(workspace, "tomiris") == ["Tomiris"]


def test_at_least_two_hundred_steps_can_be_taken_back(workspace: Workspace) -> None:
    assert workspace.undo_stack.undoLimit() >= 200


def test_steps_are_named_in_the_language_of_the_moment(workspace: Workspace, work: int, monkeypatch) -> None:
    assert work
    monkeypatch.setattr("app.ui.workspace.say", lambda words: f"«{words.message}»")
    speak("ru")
    workspace.retranslate()
    assert workspace.undo_stack.undoText() == "«Add title»"


def test_another_library_begins_with_an_empty_stack(workspace: Workspace, work: int) -> None:
    assert work
    opened: list[bool] = []
    workspace.opened.connect(lambda: opened.append(True))
    workspace.open(workspace.store)
    assert (opened, workspace.undo_stack.count()) == ([True], 0)
