"""What an import would do, in numbers, and what can be wished of it: duplicates, and where screenings go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.names import FourNames
from app.i18n import formats, labels
from app.i18n.active import _, language, ngettext, tr
from app.operations.imports import Fate, OnDuplicate, Plan
from app.ui.imports.flow import Planned
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.section import SectionHead

WIDE = 300
LONGEST_FIGURE = 10
ZONES = ("Asia/Almaty", "Asia/Shanghai", "Asia/Urumqi", "Europe/Moscow")


class CheckPanel(Translated, QScrollArea):
    """The left side of the page that checks. `changed` when something else is wished."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._planned: Planned | None = None
        self._programmes: Sequence[tuple[int, FourNames]] = ()
        self._numbers = QGridLayout()
        self._head, self._wishes = SectionHead(), SectionHead()
        self.on_duplicate, self.programme, self.zone, self.name = Combo(), Combo(), Combo(), Field()
        self._labels = {
            key: SafeLabel(role="small", tone="text2", wrap=True) for key in ("dup", "programme", "name", "zone")
        }
        self._line = Line()
        self._lay_out()
        for combo in (self.on_duplicate, self.programme, self.zone):
            combo.activated.connect(lambda _place: self._wished())
        self.name.committed.connect(lambda _text: self.changed.emit())
        theme().themed.connect(self._measure)
        self.retranslate()

    def _lay_out(self) -> None:
        px = theme().px
        ground = Panel("surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(px(18), px(14), px(14), px(14))
        column.setSpacing(px(4))
        column.addWidget(self._head)
        self._numbers.setVerticalSpacing(px(6))
        self._numbers.setColumnStretch(0, 1)
        column.addLayout(self._numbers)
        column.addSpacing(px(10))
        column.addWidget(self._line)
        column.addSpacing(px(6))
        column.addWidget(self._wishes)
        fields = {"dup": self.on_duplicate, "programme": self.programme, "name": self.name, "zone": self.zone}
        for key, field in fields.items():
            self._labels[key].setBuddy(field)
            column.addWidget(self._labels[key])
            column.addWidget(field)
            column.addSpacing(px(6))
        column.addStretch(1)
        self.setWidget(ground)
        self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(theme().px(WIDE))

    def show_plan(self, planned: Planned, programmes: Sequence[tuple[int, FourNames]]) -> None:
        """Show what a plan comes to."""
        fresh = self._planned is None or self._planned.seen.path != planned.seen.path
        self._planned, self._programmes = planned, programmes
        if fresh:
            self.name.show_value(planned.seen.path.stem)
        chosen = planned.plan.choices
        self._fill(chosen.on_duplicate, chosen.programme, chosen.zone)
        self.retranslate()

    def _fill(self, duplicate: OnDuplicate, programme: int | None, zone: str) -> None:
        chosen = {self.on_duplicate: duplicate, self.programme: programme or 0, self.zone: zone}
        for combo, values in (
            (self.on_duplicate, list(OnDuplicate)),
            (self.programme, [0, *(key for key, _names in self._programmes)]),
            (self.zone, list(ZONES)),
        ):
            combo.clear()
            for value in values:
                combo.addItem("", value)
            combo.setCurrentIndex(max(combo.findData(chosen[combo]), 0))

    def retranslate(self) -> None:
        """Say the words."""
        self._head.tell(_("What would happen"))
        self._wishes.tell(_("How it is imported"))
        self._labels["dup"].setText(_("Titles that are there already"))
        self._labels["programme"].setText(_("Screenings go into"))
        self._labels["name"].setText(_("Name of the new programme"))
        self._labels["zone"].setText(_("Time zone"))
        for key, field in (
            ("dup", self.on_duplicate),
            ("programme", self.programme),
            ("name", self.name),
            ("zone", self.zone),
        ):
            field.setAccessibleName(self._labels[key].text())
        words = {
            OnDuplicate.UPDATE: _("fill in what is missing"),
            OnDuplicate.SKIP: _("leave as they are"),
            OnDuplicate.ADD: _("enter once more"),
        }
        for place in range(self.on_duplicate.count()):
            self.on_duplicate.setItemText(place, words[self.on_duplicate.itemData(place)])
        names = {0: _("a new programme"), **{key: four.shown(language()) for key, four in self._programmes}}
        for place in range(self.programme.count()):
            self.programme.setItemText(place, names[self.programme.itemData(place)])
        for place in range(self.zone.count()):
            self.zone.setItemText(place, labels.zone(tr(), self.zone.itemData(place)))
        if self._planned is not None:
            self._say(self._planned)

    def _wished(self) -> None:
        self.changed.emit()

    def _say(self, planned: Planned) -> None:
        shows = bool(planned.proposal.screenings)
        for widget in (self._labels["dup"], self.on_duplicate):
            widget.setVisible(bool(planned.proposal.titles))
        for key in ("programme", "name", "zone"):
            new = key == "programme" or not self.programme.currentData()
            field = {"programme": self.programme, "name": self.name, "zone": self.zone}[key]
            field.setVisible(shows and new)
            self._labels[key].setVisible(shows and new)
        while (item := self._numbers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, (words, number, tone) in enumerate(numbers(planned.plan)):
            label = SafeLabel(words, tone=tone, wrap=True)
            figure = SafeLabel(number, role="figure_strong", tone=tone)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            wide = len(number) > LONGEST_FIGURE  # a span of days stands below its word
            self._numbers.addWidget(label, row * 2, 0, 1, 2 if wide else 1)
            self._numbers.addWidget(figure, row * 2 + wide, 0 if wide else 1, 1, 2 if wide else 1)


def numbers(plan: Plan) -> list[tuple[str, str, str]]:
    """(what, how many, tone) of a plan; what is none is left out, but for what is new."""
    fates = {fate: sum(row.fate is fate and row.twin < 0 for row in plan.rows) for fate in Fate}
    repeated = sum(row.fate is Fate.UPDATE and row.twin >= 0 for row in plan.rows)
    left_out = len({trouble.row for trouble in plan.troubles if trouble.fatal})
    placed = sum(show.fate is Fate.ADD for show in plan.shows)
    told: list[tuple[str, int, str]] = [(_("Rows read"), plan.proposal.read, "text2")]
    if plan.shows:
        told += [
            (_("Screenings placed"), placed, "green" if placed else "text"),
            (
                _("Screenings already there"),
                sum(show.fate is Fate.SKIP for show in plan.shows) - plan.refused,
                "text",
            ),
            (_("New venues"), len(plan.new_venues), "text"),
            (_("New halls"), len(plan.new_halls), "text"),
        ]
    new = fates[Fate.ADD] + len(plan.new_titles)
    told += [
        (_("New titles"), new, "green" if new else "text"),
        (_("Titles filled in"), fates[Fate.UPDATE], "text"),
        (_("Titles already there"), fates[Fate.SKIP], "text"),
        (_("Rows that repeat another"), repeated, "text"),
        (_("Doubtful: the same title?"), len(plan.asks), "amber"),
        (_("Rows left out"), left_out, "red"),
    ]
    shown = [
        (words, formats.number(language(), n), tone)
        for words, n, tone in told
        if n or tone == "green" or words == told[0][0]
    ]
    if plan.days is not None:
        shown.append((_("Days"), formats.date_range(language(), *plan.days), "text2"))
    return shown


def summary(plan: Plan) -> str:
    """What the button says it does."""
    if plan.empty:
        return _("Nothing to import")
    placed = sum(show.fate is Fate.ADD for show in plan.shows)
    if plan.shows:
        return ngettext("Import {n} screening", "Import {n} screenings", placed)
    going = sum(row.fate in (Fate.ADD, Fate.UPDATE) and row.twin < 0 for row in plan.rows)
    return ngettext("Import {n} title", "Import {n} titles", going)
