"""The facts of a title in a slate, as fields; of several titles those they can share."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds import Premiere, SlateState
from app.domain.kinds_of_plans import AudienceKind, Occasion
from app.domain.money import read_money
from app.errors import UserError
from app.i18n import formats, labels, labels_of_plans, labels_of_records
from app.i18n.active import _, language
from app.operations.slates import (
    EXPECTED_WRONG,
    LONGEST_TAIL,
    MOST_EXPECTED,
    MOST_SHOWINGS,
    SHOWINGS_WRONG,
    TAIL_WRONG,
)  # fmt: skip
from app.store.slate_rows import EntryRow
from app.ui.slates.desk import Desk
from app.ui.slates.edits import Edits
from app.ui.translated import Translated
from app.ui.widgets.fields import Field, Note
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.works.cards import version_word
from app.ui.works.form_parts import ReadField, focus_first, whole
from app.ui.works.record_fields import Around, Entry, LongText, Pick, Read, Spec, Text, values
from app.words import N_

NARROW, MIDDLE, WIDE = 88, 138, 292


def _shows(text: str) -> int:
    found = whole(1, MOST_SHOWINGS, SHOWINGS_WRONG, most=MOST_SHOWINGS)(text)
    if found is None:
        raise UserError(SHOWINGS_WRONG, most=MOST_SHOWINGS)
    return found


def _tail(text: str) -> int:
    return whole(0, LONGEST_TAIL, TAIL_WRONG, most=LONGEST_TAIL)(text) or 0


def _fee(text: str) -> int | None:
    found = read_money(text)
    return found.hundredths if found else None


def _versions(around: Around) -> Sequence[tuple[Any, str]]:
    entry = cast("EntryRow", around.line)
    return [(None, _("Any version")), *((line.id, version_word(cast("Any", line))) for line in entry.versions)]


def _strands(around: Around) -> Sequence[tuple[Any, str]]:
    desk = cast("Desk", around.record)
    return [(None, _("Without a strand")), *((strand, desk.strand_name(strand)) for strand in desk.strands)]


def _declined(entry: Any) -> bool:
    return cast("EntryRow", entry).state is SlateState.DECLINED


SHARED: tuple[Spec, ...] = (
    Pick(name="state", label=N_("Column"), wide=MIDDLE, choices=values(SlateState, labels.slate_state)),
    Pick(name="strand_id", label=N_("Strand"), wide=MIDDLE, choices=_strands, get=lambda entry: entry.strand),
    Read(name="showings", label=N_("Showings"), wide=NARROW, read=_shows),
    Read(name="intro", label=N_("Introduction, min"), wide=NARROW, read=_tail),
    Read(name="qa", label=N_("Q&A, min"), wide=NARROW, read=_tail),
    Pick(name="audience_kind", label=N_("Audience"), wide=MIDDLE,
         choices=values(AudienceKind, labels_of_plans.audience_kind)),
    Pick(name="occasion", label=N_("Occasion"), wide=MIDDLE, choices=values(Occasion, labels_of_plans.occasion)),
    Pick(name="premiere", label=N_("Premiere"), wide=WIDE, choices=values(Premiere, labels_of_records.premiere)),
)  # fmt: skip
"""What several titles may be given at once."""

OWN: tuple[Spec, ...] = (
    Pick(name="version_id", label=N_("Version to show"), wide=WIDE, choices=_versions, get=lambda entry: entry.version),
    Read(name="expected", label=N_("Audience expected"), wide=MIDDLE,
         read=whole(0, MOST_EXPECTED, EXPECTED_WRONG, most=MOST_EXPECTED)),
    Read(name="fee", label=N_("Fee for one show"), wide=MIDDLE, read=_fee,
         write=lambda hundredths: formats.number(language(), hundredths / 100)),
    Text(name="reason", label=N_("Reason"), wide=WIDE, shown=_declined),
    LongText(name="note", label=N_("Note"), wide=WIDE, lines=2),
)  # fmt: skip


class EntryForm(Translated, QWidget):
    """The fields. What is entered is changed at once."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits
        self._desk: Desk | None = None
        self._shown: tuple[EntryRow, ...] = ()
        self.entries: dict[str, Entry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=10, line_gap=9, top=True)
        fields = QWidget()
        fields.setLayout(flow)
        column.addWidget(fields)
        for spec in (*SHARED, *OWN):
            entry = self.entries[spec.name] = spec.make()
            entry.change = self._change
            flow.addWidget(entry.labelled)
            if isinstance(entry.part, Field | Note):
                entry.part.textChanged.connect(lambda *_text, name=spec.name: self._typed(name))
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels and choices again."""
        for entry in self.entries.values():
            entry.say()

    def show_entries(self, desk: Desk, entries: Sequence[EntryRow]) -> None:
        """Show the facts of one title, or those several share (the first one's)."""
        other = [entry.id for entry in self._shown] != [entry.id for entry in entries]
        self._desk, self._shown = desk, tuple(entries)
        around = Around(cast("Any", desk), entries[0], self._edits.workspace.read)
        for spec in (*SHARED, *OWN):
            entry = self.entries[spec.name]
            if other:
                self._leave(entry)
            entry.show(around)
            if spec in OWN and not (spec.shown and not spec.shown(entries[0])):
                entry.labelled.setVisible(len(entries) == 1)
            self._put_back(spec.name)

    def enter(self, field: str) -> None:
        """Go to a field."""
        focus_first(self.entries[field or "state"].part)

    # What is being typed

    @property
    def _one(self) -> EntryRow | None:
        return self._shown[0] if len(self._shown) == 1 and self._desk is not None else None

    def _leave(self, entry: Entry) -> None:
        """What cannot be read is not carried over to another title; its draft waits with its own."""
        if isinstance(entry.part, ReadField) and entry.part.problem is not None:
            entry.part.drop()

    def _typed(self, name: str) -> None:
        """Keep what stands in a field as a draft until it is handed over."""
        one, part = self._one, self.entries[name].part
        if one is None or self._desk is None or not isinstance(part, Field | Note) or not part.hasFocus():
            return
        if part.pending:
            self._edits.unsaved.note(self._desk.slate.programme.id, one, name, part.typing)
        else:
            self._edits.unsaved.forget(self._desk.slate.programme.id, one, name)

    def _put_back(self, name: str) -> None:
        """Show a draft in its field again, to be looked at and kept."""
        one, entry = self._one, self.entries[name]
        part = entry.part
        if one is None or self._desk is None or not isinstance(part, Field | Note) or part.hasFocus():
            return
        text = self._edits.unsaved.text(self._desk.slate.programme.id, one, name)
        if text is None or text == part.typing:
            return
        if isinstance(part, Field):
            part.setText(text)
            part.setModified(True)
        else:
            part.setPlainText(text)
            part.document().setModified(True)

    def _change(self, **facts: Any) -> None:
        entries = self._shown
        for name in facts:
            if self._one is not None and self._desk is not None:
                self._edits.unsaved.forget(self._desk.slate.programme.id, self._one, name)
        if "state" in facts:
            if not self._edits.move(entries, facts["state"]) and self._desk is not None:
                self.show_entries(self._desk, entries)
        elif not self._edits.change(entries, **facts) and self._desk is not None:
            self.show_entries(self._desk, entries)
