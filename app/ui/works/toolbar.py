"""The head of the catalogue: its name, how much is shown and why, the view switch, and adding a title."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.queries import Query, spelt
from app.domain.query_words import PLAIN
from app.i18n import phrases
from app.i18n.active import _, language, ngettext, pgettext, say, tr
from app.i18n.query_values import lexicon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, FilterPill, IconButton, Kind
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.works.query_field import QueryField

EXAMPLE = {
    "kk": "дубляж:қаз жыл:2019..2024",
    "zh": "配音:哈 年份:2019..2024",
    "ru": "дубляж:каз год:2019..2024",
    "en": "dub:kk year:2019..2024",
}
"""A query as it is typed in each language."""


class Toolbar(Translated, Panel):
    """`filters` asks for the facets, `drawer` for the inspector, `posters` carries whether posters are wanted.

    `sought` carries the text of the query field, `entered` leaves it for the list.
    """

    added = Signal()
    filters = Signal()
    posters = Signal(bool)
    sought = Signal(str)
    slate_dropped = Signal()
    agent_dropped = Signal()
    drawer = Signal()
    entered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._shown = self._total = 0
        self._slate = self._agent = ""
        self._chosen = 0
        self._title = SafeLabel(role="title")
        self._count = ElidedLabel("", "body", "text2")
        self.filters_button = Button(icon="sliders-horizontal")
        self.slate_pill, self.agent_pill = FilterPill(), FilterPill()
        self.seek = IconButton("search")
        self.as_posters, self.as_list = IconButton("layout-grid"), IconButton("list")
        self.drawer_button = IconButton("info")
        self.add = Button(icon="plus", kind=Kind.PRIMARY)
        self.field, self.trouble = QueryField(), InlineMessage()
        self._query, self._open = Query(), False
        self.strip = QWidget()
        for button in (self.as_posters, self.as_list, self.seek):
            button.setCheckable(True)
        self.as_list.setChecked(True)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        left: tuple[QWidget, ...] = (
            self._title, self._count, self.filters_button, self.slate_pill, self.agent_pill,
        )  # fmt: skip
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        for button in (self.seek, self.as_posters, self.as_list, self.drawer_button, self.add):
            row.addWidget(button)
        strip = QVBoxLayout(self.strip)
        strip.setContentsMargins(16, 0, 12, 8)
        strip.setSpacing(4)
        strip.addWidget(self.field)
        strip.addWidget(self.trouble)
        self.strip.hide()
        self._bar = bar
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (bar, self.strip, Line()):
            column.addWidget(line)
        theme().themed.connect(self._measure)
        self._measure()

    def _connect(self) -> None:
        self.add.clicked.connect(self.added)
        self.filters_button.clicked.connect(self.filters)
        self.drawer_button.clicked.connect(self.drawer)
        self.as_posters.clicked.connect(lambda: self.show_view(posters=True, tell=True))
        self.as_list.clicked.connect(lambda: self.show_view(posters=False, tell=True))
        self.seek.clicked.connect(self._find_clicked)
        self.field.typed.connect(self.sought)
        self.field.left.connect(self.close_filter)
        self.field.down.connect(self.entered)
        self.slate_pill.clicked.connect(self.slate_dropped)
        self.agent_pill.clicked.connect(self.agent_dropped)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(pgettext("nav", "Catalogue"))
        self.add.setText(_("Add title"))
        self.as_posters.set_name(_("Show posters"))
        self.as_list.set_name(_("Show a list"))
        self.seek.set_name(_("Filter this page"), keys_shown("Ctrl+F"))
        self.drawer_button.set_name(_("Show the details of the title"))
        hint = _("Filter by a name in any script, or type a query such as {example}", example=EXAMPLE[language()])
        self.field.set_words(hint, _("Clear"))
        if not self.field.hasFocus():
            self.show_query(self._query)
        self.show_count(self._shown, self._total)
        self.show_narrowing(self._slate, self._agent, self._chosen)

    def show_count(self, shown: int, total: int) -> None:
        """How many of how many are shown."""
        self._shown, self._total = shown, total
        self._count.setText(phrases.titles_shown(tr(), shown, total) if total else _("no titles yet"))

    def show_narrowing(self, slate: str, agent: str, chosen: int) -> None:
        """The slate and the person the list is narrowed to, or ''; and how many choices the facets hold."""
        self._slate, self._agent, self._chosen = slate, agent, chosen
        words = ngettext("Filters, {n} active", "Filters, {n} active", chosen) if chosen else _("Filters")
        self.filters_button.setText(words)
        self.slate_pill.set_words(_("On slate"), slate, _("Show titles not on this slate too"))
        self.agent_pill.set_words(_("With"), agent, _("Show titles without this person too"))
        self.slate_pill.setVisible(bool(slate))
        self.agent_pill.setVisible(bool(agent))

    def show_view(self, *, posters: bool, tell: bool = False) -> None:
        """Which of the two views is on."""
        self.as_posters.setChecked(posters)
        self.as_list.setChecked(not posters)
        if tell:
            self.posters.emit(posters)

    def set_bare(self, bare: bool) -> None:  # noqa: FBT001 - a plain setter
        """Leave only the name and the count: there is nothing to show yet."""
        for part in (self.seek, self.as_posters, self.as_list, self.add):
            part.setVisible(not bare)

    def show_query(self, query: Query, *, open_field: bool | None = None) -> None:
        """Take over what the list is narrowed to; the field says it in the reader's words.

        The field shows itself while there are words to find, or once somebody asked for it.
        """
        self._query = query
        if open_field is not None:
            self._open = open_field
        shown = self._open or bool(query.words)
        said = spelt(query, language(), lexicon() if query.filter.active else PLAIN)
        self.field.show_text(said if shown else "")
        self.strip.setVisible(shown)
        self.seek.setChecked(shown)
        self.tell_trouble("")

    def keep_query(self, query: Query) -> None:
        """Take over what is being typed; the field is left alone."""
        self._query = query
        self.tell_trouble(say(query.errors[0].why) if query.errors else "")

    def tell_trouble(self, sentence: str) -> None:
        """What of a typed query was not understood, or ''."""
        self.field.setProperty("state", "error" if sentence else "")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        if sentence:
            self.trouble.tell(Level.ERROR, sentence)
        else:
            self.trouble.clear()

    def open_filter(self) -> None:
        """Show the field with the whole query, ready for typing."""
        self.show_query(self._query, open_field=True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_filter(self) -> None:
        """Take the field away, and the words in it; what the facets show stays narrowed."""
        self._open = False
        self.closed.emit()
        self.entered.emit()

    def _find_clicked(self) -> None:
        if self.strip.isHidden():
            self.open_filter()
        else:
            self.close_filter()

    def _measure(self) -> None:
        self._bar.setFixedHeight(theme().px(47))
