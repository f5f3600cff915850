"""The keyboard of a journey: nothing but keys, and names as a screen reader says them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST = 90
"""How often Tab is pressed before a part counts as out of reach."""

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    """Let timers of nought run."""
    for _turn in range(5):
        QApplication.processEvents()


def focus() -> QWidget:
    """What the keys go to; it must be there, and in sight."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    assert not focused.visibleRegion().isEmpty(), f"{said(focused)!r} has the focus out of sight"
    return focused


def said(part: QWidget) -> str:
    """The name a screen reader says."""
    return part.accessibleName() or str(getattr(part, "text", str)())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
    """Press a key where the focus is, or in the menu that is open."""
    for _time in range(times):
        QTest.keyClick(QApplication.activePopupWidget() or focus(), key, modifier)
        settle()


def write(text: str) -> None:
    """Type letters of any script; QTest knows Latin ones only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, Qt.Key.Key_unknown, PLAIN, letter))
    settle()


def tab_to(name: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Press Tab until the part with this name has the focus."""
    passed = []
    for _press in range(MOST):
        if said(focus()) == name:
            return
        passed.append(said(focus()))
        press(key)
    pytest.fail(f"{name!r} is not reached by Tab, only {passed}")


def fill(name: str, text: str) -> None:
    """Go to a field and write in it."""
    tab_to(name)
    press(Qt.Key.Key_A, CTRL)
    write(text)


def choose(name: str, wanted: str) -> None:
    """Go to a list and step down until it shows what is wanted."""
    tab_to(name)
    press(Qt.Key.Key_Home)
    part = focus()
    for _step in range(MOST):
        if getattr(part, "currentText", str)() == wanted:
            return
        press(Qt.Key.Key_Down)
    pytest.fail(f"{wanted!r} is not among {name!r}")


def push(name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Go to a button and press it."""
    tab_to(name)
    press(key)


def when_asked(shown: Callable[[], QWidget | None], answer: Callable[[], None]) -> None:
    """Answer a menu or a question, which waits in a loop of its own, as soon as it is there."""

    def look() -> None:
        if shown() is None:
            QTimer.singleShot(10, look)
        else:
            answer()

    QTimer.singleShot(10, look)


def closed(window: QWidget) -> None:
    """Wait until a form is gone and the window has the keys again: a window manager gives them back."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    settle()


def question() -> QWidget | None:
    """The question that is asked, once the keys go to it."""
    asked, focused = QApplication.activeModalWidget(), QApplication.focusWidget()
    return asked if asked is not None and focused is not None and focused.window() is asked else None


def pick_from_menu(button: str, wanted: str) -> None:
    """Open the menu of a button and choose a line of it."""

    def answer() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        for _step in range(MOST):
            press(Qt.Key.Key_Down)
            active = menu.activeAction()  # type: ignore[attr-defined]
            if active is not None and active.text().replace("&", "") == wanted:
                press(Qt.Key.Key_Return)
                return
        menu.close()

    tab_to(button)
    when_asked(QApplication.activePopupWidget, answer)
    press(Qt.Key.Key_Space)
    assert QTest.qWaitForWindowActive(focus().window())  # shortcuts are asleep while the menu goes
    QTest.qWait(100)
