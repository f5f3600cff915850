"""Which works the catalogue shows and in what order: the choices of the facets, the filter field, a person."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from app.domain import facets
from app.domain.facets import Filter, Traits
from app.i18n.active import language
from app.store.search import matching_works
from app.store.work_records import works_of_agent
from app.store.work_rows import sorted_ids, traits
from app.ui.works.wording import today
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
        self._traits: dict[int, Traits] | None = None
        self._within: frozenset[int] | None = None
        self._everywhere: dict[str, Counter[str]] | None = None
        self._day = today()

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

    @property
    def counted(self) -> bool:
        """Whether the facets can be counted without reading."""
        return self._traits is not None

    def clear(self) -> None:
        """Show everything again."""
        self.filter, self.words, self.agent, self.agent_name = Filter(), "", None, ""

    def read_order(self) -> None:
        """Read all works in the order wanted."""
        self.all_ids = self._workspace.read(sorted_ids, language(), by=self.by, descending=self.down)

    def forget(self) -> None:
        """Another library, another day: read the traits again when they are asked for."""
        self._traits = self._everywhere = None

    def traits(self) -> dict[int, Traits]:
        """What the facets know of every work."""
        if self._traits is None or self._day != today():
            self._day = today()
            self._traits = self._workspace.read(traits, self._day)
            self._everywhere = None
        return self._traits

    def take(self, read: dict[int, Traits]) -> None:
        """Take over traits that were read elsewhere."""
        self._traits = read
        self._everywhere = None

    def renew(self, works: Collection[int]) -> None:
        """Some works have changed: read their traits again."""
        if self._traits is None:
            return
        fresh = self._workspace.read(traits, self._day, sorted(works))
        for work in works:
            self._traits.pop(work, None)
        self._traits.update(fresh)
        self._everywhere = None

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
            ids = facets.passing(ids, self.traits(), self.filter)
        return list(ids)

    def counts(self) -> dict[str, Counter[str]]:
        """How many works each choice of each facet would leave."""
        known = self._counted()
        found = facets.counts(known, self.filter)
        others = replace(self.filter, programme=None)
        found["programmes"] = Counter(
            str(programme)
            for work in known
            if work.programmes and not facets.failed(work, others)
            for programme in work.programmes
        )
        return found

    def _counted(self) -> list[Traits]:
        """The traits of what the filter field and the person leave."""
        known = self.traits()
        if self._within is None:
            return list(known.values())
        return [known[work] for work in self._within if work in known]

    def everywhere(self) -> dict[str, Counter[str]]:
        """How many works of the whole library each choice has."""
        if self._everywhere is None:
            self._everywhere = facets.counts(self.traits().values(), Filter())
        return self._everywhere

    def choose(self, **choices: Any) -> None:
        """Set whole facets of the filter: years, programme, kinds ..."""
        self.filter = replace(self.filter, **choices)
