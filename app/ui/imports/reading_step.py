"""How the file was read: the guesses at the left, what is not certain above, the first rows with their meanings."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n.active import _, ngettext, say
from app.intake.options import Ask, Column, Topic, answered
from app.ui.imports.asks import Asks
from app.ui.imports.flow import Seen
from app.ui.imports.meanings import MeaningHead
from app.ui.imports.reading_panel import ReadingPanel
from app.ui.imports.tables import FirstRows
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.lines import Line
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel

NARROWEST, USUAL, WIDEST = 90, 150, 320


class Preview(QTableView):
    """The first rows. Alt+Down says what the current column means."""

    def __init__(self, rows: FirstRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.head = MeaningHead(rows)
        self.setHorizontalHeader(self.head)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(theme().px(28))
        theme().themed.connect(self._measure)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (held and event.key() == Qt.Key.Key_Down):
            self.head.choose(max(self.currentIndex().column(), 0))
            return
        super().keyPressEvent(event)

    def fit(self) -> None:
        """Give each column the room its words need, within reason."""
        px = theme().px
        self.resizeColumnsToContents()
        for place in range(self.model().columnCount()):
            wide = min(max(self.columnWidth(place), px(USUAL)), px(WIDEST))
            self.setColumnWidth(place, wide)


class ReadingStep(Translated, QWidget):
    """Step 2. `changed` carries the `Overrides` with which to look again."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self._shape: tuple[object, ...] = ()
        self.panel, self.asks = ReadingPanel(), Asks()
        self.rows = FirstRows(self)
        self.preview = Preview(self.rows)
        self.setFocusProxy(self.preview)
        self._note = InlineMessage()
        self._hint = SafeLabel(role="small", tone="text3")
        right = QVBoxLayout()
        right.setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(8))
        right.setSpacing(theme().px(8))
        right.addWidget(self.asks)
        right.addWidget(self._note)
        right.addWidget(self.preview, 1)
        right.addWidget(self._hint)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.panel)
        across.addWidget(Line(upright=True))
        across.addLayout(right, 1)
        self.panel.changed.connect(self.changed)
        self.asks.answered.connect(self._answered)
        self.asks.sought.connect(self._seek)
        self.preview.head.chosen.connect(self._mean)
        self.retranslate()

    def show_seen(self, seen: Seen) -> None:
        """Show a file that was looked at."""
        self._seen = seen
        self.panel.show_look(seen.look, seen.overrides)
        self.asks.show_asks(seen.look.asks)
        self.preview.head.asked = frozenset(ask.column for ask in seen.look.asks if ask.topic is Topic.COLUMNS)
        place = self.preview.currentIndex()
        self.rows.show(seen.look)
        reading = seen.look.reading
        shape = (seen.path, reading.sheet, reading.encoding, reading.separator)
        if shape != self._shape:
            self._shape = shape
            self.preview.fit()
            self.preview.setCurrentIndex(self.rows.index(0, 0))
        else:
            self.preview.setCurrentIndex(self.rows.index(place.row(), place.column()))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words."""
        self.preview.setAccessibleName(_("The first rows of the file"))
        self._hint.setText(
            _("Click a heading, or press {keys}, to say what a column means.", keys=keys_shown("Alt+Down"))
        )
        if self._seen is None:
            return
        self.preview.head.viewport().update()
        notes = self._seen.look.notes
        if self._seen.known:
            self._note.tell(Level.INFO, _("It is read like the last file with these headings."))
        elif notes:
            first, more = notes[0], len(notes) - 1
            told = say(first.problem)
            told = _("{column}: {problem}", column=first.column, problem=told) if first.column else told
            others = ngettext("and {n} more", "and {n} more", more) if more else ""
            self._note.tell(Level.WARNING, " · ".join(filter(None, (told, others))))
        else:
            self._note.clear()

    def _answered(self, ask: Ask, value: str) -> None:
        assert self._seen is not None
        try:
            said = answered(self._seen.overrides, self._seen.look.reading, ask, value)
        except UserError as error:
            self._note.tell(Level.ERROR, say(error.phrase))
            return
        self.changed.emit(said)

    def _seek(self, column: int) -> None:
        self.preview.scrollTo(self.rows.index(0, column))
        self.preview.setCurrentIndex(self.rows.index(0, column))
        self.preview.head.choose(column)

    def _mean(self, place: int, meaning: Column | None) -> None:
        assert self._seen is not None
        columns = list(self._seen.look.reading.columns)
        columns += [None] * (place + 1 - len(columns))
        columns[place] = meaning
        self.changed.emit(replace(self._seen.overrides, columns=tuple(columns), by_heading=()))
