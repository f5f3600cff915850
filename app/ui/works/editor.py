"""The editor of one title, in the place of the list: sections, forms, and what the names amount to."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.active import _, ngettext, pgettext
from app.store.career_rows import career_count
from app.store.past_changes import Deed
from app.store.work_records import WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.poster_view import PosterView
from app.ui.widgets.section import SectionHead
from app.ui.widgets.status import INVALID_LOOK, Look, StatusLabel
from app.ui.works.cards import CardsForm
from app.ui.works.career_form import CareerForm
from app.ui.works.copies_form import CopiesForm
from app.ui.works.credit_forms import CreditForm
from app.ui.works.deeds import Deeds
from app.ui.works.editor_preview import EditorPreview
from app.ui.works.editor_sections import SECTIONS, SectionList
from app.ui.works.facts_form import FactsForm
from app.ui.works.files_form import FilesForm
from app.ui.works.form_parts import ReadField
from app.ui.works.history_list import HistoryList
from app.ui.works.record_form import RecordForms
from app.ui.works.record_lists import Listed, ShowList
from app.ui.works.rights_form import RightsForm
from app.ui.works.texts_form import TextsForm
from app.ui.works.version_forms import VersionsForm
from app.ui.works.wording import UNKNOWN

WARNING = Look("triangle-alert", "amber")
PREVIEW_FROM, ROOMY_FROM = 1250, 1340
"""Narrower than the first (a window of 1330 less the rail) the preview gives way: the names are to be read whole.
Narrower than the second it takes less."""

WIDEST_FORM = 860

Readable = TextsForm | FactsForm | CardsForm | RecordForms
Part = TextsForm | FactsForm | CardsForm | RecordForms | FilesForm | Listed


class Editor(Translated, QWidget):
    """Signals: `done`, `stepped` (-1 or 1: the record before or after), `judged`, `shown`, `agent`, `opened`."""

    done = Signal()
    stepped = Signal(int)
    judged = Signal()
    shown = Signal(int, int)
    agent = Signal(int)
    opened = Signal(int)

    def __init__(self, deeds: Deeds, remember: Callable[[int], list[Deed]]) -> None:
        super().__init__()
        self.record: WorkRecord | None = None
        self._remember, self._deeds = remember, deeds
        self.back, self.finish = Button(icon="chevron-left", kind=Kind.GHOST), Button(kind=Kind.PRIMARY)
        self.before, self.after = IconButton("chevron-up"), IconButton("chevron-down")
        self.poster, self.title, self.others = (
            PosterView(22),
            ElidedLabel("", "title"),
            ElidedLabel("", "body", "text2"),
        )
        self.errors, self.warnings = StatusLabel(INVALID_LOOK), StatusLabel(WARNING)
        self.sections, self.preview = SectionList(), EditorPreview()
        self.texts, self.facts = TextsForm(deeds), FactsForm(deeds)
        self.names = self.texts.names
        self.versions, self.rights, self.copies = VersionsForm(deeds), RightsForm(deeds), CopiesForm(deeds)
        self.credits, self.shows, self.history = CreditForm(deeds), ShowList(), HistoryList()
        self.career = CareerForm(deeds)
        self.files = FilesForm(deeds)
        self.parts: dict[str, Part] = {
            "names": self.texts, "facts": self.facts, "versions": self.versions, "rights": self.rights,
            "copies": self.copies, "credits": self.credits, "files": self.files,
            "festivals": self.career,
            "screenings": self.shows, "history": self.history,
        }  # fmt: skip
        self._edge = Line(upright=True, tone="line2")
        self._stack = QStackedWidget()
        self._section = "names"
        self._fresh: set[str] = set()
        self._heads: dict[str, SectionHead] = {}
        self._holders: list[QWidget] = []
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        bar = Panel("surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        left: tuple[QWidget, ...] = (self.back, self._edge, self.poster, self.title, self.others)
        right: tuple[QWidget, ...] = (self.errors, self.warnings, self.before, self.after, self.finish)
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        for part in right:
            row.addWidget(part)
        for button in (self.before, self.after):
            button.set_edged(True)
        self._bar, self._preview_line = bar, Line(upright=True)
        for key, form in self.parts.items():
            head = SectionHead() if key not in ("names", "facts") else None
            if head is not None:
                self._heads[key] = head
            area, holder = _framed(form, head)
            self._holders.append(holder)
            self._stack.addWidget(area)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sections)
        middle.addWidget(Line(upright=True))
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._preview_line)
        middle.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Line())
        column.addLayout(middle, 1)
        theme().themed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        self._bar.setFixedHeight(px(47))
        self._edge.setFixedHeight(px(20))
        for holder in self._holders:
            holder.setMaximumWidth(px(WIDEST_FORM))
        self._give_way()

    def _connect(self) -> None:
        self.back.clicked.connect(self.done)
        self.finish.clicked.connect(self.done)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        # The scroll area would take these keys for itself; a note keeps them.
        for keys, button in (
            ("PgUp", self.before), ("PgDown", self.after), ("Alt+PgUp", self.before), ("Alt+PgDown", self.after),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.sections.chosen.connect(self.open_section)
        self.names.judged.connect(self._judge)
        self.facts.opened.connect(self.opened)
        self.shows.followed.connect(self.shown)
        self.credits.opened.connect(self.agent)
        self.versions.opened.connect(self.agent)

    def retranslate(self) -> None:
        """Say the head again; sections and forms say theirs."""
        self.back.setText(pgettext("nav", "Catalogue"))
        self.finish.setText(_("Done"))
        self.finish.setToolTip(keys_shown("Escape"))
        self.before.set_name(_("Previous title"), keys_shown("PgUp"))
        self.after.set_name(_("Next title"), keys_shown("PgDown"))
        for key, head in self._heads.items():
            head.tell(pgettext(*SECTIONS[key][0]))
        self._judge()

    def show_record(self, record: WorkRecord, *, before: bool = True, after: bool = True) -> None:
        """Show a title; `before` and `after` say whether there is another one in that direction."""
        self.record = record
        self.poster.set_title(record.id)
        self.title.setText(record.face.title or UNKNOWN)
        others = dict.fromkeys(name.text for name in record.names if name.text != record.face.title)
        self.others.setText("   ".join(list(others)[:3]))
        self.before.setEnabled(before)
        self.after.setEnabled(after)
        self._fresh.clear()
        for counting in ("names", "files"):  # they count what they show
            self._fill(counting)
        self._fill(self._section)
        self.preview.show_record(record)
        self._judge()

    def _fill(self, key: str) -> None:
        """Hand the record to the section that is seen, once."""
        if self.record is None or key in self._fresh:
            return
        self._fresh.add(key)
        part = self.parts[key]
        if isinstance(part, HistoryList):
            part.show_past(self._remember(self.record.id))
        part.show_record(self.record)

    def open_section(self, key: str) -> None:
        """Show one section."""
        self._section = key
        self.sections.set_current(key)
        self._stack.setCurrentIndex(list(self.parts).index(key))
        self._fill(key)

    def focus(self, section: str, code: str = "") -> None:
        """Open a section and go to its first field, or to the name in a language."""
        self.open_section(section)
        if code and section == "names":
            self.names.focus_language(code)
        elif section == "names" and self.record is not None and self.names.rows:
            self.names.rows[self.record.names[0].id].field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.sections.focus_current()
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own

    # What cannot be kept

    def faulty_fields(self) -> list[ReadField]:
        """Fields whose text cannot be read."""
        forms = (part for part in self.parts.values() if isinstance(part, Readable))
        fields = [field for form in forms for field in form.fields()]
        return [field for field in fields if field.problem is not None]

    def error_count(self) -> int:
        """How much is wrong, kept or not."""
        return self.names.errors() + len(self.faulty_fields())

    def unkept(self) -> int:
        """How much typed text could not be kept."""
        return self.names.unkept() + len(self.faulty_fields())

    def regions(self) -> list[QWidget]:
        """Parts that F6 goes through."""
        return [self._bar, self.sections, self._stack]

    def drop_unkept(self) -> None:
        """Give up what could not be kept."""
        self.names.drop_typing()
        for field in self.faulty_fields():
            field.drop()
        self._judge()

    def repair(self) -> bool:
        """Carry out the first repair that is offered."""
        return self.names.repair()

    def status(self) -> str:
        """What is shown, for the status bar."""
        if self.record is None:
            return ""
        parts = [ngettext("{n} name", "{n} names", len(self.record.names))]
        if self.error_count():
            parts.append(ngettext("{n} error", "{n} errors", self.error_count()))
        if self.names.warnings():
            parts.append(ngettext("{n} to check", "{n} to check", self.names.warnings()))
        return ", ".join(parts)

    def _judge(self) -> None:
        errors, warnings = self.error_count(), self.names.warnings()
        self.errors.set_status(INVALID_LOOK, ngettext("{n} error", "{n} errors", errors))
        self.errors.setVisible(errors > 0)
        self.warnings.set_status(WARNING, ngettext("{n} to check", "{n} to check", warnings))
        self.warnings.setVisible(warnings > 0)
        if self.record is not None:
            record = self.record
            counts = {
                "names": len(record.names), "versions": len(record.versions), "rights": len(record.rights),
                "copies": len(record.copies), "credits": len(record.credits), "files": self.files.count(),
                "screenings": len(record.shows),
                "festivals": self._deeds.read(career_count, record.id),
            }  # fmt: skip
            wrong = {
                key: sum(field.problem is not None for field in part.fields())
                for key, part in self.parts.items()
                if isinstance(part, Readable)
            }
            self.sections.show_counts(counts, {**wrong, "names": wrong["names"] + self.names.errors()})
        self.judged.emit()

    # Keys and size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Leave the form the width it wants."""
        px, wide = theme().px, self.width()
        roomy = wide >= px(ROOMY_FROM)
        self.sections.setFixedWidth(px(196 if roomy else 180))
        self.preview.setFixedWidth(px(330 if roomy else 280))
        self.preview.setVisible(wide >= px(PREVIEW_FROM))
        self._preview_line.setVisible(wide >= px(PREVIEW_FROM))


def _framed(part: QWidget, head: SectionHead | None) -> tuple[QScrollArea, QWidget]:
    """A form in a scroll area, under a heading unless it has one of its own; and what holds its width."""
    ground = Panel("surface")
    inner = QVBoxLayout()
    inner.setSpacing(10)
    if head is not None:
        inner.addWidget(head)
    inner.addWidget(part)
    inner.addStretch(1)
    holder = QWidget()
    holder.setLayout(inner)
    row = QHBoxLayout(ground)
    row.setContentsMargins(24, 18, 16, 24)
    row.addWidget(holder, 1)
    row.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(ground)
    return area, holder
