"""The list side of the catalogue: order, facets, filter field, selection, deeds and their way back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.facets import Filter
from app.domain.kinds import SlateState, WorkKind
from app.operations import programmes, works
from app.store.schedule import schedule
from app.store.work_rows import work_names
from app.ui.language import speak
from app.ui.page import Command
from app.ui.works.list_model import WORDED
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import TODAY, Made, settle, titles, write


def test_the_list_stands_in_the_order_of_the_language(page: WorksPage) -> None:
    assert titles(page) == ["The Composer", "Kelin", "To the Wonder"]
    speak("kk")
    assert titles(page) == ["Келін", "Композитор", "Менің Алтайым"]
    line = page.lines.model.line(page.lines.model.ids[1])
    assert line is not None
    assert line.tag == "ОРЫС"


def test_a_line_says_what_it_shows(page: WorksPage, made: Made) -> None:
    index = page.lines.model.index_of(made.wonder)
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("To the Wonder, 我的阿勒泰, China, Series, 2024")
    assert spoken.endswith("rights end in 12 days")
    line = page.lines.model.line(made.wonder)
    assert line is not None
    assert [chip.text for chip in line.chips] == ["ZH orig", "KK dub", "RU sub"]
    assert (line.status, line.until) == ("Ending soon", "12 days left")


def test_heads_sort_and_sort_the_other_way(page: WorksPage) -> None:
    title, (_country, year) = page.view.heads._heads["title"][0], page.view.heads._heads["country"]
    year.click()
    assert titles(page) == ["To the Wonder", "The Composer", "Kelin"]
    year.click()
    assert titles(page) == ["Kelin", "The Composer", "To the Wonder"]
    title.click()
    assert titles(page)[0] == "The Composer"


def test_facets_narrow_and_count_what_the_others_leave(page: WorksPage) -> None:
    settle()
    facets = page.view.facets
    assert (facets.kinds._rows["series"]._count, facets.kinds._rows["feature"]._count) == (1, 2)
    facets.kinds._rows["feature"].click()
    settle()
    assert titles(page) == ["The Composer", "Kelin"]
    assert facets.kinds._rows["series"]._count == 1
    assert facets.dubs._rows["kk"]._count == 0
    assert facets.dubs._rows["kk"].isVisible()
    assert page.status() == "2 titles shown, 1 selected"
    facets.missing.buttons["ru"].click()
    assert titles(page) == ["Kelin"]
    page.showing.clear()
    assert len(titles(page)) == 3


def test_the_year_facet_takes_its_ends(page: WorksPage) -> None:
    settle()
    page.view.facets.range.chosen.emit(2015, 2024)
    assert titles(page) == ["The Composer", "To the Wonder"]
    page.view.facets.range.chosen.emit(2009, 2024)
    assert not page.narrowing.filter.active


def test_the_slate_is_a_pill_that_can_be_dropped(page: WorksPage, made: Made) -> None:
    page.go(filter=Filter(programme=made.programme))
    assert titles(page) == ["To the Wonder"]
    assert page.view.toolbar.slate_pill.text() == "Film week"
    page.view.toolbar.slate_pill.click()
    assert len(titles(page)) == 3
    assert page.view.toolbar.slate_pill.isHidden()


def test_the_filter_field_finds_in_any_script_and_says_why(page: WorksPage, made: Made) -> None:
    page.commands()[Command.FILTER]()
    field = page.view.toolbar.field
    assert field.isVisible()
    QTest.keyClicks(field, "aletai")
    line = page.lines.model.line(made.wonder)
    assert titles(page) == ["To the Wonder"]
    assert line is not None
    assert line.why.startswith("pinyin: ")
    assert [line.why[a:b] for a, b in line.spans] == ["ālètài"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(titles(page)) == 3
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_what_an_input_method_composes_is_not_sought(page: WorksPage) -> None:
    page.commands()[Command.FILTER]()
    QApplication.sendEvent(page.view.toolbar.field, QInputMethodEvent("aletai", []))
    assert len(titles(page)) == 3


def test_nothing_fits_offers_to_show_all(page: WorksPage) -> None:
    page.go(words="zzzz")
    assert page.view.none_match.isVisible()
    assert page.view.inspector.record is None or titles(page) == []
    page.view.none_match.primary.emit()
    assert len(titles(page)) == 3
    assert page.view.list.isVisible()


def test_one_edit_fetches_one_line_and_keeps_place_and_selection(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.view.list.choose(made.kelin)
    told = QSignalSpy(page.lines.model.dataChanged)
    reset = QSignalSpy(page.lines.model.modelReset)
    workspace.edit(phrase("Year"), works.change, made.wonder, year=1999)
    assert [told.at(n)[0].row() for n in range(told.count())] == [2]
    assert reset.count() == 0
    assert page.view.list.current_work() == made.kelin
    line = page.lines.model.line(made.wonder)
    assert line is not None
    assert line.year == "1999"


def test_a_renamed_title_moves_to_its_place_and_stays_selected(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    page.view.list.choose(made.wonder)
    workspace.edit(phrase("Rename"), works.rename, made.wonder, "en", "A Wonder")
    assert titles(page) == ["The Composer", "Kelin", "A Wonder"]  # articles are not counted
    workspace.edit(phrase("Rename"), works.rename, made.wonder, "en", "Alatau")
    assert titles(page)[0] == "Alatau"
    assert page.view.list.selected_works() == [made.wonder]
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert titles(page) == ["The Composer", "Kelin", "To the Wonder"]


def test_f2_renames_in_place(page: WorksPage, made: Made) -> None:
    page.view.list.choose(made.kelin)
    settle()
    page.inspect()
    page.commands()[Command.RENAME]()
    field = next(one for one in page.view.list.findChildren(QLineEdit) if one.isVisible())
    field.selectAll()
    QTest.keyClicks(field, "The Bride")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "The Bride" in titles(page)
    assert not page.editing.on


def test_a_borrowed_title_renamed_in_place_gains_a_name_of_its_own(
    page: WorksPage, workspace: Workspace, made: Made
) -> None:
    speak("kk")
    page.lines.model.setData(page.lines.model.index_of(made.composer), "Сазгер")
    names = workspace.read(work_names, {made.composer})[made.composer]
    assert ("Сазгер", "kk-Cyrl") in {(name.text, name.language) for name in names}
    assert ("Композитор", "ru") in {(name.text, name.language) for name in names}


def test_deleting_takes_the_next_title_and_undo_brings_all_back(
    page: WorksPage, workspace: Workspace, made: Made, shell: FakeShell
) -> None:
    page.view.list.choose(made.kelin)
    page.inspect()
    page.commands()[Command.REMOVE]()
    assert titles(page) == ["The Composer", "To the Wonder"]
    assert page.view.list.current_work() == made.wonder
    assert shell.toasts == ["“Kelin” deleted"]
    workspace.undo_stack.undo()
    assert titles(page) == ["The Composer", "Kelin", "To the Wonder"]


def test_several_titles_go_in_one_step(page: WorksPage, workspace: Workspace, shell: FakeShell) -> None:
    page.view.list.selectAll()
    page.inspect()
    page.commands()[Command.REMOVE]()
    assert shell.toasts == ["3 titles deleted"]
    assert page.view.empty.isVisible()
    assert page.status() == "0 titles"
    workspace.undo_stack.undo()
    assert len(titles(page)) == 3


def test_a_duplicate_opens_in_the_editor(page: WorksPage, made: Made) -> None:
    page.go(work=made.composer)
    page.commands()[Command.DUPLICATE]()
    assert page.editing.on
    assert page.sight.record is not None
    assert page.sight.record.id not in made[:3]
    assert page.sight.record.countries == ("CN", "KZ")


def test_a_new_title_is_entered_by_its_name_with_the_language_guessed(page: WorksPage) -> None:
    page.commands()[Command.NEW]()
    form = page.view.new_title
    write(form.name, "Қыз Жібек")
    assert form.language.value() == "kk"
    form.kind.show_value(WorkKind.FEATURE)
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert page.editing.on
    record = page.sight.record
    assert record is not None
    assert [(name.text, name.language) for name in record.names] == [("Қыз Жібек", "kk-Cyrl")]


def test_typing_leads_to_a_title(page: WorksPage, made: Made) -> None:
    page.view.list.setFocus()
    QTest.keyClicks(page.view.list, "ke")
    assert page.view.list.current_work() == made.kelin


def test_enter_opens_the_editor_and_escape_comes_back(page: WorksPage, made: Made) -> None:
    page.view.list.choose(made.kelin)
    QTest.keyClick(page.view.list, Qt.Key.Key_Return)
    assert page.editing.on
    QTest.keyClick(page.editor, Qt.Key.Key_Escape)
    assert not page.editing.on
    assert page.view.list.current_work() == made.kelin


def test_posters_share_the_selection(page: WorksPage, made: Made) -> None:
    page.view.list.choose(made.kelin)
    page.view.toolbar.as_posters.click()
    settle()
    assert page.view.titles is not page.view.list
    assert page.view.list.selected_works() == [made.kelin]
    assert page.view.list.currentIndex().data(WORDED).title == "Kelin"
    page.view.toolbar.as_list.click()
    assert page.view.list.selected_works() == [made.kelin]


def test_the_menu_places_a_title_and_puts_it_into_a_slate(page: WorksPage, made: Made, shell: FakeShell) -> None:
    page.go(work=made.kelin)
    page.titles.into_slate(made.programme)
    assert shell.toasts[-1] == "“Kelin” is on the slate of “Film week”"
    assert page.sight.record is not None
    slates = [(slate.programme, slate.state) for slate in page.sight.record.slates]
    assert slates == [(made.programme, SlateState.LONGLIST)]
    page.go(work=made.composer)
    page.titles.place(made.programme)
    assert shell.shown == [("schedule", {"programme": made.programme, "work": made.composer})]
    page.titles.menu(QPoint(0, 0))
    QApplication.activePopupWidget().close()


def test_a_title_only_thought_of_is_confirmed_when_it_is_placed(
    page: WorksPage, made: Made, workspace: Workspace, shell: FakeShell
) -> None:
    workspace.edit(phrase("Add"), programmes.add_entry, made.programme, made.kelin)
    page.go(work=made.kelin)
    page.titles.place(made.programme)
    assert page.sight.record is not None
    assert [slate.state for slate in page.sight.record.slates] == [SlateState.CONFIRMED]
    assert [row.work for row in workspace.read(schedule, made.programme, "en", TODAY).tray] == [made.kelin]
    assert shell.shown == [("schedule", {"programme": made.programme, "work": made.kelin})]


def test_home_leads_to_what_is_missing_and_to_a_new_title(page: WorksPage) -> None:
    page.go(missing="ru")
    assert titles(page) == ["Kelin"]
    page.go(rights="ending")
    assert titles(page) == ["To the Wonder"]
    page.go(new=True)
    assert page.view.new_title.isVisible()


def test_a_hidden_page_reads_again_when_it_is_shown(page: WorksPage, workspace: Workspace, made: Made) -> None:
    page.hide()
    workspace.edit(phrase("Delete"), works.delete, made.kelin)
    assert len(page.lines.model.ids) == 3
    page.show()
    assert titles(page) == ["The Composer", "To the Wonder"]
