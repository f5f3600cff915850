"""The synopses of a title in the editor: a tab a language, three lengths, and the room there is in print."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import LANGUAGES, SynopsisKind
from app.domain.names import plain
from app.domain.print_length import counted_as, letters, room_of
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.operations import synopses
from app.store import evidence_rows
from app.store.evidence_rows import SynopsisLine
from app.store.work_records import WorkRecord
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import Field, Note
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice, Labelled, ReadField, told, whole
from app.ui.works.language_tabs import LanguageTabs
from app.ui.works.letter_keys import LetterKeys
from app.ui.works.tags import language_word, naming_choices
from app.words import N_, phrase

ORDER = {code: place for place, code in enumerate(LANGUAGES)}


class SynopsisForm(Translated, QWidget):
    """Text is kept when it is left; how full it is shows while one types."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self.lines: dict[tuple[str, SynopsisKind], SynopsisLine] = {}
        self._further: list[str] = []
        self._begun_from = ""
        self.code = LANGUAGES[0]
        self.kind = SynopsisKind.SHORT
        self._title, self._room_note = SafeLabel(role="section"), SafeLabel(role="small", tone="text2", wrap=True)
        self.kinds, self.tabs, self.other = Segmented(tall=26), LanguageTabs(), Choice[str]()
        self.text, self.keys = Note(lines=5), LetterKeys()
        self.keys.serve(self.text)
        self.other.setMinimumContentsLength(13)
        self.begin = Button(icon="copy")
        self.source = Field()
        self.room = ReadField(whole(1, synopses.MOST_ROOM, synopses.ROOM_WRONG, most=synopses.MOST_ROOM))
        self._source, self._room = Labelled(self.source, 300), Labelled(self.room, 130)
        told(self._room, self.room)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._room_note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self.kinds)
        head.addWidget(self._room_note, 1)
        bar = QHBoxLayout()
        bar.addWidget(self.tabs, 1)
        bar.addWidget(self.other)
        below = QWidget()
        flow = FlowLayout(below, gap=12, line_gap=8)
        for part in (self._source, self._room):
            flow.addWidget(part)
        start = QHBoxLayout()
        start.addWidget(self.begin)
        start.addWidget(self.keys)
        start.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.text)
        column.addLayout(start)
        column.addWidget(below)

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda key: self.open(kind=SynopsisKind(key)))
        self.tabs.chosen.connect(self.open)
        self.other.picked.connect(self._further_language)
        self.text.textChanged.connect(self._typed)
        self.text.committed.connect(self._keep)
        self.begin.clicked.connect(self._begin)
        self.source.committed.connect(lambda text: self._do(synopses.credit, text))
        self.room.entered.connect(lambda value: self._do(synopses.give_room, value))

    def retranslate(self) -> None:
        """Say everything again; what is typed stays."""
        self._title.setText(_("Synopsis"))
        words = {
            SynopsisKind.LINE: pgettext("synopsis", "Line"),
            SynopsisKind.SHORT: pgettext("synopsis", "Programme"),
            SynopsisKind.LONG: pgettext("synopsis", "Catalogue"),
        }
        self.kinds.set_options([(kind.value, words[kind]) for kind in SynopsisKind])
        self.kinds.set_current(self.kind.value)
        self._source.set_words(_("Source or translator"))
        self._room.set_words(_("Letters in print"))
        self.other.setPlaceholderText(_("Another language…"))
        self.other.setAccessibleName(_("Another language…"))
        self._fill()

    # What it shows

    def show_record(self, record: WorkRecord) -> None:
        """Read the synopses and show them; what is being typed stays."""
        if self.record is not None and self.record.id != record.id:
            self._further = []
            self.room.drop()
        self.record = record
        found = self._deeds.read(evidence_rows.synopses, record.id)
        self.lines = {(plain(line.language), line.kind): line for line in reversed(found)}
        self._fill()

    def open(self, code: str | None = None, kind: SynopsisKind | None = None) -> None:
        """Go to a language and a length; what was typed is handed over first."""
        self.text.commit()
        self.kind = kind or self.kind
        self.kinds.set_current(self.kind.value)
        self.code = code or self.code
        self.tabs.set_current(self.code)
        self._fill()

    def _fill(self) -> None:
        there = sorted({code for code, _kind in self.lines} | set(self._further) - set(LANGUAGES))
        self.tabs.set_codes([*LANGUAGES, *(code for code in there if code not in LANGUAGES)])
        self.other.set_choices([pair for pair in naming_choices() if pair[0] not in self.tabs.tabs])
        self.other.show_value(None)
        self.code = code = self.tabs.current()
        line = self.lines.get((code, self.kind))
        self.text.show_value(line.text if line else "")
        self.text.setProperty("draft", f"synopsis:{code}:{self.kind.value}")
        name = language_word(code)
        self.text.setPlaceholderText(_("Nothing in {language} yet.", language=name))
        self.text.setAccessibleName(_("Synopsis in {language}", language=name))
        self.source.show_value(line.source if line else "")
        self.room.show_read(line.print_length if line else None)
        house = formats.number(language(), room_of(self.kind, None))
        self.room.setPlaceholderText(house)
        for field in (self.source, self.room):
            field.setEnabled(line is not None)
        self._typed()

    def _typed(self) -> None:
        """Count, and offer a text to begin with."""
        current, text = self.code, self.text.toPlainText()
        for code, tab in self.tabs.tabs.items():
            line = self.lines.get((code, self.kind))
            own = text if code == current else line.text if line else ""
            count, tone = self._fullness(code, own, line)
            tab.set_words(language_word(code), count, tone)
        room = room_of(self.kind, None)
        self._room_note.setText(
            _(
                "Print takes {letters} letters, or {characters} characters in Chinese",
                letters=formats.number(language(), room),
                characters=formats.number(language(), counted_as("zh", room)),
            )
        )
        origin = self._origin()
        self.begin.setVisible(origin is not None and not text)
        if origin is not None:
            spoken = formats.language_name(language(), plain(origin.language), written=True)
            self.begin.setText(_("Start from the text in {language}", language=spoken))
        self.keys.setVisible(current == "kk")

    def _fullness(self, code: str, text: str, line: SynopsisLine | None) -> tuple[str, str]:
        used, room = letters(text), room_of(self.kind, line.print_length if line else None)
        tone = "red" if used > room else "amber" if not used and code in ORDER else "text2"
        figures = (formats.number(language(), counted_as(code, number)) for number in (used, room))
        count, whole_room = figures
        return _("{count} of {room}", count=count, room=whole_room), tone

    def _origin(self) -> SynopsisLine | None:
        """The text to begin a translation with: Russian first, then the other languages of the house."""
        codes = ("ru", *LANGUAGES, *self.tabs.tabs)
        there = (self.lines.get((code, self.kind)) for code in codes if code != self.code)
        return next((line for line in there if line is not None), None)

    # What one does

    def _begin(self) -> None:
        origin = self._origin()
        if origin is not None:
            self._begun_from = origin.text
            self.text.setPlainText(origin.text)
            self.text.document().setModified(True)
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self, text: str) -> None:
        if text and text == self._begun_from:  # left as it was begun: that is no translation
            self.text.show_value("")
            self._begun_from = ""
            return
        self._do(synopses.write, text)

    def _do(self, operation: object, value: object) -> None:
        if self.record is None or not callable(operation):
            return
        label = phrase(N_("Change the synopsis of “{title}”"), title=self.record.face.title)
        self._deeds.do(label, operation, self.record.id, self._tag(), self.kind, value)

    def _tag(self) -> str:
        """The tag of the synopsis shown: that of the row there is, else of the tab."""
        line = self.lines.get((self.code, self.kind))
        return line.language if line else self.code

    def _further_language(self, code: str) -> None:
        self._further.append(code)
        self.open()
        self.open(code)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fields(self) -> list[ReadField]:
        """The fields that may hold what cannot be read."""
        return [self.room]

    def take_typing(self, code: str, kind: SynopsisKind, text: str) -> None:
        """Write a text as if it had been typed and left."""
        self.open(code, kind)
        self.text.setPlainText(text)
        self.text.document().setModified(True)
        self.text.commit()
