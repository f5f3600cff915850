"""Keys for the Kazakh letters a Russian keyboard lacks, shown under the field they write into."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.i18n.active import _
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.safe import SafeLabel

LETTERS = "әғқңөұүһі"


class LetterKeys(Translated, QWidget):
    """Nine small keys. They never take the focus, so the caret stays where one writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._label = SafeLabel(role="small", tone="text2")
        self._keys = [QPushButton(letter) for letter in LETTERS]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 2)
        row.setSpacing(5)
        row.addWidget(self._label)
        row.addSpacing(3)
        for key in self._keys:
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.setAutoDefault(False)
            key.clicked.connect(lambda _on=False, key=key: self._write(key.text()))
            row.addWidget(key)
        row.addStretch(1)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def serve(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Write into this field."""
        self._field = field

    def retranslate(self) -> None:
        """Say what the keys are."""
        self._label.setText(_("Kazakh letters"))
        for key in self._keys:
            key.setAccessibleName(_("Write {letter}", letter=key.text()))

    def _write(self, letter: str) -> None:
        if self._field is None:
            return
        if isinstance(self._field, QLineEdit):
            self._field.insert(_cased(letter, self._field.text()[: self._field.cursorPosition()]))
            self._field.setModified(True)
        else:
            cursor = self._field.textCursor()
            cursor.insertText(_cased(letter, self._field.toPlainText()[: cursor.position()]))

    def _measure(self) -> None:
        colours = theme()
        for key in self._keys:
            key.setFixedSize(colours.px(25), colours.px(26))
            key.setFont(colours.font("body"))
        self.setStyleSheet(
            f"QPushButton {{ background: {colours.token('surface')}; color: {colours.token('text')};"
            f" border: 1px solid {colours.token('line2')}; border-bottom: 2px solid {colours.token('line2')};"
            " border-radius: 4px; padding: 0; }"
            f" QPushButton:hover {{ background: {colours.token('hover')}; border-color: {colours.token('control')}; }}"
        )


def _cased(letter: str, before: str) -> str:
    """A capital where a text of capitals, or the text itself or a sentence of it, begins."""
    before = before.rstrip()
    large = not before or before[-1] in ".!?" or (len(before) > 1 and before.isupper())
    return letter.upper() if large else letter
