"""Takes the pictures of the manual: the real window, off screen, with the sample library. pictures.py [FOLDER]."""
# ruff: noqa: INP001, E402 - a script beside a text; the program is imported once its clock stands still

import datetime as dt
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
NOW = dt.datetime(2026, 9, 28, 4, 30, tzinfo=dt.UTC)
"""When all pictures are taken, so that two of them differ only where the program does."""


class _Like(type):
    """Counts what the real class made, too."""

    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, cls.__mro__[1])


class StillTime(dt.datetime, metaclass=_Like):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> "StillTime":
        """Always the same moment."""
        moment = NOW.astimezone(tz)
        return cls.combine(moment.date(), moment.time(), moment.tzinfo if tz else None)


class StillDay(dt.date, metaclass=_Like):
    """The day of that clock."""

    @classmethod
    def today(cls) -> "StillDay":
        """Always the same day."""
        return cls.fromordinal(NOW.astimezone().toordinal())


def stand_still() -> None:
    """Stop the clocks, in a desktop of Almaty and of one size; before the program is imported."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "TZ": "<+05>-5"}
    if hasattr(time, "tzset"):
        time.tzset()
    dt.datetime, dt.date = StillTime, StillDay  # type: ignore[misc]
    sys.path.insert(0, str(HERE.parents[1]))


stand_still()

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from app import paths
from app.domain.kinds import LANGUAGES
from app.domain.screenings import Severity
from app.store.search import find
from app.store.store import Store, utc_now
from app.ui import shelf
from app.ui.house import House
from app.ui.language import speak
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from app.ui.program import application
from app.ui.schedule.page import SchedulePage
from app.ui.theme import Scheme, theme
from app.ui.works.page import WorksPage

SIZE = QSize(1366, 768)
COLOURS, COMMON = 256, 96
TITLE = "我的阿勒泰"
RIGHT, WRONG = "Менің Алтайым", "Мeнің Алтайым"
"""The second has a Latin e."""


def settle(window: MainWindow) -> None:
    """Wait until nothing moves any more."""
    QTest.qWait(300)
    window.activateWindow()  # a page made meanwhile may have taken that from it
    while window.jobs.running:
        QTest.qWait(50)
    QTest.qWait(1000)  # what comes last is laid out once more


def work_called(window: MainWindow, name: str) -> int:
    """The title with this name."""
    return int(window.workspace.read(find, name, "zh", 1)[0].id)


def works_page(window: MainWindow) -> WorksPage:
    """The catalogue as it is shown."""
    page = window.current_page()
    assert isinstance(page, WorksPage)
    return page


def type_into(field: QLineEdit, text: str) -> None:
    """Put a text into a field as if it had been typed: the test library types no Kazakh letters."""
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.setText(text)
    field.setModified(True)
    field.textEdited.emit(text)


def home(window: MainWindow) -> None:
    """The first page."""
    window.show_page("home")


def search(window: MainWindow) -> None:
    """The list below the search field, over Home."""
    window.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    window.search_box.setText("zhan")


def catalogue(window: MainWindow) -> None:
    """A title whose rights end too early."""
    window.search_box.clear()
    window.show_page("works", work=work_called(window, TITLE))
    listed = works_page(window).view.list
    listed.scrollTo(listed.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
    listed.setFocus(Qt.FocusReason.OtherFocusReason)


def editor(window: MainWindow) -> None:
    """The same title, with a wrong letter in its Kazakh name."""
    page = works_page(window)
    page.editing.open(work_called(window, TITLE))
    rows = page.editor.names.rows.values()
    type_into(next(row.field for row in rows if row.field.text() == RIGHT), WRONG)


def schedule(window: MainWindow) -> None:
    """Two halls that want one copy."""
    works_page(window).editor.drop_unkept()
    window.show_page("schedule")
    page = window.current_page()
    assert isinstance(page, SchedulePage)
    assert page.plan is not None
    clash = next(one for one in page.plan.findings if one.severity is Severity.ERROR and len(one.slots) > 1)
    page.choose(clash.slots[-1])
    page.view.setFocus(Qt.FocusReason.OtherFocusReason)


def printing(window: MainWindow) -> None:
    """The grid of the first day."""
    window.show_page("documents")


PICTURES: dict[str, Callable[[MainWindow], None]] = {
    "home": home, "search": search, "catalogue": catalogue, "editor": editor, "schedule": schedule, "print": printing,
}  # fmt: skip
"""In the order in which they are taken: each begins where the one before it ended."""


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


def take(store: Store, language: str, folder: Path) -> None:
    """All pictures in one language."""
    speak(language)
    house = House(store, Preferences(paths.data_folder() / f"{language}.json"))
    window = house.window
    window.resize(SIZE)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)
    for name, arrange in PICTURES.items():
        arrange(window)
        settle(window)
        image = reduced(window.grab().toImage())
        image.save(str(folder / f"{name}.png"), "PNG", 0)  # type: ignore[call-overload]  # 0 packs it tightest
    window.workspace.undo_stack.disconnect(window)
    window.close()


def main() -> None:
    """Take them in four languages."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pictures"
    application().setCursorFlashTime(0)
    theme().choose(Scheme.LIGHT)
    with TemporaryDirectory() as home_folder:
        os.environ[paths.HOME] = home_folder
        store = shelf.open_sample(utc_now())
        for language in LANGUAGES:
            take(store, language, target.resolve() / language)
        store.close()


if __name__ == "__main__":
    main()
