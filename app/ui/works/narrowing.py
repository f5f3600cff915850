"""Which works the catalogue shows and in what order: the choices of the facets, the filter field, a person."""

from collections.abc import Callable

from app.domain import facets
from app.domain.facets import Filter, Traits
from app.domain.order import sort_key
from app.i18n import formats
from app.i18n.active import language
from app.store.search import matching_works
from app.store.work_records import works_of_agent
from app.store.work_rows import sorted_ids
from app.ui.works.tallies import Question, Tallies
from app.ui.workspace import Workspace


class Narrowing:
    """Keeps the order, the choices, and what has been read to answer them. Holds no widgets."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.by, self.down = "title", False
        self.filter = Filter()
        self.words = ""
        self.agent: int | None = None
        self.agent_name = ""
        self.all_ids: list[int] = []
        self.tallies = Tallies(workspace)
        self._within: frozenset[int] | None = None

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
        wanted = self.filter
        sets = (wanted.kinds, wanted.countries, wanted.dubs, wanted.rights, wanted.ages, wanted.missing)
        return sum(map(len, sets)) + (wanted.years is not None) + (wanted.programme is not None)

    def clear(self) -> None:
        """Show everything again."""
        self.filter, self.words, self.agent, self.agent_name = Filter(), "", None, ""

    def read_order(self) -> None:
        """Read all works in the order wanted.

        What is known of the works already is not asked of the database again: ten times quicker, and
        countries then stand by their names, not by their codes.
        """
        known = self.tallies.current
        if self.by == "title" or known is None:
            self.all_ids = self._workspace.read(sorted_ids, language(), by=self.by, descending=self.down)
            return
        titles = self._workspace.read(sorted_ids, language())
        place = _year if self.by == "year" else _country_place(language())
        placed = [work for work in titles if work in known and place(known[work]) is not None]
        placed.sort(key=lambda work: place(known[work]), reverse=self.down)  # type: ignore[arg-type, return-value]
        there = set(placed)
        self.all_ids = [*placed, *(work for work in titles if work not in there)]

    def ids(self) -> list[int]:
        """The works to show, in order."""
        ids, self._within = self.all_ids, None
        words = self.words.strip()
        if words:
            found = self._workspace.read(matching_works, words)
            ids = [work for work in ids if work in found]
        if self.agent is not None:
            self.agent_name, own = self._workspace.read(works_of_agent, self.agent, language())
            ids = [work for work in ids if work in own]
        if ids is not self.all_ids:
            self._within = frozenset(ids)
        if self.filter.active:
            ids = facets.passing(ids, self.tallies.known(), self.filter)
        return list(ids)

    def question(self) -> Question:
        """What the facets are to count now."""
        return self.tallies.question(self.filter, self._within)


def _year(work: Traits) -> int | None:
    return work.year


def _country_place(spoken: str) -> Callable[[Traits], str | None]:
    """Where the first country of a work stands among the names of countries in a language."""
    places: dict[str, str] = {}

    def place(work: Traits) -> str | None:
        if not work.countries:
            return None
        code = work.countries[0]
        if code not in places:
            places[code] = sort_key(formats.country(spoken, code), spoken)
        return places[code]

    return place
