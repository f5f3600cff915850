"""What one can do about findings: repair, leave as they are, choose the checks; each one step with its toast."""

from collections.abc import Mapping, Sequence

from app.domain.found import Code, Found
from app.domain.merging import Side
from app.i18n.active import _, ngettext
from app.operations import data_repairs, merging
from app.store.duplicates import Pair
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.ui.workspace import Workspace
from app.words import N_, counted, phrase

MANY = 500
"""Findings from which on they are repaired in a job."""


class CheckDeeds:
    """Runs operations through the workspace and says what came of them."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        self._workspace = workspace
        self._shell = shell

    def repair(self, found: Sequence[Found]) -> None:
        """Mend findings in one step; many of them in a job."""
        mendable = [one for one in found if one.fix is not None]
        if not mendable:
            return
        label = counted("Repair {n} name or fact", "Repair {n} names or facts", len(mendable))
        if len(mendable) <= MANY:
            done = self._workspace.edit(label, data_repairs.mend, mendable)
            if done:
                self._say(done)
            return

        def ended(outcome: Outcome[object]) -> None:
            if outcome.done and isinstance(outcome.value, tuple):
                done, step = outcome.value
                self._workspace.adopt(step)
                self._say(done)

        store = self._workspace.store
        job: Job[object] = Job(lambda _job: store.write(label, data_repairs.mend, mendable), phrase(N_("Repairing")))
        self._shell.run(job, ended)

    def _say(self, done: int) -> None:
        self._shell.toast(ngettext("{n} repaired", "{n} repaired", done), undo=True)

    def leave(self, found: Sequence[Found]) -> None:
        """Live with findings."""
        label = counted("Leave {n} finding as it is", "Leave {n} findings as they are", len(found))
        before = self._workspace.undo_stack.index()
        self._workspace.edit(label, data_repairs.leave_as_it_is, found)
        if self._workspace.undo_stack.index() != before:
            said = ngettext("{n} finding is left as it is", "{n} findings are left as they are", len(found))
            self._shell.toast(said, undo=True)

    def choose(self, left_out: frozenset[Code], programme: int | None) -> None:
        """State the checks that are not made."""
        label = phrase(N_("Choose the checks"))
        self._workspace.edit(label, data_repairs.choose_checks, sorted(left_out), programme)

    def merge(self, keep: int, gone: int, choices: Mapping[str, Side], title: str, *, claims: bool) -> bool:
        """Make one title of two."""
        before = self._workspace.undo_stack.index()
        label = phrase(N_("Merge “{title}” with its duplicate"), title=title)
        self._workspace.edit(label, merging.merge, keep, gone, choices, claims=claims)
        done = self._workspace.undo_stack.index() != before
        if done:
            self._shell.toast(_("“{title}” is one title now", title=title), undo=True)
        return done

    def tell_apart(self, pair: Pair) -> None:
        """Remember that two titles are two."""
        self._workspace.edit(phrase(N_("Mark two titles as different")), data_repairs.tell_apart, pair.one, pair.other)
        self._shell.toast(_("They will not be proposed again"), undo=True)
