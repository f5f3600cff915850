"""What is shown while a file is read, planned or brought in: how far it is, and Stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, say
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.progress import Progress
from app.words import Phrase


class WorkingStep(Translated, QWidget):
    """`stopped` when the work is to end; nothing of it stays."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title: Phrase | None = None
        self._count = (0, 0)
        self.progress = Progress()
        self.progress.setMinimumWidth(theme().px(460))
        self.progress.stopped.connect(self.stopped)
        self.setFocusProxy(self.progress)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.progress, 2)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)

    def begin(self, title: Phrase) -> None:
        """Show the beginning of a piece of work."""
        self._title, self._count = title, (0, 0)
        self.progress.renew()
        self.retranslate()

    def tell(self, done: int, total: int) -> None:
        """How far it is."""
        self._count = (done, total)
        share = done / total if total else 0.0
        percent = formats.percent(language(), share) if total else ""
        self.progress.set_share(share, percent)

    def retranslate(self) -> None:
        """Say the words."""
        if self._title is None:
            return
        self.progress.set_words(say(self._title), _("Stop"), _("If you stop, nothing is changed."))
        self.tell(*self._count)
