"""The strands of a programme as rows: names, colour, what the schedule must heed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.kinds import LANGUAGES
from app.domain.names import FourNames
from app.i18n.active import _
from app.operations.strands import COLOURS, StrandSpec
from app.store.slate_rows import SectionRow
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.language_switch import ENDONYMS
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.strands import StrandLabel

TALL = 300


class StrandLine(Translated, QWidget):
    """One strand."""

    def __init__(self, number: int | None, names: FourNames, colour: int) -> None:
        super().__init__()
        self.number = number
        self.names = {code: Field() for code in LANGUAGES}
        for code in LANGUAGES:
            self.names[code].setText(getattr(names, code))
            self.names[code].setPlaceholderText(ENDONYMS[code])
        self.glyph = StrandLabel(colour - 1, "")
        self.colour = Combo()
        for _place in range(COLOURS):
            self.colour.addItem("")
        self.colour.setCurrentIndex(colour - 1)
        self.colour.currentIndexChanged.connect(lambda place: self.glyph.set_strand(place, ""))
        self.alone, self.jury = CheckBox(), CheckBox()
        self.up, self.down = IconButton("chevron-up", size=26), IconButton("chevron-down", size=26)
        self.remove = IconButton("x", size=26)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row in (upper, lower):
            row.setSpacing(6)
            column.addLayout(row)
        upper.addWidget(self.glyph)
        for code in LANGUAGES:
            upper.addWidget(self.names[code], 1)
        for part in (self.colour, self.alone, self.jury):
            lower.addWidget(part)
        lower.addStretch(1)
        for button in (self.up, self.down, self.remove):
            lower.addWidget(button)
        column.addWidget(Line())
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        colours = (_("Blue, disc"), _("Ochre, diamond"), _("Plum, square"), _("Green, triangle"), _("Indigo, cross"),
                   _("Grey, ring"))  # fmt: skip
        for place, word in enumerate(colours):
            self.colour.setItemText(place, word)
        self.colour.setAccessibleName(_("Colour and sign"))
        name = _("Name of the strand")
        for code, field in self.names.items():
            field.setAccessibleName(f"{name}, {ENDONYMS[code]}")
        self.alone.setText(_("No two of its shows at once"))
        self.jury.setText(_("Jury must see every title"))
        self.up.set_name(_("Move the strand up"))
        self.down.set_name(_("Move the strand down"))
        self.remove.set_name(_("Remove the strand"))

    def spec(self) -> StrandSpec:
        """What was filled in."""
        names = FourNames(*(self.names[code].text().strip() for code in LANGUAGES))
        place = max(0, self.colour.currentIndex())
        return StrandSpec(self.number, names, place + 1, self.alone.isChecked(), self.jury.isChecked())


class StrandsField(Translated, QWidget):
    """All strands, in order."""

    def __init__(self, rows: Sequence[SectionRow]) -> None:
        super().__init__()
        self.lines: list[StrandLine] = []
        self.add = Button(icon="plus", small=True)
        self.add.clicked.connect(lambda _on=False: self.add_line())
        inside = Panel("raised")
        self._stack = QVBoxLayout(inside)
        self._stack.setContentsMargins(0, 0, 8, 0)
        self._stack.setSpacing(8)
        self._stack.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFixedHeight(theme().px(TALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        for row in rows:
            line = self._put(row.id, row.names, row.colour)
            line.alone.setChecked(row.alone)
            line.jury.setChecked(row.for_jury)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.add.setText(_("Add a strand"))

    def add_line(self) -> StrandLine:
        """One more strand, in the next colour."""
        line = self._put(None, FourNames(), len(self.lines) % COLOURS + 1)
        line.names[LANGUAGES[0]].setFocus()
        return line

    def specs(self) -> tuple[StrandSpec, ...]:
        """What was filled in; new lines without a name do not count."""
        found = (line.spec() for line in self.lines)
        return tuple(spec for spec in found if spec.id is not None or any(spec.names))

    def nameless(self) -> StrandLine | None:
        """A strand that lost its name."""
        return next((line for line in self.lines if line.number is not None and not any(line.spec().names)), None)

    def double(self) -> StrandLine | None:
        """A strand that has a name of another one."""
        seen: set[tuple[int, str]] = set()
        for line in self.lines:
            names = {(place, name.casefold()) for place, name in enumerate(line.spec().names) if name}
            if names & seen:
                return line
            seen |= names
        return None

    def _put(self, number: int | None, names: FourNames, colour: int) -> StrandLine:
        line = StrandLine(number, names, colour)
        line.up.clicked.connect(partial(self._shift, line, -1))
        line.down.clicked.connect(partial(self._shift, line, 1))
        line.remove.clicked.connect(partial(self._drop, line))
        self._stack.insertWidget(len(self.lines), line)
        self.lines.append(line)
        return line

    def _shift(self, line: StrandLine, step: int, _on: object = None) -> None:
        place = self.lines.index(line) + step
        if 0 <= place < len(self.lines):
            self.lines.remove(line)
            self.lines.insert(place, line)
            self._stack.removeWidget(line)
            self._stack.insertWidget(place, line)

    def _drop(self, line: StrandLine, _on: object = None) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
