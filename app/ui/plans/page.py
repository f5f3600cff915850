"""Plans and releases of a programme at the left, two of them side by side at the right."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds_of_plans import PlanKind
from app.i18n import formats
from app.i18n.active import _, language, ngettext, tr
from app.i18n.plan_words import plan_kind
from app.store.plan_rows import PlanRow, events_in_force, kept_events, plan_rows
from app.store.programme_rows import ProgrammeRow, programme_rows
from app.ui.page import Command, Page, Shell
from app.ui.plans.comparison import Comparison, pairs
from app.ui.plans.deeds import PlanDeeds
from app.ui.programme_switch import ProgrammeSwitch
from app.ui.programmes.asking import ProgrammeAsking
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields import Combo
from app.ui.widgets.lines import Line as Hairline
from app.ui.widgets.lines import Panel
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.two_lines import Line, TwoLines
from app.ui.workspace import Workspace

LIST, WITH = 316, 320
NOW = 0
"""In the choice of what to compare with: the schedule as it is."""


class PlansPage(Page):
    """Keep, give out, compare, put in force."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self._deeds, self._asking = PlanDeeds(workspace, shell, self), ProgrammeAsking(workspace, shell, self)
        self.programme: int | None = None
        self._programmes: list[ProgrammeRow] = []
        self._title, self._with = SafeLabel(role="title"), SafeLabel(tone="text2")
        self.switch = ProgrammeSwitch()
        self.keep, self.give_out = Button(icon="copy"), Button(icon="file-down", kind=Kind.PRIMARY)
        self.plans = TwoLines(self._line)
        self.use, self.rename = Button(icon="corner-down-right"), Button(icon="pencil")
        self.remove = Button(icon="trash-2", kind=Kind.DANGER)
        self.against, self.which = Combo(), Segmented()
        self.table = Comparison()
        self.nothing, self.same = EmptyState(), InlineMessage()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.which.set_current("changed")

    def _lay_out(self) -> None:
        px = theme().px
        bar = QHBoxLayout()
        bar.setContentsMargins(px(18), px(9), px(16), px(9))
        bar.setSpacing(px(12))
        bar.addWidget(self._title)
        bar.addWidget(self.switch)
        bar.addStretch(1)
        bar.addWidget(self.keep)
        bar.addWidget(self.give_out)
        self._left = Panel("panel")
        self._left.setFixedWidth(px(LIST))
        self._edge = Hairline(upright=True)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plans)
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 16, 9)
        head.setSpacing(8)
        self.against.setMaximumWidth(px(WITH))
        head.addWidget(self._with)
        head.addWidget(self.against, 1)  # what it says is a name: it has the room that is left
        head.addWidget(self.which)
        head.addStretch()
        for button in (self.rename, self.remove, self.use):
            head.addWidget(button)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(Hairline())
        self.same.setContentsMargins(px(12), px(8), px(12), px(8))
        right.addWidget(self.same)
        right.addWidget(self.table, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._left)
        both.addWidget(self._edge)
        both.addWidget(self._right, 1)
        both.addWidget(self.nothing, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(Hairline())
        whole.addLayout(both, 1)

    def _connect(self) -> None:
        self.switch.chosen.connect(lambda number: self.go(programme=number))
        self.keep.clicked.connect(self._keep)
        self.nothing.primary.connect(self._begin)
        self.nothing.secondary.connect(self._release)
        self.give_out.clicked.connect(self._release)
        self.plans.picked.connect(self._compare)
        self.against.activated.connect(self._compare)
        self.which.chosen.connect(self._compare)
        self.use.clicked.connect(lambda: self._with_plan(self._deeds.put_in_force))
        self.rename.clicked.connect(lambda: self._with_plan(self._deeds.rename))
        self.remove.clicked.connect(lambda: self._with_plan(self._deeds.remove))
        self.table.activated.connect(self._show_event)

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(_("Plans and releases"))
        self._with.setText(_("Compared with"))
        self.against.setAccessibleName(_("Compared with"))
        self.keep.setText(_("Save as plan…"))
        self.give_out.setText(_("Publish…"))
        self.use.setText(_("Activate"))
        self.rename.setText(_("Rename…"))
        self.remove.setText(_("Remove"))
        self.which.set_options([("changed", _("What changed")), ("all", _("All events"))])
        self.plans.setAccessibleName(_("Plans and releases"))
        same = self.same.isVisibleTo(self)
        self.same.tell(Level.INFO, _("Nothing has changed."))
        self.same.setVisible(same)
        self._tell_nothing()

    def reload(self) -> None:
        """Read programmes and plans; the chosen plan stays chosen."""
        self._programmes = self.workspace.read(programme_rows)
        if self.programme not in {row.id for row in self._programmes}:
            self.programme = self._programmes[0].id if self._programmes else None
        self.switch.show_programmes(self._programmes, self.programme)
        chosen: PlanRow | None = self.plans.value()
        rows = self.workspace.read(plan_rows, self.programme) if self.programme is not None else []
        self.plans.show_values(rows)
        self._list_choices(rows)
        for part in (self._left, self._edge, self._right, self.keep, self.give_out):
            part.setVisible(bool(rows))  # with nothing kept the same deeds stand in the middle
        self.nothing.setVisible(not rows)
        self.switch.setVisible(bool(self._programmes))
        self._tell_nothing()
        if rows:
            place = next((n for n, row in enumerate(rows) if chosen is not None and row.id == chosen.id), 0)
            self.plans.choose(place)
        self._compare()

    def go(self, programme: int | None = None, **_where: Any) -> None:
        """Show the plans of a programme."""
        if programme is not None and programme != self.programme:
            self.programme = programme
        self.reload()

    def regions(self) -> list[QWidget]:
        """The bar, the list, the table."""
        return [self.keep, self.plans, self.table] if self._right.isVisible() else [self.nothing]

    def status(self) -> str:
        """How many events differ; nothing while there is nothing to compare."""
        if not self._right.isVisibleTo(self):
            return ""
        return ngettext("{n} event", "{n} events", len(self.table.rows.pairs))

    def commands(self) -> Mapping[Command, Any]:
        """What the menus can ask."""
        if self.plans.value() is None:
            return {Command.NEW: self._begin}
        return {
            Command.NEW: self._keep,
            Command.RENAME: lambda: self._with_plan(self._deeds.rename),
            Command.REMOVE: lambda: self._with_plan(self._deeds.remove),
        }

    def _line(self, row: PlanRow) -> Line:
        name = _("{number}. {name}", number=row.number, name=row.name) if row.number else row.name
        when = row.made.astimezone()
        made = f"{formats.date_medium(language(), when.date())} {formats.time(language(), when)}"
        second = formats.commas(language(), [part for part in (plan_kind(tr(), row.kind), made, row.author) if part])
        icon = "badge-check" if row.kind is PlanKind.RELEASE else "copy"
        return Line(name, second, icon=icon, tone="green" if row.kind is PlanKind.RELEASE else "text2")

    def _list_choices(self, rows: list[PlanRow]) -> None:
        before = self.against.currentData() or NOW
        self.against.clear()
        self.against.addItem(_("The schedule now"), NOW)
        for row in rows:
            self.against.addItem(row.name, row.id)
        self.against.setCurrentIndex(max(self.against.findData(before), 0))

    def _compare(self, *_what: object) -> None:
        row: PlanRow | None = self.plans.value()
        self.remove.setEnabled(row is not None and row.kind is not PlanKind.RELEASE)
        if row is None or self.programme is None:
            return
        before = self.workspace.read(kept_events, row.id)
        other = self.against.currentData() or NOW
        after = (
            self.workspace.read(kept_events, other) if other else self.workspace.read(events_in_force, self.programme)
        )
        found = pairs(before, after, all_events=self.which.current() == "all")
        day_start = next((one.day_start for one in self._programmes if one.id == self.programme), 0)
        self.table.rows.show(found, (row.name, self.against.currentText()), day_start)
        self.same.setVisible(not found)
        if self.isVisible():
            self.shell.set_status(self.status())
            self.shell.commands_changed()

    def _with_plan(self, deed: Any) -> None:
        row: PlanRow | None = self.plans.value()
        if row is not None:
            deed(row)

    def _tell_nothing(self) -> None:
        """What stands where there is no plan, and where there is nothing yet a plan could be of."""
        if not self._programmes:
            self.nothing.tell(
                _("No programme yet"),
                _("A programme has days and halls. Its schedule can be saved here as plans and published."),
                _("New programme…"),
            )
        else:
            self.nothing.tell(
                _("No plans saved yet"),
                _("Save the schedule before you try something else, and publish it when it is announced."),
                _("Save as plan…"), _("Publish…"),
            )  # fmt: skip
        self.nothing.set_icons(*(("copy", "file-down") if self._programmes else ("plus",)))

    def _begin(self) -> None:
        """Make a programme where there is none; else keep its schedule."""
        if self._programmes:
            self._keep()
        elif (made := self._asking.new()) is not None:
            self.go(programme=made)

    def _keep(self) -> None:
        if self.programme is not None:
            self._choose(self._deeds.keep(self.programme))

    def _release(self) -> None:
        if self.programme is not None:
            self._choose(self._deeds.release(self.programme))

    def _choose(self, plan: int | None) -> None:
        rows = self.plans.lines.values
        place = next((n for n, row in enumerate(rows) if row.id == plan), None)
        if place is not None:
            self.plans.choose(place)

    def _show_event(self) -> None:
        pair = self.table.current()
        if pair is not None and pair.after is not None:
            self.shell.show_page("schedule", programme=self.programme, screening=pair.after.id)
