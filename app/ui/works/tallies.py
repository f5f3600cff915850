"""How many titles each choice of each facet holds: counted once, then kept up with every step."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from app.domain.facets import Filter, Traits, counts
from app.store.store import Store
from app.store.work_rows import traits
from app.ui.works.wording import today
from app.ui.workspace import Workspace

Counts = dict[str, Counter[str]]


class Question(NamedTuple):
    """What is counted: under which choices, among which works (all if None), on which day."""

    filter: Filter
    within: frozenset[int] | None
    day: date


class Answer(NamedTuple):
    """What came of it: the counts, those of the whole library, and the traits they were taken from."""

    counts: Counts
    everywhere: Counts
    known: dict[int, Traits]


def answered(store: Store, question: Question, known: dict[int, Traits] | None) -> Answer:
    """Count; the traits are read unless they are known. Fit for a thread of its own."""
    if known is None:
        with store.read() as session:
            known = traits(session, question.day)
    return Answer(counts(among(known, question.within), question.filter), counts(known.values(), Filter()), known)


def among(known: dict[int, Traits], works: Collection[int] | None) -> list[Traits]:
    """The traits of these works, of all if None."""
    return list(known.values()) if works is None else [known[work] for work in works if work in known]


class Tallies:
    """Keeps what was counted. A step changes the counts by what its works add and take away."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[int, Traits] | None = None
        self._day = today()
        self._asked: Question | None = None
        self._answer: Answer | None = None
        self._touched: set[int] = set()

    def question(self, wanted: Filter, within: frozenset[int] | None) -> Question:
        """What is to be counted now."""
        return Question(wanted, within, today())

    def forget(self) -> None:
        """Another library, or steps were missed: read everything again when it is asked for."""
        self._known = self._answer = None

    def known(self) -> dict[int, Traits]:
        """The traits of every work."""
        if self._known is None or self._day != today():
            self._day = today()
            self._known = self._workspace.read(traits, self._day)
            self._answer = None
        return self._known

    @property
    def current(self) -> dict[int, Traits] | None:
        """The traits if they need not be read."""
        return self._known if self._known is not None and self._day == today() else None

    def at_hand(self) -> dict[int, Traits] | None:
        """The same as a copy that another thread may go through."""
        return None if self.current is None else dict(self.current)

    def look_up(self, question: Question) -> Answer | None:
        """What was counted already for this question."""
        return self._answer if self._asked == question else None

    def take(self, question: Question, answer: Answer) -> Answer:
        """Keep an answer, with what was changed since it was begun."""
        self._known, self._day = answer.known, question.day
        self._asked, self._answer = question, answer
        if self._touched:
            self.renew(self._touched)
            self._touched = set()
        return answer

    def ask(self, question: Question) -> Answer:
        """Count here and now."""
        return self.take(question, answered(self._workspace.store, question, self.known()))

    def begin(self) -> None:
        """Counting begins elsewhere: remember what is changed meanwhile."""
        self._touched = set()

    def renew(self, works: Collection[int]) -> None:
        """Some works have changed."""
        self._touched |= set(works)
        if self._known is None:
            return
        known = self._known
        old = {work: known.pop(work) for work in works if work in known}
        fresh = self._workspace.read(traits, self._day, sorted(works))
        known.update(fresh)
        if self._answer is None or self._asked is None:
            return
        within, wanted = self._asked.within, self._asked.filter
        own = [work for work in works if within is None or work in within]
        _move(self._answer.counts, counts(among(old, own), wanted), counts(among(fresh, own), wanted))
        _move(self._answer.everywhere, counts(old.values(), Filter()), counts(fresh.values(), Filter()))


def _move(counts: Counts, gone: Counts, come: Counts) -> None:
    for facet, counter in counts.items():
        counter.subtract(gone[facet])
        counter.update(come[facet])
        counts[facet] = +counter
