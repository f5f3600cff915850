"""The inspector of the catalogue: one title with eight tabs."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import formats, labels
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.i18n.labels import context
from app.store.past_changes import Deed
from app.store.work_records import WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.lines import Panel
from app.ui.widgets.poster_view import PosterView
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.tab_grid import TabGrid
from app.ui.works.copies_form import CopiesForm
from app.ui.works.credit_list import CreditList
from app.ui.works.deeds import Deeds
from app.ui.works.history_list import HistoryList
from app.ui.works.overview import Overview
from app.ui.works.record_lists import NamesList, ShowList
from app.ui.works.rights_form import RightsForm
from app.ui.works.version_forms import VersionsForm
from app.ui.works.wording import UNKNOWN

TABS = {
    "overview": context("tab", "Overview"),
    "names": context("tab", "Names"),
    "versions": context("tab", "Versions"),
    "rights": context("tab", "Rights"),
    "copies": context("tab", "Copies"),
    "credits": context("tab", "Credits"),
    "screenings": context("tab", "Screenings"),
    "history": context("tab", "History"),
}

Remember = Callable[[int], list[Deed]]
"""Reads the history of a work."""


class Inspector(Translated, Panel):
    """`edited` asks for a section of the editor, perhaps at a language; `more` for the menu at a point.

    `shown` carries a programme and its screening, `agent` somebody whose titles are wanted.
    """

    edited = Signal(str, str)
    more = Signal(object)
    shown = Signal(int, int)
    agent = Signal(int)

    def __init__(self, deeds: Deeds, remember: Remember) -> None:
        super().__init__("surface")
        self.record: WorkRecord | None = None
        self._remember = remember
        self._others = 0
        self.poster = PosterView(72)
        self.title = SafeLabel(role="title", wrap=True)
        self.second, self.facts = SafeLabel(tone="text2", wrap=True), SafeLabel(tone="text3", wrap=True)
        self.open_button, self.more_button = Button(icon="pencil"), IconButton("ellipsis")
        self.more_button.set_edged(True)
        self.tabs = TabGrid(list(TABS))
        self.overview, self.names = Overview(deeds), NamesList(deeds)
        self.versions, self.rights, self.copies = VersionsForm(deeds), RightsForm(deeds), CopiesForm(deeds)
        self.credits, self.shows, self.history = CreditList(deeds), ShowList(), HistoryList()
        self._parts: dict[str, QWidget] = dict(
            zip(
                TABS,
                (self.overview, self.names, self.versions, self.rights, self.copies, self.credits, self.shows,
                 self.history),
                strict=True,
            )
        )  # fmt: skip
        self._fresh: set[str] = set()
        self._stack = QStackedWidget()
        self._body, self._none = QWidget(), SafeLabel(tone="text3", wrap=True)
        self._build()
        self._connect()
        self.retranslate()
        self.show_record(None)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(14)
        head.addWidget(self.poster, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.more_button)
        buttons.addStretch(1)
        for label in (self.title, self.second, self.facts):
            words.addWidget(label)
        words.addStretch(1)
        words.addSpacing(8)
        words.addLayout(buttons)
        head.addLayout(words, 1)
        for part in self._parts.values():
            self._stack.addWidget(_scrolled(part))
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(self.tabs)
        body.addWidget(self._stack, 1)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        whole.addWidget(self._none)

    def _connect(self) -> None:
        self.open_button.clicked.connect(lambda: self.edited.emit("names", ""))
        self.more_button.clicked.connect(self._more_clicked)
        self.tabs.chosen.connect(self.show_tab)
        self.overview.named.connect(lambda code: self.edited.emit("names", code))
        self.overview.edited.connect(self.show_tab)
        self.overview.shown.connect(self.shown)
        self.shows.followed.connect(self.shown)
        self.names.more.connect(lambda: self.edited.emit("names", ""))
        self.credits.followed.connect(self.agent)
        self.credits.edited.connect(lambda section: self.edited.emit(section, ""))
        self.versions.opened.connect(self.agent)

    def _more_clicked(self) -> None:
        button = self.more_button
        self.more.emit(button.mapToGlobal(button.rect().bottomLeft()))

    def retranslate(self) -> None:
        """Say the head and the tabs again; the parts say theirs."""
        self.open_button.setText(_("Open editor"))
        self.open_button.setToolTip(keys_shown("Return"))
        self.more_button.set_name(_("More for this title"))
        self._show_words()

    def show_record(self, record: WorkRecord | None, others: int = 0) -> None:
        """Show a title, or that none is selected; `others` are selected beside it."""
        changed = record is None or self.record is None or record.id != self.record.id
        self.record, self._others = record, others
        self._fresh.clear()
        self._body.setVisible(record is not None)
        self._none.setVisible(record is None)
        self._show_words()
        if record is not None:
            self.poster.set_title(record.id)
            self._fill(self.tabs.current())
            if changed:
                self._area().verticalScrollBar().setValue(0)

    def show_tab(self, key: str) -> None:
        """Open a tab."""
        self.tabs.set_current(key)
        self._stack.setCurrentIndex(list(TABS).index(key))
        self._fill(key)

    def _area(self) -> QScrollArea:
        area = self._stack.currentWidget()
        assert isinstance(area, QScrollArea)
        return area

    def _fill(self, key: str) -> None:
        """Hand the record to the tab that is seen, once."""
        if self.record is None or key in self._fresh:
            return
        self._fresh.add(key)
        part = self._parts[key]
        if isinstance(part, HistoryList):
            part.show_past(self._remember(self.record.id))
        part.show_record(self.record)  # type: ignore[attr-defined]  # every part has it

    def _show_words(self) -> None:
        self._none.setText(_("Select a title to see it here."))
        record = self.record
        counts = dict.fromkeys(TABS, 0)
        if record is not None:
            self.title.setText(record.face.title or UNKNOWN)
            self.second.setText(record.face.second)
            self.second.setVisible(bool(record.face.second))
            self.facts.setText(facts_line(record))
            if self._others:
                words = ngettext("and {n} more selected", "and {n} more selected", self._others)
                self.facts.setText(f"{facts_line(record)}\n{words}")
            for key, rows in (("versions", record.versions), ("rights", record.rights), ("copies", record.copies),
                              ("screenings", record.shows)):  # fmt: skip
                counts[key] = len(rows)
            self.setAccessibleName(record.face.title)
        for key, word in TABS.items():
            number = formats.number(language(), counts[key]) if counts[key] else ""
            self.tabs.set_words(key, pgettext(*word), number)


def facts_line(record: WorkRecord) -> str:
    """China · Series · 2024."""
    places = [formats.country(language(), code) for code in record.countries]
    facts = [formats.listing(language(), places)] if places else []
    facts.append(labels.work_kind(tr(), record.facts.kind))
    facts += [str(record.facts.year)] if record.facts.year else []
    facts += [formats.minutes(language(), record.facts.runtime)] if record.facts.runtime else []
    return " · ".join(facts)


def _scrolled(part: QWidget) -> QScrollArea:
    ground = Panel("surface")
    column = QVBoxLayout(ground)
    column.setContentsMargins(16, 14, 16, 16)
    column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(ground)
    theme().themed.connect(ground.update)
    return area
