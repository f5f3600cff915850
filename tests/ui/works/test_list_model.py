"""The model of the catalogue: pages, changes of order, one changed line."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from app.ui.widgets.status import Look
from app.ui.works.list_model import PAGE, WORDED, WORK, WorkModel
from app.ui.works.wording import Worded


class Source:
    """Lines made up on demand; remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.prefix = "Title"

    def fetch(self, works: Sequence[int]) -> dict[int, Worded]:
        self.asked.append(list(works))
        return {work: line(work, f"{self.prefix} {work}") for work in works}


def line(work: int, title: str) -> Worded:
    look = Look("check", "text2")
    return Worded(work, title, "", "", "Kazakhstan", "Feature", "2019", (), look, "Cleared", "", "", "", False)  # noqa: FBT003


def model_of(ids: list[int]) -> tuple[WorkModel, Source]:
    source = Source()
    model = WorkModel(source.fetch, lambda _work, _text: True)
    model.show(ids)
    return model, source


def test_qt_finds_no_fault_with_the_model() -> None:
    model, _source = model_of([])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(list(range(1, 250)))
    model.prepare(0, 20)
    model.show([5, 3, 4, 900, 901])
    model.forget({3})
    model.replace([7, 8])
    model.forget()
    assert tester.model() is model


def test_lines_are_fetched_a_page_at_a_time_and_only_once() -> None:
    model, source = model_of(list(range(1000)))
    page = 4 * PAGE
    model.prepare(page + 2, page + PAGE - 3)
    assert source.asked == [list(range(page, page + PAGE))]
    model.prepare(page, page + PAGE - 1)
    model.prepare(page + PAGE - 4, page + PAGE)
    model.prepare(page - 1, page + 5)
    assert source.asked[1:] == [list(range(page + PAGE, page + 2 * PAGE)), list(range(page - PAGE, page))]
    assert model.data(model.index(page + 10), WORDED).title == f"Title {page + 10}"


def test_painting_never_fetches_by_itself() -> None:
    model, source = model_of(list(range(10)))
    assert model.data(model.index(3), WORDED) is None
    assert model.data(model.index(3)) is None
    assert source.asked == []


def test_one_changed_line_tells_of_one_line() -> None:
    model, source = model_of(list(range(300)))
    model.prepare(0, 10)
    told = QSignalSpy(model.dataChanged)
    source.prefix = "Renamed"
    model.forget({4})
    assert [(told.at(0)[0].row(), told.at(0)[1].row())] == [(4, 4)]
    assert told.count() == 1
    assert model.line(4).title == "Renamed 4"
    assert model.line(5).title == "Title 5"


@given(st.permutations(list(range(12))), st.permutations(list(range(6, 20))))
def test_whatever_becomes_of_the_order_the_selection_stays_with_its_titles(old: list[int], new: list[int]) -> None:
    model, _source = model_of(old)
    selection = QItemSelectionModel(model)
    for row in (0, 5, 9):
        selection.select(model.index(row), QItemSelectionModel.SelectionFlag.Select)
    chosen = {old[row] for row in (0, 5, 9)}
    model.show(list(new))
    assert model.ids == list(new)
    assert {index.data(WORK) for index in selection.selectedIndexes()} == chosen & set(new)


def test_a_wholly_other_list_is_told_as_such() -> None:
    model, _source = model_of(list(range(0, 400, 2)))
    told = QSignalSpy(model.replaced)
    model.show(sorted([*range(0, 400, 2), *range(1, 400, 4)]))
    assert told.count() == 1
