"""The chosen title of a slate: what it is, how it shall be shown, what people think of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.kinds import SlateState
from app.i18n.active import _, ngettext
from app.store.slate_rows import EntryRow  # noqa: TC001 - beside the imports of every module
from app.ui.slates.company import GuestsPanel, OpinionsPanel, TiesPanel
from app.ui.slates.desk import Desk, facts_line, rights_long
from app.ui.slates.edits import Edits
from app.ui.slates.entry_form import EntryForm
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.poster_view import PosterView
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import RIGHTS_LOOK
from app.ui.works.standing_line import StandingLine


class Inspector(Translated, Panel):
    """The right column."""

    opened = Signal(int)
    scheduled = Signal()
    closed = Signal()

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk: Desk | None = None
        self._entries: Sequence[EntryRow] = ()
        self.poster = PosterView(52)
        self.title = SafeLabel(role="title", wrap=True)
        self.second = SafeLabel(tone="text2", wrap=True)
        self.facts = SafeLabel(tone="text2", wrap=True)
        self.rights = StandingLine()
        self.placed = SafeLabel(role="small", tone="text2", wrap=True)
        self.open_title, self.open_schedule = LinkButton(), LinkButton()
        self.close_button = IconButton("x", size=26)
        self.form = EntryForm(edits)
        self.opinions, self.ties, self.guests = OpinionsPanel(edits), TiesPanel(edits), GuestsPanel(edits)
        self.none = SafeLabel(tone="text2", wrap=True)
        self.open_title.clicked.connect(self._open)
        self.open_schedule.clicked.connect(self.scheduled)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self.title, self.second, self.facts):
            words.addWidget(part)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.poster, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        links = QHBoxLayout()
        links.setSpacing(14)
        links.addWidget(self.open_title)
        links.addWidget(self.open_schedule)
        links.addStretch(1)
        self.single = QWidget()
        single = QVBoxLayout(self.single)
        single.setContentsMargins(0, 0, 0, 0)
        single.setSpacing(14)
        for panel in (self.opinions, self.ties, self.guests):
            single.addWidget(Line())
            single.addWidget(panel)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 14, 18)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.rights)
        column.addWidget(self.placed)
        column.addLayout(links)
        column.addWidget(self.form)
        column.addWidget(self.single)
        column.addStretch(1)
        inside.setMinimumWidth(1)  # words wrap rather than leave the column
        inside.setAutoFillBackground(False)
        self.sheet = QScrollArea()
        self.sheet.setWidget(inside)
        self.sheet.setWidgetResizable(True)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.sheet)

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(_("Details"))
        self.close_button.set_name(_("Close the details"))
        self.open_title.setText(_("Open in the catalogue"))
        self.open_schedule.setText(_("Show the schedule"))
        self.none.setText(_("Select a title to see how it will be shown and what people think of it."))
        if self._desk is not None and self._entries:
            self.show_chosen(self._desk, [entry.id for entry in self._entries])

    def show_chosen(self, desk: Desk | None, chosen: Sequence[int]) -> None:
        """Show these entries: one with all that is known of it, several with what they can share."""
        found = tuple(entry for entry in map(desk.entry, chosen) if entry is not None) if desk else ()
        self._desk, self._entries = desk, found
        one = len(found) == 1
        for part in (self.poster, self.second, self.facts, self.rights, self.open_title, self.single):
            part.setVisible(one)
        self.none.setVisible(not found)
        self.form.setVisible(bool(found))
        confirmed = any(entry.state is SlateState.CONFIRMED for entry in found)
        self.placed.setVisible(confirmed and one)
        self.open_schedule.setVisible(confirmed)
        if desk is None or not found:
            self.title.setText("")
            return
        self.form.show_entries(desk, found)
        if not one:
            self.title.setText(ngettext("{n} title selected", "{n} titles selected", len(found)))
            return
        entry = found[0]
        self.poster.set_title(entry.work)
        self.title.setText(entry.title)
        self.second.setText(entry.second)
        self.second.setVisible(bool(entry.second))
        self.facts.setText(facts_line(entry))
        sentence = rights_long(entry)
        self.rights.set_status(RIGHTS_LOOK[entry.standing.status], sentence[:1].upper() + sentence[1:])
        shows = ngettext("{placed} of {n} show is placed", "{placed} of {n} shows are placed", entry.showings,
                         placed=entry.placed)  # fmt: skip
        self.placed.setText(shows)
        for panel in (self.opinions, self.ties, self.guests):
            panel.show_entry(desk, entry)

    def _open(self) -> None:
        for entry in self._entries[:1]:
            self.opened.emit(entry.work)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the slate; a field with typing of its own has taken it back first."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def enter(self, field: str) -> None:
        """Go to a field: note, opinion, or the first one."""
        if field == "opinion":
            self.sheet.ensureWidgetVisible(self.opinions)
            self.opinions.enter()
        else:
            self.form.enter(field)
            self.sheet.ensureWidgetVisible(self.form.entries[field or "state"].part)
