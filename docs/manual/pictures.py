"""Takes the pictures of the manual: the real window, off screen, sample library. pictures.py [FOLDER [NAME ...]]."""
# ruff: noqa: INP001, E402 - a script beside a text; the program is imported once its clock stands still

import copyreg
import datetime as dt
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
NOW = dt.datetime(2026, 9, 28, 4, 30, tzinfo=dt.UTC)
"""When all pictures are taken, so that two of them differ only where the program does."""
ONE = "KERUEN_PICTURES"
"""The variable that tells a process its language."""
NOBODY = "curator"
"""Who works in the pictures."""


class _Like(type):
    """Counts what the real class made, too."""

    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, cls.__mro__[1])


class StillTime(dt.datetime, metaclass=_Like):
    """A clock that stands still, at the moment of the pictures or some minutes before."""

    back = 0

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> "StillTime":
        """Always the same moment."""
        moment = (NOW - dt.timedelta(minutes=cls.back)).astimezone(tz)
        return cls.combine(moment.date(), moment.time(), moment.tzinfo if tz else None)


class StillDay(dt.date, metaclass=_Like):
    """The day of that clock."""

    @classmethod
    def today(cls) -> "StillDay":
        """Always the same day."""
        return cls.fromordinal(NOW.astimezone().toordinal())


def stand_still() -> None:
    """Stop the clocks, in a desktop of Almaty, of one size and of nobody; before the program is imported."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "TZ": "<+05>-5"}
    os.environ |= dict.fromkeys(("LOGNAME", "USER", "LNAME", "USERNAME"), NOBODY)
    if hasattr(time, "tzset"):
        time.tzset()
    for real, still in ((dt.datetime, StillTime), (dt.date, StillDay)):
        # another process, such as the planner, has the real ones, and is sent them under their name
        still.__module__, still.__qualname__ = "datetime", real.__name__
        copyreg.pickle(real, lambda thing, still=still: (still, thing.__reduce__()[1]))  # type: ignore[misc]
    dt.datetime, dt.date = StillTime, StillDay  # type: ignore[misc]
    sys.path.insert(0, str(HERE.parents[1]))


def turn_back(minutes: int) -> None:
    """Let the clock stand some minutes before the pictures."""
    StillTime.back = minutes


stand_still()

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

sys.path.insert(0, str(HERE))

import props
import scenes

from app import paths
from app.domain.kinds import LANGUAGES
from app.store.store import utc_now
from app.ui import shelf
from app.ui.house import House
from app.ui.language import speak
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from app.ui.program import application
from app.ui.theme import Scheme, theme

SIZE = QSize(1366, 768)
COLOURS, COMMON = 256, 96
SHADE = QColor(28, 26, 22, 110)


def settle(window: MainWindow) -> None:
    """Wait until nothing moves any more."""
    QTest.qWait(300)
    window.activateWindow()  # a page made meanwhile may have taken that from it
    while window.jobs.running:
        QTest.qWait(50)
    QTest.qWait(1000)  # what comes last is laid out once more


def taken(window: MainWindow, above: QWidget | None) -> QImage:
    """The window as it is seen, with a dialog of its own above it in the middle."""
    picture = window.grab()
    if above is not None:
        dialog = above.grab()
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), SHADE)
        free = picture.size() - dialog.size()
        painter.drawPixmap(QPoint(free.width() // 2, free.height() // 2), QPixmap(dialog))
        painter.end()
        above.close()
    return picture.toImage()


def reduced(image: QImage) -> QImage:
    """The picture in 256 colours: the commonest, then the commonest of each hue that is still missing."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    common = [colour for colour, _times in Counter(memoryview(image.constBits()).cast("I")).most_common()]
    table = dict.fromkeys(common[:COMMON])
    near = {colour & 0xF0F0F0 for colour in table}
    for colour in common[COMMON:]:
        if colour & 0xF0F0F0 not in near and len(table) < COLOURS:
            near.add(colour & 0xF0F0F0)
            table[colour] = None
    table |= dict.fromkeys(common[: COLOURS - len(table)])
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, list(table), plain)


def take(language: str, folder: Path, only: frozenset[str]) -> None:
    """All pictures in one language, or some of them, of a library of their own."""
    speak(language)
    moment = utc_now()
    turn_back(3 * 24 * 60)
    store = shelf.open_sample(moment)
    props.furnish(store, language, turn_back)
    house = House(store, Preferences(paths.data_folder() / f"{language}.json"))
    window = house.window
    window.resize(SIZE)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)
    for name, arrange in scenes.SCENES.items():
        if only and name not in only:
            continue
        above = arrange(window)
        settle(window)
        image = reduced(taken(window, above))
        image.save(str(folder / f"{name}.png"), "PNG", 0)  # type: ignore[call-overload]  # 0 packs it tightest
    window.workspace.undo_stack.disconnect(window)
    window.close()
    store.close()


def main() -> None:
    """Take them in four languages, each in a process of its own; in one, when that is such a process."""
    target = (Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pictures").resolve()
    language = os.environ.get(ONE)
    if language is None:
        for code in LANGUAGES:
            command = [sys.executable, str(Path(__file__).resolve()), str(target), *sys.argv[2:]]
            subprocess.run(command, env={**os.environ, ONE: code}, check=True)  # noqa: S603 - ourselves
        return
    application().setCursorFlashTime(0)
    theme().choose(Scheme.LIGHT)
    with TemporaryDirectory() as home_folder:
        os.environ[paths.HOME] = home_folder
        take(language, target / language, frozenset(sys.argv[2:]))


if __name__ == "__main__":
    main()
