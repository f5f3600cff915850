"""A form of several records of one kind, each a card of labelled fields, and a line that adds another."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.i18n import labels
from app.i18n.active import _, pgettext, tr
from app.store.work_records import VersionRecord, WorkRecord
from app.ui.tab_order import enter
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.draw import rounded
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Labelled, ReadField
from app.ui.works.tags import spoken_word


class Card(Translated, QWidget):
    """One record: its fields flow like words, so that the card fits the editor and the inspector alike."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(gap=10, line_gap=9, top=True)
        self.remove = IconButton("trash-2", size=26)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 8, 11)
        row.setSpacing(4)
        self.first_part = fields = QWidget()
        fields.setLayout(self.flow)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(8)
        self.middle.addWidget(fields)
        row.addLayout(self.middle, 1)
        self.aside = QVBoxLayout()
        self.aside.addWidget(self.remove)
        self.aside.addStretch(1)
        row.addLayout(self.aside)

    def add(self, part: QWidget, wide: int = 150) -> Labelled:
        """Put one more field on the card."""
        labelled = Labelled(part, wide)
        self.flow.addWidget(labelled)
        return labelled

    def fill(self, record: WorkRecord, line: Any) -> None:
        """Show what is stored."""
        raise NotImplementedError

    def fields(self) -> list[ReadField]:
        """The fields that may hold what cannot be read."""
        return self.findChildren(ReadField)

    def event(self, event: QEvent) -> bool:
        # A sentence under a field makes the card taller, which a flow cannot tell its owners by itself.
        if event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return super().event(event)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        if isinstance(layout, QLayout):
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 8, theme().color("surface"), theme().color("line2"))


class CardsForm(Translated, QWidget):
    """The records of one kind of a title. Sub-classes say which, and how one is added."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self.deeds = deeds
        self.record: WorkRecord | None = None
        self.cards: dict[int, Card] = {}
        self.shown: dict[int, Any] = {}
        self.none = SafeLabel(tone="text3", wrap=True)
        self.add_button = Button(icon="plus", kind=Kind.GHOST)
        self.add_button.clicked.connect(self.add)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.column.addWidget(self.none)
        self.column.addLayout(foot)
        self.retranslate()

    def lines(self, record: WorkRecord) -> Sequence[Any]:
        """The records shown here."""
        raise NotImplementedError

    def make(self) -> Card:
        """A card for one more record."""
        raise NotImplementedError

    def remove(self, line: Any) -> None:
        """Take a record away."""
        raise NotImplementedError

    def add(self) -> None:
        """Add a record and go to it."""
        raise NotImplementedError

    def show_record(self, record: WorkRecord) -> None:
        """Show the records of a title; cards that stay keep what is typed in them."""
        self.show_lines(record, record.id, self.lines(record))

    def show_lines(self, record: WorkRecord, owner: int, lines: Sequence[Any]) -> None:
        """Show these records, which belong to the title or to its record `owner`."""
        del owner
        if self.record is not None and self.record.id != record.id:
            self._drop(list(self.cards))
        self.record = record
        self.shown = {line.id: line for line in lines}
        self._drop([key for key in self.cards if key not in self.shown])
        for place, line in enumerate(lines):
            card = self.cards.get(line.id)
            if card is None:
                card = self.cards[line.id] = self.make()
                card.removed.connect(lambda key=line.id: self.remove(self.shown[key]))
            self.column.insertWidget(place, card)
            card.fill(record, line)
        self.none.setVisible(not lines)

    def line(self, key: int) -> Any:
        """A record as it was read last."""
        return self.shown[key]

    def focus(self, key: int | None) -> None:
        """Go to the first field of a record."""
        card = self.cards.get(key) if key is not None else None
        if card is not None:
            enter(card.first_part)

    def fields(self) -> list[ReadField]:
        """All fields that may hold what cannot be read."""
        return [field for card in self.cards.values() for field in card.fields()]

    def _drop(self, keys: Sequence[int]) -> None:
        for key in keys:
            card = self.cards.pop(key)
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()


def version_choices(record: WorkRecord) -> list[tuple[int | None, str]]:
    """The versions a copy or a licence can be for; None is all of them."""
    return [(None, _("All versions")), *((version.id, version_word(version)) for version in record.versions)]


def version_word(version: VersionRecord) -> str:
    """A version in words: Kazakh, dubbed."""
    mode = labels.spoken_mode(tr(), version.mode)
    return pgettext("version", "{language}, {mode}", language=spoken_word(version.language), mode=mode)
