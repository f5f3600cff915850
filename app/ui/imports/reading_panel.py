"""How a file is read, guess by guess, each with its override."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.i18n.active import _, pgettext
from app.i18n.labels_of_imports import DATE_ORDERS, SEPARATORS
from app.intake.encodings import NAMES
from app.intake.options import DateOrder, Layout, Overrides, What
from app.intake.reading import Format, Look
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.words import N_

WIDE = 248
MOST_HEADER_ROWS = 20
_KINDS = {"what": What, "layout": Layout, "date_order": DateOrder}
ROWS = ("what", "sheet", "encoding", "separator", "header_row", "layout", "date_order", "year")


class ReadingPanel(Translated, QScrollArea):
    """The choices at the left of the preview. `changed` carries the new `Overrides`."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._seen: Look | None = None
        self._said = Overrides()
        self._labels = {name: SafeLabel(role="small", tone="text2") for name in ROWS}
        self.combos = {name: Combo() for name in ROWS if name != "year"}
        self.year = Field()
        self._ground = Panel("surface")
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(theme().px(18), theme().px(14), theme().px(14), theme().px(14))
        column.setSpacing(theme().px(3))
        self._rows = {name: self._row(name) for name in ROWS}
        for row in self._rows.values():
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(self._ground)
        self.setFixedWidth(theme().px(WIDE))
        for name, combo in self.combos.items():
            combo.activated.connect(lambda _place, name=name, combo=combo: self._choose(name, combo.currentData()))
        self.year.committed.connect(self._set_year)
        theme().themed.connect(self._measure)
        self.retranslate()

    def _row(self, name: str) -> QWidget:
        """A word above its field; both come and go together."""
        field: QWidget = self.combos.get(name, self.year)
        self._labels[name].setBuddy(field)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(theme().px(3))
        column.addWidget(self._labels[name])
        column.addWidget(field)
        return row

    def _measure(self) -> None:
        self.setFixedWidth(theme().px(WIDE))

    def show_look(self, seen: Look, said: Overrides) -> None:
        """Show how a file is read."""
        self._seen, self._said = seen, said
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words, and the choices again."""
        words = {
            "what": _("Each row is"),
            "sheet": _("Sheet"),
            "encoding": _("Encoding"),
            "separator": _("Cells separated by"),
            "header_row": _("Headings"),
            "layout": _("Shape"),
            "date_order": _("Order of dates"),
            "year": _("Year of dates without one"),
        }
        for name, label in self._labels.items():
            label.setText(words[name])
            self.combos.get(name, self.year).setAccessibleName(words[name])
        if self._seen is not None:
            self._fill(self._seen)

    def _fill(self, seen: Look) -> None:
        reading = seen.reading
        text = seen.format is Format.TEXT
        shows = reading.what is What.SCREENINGS
        encodings = dict.fromkeys((reading.encoding, *seen.encodings))
        self._put("what", [(What.TITLES, _("a title")), (What.SCREENINGS, _("a screening"))], reading.what)
        self._put("sheet", [(name, name) for name in seen.sheets], reading.sheet, shown=len(seen.sheets) > 1)
        self._put("encoding", [(code, NAMES.get(code, code)) for code in encodings], reading.encoding, shown=text)
        signs = [(sign, pgettext(*word)) for sign, word in SEPARATORS.items()]
        self._put("separator", signs, reading.separator, shown=text)
        none = [(0, _("none"))]
        rows = [(row, _("row {row}", row=str(row))) for row in range(1, min(MOST_HEADER_ROWS, len(seen.preview)) + 1)]
        self._put("header_row", none + rows, reading.header_row)
        layouts = [(Layout.LIST, _("list")), (Layout.GRID, _("grid of days and halls"))]
        self._put("layout", layouts, reading.layout, shown=shows)
        orders = [(order, pgettext(*DATE_ORDERS[order])) for order in DateOrder]
        self._put("date_order", orders, reading.date_order, shown=shows)
        self._rows["year"].setVisible(shows)
        self.year.show_value(str(reading.year or ""))

    def _put(self, name: str, choices: Sequence[tuple[object, str]], now: object, *, shown: bool = True) -> None:
        combo = self.combos[name]
        combo.blockSignals(True)  # noqa: FBT003 - Qt's own
        combo.clear()
        for value, words in choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(next((place for place, (value, _words) in enumerate(choices) if value == now), 0))
        combo.blockSignals(False)  # noqa: FBT003
        self._rows[name].setVisible(shown)

    def _choose(self, name: str, value: Any) -> None:
        said = self._said
        if name in ("sheet", "encoding", "separator", "header_row", "layout", "what"):
            # The columns belong to the table as it was read before.
            said = replace(said, columns=None)
        if name == "sheet":
            said = replace(said, header_row=None, header_rows=None, layout=None)
        kind: Any = _KINDS.get(name, lambda bare: bare)  # Qt gives a bare text back
        self.changed.emit(replace(said, **{name: kind(value)}))

    def _set_year(self, text: str) -> None:
        text = text.strip()
        if text.isdecimal() and len(text) == len("2026"):
            self.changed.emit(replace(self._said, year=int(text)))
            self.year.set_state("", "")
        elif text:
            self.year.set_state("error", _(YEAR))


YEAR = N_("A year has four figures.")
