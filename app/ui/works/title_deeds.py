"""What the menu and the keys do to the selected titles: duplicate, delete, rename, put into a slate, place."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from app.domain.kinds import SlateState
from app.ui.page import Shell
from app.ui.works.bulk_dialog import BulkDeeds
from app.ui.works.deeds import Deeds
from app.ui.works.editing import Parts
from app.ui.works.title_menu import Entries, title_menu


class TitleDeeds:
    """Acts on the title looked at, or on all that are selected. `edit` opens the editor on a title."""

    def __init__(
        self, parts: Parts, deeds: Deeds, shell: Shell, edit: Callable[[int], object], many: BulkDeeds
    ) -> None:
        self._parts = parts
        self._deeds = deeds
        self._shell = shell
        self._edit = edit
        self._many = many

    def duplicate(self) -> None:
        """Enter a twin of the title and open it."""
        record = self._parts.sight.record
        if record is not None:
            twin = self._deeds.duplicate(record.id, record.face.title)
            if twin is not None:
                self._edit(twin)

    def delete(self) -> None:
        """Delete the selected titles; the one below takes the selection."""
        listed, record = self._parts.view.list, self._parts.sight.record
        chosen = listed.selected_works()
        if not chosen or record is None:
            return
        model = self._parts.lines.model
        ids, last, gone = list(model.ids), model.index_of(chosen[-1]).row(), set(chosen)
        heir = next((work for work in (*ids[last + 1 :], *reversed(ids[:last])) if work not in gone), None)
        line = model.line(chosen[0])
        if self._deeds.delete(chosen, line.title if line else record.face.title):
            listed.choose(heir)

    def edit_all(self) -> None:
        """Change facts of all selected titles at once."""
        listed = self._parts.view.list
        self._many.edit(listed.selected_works(), listed.window())

    def rename(self) -> None:
        """Edit the title in its line."""
        listed = self._parts.view.titles
        listed.scrollTo(listed.currentIndex())
        listed.edit(listed.currentIndex())

    def into_slate(self, programme: int, *, sure: bool = False) -> None:
        """Put the title into the slate of a programme; when it is `sure` it waits beside the schedule at once."""
        record, sight = self._parts.sight.record, self._parts.sight
        if record is not None:
            name = sight.programme(programme)
            self._deeds.into_slate(record.id, record.face.title, programme, name, sure=sure)

    def place(self, programme: int) -> None:
        """Confirm the title for a programme unless it is already, and go to the schedule with it."""
        record = self._parts.sight.record
        if record is None:
            return
        entry = next((slate for slate in record.slates if slate.programme == programme), None)
        if entry is None:
            self.into_slate(programme, sure=True)
        elif entry.state is not SlateState.CONFIRMED:
            self._deeds.confirm(entry.entry, record.face.title, self._parts.sight.programme(programme))
        self._shell.show_page("schedule", programme=programme, work=record.id)

    def print_card(self) -> None:
        """Show the catalogue cards of the selected titles on the print page."""
        self._shell.show_page("documents", product="cards", works=self._parts.view.list.selected_works())

    def export(self, query: str) -> None:
        """Go to the print page with the titles shown, found by `query`, or with those selected if there are several."""
        shown, selected = self._parts.lines.model.ids, self._parts.view.list.selected_works()
        several = len(selected) > 1
        works, source = (selected, "selected") if several else (shown, "shown")
        self._shell.show_page("documents", product="title-list", works=works, source=source, query=query)

    def menu(self, point: QPoint) -> None:
        """Open the menu of the title at a point of the screen."""
        record, listed = self._parts.sight.record, self._parts.view.list
        if record is None:
            return
        taken = frozenset(slate.programme for slate in record.slates)
        several = len(listed.selectionModel().selectedIndexes()) > 1
        entries = Entries(
            lambda: self._edit(record.id), self.rename, self.place, self.into_slate, self.duplicate, self.print_card,
            self.edit_all,
            self.delete,
            self._parts.sight.programmes, taken, several,
        )  # fmt: skip
        menu = title_menu(listed, entries)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)
