"""Which works the catalogue shows and in what order: the choices of the facets, the filter field, a person."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from itertools import filterfalse
from typing import Any

from app.domain.columns import Columns, passing
from app.domain.facets import Filter
from app.domain.queries import Query, spelt
from app.domain.sorting import BY_TITLE, FIELDS, TIMES, TITLE, Level, in_order
from app.i18n.active import language, tr
from app.i18n.query_values import lexicon
from app.i18n.sorting_words import word_places
from app.store.search import matching_works
from app.store.work_order import title_after, title_order
from app.store.work_records import works_of_agent
from app.store.work_texts import works_by_texts
from app.store.work_traits import columns_for
from app.ui.works.tallies import Question, Tallies, Works, packed
from app.ui.works.wording import today
from app.ui.workspace import Workspace

A_FEW = 8
"""So many titles are put into their new places one by one; of more, the order of all is read again."""


class Narrowing:
    """Keeps the order, the choices, and what has been read to answer them. Holds no widgets.

    `order` says by what the works stand, what decides first coming first: (("year", True), ("title", False)).
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.order: tuple[Level, ...] = BY_TITLE
        self.filter = Filter()
        self.words = ""
        self.agent: int | None = None
        self.agent_name = ""
        self.all_ids: list[int] = []
        self.tallies = Tallies(workspace)
        self._titles: tuple[str, list[int]] | None = None
        self._within: Works = None

    @property
    def by(self) -> str:
        """By what the works stand first of all."""
        return self.order[0][0]

    @property
    def down(self) -> bool:
        """Whether downwards."""
        return self.order[0][1]

    @property
    def query(self) -> Query:
        """What is asked, as one would type it."""
        return Query(self.words.strip(), self.filter)

    def asked(self) -> str:
        """What is asked, as one would type it in the language of the window; '' when nothing is."""
        if not self.active:
            return ""
        return " ".join(filter(None, (spelt(self.query, language(), lexicon()), self.agent_name)))

    @property
    def total(self) -> int:
        """How many works there are."""
        return len(self.all_ids)

    @property
    def active(self) -> bool:
        """Whether anything is narrowed."""
        return self.filter.active or bool(self.words.strip()) or self.agent is not None

    @property
    def choices(self) -> int:
        """How many choices the facets hold."""
        return self.filter.choices

    def clear(self) -> None:
        """Show everything again."""
        self.filter, self.words, self.agent, self.agent_name = Filter(), "", None, ""

    def forget_titles(self) -> None:
        """Titles have changed, or works have come or gone: read their order again when it is asked for."""
        self._titles = None

    def renamed(self, works: Collection[int]) -> None:
        """A few titles have changed: find their new places without reading those of all others."""
        if self._titles is None or self._titles[0] != language() or len(works) > A_FEW:
            self._titles = None
            return
        titles = list(self._titles[1])
        for work in works:
            with suppress(ValueError):  # a title that is in no list has no place in it
                titles.remove(work)
        behind = [(work, self._workspace.read(title_after, language(), work)) for work in works]
        while behind:  # one of them may stand right behind another
            placed = [(work, after) for work, after in behind if after not in works]
            if not placed:
                self._titles = None
                return
            for work, after in placed:
                titles.insert(titles.index(after) if after is not None else len(titles), work)
            behind = [pair for pair in behind if pair not in placed]
            works = {work for work, _after in behind}
        self._titles = language(), titles

    def read_order(self) -> None:
        """Put all works in the order wanted; the titles are read only where they may have changed."""
        spoken = language()
        if self._titles is None or self._titles[0] != spoken:
            self._titles = spoken, self._workspace.read(title_order, spoken)
        titles = self._titles[1]
        if self.order[0][0] == TITLE:
            self.all_ids = titles[::-1] if self.down else titles
            return
        known = self._sorted_by()
        ordered = in_order(titles, known, self.order, word_places(tr()))
        self.all_ids = ordered if len(ordered) == len(titles) else [*ordered, *_without(titles, ordered)]

    def _sorted_by(self) -> Columns:
        """The traits the order goes by; of a library not counted yet no more than it needs."""
        if self.tallies.current is None and len(self.order) == 1:
            return self._workspace.read(columns_for, today(), FIELDS[self.by])
        return self.tallies.known(timed=any(by in TIMES for by, _down in self.order))

    def ids(self) -> list[int]:
        """The works to show, in order."""
        ids: Sequence[int] = self.all_ids
        for some, stay in self._asked():
            ids = list((filter if stay else filterfalse)(some.__contains__, ids))
        self._within = None if ids is self.all_ids else packed(ids)
        if self.filter.active:
            ids = passing(ids, self.tallies.known(timed=self.filter.asks_times), self.filter)
        return ids if isinstance(ids, list) else list(ids)

    def _asked(self) -> list[tuple[Any, bool]]:
        """The works that only the library can tell, and whether they stay or go."""
        found: list[tuple[Any, bool]] = []
        words = self.words.strip()
        if words:
            found.append((self._workspace.read(matching_works, words), True))
        if self.agent is not None:
            self.agent_name, own = self._workspace.read(works_of_agent, self.agent, language())
            found.append((own, True))
        if self.filter.texts:
            stay, leave = self._workspace.read(works_by_texts, self.filter.texts)
            found += [
                (some, stays) for some, stays in ((stay, True), (leave, False)) if some or (stays and some is not None)
            ]
        return found

    def question(self) -> Question:
        """What the facets are to count now."""
        return self.tallies.question(self.filter, self._within)


def _without(titles: Sequence[int], some: Sequence[int]) -> list[int]:
    there = set(some)
    return [work for work in titles if work not in there]
