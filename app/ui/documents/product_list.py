"""The documents to choose from, each with a small drawing of its page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.export.products import PRODUCTS
from app.i18n.active import _, pgettext
from app.ui.documents.title_proofs import TITLE_PRODUCTS
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import PaintedButton
from app.ui.widgets.draw import rounded
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel

TALL, THUMB_WIDE, THUMB_TALL = 82, 42, 58


class ProductButton(PaintedButton):
    """One document: drawing, name, and a sentence in two lines at most."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._says = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, name: str, says: str) -> None:
        """Name and sentence in the language of the window."""
        self.setText(name)
        self._says = says
        self.setAccessibleName(name)
        self.setAccessibleDescription(says)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the column, tall enough for the drawing."""
        return QSize(theme().px(200), theme().px(TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen one on a tint, with a bar at its left edge."""
        px, colours = theme().px, theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, room, 6, colours.color("accentTint"))
            painter.fillRect(QRectF(0, 0, px(3), self.height()), colours.color("accent"))
        elif self.underMouse():
            rounded(painter, room, 6, colours.color("hover"))
        sheet = QRectF(px(12), (self.height() - px(THUMB_TALL)) / 2, px(THUMB_WIDE), px(THUMB_TALL))
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.setPen(colours.color("line2"))
        painter.drawRect(sheet)
        _DRAWINGS.get(self.key, _lines)(painter, sheet)
        left = sheet.right() + px(12)
        words = QRectF(left, 0, self.width() - left - px(8), self.height())
        says, name = colours.font("small"), colours.font("strong")
        wrap = Qt.TextFlag.TextWordWrap
        head = QFontMetricsF(name).boundingRect(words, wrap, self.text())
        tail = QFontMetricsF(says).boundingRect(words, wrap, self._says)
        top = (self.height() - head.height() - tail.height() - 2) / 2
        painter.setFont(name)
        painter.setPen(colours.color("text"))
        painter.drawText(QRectF(left, top, words.width(), head.height()), wrap, self.text())
        painter.setFont(says)
        painter.setPen(colours.color("text2"))
        painter.drawText(QRectF(left, top + head.height() + 2, words.width(), tail.height()), wrap, self._says)


def _bars(painter: QPainter, sheet: QRectF, places: list[tuple[float, float, float, float, str]]) -> None:
    """Small rectangles at shares of the sheet."""
    for x, y, wide, tall, token in places:
        spot = QRectF(
            sheet.x() + sheet.width() * x, sheet.y() + sheet.height() * y, sheet.width() * wide, sheet.height() * tall
        )
        painter.fillRect(spot, theme().color(token))


def _grid(painter: QPainter, sheet: QRectF) -> None:
    _bars(painter, sheet, [
        (0.1, 0.08, 0.14, 0.08, "accent"), (0.14, 0.24, 0.2, 0.18, "s4"), (0.4, 0.34, 0.2, 0.2, "s1"),
        (0.66, 0.28, 0.2, 0.16, "s2"), (0.14, 0.54, 0.2, 0.28, "s1"), (0.4, 0.64, 0.2, 0.16, "s3"),
        (0.66, 0.58, 0.2, 0.26, "s5"),
    ])  # fmt: skip


def _lines(painter: QPainter, sheet: QRectF) -> None:
    rows = [(y / 100, token) for y, token in ((22, "s4"), (35, "s5"), (48, "s6"), (61, "s1"), (74, "s3"))]
    _bars(painter, sheet, [(0.1, 0.08, 0.14, 0.07, "accent")])
    _bars(painter, sheet, [(0.1, y, 0.16, 0.045, "text2") for y, _token in rows])
    _bars(painter, sheet, [(0.32, y, 0.025, 0.075, token) for y, token in rows])
    _bars(painter, sheet, [(0.4, y, 0.45, 0.035, "control") for y, _token in rows])


