"""What asks for attention on Home: open conflicts, and rights that end soon."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.rights import ENDING_DAYS
from app.domain.screenings import Finding, Severity
from app.i18n import formats, phrases
from app.i18n.active import _, language, tr
from app.store.overview import HORIZON, Ending
from app.ui.home.part import RowButton
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.lines import Line
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel

SHOWN = 4
"""How many worries are told in full."""

TONES = {Severity.ERROR: "red", Severity.WARNING: "amber", Severity.WISH: "text2"}


def conflicts(plan: Plan) -> list[Finding]:
    """What forbids and nobody has accepted, the earliest first."""
    return sorted((f for f in plan.findings if f.severity is Severity.ERROR), key=lambda finding: finding.at)


def worries(plan: Plan) -> list[Finding]:
    """What asks for attention: conflicts, then warnings, each the earliest first. A wish is no worry."""
    return sorted((f for f in plan.findings if f.severity > Severity.WISH), key=lambda f: (-f.severity, f.at))


class ConflictRow(QWidget):
    """A conflict or a warning: what it is, the whole sentence, and the way to it (`shown`)."""

    shown = Signal()

    def __init__(self, plan: Plan, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        title = SafeLabel(phrases.finding_title(tr(), finding), "strong", wrap=True)
        sentence = SafeLabel(plan.sentence(finding), tone="text2", wrap=True)
        link = LinkButton(_("Show"))
        link.setAccessibleDescription(title.text())
        link.clicked.connect(self.shown)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addWidget(sentence)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        row.addWidget(Glyph("triangle-alert", TONES[finding.severity], size=15), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Line())


def last_showings(plan: Plan | None) -> Mapping[int, date]:
    """The day of the last showing of each work of the programme."""
    found: dict[int, date] = {}
    for card in plan.schedule.cards if plan else ():
        for work in card.works:
            found[work] = max(found.get(work, card.day), card.day)
    return found


class EndingRow(RowButton):
    """Rights that end: the days left as a bar that begins today, with a mark where a showing would come too late."""

    def __init__(self, ending: Ending, last: date | None, today: date, parent: QWidget | None = None) -> None:
        super().__init__(74, parent)
        self.ending = ending
        self._late = last is not None and last > ending.until
        self._urgent = ending.days <= ENDING_DAYS
        self._days = formats.days(language(), ending.days)
        until = formats.day_month(language(), ending.until, short=True)
        self._until = _("until {date}, {country}", date=until, country=formats.country(language(), ending.territory))
        self._share = ending.days / HORIZON.days
        self._mark = min((last - today).days / HORIZON.days, 1.0) if last is not None and last >= today else None
        said = "" if last is None else formats.day_month(language(), last, short=True)
        told = _("screening {date}", date=said) if self._late else _("last screening {date}", date=said)
        self._last = told if said else ""
        self.setAccessibleName(", ".join(filter(None, (ending.title, self._days, self._until, self._last))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        px, colours = theme().px, theme()
        strong, small = colours.font("strong"), colours.font("small")
        days = width_of(colours.font("figure"), self._days)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        top = QRect(0, px(8), self.width(), px(19))
        painter.setFont(strong)
        painter.setPen(colours.color("text"))
        painter.drawText(top, middle, fitting(strong, self.ending.title, self.width() - days - px(12)))
        painter.setFont(colours.font("figure"))
        painter.setPen(colours.color("amber" if self._urgent else "text2"))
        painter.drawText(top, right, self._days)
        self._paint_bar(painter, QRectF(0, px(34), self.width(), px(7)))
        foot = QRect(0, px(46), self.width(), px(18))
        painter.setFont(small)
        painter.setPen(colours.color("red" if self._late else "text2"))
        painter.drawText(foot, right, self._last)
        painter.setPen(colours.color("text2"))
        room = self.width() - width_of(small, self._last) - px(12)
        painter.drawText(foot, middle, fitting(small, self._until, room))

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        colours = theme()
        rounded(painter, bar, 2, colours.color("sunken"))
        filled = QRectF(bar.left(), bar.top(), max(bar.width() * self._share, bar.height()), bar.height())
        rounded(painter, filled, 2, colours.color("amberFill" if self._urgent else "accentLine"))
        today = QRectF(bar.left(), bar.top() - 3, 2, bar.height() + 6)
        painter.fillRect(today, colours.color("text"))
        if self._late and self._mark is not None:
            x = bar.left() + self._mark * (bar.width() - 2)
            painter.fillRect(QRectF(x, bar.top() - 3, 2, bar.height() + 6), colours.color("red"))
