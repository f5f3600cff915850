"""The lines of the catalogue read from the store: worded, with the reason a filter found them, and kept in order."""

from collections.abc import Sequence

from app.domain.kinds import NameType
from app.domain.sorting import TIMES
from app.domain.why import why
from app.i18n.active import language
from app.store.journal import Step
from app.store.row_extras import Extras, extras
from app.store.search import Hit
from app.store.work_rows import WorkRow, work_names, work_rows
from app.ui.search_list import reason
from app.ui.works.deeds import Deeds
from app.ui.works.list_model import WorkModel
from app.ui.works.narrowing import Narrowing
from app.ui.works.row_columns import USUAL
from app.ui.works.tags import writings
from app.ui.works.wording import Worded, further, today, worded
from app.ui.workspace import Workspace

FACTS = {"year": "year", "kind": "kind", "runtime": "runtime", "age": "age_mark"}
"""Facts of the work itself by which works can stand, and their columns."""

TABLES = {"country": ("work_country",), "dub": ("version",), "rights": ("rights",), "ends": ("rights",)}
"""What else can decide their order."""


class Lines:
    """Feeds the model of the list."""

    def __init__(self, workspace: Workspace, narrowing: Narrowing, deeds: Deeds) -> None:
        self._workspace = workspace
        self._narrowing = narrowing
        self._deeds = deeds
        self._sought = ""
        self._further: tuple[str, ...] = ()
        self.model = WorkModel(self._fetch, self._rename)

    def seek(self, words: str) -> None:
        """Tell with each line why these words found it."""
        words = words.strip()
        if words != self._sought:
            self._sought = words
            self.model.forget()

    def want(self, columns: Sequence[str]) -> None:
        """Read what these columns show, too."""
        wanted = tuple(name for name in columns if name not in USUAL)
        if wanted != self._further:
            self._further = wanted
            self.model.forget()

    def renew(self, step: Step) -> bool:
        """Fetch the changed lines again; True when order or choice may be another one and must be asked for."""
        narrowing = self._narrowing
        came_or_went = any(c.table == "work" and (c.before is None or c.after is None) for c in step.changes)
        if came_or_went:
            narrowing.forget_titles()
        elif "name" in step.tables:
            narrowing.renamed(step.works)
        moved = came_or_went or "name" in step.tables or any(_decides(by, step) for by, _down in narrowing.order)
        if moved:
            narrowing.read_order()
        self.model.forget(step.works)
        return moved or narrowing.active

    def _fetch(self, works: Sequence[int]) -> dict[int, Worded]:
        rows = self._workspace.read(work_rows, language(), list(works), today())
        lines = {row.id: worded(row) for row in rows}
        if self._further:
            extra = self._workspace.read(extras, language(), list(works))
            for row in rows:
                cells = further(row, extra.get(row.id, Extras()), self._further)
                lines[row.id] = lines[row.id]._replace(further=cells)
        if self._sought:
            names = self._workspace.read(work_names, set(works))
            for row in rows:
                found = why(self._sought, names.get(row.id, ()))
                if found is not None:
                    original = next((n.text for n in names[row.id] if n.type == NameType.ORIGINAL), row.second)
                    hit = Hit("work", row.id, row.title, original, row.year, found.kind, found.shown, found.spans, 0)
                    words, spans = reason(hit)
                    lines[row.id] = lines[row.id]._replace(why=words, spans=spans)
        return lines

    def _rename(self, work: int, text: str) -> bool:
        """A title is renamed in the language it is read in; a borrowed name gains one in that language."""
        rows: list[WorkRow] = self._workspace.read(work_rows, language(), [work], today())
        if not rows:
            return False
        names = self._workspace.read(work_names, {work}).get(work, ())
        own = next((name.language for name in names if name.text == rows[0].title), "")
        tag = own if own and not rows[0].borrowed else writings(language())[0]
        return self._deeds.rename(work, tag, text, rows[0].title)


def _decides(by: str, step: Step) -> bool:
    """Whether a step can have put works elsewhere in an order."""
    if by in FACTS:
        changes = (c for c in step.changes if c.table == "work")
        return any((c.before or {}).get(FACTS[by]) != (c.after or {}).get(FACTS[by]) for c in changes)
    return by in TIMES or not step.tables.isdisjoint(TABLES.get(by, ()))
