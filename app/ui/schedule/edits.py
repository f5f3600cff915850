"""What the schedule page changes: each deed is one operation, named for Undo, with a toast that says what was done."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from app.domain import calendar
from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.repairs import MoveTo, Repair, ShortenTail, Swap, UseCopy
from app.domain.repairs_of_shows import Lock, UseVersion
from app.domain.repairs_of_travel import SendCopy
from app.domain.screenings import Finding, Slot
from app.i18n.active import _, say, tr
from app.i18n.labels import screening_status
from app.operations import blockers, legs, screenings
from app.operations.screenings import PartSpec
from app.store.schedule import Card, PartRow
from app.ui.page import Shell
from app.ui.schedule.imagining import Fit
from app.ui.schedule.plan import Plan
from app.ui.workspace import Workspace
from app.words import N_, Phrase, phrase

MOVE = N_("Move “{title}”")


class Edits(QObject):
    """The deeds of one page. They answer whether anything was done."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__()
        self._workspace = workspace
        self._shell = shell
        self._steps = 0
        workspace.changed.connect(self._counted)

    def _counted(self) -> None:
        self._steps += 1

    def do(self, label: Phrase, said: str, operation: Callable[..., Any], *args: object, **facts: object) -> bool:
        """Carry out one operation; a toast says `said` if it changed anything."""
        before = self._steps
        self._workspace.edit(label, operation, *args, **facts)
        done = self._steps != before
        if done and said:
            self._shell.toast(said, undo=True)
        return done

    # Where an event stands

    def put(self, plan: Plan, card: Card, slot: Slot, *, copying: bool = False) -> bool:
        """Move an event, place one from the tray (id 0), or put a copy of it, where `slot` is."""
        starts, fold = wall_of(plan, slot)
        where = self.where(plan, slot)
        if not card.id:
            label, said = (
                phrase(N_("Place “{title}”"), title=card.title),
                _("“{title}” placed: {where}", title=card.title, where=where),
            )
            return self.do(label, said, screenings.place, plan.schedule.programme.id, card.entry, slot.hall, starts)
        if copying:
            label = phrase(N_("Duplicate “{title}”"), title=card.title)
            said = _("Repeat of “{title}” added: {where}", title=card.title, where=where)
            return self.do(label, said, screenings.duplicate, card.id, slot.hall, starts)
        said = _("“{title}” moved to {where}", title=card.title, where=where)
        return self.do(phrase(MOVE, title=card.title), said, screenings.move, card.id, slot.hall, starts, fold=fold)

    def try_put(self, plan: Plan, card: Card, slot: Slot) -> bool:
        """Move an event if nothing forbids it; else say why not."""
        now = plan.board.slot(card.id) if card.id in plan.board else None
        if now == slot:
            return False
        outcome = plan.outcome(slot, held=card.locked)
        if outcome.fit is Fit.REFUSED:
            self.refuse(outcome.sentence)
            return False
        return self.put(plan, card, slot)

    def refuse(self, sentence: str) -> None:
        """Say why something was not done."""
        self._shell.toast(sentence, icon="ban")

    def where(self, plan: Plan, slot: Slot) -> str:
        """Sat 17 Oct, 19:15, Hall 1."""
        when = plan.names.when(plan.language, slot.body_start, slot.hall)
        return _("{when}, {hall}", when=when, hall=plan.hall_name(slot.hall or 0))

    def unplace(self, card: Card) -> bool:
        """Take an event off the board."""
        label = phrase(N_("Take “{title}” off the schedule"), title=card.title)
        said = _("“{title}” taken off the schedule", title=card.title)
        return self.do(label, said, screenings.unplace, card.id)

    # What it is

    def set_status(self, card: Card, status: ScreeningStatus) -> bool:
        """Make an event tentative, confirmed or cancelled."""
        if card.status is status:
            return False
        label = phrase(N_("Mark “{title}” as {status}"), title=card.title, status=status)
        word = screening_status(tr(), status).lower()
        return self.do(
            label, _("“{title}” is now {status}", title=card.title, status=word), screenings.set_status, card.id, status
        )

    def lock(self, card: Card, *, locked: bool) -> bool:
        """Fasten an event or let it go."""
        message = N_("Lock “{title}”") if locked else N_("Unlock “{title}”")
        said = _("“{title}” is locked", title=card.title) if locked else _("“{title}” is unlocked", title=card.title)
        return self.do(phrase(message, title=card.title), said, screenings.lock, card.id, locked=locked)

    def change(self, card: Card, **facts: object) -> bool:
        """Correct strand, note or names."""
        return self.do(phrase(N_("Change “{title}”"), title=card.title), "", screenings.change, card.id, **facts)

    def use_copy(self, card: Card, copy: int) -> bool:
        """Show an event from another copy."""
        return self.do(
            phrase(N_("Choose the copy of “{title}”"), title=card.title), "", screenings.use_copy, card.id, copy
        )

    def use_version(self, card: Card, work: int, version: int | None) -> bool:
        """Show a work of an event in another version."""
        label = phrase(N_("Choose the version of “{title}”"), title=card.title)
        return self.do(label, "", screenings.use_version, card.id, work, version)

    def set_tail(self, card: Card, kind: PartKind, minutes: int) -> bool:
        """Give an event an introduction, Q&A or clearing; 0 takes it away."""
        label = phrase(N_("Change the parts around “{title}”"), title=card.title)
        return self.do(label, "", screenings.set_tail, card.id, kind, minutes)

    def set_length(self, card: Card, minutes: int) -> bool:
        """How long the film or talk runs, for an event with one of them."""
        specs = [_spec(part, minutes if part.kind in (PartKind.FILM, PartKind.TALK) else None) for part in card.parts]
        return self.do(
            phrase(N_("Change the length of “{title}”"), title=card.title), "", screenings.set_parts, card.id, specs
        )

    def set_parts(self, card: Card, parts: Sequence[PartRow], said: str = "") -> bool:
        """State what an event consists of."""
        label = phrase(N_("Change the parts around “{title}”"), title=card.title)
        return self.do(label, said, screenings.set_parts, card.id, [_spec(part) for part in parts])

    # Conflicts

    def repair(self, plan: Plan, repair: Repair, words: str) -> bool:
        """Apply a repair as one step; `words` are its own label."""
        card = plan.cards.get(repair.slot)
        if card is None:
            return self._repair_break(plan, repair, words)
        label = phrase(N_("Repair “{title}”"), title=card.title)
        match repair:
            case MoveTo():
                return self.put(plan, card, repair.after[0])
            case UseCopy() | UseVersion():
                return self.do(label, words, screenings.use_copy, card.id, repair.copy)
            case Lock():
                return self.do(phrase(N_("Lock “{title}”"), title=card.title), words, screenings.lock, card.id)
            case Swap():
                return self.do(
                    phrase(N_("Swap “{title}”"), title=card.title), words, screenings.swap, card.id, repair.other
                )
            case SendCopy():
                return self.send(repair, words)
            case ShortenTail():
                return self.do(label, words, screenings.set_parts, card.id, shortened(card, repair.minutes))
            case _:
                return self.unplace(card)

    def send(self, repair: SendCopy, words: str) -> bool:
        """Have a copy go by itself from stop to stop."""
        return self.do(
            phrase(N_("Send a copy separately")), words, legs.send, repair.copy, repair.origin, repair.target,
            calendar.moment_of(repair.departs), calendar.moment_of(repair.arrives), hand_over=repair.hand_over,
            customs=repair.ready - repair.arrives,
        )  # fmt: skip

    def _repair_break(self, plan: Plan, repair: Repair, words: str) -> bool:
        """The same for a break: it is moved, or gives this hall free."""
        label = phrase(N_("Repair “{title}”"), title=plan.title(repair.slot))
        if isinstance(repair, MoveTo):
            slot = repair.after[0]
            starts, fold = wall_of(plan, slot)
            return self.do(label, words, blockers.move, repair.slot, slot.hall, starts, fold=fold)
        return self.do(label, words, blockers.release, repair.slot)

    def accept(self, plan: Plan, finding: Finding, reason: str) -> bool:
        """Live with a conflict, for a reason."""
        label = phrase(N_("Accept a conflict"))
        programme = plan.schedule.programme.id
        return self.do(
            label, _("Accepted as it is: {reason}", reason=reason), screenings.accept, programme, finding.key, reason
        )

    def reconsider(self, plan: Plan, finding: Finding) -> bool:
        """Take an accepted conflict seriously again."""
        label = phrase(N_("Reopen a conflict"))
        return self.do(label, say(label), screenings.reconsider, plan.schedule.programme.id, finding.key)


def wall_of(plan: Plan, slot: Slot) -> tuple[datetime, int]:
    """The naive wall time of its hall an operation takes, and its fold."""
    wall = plan.wall(slot.body_start, slot.hall)
    return wall.replace(fold=0), wall.fold


def _spec(part: PartRow, minutes: int | None = None) -> PartSpec:
    return PartSpec(
        part.kind, part.minutes if minutes is None else minutes, part.work, part.version, part.copy, part.id
    )


def shortened(card: Card, minutes: int) -> list[PartSpec]:
    """The parts of an event with so many minutes less after the film, the last part first."""
    specs = [_spec(part) for part in card.parts]
    for place in range(len(specs) - 1, -1, -1):
        spec = specs[place]
        if minutes <= 0 or spec.kind not in (PartKind.QA, PartKind.CLEARING):
            break
        less = min(minutes, spec.minutes)
        minutes -= less
        if less == spec.minutes:
            del specs[place]
        else:
            specs[place] = spec._replace(minutes=spec.minutes - less)
    return specs
