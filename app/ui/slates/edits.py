"""What the slates page changes: each deed is one operation, named for Undo, with a toast that says what was done."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.kinds import SlateState
from app.domain.kinds_of_plans import LinkKind
from app.i18n.active import _, ngettext, tr
from app.i18n.labels import slate_state
from app.operations import opinions, slates
from app.store.slate_rows import EntryRow, OpinionRow
from app.ui import dialogs
from app.ui.dialogs import CANCEL, Question
from app.ui.page import Shell
from app.ui.slates.unsaved import Unsaved
from app.ui.workspace import Workspace
from app.words import N_, Phrase, counted, phrase


class Edits(QObject):
    """The deeds of one page. They answer whether anything was done."""

    def __init__(self, workspace: Workspace, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self.workspace = workspace
        self.shell = shell
        self.unsaved = Unsaved(workspace)
        self._window = window
        self._steps = 0
        workspace.changed.connect(self._counted)

    def _counted(self) -> None:
        self._steps += 1

    def do(self, label: Phrase, said: str, operation: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        """Carry out one operation; a toast says `said` if it changed anything. Its answer, True for none, else None."""
        before = self._steps
        answer = self.workspace.edit(label, operation, *args, **facts)
        if self._steps == before:
            return None
        if said:
            self.shell.toast(said, undo=True)
        return True if answer is None else answer

    # Titles in and out

    def add(self, programme: int, works: Sequence[int], state: SlateState, reason: str = "") -> list[int] | None:
        """Put works into the slate."""
        column = slate_state(tr(), state)
        label = counted("Add {n} title to the slate", "Add {n} titles to the slate", len(works))
        made: list[int] | None = self.do(label, "", slates.add, programme, works, state, reason=reason)
        if made is not None:
            said = ngettext("{n} title added: {column}", "{n} titles added: {column}", len(made), column=column)
            self.shell.toast(said, undo=True)
        return made

    def remove(self, entries: Sequence[EntryRow]) -> bool:
        """Take entries out of the slate."""
        shows = sum(entry.placed for entry in entries)
        if len(entries) == 1:
            label = phrase(N_("Remove “{title}” from the slate"), title=entries[0].title)
            said = _("“{title}” removed from the slate", title=entries[0].title)
        else:
            label = counted("Remove {n} title from the slate", "Remove {n} titles from the slate", len(entries))
            said = ngettext("{n} title removed from the slate", "{n} titles removed from the slate", len(entries))
        done = self.do(label, "", slates.remove, [entry.id for entry in entries])
        if done is not None:
            self.shell.toast(self._with_shows(said, shows), undo=True, icon="trash-2")
        return done is not None

    def move(self, entries: Sequence[EntryRow], state: SlateState, place: int | None = None) -> bool:
        """Move entries to a column; asks why when that is the declined one."""
        reason = ""
        if state is SlateState.DECLINED and not all(entry.reason for entry in entries):
            asked = self._reason(entries)
            if not asked:
                return False
            reason = asked
        column = slate_state(tr(), state)
        same = all(entry.state is state for entry in entries)
        if len(entries) == 1:
            title = entries[0].title
            label = phrase(N_("Move “{title}” to {column}"), title=title, column=column)
            said = _("“{title}”: {column}", title=title, column=column)
        else:
            label = counted("Move {n} title to {column}", "Move {n} titles to {column}", len(entries), column=column)
            said = ngettext("{n} title moved: {column}", "{n} titles moved: {column}", len(entries), column=column)
        ids = [entry.id for entry in entries]
        shows = self.do(label, "", slates.move, ids, state, place, reason=reason)
        if shows is None:
            return False
        if not same or shows:
            self.shell.toast(self._with_shows(said, shows), undo=True)
        return True

    def _with_shows(self, said: str, shows: int) -> str:
        """What was done, and that shows left the schedule with it."""
        if not shows:
            return said
        gone = ngettext("{n} show taken off the schedule", "{n} shows taken off the schedule", shows)
        return _("{done}; {shows}", done=said, shows=gone)

    def _reason(self, entries: Sequence[EntryRow]) -> str | None:
        one = len(entries) == 1
        title = phrase(N_("Decline “{title}”?"), title=entries[0].title) if one else counted(
            "Decline {n} title?", "Decline {n} titles?", len(entries))  # fmt: skip
        sentence = phrase(N_("It stays on the slate with the reason and can be brought back."))
        question = Question(title, sentence, phrase(N_("Decline")), CANCEL, "message-square")
        return dialogs.ask_text(
            self._window.window(), question, phrase(N_("Reason, so that others understand it later"))
        )

    # What an entry is

    def change(self, entries: Sequence[EntryRow], **facts: Any) -> bool:
        """Correct facts of entries."""
        if len(entries) == 1:
            label = phrase(N_("Change “{title}” on the slate"), title=entries[0].title)
            return self.do(label, "", slates.change_entry, entries[0].id, **facts) is not None
        label = counted("Change {n} title on the slate", "Change {n} titles on the slate", len(entries))
        return self.do(label, "", slates.change_entries, [entry.id for entry in entries], **facts) is not None

    def give_opinion(
        self, entry: EntryRow, author: str, points: int | None, note: str, said_before: OpinionRow | None = None
    ) -> bool:
        """Say what somebody thinks of a title; asks before it takes the place of what another person has said."""
        if said_before is not None and said_before.author != self.workspace.store.author:
            question = Question(
                phrase(N_("Replace the opinion of {author}?"), author=said_before.author),
                phrase(N_("This replaces what {author} said about “{title}”."), author=said_before.author,
                       title=entry.title),
                phrase(N_("Replace")), CANCEL, "message-square",
            )  # fmt: skip
            if not dialogs.ask(self._window.window(), question):
                return False
        label = phrase(N_("Opinion on “{title}”"), title=entry.title)
        said = _("The opinion of {author} was added", author=author.strip())
        return self.do(label, said, opinions.give_opinion, entry.id, author, points, note) is not None

    def withdraw_opinion(self, entry: EntryRow, opinion: OpinionRow) -> bool:
        """Take an opinion back."""
        label = phrase(N_("Withdraw an opinion on “{title}”"), title=entry.title)
        said = _("The opinion of {author} was withdrawn", author=opinion.author)
        return self.do(label, said, opinions.withdraw_opinion, opinion.id) is not None

    def tie(self, entry: EntryRow, other: EntryRow, kind: LinkKind) -> bool:
        """Let two titles come in order, or keep them apart."""
        label = phrase(N_("Link “{title}” to “{other}”"), title=entry.title, other=other.title)
        return self.do(label, "", opinions.tie, entry.id, other.id, kind) is not None

    def untie(self, entry: EntryRow, tie: int) -> bool:
        """Let two titles be free of one another."""
        return self.do(phrase(N_("Unlink “{title}”"), title=entry.title), "", opinions.untie, tie) is not None

    def expect(self, entry: EntryRow, agent: int) -> bool:
        """Expect a guest."""
        label = phrase(N_("Add a guest for “{title}”"), title=entry.title)
        return self.do(label, "", opinions.expect_guest, entry.id, agent) is not None

    def expect_new(self, entry: EntryRow, name: str) -> bool:
        """Expect somebody the library does not know yet."""
        label = phrase(N_("Add a guest for “{title}”"), title=entry.title)
        return self.do(label, "", opinions.expect_somebody_new, entry.id, name) is not None

    def excuse(self, entry: EntryRow, guest: int) -> bool:
        """Expect a guest no longer."""
        label = phrase(N_("Remove a guest of “{title}”"), title=entry.title)
        return self.do(label, "", opinions.excuse_guest, guest) is not None
