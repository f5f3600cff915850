"""A rights window as a bar with a mark at today, its first and last day below."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import RightsStatus
from app.i18n import formats
from app.i18n.active import _, language
from app.ui.widgets.progress import Bar
from app.ui.widgets.safe import SafeLabel
from app.ui.works import wording

_TONES = {RightsStatus.ENDING: "amberFill", RightsStatus.EXPIRED: "redFill", RightsStatus.CLEARED: "green"}


class WindowBar(QWidget):
    """The bar; `show_window` says what it is to show, `spoken` what a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar(tall=8)
        self._first = SafeLabel(role="small_figure", tone="text2")
        self._last = SafeLabel(role="small_figure", tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._bar)
        row = QHBoxLayout()
        row.addWidget(self._first)
        row.addStretch(1)
        row.addWidget(self._last)
        column.addLayout(row)

    def show_window(self, starts: date | None, ends: date | None, status: RightsStatus, spoken: str) -> None:
        """Show a window as it stands today."""
        today, tone = wording.today(), _TONES.get(status, "accent")
        self._bar.setAccessibleName(spoken)
        if ends is None:
            self._bar.set_share(1, tone)
        else:
            first = starts or min(today, ends).replace(year=min(today, ends).year - 1, day=1)
            passed = (today - first).days / max((ends - first).days, 1)
            mark = passed if 0 <= passed <= 1 else None
            self._bar.set_share(max(passed, 0.02) if tone == "amberFill" else 1, tone, mark=mark)
        self._first.setText(formats.date_numeric(language(), starts) if starts else _("open"))
        self._last.setText(formats.date_numeric(language(), ends) if ends else _("no end"))
