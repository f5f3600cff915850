"""One name of a title in the editor: language, writing, the name itself, its role, and what is wrong with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import NameType
from app.domain.names import plain
from app.i18n import labels
from app.i18n.active import _, tr
from app.store.work_records import NameLine, WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.badges import Tag
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.fields import Field, MarkedField
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.works.letter_keys import LetterKeys
from app.ui.works.name_checks import Doubt, Fault, doubts, fault
from app.ui.works.name_row_parts import ACTION, GAP, GRIP, LANGUAGE, ROLE, WRITING, Grip, RowChoice, StarButton
from app.ui.works.tags import OTHER, ask_tag, naming_choices, naming_word, writing_word, writings

_QUIET = """QLineEdit[still="true"]:!focus:!hover { border-color: transparent; background: transparent; }"""


class NameRow(Translated, QWidget):
    """`changed` carries the facts to change, `moved` -1 or 1.

    `preferred`, `removed`, `co_production`, `confirmed` are asked for.
    """

    changed = Signal(dict)
    moved = Signal(int)
    preferred = Signal()
    removed = Signal()
    co_production = Signal()
    confirmed = Signal()
    judged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line: NameLine | None = None
        self.fault: Fault | None = None
        self.doubt: Doubt | None = None
        self._record: WorkRecord | None = None
        self._active = False
        self.grip = Grip()
        self.language, self.writing, self.role = RowChoice(), RowChoice(), RowChoice()
        self.field = MarkedField()
        self.field.setStyleSheet(_QUIET)
        self.star, self.remove = StarButton(), IconButton("trash-2", size=26)
        self.message, self.warning = InlineMessage(), InlineMessage()
        self.hint = KeyHint("Alt+Return")
        self.hint.hide()
        self.keys = LetterKeys()
        self.keys.serve(self.field)
        self.keys.hide()
        self.reading_label = SafeLabel(tone="text2")
        self.reading = Field()
        self.reading.setStyleSheet(_QUIET)
        self.auto, self.name_auto = Tag(), Tag()
        self.confirm, self.confirm_reading = (
            LinkButton(role="small", compact=True),
            LinkButton(role="small", compact=True),
        )
        _lay_out(self)
        theme().themed.connect(self._measure)
        self._measure()
        self._connect()
        self.set_active(False)
        self.retranslate()

    def _measure(self) -> None:
        px = theme().px
        for part, wide in ((self.grip, GRIP), (self.language, LANGUAGE), (self.writing, WRITING), (self.role, ROLE)):
            part.setFixedWidth(px(wide))
        for button in (self.star, self.remove):
            button.setFixedSize(px(ACTION), px(30))
        self.reading_label.setContentsMargins(px(10), 0, 0, 0)

    def _connect(self) -> None:
        self.language.picked.connect(self._language_picked)
        self.writing.picked.connect(lambda tag: self.changed.emit({"language": tag}))
        self.role.picked.connect(lambda value: self.changed.emit({"type": NameType(value)}))
        self.field.textEdited.connect(lambda _text: self._judge())
        self.field.committed.connect(self._typed)
        self.reading.committed.connect(lambda text: self.changed.emit({"reading": text}))
        self.star.clicked.connect(self.preferred)
        self.remove.clicked.connect(self.removed)
        self.message.followed.connect(self.repair)
        self.warning.followed.connect(self._mend)
        for link in (self.confirm, self.confirm_reading):
            link.clicked.connect(self.confirmed)
        for part in (self.field, self.reading):
            part.installEventFilter(self)

    @property
    def unkept(self) -> bool:
        """Whether what is typed could not be kept."""
        return self.fault is not None and self.line is not None and self.field.text() != self.line.text

    # What it shows

    def retranslate(self) -> None:
        """Say everything again; the name being typed stays."""
        self.role.set_choices([(value.value, labels.name_type(tr(), value)) for value in NameType])
        self.reading_label.setText(writing_word("zh-Latn-pinyin"))
        self.reading.setAccessibleName(_("Reading in pinyin"))
        for tag in (self.auto, self.name_auto):
            tag.set_text(_("auto"))
            tag.setToolTip(_("Made by the program; change it where it is wrong"))
        for link, said in ((self.confirm, _("This name is right")), (self.confirm_reading, _("This reading is right"))):
            link.setText(_("Confirm"))
            link.setAccessibleName(said)
        self.remove.set_name(_("Remove this name"))
        self.role.setAccessibleName(_("Role of the name"))
        self.language.setAccessibleName(_("Language of the name"))
        self.writing.setAccessibleName(_("Script"))
        if self.line is not None and self._record is not None:
            self.fill(self._record, self.line)

    def fill(self, record: WorkRecord, line: NameLine) -> None:
        """Show what is stored; typing, and a name that could not be kept, are left alone."""
        other = self.line is not None and self.line.id != line.id
        self._record, self.line = record, line
        self.field.setProperty("draft", f"name:{line.id}")
        self.reading.setProperty("draft", f"reading:{line.id}")
        code = plain(line.language)
        self.language.set_choices(naming_choices(line.language, other=True))
        self.language.show_value(code)
        tags = dict.fromkeys((*writings(code), line.language))
        self.writing.set_choices([(tag, writing_word(tag)) for tag in tags])
        self.writing.show_value(line.language)
        self.writing.setEnabled(len(tags) > 1)
        self.writing.setToolTip(self.writing.currentText())
        self.role.show_value(line.type.value)
        if self.fault is None or not self.unkept or other:
            self.field.show_value(line.text)
        self.field.setAccessibleName(_("Name in {language}", language=naming_word(line.language)))
        shown_first = _("Shown in its language") if line.preferred else _("Show this name in its language")
        self.star.set_name(shown_first)
        self.star.setChecked(line.preferred)
        has_reading = line.language.startswith("zh-Han")
        for part in (self.reading_label, self.reading):
            part.setVisible(has_reading)
        self.auto.setVisible(has_reading and line.reading_auto)
        self.confirm_reading.setVisible(has_reading and line.reading_auto)
        self.name_auto.setVisible(line.auto)
        self.confirm.setVisible(line.auto)
        self.reading.show_value(line.reading)
        self._judge()

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - a plain setter
        """Whether the row is being worked on: its fields show their edges then."""
        self._active = active
        for choice in (self.language, self.writing, self.role):
            choice.still = not active
            choice.update()
        for field in (self.field, self.reading):
            field.setProperty("still", not active and not (field is self.field and self.fault))
            field.style().unpolish(field)
            field.style().polish(field)
        if self.line is not None:
            self._judge()
        kazakh = self.line is not None and self.line.language == "kk-Cyrl"
        self.keys.setVisible(active and kazakh and self.field.hasFocus())
        self.update()

    @property
    def warned(self) -> bool:
        """Whether the name wants a look."""
        return self.doubt is not None and self.doubt.level is Level.WARNING

    def _warn(self) -> None:
        """Tell the gravest doubt; what is only good to know is told while the row is worked on."""
        assert self._record is not None
        assert self.line is not None
        found = doubts(self._record, self.line, self.field.text())
        self.doubt = found[0] if found and self.fault is None else None
        if self.doubt is None or (not self.warned and not self._active):
            self.warning.clear()
        else:
            self.warning.tell(self.doubt.level, self.doubt.sentence, self.doubt.repair)

    # Typing

    def repair(self) -> bool:
        """Carry out the repair the message offers; False when there is none."""
        if self.fault is None:
            return self._mend()
        if not self.fault.repaired:
            return False
        text = self.fault.repaired
        self.fault = None
        self.field.setText(text)
        self.field.setModified(False)
        self._typed(text)
        return True

    def _mend(self) -> bool:
        """Do what the warning offers."""
        doubt = self.doubt
        if doubt is None or not doubt.repair:
            return False
        if doubt.joint:
            self.co_production.emit()
        elif doubt.tag:
            self.changed.emit({"language": doubt.tag})
        else:
            self.field.setText(doubt.text)
            self.field.setModified(False)
            self._typed(doubt.text)
        return True

    def _language_picked(self, code: str) -> None:
        tag = ask_tag(self, self.line.language if self.line else "") if code == OTHER else writings(code)[0]
        if tag:
            self.changed.emit({"language": tag})
        elif self.line is not None and self._record is not None:
            self.fill(self._record, self.line)

    def drop(self) -> None:
        """Give up a name that cannot be kept."""
        self.fault = None
        self.field.setModified(False)
        self.field.show_value(self.line.text if self.line else "")
        self._judge()

    def _typed(self, text: str) -> None:
        self._judge()
        if self.fault is None and self.line is not None and text != self.line.text:
            self.changed.emit({"text": text})

    def _judge(self) -> None:
        found = fault(self.field.text())
        before, self.fault = (self.fault, self.warned), found
        if self.line is not None:
            self._warn()
        if found is None:
            self.message.clear()
        else:
            self.message.tell(Level.ERROR, found.sentence, found.repair)
        told = found.repair if found else self.doubt.repair if self.doubt and self._active else ""
        self.hint.setVisible(bool(told))
        self.field.mark(found.spans if found else ())
        self.field.set_state("error" if found else "", found.sentence if found else "")
        if ((before[0] is None) != (found is None)) or before[1] != self.warned:
            self.judged.emit()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
                self.moved.emit(steps[Qt.Key(event.key())])
                return True
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._active:
            painter.fillRect(self.rect(), theme().color("accentTint"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))


def _lay_out(row: NameRow) -> None:
    """Put the parts of a row into their places."""
    grid = QGridLayout(row)
    grid.setContentsMargins(4, 5, 8, 5)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(2)
    top = Qt.AlignmentFlag.AlignTop
    for column, part in ((0, row.grip), (1, row.language), (2, row.writing), (4, row.role)):
        grid.addWidget(part, 0, column)
    named = QHBoxLayout()
    named.setSpacing(GAP)
    named.addWidget(row.field, 1)
    named.addWidget(row.name_auto)
    named.addWidget(row.confirm)
    grid.addLayout(named, 0, 3)
    for column, button in ((5, row.star), (6, row.remove)):
        grid.addWidget(button, 0, column, top)
    under = QVBoxLayout()
    under.setSpacing(2)
    told, sentences = QHBoxLayout(), QVBoxLayout()
    sentences.setSpacing(2)
    sentences.addWidget(row.message)
    sentences.addWidget(row.warning)
    told.addLayout(sentences, 1)
    told.addWidget(row.hint, 0, Qt.AlignmentFlag.AlignVCenter)
    under.addLayout(told)
    under.addWidget(row.keys)
    grid.addLayout(under, 1, 3, 1, 4)
    read = QHBoxLayout()
    read.setSpacing(GAP)
    read.addWidget(row.reading, 1)
    read.addWidget(row.auto)
    read.addWidget(row.confirm_reading)
    grid.addWidget(row.reading_label, 2, 2)
    grid.addLayout(read, 2, 3)
    grid.setColumnStretch(3, 1)
