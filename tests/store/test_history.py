"""The history says what was changed and when, and comes back as it was written."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.operations import works
from app.store import history
from app.store.store import Store
from app.words import Phrase, counted, phrase

NOON = datetime(2026, 10, 16, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "label",
    [
        phrase("Rename “{title}”", title="Қыз Жібек {x} “”\n"),
        counted("Move {n} screening", "Move {n} screenings", 3),
        phrase("Move to {day}", day=date(2026, 10, 16)),
        phrase("Move to {when}", when=datetime(2026, 10, 16, 23, 30)),
        phrase("Nothing {a} {b}", a=None, b=1.5),
    ],
    ids=lambda label: label.message,
)
def test_a_label_comes_back_as_it_was(store: Store, label: Phrase) -> None:
    store.write(label, works.add, "Шал", "kk-Cyrl")
    with store.read() as session:
        (past,) = history.recent(session)
    assert past.label == label


def test_the_newest_step_comes_first_with_its_moment(library: Path) -> None:
    moments = iter((NOON, datetime(2026, 10, 17, tzinfo=UTC)))
    store = Store.open(library, clock=lambda: next(moments))
    store.write(phrase("One"), works.add, "Шал", "kk-Cyrl")
    store.write(phrase("Two"), works.add, "Ақсуат", "kk-Cyrl")
    with store.read() as session:
        assert [(past.label.message, past.at) for past in history.recent(session)] == [
            ("Two", datetime(2026, 10, 17, tzinfo=UTC)), ("One", NOON),
        ]  # fmt: skip
        assert [past.label.message for past in history.recent(session, limit=1)] == ["Two"]
    store.close()


def test_a_record_has_a_history_of_its_own(store: Store) -> None:
    work, _ = store.write(phrase("Add one"), works.add, "Шал", "kk-Cyrl")
    other, _ = store.write(phrase("Add other"), works.add, "Ақсуат", "kk-Cyrl")
    name, _ = store.write(phrase("Name one"), works.add_name, work, "The Old Man", "en")
    store.write(phrase("Date other"), works.change, other, year=1998)
    with store.read() as session:
        told = [past.label.message for past in history.of_rows(session, {"work": [work], "name": [name]})]
        assert told == ["Name one", "Add one"]
        assert history.of_rows(session, {"work": [99]}) == []
        assert history.of_rows(session, {}) == []


def test_taking_back_and_doing_again_are_told_as_such(store: Store) -> None:
    _, added = store.write(phrase("Add"), works.add, "Шал", "kk-Cyrl")
    undone = store.replay(added)
    redone = store.replay(undone)
    with store.read() as session:
        assert [(past.step, past.undoes) for past in history.recent(session)] == [
            (redone.number, undone.number), (undone.number, added.number), (added.number, None),
        ]  # fmt: skip
