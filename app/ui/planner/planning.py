"""The planner of a schedule page: a run beside the work, its proposal on the board, and what is taken over of it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.calendar import DAY, minute_of
from app.domain.planning import Problem, Proposal, Status, askable
from app.i18n.active import _, ngettext
from app.operations import proposals, rule_settings
from app.operations.proposals import Wishes
from app.planner.running import Running, start
from app.ui.accessible import announce
from app.ui.planner.checking import Check, names_of
from app.ui.planner.ghost_keys import GhostKeys
from app.ui.planner.ghosts import Ghost, card_there, reveal
from app.ui.planner.plan_panel import PlanPanel
from app.ui.planner.plan_run import NO_START, Begin, PlanRun
from app.ui.planner.proposal_view import Shown
from app.ui.planner.standing_card import follow
from app.ui.schedule.plan import Plan
from app.words import N_, phrase

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage


class Planning(QObject):
    """At most one run and one proposal of one page."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self.panel = PlanPanel(self._where)
        page.side.addWidget(self.panel)
        page.toolbar.planned.connect(self.open)
        self.begin: Begin = start
        self.made: Proposal | None = None
        self._problem: Problem | None = None
        self._check: Check | None = None
        self._titles: dict[int, str] = {}
        self._near = 0
        self._programme = 0
        panel = self.panel
        self.run = PlanRun(page.shell, panel.run, self)
        self.run.ended.connect(self._ended)
        self.run.failed.connect(self._failed)
        panel.started.connect(self.start)
        panel.accepted.connect(self.accept)
        panel.discarded.connect(self.discard)
        panel.closed.connect(self.close)
        panel.form.wishes.weighed.connect(self._weigh)
        panel.result.looked.connect(self.look_at)
        panel.result.ticked.connect(self._show_ghosts)
        panel.result.shown.connect(page.choose)
        panel.result.followed.connect(self._follow)
        self.keys = GhostKeys(self, page)
        page.workspace.opened.connect(self.forget)

    # Opening and closing

    def open(self) -> None:
        """Show the panel where it was left."""
        page = self._page
        if page.plan is None:
            return
        self.panel.form.show_plan(page.plan)
        page.side.open(self.panel)
        self._show_ghosts()
        self.panel.enter()

    def close(self) -> None:
        """Put the panel away; a run goes on, and a proposal is kept."""
        self._page.side.close_panel()
        self._page.view.show_ghosts(())
        (self._page.view if self._page.on_board else self._page.lines).setFocus()

    def forget(self) -> None:
        """Another library or programme is shown: nothing of this is of use."""
        self.run.end()
        self.made = self._check = self._problem = None
        self.panel.show_stage("ask")
        if self._page.side.panel is self.panel:
            self._page.side.close_panel()
        self._page.view.show_ghosts(())

    # A run

    @property
    def running(self) -> Running | None:
        """The run under way."""
        return self.run.running

    def start(self) -> None:
        """Begin a run with what the form asks for."""
        plan, form = self._page.plan, self.panel.form
        if plan is None or form.reason() or self.run.asked:
            return
        self._programme = plan.schedule.programme.id
        self._problem = problem_of(plan, form.asked(), minute_of(datetime.now(UTC)))
        self.made = self._check = None
        self._page.view.show_ghosts(())
        self.panel.show_stage("run")
        self.panel.enter()
        self.run.start(self._problem, form.length(), form.seed.value(), self.begin)

    def look(self) -> None:
        """Hear at once what the planner has to say."""
        self.run.look()

    def stop(self) -> None:
        """Enough: the best so far is the result."""
        self.run.stop()

    def _ended(self, made: Proposal | None) -> None:
        plan = self._page.plan
        if made is None or self._problem is None or plan is None:
            self._failed(_(NO_START))
            return
        self.made = made
        self._titles = titles_of(plan, made)
        self._check = Check(plan, self._problem, made)
        self._near = 0
        self.panel.show_stage("result")
        self.renew(plan)
        if self._page.side.panel is self.panel:
            self.panel.enter()
        else:
            self._page.shell.offer(_("The planner has a proposal."), _("Show proposal"), self.open, "calendar-clock")
        hint = _("On the board, G goes through the proposal.")
        announce(self.panel, f"{summary(made)}. {hint}")

    def _failed(self, sentence: str) -> None:
        self.panel.fail(sentence)
        announce(self.panel, sentence)

    # A proposal

    def renew(self, plan: Plan) -> None:
        """The schedule was read again: hold the proposal against it."""
        self.panel.form.show_plan(plan)
        if plan.schedule.programme.id != self._programme and (self.made is not None or self.running is not None):
            self.forget()
            return
        if self.made is None or self._check is None or self._problem is None:
            return
        self._titles |= {number: title for number, title in titles_of(plan, self.made).items() if title}
        overtaken = self._check.overtaken(plan)
        trouble = self._check.trouble(plan, self.made, self._titles) if overtaken else {}
        names = names_of(plan, self._problem, self.made, self._titles)
        self.panel.result.show_proposal(
            Shown(self.made, names, self._titles, overtaken, trouble, askable(self._problem))
        )
        self._show_ghosts()

    def accept(self, only: int = 0) -> None:
        """Take over what is ticked, or `only` one event, as one step, unless something would clash by now."""
        plan, made, check = self._page.plan, self.made, self._check
        chosen = frozenset((only,) if only else self.panel.result.chosen())
        if plan is None or made is None or check is None or not chosen:
            return
        trouble = check.trouble(plan, made, self._titles, chosen)
        if trouble:
            number, sentence = next(iter(trouble.items()))
            self._page.edits.refuse(
                _("“{title}” cannot be accepted: {reason}", title=self._titles.get(number, ""), reason=sentence)
            )
            return
        rest = replace(
            made,
            placed=tuple(one for one in made.placed if one.number not in chosen),
            moved=tuple(one for one in made.moved if one.slot not in chosen),
        )
        label = phrase(N_("Accept a plan")) if made.placed else phrase(N_("Accept a repaired plan"))
        said = ngettext("{n} event accepted from the plan", "{n} events accepted from the plan", len(chosen))
        done = self._page.edits.do(label, said, proposals.apply, self._programme, made, chosen)
        if done:
            self._taken(rest)

    def _taken(self, rest: Proposal) -> None:
        """What is left of the proposal goes on from the schedule as it is now."""
        plan = self._page.plan
        if plan is None or not (rest.placed or rest.moved or rest.unplaced) or self._problem is None:
            self.discard()
            return
        status = Status.FEASIBLE if rest.status is Status.OPTIMAL else rest.status
        self.made = replace(rest, status=status, bound=None)
        self._check = Check(plan, self._problem, self.made)
        self.renew(plan)
        if not self._page.view.hasFocus():  # whoever took one over on the board goes on there
            self.panel.enter()

    def discard(self) -> None:
        """The proposal is of no use."""
        self.made = self._check = None
        self.panel.show_stage("ask")
        self.close()

    # On the board

    def _show_ghosts(self) -> None:
        plan, made = self._page.plan, self.made
        if plan is None or made is None or not self.shown:
            return
        self._page.view.show_ghosts(ghosts_of(plan, made, set(self.panel.result.chosen()), self._near))

    @property
    def shown(self) -> bool:
        """Whether a proposal lies on the board, to be decided on."""
        return self.made is not None and self._page.side.panel is self.panel and self.panel.stage == "result"

    def look_at(self, number: int) -> None:
        """Point out one proposed event on the board; 0 for none."""
        self._near = number
        self._show_ghosts()
        near = next((ghost for ghost in self._page.view.ghosts if ghost.number == number), None)
        if near is not None and self._page.on_board:
            reveal(self._page.view, near.card)

    def _where(self, hall: int, minute: int) -> str:
        plan = self._page.plan
        if plan is None:
            return ""
        when = plan.names.when(plan.language, minute, hall)
        return _("{when}, {hall}", when=when, hall=plan.hall_name(hall))

    def _follow(self, party: object) -> None:
        follow_on(self._page, party)

    def _weigh(self, wish: str, points: int | None) -> None:
        plan = self._page.plan
        if plan is not None:
            label = phrase(N_("Change the planner’s priorities"))
            self._page.edits.do(label, "", rule_settings.set_weight, plan.schedule.programme.id, wish, points)


