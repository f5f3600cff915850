"""The lines of the catalogue read from the store: worded, with the reason a filter found them, and kept in order."""

from collections.abc import Sequence

from app.domain.kinds import NameType
from app.domain.why import why
from app.i18n.active import language
from app.store.journal import Row, Step
from app.store.search import Hit
from app.store.work_records import title_keys
from app.store.work_rows import WorkRow, work_names, work_rows
from app.ui.search_list import reason
from app.ui.works.deeds import Deeds
from app.ui.works.list_model import PAGE, WorkModel
from app.ui.works.narrowing import Narrowing
from app.ui.works.tags import writings
from app.ui.works.wording import Worded, today, worded
from app.ui.workspace import Workspace

FEW = 16
"""Lines fetched in one go while each must tell why it was found."""

A_FEW = 8
"""More works than this in one step are put in order anew without looking at each."""


class Lines:
    """Feeds the model of the list."""

    def __init__(self, workspace: Workspace, narrowing: Narrowing, deeds: Deeds) -> None:
        self._workspace = workspace
        self._narrowing = narrowing
        self._deeds = deeds
        self._sought = ""
        self.model = WorkModel(self._fetch, self._rename)

    def seek(self, words: str) -> None:
        """Tell with each line why these words found it."""
        words = words.strip()
        if words != self._sought:
            self._sought = words
            self.model.page = FEW if words else PAGE
            self.model.forget()

    def renew(self, step: Step) -> bool:
        """Fetch the changed lines again; True when order or choice may be another one and must be asked for."""
        narrowing = self._narrowing
        if self._moved(step):
            narrowing.read_order()
            self.model.forget(step.works)
            return True
        self.model.forget(step.works)
        return narrowing.active

    def _moved(self, step: Step) -> bool:
        """Whether a step can have brought works in, taken them out, or put them elsewhere in the order."""
        by, down = self._narrowing.by, self._narrowing.down
        for change in step.changes:
            before, after = change.before or {}, change.after or {}
            if change.table == "work" and (not before or not after or (by == "year" and _differ(before, after, by))):
                return True
            if change.table == "work_country" and by == "country":
                return True
        if "name" not in step.tables:
            return False
        if by != "title" or len(step.works) > A_FEW:
            return True
        return not all(self._in_place(work, down=down) for work in step.works)

    def _in_place(self, work: int, *, down: bool) -> bool:
        """Whether a work whose names have changed still stands between its neighbours."""
        ids = self._narrowing.all_ids
        if work not in ids:
            return False
        place = ids.index(work)
        around = ids[max(place - 1, 0) : place + 2]
        keys = self._workspace.read(title_keys, language(), around)
        order = [keys.get(one, "") for one in around]
        return order == sorted(order, reverse=down)

    def _fetch(self, works: Sequence[int]) -> dict[int, Worded]:
        rows = self._workspace.read(work_rows, language(), list(works), today())
        lines = {row.id: worded(row) for row in rows}
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


def _differ(before: Row, after: Row, column: str) -> bool:
    return before.get(column) != after.get(column)
