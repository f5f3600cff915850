"""The first page: the language, and a library to begin with. It also tells why a library could not be opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.domain.kinds import LANGUAGES
from app.i18n.active import _, language, ngettext, say
from app.store.store import Store, utc_now
from app.ui import dialogs, shelf
from app.ui.file_drop import SPREADSHEET, SPREADSHEETS
from app.ui.first_run.parts import LanguageButton, Way, Ways
from app.ui.first_run.trouble import Trouble
from app.ui.jobs import Job, Jobs, Outcome
from app.ui.language import speak
from app.ui.libraries import CHOOSE, LIBRARY, MAKING, NAME, NEW, OPENING
from app.ui.preferences import Preferences
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.language_switch import ENDONYMS
from app.ui.widgets.ornament import Mark, Ornament
from app.ui.widgets.safe import NoRich, SafeLabel
from app.words import N_, Phrase, phrase

WIDE = 660
TITLES, DAYS = 133, 4
"""What the sample library holds."""

PATIENCE = 300
"""Milliseconds before one is told that something is being done."""

GREETINGS = {
    "kk": "Керуенге қош келдіңіз",
    "zh": "欢迎使用驼队",
    "ru": "Добро пожаловать в Керуен",
    "en": "Welcome to Keruen",
}
"""Never translated: whoever cannot read the present language is greeted in her own."""

PUTTING_BACK = phrase(N_("Restoring the backup"))


class Welcome(Translated, QWidget):
    """A window of its own. `chosen` carries the open `Store`; then it has done its work."""

    chosen = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._jobs = Jobs(self)
        self._doing: Phrase | None = None
        self._mark, self._ornament = Mark(), Ornament(opacity=0.65)
        self._hello, self._others = SafeLabel(role="hero"), SafeLabel(tone="text2")
        self._languages = QButtonGroup(self)
        self.sample = Way("clapperboard", first=True)
        self.existing = Way("folder-open")
        self.empty, self.table = Way("plus"), Way("file-spreadsheet")
        self.spreadsheet: Path | None = None
        self._ways = Ways([self.sample, self.existing, self.empty, self.table])
        self.trouble = Trouble(self)
        self._left, self._right = SafeLabel(role="small", tone="text3"), SafeLabel(role="small", tone="text3")
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._wait.timeout.connect(self._say_foot)
        self._guards = (NoRich(self), FocusRing(self))
        QApplication.instance().installEventFilter(self._guards[0])  # type: ignore[union-attr]  # a window belongs to one
        self._lay_out()
        self._connect()
        self.setMinimumSize(QSize(theme().px(720), theme().px(560)))
        self.resize(1440, 900)
        self.retranslate()
        self.sample.button.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._mark)
        head.addWidget(self._ornament, 1)
        self._ornament.setVisible(self._preferences.now.ornament)
        tongues = QHBoxLayout()
        tongues.setSpacing(10)
        for code in LANGUAGES:
            button = LanguageButton(code, ENDONYMS[code])
            self._languages.addButton(button)
            tongues.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self._left)
        foot.addStretch(1)
        foot.addWidget(self._right)
        content = QWidget()
        content.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        content.setFixedWidth(theme().px(WIDE))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(0)
        for part, below in (
            (head, 20), (self._hello, 4), (self._others, 22), (tongues, 26), (self.trouble, 0), (self._ways, 16),
            (foot, 0),
        ):  # fmt: skip
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
            column.addSpacing(below)
        middle = QWidget()
        # Sentences that wrap tell their height only where no alignment squeezes them.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(content)
        across.addStretch(1)
        around = QVBoxLayout(middle)
        around.addStretch(1)
        around.addLayout(across)
        around.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        middle.setAutoFillBackground(False)
        area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self._languages.buttonClicked.connect(self._speak)
        self.sample.button.clicked.connect(self.open_sample)
        self.existing.button.clicked.connect(self.choose)
        self.empty.button.clicked.connect(self.start_empty)
        self.table.button.clicked.connect(self.start_with_table)
        self.trouble.again.connect(self.open)
        self.trouble.backup_chosen.connect(self.put_back)

    def retranslate(self) -> None:
        """Say everything in the language chosen."""
        self.setWindowTitle(_("Keruen"))
        self._hello.setText(_("Welcome to Keruen"))
        self._others.setText("   ".join(words for code, words in GREETINGS.items() if code != language()))
        for button in self._languages.buttons():
            if isinstance(button, LanguageButton):
                button.setChecked(button.code == language())
        days = ngettext("a film week of {n} day", "a film week of {n} days", DAYS)
        self.sample.tell(
            _("Look around with the sample library"),
            ngettext(
                "{n} title and {week}. Nothing to set up.", "{n} titles and {week}. Nothing to set up.",
                TITLES, week=days,
            ),
            _("Open sample"),
        )  # fmt: skip
        self.existing.tell(_("Open an existing library"), _("From this computer, a USB stick or a backup."), _("Open…"))
        self.empty.tell(_("Start empty"), _("Add your first title by hand."), _("Create library"))
        self.table.tell(
            _("Import a spreadsheet"),
            _("Titles or screenings from Excel or CSV, into a new library."),
            _("Choose file…"),
        )
        self._say_foot()

    def tell(self, refusal: Phrase, path: Path) -> None:
        """Say why the library at `path` could not be opened, and offer what may help."""
        self.trouble.tell(refusal, path)

    def open_sample(self) -> None:
        """Open the sample library, made first if need be."""
        self._work(lambda: shelf.open_sample(utc_now()), MAKING)

    def choose(self) -> None:
        """Ask for a file and open it."""
        path = dialogs.open_file(self, CHOOSE, (LIBRARY,), shelf.folder())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a library or a backup, in a job: an old one is brought up to date first."""
        self._work(lambda: shelf.open_any(path), OPENING, path)

    def start_empty(self) -> None:
        """Ask for a name and make an empty library."""
        name = dialogs.ask_text(self, NEW, NAME, _("My library"))
        if name:
            self._work(lambda: shelf.make_empty(name), MAKING)

    def start_with_table(self) -> None:
        """Ask for a spreadsheet and make an empty library for it; the window reads it in."""
        path = dialogs.open_file(self, SPREADSHEET, (SPREADSHEETS,))
        if path is not None:
            self.spreadsheet = path
            self._work(lambda: shelf.make_empty(path.stem), MAKING)

    def put_back(self, kept: Path, library: Path) -> None:
        """Put a backup in the place of a library that cannot be opened."""
        self._work(lambda: shelf.put_back(kept, library), PUTTING_BACK, library)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("surface"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._jobs.stop_all()
        super().closeEvent(event)

    def _speak(self, button: LanguageButton) -> None:
        speak(button.code)
        self._preferences.change(language=button.code)

    def _work(self, work: Callable[[], Store], title: Phrase, path: Path | None = None) -> None:
        self._doing = title
        self._ways.setEnabled(False)
        self.trouble.clear()
        self._wait.start()

        def ended(outcome: Outcome[Store]) -> None:
            self._wait.stop()
            self._doing = None
            self._ways.setEnabled(True)
            self._say_foot()
            if outcome.value is not None:
                self.chosen.emit(outcome.value)
            elif outcome.refusal is not None:
                self.trouble.tell(outcome.refusal, path)

        self._jobs.start(Job(lambda _job: work(), title), ended)

    def _say_foot(self) -> None:
        working = self._doing is not None and not self._wait.isActive()
        top = _("The language can be changed at any time, top right.")
        self._left.setText(_("{work}…", work=say(self._doing)) if working and self._doing else top)
        self._right.setText(_("Works without internet"))
