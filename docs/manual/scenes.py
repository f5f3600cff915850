"""The places of the window that the manual shows, one function each: it goes there and arranges what is seen."""
# ruff: noqa: INP001 - beside a text

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import props
import scenes_of_programmes as programmes
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QScrollArea, QWidget

from app.domain.bulk import Changes
from app.domain.screenings import Severity
from app.i18n.active import language
from app.store.programme_rows import programme_rows
from app.ui.checks.page import ChecksPage
from app.ui.imports.page import ImportsPage
from app.ui.main_window import MainWindow
from app.ui.schedule.page import SchedulePage
from app.ui.works.bulk_dialog import BulkDialog
from app.ui.works.fact_sources import Sourced
from app.ui.works.page import WorksPage
from app.ui.works.record_form import RecordCard
from app.ui.works.toolbar import EXAMPLE

TITLE, FILM = "我的阿勒泰", "音乐家"
RIGHT, WRONG = "Менің Алтайым", "Мeнің Алтайым"
"""The second has a Latin e."""
PERSON = "Xirzat Yahup"
NEXT_KEY = {"kk": " құқық:", "zh": " 版权:", "ru": " права:", "en": " rights:"}
"""What is being typed after the query of the field."""
UNTIL = QDate(2027, 9, 30)


def work_called(window: MainWindow, name: str) -> int:
    """The title with this name."""
    return int(window.workspace.read(props.work_called, name))


def works_page(window: MainWindow) -> WorksPage:
    """The catalogue as it is shown."""
    page = window.current_page()
    assert isinstance(page, WorksPage)
    return page


def type_into(field: QLineEdit, text: str) -> None:
    """Put a text into a field as if it had been typed: the test library types no Kazakh letters."""
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.setText(text)
    field.setModified(True)
    field.textEdited.emit(text)


def edit(window: MainWindow, name: str, section: str) -> WorksPage:
    """Open a section of the editor of a title, scrolled to its beginning."""
    window.show_page("works", work=work_called(window, name), editor=True, section=section)
    page = works_page(window)
    for area in page.editor.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    return page


def home(window: MainWindow) -> None:
    """The first page."""
    window.show_page("home")


def search(window: MainWindow) -> None:
    """The list below the search field, over Home."""
    window.show_page("home")
    window.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    window.search_box.setText("zhan")


