"""The language changes while the program runs: everybody hears of it once, Qt's own words too."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import active
from app.ui.language import next_language, speak
from app.ui.theme import theme
from app.ui.translated import Translated


class Listener(Translated, QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard = 0

    def retranslate(self) -> None:
        self.heard += 1


def test_every_widget_hears_once_hidden_and_parentless_ones_too(qtbot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    stack = QStackedWidget()
    column.addWidget(stack)
    shown, hidden, deep, alone = Listener(), Listener(), Listener(), Listener()
    dialog = QDialog(window)
    inside = Listener(dialog)
    stack.addWidget(shown)
    stack.addWidget(hidden)
    QVBoxLayout(hidden).addWidget(deep)
    qtbot.addWidget(window)
    qtbot.addWidget(alone)
    window.show()
    for _ in range(2):
        speak("kk")
        QCoreApplication.sendPostedEvents(None, 0)
    assert [one.heard for one in (shown, hidden, deep, alone, inside)] == [2, 2, 2, 2, 2]


def test_the_language_and_the_locale_go_together() -> None:
    speak("zh")
    assert active.language() == "zh"
    assert QLocale().name() == "zh_CN"
    assert theme().font("label").pixelSize() == 12
    speak("en")
    assert QLocale().name() == "en_GB"
    assert theme().font("label").pixelSize() == 11


@pytest.mark.parametrize(("language", "word"), [("ru", "Сегодня"), ("en", "Today")])
def test_words_of_qt_that_nobody_knows_stay_as_they_are(language: str, word: str) -> None:
    speak(language)
    assert QCoreApplication.translate("Nobody", word) == word


def test_qt_speaks_too() -> None:
    speak("ru")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Копировать"
    speak("kk")
    assert QCoreApplication.translate("QLineEdit", "&Copy") != "&Copy"
    speak("en")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Copy"


@pytest.mark.parametrize("language", ["kk", "zh", "ru"])
def test_qts_gaps_are_filled_from_our_own_words(language: str, monkeypatch) -> None:
    monkeypatch.setattr("app.i18n.active._", lambda message, **_: f"«{message}»")
    speak(language)
    assert QCoreApplication.translate("QFileDialog", "Files of type:") == "«Kind of file:»"
    assert QCoreApplication.translate("QPlatformTheme", "Discard") == "«Do not save»"
    assert QCoreApplication.translate("QShortcut", "Help") != "«Help»"


def test_standard_buttons_follow_the_language(qtbot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    english = box.buttons()[0].text()
    speak("ru")
    assert box.buttons()[0].text() != english


def test_the_switch_goes_round() -> None:
    assert [next_language(code) for code in ("kk", "zh", "ru", "en")] == ["zh", "ru", "en", "kk"]


def test_a_closed_widget_is_not_spoken_to(qtbot) -> None:
    del qtbot
    listener = Listener()
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener, QEvent.Type.DeferredDelete)
    speak("kk")
