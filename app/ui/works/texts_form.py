"""The section of the editor for all that is written of a title: its names, synopses and places in lists."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.work_records import WorkRecord
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import ReadField
from app.ui.works.names_form import NamesForm
from app.ui.works.sorting_form import SortingForm
from app.ui.works.synopsis_form import SynopsisForm

BETWEEN = 16


class TextsForm(QWidget):
    """Three forms below each other."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self.names, self.synopses, self.sorting = NamesForm(deeds), SynopsisForm(deeds), SortingForm(deeds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for part in (self.names, self.synopses, self.sorting):
            column.addWidget(part)

    def show_record(self, record: WorkRecord) -> None:
        """Show what is stored; typing is left alone."""
        for part in (self.names, self.synopses, self.sorting):
            part.show_record(record)

    def fields(self) -> list[ReadField]:
        """The fields that may hold what cannot be read."""
        return self.synopses.fields()
