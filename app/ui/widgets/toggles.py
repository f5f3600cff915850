"""Small buttons that stay down, one a value; they wrap where the form is narrow."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.facet import FacetToggle
from app.ui.widgets.flow_layout import FlowLayout


class Toggles(QWidget):
    """`picked` tells the values of those that are down after somebody has pressed one."""

    picked = Signal(object)

    def __init__(self, values: Sequence[Any], down: Sequence[Any] = ()) -> None:
        super().__init__()
        self.buttons = {value: FacetToggle() for value in values}
        flow = FlowLayout(gap=4, line_gap=4)
        flow.setContentsMargins(0, 2, 0, 2)
        for button in self.buttons.values():
            button.clicked.connect(lambda _down: self.picked.emit(self.down()))
            flow.addWidget(button)
        self.setLayout(flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(next(iter(self.buttons.values())))
        self.press(down)

    def down(self) -> list[Any]:
        """The values of those that are down."""
        return [value for value, button in self.buttons.items() if button.isChecked()]

    def press(self, values: Sequence[Any]) -> None:
        """Put those of `values` down and all others up; nothing is told."""
        for value, button in self.buttons.items():
            button.setChecked(value in values)

    def name(self, words: Mapping[Any, tuple[str, str]]) -> None:
        """A short word and a full one for each."""
        for value, (short, full) in words.items():
            self.buttons[value].set_words(short, "", full)
