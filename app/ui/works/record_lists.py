"""Lists of what belongs to a title but is changed elsewhere: screenings; and its names in short."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.scripts import clean_name, homoglyph_findings
from app.errors import UserError
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.operations.works import NAME_EMPTY
from app.store.work_records import NameLine, ShowLine, WorkRecord
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import SCREENING_LOOK, StatusLabel
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Labelled, ReadField, told
from app.ui.works.tags import likely_tag, naming_word, writing_word
from app.words import N_

MIXED = N_("Letters of two scripts are mixed in one word. The editor shows which and repairs them.")


class Listed(Translated, QWidget):
    """A column of lines that is built anew for every record."""

    def __init__(self) -> None:
        super().__init__()
        self.record: WorkRecord | None = None
        self._stale = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_record(self, record: WorkRecord) -> None:
        """Show what belongs to this title."""
        self.record = record
        self._build_again()

    def retranslate(self) -> None:
        """Build the lines again in the language of the interface; behind another tab when they come into sight."""
        if self.isVisible():
            self._build_again()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight."""
        if self._stale:
            self._build_again()
        super().showEvent(event)

    def _build_again(self) -> None:
        self._stale = False
        empty(self._column)
        if self.record is not None:
            self.build(self.record)

    def build(self, record: WorkRecord) -> None:
        """Make the lines."""
        raise NotImplementedError

    def add(self, *parts: QWidget, stretch: int = 0) -> None:
        """One line: parts side by side, the one at `stretch` grows; a hairline below."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        for place, part in enumerate(parts):
            row.addWidget(part, 1 if place == stretch else 0)
        self._column.addLayout(row)
        self._column.addWidget(Line())

    def add_none(self, sentence: str) -> None:
        """There is nothing."""
        self._column.addWidget(SafeLabel(sentence, tone="text3", wrap=True))


def empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take every line out of a column."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout | QVBoxLayout):
            empty(inner)


def stacked(*parts: QWidget) -> QWidget:
    """Parts one over the other as one part."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    for part in parts:
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, LinkButton) else Qt.AlignmentFlag(0))
    return whole


class ShowList(Listed):
    """When and where it is shown. `followed` asks for a screening on the schedule."""

    followed = Signal(int, int)

    def build(self, record: WorkRecord) -> None:
        """One line for each showing, then the slates."""
        for show in record.shows:
            link = LinkButton(when(show))
            link.clicked.connect(lambda _on=False, show=show: self.followed.emit(show.programme, show.id))
            programme = SafeLabel(show.programme_names.shown(language()), "small", "text2", wrap=True)
            state = StatusLabel(SCREENING_LOOK[show.status], labels.screening_status(tr(), show.status))
            self.add(stacked(link, SafeLabel(where(show), wrap=True), programme), state)
        for slate in record.slates:
            name = SafeLabel(slate.names.shown(language()), wrap=True)
            state_word = SafeLabel(labels.slate_state(tr(), slate.state), "body", "text2")
            self.add(stacked(SafeLabel(_("On slate"), "small", "text2"), name), state_word)
        if not record.shows and not record.slates:
            self.add_none(_("No screenings and not on any slate."))


def when(show: ShowLine) -> str:
    """Fri 16 Oct, 13:00, as the clocks of the hall show it."""
    day, hour = formats.day_label(language(), show.starts.date()), formats.time(language(), show.starts)
    return pgettext("screening", "{day}, {time}", day=day, time=hour)


def where(show: ShowLine) -> str:
    """Hall 2, Almaty."""
    hall = show.hall if any(show.hall) else show.venue
    city = show.city.shown(language())
    name = hall.shown(language())
    return pgettext("screening", "{hall}, {city}", hall=name, city=city) if city else name


class NamesList(Translated, QWidget):
    """The names of a title one below the other, to be corrected in place."""

    more = Signal()

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self.fields_by_name: dict[int, tuple[Labelled, ReadField]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(9)
        self.new_name = ReadField(str)
        self.new_name.entered.connect(self._added)
        self._new = Labelled(self.new_name, grows=True)
        self._more = LinkButton()
        self._more.clicked.connect(self.more)
        self._column.addWidget(self._new)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the labels again."""
        self._new.set_words(_("Add a name"))
        self.new_name.setPlaceholderText(_("A name in any language, then Enter"))
        self._more.setText(_("Order, roles and scripts in the editor"))
        if self.record is not None:
            for name in self.record.names:
                self.fields_by_name[name.id][0].set_words(self._label(name))

    def show_record(self, record: WorkRecord) -> None:
        """Show the names; typing is left alone."""
        if self.record is not None and self.record.id != record.id:
            self.new_name.drop()
        self.record = record
        wanted = {name.id for name in record.names}
        for key in [key for key in self.fields_by_name if key not in wanted]:
            part, _field = self.fields_by_name.pop(key)
            part.hide()
            part.deleteLater()
        for place, name in enumerate(record.names):
            if name.id not in self.fields_by_name:
                self.fields_by_name[name.id] = self._make(name.id)
            part, field = self.fields_by_name[name.id]
            self._column.insertWidget(place, part)
            part.set_words(self._label(name))
            field.show_read(name.text)

    def _make(self, key: int) -> tuple[Labelled, ReadField]:
        field = ReadField(_read_name)
        part = Labelled(field, grows=True)
        told(part, field)
        field.entered.connect(lambda text: self._deeds.change_name(self._name(key), text=text))
        return part, field

    def _name(self, key: int) -> NameLine:
        assert self.record is not None
        return next(name for name in self.record.names if name.id == key)

    def _label(self, name: NameLine) -> str:
        words = [naming_word(name.language), writing_word(name.language), labels.name_type(tr(), name.type)]
        return " · ".join([*words, _("auto")] if name.auto else words)

    def _added(self, text: str) -> None:
        if self.record is not None and text.strip():
            record = self.record
            self.new_name.show_read("")
            self._deeds.add_name(record, text, likely_tag(text))


def _read_name(text: str) -> str:
    if not clean_name(text):
        raise UserError(NAME_EMPTY)
    if homoglyph_findings(text):
        raise UserError(MIXED)
    return text


def upcoming(record: WorkRecord, now: datetime) -> list[ShowLine]:
    """The showings still to come, the next one first; cancelled ones are left out."""
    return [show for show in record.shows if show.moment >= now and show.status != "cancelled"]
