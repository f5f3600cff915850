"""Parts of the forms: a field under its label, a choice of a vocabulary, a field that reads what is typed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.kinds import LANGUAGES
from app.domain.names import plain
from app.errors import UserError
from app.i18n import formats
from app.i18n.active import language, say
from app.operations.works import FIRST_YEAR, LAST_YEAR, YEAR_WRONG
from app.ui.theme import theme
from app.ui.widgets.draw import width_of
from app.ui.widgets.facet import FacetToggle
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.works.tags import language_word
from app.words import N_, Phrase

V = TypeVar("V")

SHRINKS_TO = 200
"""Wider fields give way to this where a card is narrow."""

NOT_A_NUMBER = N_("Enter a whole number, or leave it empty.")
NOT_A_DAY = N_("Enter a day such as {example}, or leave it empty.")


class Labelled(QWidget):
    """A part of a form under its label, with room for a sentence below. `wide` is what it would like to have."""

    def __init__(self, part: QWidget, wide: int = 150, *, grows: bool = False) -> None:
        super().__init__()
        self.part = part
        self.label = SafeLabel(role="small", tone="text2")
        self.message = InlineMessage()
        self._wide, self._grows, self._wanted = wide, grows, wide
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(part)
        column.addWidget(self.message)
        column.addStretch(1)
        if grows:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        else:
            theme().themed.connect(self.measure)
            self.measure()

    def set_words(self, text: str) -> None:
        """The label, also the part's name for screen readers."""
        self.label.setText(text)
        self.part.setAccessibleName(text)
        if not self._grows:
            self.measure()

    def measure(self) -> None:
        """Take the width wanted, or what label and part need."""
        words = width_of(theme().font("small"), self.label.text()) + 2
        wanted = max(theme().px(self._wide), words, self.part.minimumSizeHint().width())
        self.setMaximumWidth(wanted)
        self.setMinimumWidth(min(wanted, max(theme().px(SHRINKS_TO), words)))
        self._wanted = wanted
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint if self._grows else QSize(self._wanted, hint.height())


class Choice(Combo, Generic[V]):
    """A list of values. `picked` carries the value the user chose, if it is another one."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[V] = []
        self._kept: V | None = None
        self.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.activated.connect(self._activated)

    def set_choices(self, choices: Sequence[tuple[V, str]]) -> None:
        """(value, word) in order; the chosen one stays."""
        self._values = [value for value, _word in choices]
        for place, (_value, word) in enumerate(choices):
            if place < self.count():
                self.setItemText(place, word)
            else:
                self.addItem(word)
        while self.count() > len(choices):
            self.removeItem(self.count() - 1)
        if self._kept is not None or None in self._values:
            self.show_value(self._kept)

    def show_value(self, value: V | None) -> None:
        """Show what is stored."""
        self._kept = value
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.setToolTip(self.currentText())

    def value(self) -> V | None:
        """What is chosen."""
        return self._kept

    def _activated(self, place: int) -> None:
        value = self._values[place]
        if value != self._kept:
            self._kept = value
            self.setToolTip(self.currentText())
            self.picked.emit(value)


class ReadField(Field):
    """A field whose text means a value. `entered` carries it when it is another one and can be read.

    What cannot be read stays in the field, marked, with the sentence in `problem`; `troubled` tells of it.
    """

    entered = Signal(object)
    troubled = Signal()

    def __init__(self, read: Callable[[str], Any], write: Callable[[Any], str] = str) -> None:
        super().__init__()
        self._read, self._write = read, write
        self._value: Any = None
        self.problem: Phrase | None = None
        self.committed.connect(self._typed)
        self.textEdited.connect(self._edited)

    def show_read(self, value: Any) -> None:
        """Show what is stored; typing and what could not be read are left alone."""
        if self.problem is not None and value == self._value:
            return
        self._value = value
        self._settle(None)
        self.show_value("" if value is None else self._write(value))

    def again(self) -> None:
        """Write the value anew: the language has changed."""
        if self.problem is None:
            self.show_value("" if self._value is None else self._write(self._value))
        self._settle(self.problem)

    def drop(self) -> None:
        """Go back to what is stored."""
        self.problem = None
        self.setModified(False)
        self.show_value("" if self._value is None else self._write(self._value))
        self._settle(None)

    def _edited(self) -> None:
        if self.problem is not None:
            self._settle(self._fault())

    def _fault(self) -> Phrase | None:
        try:
            self._read(self.text().strip())
        except UserError as error:
            return error.phrase
        return None

    def _typed(self, text: str) -> None:
        fault = self._fault()
        self._settle(fault)
        if fault is None:
            value = self._read(text.strip())
            if value != self._value:
                self._value = value
                self.entered.emit(value)
            # What was stored may say more than what was typed: an amount its currency.
            self.show_value("" if self._value is None else self._write(self._value))

    def _settle(self, problem: Phrase | None) -> None:
        self.problem = problem
        self.set_state("error" if problem else "", say(problem) if problem else "")
        self.troubled.emit()


def told(part: Labelled, field: ReadField) -> None:
    """Show the field's problem under it, whenever it changes."""

    def show() -> None:
        if field.problem is None:
            part.message.clear()
        else:
            part.message.tell(Level.ERROR, say(field.problem))

    field.troubled.connect(show)


