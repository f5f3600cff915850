"""What the catalogue shows: which titles, in what order, with which counts beside the facets."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.domain.completions import Completion, completions
from app.domain.facets import Filter
from app.domain.queries import Query, parse, spelt
from app.domain.query_words import KEYS, NONE, PLAIN, Sort
from app.domain.sorting import Level
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.i18n.query_values import lexicon
from app.store.work_records import first_from
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.ui.works.columns_menu import columns_menu
from app.ui.works.editing import Parts
from app.ui.works.filter_deeds import FilterDeeds
from app.ui.works.narrowing import Narrowing
from app.ui.works.row_columns import USUAL, WORDS, fitting_columns
from app.ui.works.tallies import Answer, answered
from app.ui.workspace import Workspace
from app.words import N_, phrase

LARGE = 4_000
"""More titles than this are counted in a thread of their own."""

REST = 120
"""Milliseconds of rest before that: beside the next letter typed it would slow down both."""

CONDITION = re.compile(r"[:：]")
"""Without one there is nothing to look up in the lexicon, which takes a moment to make."""

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
        self.filters = FilterDeeds(workspace, shell, parts.view)
        self.count_soon = QTimer(self, singleShot=True, interval=0)
        self.count_soon.timeout.connect(self._count)
        self._count_at_rest = QTimer(self, singleShot=True, interval=REST)
        self._count_at_rest.timeout.connect(self._count_aside)
        self._connect()
        self._show_columns()

    def _connect(self) -> None:
        view, toolbar = self._parts.view, self._parts.view.toolbar
        view.list.typing.letters = self._letters
        view.heads.sorted_by.connect(self.sort)
        view.heads.choosing.connect(self._choose_columns)
        view.facets.narrowed.connect(self.narrow)
        view.facets.cleared.connect(self.clear)
        view.none_match.primary.connect(self.clear)
        self._connect_saved()
        toolbar.sought.connect(self._typed)
        toolbar.closed.connect(self._drop_words)
        toolbar.field.complete = self._complete
        toolbar.slate_dropped.connect(lambda: self.narrow(replace(self.narrowing.filter, programme=None)))
        toolbar.agent_dropped.connect(self._drop_agent)

    def _connect_saved(self) -> None:
        section = self._parts.view.facets.saved
        section.applied.connect(lambda kept: self.ask(kept.query))
        section.kept.connect(lambda: self.filters.keep(self.stored_query, self._spelt()))
        section.renamed.connect(self.filters.rename)
        section.overwritten.connect(lambda kept: self.filters.overwrite(kept, self.stored_query))
        section.moved.connect(self.filters.move)
        section.removed.connect(self.filters.remove)

    @property
    def stored_query(self) -> str:
        """What is asked now in the form that is stored: the same in every language."""
        return spelt(self.narrowing.query)

    def _spelt(self) -> str:
        return spelt(self.narrowing.query, language(), lexicon())

    def show_saved(self) -> None:
        """Read the saved filters again and mark the one in force."""
        saved = self._parts.view.facets.saved
        saved.show_filters(self.filters.all(), self.stored_query, active=self.narrowing.query.active)

    # What is shown

    def show(self, *, top: bool = False) -> None:
        """Show the works that pass; with `top` the first of them is chosen."""
        view, model, sight = self._parts.view, self._parts.lines.model, self._parts.sight
        model.show(self.narrowing.ids())
        slate = sight.programme(self.narrowing.filter.programme)
        view.toolbar.show_narrowing(slate, self.narrowing.agent_name, self.narrowing.choices)
        view.toolbar.show_count(len(model.ids), self.narrowing.total)
        view.facets.set_clearable(self.narrowing.active)
        self.show_saved()
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
        self._take(Query(narrowing.words, narrowing.filter), open_field=bool(narrowing.filter.texts))

    def narrow(self, wanted: Filter) -> None:
        """Take over the choices of the facets."""
        self.narrowing.filter = wanted
        self._parts.view.toolbar.show_query(self.narrowing.query)
        self.show()

    def ask(self, query: str) -> None:
        """Narrow to a typed query, such as that of a saved filter."""
        self.narrowing.clear()
        self._take(parse(query, lexicon()), open_field=True)

    def _take(self, query: Query, *, open_field: bool | None = None) -> None:
        self.narrowing.words, self.narrowing.filter = query.words, query.filter
        self._parts.lines.seek(query.words)
        self._parts.view.toolbar.show_query(query, open_field=open_field)
        self.show(top=True)

    def clear(self) -> None:
        """Show all titles again."""
        self.narrowing.clear()
        self._parts.lines.seek("")
        self._parts.view.toolbar.show_query(Query(), open_field=False)
        self.show()
        self._scroll_to_current()

    def _typed(self, text: str) -> None:
        """Follow what is typed. What is not understood is told below the field and narrows nothing."""
        query = parse(text, lexicon() if CONDITION.search(text) else PLAIN)
        self._parts.view.toolbar.keep_query(query)
        before = self.narrowing.query
        if (query.words, query.filter) != (before.words, before.filter):
            self.narrowing.words, self.narrowing.filter = query.words, query.filter
            self._parts.lines.seek(query.words)
            self.show(top=True)

    def _drop_words(self) -> None:
        self._take(Query("", self.narrowing.filter))

    def _complete(self, text: str, cursor: int) -> Sequence[Completion]:
        offers = completions(text, cursor, language(), lexicon=lexicon())
        if [offer.text for offer in offers] == [text[offer.start : offer.end] for offer in offers]:
            return ()  # all of it has been typed
        return [_named(offer) for offer in offers]

    def _drop_agent(self) -> None:
        self.narrowing.agent, self.narrowing.agent_name = None, ""
        self.show()

    def sort(self, order: tuple[Level, ...]) -> None:
        """Put the titles in another order: by what, and whether downwards, what decides first coming first."""
        self.narrowing.order = order
        self._parts.view.heads.show_order(order)
        self.narrowing.read_order()
        self.show()
        self._scroll_to_current()

    def want(self, columns: tuple[str, ...]) -> None:
        """Show these columns beside the titles, now and the next time."""
        before = self._shell.preferences.now.columns or USUAL
        self._shell.preferences.change(columns=columns)
        self._show_columns()
        fitting = fitting_columns(self._parts.view.list.viewport().width(), columns)
        hidden = [name for name in columns if name not in (*fitting, *before)]
        if hidden:
            named = formats.listing(language(), [pgettext(*WORDS[name]) for name in hidden])
            self._shell.toast(_("No room for {columns}: hide another column", columns=named), icon="info")

    def _show_columns(self) -> None:
        chosen = self._shell.preferences.now.columns
        columns = USUAL if chosen is None else chosen
        self._parts.lines.want(columns)
        self._parts.view.list.want(columns)

    def _choose_columns(self) -> None:
        chosen = self._shell.preferences.now.columns
        heads = self._parts.view.heads
        shown = USUAL if chosen is None else chosen
        menu = columns_menu(heads, shown, self.narrowing.order, self.want, self.sort)
        menu.popup(heads.chooser.mapToGlobal(heads.chooser.rect().bottomLeft()))

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
        else:
            self._count_at_rest.start()

    def _count_aside(self) -> None:
        """Count a large catalogue in another thread; what is asked meanwhile is counted after it."""
        if self._counting or not self._parts.view.isVisible():
            return
        self._counting = True
        store, tallies, question = self._workspace.store, self.narrowing.tallies, self.narrowing.question()
        known = tallies.at_hand()
        tallies.begin()

        def then(outcome: Outcome[Answer]) -> None:
            self._counting = False
            if outcome.value is not None and store is self._workspace.store:
                tallies.take(question, outcome.value)
                self.count_soon.start()

        title = phrase(N_("Counting the titles"))
        self._shell.jobs.start(Job(lambda _job: answered(store, question, known), title), then)


def _named(offer: Completion) -> Completion:
    """What is offered; beside the code of a language its name, unless that is the same word."""
    if not offer.key or KEYS[offer.key].sort is not Sort.LANGUAGE or offer.value == NONE:
        return offer
    name = formats.language_name(language(), offer.value)
    return offer if name == offer.shown else offer._replace(shown=f"{offer.shown} · {name}")
