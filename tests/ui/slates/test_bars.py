"""The bars of the balance: a name that has room is never cut."""

import pytest
from PySide6.QtGui import QFont

from app.domain.kinds_of_plans import TargetKind
from app.domain.slates import Key, Measure
from app.ui.slates import bars
from app.ui.slates.bars import Block, Row


@pytest.mark.parametrize("spare", [0, 3, 20, 60])
def test_a_name_that_has_room_is_not_cut(qtbot, monkeypatch: pytest.MonkeyPatch, spare: int) -> None:
    said: list[str] = []
    real = bars.fitting

    def fitting(font: QFont, text: str, width: int) -> str:
        said.append(real(font, text, width))
        return said[-1]

    monkeypatch.setattr(bars, "fitting", fitting)
    block = Block(firm=True)
    qtbot.addWidget(block)
    names = ["New", "By women", "Premieres"]
    block.tell("Balance, titles", [Row(name, Measure(Key(TargetKind.NEW), 1, 1, 3), None) for name in names])
    block.resize(block.sizeHint().width() + spare, block.sizeHint().height())
    block.grab()
    assert said == names
