"""A run under way: how far, what is found so far, how near to the best, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.planning import Progress
from app.i18n.active import _, ngettext, tr
from app.i18n.wish_words import nearness
from app.ui.translated import Translated
from app.ui.widgets.progress import Progress as ProgressBar
from app.ui.widgets.safe import SafeLabel


class RunView(Translated, QWidget):
    """Progress in words. `stopped` when the best so far is enough."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ProgressBar()
        self.bar.stopped.connect(self.stopped)
        self.placed = SafeLabel(role="strong", wrap=True)
        self.points = SafeLabel(wrap=True)
        self.near = SafeLabel(tone="text2", wrap=True)
        self.note = SafeLabel(role="small", tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (self.bar, self.placed, self.points, self.near, self.note):
            column.addWidget(part)
        column.addStretch(1)
        self._progress: Progress | None = None
        self._repair = False
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._say_stage()
        self.note.setText(_("You can carry on working. The schedule does not change until you accept something."))
        self._tell()

    def begin(self, *, repair: bool) -> None:
        """A new run."""
        self._progress, self._repair = None, repair
        self._say_stage()
        self.bar.renew()
        self._tell()

    def show_progress(self, progress: Progress | None) -> None:
        """Show the news."""
        before, self._progress = self._progress, progress or self._progress
        if self._progress is not None and self._progress.explaining and not (before and before.explaining):
            self._say_stage()
        self._tell()

    def _say_stage(self) -> None:
        """Whether a plan is looked for, or reasons for what is not in it."""
        if self._progress is not None and self._progress.explaining:
            doing = _("Looking for reasons…")
            self.bar.set_words(doing, _("Stop"), _("If you stop, the plan is kept and the reasons stay unknown."))
        else:
            self.bar.set_words(_("Looking for a plan…"), _("Stop"), _("If you stop, the best plan so far is kept."))

    def show_time(self, passed: float, whole: float) -> None:
        """Show how much time is left."""
        left = max(0, round(whole - passed))
        self.bar.set_share(passed / whole if whole else 1.0, ngettext("{n} s left", "{n} s left", left))

    def _tell(self) -> None:
        now = self._progress
        if now is None:
            self.placed.setText(_("No plan yet."))
            self.points.setText("")
            self.near.setText("")
            return
        if self._repair:
            self.placed.setText(_("Looking for a plan without conflicts."))
        else:
            self.placed.setText(_("Best so far: {n} of {total} placed", n=now.placed, total=now.wanted))
        self.points.setText(ngettext("{n} point", "{n} points", now.objective))
        self.near.setText(nearness(tr(), now.objective, now.bound))
