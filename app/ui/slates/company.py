"""Who thinks what of a title, who shall be there when it is shown, and which titles it is tied to."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds_of_plans import LinkKind
from app.i18n import formats, labels_of_plans
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.operations.opinions import MOST_POINTS
from app.store.agent_rows import AgentLine, faces, suggestions
from app.store.slate_rows import EntryRow, OpinionRow
from app.ui.slates.desk import Desk
from app.ui.slates.edits import Edits
from app.ui.slates.unsaved import OPINION, Half
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import Field, Note
from app.ui.widgets.safe import SafeLabel
from app.ui.works.agent_field import AgentField
from app.ui.works.form_parts import Choice, focus_first


class Lines(QWidget):
    """Lines of text, each with a button that takes it away."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(6)

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self._stack.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def add(self, words: Sequence[tuple[str, str, str]], name: str, away: Callable[[], object]) -> None:
        """One more line of (text, role, tone) below one another; `name` says what its button does."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(0)
        for text, role, tone in words:
            if text:
                column.addWidget(SafeLabel(text, role, tone, wrap=True))
        line.addLayout(column, 1)
        button = IconButton("x", name, size=24)
        button.clicked.connect(lambda _on=False: away())
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(row)


class OpinionsPanel(Translated, QWidget):
    """What people think, and one's own opinion."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits
        self._desk: Desk | None = None
        self._entry: EntryRow | None = None
        self.head = SafeLabel(role="strong")
        self.mean = SafeLabel(role="small", tone="text2")
        self.lines = Lines()
        self.author, self.points, self.note, self.give = Field(), Choice[int](), Note(lines=2), Button(small=True)
        self.points.setMinimumContentsLength(9)
        self.author.setText(edits.workspace.store.author)
        self.half = SafeLabel(role="small", tone="text2", wrap=True)
        self.author.textEdited.connect(lambda _text: self._named())
        self.points.picked.connect(lambda _points: self._typed())
        self.note.textChanged.connect(lambda: self._typed() if self.note.hasFocus() else None)
        self.give.clicked.connect(self._give)
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.mean)
        own = QHBoxLayout()
        own.setSpacing(8)
        own.addWidget(self.author, 1)
        own.addWidget(self.points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.lines)
        column.addLayout(own)
        column.addWidget(self.note)
        last = QHBoxLayout()
        last.setSpacing(10)
        last.addWidget(self.give)
        last.addWidget(self.half, 1)
        column.addLayout(last)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.head.setText(_("Opinions"))
        self.half.setText(_("Not noted yet"))
        self.author.setPlaceholderText(_("Whose opinion"))
        self.author.setAccessibleName(_("Whose opinion"))
        self.points.set_choices([(-1, _("No points")), *((n, str(n)) for n in range(MOST_POINTS, -1, -1))])
        self.points.setAccessibleName(_("Points from 0 to 10"))
        self.note.setPlaceholderText(_("Arguments for and against"))
        self.note.setAccessibleName(_("Arguments for and against"))
        self.give.setText(_("Add this opinion"))

    def show_entry(self, desk: Desk, entry: EntryRow) -> None:
        """Show what people think of a title."""
        other = self._entry is None or self._entry.id != entry.id
        self._desk, self._entry = desk, entry
        self.lines.clear()
        for one in desk.slate.opinions.get(entry.id, ()):
            points = _("{points} of 10", points=one.points) if one.points is not None else ""
            head = " · ".join(filter(None, (one.author, points)))
            day = formats.date_medium(language(), one.given.astimezone().date())
            name = _("Withdraw the opinion of {author}", author=one.author)
            self.lines.add(
                ((head, "value", "text"), (one.note, "body", "text"), (day, "small", "text3")), name,
                partial(self._edits.withdraw_opinion, entry, one),
            )  # fmt: skip
        self.mean.setText(self._mean(entry))
        if other:
            self._fill_own()

    def enter(self) -> None:
        """Go to one's own points."""
        focus_first(self.points if self.author.text().strip() else self.author)

    def _mean(self, entry: EntryRow) -> str:
        if entry.points is None:
            return ""
        mean = formats.number(language(), entry.points)
        return ngettext("{points} from {n} opinion", "{points} from {n} opinions", entry.opinions, points=mean)

    def _said(self, author: str) -> OpinionRow | None:
        """What a person has said of the title."""
        own = self._desk.slate.opinions.get(self._entry.id, ()) if self._desk and self._entry else ()
        author = " ".join(author.split())
        return next((one for one in own if one.author == author), None)

    def _fill_own(self) -> None:
        """What was typed and not noted stands in the fields, else what this person has said already."""
        text = None
        if self._desk is not None and self._entry is not None:
            text = self._edits.unsaved.text(self._desk.slate.programme.id, self._entry, OPINION)
        half = Half.read(text) if text is not None else None
        if half is not None:
            self.author.show_value(half.author)
        else:
            said = self._said(self.author.text())
            half = Half("", said.points, said.note) if said is not None else Half("", None, "")
        self.points.show_value(-1 if half.points is None else half.points)
        self.note.show_value(half.note)
        self.half.setVisible(text is not None)

    def _now(self) -> Half:
        """What the fields hold."""
        value = self.points.value()
        return Half(self.author.text(), None if value is None or value < 0 else value, self.note.toPlainText())

    def _named(self) -> None:
        """Another person: what they have said stands in the fields, unless something has been typed by now."""
        if self.half.isHidden():
            self._fill_own()
        else:
            self._typed()

    def _typed(self) -> None:
        """Keep what is not yet noted."""
        if self._desk is None or self._entry is None:
            return
        half, said = self._now(), self._said(self.author.text())
        stored = (said.points, said.note) if said is not None else (None, "")
        unsaved, programme = self._edits.unsaved, self._desk.slate.programme.id
        same = (half.points, half.note.strip()) == stored
        if same:
            unsaved.forget(programme, self._entry, OPINION)
        else:
            unsaved.note(programme, self._entry, OPINION, str(half))
        self.half.setVisible(not same)

    def _give(self) -> None:
        desk, entry = self._desk, self._entry
        if desk is None or entry is None:
            return
        half = self._now()
        self.note.commit()
        said = self._said(half.author)
        if said is not None and (said.points, said.note) == (half.points, half.note.strip()):
            said = None
        if self._edits.give_opinion(entry, half.author, half.points, half.note, said):
            self._edits.unsaved.forget(desk.slate.programme.id, entry, OPINION)
            self.half.hide()


