"""The facts of the chosen event, each editable where it stands."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QFormLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import PartKind, ScreeningStatus
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.store.schedule import Card
from app.store.work_rows import VersionLine
from app.ui.schedule.edits import Edits
from app.ui.schedule.faces import seats, tails_said, version_words, when
from app.ui.schedule.plan import Plan
from app.ui.schedule.quiet import Option, QuietButton, QuietCombo
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.lines import Line
from app.ui.widgets.poster_view import PosterView
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField, TimeField
from app.ui.widgets.status import SCREENING_LOOK

TAILS = (PartKind.DOORS, PartKind.INTRO, PartKind.QA, PartKind.CLEARING)
LONGEST_TAIL = 240
LABELS = 84


class Details(Translated, QWidget):
    """Poster, title and the rows below: where, when, strand, status, version, copy, what surrounds the film."""

    closed = Signal()

    def __init__(
        self, edits: Edits, versions: Callable[[int], Sequence[VersionLine]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._edits = edits
        self._versions = versions
        self._plan: Plan | None = None
        self._card: Card | None = None
        self._time_shown = QTime()
        self._shown: dict[NumberField, int] = {}
        self._make_editors()
        self._lay_out()
        self.retranslate()

    # Making

    def _make_editors(self) -> None:
        self.poster = PosterView(44)
        self.title = SafeLabel(role="title", wrap=True)
        self.line = SafeLabel(tone="text2", wrap=True)
        self.second = SafeLabel(tone="text2", wrap=True)
        self.lock = IconButton("lock", size=28)
        self.lock.setCheckable(True)
        self.close_button = IconButton("x", size=28)
        self.hall, self.day, self.strand = QuietCombo(), QuietCombo(), QuietCombo()
        self.status, self.version, self.copy = QuietCombo(), QuietCombo(), QuietCombo()
        self.time = TimeField()
        self.time.setFixedWidth(theme().px(76))
        self.length = NumberField(low=1, high=1440)
        self.buffers = QuietButton()
        self.tails = {kind: NumberField(low=0, high=LONGEST_TAIL) for kind in TAILS}
        self._tail_names = {kind: SafeLabel(role="label", tone="text2") for kind in TAILS}
        self.lock.clicked.connect(self._lock)
        self.close_button.clicked.connect(self.closed)
        self.hall.picked.connect(lambda key: self._put(hall=key))
        self.day.picked.connect(lambda key: self._put(day=key))
        self.time.editingFinished.connect(self._put)
        self.strand.picked.connect(lambda key: self._card and self._edits.change(self._card, strand_id=key))
        self.status.picked.connect(lambda key: self._card and self._edits.set_status(self._card, ScreeningStatus(key)))
        self.version.picked.connect(self._choose_version)
        self.copy.picked.connect(lambda key: self._card and self._edits.use_copy(self._card, key))
        self.length.editingFinished.connect(self._set_length)
        for kind, field in self.tails.items():
            field.editingFinished.connect(lambda kind=kind: self._set_tail(kind))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 10, 12)
        head.setSpacing(12)
        head.addWidget(self.poster, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self.title, 1)
        first.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(first)
        words.addWidget(self.line)
        words.addWidget(self.second)
        words.addStretch(1)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addLayout(self._form())
        column.addWidget(Line())

    def _form(self) -> QFormLayout:
        self._names: dict[str, SafeLabel] = {}
        form = QFormLayout()
        form.setContentsMargins(16, 7, 8, 7)
        form.setHorizontalSpacing(0)
        form.setVerticalSpacing(0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        starts = QHBoxLayout()
        starts.setSpacing(2)
        starts.addWidget(self.day, 1)
        starts.addWidget(self.time)
        self._tail_grid = QWidget()
        grid = QGridLayout(self._tail_grid)
        grid.setContentsMargins(0, 4, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for place, kind in enumerate(TAILS):
            grid.addWidget(self._tail_names[kind], place, 0)
            grid.addWidget(self.tails[kind], place, 1)
        self._length_name = SafeLabel(role="label", tone="text2")
        grid.addWidget(self._length_name, len(TAILS), 0)
        grid.addWidget(self.length, len(TAILS), 1)
        grid.setColumnStretch(0, 1)
        for field in (*self.tails.values(), self.length):
            field.setFixedWidth(theme().px(104))
        self._tail_grid.hide()
        self.buffers.toggled.connect(self._tail_grid.setVisible)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            ("where", self.hall), ("starts", starts), ("strand", self.strand), ("status", self.status),
            ("version", self.version), ("copy", self.copy), ("buffers", self.buffers),
        )  # fmt: skip
        for key, editor in rows:
            self._names[key] = label = SafeLabel(tone="text2", wrap=True)
            label.setFixedWidth(theme().px(LABELS))
            form.addRow(label, editor)
        form.addRow(self._tail_grid)
        return form

    # Showing

    def retranslate(self) -> None:
        """Say the words again."""
        words = {
            "where": _("Where"), "starts": _("Starts"), "strand": _("Strand"), "status": _("Status"),
            "version": _("Version"), "copy": _("Copy"), "buffers": _("Buffers"),
        }  # fmt: skip
        for key, text in words.items():
            self._names[key].setText(text)
            self._names[key].setMinimumHeight(self._names[key].heightForWidth(theme().px(LABELS)))
        editors = {
            "where": self.hall, "strand": self.strand, "status": self.status, "version": self.version,
            "copy": self.copy, "buffers": self.buffers,  "starts": self.time,
        }  # fmt: skip
        for key, editor in editors.items():
            editor.setAccessibleName(words[key])
        self.day.setAccessibleName(_("Day"))
        for kind in TAILS:
            name = labels.part_kind(tr(), kind)
            self._tail_names[kind].setText(name)
            self.tails[kind].setAccessibleName(name)
            self.tails[kind].setSuffix(_(" min"))
        self._length_name.setText(_("Length"))
        self.length.setAccessibleName(_("Length"))
        self.length.setSuffix(_(" min"))
        self.close_button.set_name(_("Close"), "Esc")
        self.lock.set_name(_("Lock"), "K")

    def show_card(self, plan: Plan, card: Card) -> None:
        """Show an event; a field that is being typed in is left alone."""
        other = self._card is None or self._card.id != card.id
        self._plan, self._card = plan, card
        if other:
            self._shown.clear()
        self.poster.set_title(card.works[0] if card.works else f"event {card.id}")
        self.title.setText(card.title or pgettext("schedule", "Untitled event"))
        self.line.setText(when(plan, card))
        second = []
        if card.event_ends > card.ends:
            second.append(_("with what follows until {time}", time=formats.time(language(), card.event_ends)))
        if card.starts.date() != card.day:
            second.append(_("belongs to the evening of {day}", day=formats.day_label(language(), card.day)))
        self.second.setVisible(bool(second))
        self.second.setText("\n".join(second))
        self.lock.setChecked(card.locked)
        self.hall.set_options([Option(hall.id, _hall_words(plan, hall.id)) for hall in plan.schedule.halls], card.hall)
        self.day.set_options([Option(day, formats.day_label(language(), day)) for day in plan.days], card.day)
        self._show_time(card, anyhow=other)
        none = Option(None, "–", tone="text3")
        strands = [
            Option(row.id, plan.strand_name(row.id), strand=plan.strand_number(row.id)) for row in plan.schedule.strands
        ]
        self.strand.set_options([none, *strands], card.strand)
        looks = [(state, SCREENING_LOOK[state], labels.screening_status(tr(), state)) for state in ScreeningStatus]
        self.status.set_options(
            [Option(state.value, words, look.icon, look.tone) for state, look, words in looks], card.status.value
        )
        self._show_version(plan, card)
        self.buffers.setText(tails_said(card) or "–")
        for kind, field in self.tails.items():
            self._show_number(field, sum(part.minutes for part in card.parts if part.kind is kind))
        bodies = [part for part in card.parts if part.kind in (PartKind.FILM, PartKind.TALK)]
        self.length.setEnabled(len(bodies) == 1)
        self._show_number(self.length, sum(part.minutes for part in bodies))

    def _show_time(self, card: Card, *, anyhow: bool = False) -> None:
        """Show the start, unless another one is being typed."""
        stored = QTime(card.starts.hour, card.starts.minute)
        if anyhow or self.time.time() == self._time_shown:
            self.time.setTime(stored)
        self._time_shown = stored

    def _show_number(self, field: NumberField, minutes: int) -> None:
        """Show a number, unless another one is being typed."""
        if field.value() == self._shown.get(field, field.value()):
            field.setValue(minutes)
        self._shown[field] = minutes

    def _show_version(self, plan: Plan, card: Card) -> None:
        film = next((part for part in card.parts if part.work is not None), None)
        for key, editor in (("version", self.version), ("copy", self.copy)):
            self._names[key].setVisible(film is not None)
            editor.setVisible(film is not None)
        if film is None or film.work is None:
            return
        none = Option(None, "–", tone="text3")
        versions = self._versions(film.work)
        self.version.set_options([none, *(Option(line.id, version_words(line)) for line in versions)], film.version)
        wrong = any(copy == film.copy for finding in plan.against(card.id) for copy in finding.party("copy"))  # type: ignore[arg-type]
        options = []
        for copy in plan.schedule.copies.values():
            if copy.work == film.work:
                mark = ("triangle-alert", "red") if wrong and copy.id == film.copy else ("", "text")
                options.append(Option(copy.id, copy.name, *mark))
        self.copy.setPlaceholderText("–")
        self.copy.set_options(options, film.copy)

    # Changing

    def _put(self, hall: int | None = None, day: date | None = None) -> None:
        plan, card = self._plan, self._card
        if plan is None or card is None or (hall is None and day is None and self.time.time() == self._time_shown):
            return
        minute = self.time.time().hour() * 60 + self.time.time().minute()
        if minute < plan.schedule.programme.day_start:
            minute += 24 * 60
        slot = plan.board.slot(card.id)
        start = plan.minute(day or card.day, minute, hall or card.hall) - (slot.body_start - slot.start)
        self._time_shown = self.time.time()
        if not self._edits.try_put(plan, card, slot.at(hall or card.hall, start)):
            self.show_card(plan, card)
            self._show_time(card, anyhow=True)

    def _choose_version(self, version: object) -> None:
        card = self._card
        if card is not None and card.works:
            self._edits.use_version(card, card.works[0], version if isinstance(version, int) else None)

    def _set_tail(self, kind: PartKind) -> None:
        card = self._card
        minutes = self.tails[kind].value()
        if card is not None and minutes != sum(part.minutes for part in card.parts if part.kind is kind):
            self._edits.set_tail(card, kind, minutes)

    def _set_length(self) -> None:
        card = self._card
        if card is not None:
            minutes = sum(part.minutes for part in card.parts if part.kind in (PartKind.FILM, PartKind.TALK))
            if minutes != self.length.value() and self.length.isEnabled():
                self._edits.set_length(card, self.length.value())

    def _lock(self) -> None:
        if self._card is not None:
            self._edits.lock(self._card, locked=not self._card.locked)


def _hall_words(plan: Plan, hall: int) -> str:
    name, said = plan.hall_name(hall), seats(plan.halls[hall].seats)
    return _("{hall}, {seats}", hall=name, seats=said) if said else name
