"""The model of the list tells what has changed, wherever it is, and keeps what stays selected."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.works.list_model import WorkModel

lists = st.lists(st.integers(1, 60), unique=True, max_size=60)


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(lists, min_size=2, max_size=4))
def test_every_list_follows_on_every_other(every: list[list[int]]) -> None:
    model = WorkModel(lambda _works: {}, lambda _work, _text: False)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(every[0])
    replaced: list[bool] = []
    model.replaced.connect(lambda: replaced.append(True))
    for ids in every[1:]:
        held = {work: QPersistentModelIndex(model.index_of(work)) for work in model.ids}
        replaced.clear()
        model.show(list(ids))
        assert model.ids == ids
        if not replaced:
            assert {work: index.row() for work, index in held.items()} == {
                work: ids.index(work) if work in ids else -1 for work in held
            }
    del tester
