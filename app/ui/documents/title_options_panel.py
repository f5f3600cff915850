"""What the user chooses about lists, cards and tables of titles."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.export.options import TEXT_SIZES, Orientation, Paper
from app.export.title_list import HEADS
from app.export.title_options import USUAL, Column, Group, Order, PerSheet, TitleOptions
from app.i18n import formats
from app.i18n.active import _, language, pgettext, say
from app.ui.documents.language_order import LanguageOrder
from app.ui.documents.options_panel import INKS, PAGES, WIDE, Slider
from app.ui.documents.remark import Remark
from app.ui.documents.title_proofs import Source
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.section import SectionHead
from app.words import N_, Phrase

TITLE_PAGES: tuple[tuple[Paper, Orientation, str], ...] = (
    *PAGES,
    ("a5", "portrait", N_("A5, portrait")),
    ("a5", "landscape", N_("A5, landscape")),
)
SOURCES = (
    (Source.ALL, N_("The whole catalogue")),
    (Source.SHOWN, N_("As shown in the catalogue")),
    (Source.SELECTED, N_("Selected in the catalogue")),
    (Source.SLATE, N_("The slate of a programme")),
)
GROUPS = (
    (Group.NONE, N_("Not grouped")),
    (Group.INITIAL, N_("Grouped by first letter")),
    (Group.COUNTRY, N_("Grouped by country")),
    (Group.KIND, N_("Grouped by kind")),
    (Group.STRAND, N_("Grouped by strand")),
)
ORDERS = ((Order.TITLE, N_("In order of the titles")), (Order.SHOWN, N_("In the order shown")))
SHEETS: tuple[tuple[PerSheet, str], ...] = (
    (1, N_("One title per page")), (2, N_("Two cards per sheet")), (4, N_("Four cards per sheet")),
)  # fmt: skip
SEPARATORS = (("", N_("Default for the language")), (";", N_("Semicolon ;")), (",", N_("Comma ,")))

_PDF, _LIST, _CARDS, _CSV = {"title-list", "cards"}, {"title-list"}, {"cards"}, {"titles-csv"}
_FOR_THE_HOUSE = {"cards", "titles-xlsx", "titles-csv"}


class TitleOptionsPanel(Translated, QScrollArea):
    """The options of a list, cards or a table. `changed` when one was chosen."""

    changed = Signal()

    def __init__(self, languages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ground = Panel("surface")
        self._column = QVBoxLayout(self._ground)
        self._remarks: Sequence[tuple[Phrase, bool]] = ()
        self._heads = [SectionHead() for _head in range(5)]
        self._order = LanguageOrder(languages)
        self._source, self._page, self._ink, self._group = Combo(), Combo(), Combo(), Combo()
        self._sorted, self._sheets, self._separator = Combo(), Combo(), Combo()
        self._size = Slider(Qt.Orientation.Horizontal)
        self._size.setRange(*(int(size) for size in TEXT_SIZES))
        self._size.setValue(10)
        self._size_head = SectionHead(role="body", tone="text2")
        self._boxes = {column: CheckBox("") for column in Column}
        self._internal, self._ornament = CheckBox(""), CheckBox("")
        self._lay_out()
        self._fill()
        self.setWidget(self._ground)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()
        self.show_product("title-list")

    def _measure(self) -> None:
        px = theme().px
        self._ground.setFixedWidth(px(WIDE))
        self._column.setContentsMargins(px(18), px(14), px(18), px(18))
        self._column.setSpacing(px(8))

    def _lay_out(self) -> None:
        self._lines = [Line() for _line in range(4)]
        groups: list[list[QWidget]] = [
            [self._source, self._sorted],
            [self._order],
            [self._page, self._sheets, self._ink, self._size_head, self._size, self._ornament],
            [self._group, *self._boxes.values(), self._internal, self._separator],
        ]
        for head, group, line in zip(self._heads, groups, self._lines, strict=False):
            for widget in (head, *group, line):
                self._column.addWidget(widget)
        self._column.addWidget(self._heads[4])
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme().px(8))
        self._column.addLayout(self._notes)
        self._column.addStretch()

    def _fill(self) -> None:
        self._combos: list[tuple[Combo, Sequence[tuple[object, str]]]] = [
            (self._source, SOURCES), (self._sorted, ORDERS), (self._group, GROUPS), (self._sheets, SHEETS),
            (self._separator, SEPARATORS), (self._ink, INKS),
            (self._page, [((paper, orientation), words) for paper, orientation, words in TITLE_PAGES]),
        ]  # fmt: skip
        for combo, choices in self._combos:
            for value, _words in choices:
                combo.addItem("", value)
            combo.currentIndexChanged.connect(self.changed)
        for column, box in self._boxes.items():
            box.setChecked(column in USUAL)
        self._ornament.setChecked(True)
        for box in (*self._boxes.values(), self._internal, self._ornament):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.toggled.connect(self.changed)
        self._order.changed.connect(self.changed)
        self._size.valueChanged.connect(self._resized)

    def show_product(self, product: str) -> None:
        """Offer what can be chosen for one product, and nothing else."""
        page = (self._page, self._ink, self._size_head, self._size, self._ornament, self._heads[2], self._lines[2])
        for products, widgets in (
            (_PDF, page), (_LIST, (self._group, *self._boxes.values())),
            (_CARDS, (self._sheets,)), (_CSV, (self._separator,)), (_FOR_THE_HOUSE, (self._internal,)),
        ):  # fmt: skip
            for widget in widgets:
                widget.setVisible(product in products)

    def source(self) -> Source:
        """Where the titles come from."""
        return SOURCES[max(0, self._source.currentIndex())][0]

    def set_source(self, source: Source) -> None:
        """Take the titles from there."""
        self._source.setCurrentIndex([one for one, _words in SOURCES].index(source))

    def offer_sources(self, *, shown: int, selected: int, programmes: bool) -> None:
        """Which sources there are at the moment."""
        model = self._source.model()
        assert isinstance(model, QStandardItemModel)
        there = {Source.SHOWN: shown > 0, Source.SELECTED: selected > 0, Source.SLATE: programmes}
        for place, (source, _words) in enumerate(SOURCES):
            model.item(place).setEnabled(there.get(source, True))

    def options(self) -> TitleOptions:
        """What is chosen now."""
        paper, orientation, _words = TITLE_PAGES[max(0, self._page.currentIndex())]
        return TitleOptions(
            languages=self._order.languages(),
            paper=paper,
            orientation=orientation,
            text_size=float(self._size.value()),
            colour=INKS[max(0, self._ink.currentIndex())][0],
            ornament=self._ornament.isChecked(),
            columns=tuple(column for column, box in self._boxes.items() if box.isChecked()),
            group=GROUPS[max(0, self._group.currentIndex())][0],
            order=ORDERS[max(0, self._sorted.currentIndex())][0],
            internal=self._internal.isChecked(),
            per_sheet=SHEETS[max(0, self._sheets.currentIndex())][0],
            separator=SEPARATORS[max(0, self._separator.currentIndex())][0],
        )

    def show_remarks(self, remarks: Sequence[tuple[Phrase, bool]]) -> None:
        """List what a reader would notice."""
        self._remarks = remarks
        while item := self._notes.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for remark, _leads in remarks:
            self._notes.addWidget(Remark(say(remark), ""))
        self._heads[4].tell(_("Before you print"), note=formats.number(language(), len(remarks)) if remarks else "")
        if not remarks:
            self._notes.addWidget(SafeLabel(_("Nothing to check."), tone="text2"))

    def retranslate(self) -> None:
        """Every word of the panel."""
        titles = (
            pgettext("heading", "Titles"),
            _("Languages, first is largest"),
            _("Page"),
            pgettext("heading", "Show"),
        )
        for head, title in zip(self._heads, titles, strict=False):
            head.tell(title)
        for combo, choices in self._combos:
            for place, (_value, words) in enumerate(choices):
                combo.setItemText(place, _(words))
        for combo, name in (
            (self._source, _("Which titles")), (self._sorted, _("Order")), (self._page, _("Paper")),
            (self._ink, _("Ink")),
            (self._group, _("Groups")), (self._sheets, _("Cards per sheet")), (self._separator, _("Separator")),
        ):  # fmt: skip
            combo.setAccessibleName(name)
        self._size.setAccessibleName(_("Text size"))
        self._say_size()
        for column, box in self._boxes.items():
            box.setText(pgettext(*HEADS[column]))
        self._internal.setText(_("Internal: rights, fees, notes"))
        self._ornament.setText(_("Ornament"))
        self.show_remarks(self._remarks)

    def _say_size(self) -> None:
        self._size_head.tell(_("Text size"), note=_("{n} pt", n=self._size.value()))

    def _resized(self) -> None:
        self._say_size()
        self.changed.emit()
