"""What a deed on many days would come to, line by line: when, where, what stands against it; each may be left out."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.schedule.ghost import SIGNS
from app.ui.schedule.imagining import Fit
from app.ui.theme import theme
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel

TONES = {Fit.FITS: "green", Fit.WARNS: "amber", Fit.CLASHES: "red", Fit.REFUSED: "red"}
TALL = 190


class Line(NamedTuple):
    """One thing that would be done. What is refused cannot be ticked."""

    key: Hashable
    words: str
    fit: Fit
    sentence: str


class Preview(QScrollArea):
    """Lines with boxes. `changed` when one was ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[Hashable, CheckBox] = {}
        self._off: set[Hashable] = set()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme().px(TALL))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; what was left out before stays left out."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(2)
        self._boxes = {}
        for line in lines:
            box = CheckBox(line.words)
            box.setAccessibleDescription(line.sentence)
            box.setEnabled(line.fit is not Fit.REFUSED)
            box.setChecked(line.fit is not Fit.REFUSED and line.key not in self._off)
            box.toggled.connect(lambda on, key=line.key: self._ticked(key, on=on))
            self._boxes[line.key] = box
            column.addWidget(box)
            column.addLayout(self._verdict(line))
        column.addStretch(1)
        self.setWidget(content)

    def _verdict(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme().px(23), 0, 0, theme().px(5))
        row.setSpacing(6)
        row.addWidget(Glyph(SIGNS[line.fit], TONES[line.fit], size=13), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SafeLabel(line.sentence, "small", "text2", wrap=True), 1)
        return row

    def _ticked(self, key: Hashable, *, on: bool) -> None:
        (self._off.discard if on else self._off.add)(key)
        self.changed.emit()

    def ticked(self) -> list[Hashable]:
        """The keys of the lines that are to be done."""
        return [key for key, box in self._boxes.items() if box.isChecked()]

    def left_out(self) -> list[Hashable]:
        """The keys of the others."""
        return [key for key, box in self._boxes.items() if not box.isChecked()]
