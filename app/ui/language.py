"""Which language the interface speaks: its own words, those of Qt, and the message to everybody."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.i18n import active
from app.ui.theme import theme
from app.words import N_

LOCALES = {"kk": "kk_KZ", "zh": "zh_CN", "ru": "ru_KZ", "en": "en_GB"}
"""Qt's locale per language of the house: it decides calendars, number fields and the shapes of Han characters."""

_QT_FILES = {"kk": "qtbase_kk", "zh": "qtbase_zh_CN", "ru": "qtbase_ru", "en": ""}


STANDARD_BUTTONS = {
    "OK": N_("OK"),
    "Save": N_("Save"),
    "Save All": N_("Save all"),
    "Open": N_("Open"),
    "&Yes": N_("Yes"),
    "&No": N_("No"),
    "Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "Apply": N_("Apply"),
    "Reset": N_("Reset"),
    "Help": N_("Help"),
    "Discard": N_("Do not save"),
    "Restore Defaults": N_("Restore defaults"),
    "Retry": N_("Try again"),
    "Ignore": N_("Ignore"),
}
"""Qt's own buttons in our words: Qt's Russian for Discard reads as Reject."""

GAPS = {
    "Look in:": N_("Folder:"),
    "&Look in:": N_("Folder:"),
    "Files of type:": N_("Kind of file:"),
    "Files of &type:": N_("Kind of file:"),
    "File &name:": N_("File name:"),
    "&File name:": N_("File name:"),
}
"""Words of Qt's file dialog that Qt leaves in English in Russian and Chinese."""


class Bridge(QTranslator):
    """Says Qt's own words: ours where they are better, else Qt's translation, else its English.

    It is installed once and never taken out, so that a change of language is one event for
    each widget and not one for every translator.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._qt: QTranslator | None = None
        self._own: dict[str, str] = {}

    def use(self, language: str) -> None:
        """Speak this language from now on."""
        self._own = {} if language == "en" else {**_said(STANDARD_BUTTONS), **_said(GAPS)}
        self._qt = None
        if _QT_FILES[language]:
            shipped = QTranslator(self)
            if shipped.load(_QT_FILES[language], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                self._qt = shipped

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: bytes | str, text: bytes | str, disambiguation: bytes | str | None = None, n: int = -1
    ) -> str | None:
        source = text.decode() if isinstance(text, bytes) else text
        if source in self._own and (source not in STANDARD_BUTTONS or _text(context) == "QPlatformTheme"):
            return self._own[source]
        if self._qt is None:
            return None  # an empty text would count as a translation
        return self._qt.translate(_text(context), source, _text(disambiguation) or None, n) or None


def _text(value: bytes | str | None) -> str:
    if value is None:
        return ""
    return value.decode() if isinstance(value, bytes) else value


def _said(words: dict[str, str]) -> dict[str, str]:
    """Qt's word -> ours, as far as ours is translated."""
    said = {qt: active._(own) for qt, own in words.items()}
    return {qt: word for qt, word in said.items() if word != words[qt]}


@cache
def _bridge() -> Bridge:
    app = QCoreApplication.instance()
    assert app is not None, "the language is spoken by an application"
    bridge = Bridge(app)
    app.installTranslator(bridge)
    return bridge


def speak(language: str) -> None:
    """Change the language of everything that is shown: kk, zh, ru or en."""
    active.activate(language)
    QLocale.setDefault(QLocale(LOCALES[language]))
    _bridge().use(language)
    theme().set_han(language == "zh")
    # Each widget passes it on to its children, windows among them: so everybody hears it once.
    for window in QApplication.topLevelWidgets():
        if window.parentWidget() is None:
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def next_language(language: str) -> str:
    """The language after this one, in the order of the switch."""
    order = tuple(LOCALES)
    return order[(order.index(language) + 1) % len(order)]
