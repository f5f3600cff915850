"""Two records side by side, fact by fact: where they differ one chooses, and reads what they become."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from app.domain.merging import FACTS, Difference, Side
from app.i18n import formats, labels
from app.i18n.active import _, language, ngettext, tr
from app.i18n.labels import context
from app.store.work_records import WorkRecord
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.choice import Radio
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel

_NONE = "–"

FACT_WORDS = {
    "kind": context("field", "Kind"),
    "year": context("field", "Year"),
    "runtime": context("field", "Runtime"),
    "episodes": context("field", "Episodes"),
    "age_mark": context("field", "Age mark"),
    "co_production": context("field", "Co-production"),
    "confidence": context("field", "Confidence"),
}


class Row(NamedTuple):
    """A line of the comparison. `choice` is the fact one may choose for, '' where nothing is to be chosen."""

    word: str
    keep: str
    gone: str
    after: str
    choice: str = ""


class Comparison(Translated, QWidget):
    """`keep` stays, `gone` goes. `opened` carries the title whose record is wanted."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.keep: WorkRecord | None = None
        self.gone: WorkRecord | None = None
        self._sides: dict[str, Side] = {}
        self.radios: dict[tuple[str, Side], Radio] = {}
        self._after: dict[str, SafeLabel] = {}
        self._groups: list[QButtonGroup] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    def show_both(self, keep: WorkRecord | None, gone: WorkRecord | None) -> None:
        """Compare these two."""
        self.keep, self.gone = keep, gone
        self._sides = {}
        self.retranslate()

    def swap(self) -> None:
        """Let the other one stay. What was chosen stays chosen."""
        turned = {Side.KEEP: Side.GONE, Side.GONE: Side.KEEP}
        self._sides = {fact: turned[side] for fact, side in self._sides.items()}
        self.keep, self.gone = self.gone, self.keep
        self.retranslate()

    def choices(self) -> dict[str, Side]:
        """Whose value of a fact stays, where both differ."""
        return {one.fact: self._side(one) for one in self._differences()}

    def retranslate(self) -> None:
        """Build the table anew in the language of the interface."""
        old, self._body = self._body, QWidget()
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self.radios, self._after, self._groups = {}, {}, []
        if self.keep is None or self.gone is None:
            return
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 110)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)
        self._heads(grid, self.keep, self.gone)
        for row in self._rows(self.keep, self.gone):
            self._add(grid, row)

    def _heads(self, grid: QGridLayout, keep: WorkRecord, gone: WorkRecord) -> None:
        for column, words in enumerate((_("Stays"), _("Goes"), _("After merging")), 1):
            grid.addWidget(SafeLabel(words, "label_strong", "text2"), 0, column)
        for column, record in enumerate((keep, gone), 1):
            link = LinkButton(_("Number {number}", number=record.id))
            link.clicked.connect(lambda _on=False, work=record.id: self.opened.emit(work))
            grid.addWidget(link, 1, column)
        grid.addWidget(Line(), 2, 0, 1, 4)

    def _add(self, grid: QGridLayout, row: Row) -> None:
        place = grid.rowCount()
        grid.addWidget(SafeLabel(row.word, tone="text2", wrap=True), place, 0)
        if row.choice:
            self._choice(grid, row, place)
        else:
            tone = "text" if row.keep != row.gone else "text2"
            grid.addWidget(SafeLabel(row.keep, tone=tone, wrap=True), place, 1)
            grid.addWidget(SafeLabel(row.gone, tone=tone, wrap=True), place, 2)
        ground = Panel("raised")
        after = SafeLabel(row.after, "strong", wrap=True)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(8, 4, 8, 4)
        inside.addWidget(after)
        self._after[row.choice] = after
        grid.addWidget(ground, place, 3)

    def _choice(self, grid: QGridLayout, row: Row, place: int) -> None:
        group = QButtonGroup(self._body)
        self._groups.append(group)
        one = next(one for one in self._differences() if one.fact == row.choice)
        for column, (side, words) in enumerate(((Side.KEEP, row.keep), (Side.GONE, row.gone)), 1):
            radio = Radio(words)
            radio.setChecked(self._side(one) is side)
            radio.setAccessibleName(f"{row.word}: {words}")
            radio.clicked.connect(lambda _on=False, fact=row.choice, side=side: self._choose(fact, side))
            group.addButton(radio)
            self.radios[row.choice, side] = radio
            grid.addWidget(radio, place, column)

    def _choose(self, fact: str, side: Side) -> None:
        self._sides[fact] = side
        self._after[fact].setText(self.radios[fact, side].text())

    def _side(self, one: Difference) -> Side:
        return self._sides.get(one.fact, one.proposed)

    def _differences(self) -> list[Difference]:
        assert self.keep is not None
        assert self.gone is not None
        keep, gone = self.keep.facts._asdict(), self.gone.facts._asdict()
        return [Difference(f, keep[f], gone[f]) for f in FACTS if f in FACT_WORDS and keep[f] != gone[f]]

    # What the lines say

    def _rows(self, keep: WorkRecord, gone: WorkRecord) -> Iterable[Row]:
        yield _listed(_("Names"), keep, gone, _names)
        for fact, word in FACT_WORDS.items():
            one, other = getattr(keep.facts, fact), getattr(gone.facts, fact)
            said, differs = (_value(fact, one), _value(fact, other)), one != other
            if said == (_NONE, _NONE):
                continue
            side = self._side(Difference(fact, one, other)) if differs else Side.KEEP
            yield Row(tr().context(*word), *said, said[0] if side is Side.KEEP else said[1], fact if differs else "")
        yield _listed(_("Countries"), keep, gone, _countries)
        yield _listed(_("Versions"), keep, gone, _versions)
        yield _listed(_("Credits"), keep, gone, _credits)
        yield _counted(_("Rights"), len(keep.rights), len(gone.rights))
        yield _counted(_("Copies"), len(keep.copies), len(gone.copies))
        yield _counted(_("Screenings"), len(keep.shows), len(gone.shows))
        yield _listed(_("Slates"), keep, gone, _slates)


