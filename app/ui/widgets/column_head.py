"""The heads of the columns of a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.theme import theme


class ColumnHead(QHeaderView):
    """Small words at the left of each column. Give it to a table with `setHorizontalHeader`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        theme().themed.connect(self._look)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        self._look()  # as in SafeLabel
        super().showEvent(event)

    def _look(self) -> None:
        self.setFont(theme().font("label"))
        self.setFixedHeight(theme().px(28))
