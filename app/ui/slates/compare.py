"""Two candidates side by side: facts, rights, versions, opinions, and what confirming each would do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.candidates import Aspect, Candidate, better, gained
from app.domain.kinds import SlateState
from app.domain.slates import effect
from app.i18n import formats, labels_of_records
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.store.slate_rows import EntryRow
from app.ui.slates.bars import figures
from app.ui.slates.desk import Desk, column_name, facts_line, points_word, rights_short
from app.ui.slates.edits import Edits
from app.ui.slates.strip import measure_name
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.chips import VersionChips
from app.ui.widgets.lines import Line
from app.ui.widgets.message import Glyph
from app.ui.widgets.poster_view import PosterView
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import RIGHTS_LOOK
from app.ui.works.standing_line import StandingLine

WIDE = 980
TWO = 2


class Compare(Translated, QScrollArea):
    """`closed` goes back to the board."""

    closed = Signal()

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._desk: Desk | None = None
        self._pair: tuple[EntryRow, ...] = ()
        self.confirm: list[Button] = []
        self.back = Button()
        self.back.clicked.connect(self.closed)
        self.head = SafeLabel(role="section")
        self._body = QVBoxLayout()
        self._grid = QGridLayout()
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.back)
        inside = QWidget()
        inside.setMaximumWidth(WIDE)
        column_ = QVBoxLayout(inside)
        column_.setContentsMargins(24, 16, 24, 24)
        column_.setSpacing(14)
        column_.addLayout(top)
        column_.addLayout(self._body)
        column_.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusProxy(self.back)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.head.setText(_("Two candidates"))
        self.back.setText(_("Back to the slate"))
        if self._desk is not None and self._pair:
            self.show_pair(self._desk, [entry.id for entry in self._pair])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the slate."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_pair(self, desk: Desk | None, chosen: Sequence[int]) -> None:
        """Compare two entries; another number of them is not shown."""
        found = tuple(entry for entry in map(desk.entry, chosen) if entry is not None) if desk else ()
        self._desk, self._pair = desk, found
        if self.isVisible() or len(found) == TWO:
            self._clear()
        if desk is not None and len(found) == TWO:
            self._fill(desk, found)

    def _fill(self, desk: Desk, pair: Sequence[EntryRow]) -> None:
        weighed = [_candidate(desk, entry) for entry in pair]
        for place, entry in enumerate(pair):
            self._grid.addWidget(self._face(entry), 0, place + 1)
        self._row(_("Column"), [SafeLabel(column_name(entry.state)) for entry in pair])
        self._row(pgettext("target", "Strand"), [SafeLabel(desk.strand_name(entry.strand) or "–") for entry in pair])
        marks = {aspect: better(aspect, weighed[0], weighed[1]) for aspect in Aspect}
        self._row(_("Opinions"), [_opinions(desk, entry) for entry in pair], marks[Aspect.OPINIONS])
        self._row(_("Rights"), [_standing(entry) for entry in pair], marks[Aspect.RIGHTS])
        self._row(_("Versions"), [_chips(desk, entry) for entry in pair], marks[Aspect.LANGUAGES])
        self._row(_("Year"), [SafeLabel(str(entry.year or "–")) for entry in pair], marks[Aspect.YEAR])
        self._row(_("Premiere"), [SafeLabel(labels_of_records.premiere(tr(), entry.premiere)) for entry in pair])
        self._row(_("If confirmed"), [self._effect(desk, one) for one in weighed], marks[Aspect.TARGETS])
        self._row(_("Note"), [SafeLabel(entry.note or "–", wrap=True) for entry in pair])
        self.confirm = []
        row = self._grid.rowCount()
        for place, entry in enumerate(pair):
            button = Button(_("Confirm"), kind=Kind.DEFAULT)
            button.setAccessibleName(_("Confirm {title}", title=entry.title))
            button.setEnabled(entry.state is not SlateState.CONFIRMED)
            button.clicked.connect(lambda _on=False, entry=entry: self._edits.move([entry], SlateState.CONFIRMED))
            self.confirm.append(button)
            self._grid.addWidget(button, row, place + 1, Qt.AlignmentFlag.AlignLeft)

    def _row(self, name: str, parts: Sequence[QWidget], mark: int = 0) -> None:
        """One aspect; a tick stands at the better side."""
        line, row = self._grid.rowCount(), self._grid.rowCount() + 1
        self._grid.addWidget(Line(), line, 0, 1, 3)
        self._grid.addWidget(SafeLabel(name, tone="text2"), row, 0, Qt.AlignmentFlag.AlignTop)
        for place, part in enumerate(parts):
            if mark and (mark < 0) == (place == 0):
                part = _ticked(part)  # noqa: PLW2901 - the same with a tick
            self._grid.addWidget(part, row, place + 1, Qt.AlignmentFlag.AlignTop)

    def _face(self, entry: EntryRow) -> QWidget:
        face = QWidget()
        poster = PosterView(64)
        poster.set_title(entry.work)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(SafeLabel(entry.title, "title", wrap=True))
        if entry.second:
            words.addWidget(SafeLabel(entry.second, tone="text2", wrap=True))
        words.addWidget(SafeLabel(facts_line(entry), tone="text2", wrap=True))
        if not entry.minutes:
            words.addWidget(SafeLabel(_("No runtime"), tone="amber", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(face)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(poster, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return face

    def _effect(self, desk: Desk, candidate: Candidate) -> QWidget:
        lines = []
        for shift in candidate.effect.shifts:
            name = measure_name(shift.after.key, desk)
            lines.append(_("{name}: {figures}", name=name, figures=figures(shift.after)))
        near = gained(candidate.effect)
        if near > 0:
            lines.insert(0, ngettext("{n} target comes nearer", "{n} targets come nearer", near))
        return SafeLabel("\n".join(lines) or _("Already confirmed."), wrap=True)

    def _clear(self) -> None:
        """A new grid: an old one keeps the rows it had."""
        while (item := self._body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        for column, stretch in ((0, 0), (1, 1), (2, 1)):
            self._grid.setColumnStretch(column, stretch)
        self._body.addWidget(sheet)


def _candidate(desk: Desk, entry: EntryRow) -> Candidate:
    found = desk.imagined([entry.id], SlateState.CONFIRMED)
    if found is None:
        found = effect(desk.slate.weighed, {}, desk.slate.frame)
    return Candidate(entry.weighed, entry.points, entry.standing.status, found)


def _opinions(desk: Desk, entry: EntryRow) -> QWidget:
    """The mean; then of each person the points, the day and what was said."""
    said = desk.slate.opinions.get(entry.id, ())
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    if entry.points is not None:
        mean = ngettext("{points} from {n} opinion", "{points} from {n} opinions", entry.opinions,
                        points=points_word(entry.points))  # fmt: skip
        column.addWidget(SafeLabel(mean, "strong", wrap=True))
    for one in said:
        if column.count():
            column.addSpacing(6)
        points = str(one.points) if one.points is not None else ""
        day = formats.date_medium(language(), one.given.astimezone().date())
        column.addWidget(SafeLabel(" · ".join(filter(None, (one.author, points, day))), "small", "text2", wrap=True))
        if one.note:
            column.addWidget(SafeLabel(one.note, wrap=True))
    if not said:
        column.addWidget(SafeLabel("–"))
    return sheet


def _standing(entry: EntryRow) -> QWidget:
    return StandingLine(RIGHTS_LOOK[entry.standing.status], rights_short(entry))


def _chips(desk: Desk, entry: EntryRow) -> QWidget:
    chips = VersionChips()
    chips.set_chips(desk.words(entry).chips)
    return chips


def _ticked(part: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    glyph = Glyph("check", "green", size=15)
    glyph.setAccessibleName(_("better"))
    row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(part, 1)
    return box