class TiesPanel(Translated, QWidget):
    """Which titles come before or after this one, or not at the same time."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits
        self._desk: Desk | None = None
        self._entry: EntryRow | None = None
        self.head = SafeLabel(role="strong")
        self.lines = Lines()
        self.kind, self.other, self.add = Choice[str](), Choice[int](), Button(icon="plus", small=True)
        self.add.clicked.connect(self._tie)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.kind, 1)
        row.addWidget(self.other, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.lines)
        column.addLayout(row)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.head.setText(_("Order with other titles"))
        self.kind.set_choices((("before", _("Before")), ("after", _("After")), ("apart", _("Not at the same time as"))))
        if self.kind.value() is None:
            self.kind.show_value("before")
        self.kind.setAccessibleName(_("How the titles are linked"))
        self.other.setAccessibleName(_("The other title"))
        self.add.setText(_("Link"))

    def show_entry(self, desk: Desk, entry: EntryRow) -> None:
        """Show the ties of a title."""
        self._desk, self._entry = desk, entry
        self.lines.clear()
        for tie in desk.slate.ties:
            if entry.id in (tie.entry, tie.other):
                other = desk.entry(tie.other if tie.entry == entry.id else tie.entry)
                if other is not None:
                    said = _tie_words(tie.kind, other.title, first=tie.entry == entry.id)
                    self.lines.add(((said, "body", "text"),), _("Unlink"), partial(self._edits.untie, entry, tie.id))
        self.other.set_choices([(one.id, one.title) for one in desk.slate.entries if one.id != entry.id])

    def _tie(self) -> None:
        desk, entry = self._desk, self._entry
        other = desk.entry(self.other.value() or 0) if desk else None
        if entry is None or other is None:
            return
        match self.kind.value():
            case "after":
                self._edits.tie(other, entry, LinkKind.BEFORE)
            case "apart":
                self._edits.tie(entry, other, LinkKind.APART)
            case _:
                self._edits.tie(entry, other, LinkKind.BEFORE)


def _tie_words(kind: LinkKind, title: str, *, first: bool) -> str:
    if kind is LinkKind.APART:
        return f"{labels_of_plans.link_kind(tr(), kind)}: {title}"
    return _("Before: {title}", title=title) if first else _("After: {title}", title=title)


class GuestsPanel(Translated, QWidget):
    """Who shall be there."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits
        self._entry: EntryRow | None = None
        self.head = SafeLabel(role="strong")
        self.lines = Lines()
        self.who = AgentField(self._suggest)
        self.who.chosen.connect(self._expect)
        self.who.created.connect(self._expect_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.lines)
        column.addWidget(self.who)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.head.setText(pgettext("slate", "Guests"))
        self.who.setPlaceholderText(_("Add a guest"))
        self.who.setAccessibleName(_("Add a guest"))

    def show_entry(self, desk: Desk, entry: EntryRow) -> None:
        """Show the guests of a title."""
        self._entry = entry
        self.lines.clear()
        guests = [guest for guest in desk.slate.guests if guest.entry == entry.id]
        seen = self._edits.workspace.read(faces, {guest.agent for guest in guests}, language()) if guests else {}
        for guest in guests:
            name = seen[guest.agent].title if guest.agent in seen else "–"
            away = _("Remove guest {name}", name=name)
            self.lines.add(((name, "body", "text"),), away, partial(self._edits.excuse, entry, guest.id))

    def _suggest(self, typed: str) -> Sequence[AgentLine]:
        return self._edits.workspace.read(suggestions, typed, language())

    def _expect(self, agent: int) -> None:
        if self._entry is not None:
            self._edits.expect(self._entry, agent)
            self.who.clear()

    def _expect_new(self, name: str) -> None:
        if self._entry is not None:
            self._edits.expect_new(self._entry, name)
            self.who.clear()
