"""Titles that look like one: the pairs at the left, both side by side at the right, and what they would become."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.likeness import Degree, Sign, keys
from app.domain.names import shown
from app.i18n import formats
from app.i18n.active import _, language
from app.store.duplicates import Pair
from app.store.work_records import WorkRecord, record
from app.store.work_rows import work_names
from app.ui.checks.comparison import Comparison
from app.ui.checks.deeds import CheckDeeds
from app.ui.checks.gathering import today
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.lines import Line as Hairline
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.two_lines import Line, TwoLines
from app.ui.works.wording import UNKNOWN
from app.ui.workspace import Workspace

SHARED = 4
"""Names in common that are told."""

PAIRS_WIDE = 330


class Doubles(Translated, QWidget):
    """`opened` carries a title whose record is wanted in the editor."""

    opened = Signal(int)

    def __init__(self, workspace: Workspace, deeds: CheckDeeds) -> None:
        super().__init__()
        self._workspace, self._deeds = workspace, deeds
        self._titles: dict[int, str] = {}
        self.pairs = TwoLines(self._pair_line)
        self.comparison = Comparison()
        self.title, self.why = SafeLabel(role="section", wrap=True), SafeLabel(tone="text2", wrap=True)
        self.merge, self.apart = Button(kind=Kind.PRIMARY), Button()
        self.swap, self.claims = Button(icon="refresh-cw"), CheckBox()
        self.claims.setChecked(True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_pair)
        self._lay_out()
        self.pairs.picked.connect(lambda _row: self._soon.start())
        self.pairs.opened.connect(lambda _row: self.merge.setFocus(Qt.FocusReason.OtherFocusReason))
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._tell_apart)
        self.swap.clicked.connect(self._swap)
        self.comparison.opened.connect(self.opened)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(18, 14, 16, 12)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.why)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = Panel("surface")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(18, 8, 16, 16)
        inside.addWidget(self.comparison)
        inside.addStretch(1)
        area.setWidget(ground)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 9, 16, 9)
        foot.setSpacing(8)
        foot.addWidget(self.swap)
        foot.addWidget(self.claims)
        foot.addStretch(1)
        foot.addWidget(self.apart)
        foot.addWidget(self.merge)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(Hairline())
        right.addWidget(area, 1)
        right.addWidget(Hairline())
        right.addLayout(foot)
        left = Panel("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pairs)
        left.setFixedWidth(theme().px(PAIRS_WIDE))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(Hairline(upright=True))
        whole.addLayout(right, 1)

    def regions(self) -> list[QWidget]:
        """Pairs, and the verbs below their comparison."""
        return [self.pairs, self.merge]

    def retranslate(self) -> None:
        """Say the words again."""
        self.pairs.setAccessibleName(_("Titles that look alike"))
        self.merge.setText(_("Merge into one"))
        self.apart.setText(_("They are different"))
        self.swap.setText(_("Keep the other record"))
        self.claims.setText(_("Keep replaced values as claims of another source"))
        self._titles = {}
        self._show_pair()
        self.pairs.viewport().update()

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs; the place in the list stays."""
        self._titles = {}
        self.pairs.show_values(pairs)

    def look_at(self, one: int, other: int) -> None:
        """Go to a pair."""
        wanted = {one, other}
        for row, pair in enumerate(self.pairs.lines.values):
            if {pair.one, pair.other} == wanted:
                self.pairs.choose(row)

    def _show_pair(self) -> None:
        pair: Pair | None = self.pairs.value()
        both = [self._read(work) for work in (pair.one, pair.other)] if pair else []
        keep, gone = (both[0], both[1]) if both else (None, None)
        self.comparison.show_both(keep, gone)
        for button in (self.merge, self.apart, self.swap, self.claims):
            button.setEnabled(keep is not None and gone is not None)
        self.title.setText(keep.face.title or UNKNOWN if keep else "")
        self.why.setText(_said(pair, keep) if pair else "")

    def _read(self, work: int) -> WorkRecord | None:
        return self._workspace.read(record, work, language(), today())

    def _swap(self) -> None:
        self.comparison.swap()
        kept = self.comparison.keep
        self.title.setText(kept.face.title if kept else "")

    def _merge(self) -> None:
        keep, gone = self.comparison.keep, self.comparison.gone
        if keep is not None and gone is not None:
            choices = self.comparison.choices()
            self._deeds.merge(keep.id, gone.id, choices, keep.face.title, claims=self.claims.isChecked())

    def _tell_apart(self) -> None:
        pair: Pair | None = self.pairs.value()
        if pair is not None:
            self._deeds.tell_apart(pair)

    def _pair_line(self, pair: Pair) -> Line:
        if pair.one not in self._titles:
            self._read_around(pair)
        one, other = self._titles.get(pair.one, UNKNOWN), self._titles.get(pair.other, UNKNOWN)
        sure = pair.match.degree >= Degree.SURE
        return Line(one, other, "", "copy" if sure else "circle-dashed", "amber" if sure else "text2")

    def _read_around(self, pair: Pair) -> None:
        rows: Sequence[Pair] = self.pairs.lines.values
        place = next((row for row, one in enumerate(rows) if one is pair), 0)
        works = {work for one in rows[max(place - 20, 0) : place + 80] for work in (one.one, one.other)}
        for work, own in self._workspace.read(work_names, works).items():
            face = shown(own, language())
            self._titles[work] = " · ".join(part for part in (face.title, face.second) if part) or UNKNOWN


def _said(pair: Pair, record: WorkRecord | None) -> str:
    """By what they are told to be one."""
    names = _shared_names(pair, record)
    match pair.match.sign:
        case Sign.NUMBER:
            return _("Both have the same number in another catalogue.")
        case Sign.NAME_AND_DIRECTOR:
            return _("They share a name and a director: {names}", names=names)
        case Sign.NAME_AND_YEAR:
            return _("They share a name and the year: {names}", names=names)
    return _("They share a name: {names}", names=names)


def _shared_names(pair: Pair, record: WorkRecord | None) -> str:
    """The names they have in common, as one of them writes them; the keys they are compared by are nobody's names."""
    every = dict.fromkeys(name.text for name in record.names) if record else {}
    own = [text for text in every if pair.match.shared & frozenset().union(*keys(text))]
    return formats.commas(language(), own[:SHARED])