def whole(low: int, high: int, sentence: str, **fields: object) -> Callable[[str], int | None]:
    """Reads a whole number between `low` and `high`; '' is None. `sentence` says what is wrong with another."""

    def read(text: str) -> int | None:
        if not text:
            return None
        try:
            number = int(text)
        except ValueError:
            raise UserError(NOT_A_NUMBER) from None
        if not low <= number <= high:
            raise UserError(sentence, **fields)
        return number

    return read


def read_day(text: str) -> date | None:
    """A day typed as 31.12.2027, 31/12/2027 or 2027-12-31; '' is None."""
    if not text:
        return None
    parts = text.replace("/", ".").replace("-", ".").rstrip(".").split(".")
    try:
        first, middle, last = (int(part) for part in parts)
        year_first = len(parts[0]) == len("2027")
        day = date(first, middle, last) if year_first else date(last, middle, first)
    except ValueError:
        raise UserError(NOT_A_DAY, example=formats.date_numeric(language(), date(2027, 12, 31))) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:  # a slip of the hand; and at the ends of time no zone can be reckoned
        raise UserError(YEAR_WRONG, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return day


def write_day(day: date) -> str:
    """A day as it is typed in the language of the interface."""
    return formats.date_numeric(language(), day)


class LanguageToggles(QWidget):
    """A small button for each language; `picked` carries the tags of those that are down, in the house's order."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tags: list[str] = []
        self._buttons: dict[str, FacetToggle] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 3)
        row.setSpacing(4)
        row.addStretch(1)
        self._row = row
        self.setMinimumHeight(theme().px(30))

    def show_tags(self, tags: Sequence[str]) -> None:
        """Which languages are down."""
        self._tags = list(tags)
        codes = [*LANGUAGES, *(code for code in dict.fromkeys(map(plain, tags)) if code not in LANGUAGES)]
        for code in codes:
            if code not in self._buttons:
                button = FacetToggle()
                button.clicked.connect(lambda _on=False, code=code: self._toggle(code))
                button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
                self._buttons[code] = button
                self._row.insertWidget(self._row.count() - 1, button)
        down = {plain(tag) for tag in tags}
        for code, button in self._buttons.items():
            button.setChecked(code in down)
            button.setVisible(code in codes)
        self.retranslate()

    @property
    def tags(self) -> list[str]:
        """The tags of those that are down."""
        return list(self._tags)

    def retranslate(self) -> None:
        """Say the languages again."""
        for code, button in self._buttons.items():
            button.set_words(formats.language_code(language(), code), "", language_word(code))

    def _toggle(self, code: str) -> None:
        kept = {plain(tag): tag for tag in self._tags}
        if code in kept:
            del kept[code]
        else:
            kept[code] = "zh-Hans" if code == "zh" else code
        order = [*LANGUAGES, *kept]
        self.picked.emit([kept[code] for code in dict.fromkeys(order) if code in kept])


def focus_first(widget: QWidget) -> None:
    """Put the focus on a part of a form as the keyboard would."""
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
