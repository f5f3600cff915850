"""What the planner is asked: what to do, for how long, and by which wishes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.planning import Mode
from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.operations.proposals import Wishes
from app.ui.planner.side import padded
from app.ui.planner.wish_list import WishList
from app.ui.schedule.plan import Plan
from app.ui.translated import Translated
from app.ui.widgets.choice import CheckBox, Radio
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.section import FoldSection
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.spinners import NumberField

SECONDS = (10, 30, 60)
MOST_SEED = 999_999


class AskForm(Translated, QWidget):
    """The questions. `changed` when whether one can start may be another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self.fill, self.repair = Radio(), Radio()
        self.fill.setChecked(True)
        self._fill_hint, self._repair_hint = (SafeLabel(role="small", tone="text2", wrap=True) for _n in range(2))
        self.pencilled = CheckBox()
        self._long = SafeLabel(role="strong")
        self.seconds = Segmented()
        self.message = InlineMessage()
        self.wishes, self.seed = WishList(), NumberField(high=MOST_SEED)
        self._seed_name = SafeLabel(role="value")
        self._seed_hint = SafeLabel(role="small", tone="text2", wrap=True)
        self.weights, self.more = FoldSection(), FoldSection(line=False)
        self._lay_out()
        for part in (self.fill, self.repair, self.pencilled):
            part.toggled.connect(self._settle)
        self.retranslate()
        self.seconds.set_current(str(SECONDS[1]))

    def _lay_out(self) -> None:
        asks = QWidget()
        inner = QVBoxLayout(asks)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(3)
        for part in (self.fill, self._fill_hint, self.pencilled, self.repair, self._repair_hint, self.message):
            inner.addWidget(part)
        inner.addSpacing(8)
        inner.addWidget(self._long)
        inner.addWidget(self.seconds, 0, Qt.AlignmentFlag.AlignLeft)
        self.weights.body.addWidget(self.wishes)
        for line in (self._seed_name, self.seed, self._seed_hint):
            self.more.body.addWidget(line)
        self.seed.setFixedWidth(110)
        for fold in (self.weights, self.more):
            fold.set_open(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(padded(asks, bottom=12))
        column.addWidget(self.weights)
        column.addWidget(self.more)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Say the words again."""
        self.fill.setText(_("Place waiting titles"))
        self.repair.setText(_("Repair the conflicts"))
        self.pencilled.setText(_("Tentative events may move"))
        self._long.setText(_("Time limit"))
        reader = language()
        self.seconds.set_options([(str(n), _("{n} s", n=formats.number(reader, n))) for n in SECONDS])
        self.seconds.setAccessibleName(_("Time limit"))
        self.weights.set_title(_("Priorities"))
        self.more.set_title(_("More"))
        self._seed_name.setText(_("Seed"))
        self.seed.setAccessibleName(_("Seed"))
        self._seed_hint.setText(
            _("A different number searches in a different order; the same number searches in the same one.")
        )
        self._tell()

    def show_plan(self, plan: Plan) -> None:
        """Ask about this programme."""
        self._plan = plan
        self._settle()

    def _settle(self) -> None:
        self.pencilled.setEnabled(self.fill.isChecked())
        if self._plan is not None:
            moving = self.repair.isChecked() or self.pencilled.isChecked()
            self.wishes.show_context(self._plan.board.context, moving=moving)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        if self._plan is None:
            return
        waiting = sum(row.showings - row.placed for row in self._plan.schedule.tray)
        self._fill_hint.setText(
            ngettext(
                "{n} showing to place. Everything already placed stays.",
                "{n} showings to place. Everything already placed stays.",
                waiting,
            )
            if waiting
            else _("Everything is placed.")
        )
        grave = self._plan.grave
        self._repair_hint.setText(
            ngettext(
                "{n} conflict, with as few moves as possible. Locked events stay.",
                "{n} conflicts, with as few moves as possible. Locked events stay.",
                grave,
            )
            if grave
            else _("There are no conflicts.")
        )
        reason = self.reason()
        if reason:
            self.message.tell(Level.INFO, reason)
        else:
            self.message.clear()

    def reason(self) -> str:
        """Why one cannot start; '' when one can."""
        plan = self._plan
        if plan is None:
            return ""
        if not plan.halls:
            return _("The programme has no halls yet.")
        if self.fill.isChecked() and not plan.schedule.tray:
            return _("No titles are waiting to be placed. Confirm titles on the slate to plan them.")
        if self.repair.isChecked() and not plan.grave:
            return _("Nothing needs to be repaired.")
        return ""

    def asked(self) -> Wishes:
        """What is asked for."""
        if self.repair.isChecked():
            return Wishes(Mode.REPAIR)
        return Wishes(Mode.FILL, pencilled=self.pencilled.isChecked())

    def length(self) -> int:
        """Seconds."""
        return int(self.seconds.current() or SECONDS[1])
