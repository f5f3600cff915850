"""The balance strip above the board: minutes, countries, languages, strands, parity, against their targets."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kinds_of_plans import TargetKind
from app.domain.slates import CO_PRODUCTION, Balance, Effect, Key, Measure, Parity
from app.i18n import formats, labels_of_plans
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.ui.slates.bars import Block, Minutes, Row
from app.ui.slates.desk import Desk
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.lines import Panel

TALL, FOLDED = 136, 44
LOW = 760
"""In lower windows only the minutes stay."""

LANGUAGE_ROWS = 4


class Strip(Translated, Panel):
    """Shows the balance of a slate, and while a change is imagined what would come of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk: Desk | None = None
        self._effect: Effect | None = None
        self.minutes = Minutes()
        self.countries, self.languages = Block(), Block(firm=True)
        self.strands, self.others = Block(columns=2), Block(firm=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.minutes)
        for block in self.blocks:
            row.addWidget(block)
        theme().themed.connect(self._measure)
        self._measure()

    def fold(self, *, folded: bool) -> None:
        """Give way to the board: only the minutes."""
        if folded == self.minutes.folded:
            return
        self.minutes.folded = folded
        for block in self.blocks:
            block.setVisible(not folded)
        self._measure()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All but the minutes."""
        return self.countries, self.languages, self.strands, self.others

    def show_desk(self, desk: Desk | None) -> None:
        """Show the balance of a slate."""
        self._desk, self._effect = desk, None
        self._tell()

    def imagine(self, effect: Effect | None) -> None:
        """Show what would come of a change; None shows what is."""
        if effect != self._effect:
            self._effect = effect
            self._tell()

    def retranslate(self) -> None:
        """Say the words again."""
        self._tell()

    def _tell(self) -> None:
        desk = self._desk
        if desk is None:
            return
        now = self._effect.before if self._effect else desk.slate.balance
        then = self._effect.after if self._effect else None
        shown = then or now
        titles = ngettext("{n} title", "{n} titles", shown.titles.total)
        if shown.titles.wanted is not None:
            titles = pgettext("slate", "{n} of {total} titles", n=shown.titles.total, total=shown.titles.wanted)
        self.minutes.tell(Row(pgettext("slate", "Minutes"), now.minutes, then.minutes if then else None), titles)
        self.countries.tell(_("Countries, titles"), self._rows(_keys(now.countries, then, "countries"), now, then))
        keys = [one.key for one in now.languages][:LANGUAGE_ROWS]
        self.languages.tell(_("Can be followed in, titles"), self._rows(keys, now, then))
        strands = [one.key for one in now.strands]
        self.strands.tell(_("Strands, titles"), self._rows(strands, now, then))
        self.strands.setVisible(bool(strands) and not self.minutes.folded)
        parity = (then or now).parity
        self.others.tell(_("Balance, titles"), self._rows([one.key for one in now.others], now, then),
                         parity_words(parity), "text2" if parity.wanted is None else
                         "green" if parity.reached else "amber")  # fmt: skip

    def _rows(self, keys: Iterable[Key], now: Balance, then: Balance | None) -> list[Row]:
        found = []
        for key in keys:
            here, there = now.measure(key), then.measure(key) if then else None
            if here is None and there is not None:
                here = Measure(key, 0, 0, there.wanted)
            if here is not None:
                strand = self._desk.strand_number(key.strand) if self._desk and key.strand is not None else -1
                found.append(Row(measure_name(key, self._desk), here, there, strand))
        return found

    def sizeHint(self) -> QSize:
        return QSize(800, theme().px(FOLDED if self.minutes.folded else TALL))

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(FOLDED if self.minutes.folded else TALL))


def _keys(measures: Iterable[Measure], then: Balance | None, group: str) -> list[Key]:
    found = [one.key for one in measures]
    if then is not None:
        found += [one.key for one in getattr(then, group) if one.key not in found]
    return found[:LANGUAGE_ROWS]


def measure_name(key: Key, desk: Desk | None) -> str:
    """Kazakhstan, Chinese, Panorama, Directed by women ..."""
    match key.kind:
        case TargetKind.COUNTRY if key.about == CO_PRODUCTION:
            return pgettext("slate", "Co-production")  # a short word: its bar stands beside it
        case TargetKind.COUNTRY:
            return formats.country(language(), key.about)
        case TargetKind.LANGUAGE:
            return formats.heading(formats.language_name(language(), key.about))
        case TargetKind.STRAND:
            return desk.strand_name(key.strand) if desk else ""
        case TargetKind.NEW:
            return pgettext("slate", "New")
        case TargetKind.WOMEN:
            return pgettext("slate", "By women")
    return labels_of_plans.target_kind(tr(), key.kind)


def parity_words(parity: Parity) -> str:
    """Chinese 4, Kazakh 6: even, or 2 more than wanted."""
    chinese, kazakh = parity.chinese.total, parity.kazakh.total
    if not parity.difference:
        return _("Chinese {chinese}, Kazakh {kazakh}: even", chinese=chinese, kazakh=kazakh)
    apart = abs(parity.difference)
    fields = {"chinese": chinese, "kazakh": kazakh}
    if parity.difference > 0:
        return _("Chinese {chinese}, Kazakh {kazakh}: {n} more Chinese", n=apart, **fields)
    return _("Chinese {chinese}, Kazakh {kazakh}: {n} more Kazakh", n=apart, **fields)
