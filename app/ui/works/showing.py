"""What the catalogue shows: which titles, in what order, with which counts beside the facets."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.domain.facets import Filter
from app.domain.sorting import Level
from app.i18n.active import language
from app.store.work_records import first_from
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.ui.works.editing import Parts
from app.ui.works.narrowing import Narrowing
from app.ui.works.tallies import Answer, Question, answered
from app.ui.workspace import Workspace
from app.words import N_, phrase

LARGE = 4_000
"""More titles than this are counted in a thread of their own."""

NARROWING = frozenset({"filter", "rights", "missing", "words", "agent"})
"""What the list can be narrowed by from elsewhere."""


class Showing(QObject):
    """Joins facets, filter field, heads and pills with the list. `told` is called when another number is shown."""

    def __init__(
        self, workspace: Workspace, shell: Shell, parts: Parts, narrowing: Narrowing, told: Callable[[], None]
    ) -> None:
        super().__init__(parts.view)
        self._workspace = workspace
        self._shell = shell
        self._parts = parts
        self._told = told
        self._counting = False
        self.narrowing = narrowing
        self.count_soon = QTimer(self, singleShot=True, interval=0)
        self.count_soon.timeout.connect(self._count)
        self._connect()

    def _connect(self) -> None:
        view, toolbar = self._parts.view, self._parts.view.toolbar
        view.list.typing.letters = self._letters
        view.heads.sorted_by.connect(self._sort)
        view.facets.narrowed.connect(self.narrow)
        view.facets.cleared.connect(self.clear)
        view.none_match.primary.connect(self.clear)
        toolbar.sought.connect(self._seek)
        toolbar.slate_dropped.connect(lambda: self.narrow(replace(self.narrowing.filter, programme=None)))
        toolbar.agent_dropped.connect(self._drop_agent)

    # What is shown

    def show(self, *, top: bool = False) -> None:
        """Show the works that pass; with `top` the first of them is chosen."""
        view, model, sight = self._parts.view, self._parts.lines.model, self._parts.sight
        model.show(self.narrowing.ids())
        slate = sight.programme(self.narrowing.filter.programme)
        view.toolbar.show_narrowing(slate, self.narrowing.agent_name, self.narrowing.choices)
        view.toolbar.show_count(len(model.ids), self.narrowing.total)
        view.facets.set_clearable(self.narrowing.active)
        view.show_state(any_at_all=bool(self.narrowing.total), any_shown=bool(model.ids))
        if top or not view.list.currentIndex().isValid():
            view.list.choose(model.ids[0] if model.ids else None)
            view.list.scrollToTop()
        self._told()
        self.count_soon.start()

    def begin(self, where: Mapping[str, Any]) -> None:
        """Narrow as another page or the search asks: filter=, rights=, missing=, words=, agent=."""
        narrowing = self.narrowing
        narrowing.clear()
        chosen = {facet: frozenset({where[facet]}) for facet in ("rights", "missing") if facet in where}
        narrowing.filter = replace(where.get("filter", Filter()), **chosen)
        narrowing.agent = where.get("agent")
        narrowing.words = where.get("words", "")
        self._parts.lines.seek(narrowing.words)
        self._parts.view.toolbar.show_words(narrowing.words)
        self.show(top=True)

    def narrow(self, wanted: Filter) -> None:
        """Take over the choices of the facets."""
        self.narrowing.filter = wanted
        self.show()

    def clear(self) -> None:
        """Show all titles again."""
        self.narrowing.clear()
        self._parts.lines.seek("")
        self._parts.view.toolbar.show_words("")
        self.show()
        self._scroll_to_current()

    def _seek(self, words: str) -> None:
        if words != self.narrowing.words:
            self.narrowing.words = words
            self._parts.lines.seek(words)
            self.show(top=True)

    def _drop_agent(self) -> None:
        self.narrowing.agent, self.narrowing.agent_name = None, ""
        self.show()

    def _sort(self, by: str, down: bool) -> None:  # noqa: FBT001 - a signal
        self.sort(((by, down),))

    def sort(self, order: tuple[Level, ...]) -> None:
        """Put the titles in another order: by what, and whether downwards, what decides first coming first."""
        self.narrowing.order = order
        self.narrowing.read_order()
        self.show()
        self._scroll_to_current()

    def _scroll_to_current(self) -> None:
        titles = self._parts.view.titles
        titles.scrollTo(titles.currentIndex())

    def _letters(self, typed: str) -> int | None:
        among = self._parts.lines.model.ids if self.narrowing.active else None
        return self._workspace.read(first_from, language(), typed, among)

    # Counts

    def _count(self) -> None:
        """Count the facets, after the list was painted."""
        view = self._parts.view
        if not view.isVisible() or not self.narrowing.total:
            return
        question, tallies = self.narrowing.question(), self.narrowing.tallies
        answer = tallies.look_up(question)
        if answer is None and self.narrowing.total <= LARGE:
            answer = tallies.ask(question)
        if answer is not None:
            names = {row.id: row.names.shown(language()) for row in self._parts.sight.programmes}
            view.facets.show_counts(self.narrowing.filter, answer.counts, answer.everywhere, names)
        elif not self._counting:
            self._count_aside(question)

    def _count_aside(self, question: Question) -> None:
        """Count a large catalogue in another thread; what is asked meanwhile is counted after it."""
        self._counting = True
        store, tallies = self._workspace.store, self.narrowing.tallies
        known = tallies.at_hand()
        tallies.begin()

        def then(outcome: Outcome[Answer]) -> None:
            self._counting = False
            if outcome.value is not None and store is self._workspace.store:
                tallies.take(question, outcome.value)
                self.count_soon.start()

        title = phrase(N_("Counting the titles"))
        self._shell.jobs.start(Job(lambda _job: answered(store, question, known), title), then)
