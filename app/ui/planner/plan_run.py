"""A run of the planner beside the work: begun in a thread, listened to by a clock, stopped or ended."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.domain.planning import Mode, Problem
from app.errors import UserError
from app.i18n.active import _, say
from app.planner.running import Running, start
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.ui.planner.run_view import RunView
from app.words import N_, phrase

PULSE = 200
"""Milliseconds between two looks at the planner."""

NO_START = N_("The planner cannot start on this computer. Everything else works as before.")

Begin = Callable[[Problem, float, int], Running]


class PlanRun(QObject):
    """At most one run. `ended` with the proposal, or None; `failed` with a sentence."""

    ended = Signal(object)
    failed = Signal(str)

    def __init__(self, shell: Shell, view: RunView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._view = shell, view
        self.running: Running | None = None
        self.asked = False
        """Whether a run is awaited or under way."""
        self._began, self._length = 0.0, 0
        self._heard = False
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE)
        self._pulse.timeout.connect(self.look)
        view.stopped.connect(self.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.end)
        self.destroyed.connect(self.end)

    def start(self, problem: Problem, length: int, seed: int, begin: Begin = start) -> None:
        """Begin to plan."""
        self._length, self._began, self._heard = length, monotonic(), False
        self.asked = True
        self._view.begin(repair=problem.mode is Mode.REPAIR)

        def started(_job: object) -> Running:
            try:
                return begin(problem, length, seed)
            except OSError as error:
                raise UserError(NO_START) from error

        self._shell.run(Job(started, phrase(N_("Start the planner"))), self._begun, told=True)

    def _begun(self, outcome: Outcome[Running]) -> None:
        if outcome.value is None:
            self._fail(say(outcome.refusal) if outcome.refusal else _(NO_START))
            return
        self.running = outcome.value
        if not self.asked:  # it was forgotten meanwhile
            self.end()
            return
        self._pulse.start()

    def look(self) -> None:
        """Hear what the planner has to say."""
        running = self.running
        if running is None:
            return
        try:
            news = running.poll()
        except UserError as error:
            self._fail(say(error.phrase) if self._heard else _(NO_START))
            return
        self._heard = self._heard or news is not None or running.best is not None
        self._view.show_progress(news)
        self._view.show_time(monotonic() - self._began, self._length)
        if running.done:
            best = running.best
            self.end()
            self.ended.emit(best)

    def stop(self) -> None:
        """Enough: the best so far is the result."""
        if self.running is not None:
            self.running.stop()

    def end(self) -> None:
        """Whatever is under way is of no use any more."""
        self._pulse.stop()
        self.asked = False
        running, self.running = self.running, None
        if running is not None:
            running.close()

    def _fail(self, sentence: str) -> None:
        self.end()
        self.failed.emit(sentence)
