"""The chosen events with what stands against them; without any, all that stands against the programme."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.i18n.active import _
from app.store.schedule import Card
from app.store.work_rows import VersionLine
from app.ui.schedule.conflicts_panel import ConflictsPanel
from app.ui.schedule.details import Details
from app.ui.schedule.edits import Edits
from app.ui.schedule.edits_of_many import ManyEdits
from app.ui.schedule.plan import Plan
from app.ui.schedule.several import Several
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.fields import Note
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel


class Inspector(Translated, Panel):
    """The right column: details, conflicts, note."""

    opened = Signal(int)
    closed = Signal()
    shown = Signal(int)

    def __init__(
        self, edits: Edits, versions: Callable[[int], Sequence[VersionLine]], parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent)
        self._edits = edits
        self._plan: Plan | None = None
        self._card: Card | None = None
        self.details = Details(edits, versions)
        self.details.closed.connect(self.closed)
        self.several = Several(ManyEdits(edits))
        self.several.closed.connect(self.closed)
        self.several.hide()
        self.conflicts = ConflictsPanel(edits)
        self.conflicts.shown.connect(self.shown)
        self.note = Note(lines=2)
        self.note.committed.connect(self._noted)
        self.where, self.why = LinkButton(), LinkButton()
        self.open_title = LinkButton()
        self.open_title.clicked.connect(self._open)
        self._note_name = SafeLabel(tone="text2")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details)
        column.addWidget(self.several)
        column.addWidget(self.conflicts)
        column.addWidget(self._foot())
        column.addStretch(1)
        inside.setMinimumWidth(1)  # words wrap rather than leave the column
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.retranslate()

    def _foot(self) -> QWidget:
        """What is rarely needed, below the conflicts."""
        self.foot = QWidget()
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(16, 4, 12, 14)
        column.setSpacing(5)
        column.addWidget(self._note_name)
        column.addWidget(self.note)
        for link in (self.where, self.why, self.open_title):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return self.foot

    def retranslate(self) -> None:
        """Say the words again."""
        self._note_name.setText(_("Note"))
        self.note.setAccessibleName(_("Note"))
        self.open_title.setText(_("Open in the catalogue"))
        self.where.setText(_("Where could this go?"))
        self.why.setText(_("Why not here?"))

    def show_plan(self, plan: Plan, screening: int) -> None:
        """Show an event, or the conflicts of all (0). What is being typed stays."""
        self.several.hide()
        self._plan = plan
        self._card = card = plan.cards.get(screening)
        self.details.setVisible(card is not None)
        self.foot.setVisible(card is not None)
        self.conflicts.show_plan(plan, screening if card else 0)
        if card is not None:
            self.details.show_card(plan, card)
            self.note.show_value(card.note)
            self.open_title.setVisible(bool(card.works))
        self.conflicts.settle()

    def show_chosen(self, plan: Plan, screening: int, cards: Sequence[Card]) -> None:
        """Show several events, or the one that is chosen when there are none."""
        alone = self.several.isHidden() and not cards
        if alone and plan is self._plan and self._card is not None and self._card.id == screening:
            return  # it is shown already, and its repairs took a while
        self.several.setVisible(bool(cards))
        if not cards:
            self.show_plan(plan, screening)
            return
        self._card = None
        self.details.hide()
        self.foot.hide()
        self.conflicts.show_plan(plan, 0, [card.id for card in cards])
        self.several.show_cards(plan, cards)
        self.conflicts.settle()

    def _noted(self, text: str) -> None:
        if self._card is not None:
            self._edits.change(self._card, note=text)

    def _open(self) -> None:
        if self._card is not None and self._card.works:
            self.opened.emit(self._card.works[0])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._plan is not None and self._card is not None:
            self.details.show_card(self._plan, self._card)
