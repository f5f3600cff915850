"""One name of a title in the editor: language, writing, the name itself, its role, and what is wrong with it."""

from math import cos, pi, sin

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import NameType
from app.domain.names import plain
from app.i18n import labels
from app.i18n.active import _, tr
from app.store.work_records import NameLine, WorkRecord
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.badges import Tag
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields import Combo, Field, MarkedField
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.works.form_parts import Choice
from app.ui.works.letter_keys import LetterKeys
from app.ui.works.name_checks import Fault, fault, second_original, twin
from app.ui.works.tags import naming_choices, naming_word, writing_word, writings

GRIP, LANGUAGE, WRITING, ROLE, ACTION = 26, 112, 118, 182, 30
GAP = 8

_QUIET = """QLineEdit[still="true"]:!focus:!hover { border-color: transparent; background: transparent; }"""


class RowChoice(Choice[str]):
    """A choice that looks like plain text until its row is used."""

    def __init__(self) -> None:
        super().__init__()
        self.still = True

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.still or self.hasFocus() or self.underMouse():
            Combo.paintEvent(self, event)
            return
        painter = QPainter(self)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().color("text" if self.isEnabled() else "text2"))
        room = self.rect().adjusted(theme().px(10), 0, -theme().px(4), 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class Grip(QWidget):
    """What a row is dragged by. `dragged` carries the point of the screen, `dropped` ends it."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().px(14)
        spot = QRectF((self.width() - side) // 2, (theme().px(30) - side) // 2, side, side)
        paint_icon(QPainter(self), spot, "grip-vertical", "text3")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._pressed is not None and (here - self._pressed).manhattanLength() > 6:  # noqa: PLR2004 - pixels before it is a drag
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.dropped.emit(event.globalPosition().toPoint())


class StarButton(IconButton):
    """Checked for the name that is shown in its language."""

    def __init__(self) -> None:
        super().__init__("star", size=26)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Only the record says which name is preferred."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme().px(15)
        spot = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        if not self.isChecked():
            paint_icon(painter, spot, "star", "text3" if self.underMouse() or self.hasFocus() else "line2")
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("amberFill"))
        points = [
            spot.center() + QPointF(sin(n * pi / 5), -cos(n * pi / 5)) * side * (0.47 if n % 2 == 0 else 0.2)
            for n in range(10)
        ]
        painter.drawPolygon(QPolygonF(points))
        paint_icon(painter, spot, "star", "amberFill")


class NameRow(Translated, QWidget):
    """`changed` carries the facts to change, `moved` -1 or 1; `preferred`, `removed`, `co_production` are asked for."""

    changed = Signal(dict)
    moved = Signal(int)
    preferred = Signal()
    removed = Signal()
    co_production = Signal()
    judged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line: NameLine | None = None
        self.fault: Fault | None = None
        self.warned = False
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
        self.auto = Tag()
        self._build()
        self._connect()
        self.set_active(False)
        self.retranslate()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 5, 8, 5)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        for column, part in enumerate((self.grip, self.language, self.writing, self.field, self.role)):
            grid.addWidget(part, 0, column)
        for column, button in ((5, self.star), (6, self.remove)):
            grid.addWidget(button, 0, column, top)
        under = QVBoxLayout()
        under.setSpacing(2)
        told = QHBoxLayout()
        told.addWidget(self.message, 1)
        told.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter)
        under.addLayout(told)
        under.addWidget(self.warning)
        under.addWidget(self.keys)
        grid.addLayout(under, 1, 3, 1, 4)
        read = QHBoxLayout()
        read.setSpacing(GAP)
        read.addWidget(self.reading, 1)
        read.addWidget(self.auto)
        grid.addWidget(self.reading_label, 2, 2)
        grid.addLayout(read, 2, 3)
        grid.setColumnStretch(3, 1)
        theme().themed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        for part, wide in ((self.grip, GRIP), (self.language, LANGUAGE), (self.writing, WRITING), (self.role, ROLE)):
            part.setFixedWidth(px(wide))
        for button in (self.star, self.remove):
            button.setFixedSize(px(ACTION), px(30))
        self.reading_label.setContentsMargins(px(10), 0, 0, 0)

    def _connect(self) -> None:
        self.language.picked.connect(lambda code: self.changed.emit({"language": writings(code)[0]}))
        self.writing.picked.connect(lambda tag: self.changed.emit({"language": tag}))
        self.role.picked.connect(lambda value: self.changed.emit({"type": NameType(value)}))
        self.field.textEdited.connect(lambda _text: self._judge())
        self.field.committed.connect(self._typed)
        self.reading.committed.connect(lambda text: self.changed.emit({"reading": text}))
        self.star.clicked.connect(self.preferred)
        self.remove.clicked.connect(self.removed)
        self.message.followed.connect(self.repair)
        self.warning.followed.connect(self.co_production)
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
        self.auto.set_text(_("auto"))
        self.auto.setToolTip(_("Made by the program; change it where it is wrong"))
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
        code = plain(line.language)
        self.language.set_choices(naming_choices(line.language))
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
        self.reading.show_value(line.reading)
        self._warn()
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
        kazakh = self.line is not None and self.line.language == "kk-Cyrl"
        self.keys.setVisible(active and kazakh and self.field.hasFocus())
        self.update()

    def _warn(self) -> None:
        assert self._record is not None and self.line is not None
        self.warned = second_original(self._record) is self.line
        same = twin(self._record, self.line)
        if self.warned:
            sentence = _("Two original titles. Right for a co-production; otherwise change one role.")
            self.warning.tell(Level.WARNING, sentence, _("Yes, co-production"))
        elif same and self._active:
            self.warning.tell(Level.INFO, _("Reads as the name in {language}", language=same))
        else:
            self.warning.clear()

    # Typing

    def repair(self) -> bool:
        """Carry out the repair the message offers; False when there is none."""
        if self.fault is None or not self.fault.repaired:
            return False
        text = self.fault.repaired
        self.fault = None
        self.field.setText(text)
        self.field.setModified(False)
        self._typed(text)
        return True

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
        before, self.fault = self.fault, found
        if found is None:
            self.message.clear()
        else:
            self.message.tell(Level.ERROR, found.sentence, found.repair)
        self.hint.setVisible(found is not None and bool(found.repair))
        self.field.mark(found.spans if found else ())
        self.field.set_state("error" if found else "", found.sentence if found else "")
        if (before is None) != (found is None):
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
