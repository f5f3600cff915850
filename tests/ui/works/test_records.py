"""Rights, papers, copies and careers in the editor: by keys, saved at once, in words of one's own language."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.kinds import ClearanceState, CustodyKind, Measure, RightsState, TrackKind
from app.operations import copies, rights
from app.store.career_rows import award_rows, figure_rows
from app.store.copy_rows import copy_rows
from app.store.rights_rows import clearance_rows, rights_rows
from app.ui.language import speak
from app.ui.works.page import WorksPage
from app.ui.works.record_form import RecordCard, RecordForm
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.works.conftest import TODAY, Made, settle
from tests.ui.works.test_editor import part, put, record

NAME = "QyzZhibek_FTR-1_S_KK-RU_KZ-12_51_2K_KZF_20260917_ABC_SMPTE_OV"


def first(form: RecordForm) -> RecordCard:
    """The card of the first record, shown."""
    settle()
    return form.card(next(iter(form.shown)))


def rows(page: WorksPage, query: Any) -> Any:
    """The records of the title that is shown."""
    return page.workspace.read(query, record(page).id)


def test_a_fee_is_typed_as_people_write_it(page: WorksPage, made: Made) -> None:
    page.go(work=made.wonder, editor=True, section="rights")
    card = first(page.editor.rights.licences)
    put(part(card, "fee"), "150 000")
    assert (rows(page, rights_rows)[0].fee, rows(page, rights_rows)[0].currency) == (15_000_000, "KZT")
    assert part(card, "fee").text() == "₸150,000"
    put(part(card, "fee"), "$1,500.50")
    assert (rows(page, rights_rows)[0].fee, rows(page, rights_rows)[0].currency) == (150_050, "USD")
    put(part(card, "fee"), "a lot")
    assert part(card, "fee").property("state") == "error"
    assert rows(page, rights_rows)[0].fee == 150_050
    speak("ru")
    assert "150" in part(card, "fee").text() or part(card, "fee").text() == "a lot"
    put(part(card, "fee"), "")
    assert rows(page, rights_rows)[0].fee is None


def test_renewing_adds_a_year_and_is_taken_back_in_one_step(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.go(work=made.wonder, editor=True, section="rights")
    form = page.editor.rights.licences
    head: Any = first(form).head
    assert head.status.accessibleName() == "Ending soon, 12 days left"
    head.renew.click()
    assert [row.state for row in rows(page, rights_rows)] == [RightsState.CLEARED, RightsState.NEGOTIATION]
    assert rows(page, rights_rows)[1].starts == TODAY + timedelta(13)
    assert workspace.undo_stack.undoText() == "Renew rights for “To the Wonder”"
    workspace.undo_stack.undo()
    assert len(form.cards) == 1


def test_the_overview_renews_what_ends_before_a_screening(page: WorksPage, made: Made) -> None:
    page.go(work=made.wonder)
    settle()
    messages = [found for found in page.view.inspector.overview.findChildren(object) if hasattr(found, "followed")]
    for found in messages:
        if type(found).__name__ == "InlineMessage" and found.isVisible():
            found.followed.emit()
    assert len(record(page).rights) == 2


def test_windows_that_contradict_are_told(page: WorksPage, workspace: Workspace, made: Made) -> None:
    workspace.edit(phrase("x"), rights.add, made.wonder, RightsState.NOT_CLEARED)
    page.go(work=made.wonder, editor=True, section="rights")
    head: Any = first(page.editor.rights.licences).head
    assert head.rub.isVisible()
    page.editor.rights.licences.remove(page.editor.rights.licences.line(rows(page, rights_rows)[1].id))
    assert not head.rub.isVisible()


def test_a_paper_stands_in_words_icon_and_colour(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="rights")
    form = page.editor.rights.papers
    form.add_button.click()
    card = first(form)
    part(card, "state").picked.emit(ClearanceState.APPLIED)
    put(part(card, "applied"), f"{TODAY - timedelta(12):%d/%m/%Y}")
    head: Any = card.head
    assert head.status.accessibleName() == "Distribution certificate: applied for 12 days ago"
    put(part(card, "ends"), "no day")
    assert page.editor.error_count() == 1
    assert rows(page, clearance_rows)[0].ends is None


def test_a_pasted_name_fills_the_empty_fields_in_one_step(page: WorksPage, workspace: Workspace, made: Made) -> None:
    workspace.edit(phrase("x"), copies.add, made.kelin, "DCP A", aspect="1.85:1")
    page.go(work=made.kelin, editor=True, section="copies")
    card = first(page.editor.copies.copies)
    head: Any = card.head
    put(part(card, "digital_name"), NAME)
    settle()
    assert head.offer.isVisible()
    assert head.clash.isVisible()
    head.fill_in.click()
    (copy,) = rows(page, copy_rows)
    assert (copy.resolution, copy.sound, copy.standard, copy.aspect) == ("2K", "5.1", "SMPTE", "1.85:1")
    assert [(one.kind, one.language) for one in copy.tracks] == [(TrackKind.AUDIO, "kk"), (TrackKind.SUBTITLE, "ru")]
    assert not head.offer.isVisible()
    workspace.undo_stack.undo()
    assert rows(page, copy_rows)[0].tracks == ()
    head.take_over.click()
    assert rows(page, copy_rows)[0].aspect == "2.39:1"


@pytest.mark.parametrize("text", ["hello", "a_b_c_d_e_f"])
def test_another_line_is_told_to_be_no_name(page: WorksPage, workspace: Workspace, made: Made, text: str) -> None:
    workspace.edit(phrase("x"), copies.add, made.kelin, "DCP A")
    page.go(work=made.kelin, editor=True, section="copies")
    card = first(page.editor.copies.copies)
    head: Any = card.head
    put(part(card, "digital_name"), text)
    settle()
    assert head.unread.isVisible()
    assert not head.offer.isVisible()


def test_tracks_keys_and_custody_open_in_place(page: WorksPage, workspace: Workspace, made: Made) -> None:
    workspace.edit(phrase("x"), copies.add, made.kelin, "DCP A", place="shelf")
    page.go(work=made.kelin, editor=True, section="copies")
    card = first(page.editor.copies.copies)
    for fold in card.folds.values():
        assert not fold.button.isChecked()
        fold.button.setFocus()
        QTest.keyClick(fold.button, Qt.Key.Key_Space)
        assert fold.button.isChecked()
    put(part(card, "size"), "182 GB")
    card.forms["tracks"].add_button.click()
    card.forms["keys"].add_button.click()
    key = first(card.forms["keys"])
    put(part(key, "valid_from"), "01.12.2099 18:00")
    put(part(key, "valid_until"), "01.12.2099 17:00")
    assert part(key, "valid_until").property("state") == "error"
    put(part(key, "valid_until"), "02.12.2099")
    card.forms["custody"].add_button.click()
    event = first(card.forms["custody"])
    part(event, "kind").picked.emit(CustodyKind.LENT)
    put(part(first(card.forms["custody"]), "place"), "School 12")
    (copy,) = rows(page, copy_rows)
    assert (copy.size, len(copy.tracks), copy.encrypted) == (182 * 10**9, 1, True)
    assert copy.keys[0].valid_from.isoformat() == "2099-12-01T13:00:00+00:00"
    assert copy.keys[0].valid_until.isoformat() == "2099-12-02T18:59:00+00:00"
    head: Any = card.head
    assert head.place.accessibleName() == "lent, School 12"
    first(card.forms["tracks"]).remove.click()
    assert rows(page, copy_rows)[0].tracks == ()


def test_figures_stand_side_by_side(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="festivals")
    form = page.editor.career.figures
    form.add_button.click()
    card = first(form)
    put(part(card, "amount"), "5万元")
    assert (rows(page, figure_rows)[0].value, rows(page, figure_rows)[0].currency) == (5_000_000, "CNY")
    part(card, "measure").picked.emit(Measure.ADMISSIONS)
    assert part(card, "value").text() == "50,000"
    assert not card.entry("amount").labelled.isVisible()
    form.add_button.click()
    assert len(form.cards) == 2
    page.editor.career.awards.add_button.click()
    prize = first(page.editor.career.awards)
    put(part(prize, "event"), "")
    assert part(prize, "event").property("state") == "error"
    put(part(prize, "event"), "Eurasia")
    put(part(prize, "year"), "2009")
    assert [(row.event, row.year) for row in rows(page, award_rows)] == [("Eurasia", 2009)]


def test_sections_count_what_they_hold(page: WorksPage, made: Made) -> None:
    page.go(work=made.kelin, editor=True, section="festivals")
    page.editor.career.sales.add_button.click()
    assert page.editor.sections._counts["festivals"] == 1


def test_a_draft_finds_its_field_in_a_closed_part(page: WorksPage, workspace: Workspace, made: Made) -> None:
    copy = workspace.edit(phrase("x"), copies.add, made.kelin, "DCP A")
    track = workspace.edit(phrase("x"), copies.add_track, copy, TrackKind.AUDIO, "kk")
    page.go(work=made.kelin, editor=True, section="copies")
    card = first(page.editor.copies.copies)
    for draft in (
        f"copies.change:{copy}:checksum",
        f"copies.change_track:{track}:detail",
        "copies.change:99:name",
        "x",
    ):
        page.editor.copies.uncover(draft)
    assert part(card, "checksum").property("draft") == f"copies.change:{copy}:checksum"
    assert card.folds["details"].button.isChecked()
    assert part(first(card.forms["tracks"]), "detail").property("draft") == f"copies.change_track:{track}:detail"
    assert not card.folds["keys"].button.isChecked()
