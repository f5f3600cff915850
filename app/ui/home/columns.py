"""The columns of Home with hairlines between: three of them, or two where it is narrow."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.lines import Line

SHARES = (122, 100, 100)
GAP = 26


class Columns(QWidget):
    """Parts in columns; when narrow the last column's parts go below those of the second."""

    def __init__(self, *columns: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._narrow: bool | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._grounds: list[QVBoxLayout] = []
        self._lines: list[Line] = []
        for place, share in enumerate(SHARES):
            if place:
                line = Line(upright=True)
                self._lines.append(line)
                self._row.addWidget(line)
            ground = QWidget()
            column = QVBoxLayout(ground)
            column.setContentsMargins(GAP if place else 0, 20, GAP if place < len(SHARES) - 1 else 0, 0)
            column.setSpacing(26)
            column.addStretch(1)
            self._grounds.append(column)
            self._row.addWidget(ground, share)
        self.arrange(narrow=False)

    def arrange(self, *, narrow: bool) -> None:
        """Put the parts where they belong at this width."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for place, parts in enumerate(self._columns):
            target = self._grounds[min(place, 1) if narrow else place]
            for part in parts:
                for ground in self._grounds:
                    ground.removeWidget(part)
                target.insertWidget(target.count() - 1, part)
        last = self._grounds[-1].parentWidget()
        if last is not None:
            last.setVisible(not narrow)
        self._lines[-1].setVisible(not narrow)
        margins = self._grounds[1].contentsMargins()
        margins.setRight(0 if narrow else GAP)
        self._grounds[1].setContentsMargins(margins)
