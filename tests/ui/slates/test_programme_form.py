"""The form of a programme: its parts, what is wrong shown where it is, and one step for all of it."""

from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QTime

from app.domain.calendar import festival_day
from app.domain.kinds_of_plans import TargetKind
from app.errors import UserError
from app.i18n.active import say
from app.operations import founding
from app.store.programme_rows import hall_rows, programme_row, screening_times
from app.ui import dialogs
from app.ui.programmes.dialog import ProgrammeDialog
from app.ui.slates.page import SlatesPage
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from tests.store.rows import records


def answered(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    """Fill the form in with `answer(dialog)`, and press its button."""

    def shown(dialog: ProgrammeDialog) -> bool:
        dialog.show()
        answer(dialog)
        dialog.accept()
        return dialog.result() == ProgrammeDialog.DialogCode.Accepted

    monkeypatch.setattr(dialogs, "show", shown)


def test_strands_targets_and_public_are_changed_in_one_step(
    page: SlatesPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: ProgrammeDialog) -> None:
        dialog.show_part("strands")
        dialog.strands.lines[0].up.click()
        dialog.strands.lines[1].up.click()
        line = dialog.strands.add_line()
        line.names["en"].setText("Night")
        line.jury.setChecked(True)
        dialog.show_part("public")
        dialog.public.audience.picked.emit(["kk", "ru"])
        dialog.public.budget.setText("2 млн")
        dialog.show_part("targets")
        dialog.targets.fields[TargetKind.MINUTES, ""].setText("1600")
        dialog.targets.fields[TargetKind.PARITY, ""].setText("")
        dialog.targets.of_strands[6].setText("1")

    before = records(workspace.store)
    answered(monkeypatch, fill)
    page.edit_programme()
    assert page.desk is not None
    slate = page.desk.slate
    assert [row.names.en for row in slate.strands][:2] == ["Dubbed in Kazakh", "Panorama"]
    assert (slate.strands[-1].names.en, slate.strands[-1].for_jury) == ("Night", True)
    wanted = {(row.kind, row.strand): row.wanted for row in slate.targets if row.about == ""}
    assert wanted[TargetKind.MINUTES, None] == 1600
    assert (TargetKind.PARITY, None) not in wanted
    assert wanted[TargetKind.STRAND, slate.strands[-1].id] == 1
    assert (slate.terms.audience, slate.terms.budget) == (("kk", "ru"), 200_000_000)
    assert workspace.undo_stack.count() == 1
    workspace.undo_stack.undo()
    assert records(workspace.store) == before


def test_halls_are_put_into_another_order(
    page: SlatesPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [row.id for row in workspace.read(hall_rows, 1)]
    answered(monkeypatch, lambda dialog: dialog.halls.shift(1))
    page.edit_programme()
    assert [row.id for row in workspace.read(hall_rows, 1)] == [old[1], old[0], *old[2:]]


@pytest.mark.parametrize(
    ("spoil", "part", "words"),
    [
        (lambda d: [f.clear() for f in d.names.fields.values()], "main", "name"),
        (lambda d: [f.clear() for f in d.strands.lines[2].names.values()], "strands", "name"),
        (lambda d: d.public.prime_until.setTime(QTime(9, 0)), "public", "Prime time"),
        (lambda d: d.public.budget.setText("much"), "public", "amount"),
        (lambda d: d.targets.fields[TargetKind.TITLES, ""].setText("many"), "targets", "target"),
        (lambda d: d.last.setDate(d.first.date().addDays(400)), "main", "400 days"),
        (lambda d: d.strands.add_line().names["en"].setText("panorama"), "strands", "Two strands"),
    ],
)
def test_what_is_wrong_is_shown_where_it_is(
    page: SlatesPage, monkeypatch: pytest.MonkeyPatch, spoil: Any, part: str, words: str
) -> None:
    found = []

    def fill(dialog: ProgrammeDialog) -> None:
        spoil(dialog)
        dialog.accept()
        found.append((dialog.parts.current(), dialog.trouble.isVisible(), dialog.result()))
        assert words in dialog.trouble.findChildren(type(dialog.heading))[0].text()

    answered(monkeypatch, fill)
    page.edit_programme()
    assert found == [(part, True, 0)]


def test_a_refused_form_comes_back_as_it_was_filled_in(page: SlatesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str]] = []

    def shown(dialog: ProgrammeDialog) -> bool:
        said = dialog.trouble.findChildren(type(dialog.heading))[0].text() if dialog.refused else ""
        seen.append((dialog.names.fields["en"].text(), said))
        dialog.names.fields["en"].setText("Another name")
        return len(seen) == 1

    refused = UserError("A hall with screenings cannot be removed. Move them first.")
    monkeypatch.setattr(dialogs, "show", shown)
    monkeypatch.setattr(founding, "correct", Mock(side_effect=refused))
    page.edit_programme()
    assert len(seen) == 2
    assert seen[1][0] == "Another name"
    assert "Move them first" in seen[1][1]


@pytest.mark.parametrize("agreed", [False, True])
def test_screenings_that_shorter_days_leave_out_are_counted_and_asked_about(
    page: SlatesPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, *, agreed: bool
) -> None:
    row, times = workspace.read(programme_row, 1), workspace.read(screening_times, 1)
    before, asked, told = records(workspace.store), [], []

    def fill(dialog: ProgrammeDialog) -> None:
        assert dialog.days.outside.isHidden()
        dialog.last.setDate(dialog.first.date())
        told.extend(part.text() for part in dialog.days.outside.findChildren(SafeLabel) if part.isVisible())

    monkeypatch.setattr(dialogs, "ask", lambda _w, question: asked.append(say(question.title)) or agreed)
    answered(monkeypatch, fill)
    page.edit_programme()
    left = sum(festival_day(time, row.day_start) > row.first_day for time in times)
    assert left > 1
    assert asked == [f"{left} screenings lie outside these days"]
    assert asked[0] in told
    assert workspace.read(screening_times, 1) == times
    assert (workspace.read(programme_row, 1).last_day == row.first_day) is agreed
    if agreed:
        workspace.undo_stack.undo()
    assert records(workspace.store) == before
