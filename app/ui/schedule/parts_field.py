"""What an event consists of, in order: doors, introduction, films, breaks, talks, Q&A, each with its minutes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.kinds import PartKind
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.operations.screenings import PartSpec
from app.store.schedule import PartRow
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import Combo
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField

SHOWN = frozenset({PartKind.FILM, PartKind.TALK})
"""Parts that may be of a title."""

USUAL = {
    PartKind.DOORS: 15, PartKind.INTRO: 10, PartKind.FILM: 90, PartKind.TALK: 60, PartKind.BREAK: 15, PartKind.QA: 25,
    PartKind.CLEARING: 15,
}  # fmt: skip
LONGEST = 1440
TALL = 176


class PartLine(Translated, QWidget):
    """One part. Alt with Up or Down moves it, Alt with Del takes it away."""

    changed = Signal()
    moved = Signal(int)
    gone = Signal()

    def __init__(self, spec: PartSpec, titles: Mapping[int, str], lengths: Mapping[int, PartSpec]) -> None:
        super().__init__()
        self._spec, self._lengths = spec, lengths
        self.kind, self.work = Combo(), Combo()
        self.minutes = NumberField(low=1, high=LONGEST)
        self.minutes.setFixedWidth(theme().px(92))
        self.up, self.down, self.remove = IconButton("chevron-up"), IconButton("chevron-down"), IconButton("x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.kind.setMinimumContentsLength(10)
        self.work.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.addWidget(self.kind)
        row.addWidget(self.work, 1)
        self._gap = SafeLabel()
        row.addWidget(self._gap, 1)
        for part in (self.minutes, self.up, self.down, self.remove):
            row.addWidget(part)
        for kind in PartKind:
            self.kind.addItem("", kind.value)
        self.work.addItem("–", None)
        for work, title in titles.items():
            self.work.addItem(title, work)
        self.kind.setCurrentIndex(self.kind.findData(spec.kind.value))
        self.work.setCurrentIndex(max(0, self.work.findData(spec.work)))
        self.minutes.setValue(spec.minutes)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.work.activated.connect(self._work_chosen)
        self.minutes.valueChanged.connect(self.changed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.gone)
        self._show_work()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.kind.setAccessibleName(_("Part"))
        self.work.setAccessibleName(_("Title"))
        self.minutes.setAccessibleName(_("Minutes"))
        self.minutes.setSuffix(_(" min"))
        self.up.set_name(_("Earlier"), "Alt+Up")
        self.down.set_name(_("Later"), "Alt+Down")
        self.remove.set_name(_("Remove"), "Alt+Del")
        for place, kind in enumerate(PartKind):
            self.kind.setItemText(place, labels.part_kind(tr(), kind))

    def spec(self) -> PartSpec:
        """What it says now; version and copy stay as long as the title does."""
        kind = PartKind(self.kind.currentData())
        work: int | None = self.work.currentData() if kind in SHOWN else None
        if work == self._spec.work:
            return self._spec._replace(kind=kind, minutes=self.minutes.value())
        known = self._lengths.get(work or 0)
        version, copy = (known.version, known.copy) if known else (None, None)
        return PartSpec(kind, self.minutes.value(), work, version, copy, self._spec.id)

    def _kind_changed(self) -> None:
        self.minutes.setValue(USUAL[PartKind(self.kind.currentData())])
        self._show_work()
        self.changed.emit()

    def _work_chosen(self) -> None:
        known = self._lengths.get(self.work.currentData() or 0)
        if known is not None and PartKind(self.kind.currentData()) is PartKind.FILM:
            self.minutes.setValue(known.minutes)
        self.changed.emit()

    def _show_work(self) -> None:
        shown = PartKind(self.kind.currentData()) in SHOWN
        self.work.setVisible(shown)
        self._gap.setVisible(not shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.gone.emit()
                return
        super().keyPressEvent(event)


class PartsField(Translated, QWidget):
    """The parts of an event, with their sum. `changed` at every change."""

    changed = Signal()

    def __init__(
        self, titles: Mapping[int, str], lengths: Mapping[int, PartSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._titles, self._lengths = titles, lengths
        self.lines: list[PartLine] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more = Button(icon="plus", small=True)
        self.more.clicked.connect(self._add)
        self.sum = SafeLabel(tone="text2")
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._area)
        column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.more.setText(_("Add a part"))
        self._tell()

    def show_parts(self, parts: Sequence[PartRow | PartSpec]) -> None:
        """Show these."""
        for part in parts:
            self._insert(PartSpec(part.kind, part.minutes, part.work, part.version, part.copy, part.id or None))
        self._tell()

    def specs(self) -> tuple[PartSpec, ...]:
        """What the event consists of."""
        return tuple(line.spec() for line in self.lines)

    def _insert(self, spec: PartSpec) -> PartLine:
        line = PartLine(spec, self._titles, self._lengths)
        line.changed.connect(self._tell)
        line.moved.connect(lambda step: self._move(line, step))
        line.gone.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        return line

    def _add(self) -> None:
        """One more: a film as long as there is none, then what is usually missing."""
        kinds = {line.spec().kind for line in self.lines}
        order = (PartKind.FILM, PartKind.QA, PartKind.BREAK)
        kind = next((one for one in order if one not in kinds), PartKind.FILM)
        line = self._insert(PartSpec(kind, USUAL[kind]))
        line.kind.setFocus()
        self._tell()
        self._area.ensureWidgetVisible(line)

    def _move(self, line: PartLine, step: int) -> None:
        place = self.lines.index(line)
        goal = min(max(place + step, 0), len(self.lines) - 1)
        if goal != place:
            focused = line.focusWidget()
            self.lines.insert(goal, self.lines.pop(place))
            self._column.removeWidget(line)
            self._column.insertWidget(goal, line)
            for before, after in zip(self.lines, self.lines[1:], strict=False):
                QWidget.setTabOrder(before.remove, after.kind)
            if focused is not None:
                focused.setFocus()
            self._tell()

    def _remove(self, line: PartLine) -> None:
        place = self.lines.index(line)
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        (self.lines[min(place, len(self.lines) - 1)].kind if self.lines else self.more).setFocus()
        self._tell()

    def _tell(self) -> None:
        total = sum(line.minutes.value() for line in self.lines)
        self.sum.setText(_("{minutes} in all", minutes=formats.minutes(language(), total)))
        tall = max(1, min(len(self.lines), 4)) * (theme().px(30) + 4)
        self._area.setFixedHeight(tall)
        self.changed.emit()
