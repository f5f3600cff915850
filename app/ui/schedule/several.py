"""Several chosen events in the inspector: how many, when and where, and what can be said of all of them at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import ScreeningStatus
from app.i18n import formats, labels
from app.i18n.active import _, language, ngettext, tr
from app.store.schedule import Card
from app.ui.schedule.edits_of_many import ManyEdits
from app.ui.schedule.plan import Plan
from app.ui.schedule.quiet import Option, QuietCombo
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import SCREENING_LOOK

LABELS = 84
MIXED = "mixed"


class Several(Translated, QWidget):
    """What all of them share can be changed for all of them."""

    closed = Signal()

    def __init__(self, many: ManyEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._many = many
        self._plan: Plan | None = None
        self._cards: Sequence[Card] = ()
        self.title = SafeLabel(role="title", wrap=True)
        self.line = SafeLabel(tone="text2", wrap=True)
        self.where = SafeLabel(tone="text2", wrap=True)
        self.close_button = IconButton("x", size=28)
        self.close_button.clicked.connect(self.closed)
        self.strand, self.status = QuietCombo(), QuietCombo()
        self.strand.picked.connect(self._set_strand)
        self.status.picked.connect(self._set_status)
        self.lock, self.off = Button(icon="lock"), Button(icon="trash-2", kind=Kind.DANGER)
        self.lock.clicked.connect(self._lock)
        self.off.clicked.connect(lambda: self._many.unplace(self._cards))
        self._names = (SafeLabel(tone="text2"), SafeLabel(tone="text2"))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 10, 12)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.title, self.line, self.where):
            words.addWidget(label)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        form = QFormLayout()
        form.setContentsMargins(16, 7, 8, 7)
        form.setHorizontalSpacing(0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, editor in zip(self._names, (self.strand, self.status), strict=True):
            label.setFixedWidth(theme().px(LABELS))
            form.addRow(label, editor)
        deeds = FlowLayout(gap=8, line_gap=8)
        deeds.setContentsMargins(16, 2, 12, 14)
        deeds.addWidget(self.lock)
        deeds.addWidget(self.off)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addLayout(form)
        column.addLayout(deeds)
        column.addWidget(Line())

    def retranslate(self) -> None:
        """Say the words again."""
        for label, editor, words in zip(
            self._names, (self.strand, self.status), (_("Strand"), _("Status")), strict=True
        ):
            label.setText(words)
            editor.setAccessibleName(words)
        self.close_button.set_name(_("Close"), "Esc")
        self.off.setText(_("Take off"))
        if self._plan is not None and self._cards:
            self.show_cards(self._plan, self._cards)

    def show_cards(self, plan: Plan, cards: Sequence[Card]) -> None:
        """Show these."""
        self._plan, self._cards = plan, cards
        reader = language()
        self.title.setText(ngettext("{n} screening selected", "{n} screenings selected", len(cards)))
        minutes = sum(part.minutes for card in cards for part in card.parts)
        days = sorted({card.day for card in cards})
        self.line.setText(_("{minutes} in all", minutes=formats.minutes(reader, minutes)))
        halls = [plan.hall_name(hall) for hall in plan.halls if any(card.hall == hall for card in cards)]
        shown = formats.day_label(reader, days[0]) if len(days) == 1 else formats.date_range(reader, days[0], days[-1])
        self.where.setText(_("{day}, {halls}", day=shown, halls=formats.listing(reader, halls)))
        strands = {card.strand for card in cards}
        own = [
            Option(row.id, plan.strand_name(row.id), strand=plan.strand_number(row.id)) for row in plan.schedule.strands
        ]
        mixed = Option(MIXED, _("Various"), tone="text3")
        none = Option(None, "–", tone="text3")
        first = [mixed] if len(strands) > 1 else []
        self.strand.set_options([*first, none, *own], MIXED if len(strands) > 1 else next(iter(strands)))
        states = {card.status for card in cards}
        looks = [(state, SCREENING_LOOK[state], labels.screening_status(tr(), state)) for state in ScreeningStatus]
        options = [Option(state.value, words, look.icon, look.tone) for state, look, words in looks]
        first = [mixed] if len(states) > 1 else []
        self.status.set_options([*first, *options], MIXED if len(states) > 1 else next(iter(states)).value)
        self.lock.setText(_("Unlock") if self._all_locked else _("Lock"))

    @property
    def _all_locked(self) -> bool:
        return all(card.locked for card in self._cards)

    def _lock(self) -> None:
        self._many.lock(self._cards, locked=not self._all_locked)

    def _set_strand(self, key: object) -> None:
        if key != MIXED:
            self._many.set_strand(self._cards, key if isinstance(key, int) else None)

    def _set_status(self, key: object) -> None:
        if isinstance(key, str) and key != MIXED:
            self._many.set_status(self._cards, ScreeningStatus(key))
