"""Under what a title is sorted in each language: "Composer, The"; what is shown is what is used."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds import LANGUAGES
from app.domain.names import plain
from app.domain.order import index_form
from app.i18n.active import _
from app.store.work_records import NameLine, WorkRecord
from app.ui.translated import Translated
from app.ui.widgets.fields import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Labelled
from app.ui.works.tags import language_word

_NOT_SHOWN = ("-pinyin", "-Latn", "-Arab")


class SortingForm(Translated, QWidget):
    """A field a language. What equals the rule's own answer is not stored, so that it follows the name."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self._title, self._note = SafeLabel(role="section"), SafeLabel(role="small", tone="text2", wrap=True)
        self.fields = {code: Field() for code in LANGUAGES}
        self._parts = {code: Labelled(field, 170) for code, field in self.fields.items()}
        room = QWidget()
        flow = FlowLayout(room, gap=12, line_gap=8)
        for code, field in self.fields.items():
            flow.addWidget(self._parts[code])
            field.committed.connect(lambda text, code=code: self._keep(code, text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(room)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(_("Sorting"))
        self._note.setText(_("Where the title is sorted in lists and indexes of each language."))
        for code, part in self._parts.items():
            name = language_word(code)
            part.set_words(_("{language}, by pinyin", language=name) if code == "zh" else name)
        if self.record is not None:
            self.show_record(self.record)

    def show_record(self, record: WorkRecord) -> None:
        """Show what each language sorts by."""
        self.record = record
        for code, field in self.fields.items():
            line = shown_name(record, code)
            field.setEnabled(line is not None)
            field.setPlaceholderText("" if line else _("no name yet"))
            field.show_value("" if line is None else line.reading or usual(line))

    def _keep(self, code: str, text: str) -> None:
        line = shown_name(self.record, code) if self.record is not None else None
        if line is None:
            return
        reading = "" if text.strip() == usual(line) else text.strip()
        if reading != line.reading:
            self._deeds.change_name(line, reading=reading)
        self.fields[code].show_value(reading or usual(line))


def usual(line: NameLine) -> str:
    """What a name is sorted by while nobody says otherwise."""
    return index_form(line.text, plain(line.language))


def shown_name(record: WorkRecord, code: str) -> NameLine | None:
    """The name of a title that a reader of a language sees."""
    own = [name for name in record.names if plain(name.language) == code and not name.language.endswith(_NOT_SHOWN)]
    return min(own, key=lambda name: not name.preferred, default=None)
