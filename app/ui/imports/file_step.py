"""The first step: choose a file, or drop one; and what is said when it cannot be read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.active import _, say
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.message import Glyph, Level, Notice
from app.words import Phrase


class FileStep(Translated, QWidget):
    """Step 1. `choosing` asks for a file."""

    choosing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal: tuple[Phrase, str] | None = None
        self._state = EmptyState(picture=Glyph("file-spreadsheet", "accent", size=56))
        self._state.primary.connect(self.choosing)
        self.setFocusProxy(self._state)
        self._notice = Notice(Level.ERROR)
        self._notice.setMaximumWidth(theme().px(620))
        self._notice.hide()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._notice, 4)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addSpacing(theme().px(16))
        column.addLayout(middle)
        column.addWidget(self._state, 1)
        self.retranslate()

    def refuse(self, refusal: Phrase | None, file: str = "") -> None:
        """Say why a file cannot be read; None takes it back."""
        self._refusal = (refusal, file) if refusal is not None else None
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words."""
        self._state.tell(
            _("Import titles or screenings from a spreadsheet"),
            _("Excel workbooks, CSV and text tables, in any encoding. You see how it is read before anything changes."),
            _("Choose file…"),
        )
        self._state.set_icons("folder-open")
        self._state.set_hint("", _("or drop a file on the window"))
        self._notice.setVisible(self._refusal is not None)
        if self._refusal is not None:
            self._notice.tell(_("“{file}” was not read", file=self._refusal[1]), say(self._refusal[0]))
