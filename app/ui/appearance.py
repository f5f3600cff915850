"""Language, colours and text size: what the View menu and the switch in the header choose."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from app.i18n.active import language
from app.ui.language import next_language, speak
from app.ui.pending import commit_pending_edits
from app.ui.preferences import Preferences
from app.ui.theme import TEXT_SIZES, Scheme, theme
from app.ui.window_menus import WindowMenus


class Appearance(QObject):
    """Carries out the choices at once and remembers them on this machine."""

    spoken = Signal(str)

    def __init__(self, menus: WindowMenus, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        menus.language_group.triggered.connect(self._language_chosen)
        menus.scheme_group.triggered.connect(self._scheme_chosen)
        menus.size_group.triggered.connect(self._size_chosen)

    def speak(self, code: str) -> None:
        """Speak another language; page, selection and scroll stay."""
        commit_pending_edits()
        speak(code)
        self._preferences.change(language=code)
        self.spoken.emit(code)

    def speak_next(self) -> None:
        """The next language of the switch."""
        self.speak(next_language(language()))

    def _language_chosen(self, action: QAction) -> None:
        self.speak(action.data())

    def _scheme_chosen(self, action: QAction) -> None:
        theme().choose(Scheme(action.data()))
        self._preferences.change(theme=action.data())

    def _size_chosen(self, action: QAction) -> None:
        theme().resize(TEXT_SIZES[action.data()])
        self._preferences.change(text_size=action.data())
