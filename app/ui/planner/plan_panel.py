"""Plan the rest: the question, the run and the proposal, one after the other in one panel beside the board."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n.active import _, ngettext, pgettext
from app.ui.planner.ask_form import AskForm
from app.ui.planner.proposal_view import ProposalView
from app.ui.planner.run_view import RunView
from app.ui.planner.side import SidePanel, padded
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.message import Level, Notice


class PlanPanel(SidePanel):
    """Three stages: `ask`, `run`, `result`. What is pressed is said in signals."""

    started = Signal()
    accepted = Signal()
    discarded = Signal()

    def __init__(self, where: Callable[[int, int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.run, self.result = AskForm(), RunView(), ProposalView(where)
        self.failure = Notice(Level.ERROR)
        self._failed = padded(self.failure, top=12, bottom=2)
        self._failed.hide()
        self.stages = {"ask": self.form, "run": self.run, "result": self.result}
        self.body.addWidget(self._failed)
        for stage in self.stages.values():
            stage.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
            self.body.addWidget(stage, 1)
        self.start = Button(icon="calendar-clock", kind=Kind.PRIMARY)
        self.accept, self.discard, self.again = Button(kind=Kind.PRIMARY), Button(), Button()
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8, line_gap=8)
        for button in (self.start, self.accept, self.discard, self.again):
            flow.addWidget(button)
        self.foot_column.addWidget(buttons)
        self.start.clicked.connect(self.started)
        self.accept.clicked.connect(self.accepted)
        self.discard.clicked.connect(self.discarded)
        self.again.clicked.connect(lambda: self.show_stage("ask"))
        self.form.changed.connect(self._settle)
        self.result.ticked.connect(self._settle)
        self.stage = "ask"
        self.retranslate()
        self.show_stage("ask")

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(_("Plan the rest"))
        self.title.setText(_("Plan the rest"))
        self.close_button.set_name(_("Close"), "Esc")
        self.start.setText(_("Start planning"))
        self.discard.setText(_("Discard"))
        self.again.setText(_("Plan again…"))
        self._settle()

    def show_stage(self, stage: str) -> None:
        """Show one of the three."""
        self.stage = stage
        for name, widget in self.stages.items():
            widget.setVisible(name == stage)
        self.start.setVisible(stage == "ask")
        for button in (self.accept, self.discard, self.again):
            button.setVisible(stage == "result")
        self.show_foot(shown=stage != "run")
        self.area.verticalScrollBar().setValue(0)
        if stage == "run":
            self.result.forget()
        if stage != "ask":
            self._failed.hide()
        self._settle()

    def fail(self, sentence: str) -> None:
        """Say that no plan came of it, and ask again."""
        self.show_stage("ask")
        self.failure.tell(_("No plan found"), sentence)
        self._failed.show()

    def enter(self) -> None:
        """Put the focus where one goes on."""
        if self.stage == "run":
            self.run.bar.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.stage == "result":
            rows = [row for row in self.result.rows if row.isEnabled()]
            (rows[0] if rows else self.discard).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            chosen = self.form.repair if self.form.repair.isChecked() else self.form.fill
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        reason = self.form.reason()
        self.start.setEnabled(not reason)
        self.start.setToolTip(reason)
        count = len(self.result.chosen())
        self.accept.setText(ngettext("Accept {n}", "Accept {n}", count) if count else pgettext("planner", "Accept"))
        self.accept.setEnabled(count > 0)
        self.accept.setToolTip("" if count else _("Tick what you want to accept."))
