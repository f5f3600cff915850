"""The four languages of the interface, each in its own script."""

from PySide6.QtWidgets import QWidget

from app.domain.kinds import LANGUAGES
from app.ui.widgets.segmented import Segmented

SHORT = {"kk": "Қаз", "zh": "中", "ru": "Рус", "en": "Eng"}
"""What the switch shows. Never translated: whoever lost her way finds her own script."""

ENDONYMS = {"kk": "Қазақша", "zh": "简体中文", "ru": "Русский", "en": "English"}
"""The names of the languages in themselves."""


class LanguageSwitch(Segmented):
    """Қаз 中 Рус Eng; `chosen` carries kk, zh, ru or en."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, filled=True, role="small", tall=27)
        self.pad = 11
        self.set_options([(code, SHORT[code]) for code in LANGUAGES])
        for code in LANGUAGES:
            self.segment(code).setAccessibleName(ENDONYMS[code])
            self.segment(code).setToolTip(ENDONYMS[code])