def _value(fact: str, value: Any) -> str:
    match fact:
        case "kind":
            return labels.work_kind(tr(), value)
        case "confidence":
            return labels.confidence(tr(), value)
        case "runtime":
            return formats.minutes(language(), value) if value else _NONE
        case "co_production":
            return _("Yes") if value else _("No")
    return str(value) if value else _NONE


def _listed(word: str, keep: WorkRecord, gone: WorkRecord, say: Callable[[WorkRecord], list[str]]) -> Row:
    one, other = say(keep), say(gone)
    after = list(dict.fromkeys((*one, *other)))
    return Row(word, "\n".join(one) or _NONE, "\n".join(other) or _NONE, "\n".join(after) or _NONE)


def _counted(word: str, one: int, other: int) -> Row:
    first, second = (formats.number(language(), n) if n else _NONE for n in (one, other))
    most = one + other
    return Row(
        word, first, second, ngettext("{n} at most", "{n} at most", most) if one and other else str(most or _NONE)
    )


def _names(record: WorkRecord) -> list[str]:
    return [f"{name.text} ({formats.language_code(language(), name.language)})" for name in record.names]


def _countries(record: WorkRecord) -> list[str]:
    return [formats.country(language(), code) for code in record.countries]


def _versions(record: WorkRecord) -> list[str]:
    return [labels.version_chip(tr(), version.mode, [version.language]) for version in record.versions]


def _credits(record: WorkRecord) -> list[str]:
    return [f"{labels.role(tr(), credit.role)}: {credit.name}" for credit in record.credits]


def _slates(record: WorkRecord) -> list[str]:
    return [slate.names.shown(language()) for slate in record.slates]
