"""What is not certain about a file, in amber above the preview: each question with its answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.active import _, ngettext, say
from app.intake.options import Ask, Topic
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.message import Level, Notice
from app.ui.widgets.safe import SafeLabel

MOST_SHOWN = 4
"""Questions shown at once; the answer to one often answers others."""

SAMPLE = 28
"""Letters of what the file would look like that stand on a button."""


class Question(QWidget):
    """One question; `answered` carries the ask and the value. One about a column leads to its heading (`sought`)."""

    answered = Signal(object, str)
    sought = Signal(int)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = ask
        row = QVBoxLayout(self)
        row.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        row.setSpacing(theme().px(4))
        row.addWidget(SafeLabel(say(ask.question), tone="amber", wrap=True))
        answers = QWidget()
        flow = FlowLayout(answers, gap=8, line_gap=6)
        telling = len({choice.sample for choice in ask.choices}) > 1
        for choice in ask.choices:
            words = say(choice.label)
            sample = " · ".join(text for text in choice.sample if text)[:SAMPLE] if telling else ""
            button = Button(f"{words}: {sample}" if sample else words, small=True)
            button.clicked.connect(lambda _on=False, value=choice.value: self.answered.emit(ask, value))
            flow.addWidget(button)
        if ask.topic is Topic.COLUMNS and ask.column >= 0:
            choose = Button(_("Choose what it means…"), small=True)
            choose.clicked.connect(lambda: self.sought.emit(ask.column))
            flow.addWidget(choose)
        elif not ask.choices:
            field = Field()
            field.setFixedWidth(theme().px(110))
            field.setAccessibleName(say(ask.question))
            field.show_value(ask.likely)
            field.committed.connect(lambda text: self.answered.emit(ask, text.strip()))
            flow.addWidget(field)
            if ask.likely:
                keep = Button(ask.likely, small=True)
                keep.clicked.connect(lambda: self.answered.emit(ask, ask.likely))
                flow.addWidget(keep)
        row.addWidget(answers)


class Asks(Translated, QWidget):
    """All questions; hidden while there are none."""

    answered = Signal(object, str)
    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks: tuple[Ask, ...] = ()
        self._notice = Notice(Level.WARNING)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)
        inside = QHBoxLayout()
        inside.setContentsMargins(theme().px(14), 0, 0, 0)
        inside.addLayout(self._list)
        column.addLayout(inside)
        self.retranslate()

    def show_asks(self, asks: tuple[Ask, ...]) -> None:
        """Show these questions."""
        self._asks = asks
        self.retranslate()

    def retranslate(self) -> None:
        """Say the questions again."""
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.setVisible(bool(self._asks))
        if not self._asks:
            return
        self._notice.tell(
            ngettext("{n} thing is unclear", "{n} things are unclear", len(self._asks)),
            _("Say how it is meant. Nothing is guessed silently."),
        )
        for ask in self._asks[:MOST_SHOWN]:
            question = Question(ask)
            question.answered.connect(self.answered)
            question.sought.connect(self.sought)
            self._list.addWidget(question)
