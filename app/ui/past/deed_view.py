"""What one step did, field by field, with the way back of each: for the history of a title and of the library."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.active import _, say, tr
from app.i18n.field_words import FIELDS, field_word, record_word, row_words, value_words
from app.store.history import Past
from app.store.journal import Change
from app.store.past_changes import Deed
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.safe import SafeLabel

MOST = 60
"""Changes of one step that are told one by one."""

QUIET = frozenset({"position", "sample", "reading_auto"})


class Restored(NamedTuple):
    """What shall be brought back: a field of a row to a value, or a deleted row ('' for the field)."""

    step: int
    table: str
    row: int
    field: str
    value: object


class Said(NamedTuple):
    """A line of a deed: what, before, after, and what can be brought back."""

    what: str
    before: str
    after: str
    back: Restored | None


class DeedView(QWidget):
    """The lines of a deed. `restored` carries what one wants back."""

    restored = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 6)
        self._column.setSpacing(4)
        self.links: list[LinkButton] = []

    def show_deed(self, deed: Deed) -> None:
        """Build the lines."""
        said = list(lines(deed))
        for line in said[:MOST]:
            self._column.addWidget(self._line(line))
        if len(said) > MOST:
            more = tr().plural("and {n} more change", "and {n} more changes", len(said) - MOST)
            self._column.addWidget(SafeLabel(more, "small", "text2"))
        if not said:
            self._column.addWidget(SafeLabel(_("Only the order changed."), "small", "text2", wrap=True))

    def _line(self, line: Said) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        if line.what not in (line.before, line.after):  # a record that nothing else tells apart is named once
            words.addWidget(SafeLabel(line.what, "small", "text2", wrap=True))
        words.addWidget(SafeLabel(_between(line), wrap=True))
        row.addLayout(words, 1)
        if line.back is not None:
            link = LinkButton(_("Bring back"), role="small")
            link.setAccessibleName(_("Bring back: {what} {value}", what=line.what, value=line.before))
            link.clicked.connect(lambda _on=False, back=line.back: self.restored.emit(back))
            self.links.append(link)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return whole


def step_words(past: Past) -> str:
    """What a step is called in a history: an undo says what it took back."""
    words = say(past.label)
    return _("Undone: {step}", step=words) if past.undoes is not None else words


def _between(line: Said) -> str:
    if not line.before:
        return _("added: {value}", value=line.after)
    if not line.after:
        return _("removed: {value}", value=line.before)
    return f"{line.before} → {line.after}"


def lines(deed: Deed) -> Iterator[Said]:
    """What a deed did: one line for each changed field, one for each record that came or went."""
    for change in deed.changes:
        word = record_word(tr(), change.table)
        if change.before is not None and change.after is not None:
            yield from _fields(deed.past.step, change, word)
        elif change.after is not None:
            yield Said(word, "", row_words(tr(), change.after) or word, None)
        elif change.before is not None:
            back = Restored(deed.past.step, change.table, change.key, "", None)
            yield Said(word, row_words(tr(), change.before) or word, "", back)


def _fields(step: int, change: Change, word: str) -> Iterator[Said]:
    assert change.before is not None
    assert change.after is not None
    for field in change.after:
        if field in QUIET or field not in FIELDS:
            continue
        before, after = (value_words(tr(), field, side.get(field)) for side in (change.before, change.after))
        back = Restored(step, change.table, change.key, field, change.before.get(field))
        yield Said(f"{word}: {field_word(tr(), field)}", before, after, back)
