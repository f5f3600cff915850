"""The three columns of the page: their widths in wide and narrow windows, remembered when the user moves them."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.preferences import Preferences
from app.ui.schedule.tray import Tray
from app.ui.theme import theme
from app.ui.widgets.lines import Splitter

NARROW = 1400
"""Windows narrower than this do without the posters of the tray."""

WIDE_SIZES, NARROW_SIZES = (196, 304), (176, 280)
LEAST = (150, 250)


class Columns(Splitter):
    """Tray, board and inspector side by side."""

    def __init__(self, tray: Tray, centre: QWidget, inspector: QWidget, preferences: Preferences) -> None:
        super().__init__()
        self._tray = tray
        self._preferences = preferences
        self._narrow: bool | None = None
        for part in (tray, centre, inspector):
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        tray.setMinimumWidth(theme().px(LEAST[0]))
        inspector.setMinimumWidth(theme().px(LEAST[1]))
        self.splitterMoved.connect(self._keep)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _name(self) -> str:
        return "schedule narrow" if self._narrow else "schedule"

    def _keep(self) -> None:
        self._preferences.keep_layout(self._name(), self.saveState())

    def _fit(self) -> None:
        narrow = self.window().width() < NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._tray.show_posters(not narrow)
        kept = self._preferences.layout(self._name())
        if kept is None or not self.restoreState(kept):
            left, right = (theme().px(size) for size in (NARROW_SIZES if narrow else WIDE_SIZES))
            self.setSizes([left, max(1, self.width() - left - right - 2), right])
