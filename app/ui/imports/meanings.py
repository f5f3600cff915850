"""The heads of the columns of a preview: what each means, and the menu in which that is said otherwise."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain.kinds import NameType, Role, Scheme
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.i18n.labels_of_imports import LEFT_OUT, TOLD_IN_CELLS, column, gain
from app.intake.options import Column, Meaning, What
from app.ui.icons import paint_icon
from app.ui.imports.tables import FirstRows
from app.ui.theme import theme
from app.ui.widgets.draw import fitting
from app.ui.widgets.menus import Menu

TALL = 46

NAMED = ("kk-Cyrl", "zh-Hans", "ru", "en", "kk-Latn", "kk-Arab", "zh-Hant", "zh-Latn-pinyin")
SPOKEN = ("kk", "zh", "ru", "en")
SCHEMES = (Scheme.IMDB, Scheme.KINOPOISK, Scheme.DOUBAN, Scheme.WIKIDATA, Scheme.EIDR, Scheme.ISAN, Scheme.OWN)

_BY_LANGUAGE = {
    Meaning.LOGLINE: SPOKEN,
    Meaning.SYNOPSIS: SPOKEN,
    Meaning.FULL_SYNOPSIS: SPOKEN,
    **{long: SPOKEN for long in Meaning if long.value in ("logline", "full_synopsis")},
    Meaning.DUBBED: SPOKEN,
    Meaning.VOICE_OVER: SPOKEN,
    Meaning.SUBTITLES: SPOKEN,
}
_SHOWING = (
    Meaning.DATE, Meaning.TIME, Meaning.END, Meaning.START, Meaning.RUNTIME, Meaning.VENUE, Meaning.HALL, Meaning.CITY,
    Meaning.NOTES, Meaning.NUMBER,
)  # fmt: skip
_OF_RIGHTS = frozenset(
    {Meaning.RIGHTS, Meaning.RIGHTS_START, Meaning.RIGHTS_END, Meaning.RIGHTS_HOLDER, Meaning.TERRITORY}
)
_OF_SHOWINGS = frozenset(
    {Meaning.DATE, Meaning.TIME, Meaning.END, Meaning.START, Meaning.VENUE, Meaning.HALL, Meaning.CITY}
)


class Meanings(Menu):
    """What a column can mean; `chosen` carries a `Column` or None."""

    chosen = Signal(object)

    def __init__(self, what: What, now: Column | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._put(self, _(LEFT_OUT), None)
        self.addSeparator()
        for kind, words in (
            (None, column(tr(), Meaning.NAME)),
            (NameType.ORIGINAL, labels.name_type(tr(), NameType.ORIGINAL)),
        ):
            self._languages(words, Meaning.NAME, NAMED, kind)
        if what is What.SCREENINGS:
            self.addSeparator()
            for meaning in _SHOWING:
                self._put(self, column(tr(), meaning), Column(meaning))
            return
        for meaning, languages in _BY_LANGUAGE.items():
            self._languages(column(tr(), meaning), meaning, languages, None)
        numbers = self._below(column(tr(), Meaning.IDENTIFIER))
        for scheme in SCHEMES:
            one = Column(Meaning.IDENTIFIER, scheme)
            self._put(numbers, column(tr(), *one[:2]), one)
        people, rights = self._below(gain(tr(), "credits")), self._below(gain(tr(), "rights"))
        self.addSeparator()
        for meaning in Meaning:
            if meaning not in (*_BY_LANGUAGE, *_OF_SHOWINGS, Meaning.NAME, Meaning.IDENTIFIER):
                menu = people if meaning.value in set(Role) else rights if meaning in _OF_RIGHTS else self
                self._put(menu, column(tr(), meaning), Column(meaning))

    def _languages(self, words: str, meaning: Meaning, languages: tuple[str, ...], kind: NameType | None) -> None:
        """A menu of the languages a column can be in."""
        below = self._below(words)
        self._put(below, _(TOLD_IN_CELLS), Column(meaning, "", kind))
        for tag in languages:
            self._put(below, formats.language_name(language(), tag), Column(meaning, tag, kind))

    def _below(self, words: str) -> Menu:
        below = Menu(self)
        below.setTitle(words.replace("&", "&&"))
        self.addMenu(below)
        return below

    def _put(self, menu: Menu, words: str, meaning: Column | None) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(meaning == self._now)
        action.triggered.connect(lambda _on=False: self.chosen.emit(meaning))


class MeaningHead(QHeaderView):
    """Two lines a column: what it means, and its heading in the file. A click or Alt+Down chooses otherwise.

    `chosen` carries the column's place and a `Column` or None; `asked` are the places a question is about.
    """

    chosen = Signal(int, object)

    def __init__(self, rows: FirstRows, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.asked: frozenset[int] = frozenset()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self.choose)
        theme().themed.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.setFixedHeight(theme().px(TALL))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(TALL))

    def choose(self, section: int) -> None:
        """Open the menu of one column."""
        if self._rows.seen is None:
            return
        menu = Meanings(self._rows.seen.reading.what, self._rows.meaning(section), self)
        menu.chosen.connect(lambda meaning: self.chosen.emit(section, meaning))
        menu.aboutToHide.connect(menu.deleteLater)
        spot = QPoint(self.sectionViewportPosition(section), self.height())
        menu.popup(self.viewport().mapToGlobal(spot))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The meaning with its arrow, the heading below."""
        colours, px = theme(), theme().px
        meaning = self._rows.meaning(section)
        asked = section in self.asked
        painter.save()
        painter.fillRect(rect, colours.color("amberTint" if asked else "panel"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colours.color("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.color("line2"))
        inner = rect.adjusted(px(8), px(4), -px(8), -px(5))
        words = inner.adjusted(0, 0, -px(16), -inner.height() // 2)
        self._line(painter, words, self._rows.headerData(section, Qt.Orientation.Horizontal) or "",
                   "label_strong", "amber" if asked else "accent" if meaning else "text3")  # fmt: skip
        arrow = QRectF(inner.right() - px(12), words.center().y() - px(5), px(12), px(12))
        paint_icon(painter, arrow, "chevron-down", "text2")
        self._line(painter, inner.adjusted(0, inner.height() // 2, 0, 0), self._rows.heading(section), "label", "text3")
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, text: str, role: str, tone: str) -> None:
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, left, fitting(font, text, rect.width()))
