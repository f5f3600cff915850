"""What a plan is weighed by: every wish with its points, to be changed for this programme."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.context import Context
from app.domain.weights import POINTS, Wish, points
from app.i18n.active import _, tr
from app.i18n.wish_words import MOVING, PLACING, WISH_WORDS
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField

MOST = 99_999


class WishList(Translated, QWidget):
    """One line for each wish. `weighed` carries a wish and its points, None for the usual ones."""

    weighed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[Wish, NumberField] = {}
        self._shown: dict[Wish, int] = {}
        self._names: dict[Wish, SafeLabel] = {}
        self._effects: dict[Wish, SafeLabel] = {}
        self._rows: dict[Wish, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(10)
        for wish in (*PLACING, *MOVING):
            column.addWidget(self._row(wish))
        self.usual = LinkButton()
        self.usual.clicked.connect(self._as_usual)
        column.addWidget(self.usual)
        self.retranslate()

    def _row(self, wish: Wish) -> QWidget:
        self._rows[wish] = row = QWidget()
        self._names[wish] = SafeLabel(role="value", wrap=True)
        self._effects[wish] = SafeLabel(role="small", tone="text2", wrap=True)
        self.fields[wish] = field = NumberField(low=0, high=MOST)
        field.setFixedWidth(84)
        field.editingFinished.connect(partial(self._changed, wish))
        head = QHBoxLayout()
        head.addWidget(self._names[wish], 1)
        head.addWidget(field)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self._effects[wish])
        return row

    def retranslate(self) -> None:
        """Say the words again."""
        for wish, words in WISH_WORDS.items():
            name, effect = tr()(words.name), tr()(words.effect)
            self._names[wish].setText(name)
            self._effects[wish].setText(effect)
            self.fields[wish].setAccessibleName(name)
            self.fields[wish].setAccessibleDescription(effect)
        self.usual.setText(_("Default points"))

    def show_context(self, context: Context, *, moving: bool) -> None:
        """Show the points of a programme; what only counts for moves, when something may move."""
        for wish, field in self.fields.items():
            now = points(wish, context)
            if field.value() == self._shown.get(wish, field.value()):
                field.setValue(now)
            self._shown[wish] = now
        for wish in MOVING:
            self._rows[wish].setVisible(moving)
        self.usual.setVisible(self.shown() != POINTS)

    def shown(self) -> Mapping[Wish, int]:
        """The points as they are kept."""
        return self._shown

    def _changed(self, wish: Wish) -> None:
        value = self.fields[wish].value()
        if value != self._shown.get(wish):
            self._shown[wish] = value
            self.weighed.emit(wish.value, None if value == POINTS[wish] else value)

    def _as_usual(self) -> None:
        for wish, field in self.fields.items():
            if self._shown.get(wish) != POINTS[wish]:
                field.setValue(POINTS[wish])
                self._changed(wish)