def _index(painter: QPainter, sheet: QRectF) -> None:
    _bars(painter, sheet, [(0.1, 0.08, 0.6, 0.06, "accent")])
    painter.setPen(theme().color("line2"))
    for column in (0.1, 0.4, 0.7):
        for line in range(11):
            y = sheet.y() + sheet.height() * (0.22 + line * 0.065)
            x = sheet.x() + sheet.width() * column
            painter.drawLine(QPointF(x, y), QPointF(x + sheet.width() * (0.12 + (line * 7 % 5) * 0.02), y))


def _card(painter: QPainter, sheet: QRectF) -> None:
    _bars(
        painter,
        sheet,
        [(0.1, 0.08, 0.5, 0.07, "accent"), (0.68, 0.08, 0.22, 0.24, "s1"), (0.1, 0.19, 0.4, 0.035, "text2")],
    )
    _bars(painter, sheet, [(0.1, y / 100, 0.5, 0.03, "control") for y in (27, 33)])
    _bars(painter, sheet, [(0.1, y / 100, 0.8, 0.03, "control") for y in range(44, 90, 7)])


def _titles(painter: QPainter, sheet: QRectF) -> None:
    _bars(painter, sheet, [(0.1, 0.08, 0.5, 0.06, "accent")])
    for y in range(22, 90, 8):
        _bars(painter, sheet, [(0.1, y / 100, 0.4, 0.035, "text2"), (0.56, y / 100, 0.14, 0.03, "control"),
                               (0.75, y / 100, 0.15, 0.03, "control")])  # fmt: skip


def _cells(painter: QPainter, sheet: QRectF) -> None:
    _bars(painter, sheet, [(0.08, 0.1, 0.84, 0.08, "accent")])
    painter.setPen(theme().color("line2"))
    for line in range(9):
        y = sheet.y() + sheet.height() * (0.18 + line * 0.09)
        painter.drawLine(QPointF(sheet.x() + sheet.width() * 0.08, y), QPointF(sheet.x() + sheet.width() * 0.92, y))
    for x in (0.08, 0.36, 0.64, 0.92):
        at = sheet.x() + sheet.width() * x
        painter.drawLine(QPointF(at, sheet.y() + sheet.height() * 0.18), QPointF(at, sheet.y() + sheet.height() * 0.9))


_DRAWINGS = {
    "day-grid": _grid, "list": _lines, "index": _index,
    "title-list": _titles, "cards": _card, "titles-xlsx": _cells, "titles-csv": _cells,
}  # fmt: skip


class ProductList(Translated, QScrollArea):
    """A column of documents, of a programme and of the catalogue, one chosen. `chosen` carries its name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = Panel("panel")
        self.setWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(*(theme().px(12),) * 4)
        column.setSpacing(theme().px(4))
        self._heads = [SafeLabel("", "label_strong", "text2") for _head in range(2)]
        self._group = QButtonGroup(self)
        self._buttons = {key: ProductButton(key) for key in (*PRODUCTS, *TITLE_PRODUCTS)}
        for head, products in zip(self._heads, (PRODUCTS, TITLE_PRODUCTS), strict=True):
            column.addWidget(head)
            for key in products:
                self._add(key, column)
            column.addSpacing(theme().px(8))
        column.addStretch()
        self.retranslate()

    def _add(self, key: str, column: QVBoxLayout) -> None:
        button = self._buttons[key]
        self._group.addButton(button)
        column.addWidget(button)
        button.clicked.connect(lambda _on: self.chosen.emit(key))

    def set_current(self, key: str) -> None:
        """Show which document is chosen."""
        self._buttons[key].setChecked(True)
        self.ensureWidgetVisible(self._buttons[key])

    def offer_programmes(self, *, there: bool) -> None:
        """Whether there is a programme to print."""
        for key in PRODUCTS:
            self._buttons[key].setEnabled(there)

    def retranslate(self) -> None:
        """Names and sentences of the documents."""
        self._heads[0].setText(pgettext("heading", "Documents"))
        self._heads[1].setText(pgettext("heading", "Catalogue"))
        for key, button in self._buttons.items():
            product = PRODUCTS[key] if key in PRODUCTS else TITLE_PRODUCTS[key]
            button.set_words(_(product.name), _(product.says))
