"""Where one is in an import: four words, the present one in the accent."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n.active import _, pgettext
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel


class Steps(Translated, QWidget):
    """File, reading, check, import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = 0
        self._words = [SafeLabel(role="small") for _step in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(8), 0, 0, 0)
        row.setSpacing(theme().px(6))
        for number, label in enumerate(self._words):
            if number:
                row.addWidget(Glyph("chevron-right", "text3", size=12))
            row.addWidget(label)
        self.retranslate()

    def set_place(self, place: int) -> None:
        """Show the step one is at, from 0."""
        self._place = place
        for number, label in enumerate(self._words):
            label.set_role("small_strong" if number == place else "small")
            label.set_tone("accent" if number == place else "text2" if number < place else "text3")
        self.setAccessibleName(self._words[place].text())

    def retranslate(self) -> None:
        """Say the words."""
        words_of = (_("File"), _("How it was read"), pgettext("step", "Check"), _("Import"))
        for label, words in zip(self._words, words_of, strict=True):
            label.setText(words)
        self.set_place(self._place)
