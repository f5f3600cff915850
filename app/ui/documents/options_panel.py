"""What the user chooses about a document: languages, page, what is shown; and what to look at before printing."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSlider, QVBoxLayout, QWidget

from app.export.options import TEXT_SIZES, Options, Orientation, Paper
from app.i18n import formats
from app.i18n.active import _, language, pgettext, say
from app.ui.documents.language_order import LanguageOrder
from app.ui.documents.remark import Remark
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.draw import rounded
from app.ui.widgets.fields import Combo
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.section import SectionHead
from app.words import N_, Phrase

WIDE = 292

PAGES: tuple[tuple[Paper, Orientation, str], ...] = (
    ("a4", "portrait", N_("A4, portrait")),
    ("a4", "landscape", N_("A4, landscape")),
    ("a3", "portrait", N_("A3, portrait")),
    ("a3", "landscape", N_("A3, landscape")),
)
INKS = ((True, N_("Colour, safe in black and white")), (False, N_("Black and white")))
SHOWN = (
    ("versions", N_("Language of each screening")),
    ("extras", N_("Introductions, Q&A, breaks")),
    ("house", N_("Blocked hall times")),
    ("tentative", N_("Tentative, dashed")),
    ("cancelled", N_("Cancelled screenings")),
    ("ornament", N_("Ornament")),
)


class Slider(QSlider):
    """A slider in the house's looks: a thin trough, the chosen part in the accent, a round handle."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Trough, chosen part, handle."""
        px, colours = theme().px, theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, middle = px(7), self.height() / 2
        span = self.width() - 2 * radius - 2
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        x = radius + 1 + span * share
        rounded(painter, QRectF(radius, middle - 2, span, 4), 2, colours.color("sunken"))
        rounded(painter, QRectF(radius, middle - 2, x - radius, 4), 2, colours.color("accent"))
        painter.setBrush(colours.color("surface"))
        painter.setPen(QPen(colours.color("accent"), 1.5))
        painter.drawEllipse(QPointF(x, middle), radius - 1, radius - 1)


class OptionsPanel(Translated, QScrollArea):
    """The options of the document. `changed` when one was chosen; `followed` carries the place of a remark."""

    changed = Signal()
    followed = Signal(int)

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = Panel("surface")
        self._ground = ground
        self._column = QVBoxLayout(ground)
        self._remarks: Sequence[tuple[Phrase, bool]] = ()
        self._heads = [SectionHead() for _head in range(4)]
        self._order = LanguageOrder(options.languages)
        self._page, self._ink = Combo(), Combo()
        self._size = Slider(Qt.Orientation.Horizontal)
        self._size.setRange(*(int(size) for size in TEXT_SIZES))
        self._size_head = SectionHead(role="body", tone="text2")
        self._boxes = {name: CheckBox("") for name, _words in SHOWN}
        self._lay_out()
        self.setWidget(ground)
        theme().themed.connect(self._measure)
        self._measure()
        self._fill(options)
        self.retranslate()

    def _measure(self) -> None:
        px = theme().px
        self._ground.setFixedWidth(px(WIDE))
        self._column.setContentsMargins(px(18), px(14), px(18), px(18))
        self._column.setSpacing(px(8))

    def _lay_out(self) -> None:
        groups: list[list[QWidget]] = [
            [self._order],
            [self._page, self._ink, self._size_head, self._size],
            list(self._boxes.values()),
        ]
        for head, group in zip(self._heads, groups, strict=False):
            self._column.addWidget(head)
            for widget in group:
                self._column.addWidget(widget)
            self._column.addSpacing(theme().px(6))
            self._column.addWidget(Line())
            self._column.addSpacing(theme().px(6))
        self._column.addWidget(self._heads[3])
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme().px(8))
        self._column.addLayout(self._notes)
        self._column.addStretch()

    def _fill(self, options: Options) -> None:
        for paper, orientation, _words in PAGES:
            self._page.addItem("", (paper, orientation))
        self._page.setCurrentIndex([page[:2] for page in PAGES].index((options.paper, options.orientation)))
        for colour, _words in INKS:
            self._ink.addItem("", colour)
        self._ink.setCurrentIndex(0 if options.colour else 1)
        self._size.setValue(round(options.text_size))
        for name, box in self._boxes.items():
            box.setChecked(getattr(options, name))
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.toggled.connect(self.changed)
        self._order.changed.connect(self.changed)
        self._page.currentIndexChanged.connect(self.changed)
        self._ink.currentIndexChanged.connect(self.changed)
        self._size.valueChanged.connect(self._resized)

    def options(self) -> Options:
        """What is chosen now."""
        paper, orientation, _words = PAGES[max(0, self._page.currentIndex())]
        shown = {name: box.isChecked() for name, box in self._boxes.items()}
        return Options(
            languages=self._order.languages(),
            paper=paper,
            orientation=orientation,
            colour=INKS[max(0, self._ink.currentIndex())][0],
            text_size=float(self._size.value()),
            **shown,
        )

    def show_remarks(self, remarks: Sequence[tuple[Phrase, bool]]) -> None:
        """List what a reader of the print would notice; True for those that lead to a place."""
        self._remarks = remarks
        while item := self._notes.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for place, (remark, leads) in enumerate(remarks):
            message = Remark(say(remark), _("Show") if leads else "")
            message.followed.connect(lambda place=place: self.followed.emit(place))
            self._notes.addWidget(message)
        self._heads[3].tell(_("Before you print"), note=formats.number(language(), len(remarks)) if remarks else "")
        if not remarks:
            self._notes.addWidget(SafeLabel(_("Nothing to check."), tone="text2"))

    def retranslate(self) -> None:
        """Every word of the panel."""
        titles = (_("Languages, first is largest"), _("Page"), pgettext("heading", "Show"))
        for head, title in zip(self._heads, titles, strict=False):
            head.tell(title)
        for place, (_paper, _orientation, words) in enumerate(PAGES):
            self._page.setItemText(place, _(words))
        for place, (_colour, words) in enumerate(INKS):
            self._ink.setItemText(place, _(words))
        self._page.setAccessibleName(_("Paper"))
        self._ink.setAccessibleName(_("Ink"))
        self._size.setAccessibleName(_("Text size"))
        self._say_size()
        for name, words in SHOWN:
            self._boxes[name].setText(_(words).replace("&", "&&"))
        self.show_remarks(self._remarks)

    def _say_size(self) -> None:
        self._size_head.tell(_("Text size"), note=_("{n} pt", n=self._size.value()))

    def _resized(self) -> None:
        self._say_size()
        self.changed.emit()
