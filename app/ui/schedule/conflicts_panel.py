"""The conflicts of an event, or of the whole programme, with what would settle them and what has been accepted."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.repairs import Repair
from app.domain.screenings import Finding, Severity
from app.i18n import phrases
from app.i18n.active import _, ngettext, pgettext, tr
from app.ui import dialogs
from app.ui.dialogs import CANCEL, Question
from app.ui.schedule.edits import Edits
from app.ui.schedule.plan import Plan
from app.ui.schedule.zoom import LOW
from app.ui.translated import Translated
from app.ui.widgets.badges import Badge
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.conflict_card import MOST, ConflictCard, Fix
from app.ui.widgets.message import Level
from app.ui.widgets.safe import SafeLabel
from app.words import N_, phrase

SHOWN = 30
"""Cards at once; whoever has more conflicts than this solves the first ones first."""

LEVELS = {Severity.ERROR: Level.CONFLICT, Severity.WARNING: Level.WARNING, Severity.WISH: Level.INFO}


class ConflictsPanel(Translated, QWidget):
    """Cards of conflicts. `shown` carries the event a card wants to be looked at."""

    shown = Signal(int)

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._plan: Plan | None = None
        self._screening = 0
        self.cards: list[ConflictCard] = []
        self.title = SafeLabel(role="strong")
        self.badge = Badge(conflict=True)
        self.warnings = SafeLabel(role="small", tone="text2")
        self.calm = SafeLabel(role="body", tone="text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.badge)
        head.addWidget(self.warnings)
        head.addStretch(1)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.calm)
        column.addLayout(self._stack)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """The heading; the cards are made anew by `show_plan`."""
        self.title.setText(_("Conflicts"))

    def show_plan(self, plan: Plan, screening: int) -> None:
        """Show the conflicts of one event, or of all when it is 0."""
        self._plan, self._screening = plan, screening
        self._clear()
        found = plan.against(screening) if screening else sorted(plan.findings, key=lambda one: (-one.severity, one.at))
        grave = sum(one.severity is Severity.ERROR for one in found)
        self.badge.set_text(str(grave))
        self.badge.setVisible(bool(grave))
        light = len(found) - grave
        self.warnings.setText(ngettext("{n} warning", "{n} warnings", light) if light else "")
        self.calm.setVisible(not found)
        self.calm.setText(
            _("Nothing stands against this event.") if screening else _("Nothing stands against this programme.")
        )
        for place, finding in enumerate(found[:SHOWN]):
            self._add(plan, finding, first=place == 0)
        if len(found) > SHOWN:
            more = ngettext("{n} more conflict", "{n} more conflicts", len(found) - SHOWN)
            self._stack.addWidget(SafeLabel(more, "small", "text2", wrap=True))
        for finding in plan.accepted:
            if not screening or screening in finding.slots:
                self._add_accepted(plan, finding)

    def apply_best(self) -> bool:
        """Apply the first repair of the first conflict shown; False when there is none."""
        plan = self._plan
        if plan is None:
            return False
        found = plan.against(self._screening) if self._screening else plan.findings
        for finding in found:
            offers = plan.repairs(finding)
            if offers:
                return self._apply(plan, offers, 0)
        return False

    def _add(self, plan: Plan, finding: Finding, *, first: bool) -> None:
        card = ConflictCard(LEVELS[finding.severity])
        title, sentence = phrases.finding_title(tr(), finding), plan.sentence(finding)
        if self._screening:
            offers, by_title = plan.repairs(finding)[:MOST], one_hall(plan, finding)
            card.tell(title, sentence, accept=_("Accept as is…"))
            fixes = [_fix(plan, offer, by_title=by_title) for offer in offers]
            folded = len(fixes) - 1 if self.window().height() < LOW else 0
            more = ngettext("{n} more fix", "{n} more fixes", folded) if folded > 0 else ""
            card.set_fixes(fixes, _("Apply"), primary=first, more=more)
            card.applied.connect(partial(self._apply, plan, offers))
        else:
            card.tell(title, sentence, show=pgettext("conflict", "Show"))
            card.shown.connect(partial(self.shown.emit, finding.slots[-1] if finding.slots else 0))
        card.accepted.connect(partial(self._accept, plan, finding))
        self.cards.append(card)
        self._stack.addWidget(card)

    def _add_accepted(self, plan: Plan, finding: Finding) -> None:
        row = QWidget()
        words = _(
            "Accepted: {conflict}. {reason}",
            conflict=phrases.finding_title(tr(), finding),
            reason=plan.schedule.accepted[finding.key],
        )
        label = SafeLabel(words, "small", "text2", wrap=True)
        label.setToolTip(plan.sentence(finding))
        back = LinkButton(_("Show again"), "small")
        back.clicked.connect(partial(self._edits.reconsider, plan, finding))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.addWidget(label, 1)
        layout.addWidget(back)
        self._stack.addWidget(row)

    def _apply(self, plan: Plan, offers: list[Repair], place: int) -> bool:
        return self._edits.repair(plan, offers[place], phrases.repair_title(tr(), offers[place], plan.names))

    def _accept(self, plan: Plan, finding: Finding) -> None:
        title = phrases.finding_title(tr(), finding)
        question = Question(
            phrase(N_("Accept this conflict as it is?")),
            phrase(N_("{conflict}. It stays on the schedule and no longer counts as a conflict."), conflict=title),
            phrase(N_("Accept")),
            CANCEL,
            "triangle-alert",
        )
        reason = dialogs.ask_text(self.window(), question, phrase(N_("Reason, so that others understand it later")))
        if reason:
            self._edits.accept(plan, finding, reason)

    def _clear(self) -> None:
        self.cards = []
        while (item := self._stack.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def one_hall(plan: Plan, finding: Finding) -> bool:
    """Whether a hall does not tell the events of a conflict apart."""
    halls = [plan.cards[event].hall for event in finding.slots if event in plan.cards]
    return len(set(halls)) < len(halls)


def _fix(plan: Plan, repair: Repair, *, by_title: bool) -> Fix:
    title = phrases.repair_title(tr(), repair, plan.names, by_title=by_title)
    return Fix(title, phrases.repair_detail(tr(), repair, plan.names))
