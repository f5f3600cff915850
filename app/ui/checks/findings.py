"""The findings by check: the checks at the left with how many they found, their titles at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.data_check import CHECKS
from app.domain.found import Code, Found
from app.domain.screenings import Severity
from app.i18n import formats
from app.i18n.active import _, language, tr
from app.i18n.check_words import check_reason, check_title, found_words, repair_verb
from app.ui.checks.gathering import Gathering
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.lines import Line as Hairline
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.two_lines import Line, TwoLines
from app.ui.works.wording import UNKNOWN

LOOKS = {
    Severity.ERROR: ("octagon-alert", "red"),
    Severity.WARNING: ("triangle-alert", "amber"),
    Severity.WISH: ("info", "text2"),
}
CHECKS_WIDE = 400


class Findings(Translated, QWidget):
    """`opened` carries a finding whose place in the editor is wanted, `repaired` and `left` findings."""

    opened = Signal(object)
    repaired = Signal(object)
    left = Signal(object)

    def __init__(self, gathering: Gathering) -> None:
        super().__init__()
        self._gathering = gathering
        self._titles = gathering.titles(set(), language())
        self._was = 0
        self.groups = TwoLines(self._group_line)
        self.rows = TwoLines(self._row_line, several=True)
        self.title, self.reason = SafeLabel(role="section"), SafeLabel(tone="text2", wrap=True)
        self.repair_all = Button(icon="check", kind=Kind.PRIMARY)
        self.repair, self.open = Button(icon="check"), Button(icon="pencil")
        self.leave = Button(kind=Kind.GHOST)
        self._lay_out()
        self.groups.picked.connect(self._show_group)
        self.groups.opened.connect(lambda _row: self.rows.setFocus(Qt.FocusReason.OtherFocusReason))
        self.rows.opened.connect(lambda row: self.opened.emit(self.rows.lines.values[row]))
        self.rows.selectionModel().selectionChanged.connect(self._tell_buttons)
        self.open.clicked.connect(self._open)
        self.repair.clicked.connect(self.repair_chosen)
        self.repair_all.clicked.connect(lambda: self.repaired.emit(list(self.rows.lines.values)))
        self.leave.clicked.connect(lambda: self.left.emit(self.rows.chosen()))
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 16, 12)
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        head.addLayout(words, 1)
        head.addWidget(self.repair_all, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 9, 16, 9)
        foot.setSpacing(8)
        for button in (self.open, self.repair, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(Hairline())
        right.addWidget(self.rows, 1)
        right.addWidget(Hairline())
        right.addLayout(foot)
        ground = Panel("panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.groups)
        self._ground = ground
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ground)
        whole.addWidget(Hairline(upright=True))
        whole.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground.setFixedWidth(min(theme().px(CHECKS_WIDE), self.width() * 2 // 5))

    def retranslate(self) -> None:
        """Say the words again."""
        self.groups.setAccessibleName(_("Checks"))
        self.open.setText(_("Open in the editor"))
        self.open.setToolTip(keys_shown("Return"))
        self.leave.setText(_("Leave as it is"))
        self._titles = {}
        self._say_group()
        self.groups.viewport().update()

    def show_found(self) -> None:
        """Show what was gathered; the check and the title that were looked at stay, as far as they are there."""
        code = self.code()
        groups = self._gathering.groups()
        self._titles = {}
        self.groups.lines.show(groups)
        near = min(self._was, len(groups) - 1)
        place = next((row for row, group in enumerate(groups) if group[0] is code), near)
        if groups:
            self.groups.choose(place)
        self._show_group(place)

    def code(self) -> Code | None:
        """The check that is looked at."""
        group = self.groups.value()
        return group[0] if group else None

    def look_at(self, code: Code) -> None:
        """Go to a check."""
        for row, group in enumerate(self.groups.lines.values):
            if group[0] is code:
                self.groups.choose(row)

    def repair_chosen(self) -> None:
        """Mend what is selected."""
        self.repaired.emit(self.rows.chosen())

    def _open(self) -> None:
        if self.rows.value() is not None:
            self.opened.emit(self.rows.value())

    def _show_group(self, row: int) -> None:
        if row >= 0:
            self._was = row
        code = self.code()
        self.rows.show_values(self._gathering.by_code.get(code, []) if code else [])
        self._say_group()

    def _say_group(self) -> None:
        code = self.code()
        mendable = [one for one in self.rows.lines.values if one.fix is not None]
        self.title.setText(check_title(tr(), code) if code else "")
        self.reason.setText(check_reason(tr(), code) if code else "")
        self.rows.setAccessibleName(self.title.text())
        self.repair_all.setVisible(bool(mendable))
        number = formats.number(language(), len(mendable))
        self.repair_all.setText(_("Repair all {number}", number=number) if len(mendable) > 1 else _("Repair it"))
        self.repair.setVisible(bool(mendable))
        self.repair.setText(repair_verb(tr(), mendable[0].fix.mend) if mendable else "")
        self.repair.setToolTip(keys_shown("Alt+Return"))
        self._tell_buttons()

    def _tell_buttons(self) -> None:
        chosen = self.rows.chosen()
        self.open.setEnabled(len(chosen) == 1)
        self.repair.setEnabled(any(one.fix for one in chosen))
        self.leave.setEnabled(bool(chosen))

    def _group_line(self, group: tuple[Code, int]) -> Line:
        code, number = group
        icon, tone = LOOKS[CHECKS[code].severity]
        return Line(check_title(tr(), code), "", formats.number(language(), number), icon, tone)

    def _row_line(self, found: Found) -> Line:
        if found.work not in self._titles:
            self._read_around(found)
        face = self._titles.get(found.work)
        title = (face.title if face else "") or UNKNOWN
        return Line(title, found_words(tr(), found) or (face.second if face else ""))

    def _read_around(self, found: Found) -> None:
        """Read the names of the titles near one that is to be painted: a hundred cost as much as one."""
        rows = self.rows.lines.values
        place = next((row for row, one in enumerate(rows) if one is found), 0)
        works = {one.work for one in rows[max(place - 20, 0) : place + 80]}
        self._titles |= self._gathering.titles(works - self._titles.keys(), language())
