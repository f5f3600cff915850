"""The targets of a slate: how many minutes and titles are wanted, and of what."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.kinds import LANGUAGES
from app.domain.kinds_of_plans import TargetKind
from app.domain.slates import CO_PRODUCTION
from app.i18n import formats
from app.i18n.active import _, language
from app.operations.strands import MOST_WANTED, TARGET_WRONG, StrandSpec, TargetSpec
from app.store.slate_rows import TargetRow
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.safe import SafeLabel
from app.ui.works.form_parts import ReadField, whole

Key = tuple[TargetKind, str]
FIXED: tuple[Key, ...] = (
    (TargetKind.MINUTES, ""), (TargetKind.TITLES, ""), (TargetKind.COUNTRY, "KZ"), (TargetKind.COUNTRY, "CN"),
    (TargetKind.COUNTRY, CO_PRODUCTION), *((TargetKind.LANGUAGE, code) for code in LANGUAGES), (TargetKind.NEW, ""),
    (TargetKind.WOMEN, ""), (TargetKind.PREMIERE, ""), (TargetKind.PARITY, ""),
)  # fmt: skip
ACROSS = 2
FIELD = 76
K = TypeVar("K")


class TargetsField(Translated, QWidget):
    """A number for each; empty asks for nothing."""

    def __init__(self, rows: Sequence[TargetRow], sections: Sequence[int]) -> None:
        super().__init__()
        wanted = {(row.kind, row.about): row.wanted for row in rows if row.strand is None}
        self._keys = tuple(dict.fromkeys((*FIXED, *wanted)))
        self.fields: dict[Key, ReadField] = {key: _field(wanted.get(key)) for key in self._keys}
        self._labels = {key: SafeLabel(tone="text2", wrap=True) for key in self._keys}
        of_strands = {row.strand: row.wanted for row in rows if row.strand is not None}
        self.of_strands: dict[int, ReadField] = {n: _field(of_strands.get(number)) for n, number in enumerate(sections)}
        self._names = {n: SafeLabel(tone="text2", wrap=True) for n in self.of_strands}
        self.hint = SafeLabel(role="small", tone="text2", wrap=True)
        self._strand_head = SafeLabel(role="strong")
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for place, key in enumerate(self._keys):
            _put(grid, place, self._labels[key], self.fields[key])
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        for n, field in self.of_strands.items():
            _put(self._grid, n, self._names[n], field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.hint)
        column.addLayout(grid)
        column.addWidget(self._strand_head)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.hint.setText(_("Leave empty what need not be measured. Parity is the largest difference accepted."))
        self._strand_head.setText(_("Titles of each strand"))
        self._strand_head.setVisible(bool(self.of_strands))
        for key in self._keys:
            self._labels[key].setText(target_name(*key))
            self.fields[key].setAccessibleName(target_name(*key))

    def name_strands(self, specs: Sequence[StrandSpec]) -> None:
        """Say the strands as they are named in the form, also those that are new."""
        for n, spec in enumerate(specs):
            if n not in self.of_strands:
                self.of_strands[n], self._names[n] = _field(None), SafeLabel(tone="text2", wrap=True)
                _put(self._grid, n, self._names[n], self.of_strands[n])
            self._names[n].setText(spec.names.shown(language()))
            self.of_strands[n].setAccessibleName(spec.names.shown(language()))
        for n, field in self.of_strands.items():
            for part in (field, self._names[n]):
                part.setVisible(n < len(specs))
        self._strand_head.setVisible(bool(specs))

    def wrong(self) -> ReadField | None:
        """A field that cannot be read."""
        fields = (*self.fields.values(), *self.of_strands.values())
        return next((field for field in fields if _number(field) is None and field.text().strip()), None)

    def specs(self, strands: int) -> tuple[TargetSpec, ...]:
        """What was filled in, for so many strands."""
        found = [TargetSpec(kind, number, about) for (kind, about), number in self._numbers(self.fields).items()]
        own = self._numbers(self.of_strands)
        found += [TargetSpec(TargetKind.STRAND, number, "", n) for n, number in own.items() if n < strands]
        return tuple(found)

    def _numbers(self, fields: Mapping[K, ReadField]) -> dict[K, int]:
        return {key: number for key, field in fields.items() if (number := _number(field)) is not None}


def target_name(kind: TargetKind, about: str) -> str:
    """Minutes, Titles of Kazakhstan, To be followed in Kazakh ..."""
    match kind:
        case TargetKind.COUNTRY if about == CO_PRODUCTION:
            return _("Co-productions")
        case TargetKind.COUNTRY:
            return formats.country(language(), about)
        case TargetKind.LANGUAGE:
            return _("Can be followed in {language}", language=formats.language_name(language(), about))
        case TargetKind.MINUTES:
            return _("Minutes")
        case TargetKind.TITLES:
            return _("Titles")
        case TargetKind.NEW:
            return _("New titles")
        case TargetKind.WOMEN:
            return _("Directed by women")
        case TargetKind.PREMIERE:
            return _("Premieres")
    return _("Parity of Chinese and Kazakh titles")


def _field(value: int | None) -> ReadField:
    field = ReadField(whole(0, MOST_WANTED, TARGET_WRONG, most=MOST_WANTED))
    field.setFixedWidth(theme().px(FIELD))
    field.show_read(value)
    return field


def _number(field: ReadField) -> int | None:
    text = field.text().strip()
    return int(text) if text.isdecimal() and int(text) <= MOST_WANTED else None


def _put(grid: QGridLayout, place: int, label: SafeLabel, field: ReadField) -> None:
    row, column = divmod(place, ACROSS)
    grid.addWidget(label, row, 2 * column)
    grid.addWidget(field, row, 2 * column + 1)
    grid.setColumnStretch(2 * column, 1)