def catalogue(window: MainWindow) -> None:
    """A title whose rights end too early."""
    window.search_box.clear()
    window.show_page("works", work=work_called(window, TITLE))
    listed = works_page(window).view.list
    listed.scrollTo(listed.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
    listed.setFocus(Qt.FocusReason.OtherFocusReason)


def query(window: MainWindow) -> None:
    """A query with what may be typed next, and the saved filters."""
    window.show_page("works")
    page = works_page(window)
    page.view.toolbar.open_filter()
    field = page.view.toolbar.field
    type_into(field, EXAMPLE[language()] + NEXT_KEY[language()])


def editor(window: MainWindow) -> None:
    """Names, one with a wrong letter."""
    page = works_page(window) if isinstance(window.current_page(), WorksPage) else None
    if page is not None:
        page.showing.clear()
        page.view.toolbar.close_filter()
    page = edit(window, TITLE, "names")
    rows = page.editor.names.rows.values()
    type_into(next(row.field for row in rows if row.field.text() == RIGHT), WRONG)


def synopsis(window: MainWindow) -> None:
    """The texts below the names."""
    works_page(window).editor.drop_unkept()
    page = edit(window, FILM, "names")
    _scroll_to(page.editor.parts["names"].synopses)  # type: ignore[attr-defined]


def facts(window: MainWindow) -> None:
    """The facts with what two sources say of the runtime."""
    page = edit(window, FILM, "facts")
    page.editor.parts["facts"].findChildren(Sourced)[2].asked.emit()


def rights(window: MainWindow) -> None:
    """A licence and the first paper."""
    edit(window, FILM, "rights")


def copies(window: MainWindow) -> None:
    """A copy with its tracks and keys open."""
    page = edit(window, FILM, "copies")
    for card in page.editor.parts["copies"].findChildren(RecordCard):
        for name in ("tracks", "keys"):
            if name in card.folds:
                card.folds[name].button.setChecked(True)


def people(window: MainWindow) -> None:
    """Somebody with names in three scripts."""
    from app.store.search import find  # noqa: PLC0415 - as short as the function

    hits = window.workspace.read(find, PERSON, language(), 5)
    window.show_page("agents", agent=next(hit.id for hit in hits if hit.kind == "agent"))


def bulk(window: MainWindow) -> QWidget:
    """Changing ten titles at once."""
    window.show_page("works")
    page = works_page(window)
    page.editing.close()
    listed = page.view.list
    listed.scrollToTop()
    model = listed.selectionModel()
    model.clear()
    for row in range(2, 12):
        model.select(listed.model().index(row, 0), model.SelectionFlag.Select)
    chosen = listed.selected_works()
    programmes = list(window.workspace.read(programme_rows))

    def counted(changes: Changes) -> int:
        from app.operations import bulk_edit  # noqa: PLC0415 - as short as the function

        return len(window.workspace.read(bulk_edit.would_change, chosen, changes))

    dialog = BulkDialog(len(chosen), {}, programmes, counted, window)
    dialog.fields.rights_until.setDate(UNTIL)
    dialog.fields.boxes["rights"].setChecked(False)
    dialog.fields.boxes["subtitles"].setChecked(True)
    dialog.fields.boxes["slate"].setChecked(True)
    dialog.show()
    return dialog


def importing(window: MainWindow) -> None:
    """How a workbook was read."""
    folder = Path(tempfile.mkdtemp())
    window.show_page("imports", path=props.sheet(folder))


def import_check(window: MainWindow) -> None:
    """What the import would do."""
    page = window.current_page()
    assert isinstance(page, ImportsPage)
    page.next.click()


def checks(window: MainWindow) -> None:
    """The findings, and how one kind of them is repaired."""
    window.show_page("checks", code="unconfirmed-reading")
    page = window.current_page()
    assert isinstance(page, ChecksPage)
    page.views.set_current("findings")
    page.reload()


def doubles(window: MainWindow) -> None:
    """Two records of one film."""
    window.show_page("checks", doubles=True)


def history(window: MainWindow) -> None:
    """The steps of the library, the newest chosen."""
    window.show_page("history")


def schedule(window: MainWindow) -> None:
    """Two halls that want one copy."""
    window.show_page("schedule")
    page = window.current_page()
    assert isinstance(page, SchedulePage)
    assert page.plan is not None
    clash = next(one for one in page.plan.findings if one.severity is Severity.ERROR and len(one.slots) > 1)
    page.choose(clash.slots[-1])
    page.view.setFocus(Qt.FocusReason.OtherFocusReason)


def printing(window: MainWindow) -> None:
    """The grid of the first day."""
    window.show_page("documents", product="day-grid")


def title_list(window: MainWindow) -> None:
    """All titles as a list."""
    window.show_page("documents", product="title-list", source="all")


def card(window: MainWindow) -> None:
    """The card of one title."""
    window.show_page("documents", product="cards", works=[work_called(window, FILM)], source="selected")


def _scroll_to(part: QWidget) -> None:
    """Bring a part of a form to the top of what is seen."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea) and above.widget() is not None:
        place = part.mapTo(above.widget(), part.rect().topLeft()).y()
        above.verticalScrollBar().setValue(place - 12)


SCENES: Mapping[str, Callable[[MainWindow], QWidget | None]] = {
    "home": home, "search": search, "catalogue": catalogue, "query": query, "editor": editor, "synopsis": synopsis,
    "facts": facts, "rights": rights, "copies": copies, "people": people, "bulk": bulk, "import": importing,
    "import-check": import_check, "checks": checks, "doubles": doubles, "history": history, "schedule": schedule,
    "print": printing, "title-list": title_list, "card": card, "slates": programmes.slates, "tours": programmes.tours,
    "rules": programmes.rules, "planner": programmes.planner,
    "plans": programmes.plans,
}  # fmt: skip
"""In the order in which they are taken: each begins where the one before it ended."""
