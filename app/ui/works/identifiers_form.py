"""Numbers under which others know a title: pasted as they are, read, checked, and told where another title has them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import identifiers
from app.domain.identifiers import Doubt
from app.domain.kinds import Scheme
from app.i18n.active import _, tr
from app.i18n.labels_of_texts import SCHEMES, scheme_word
from app.operations import evidence
from app.store.evidence_rows import IdentifierLine
from app.store.work_records import WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import Field
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice
from app.words import N_, phrase


class IdentifierRow(Translated, QWidget):
    """One number, with what speaks against it below."""

    followed = Signal(int)
    changed = Signal(dict)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line: IdentifierLine | None = None
        self.scheme, self.value = Choice[Scheme](), Field()
        self.remove, self.message, self.shared = IconButton("trash-2", size=26), InlineMessage(), InlineMessage()
        self.scheme.setFixedWidth(theme().px(190))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for column, part in enumerate((self.scheme, self.value, self.remove)):
            grid.addWidget(part, 0, column)
        grid.addWidget(self.message, 1, 1, 1, 2)
        grid.addWidget(self.shared, 2, 1, 1, 2)
        self.scheme.picked.connect(lambda value: self.changed.emit({"scheme": value}))
        self.value.committed.connect(self._typed)
        self.remove.clicked.connect(self.removed)
        self.shared.followed.connect(self._follow)

    def fill(self, line: IdentifierLine) -> None:
        """Show what is stored."""
        self.line = line
        self.value.show_value(line.value)
        self.retranslate()

    def retranslate(self) -> None:
        """Say schemes and doubts again."""
        self.remove.set_name(_("Remove this number"))
        self.scheme.setAccessibleName(_("Whose number it is"))
        self.scheme.set_choices([(scheme, scheme_word(tr(), scheme)) for scheme in SCHEMES])
        if self.line is None:
            return
        name = scheme_word(tr(), self.line.scheme)
        self.scheme.show_value(self.line.scheme)
        self.value.setAccessibleName(name)
        found = identifiers.doubt(self.line.scheme, self.line.value)
        sentences = {
            Doubt.FORM: _("This does not look like a number of {scheme}.", scheme=name),
            Doubt.CHECK: _("The check character does not fit: a letter or digit is wrong."),
        }
        if found is None:
            self.message.clear()
        else:
            self.message.tell(Level.WARNING, sentences[found])
        self.value.set_state("warning" if found else "", sentences[found] if found else "")
        if self.line.shared:
            other = self.line.shared[0][1]
            self.shared.tell(Level.WARNING, _("“{title}” has the same number.", title=other), _("Go there"))
        else:
            self.shared.clear()

    def _typed(self, text: str) -> None:
        if text.strip():
            self.changed.emit({"value": text})
        elif self.line is not None:
            self.value.show_value(self.line.value)

    def _follow(self) -> None:
        if self.line is not None and self.line.shared:
            self.followed.emit(self.line.shared[0][0])


class IdentifiersForm(Translated, QWidget):
    """`opened` carries another title that bears the same number."""

    opened = Signal(int)

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self.rows: dict[int, IdentifierRow] = {}
        self._title, self._note = SafeLabel(role="section"), SafeLabel(role="small", tone="text2", wrap=True)
        self.scheme, self.value, self.add_button = Choice[Scheme | None](), Field(), Button(icon="plus")
        self.scheme.setFixedWidth(theme().px(190))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.scheme)
        foot.addWidget(self.value, 1)
        foot.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.value.committed.connect(lambda _text: self.add())
        self.value.textEdited.connect(self._recognise)
        self.add_button.clicked.connect(lambda _on=False: self.add())
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words of the form; the rows say theirs."""
        self._title.setText(_("Identifiers"))
        self._note.setText(_("Paste a number or the address of a page; whose it is will be recognised."))
        self.scheme.setAccessibleName(_("Whose number it is"))
        by_itself = _("Recognised by itself")
        self.scheme.set_choices([(None, by_itself), *((one, scheme_word(tr(), one)) for one in SCHEMES)])
        self.value.setPlaceholderText(_("Number or address"))
        self.value.setAccessibleName(_("New number"))
        self.add_button.setText(_("Add"))

    def show_identifiers(self, record: WorkRecord, lines: tuple[IdentifierLine, ...]) -> None:
        """Show the numbers as they are stored."""
        self.record = record
        wanted = {line.id for line in lines}
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, line in enumerate(lines):
            if line.id not in self.rows:
                self.rows[line.id] = self._make(line.id)
            self._rows.insertWidget(place, self.rows[line.id])
            self.rows[line.id].fill(line)

    def _make(self, key: int) -> IdentifierRow:
        row = IdentifierRow()
        row.changed.connect(lambda facts: self._do(evidence.change_identifier, key, **facts))
        row.removed.connect(lambda: self._do(evidence.remove_identifier, key))
        row.followed.connect(self.opened)
        return row

    def _recognise(self, text: str) -> None:
        found = identifiers.read(text)
        self.scheme.show_value(found.scheme if found else self.scheme.value())

    def add(self) -> None:
        """Write down the number that was typed."""
        text = self.value.text().strip()
        if self.record is None or not text:
            return
        found = identifiers.read(text)
        scheme = self.scheme.value() or (found.scheme if found else Scheme.OWN)
        self.value.show_value("")
        self.value.clear()
        self.scheme.show_value(None)
        self._do(evidence.add_identifier, self.record.id, scheme, text)
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, operation: object, *args: object, **facts: object) -> None:
        if self.record is not None and callable(operation):
            label = phrase(N_("Change the numbers of “{title}”"), title=self.record.face.title)
            self._deeds.do(label, operation, *args, **facts)
