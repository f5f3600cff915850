"""The command that tells all of one title."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.domain.kinds import ClearanceState, CustodyKind, RightsState, TrackKind
from app.operations import careers, clearances, copies, rights, works
from app.store.store import Store
from app.words import phrase


@pytest.fixture
def library(tmp_path: Path) -> str:
    """A library with one title that has a record of each kind."""
    path = tmp_path / "one.keruen"
    store = Store.create(path)

    def fill(session: Any) -> None:
        work = works.add(session, "Қыз Жібек", "kk-Cyrl", year=1970, countries=("KZ",))
        rights.add(session, work, RightsState.CLEARED, fee=15_000_000, currency="KZT", ends=date(2099, 12, 31))
        clearances.add(session, work, state=ClearanceState.GRANTED, number="KZ-1")
        copy = copies.add(session, work, "DCP A", size=182 * 10**9)
        copies.add_track(session, copy, TrackKind.SUBTITLE, "ru", detail="burnt_in")
        copies.add_key(session, copy, valid_from=datetime(2026, 11, 1, 5, tzinfo=UTC))
        copies.record(session, copy, date(2026, 10, 1), CustodyKind.RECEIVED, place="Almaty")
        careers.add_award(session, work, "Festival", year=1971)

    store.write(phrase("Fill"), fill)
    store.close()
    return str(path)


def test_the_whole_record_is_told_in_stable_keys(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", "1", "--json", "--library", library]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["names"][0]["text"] == "Қыз Жібек"
    assert data["countries"][0]["country"] == "KZ"
    assert (data["rights"][0]["fee"], data["rights"][0]["used"]) == (15_000_000, 0)
    assert data["rights_status"] == {"status": "cleared", "until": "2099-12-31"}
    assert (data["clearances"][0]["kind"], data["clearances"][0]["number"]) == ("certificate", "KZ-1")
    (copy,) = data["copies"]
    assert (copy["size"], copy["encrypted"], copy["place_now"]) == (182 * 10**9, True, "Almaty")
    assert copy["tracks"][0]["language"] == "ru"
    assert copy["keys"][0]["valid_from"] == "2026-11-01T05:00:00+00:00"
    assert copy["custody"][0]["kind"] == "received"
    assert data["awards"][0]["event"] == "Festival"
    assert data["sales"] == data["figures"] == data["synopses"] == data["parts"] == []


def test_people_read_it_as_lines(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", "1", "--library", library, "--language", "en"]) == 0
    told = capsys.readouterr().out
    for words in ("Қыз Жібек", "Cleared, until 31/12/2099", "Distribution certificate", "DCP A", "Almaty", "Festival"):
        assert words in told


def test_a_title_that_is_not_there_is_told(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", "77", "--library", library, "--language", "en"]) == 1
    assert "77" in capsys.readouterr().err