def problem_of(plan: Plan, wishes: Wishes, now: int) -> Problem:
    """What the planner is asked; while a programme goes on, what has begun stays and nothing is placed before now."""
    first, last = plan.minute(plan.days[0], 0), plan.minute(plan.days[-1], 2 * DAY)
    if not first <= now < last:
        return proposals.problem(plan.schedule, wishes)
    asked = proposals.problem(plan.schedule, wishes._replace(earliest=now))
    return replace(asked, movable=frozenset(one for one in asked.movable if plan.board.slot(one).start > now))


def follow_on(page: "SchedulePage", party: object) -> None:
    """Go to where a thing is shown."""
    copy = page.plan.schedule.copies.get(party.id) if page.plan is not None else None  # type: ignore[attr-defined]
    follow(page.shell, party, copy.work if copy is not None else None)  # type: ignore[arg-type]


def summary(made: Proposal) -> str:
    """What came out, in one sentence."""
    missing = sum(one.missing for one in made.unplaced)
    return _(
        "{placed}, {moved}, {missing}",
        placed=ngettext("{n} placed", "{n} placed", len(made.placed)),
        moved=ngettext("{n} moved", "{n} moved", len(made.moved)),
        missing=ngettext("{n} not placed", "{n} not placed", missing),
    )


def titles_of(plan: Plan, made: Proposal) -> dict[int, str]:
    """What the rows of a proposal are called; titles without a place by their entry, negative."""
    waiting = {row.entry: row.title for row in plan.schedule.tray}
    found = {one.number: waiting.get(one.entry, "") for one in made.placed}
    found |= {one.slot: plan.title(one.slot) for one in made.moved if one.slot in plan.cards}
    for one in made.unplaced:
        if one.slot is not None and one.slot in plan.cards:
            found[one.slot] = plan.title(one.slot)
        elif one.slot is None:
            found[-(one.entry or 0)] = waiting.get(one.entry or 0, "")
    return found


def ghosts_of(plan: Plan, made: Proposal, chosen: set[int], near: int) -> list[Ghost]:
    """A proposal as ghosts."""
    rows = {row.entry: row for row in plan.schedule.tray}
    found = []
    for one in made.placed:
        if one.entry in rows and one.hall in plan.halls:
            card = card_there(plan, plan.newcomer(rows[one.entry])[0], one.hall, one.starts)
            found.append(Ghost(one.number, card, 0, one.number in chosen, one.number == near))
    for move in made.moved:
        if move.slot in plan.cards and move.hall in plan.halls:
            card = card_there(plan, plan.cards[move.slot], move.hall, move.starts)
            found.append(Ghost(move.slot, card, move.slot, move.slot in chosen, move.slot == near))
    return found
