"""The foot of the window: what is shown, what is being done, whether everything is saved."""

from time import monotonic
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, say
from app.ui.jobs import Job, Jobs
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.lines import Line
from app.ui.widgets.message import Glyph
from app.ui.widgets.progress import Bar
from app.ui.widgets.safe import SafeLabel
from app.words import Phrase

TALL = 24
PATIENCE = 0.3
"""Seconds a job may take before its progress is shown."""


class JobStrip(Translated, QWidget):
    """The job that runs longest: its title, a bar, a count and Stop. Hidden while there is none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs")
        self._jobs = jobs
        self._done, self._total = 0, 0
        self._title = SafeLabel(role="small", tone="text2")
        self._bar = Bar()
        self._bar.setFixedWidth(110)
        self._count = SafeLabel(role="small_figure", tone="text3")
        self._stop = LinkButton(role="small", compact=True)
        self._stop.clicked.connect(self._stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        for part in (self._title, self._bar, self._count, self._stop):
            row.addWidget(part)
        self._clock = QTimer(self)
        self._clock.setInterval(100)
        self._clock.timeout.connect(self._look)
        jobs.began.connect(self._clock.start)
        jobs.progressed.connect(self._progressed)
        jobs.ended.connect(self._look)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say what is being done again."""
        self._stop.setText(_("Stop"))
        self._look()

    def _progressed(self, job: Job[Any], done: int, total: int) -> None:
        if self._jobs.running and job is self._jobs.running[0]:
            self._done, self._total = done, total

    def _stopped(self) -> None:
        if self._jobs.running:
            self._jobs.running[0].stop()

    def _look(self) -> None:
        if not self._jobs.running:
            self._clock.stop()
            self._done, self._total = 0, 0
            self.hide()
            return
        job = self._jobs.running[0]
        self._title.setText(say(job.title))
        self._bar.set_share(self._done / self._total if self._total else 0.0)
        self._bar.setVisible(self._total > 0)
        tongue = language()
        done, total = formats.number(tongue, self._done), formats.number(tongue, self._total)
        self._count.setText(_("{done} of {total}", done=done, total=total) if self._total else "")
        self.setVisible(monotonic() - job.began > PATIENCE)


class SaveState(Translated, QWidget):
    """Whether everything is saved; a failed save stays until one succeeds. `again` asks to try again."""

    again = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason: Phrase | None = None
        self._glyph = Glyph("check", "text2", size=13)
        self._words = SafeLabel(role="small", tone="text2")
        self._again = LinkButton(role="small", compact=True)
        self._again.clicked.connect(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._glyph, self._words, self._again):
            row.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the state again."""
        failed = self._reason is not None
        self._glyph.set_icon("octagon-alert" if failed else "check", "red" if failed else "text2")
        self._words.set_tone("red" if failed else "text2")
        self._words.setText(say(self._reason) if self._reason is not None else _("All changes saved"))
        self._again.setText(_("Try again"))
        self._again.setVisible(failed)

    @property
    def saved(self) -> bool:
        """Whether everything is on the disk."""
        return self._reason is None

    def set_saved(self) -> None:
        """Everything is on the disk."""
        if self._reason is not None:
            self._reason = None
            self.retranslate()
            self.turned.emit()

    def set_unsaved(self, reason: Phrase) -> None:
        """The last edit is not on the disk, and why."""
        self._reason = reason
        self.retranslate()
        self.turned.emit()


class StatusBar(QWidget):
    """Left: what is shown or selected. Right: the job, the kind of library, the state of saving."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = ElidedLabel(role="small", tone="text2")
        self._note = SafeLabel(role="small", tone="text3")
        self._line = Line(upright=True, tone="line2")
        self._line.setFixedHeight(12)
        self.saving = SaveState()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 0)
        row.setSpacing(7)
        row.addWidget(self._left, 1)
        row.addWidget(JobStrip(jobs))
        row.addWidget(self._note)
        row.addWidget(self._line)
        row.addWidget(self.saving)
        self._remark = ""
        self.set_note("")
        self.saving.turned.connect(self._make_room)
        theme().themed.connect(self._measure)
        self._measure()

    def set_text(self, text: str) -> None:
        """What is shown or selected."""
        self._left.setText(text)

    def text(self) -> str:
        """What was last said at the left."""
        return self._left.text()

    def set_note(self, text: str) -> None:
        """A standing remark about the library; '' for none."""
        self._remark = text
        self._note.setText(text)
        self._make_room()

    def _make_room(self) -> None:
        """A failed save needs the room of the remark."""
        shown = bool(self._remark) and self.saving.saved
        self._note.setVisible(shown)
        self._line.setVisible(shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("chrome"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(TALL))
