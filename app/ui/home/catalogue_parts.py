"""What Home tells of the catalogue: names and versions that are missing, and the latest edits."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, say
from app.store.overview import Edit, Gaps
from app.ui.home.part import RowButton
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.lines import Line
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel

_ICONS = (
    ("screening", "calendar-range"),
    ("part", "calendar-range"),
    ("accepted", "check"),
    ("name", "languages"),
    ("rights", "scroll-text"),
    ("copy", "disc-3"),
    ("subtitle", "captions"),
    ("version", "audio-lines"),
    ("credit", "users"),
    ("agent_name", "users"),
    ("slate_entry", "square-kanban"),
    ("hall", "map-pin"),
    ("venue", "map-pin"),
    ("programme", "calendar-range"),
    ("work", "film"),
)
"""The icon of an edit by the first of these tables that it touched."""


class GapRow(RowButton):
    """What a number of titles lack, with a bar of how many have it; leads to them where the catalogue can filter."""

    def __init__(self, text: str, missing: int, works: int, parent: QWidget | None = None) -> None:
        super().__init__(46, parent)
        self._text = text
        self._count = formats.number(language(), missing)
        self._share = (works - missing) / works if works else 1.0
        self.setAccessibleName(f"{text}: {self._count}")
        self.setText("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        px, colours = theme().px, theme()
        line = QRect(0, px(6), self.width(), px(20))
        count = width_of(colours.font("figure_strong"), self._count)
        arrow = px(18) if self.isEnabled() else 0
        body = colours.font("body")
        painter.setFont(body)
        painter.setPen(colours.color("text"))
        room = self.width() - count - arrow - px(10)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting(body, self._text, room))
        painter.setFont(colours.font("figure_strong"))
        right = line.adjusted(0, 0, -arrow, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        if arrow:
            size = px(14)
            spot = QRectF(self.width() - size, line.center().y() - size // 2 + 1, size, size)
            paint_icon(painter, spot, "chevron-right", "text3")
        bar = QRectF(0, px(32), self.width(), px(4))
        rounded(painter, bar, 2, colours.color("sunken"))
        if self._share > 0:
            rounded(painter, QRectF(0, bar.top(), bar.width() * self._share, bar.height()), 2, colours.color("sky"))


def gap_rows(gaps: Gaps) -> list[tuple[str, GapRow]]:
    """(what to look for in the catalogue, its row): a language without a name, or "kazakh" for the version."""
    words = {
        "kk": _("Without a Kazakh name"),
        "zh": _("Without a Chinese name"),
        "ru": _("Without a Russian name"),
        "en": _("Without an English name"),
    }
    found = [(code, GapRow(text, gaps.names[code], gaps.works)) for code, text in words.items()]
    return [*found, ("kazakh", GapRow(_("Without a version in Kazakh"), gaps.kazakh_version, gaps.works))]


class EditRow(QWidget):
    """A step of the history: what was done and how long ago."""

    def __init__(self, edit: Edit, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon = next((icon for table, icon in _ICONS if table in edit.tables), "pencil")
        label = say(edit.past.label)
        words = _("Undone: {step}", step=label) if edit.past.undoes else label
        row = QHBoxLayout()
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(12)
        row.addWidget(Glyph("undo-2" if edit.past.undoes else icon, "text2", size=15))
        row.addWidget(ElidedLabel(words), 1)
        row.addWidget(SafeLabel(formats.ago(language(), edit.past.at, now), tone="text3"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Line())


def edit_rows(edits: Sequence[Edit], now: datetime) -> list[QWidget]:
    """A row for each step."""
    return [EditRow(edit, now) for edit in edits]
