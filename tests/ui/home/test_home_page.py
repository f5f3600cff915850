"""Home over the sample library."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QPushButton

from app.domain.columns import passing
from app.domain.screenings import Severity
from app.i18n.pseudo import Pseudo
from app.operations import screenings, works
from app.store.overview import gaps, latest_edits, rights_ending
from app.store.work_traits import columns
from app.ui.home import page as home
from app.ui.home.page import NO_KAZAKH
from app.ui.home.screenings import ScreeningRow
from app.ui.home.worries import ConflictRow, EndingRow
from app.ui.language import speak
from app.words import phrase
from tests.libraries import FIRST_DAY as OPENS


@pytest.fixture(autouse=True)
def _on_a_day_in_september(monkeypatch):
    monkeypatch.setattr(home, "utc_now", lambda: datetime(2026, 9, 20, 5, 24, tzinfo=UTC))


def test_it_tells_how_far_off_the_programme_is_and_what_is_open(sampled, home_page):
    page = home_page(sampled)
    assert page._hero.text() == "Film Week 2026 opens in 26 days"
    assert page._facts.accessibleName() == (
        "Almaty, 16–19 October 2026; 34 screenings placed; 7 titles to place; 3 conflicts to resolve"
    )
    assert page.shell.conflicts == 3


def test_the_next_two_days_are_listed_in_the_order_of_the_clock(sampled, home_page):
    page = home_page(sampled)
    rows = [row for row in page.screenings.rows() if isinstance(row, ScreeningRow)]
    assert {row.card.day for row in rows} == {OPENS, date(2026, 10, 17)}
    assert [row.card.starts for row in rows] == sorted(row.card.starts for row in rows)
    assert rows[0].accessibleName() == "11:30, Boonie Bears, Hall 2, Confirmed, dub in Kazakh"


def test_a_click_on_a_screening_shows_it_on_the_schedule(sampled, home_page):
    page = home_page(sampled)
    row = next(row for row in page.screenings.rows() if isinstance(row, ScreeningRow))
    row.click()
    assert page.shell.shown[-1] == ("schedule", {"programme": 1, "screening": row.card.id})


def test_conflicts_come_first_then_warnings_and_wishes_are_no_worry(sampled, home_page):
    page = home_page(sampled)
    told = [row.finding.severity for row in page.conflicts.rows() if isinstance(row, ConflictRow)]
    assert told == [Severity.ERROR] * 3 + [Severity.WARNING]


def test_each_conflict_leads_to_its_screening(sampled, home_page):
    page = home_page(sampled)
    rows = [row for row in page.conflicts.rows() if isinstance(row, ConflictRow)]
    rows[0].findChild(QPushButton).click()
    assert page.shell.shown[-1] == ("schedule", {"programme": 1, "screening": rows[0].finding.slots[0]})


def test_rights_that_end_are_told_with_the_screening_that_comes_too_late(sampled, home_page):
    page = home_page(sampled)
    rows = [row for row in page.endings.rows() if isinstance(row, EndingRow)]
    assert rows[0].accessibleName() == "To the Wonder, 14\u00a0days, until 4 Oct, Kazakhstan, screening 17 Oct"
    assert [row.ending.until for row in rows] == sorted(row.ending.until for row in rows)


def test_what_the_catalogue_lacks_leads_to_the_titles_that_lack_it(sampled, home_page):
    page = home_page(sampled)
    rows = page.gaps.rows()
    assert rows[0].accessibleName() == "Without a Kazakh name: 49"
    rows[0].click()
    assert page.shell.shown[-1] == ("works", {"missing": "kk"})


def test_an_edit_anywhere_is_seen_at_once(sampled, home_page):
    page = home_page(sampled)
    rows = [row for row in page.screenings.rows() if isinstance(row, ScreeningRow)]
    card = next(row.card for row in rows if not row.card.locked)
    sampled.edit(phrase("Take off"), screenings.unplace, card.id)
    assert "33 screenings placed" in page._facts.accessibleName()


def test_focus_stays_in_its_place_when_the_rows_are_read_again(sampled, home_page, qtbot):
    page = home_page(sampled)
    rows = [row for row in page.screenings.rows() if isinstance(row, ScreeningRow)]
    with qtbot.waitActive(page):
        page.activateWindow()
    rows[3].setFocus()
    page.reload()
    again = [row for row in page.screenings.rows() if isinstance(row, ScreeningRow)]
    assert page.focusWidget() is again[3]


def test_an_empty_library_offers_a_first_title(workspace, home_page):
    page = home_page(workspace)
    assert page._empty.isVisible() and not page._area.isVisible()
    page._empty.primary.emit()
    assert page.shell.shown[-1] == ("works", {"new": True})


def test_without_a_programme_the_titles_are_counted(workspace, home_page):
    workspace.edit(phrase("Add"), works.add, "Томирис", "kk")
    page = home_page(workspace)
    assert page._hero.text() == "There is no programme yet"
    assert page._open.text() == "New programme"


def test_the_foot_tells_the_day_and_both_clocks(sampled, home_page):
    assert home_page(sampled).status() == "Sunday 20 September 2026, Almaty 10:24, Beijing 13:24"


def test_every_word_is_said_again_in_another_language(sampled, home_page, monkeypatch):
    page = home_page(sampled)
    monkeypatch.setattr("app.i18n.catalogue.catalogue", Pseudo)
    speak("en")
    assert page._hero.text().startswith("⟦")
    assert page.screenings.head._title.text().startswith("⟦")
    buttons = [button.text() for button in page.findChildren(QPushButton) if button.isVisibleTo(page) and button.text()]
    assert [text for text in buttons if not text.startswith("⟦")] == []


def test_the_questions_behind_home(sampled):
    lacking = sampled.read(gaps)
    assert (lacking.works, lacking.names, lacking.kazakh_version) == (133, {"kk": 49, "zh": 77, "ru": 40, "en": 17}, 65)
    known = sampled.read(columns, date(2026, 9, 20))
    assert len(passing(list(known), known, NO_KAZAKH)) == lacking.kazakh_version
    ends = sampled.read(rights_ending, "kk", date(2026, 9, 20))
    assert (ends[0].until, ends[0].days) == (date(2026, 10, 4), 14)
    newest = sampled.read(latest_edits)[0]
    assert newest.past.label.message == "Fill the sample library"
    assert {"work", "screening", "rights"} <= newest.tables
