"""One work read whole, its past, and what leads to it."""

from datetime import date

import pytest

from app.domain.kinds import RightsState, RightsStatus, SpokenMode
from app.operations import copies, rights, versions, works
from app.store.store import Store
from app.store.work_records import first_from, past, record, works_of_agent
from app.words import phrase

TODAY = date(2026, 10, 1)


def do(store: Store, label: str, operation, *args, **facts):
    return store.write(phrase(label), operation, *args, **facts)[0]


@pytest.fixture
def kelin(store: Store) -> int:
    work: int = do(store, "Add", works.add, "Келін", "kk-Cyrl", year=2009, countries=("KZ",))
    do(store, "Name", works.add_name, work, "Kelin", "en")
    return work


def test_a_record_holds_all_that_hangs_on_a_work(store: Store, kelin: int) -> None:
    version = do(store, "Version", versions.add_version, kelin, "kk", SpokenMode.ORIGINAL, ("ru", "en"))
    do(store, "Rights", rights.add, kelin, RightsState.CLEARED, ends=date(2026, 10, 13))
    do(store, "Copy", copies.add, kelin, "DCP A", version_id=version)
    with store.read() as session:
        found = record(session, kelin, "ru", TODAY)
    assert found is not None
    assert (found.face.title, found.face.language, found.face.second) == ("Келін", "kk", "Kelin")
    assert [(name.text, name.language, name.preferred) for name in found.names] == [
        ("Келін", "kk-Cyrl", True),
        ("Kelin", "en", True),
    ]
    assert [(one.language, one.subtitles) for one in found.versions] == [("kk", ("ru", "en"))]
    assert (found.standing.status, found.standing.days_left) == (RightsStatus.ENDING, 12)
    assert [(copy.name, copy.version) for copy in found.copies] == [("DCP A", version)]
    assert (found.facts.year, found.countries, found.shows, found.slates) == (2009, ("KZ",), (), ())


def test_a_work_that_is_gone_has_no_record(store: Store, kelin: int) -> None:
    do(store, "Delete", works.delete, kelin)
    with store.read() as session:
        assert record(session, kelin, "en", TODAY) is None


def test_the_past_remembers_what_was_taken_away(store: Store, kelin: int) -> None:
    other = do(store, "Other", works.add, "Tomiris", "en")
    do(store, "Rename the other", works.rename, other, "en", "Tomyris")
    version = do(store, "Add a version", versions.add_version, kelin, "kk", SpokenMode.ORIGINAL)
    do(store, "Remove the version", versions.remove_version, version)
    with store.read() as session:
        told = [step.label.message for step in past(session, kelin)]
    assert told == ["Remove the version", "Add a version", "Name", "Add"]


def test_what_was_typed_leads_to_the_title_at_or_after_it(store: Store, kelin: int) -> None:
    tomiris = do(store, "Add", works.add, "Tomiris", "en")
    with store.read() as session:
        assert first_from(session, "en", "ke") == kelin
        assert first_from(session, "en", "l") == tomiris
        assert first_from(session, "en", "zz") is None
        assert first_from(session, "en", "a", [tomiris]) == tomiris


def test_nobody_has_made_nothing(store: Store, kelin: int) -> None:
    del kelin
    with store.read() as session:
        assert works_of_agent(session, 1, "en") == ("", frozenset())
