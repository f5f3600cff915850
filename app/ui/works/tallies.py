"""How many titles each choice of each facet holds: counted once, and brought up to date when asked again."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

from app.domain.columns import Columns, counts
from app.domain.facets import Filter
from app.store.store import Store
from app.store.work_traits import columns, fill_times
from app.ui.works.wording import today
from app.ui.workspace import Workspace

Counts = dict[str, Counter[str]]

Works: TypeAlias = "array[int] | None"
"""Numbers of works, small as a hundred thousand of them are kept; None for all works."""


def packed(works: Iterable[int]) -> "array[int]":
    """These works as small numbers."""
    return array("q", works)


class Question(NamedTuple):
    """What is counted: under which choices, among which works (all if None), on which day."""

    filter: Filter
    within: Works
    day: date


class Answer(NamedTuple):
    """What came of it: the counts, those of the whole library, and the traits they were taken from."""

    counts: Counts
    everywhere: Counts
    known: Columns


def answered(store: Store, question: Question, known: Columns | None) -> Answer:
    """Count; the traits are read unless they are known. Fit for a thread of its own."""
    if known is None or (question.filter.asks_times and not known.timed):
        with store.read() as session:
            known = columns(session, question.day, timed=question.filter.asks_times)
    within = None if question.within is None else known.mask(question.within)
    return Answer(counts(known, question.filter, within), counts(known, Filter()), known)


class Tallies:
    """Keeps what was counted. A step changes the counts by what its works add and take away.

    That is reckoned when the counts are next asked for: an edit is painted before.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: Columns | None = None
        self._asked: Question | None = None
        self._answer: Answer | None = None
        self._touched: set[int] = set()
        self._waiting: set[int] = set()

    def question(self, wanted: Filter, within: Works) -> Question:
        """What is to be counted now."""
        return Question(wanted, within, today())

    def forget(self) -> None:
        """Another library, or steps were missed: read everything again when it is asked for."""
        self._known = self._answer = None
        self._waiting.clear()

    def known(self, *, timed: bool = False) -> Columns:
        """The traits of every work; with `timed` also when each was added and changed."""
        known = self.current
        if known is None:
            known = self._known = self._workspace.read(columns, today(), timed=timed)
            self._answer = None
        elif timed and not known.timed:
            self._workspace.read(fill_times, known)
        return known

    @property
    def current(self) -> Columns | None:
        """The traits if they need not be read."""
        self._catch_up()
        return self._known if self._known is not None and self._known.day == today() else None

    def at_hand(self) -> Columns | None:
        """The same as a copy that another thread may go through."""
        return None if self.current is None else self.current.copy()

    def look_up(self, question: Question) -> Answer | None:
        """What was counted already for this question."""
        self._catch_up()
        return self._answer if self._asked == question else None

    def take(self, question: Question, answer: Answer) -> Answer:
        """Keep an answer, with what was changed since it was begun."""
        self._known = answer.known
        self._asked, self._answer = question, answer
        self._waiting, self._touched = self._touched, set()
        self._catch_up()
        return answer

    def ask(self, question: Question) -> Answer:
        """Count here and now."""
        return self.take(question, answered(self._workspace.store, question, self.known()))

    def begin(self) -> None:
        """Counting begins elsewhere: remember what is changed meanwhile."""
        self._touched = set()

    def renew(self, works: Collection[int]) -> None:
        """Some works have changed."""
        self._touched.update(works)
        self._waiting.update(works)

    def _catch_up(self) -> None:
        """Bring traits and counts up to date with what has changed since they were asked for last."""
        works, self._waiting = self._waiting, set()
        known = self._known
        if known is None or not works:
            return
        old = Columns.of(known.day, {work: known[work] for work in works if work in known})
        fresh = self._workspace.read(columns, known.day, sorted(works), timed=known.timed)
        known.drop(work for work in old if work not in fresh)
        known.update(fresh)
        if self._answer is None or self._asked is None:
            return
        within, wanted = self._asked.within, self._asked.filter
        own = None if within is None else [work for work in works if work in within]
        _move(self._answer.counts, _of(old, wanted, own), _of(fresh, wanted, own))
        _move(self._answer.everywhere, counts(old, Filter()), counts(fresh, Filter()))


def _of(known: Columns, wanted: Filter, works: Collection[int] | None) -> Counts:
    return counts(known, wanted, None if works is None else known.mask(works))


def _move(counts: Counts, gone: Counts, come: Counts) -> None:
    for facet, counter in counts.items():
        counter.subtract(gone[facet])
        counter.update(come[facet])
        counts[facet] = +counter
