"""The line that enters a new title: its name, the language it was guessed to be in, and its kind."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import WorkKind
from app.domain.names import plain
from app.domain.scripts import guess_language_tag
from app.i18n import labels
from app.i18n.active import _, tr
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import LONGEST, Field
from app.ui.widgets.message import InlineMessage, Level
from app.ui.works.form_parts import Choice, Labelled
from app.ui.works.name_checks import fault
from app.ui.works.tags import naming_choices, writings


class NewTitle(Translated, QWidget):
    """`entered` carries (name, tag, kind), `dropped` comes when nothing shall be entered."""

    entered = Signal(str, str, object)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Field()
        self.name.setMaxLength(LONGEST)
        self.language, self.kind = Choice[str](), Choice[WorkKind]()
        self._chosen = ""
        self._begun = False
        self._name, self._language = Labelled(self.name, grows=True), Labelled(self.language, 140)
        self._kind = Labelled(self.kind, 170)
        self.message = InlineMessage()
        self.add, self.keep = Button(kind=Kind.PRIMARY), Button(kind=Kind.GHOST)
        self._build()
        self.name.textEdited.connect(self._typed)
        self.language.picked.connect(self._language_picked)
        self.add.clicked.connect(self._enter)
        self.keep.clicked.connect(self.dropped)
        self.message.followed.connect(self.repair)
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        bottom = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self._name, 1, bottom)
        for part in (self._language, self._kind):
            row.addWidget(part, 0, bottom)
        for button in (self.add, self.keep):
            row.addWidget(button, 0, bottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)

    def retranslate(self) -> None:
        """Say labels and choices again; what is typed stays."""
        self._name.set_words(_("Name of the new title"))
        self._language.set_words(_("Language"))
        self._kind.set_words(_("Kind"))
        self.name.setPlaceholderText(_("In any language and script"))
        self.add.setText(_("Add"))
        self.keep.setText(_("Cancel"))
        if self._begun:
            self._fill_choices()
        if not self.message.isHidden():
            self._judge(self.name.text())

    def _fill_choices(self) -> None:
        self.language.set_choices(naming_choices(*filter(None, (self.language.value(),))))
        self.kind.set_choices([(kind, labels.work_kind(tr(), kind)) for kind in WorkKind])

    def begin(self) -> None:
        """Show the empty line, ready for typing."""
        if not self._begun:
            self._begun = True
            self._fill_choices()
            self.kind.show_value(WorkKind.FEATURE)
            self.language.show_value("kk")
        self.name.clear()
        self._chosen = ""
        self.message.clear()
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def repair(self) -> bool:
        """Put the letters right that the message speaks of."""
        found = fault(self.name.text())
        if found is None or not found.repaired:
            return False
        self.name.setText(found.repaired)
        self._typed(found.repaired)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("panel"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme().color("line"))

    def _typed(self, text: str) -> None:
        if not self._chosen and text.strip():
            code = plain(guess_language_tag(text))
            if code != self.language.value():
                self.language.set_choices(naming_choices(code))
                self.language.show_value(code)
        if text.strip():
            self._judge(text)
        else:
            self.message.clear()
            self.name.set_state("", "")

    def _judge(self, text: str) -> bool:
        """Say what is wrong with the name; whether it can be entered."""
        found = fault(text)
        if found is None:
            self.message.clear()
        else:
            self.message.tell(Level.ERROR, found.sentence, found.repair)
        self.name.set_state("error" if found else "", found.sentence if found else "")
        return found is None

    def _language_picked(self, code: str) -> None:
        self._chosen = code

    def _enter(self) -> None:
        text = self.name.text().strip()
        if not self._judge(text):
            self.name.setFocus()
            return
        guessed = guess_language_tag(text)
        code = self.language.value() or plain(guessed)
        self.entered.emit(text, guessed if plain(guessed) == code else writings(code)[0], self.kind.value())
