"""The conflicts of an event, or of the whole programme, with what would settle them and what has been accepted."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

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
from app.ui.widgets.section import FoldSection
from app.words import N_, phrase

SHOWN = 30
"""Cards at once; whoever has more conflicts than this solves the first ones first."""

LEVELS = {Severity.ERROR: Level.CONFLICT, Severity.WARNING: Level.WARNING, Severity.WISH: Level.INFO}


class ConflictsPanel(Translated, QWidget):
    """Cards of conflicts and warnings; wishes stay folded below them while there is anything graver to settle.

    `shown` carries the event a card wants to be looked at.
    """

    shown = Signal(int)

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._plan: Plan | None = None
        self._looked: Plan | None = None
        self._known: dict[Finding, list[Repair]] = {}
        self._screening = 0
        self._found: Sequence[Finding] = ()
        self._several: Collection[int] = ()
        self._wanted: bool | None = None
        self.cards: list[ConflictCard] = []
        self.title = SafeLabel(role="strong")
        self.badge = Badge(conflict=True)
        self.warnings = SafeLabel(role="small", tone="text2")
        self.calm = SafeLabel(role="body", tone="text2", wrap=True)
        self.wishes = FoldSection(line=False)
        self.wishes.inset(0)
        self.wishes.head.clicked.connect(self._fold)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.badge)
        head.addWidget(self.warnings)
        head.addStretch(1)
        self._stack, self._wish_stack, self._rest = QVBoxLayout(), self.wishes.body, QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.calm)
        for stack in (self._stack, self._wish_stack, self._rest):
            stack.setSpacing(10)
        column.addLayout(self._stack)
        column.addWidget(self.wishes)
        column.addLayout(self._rest)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """The heading; the cards are made anew by `show_plan`."""
        self.title.setText(_("Conflicts"))

    def show_plan(self, plan: Plan, screening: int, several: Collection[int] = ()) -> None:
        """Show the conflicts of one event, of `several`, or of all when there is neither."""
        self._plan, self._screening, self._several = plan, 0 if several else screening, several
        if screening and not several:
            found = plan.against(screening)
        else:
            chosen = frozenset(several)
            asked = (one for one in plan.findings if not chosen or not chosen.isdisjoint(one.slots))
            found = sorted(asked, key=lambda one: (-one.severity, one.at))
        heavy = [one for one in found if one.severity > Severity.WISH]
        wishes = [one for one in found if one.severity is Severity.WISH]
        unfolded = self._unfolded(plan)
        self._found = found if unfolded else heavy
        self._tell(heavy, several=bool(several))
        self._clear()
        for place, finding in enumerate(heavy[:SHOWN]):
            self._add(self._stack, plan, finding, first=place == 0)
        if len(heavy) > SHOWN:
            more = ngettext("{n} more conflict", "{n} more conflicts", len(heavy) - SHOWN)
            self._stack.addWidget(SafeLabel(more, "small", "text2", wrap=True))
        self.wishes.setVisible(bool(wishes))
        self.wishes.set_title(ngettext("{n} wish", "{n} wishes", len(wishes)))
        self.wishes.set_open(unfolded)
        for finding in wishes[:SHOWN] if unfolded else ():
            self._add(self._wish_stack, plan, finding, first=False)
        for finding in plan.accepted:
            if (not screening and not several) or {screening, *several} & set(finding.slots):
                self._add_accepted(plan, finding)

    def _unfolded(self, plan: Plan) -> bool:
        """Whether wishes show: as somebody has said, else when nothing graver is left in the whole programme."""
        if self._wanted is not None:
            return self._wanted
        return all(one.severity is Severity.WISH for one in plan.findings)

    def _fold(self) -> None:
        self._wanted = self.wishes.head.isChecked()
        if self._plan is not None:
            self.show_plan(self._plan, self._screening, self._several)
            self.settle()

    def _tell(self, heavy: Sequence[Finding], *, several: bool) -> None:
        """The figures at the top, or that all is well."""
        grave = sum(one.severity is Severity.ERROR for one in heavy)
        self.badge.set_text(str(grave))
        self.badge.setVisible(bool(grave))
        light = len(heavy) - grave
        self.warnings.setText(ngettext("{n} warning", "{n} warnings", light) if light else "")
        self.calm.setVisible(not heavy)
        if several:
            self.calm.setText(_("No conflicts with these screenings."))
        elif self._screening:
            self.calm.setText(_("No conflicts with this event."))
        else:
            self.calm.setText(_("No conflicts in this programme."))

    def settle(self) -> None:
        """Give new cards their heights now: laid out bit by bit, they would be seen empty for a moment."""
        if not self.isVisible():
            return
        for card in self.cards:
            card.show()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def apply_best(self) -> bool:
        """Apply the first repair of the first conflict shown; False when there is none."""
        plan = self._plan
        if plan is None:
            return False
        for finding in self._found:
            offers = self._offers(plan, finding)
            if offers:
                return self._apply(plan, offers, 0)
        return False

    def _offers(self, plan: Plan, finding: Finding) -> list[Repair]:
        """What one could do about it; looked for once, as long as the plan is the same."""
        if self._looked is not plan:
            self._looked, self._known = plan, {}
        if finding not in self._known:
            self._known[finding] = plan.repairs(finding)
        return self._known[finding]

    def _add(self, stack: QVBoxLayout, plan: Plan, finding: Finding, *, first: bool) -> None:
        card = ConflictCard(LEVELS[finding.severity])
        title, sentence = phrases.finding_title(tr(), finding), plan.sentence(finding)
        if self._screening:
            offers, by_title = self._offers(plan, finding)[:MOST], one_hall(plan, finding)
            card.tell(title, sentence, accept=_("Accept as is…"))
            fixes = [_fix(plan, offer, by_title=by_title) for offer in offers]
            folded = len(fixes) - 1 if self.window().height() < LOW else 0
            more = ngettext("{n} more fix", "{n} more fixes", folded) if folded > 0 else ""
            card.set_fixes(fixes, _("Apply"), primary=first, more=more)
            card.applied.connect(partial(self._apply, plan, offers))
        elif events := [slot for slot in finding.slots if slot in plan.cards]:
            card.tell(title, sentence, show=pgettext("conflict", "Show"))
            card.shown.connect(partial(self.shown.emit, events[-1]))
        else:  # of a day or of the whole programme: it can only be settled here
            card.tell(title, sentence, accept=_("Accept as is…"))
        card.accepted.connect(partial(self._accept, plan, finding))
        self.cards.append(card)
        stack.addWidget(card)

    def _add_accepted(self, plan: Plan, finding: Finding) -> None:
        row = QWidget()
        words = _(
            "Accepted: {conflict}. {reason}",
            conflict=phrases.finding_title(tr(), finding),
            reason=plan.schedule.accepted[finding.key],
        )
        label = SafeLabel(words, "small", "text2", wrap=True)
        label.setToolTip(plan.sentence(finding))
        back = LinkButton(_("Reopen"), "small")
        back.clicked.connect(partial(self._edits.reconsider, plan, finding))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.addWidget(label, 1)
        layout.addWidget(back)
        self._rest.addWidget(row)

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
        for stack in (self._stack, self._wish_stack, self._rest):
            while (item := stack.takeAt(0)) is not None:
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
