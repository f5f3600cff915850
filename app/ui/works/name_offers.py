"""Below the names: those the program can write by rule, each offered and added with one press; and the frame of all."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.automatic import Offer
from app.i18n.active import _, pgettext
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.draw import rounded
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.works.name_row_parts import GAP
from app.ui.works.tags import naming_word, writing_word


class OffersLine(Translated, QWidget):
    """`taken` carries the tag of the name that shall be added."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._offers: Sequence[Offer] = ()
        self.buttons: dict[str, Button] = {}
        self._label = SafeLabel(role="small", tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 2)
        row.setSpacing(GAP)
        row.addWidget(self._label)
        self._room = QWidget()
        self._flow = FlowLayout(self._room, gap=6, line_gap=4)
        row.addWidget(self._room, 1)
        self.hide()
        self.retranslate()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these names."""
        if list(offers) == list(self._offers):
            return
        self._offers = list(offers)
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for offer in offers:
            button = self.buttons[offer.language] = Button(icon="plus", small=True)
            button.clicked.connect(lambda _on=False, tag=offer.language: self.taken.emit(tag))
            self._flow.addWidget(button)
        self.setVisible(bool(offers))
        self.retranslate()

    def retranslate(self) -> None:
        """Say whose script each is in."""
        self._label.setText(_("Written by rule"))
        for offer in self._offers:
            words = pgettext("offer", "{script}: {name}", script=writing_word(offer.language), name=offer.text)
            self.buttons[offer.language].setText(words)
            told = _("Add {name} as a name in {language}", name=offer.text, language=naming_word(offer.language))
            self.buttons[offer.language].setAccessibleName(told)


class NamesTable(QWidget):
    """The frame around the rows, with the line where a dragged one would go."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Line(self, tone="focus")
        self._line.hide()

    def show_drop(self, y: int | None) -> None:
        """Draw the line at this height, or none."""
        self._line.setVisible(y is not None)
        if y is not None:
            self._line.setGeometry(2, y - 1, self.width() - 4, 2)
            self._line.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 8, theme().color("surface"), theme().color("line2"))
