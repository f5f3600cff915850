"""People and organisations: a list to look through, and the record that is chosen beside it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.kinds import AgentKind
from app.i18n.active import _, language, ngettext, pgettext
from app.operations import agents
from app.store.agent_rows import agent_lines, agent_record, suggestions
from app.store.journal import Step
from app.ui import dialogs
from app.ui.agents.form import AgentForm
from app.ui.agents.people_list import PeopleView
from app.ui.page import Command, Page, Shell
from app.ui.pending import commit_pending_edits
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import SearchField
from app.ui.widgets.lines import Line, Panel, Splitter
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.workspace import Workspace
from app.words import N_, phrase

TABLES = frozenset({"agent", "agent_name", "post", "credit", "work", "name", "version"})
"""What is shown here."""

MOST_FOUND = 200
WIDEST_FORM = 860

NEW = dialogs.Question(
    phrase(N_("Who do you want to add?")),
    phrase(N_("A name in any language is enough; the others can follow.")),
    phrase(N_("Add")),
    phrase(N_("Cancel")),
    "users",
)


class PeoplePage(Page):
    """The page of people. `go(agent=ID)` shows somebody."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.deeds = Deeds(workspace, shell)
        self.list, self.form = PeopleView(), AgentForm(self.deeds)
        self.back, self.new = Button(icon="chevron-left", kind=Kind.GHOST), Button(icon="plus", kind=Kind.PRIMARY)
        self.title, self.count, self.search = SafeLabel(role="title"), SafeLabel(tone="text2"), SearchField()
        self.none = SafeLabel(tone="text3", wrap=True)
        self._wanted: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=60)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._bar = Panel("surface")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        for part in (self.back, self.title, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.new)
        ground, holder = Panel("surface"), QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.none)
        inner.addWidget(self.form)
        self._holder = holder
        frame = QHBoxLayout(ground)
        frame.setContentsMargins(24, 18, 24, 24)
        frame.addWidget(holder, 1)
        frame.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(ground)
        self._splitter = Splitter()
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._area)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(Line())
        column.addWidget(self._splitter, 1)
        theme().themed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        self._bar.setFixedHeight(px(47))
        self.search.setFixedWidth(px(280))
        self.list.setMinimumWidth(px(300))
        self._holder.setMaximumWidth(px(WIDEST_FORM))
        self._splitter.setSizes([px(380), px(900)])

    def _connect(self) -> None:
        self._rest.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _text: self._rest.start())
        self.list.chosen.connect(self._show_current)
        self.back.clicked.connect(lambda: self.shell.show_page("works"))
        self.new.clicked.connect(self.add)
        self.form.followed.connect(lambda work: self.shell.show_page("works", work=work, editor=True))
        self.form.opened.connect(lambda agent: self.go(agent=agent))
        self.form.listed.connect(lambda agent: self.shell.show_page("works", agent=agent))
        self.form.deleted.connect(self.delete)
        self.setFocusProxy(self.list)

    def retranslate(self) -> None:
        """Say the head again; the form says its own words."""
        self.back.setText(pgettext("nav", "Catalogue"))
        self.title.setText(pgettext("nav", "People"))
        self.new.setText(_("Add somebody"))
        self.search.set_words(_("Find a name in any script"), _("Clear"))
        self.none.setText(_("Nobody selected."))
        self.list.setAccessibleName(_("People and organisations"))

    # What the window asks

    def reload(self) -> None:
        """Read everything again."""
        self._fill()

    def refresh(self, step: Step) -> None:
        """Read again what a step has changed."""
        if not step.tables & TABLES:
            return
        if step.tables & {"agent", "agent_name", "credit"}:
            self._fill()
        else:
            self._show_current()

    def go(self, **where: Any) -> None:
        """Show somebody: agent=ID."""
        agent = where.get("agent")
        if agent is None:
            return
        commit_pending_edits()
        if self.search.text() and not self.list.choose(agent):
            self.search.clear()
            self._rest.stop()
        self._wanted = agent
        self._fill()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, step: Step) -> None:
        """Select whom an undo has changed."""
        for change in step.changes:
            agent = change.key if change.table == "agent" else change.row.get("agent_id")
            if isinstance(agent, int) and self.list.choose(agent):
                return

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What can be done here."""
        able: dict[Command, Callable[[], object]] = {Command.NEW: self.add, Command.FILTER: self.search.setFocus}
        if self.list.current() is not None:
            able[Command.REMOVE] = self.delete
        return able

    def regions(self) -> list[QWidget]:
        """Head, list, record."""
        return [self._bar, self.list, self._area]

    def status(self) -> str:
        """How many are shown."""
        return ngettext("{n} person or organisation", "{n} people and organisations", len(self.list.people.lines))

    # What is shown

    def _fill(self) -> None:
        """Read the list, and the record of who was looked at."""
        before = self._wanted if self._wanted is not None else self.list.current()
        self._wanted = None
        sought = self.search.text().strip()
        lines = self.workspace.read(suggestions, sought, language(), MOST_FOUND) if sought else None
        self.list.people.show(self.workspace.read(agent_lines, language()) if lines is None else lines)
        self.count.setText(self.status())
        if (before is None or not self.list.choose(before)) and self.list.people.lines:
            self.list.choose(self.list.people.lines[0].id)
        self._show_current()
        if self.isVisible():
            self.shell.set_status(self.status())

    def _show_current(self) -> None:
        agent = self.list.current()
        record = self.workspace.read(agent_record, agent, language()) if agent is not None else None
        self.form.setVisible(record is not None)
        self.none.setVisible(record is None)
        if record is not None:
            if self.form.record is not None and self.form.record.id != record.id:
                self._area.verticalScrollBar().setValue(0)
            self.form.show_agent(record)
        self.shell.commands_changed()

    # Deeds

    def add(self) -> None:
        """Enter somebody by one name."""
        name = dialogs.ask_text(self, NEW, phrase(N_("Name of the person or organisation")))
        if name is None or not name.strip():
            return
        label = phrase(N_("Enter “{name}”"), name=name.strip())
        agent: int | None = self.deeds.do(label, agents.add, name, kind=AgentKind.PERSON)
        if agent is not None:
            self.go(agent=agent)

    def delete(self) -> None:
        """Delete who is chosen; refused while a title names them."""
        record = self.form.record
        if record is not None and self.list.current() == record.id:
            name = record.face.title
            label = phrase(N_("Delete the record of “{name}”"), name=name)
            said = _("The record of “{name}” deleted", name=name)
            self.deeds.take_away(label, said, agents.delete, record.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shell.show_page("works")
        else:
            super().keyPressEvent(event)
