"""The only door to questions that stop the work, and to files. A test answers by replacing these functions.

Prefer doing and a toast with Undo. Ask only what cannot be taken back, and what needs a file or a reason.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n.active import _, say
from app.ui.tab_order import ReadingOrder
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import LONGEST, Field
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel
from app.words import N_, Phrase, phrase

WIDE = 432
NEXT_LANGUAGE = "Ctrl+Shift+L"


@dataclass(frozen=True)
class Question:
    """A question with two verbs. `keep` is what nothing changes by, and what Enter does when `destroys`."""

    title: Phrase
    sentence: Phrase
    act: Phrase
    keep: Phrase
    icon: str = "info"
    destroys: bool = False


@dataclass(frozen=True)
class Files:
    """A kind of file to choose: its name and its endings, as in ("*.xlsx", "*.csv")."""

    name: Phrase
    patterns: tuple[str, ...]


def ask(parent: QWidget | None, question: Question) -> bool:
    """True when the user chose to act."""
    return QuestionBox(question, parent).exec() == QDialog.DialogCode.Accepted


def ask_text(parent: QWidget | None, question: Question, label: Phrase, text: str = "") -> str | None:
    """One line of text, such as a name or a reason; None when the user kept things as they are."""
    box = TextBox(question, label, text, parent)
    return box.text() if box.exec() == QDialog.DialogCode.Accepted else None


def show(dialog: QDialog) -> bool:
    """Run a page's own dialog; True when it was accepted."""
    share_language_key(dialog)
    return dialog.exec() == QDialog.DialogCode.Accepted


def open_file(
    parent: QWidget | None, title: Phrase, kinds: tuple[Files, ...], folder: Path | None = None
) -> Path | None:
    """A file that exists, or None."""
    name, _kind = QFileDialog.getOpenFileName(parent, say(title), str(folder or ""), _filters(kinds))
    return Path(name) if name else None


def open_files(
    parent: QWidget | None, title: Phrase, kinds: tuple[Files, ...], folder: Path | None = None
) -> list[Path]:
    """Files that exist; none when the user thought better of it."""
    names, _kind = QFileDialog.getOpenFileNames(parent, say(title), str(folder or ""), _filters(kinds))
    return [Path(name) for name in names]


def save_file(parent: QWidget | None, title: Phrase, kinds: tuple[Files, ...], proposed: Path) -> Path | None:
    """Where to write, with the ending of the first kind if the user gave none; or None."""
    name, _kind = QFileDialog.getSaveFileName(parent, say(title), str(proposed), _filters(kinds))
    if not name:
        return None
    path = Path(name)
    return path if path.suffix or not kinds else path.with_suffix(kinds[0].patterns[0].removeprefix("*"))


def report(parent: QWidget | None, text: str) -> None:
    """Tell of a bug and offer to copy its report; the program goes on."""
    ReportBox(text, parent).exec()


def share_language_key(dialog: QDialog) -> None:
    """Let the window's key for the next language work while a dialog is open: it says its words again."""
    parent = dialog.parentWidget()
    actions = parent.window().findChildren(QAction) if parent is not None else []
    dialog.addActions([action for action in actions if action.shortcut() == QKeySequence(NEXT_LANGUAGE)])


def _filters(kinds: tuple[Files, ...]) -> str:
    return ";;".join(f"{say(kind.name)} ({' '.join(kind.patterns)})" for kind in kinds)


class House(Translated, ReadingOrder, QDialog):
    """A dialog as the house draws it: icon, heading, sentence, a foot with verbs. Words change while it is open."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.heading = SafeLabel(role="section", wrap=True)
        self.sentence = SafeLabel(tone="text2", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.sentence)
        top = QHBoxLayout()
        top.setContentsMargins(18, 18, 18, 18)
        top.setSpacing(16)
        top.addWidget(Glyph(icon, tone, size=22), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self.body, 1)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(16, 12, 16, 12)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        ground = Panel("panel")
        ground.setLayout(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Line())
        column.addWidget(ground)
        self.setMinimumWidth(WIDE)

    def showEvent(self, event: QShowEvent) -> None:
        share_language_key(self)
        self.adjustSize()  # paragraphs know their height only now
        super().showEvent(event)


class QuestionBox(House):
    """A `Question` on the screen."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question.icon, "red" if question.destroys else "accent", parent)
        self.question = question
        self.keep_button = Button()
        self.act_button = Button(kind=Kind.DANGER if question.destroys else Kind.PRIMARY)
        self.keep_button.clicked.connect(self.reject)
        self.act_button.clicked.connect(self.accept)
        self.foot.addWidget(self.keep_button)
        self.foot.addWidget(self.act_button)
        safe = self.keep_button if question.destroys else self.act_button
        safe.setDefault(True)
        safe.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the question again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(say(self.question.title))
        self.sentence.setText(say(self.question.sentence))
        self.keep_button.setText(say(self.question.keep))
        self.act_button.setText(say(self.question.act))
        self.adjustSize()


class TextBox(QuestionBox):
    """A question that wants a line of text."""

    def __init__(self, question: Question, label: Phrase, text: str, parent: QWidget | None = None) -> None:
        self._label_phrase = label
        self._label = SafeLabel(role="small", tone="text2")
        self._field = Field()
        super().__init__(question, parent)
        self.body.addWidget(self._label)
        self.body.addWidget(self._field)
        self._field.setText(text)
        self._field.selectAll()
        self._field.textChanged.connect(self._typed)
        self._field.setFocus()
        self.act_button.setDefault(True)
        self._typed(text)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self._field.text().strip()

    def retranslate(self) -> None:
        """Say the question again."""
        super().retranslate()
        self._label.setText(say(self._label_phrase))
        self._field.setAccessibleName(say(self._label_phrase))

    def _typed(self, text: str) -> None:
        self.act_button.setEnabled(bool(text.strip()))


class ReportBox(House):
    """What went wrong, for whoever repairs the program."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__("octagon-alert", "red", parent)
        self._text = report
        self._details = QPlainTextEdit(report[: LONGEST * 20])
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setMinimumHeight(150)
        self._copy = Button(icon="copy")
        self._close = Button(kind=Kind.PRIMARY)
        self._copy.clicked.connect(self._copied)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        self._close.setFocus()
        self.body.addWidget(self._details)
        self.foot.addWidget(self._copy)
        self.foot.addWidget(self._close)
        self.setMinimumWidth(WIDE + 120)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the message again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(_("Something went wrong in the program"))
        self.sentence.setText(
            _(
                "Your library is safe: every change was saved when you made it. You can go on working. "
                "The report below holds no titles or names; send it to whoever looks after Keruen."
            )
        )
        self._copy.setText(_("Copy report"))
        self._close.setText(_("Continue"))
        self._details.setAccessibleName(_("Report"))

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(_("Copied"))


CANCEL = phrase(N_("Cancel"))
"""The verb that keeps things as they are where none says it better."""
