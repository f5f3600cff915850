"""In which titles somebody is credited and as what, with the post they held at the time; and who held posts here."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.agents import held_in
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.store.agent_rows import AgentRecord, PostLine, RoleLine
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.works.record_lists import empty, stacked
from app.ui.works.tags import spoken_word
from app.ui.works.wording import UNKNOWN


class RoleList(Translated, QWidget):
    """`followed` asks for a title, `opened` for somebody else."""

    followed = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._record: AgentRecord | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_agent(self, record: AgentRecord) -> None:
        """Show the titles of somebody."""
        self._record = record
        self.retranslate()

    def retranslate(self) -> None:
        """Build the lines again in the language of the interface."""
        empty(self._column)
        if self._record is None:
            return
        for role in self._record.roles:
            self._role(role)
        for post in self._record.members:
            self._member(post)
        if not self._record.roles and not self._record.members:
            self._column.addWidget(SafeLabel(_("Credited in no title yet."), tone="text3"))

    def _role(self, role: RoleLine) -> None:
        assert self._record is not None
        link = LinkButton(role.title or UNKNOWN)
        link.clicked.connect(lambda _on=False: self.followed.emit(role.work))
        about = [str(role.year)] if role.year else []
        if role.mode is not None:
            mode = labels.spoken_mode(tr(), role.mode)
            about.append(pgettext("version", "{language}, {mode}", language=spoken_word(role.language), mode=mode))
        if role.character:
            about.append(pgettext("credit", "as {character}", character=role.character))
        below = [SafeLabel(" · ".join(about), "small", "text2", wrap=True)] if about else []
        if role.year:
            posts = [post for post in held_in(self._record.posts, role.year) if post.starts or post.ends]
            below += [SafeLabel(_("at the time: {post}", post=post_words(post)), "small", "text2") for post in posts]
        self._add(stacked(link, *below), SafeLabel(labels.role(tr(), role.role), tone="text2"))

    def _member(self, post: PostLine) -> None:
        link = LinkButton(post.holder or UNKNOWN)
        link.clicked.connect(lambda _on=False: self.opened.emit(post.agent))
        self._add(stacked(link, SafeLabel(span(post), "small", "text2")), SafeLabel(post.title, tone="text2"))

    def _add(self, left: QWidget, right: QWidget) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(left, 1)
        row.addWidget(right)
        self._column.addLayout(row)
        self._column.addWidget(Line())


def post_words(post: PostLine) -> str:
    """Director, Kazakhfilm."""
    if not post.organisation:
        return post.title
    return pgettext("post", "{title}, {organisation}", title=post.title, organisation=post.organisation)


def span(post: PostLine) -> str:
    """2010 – 2014, open ends as dashes."""

    def said(day: date | None) -> str:
        return formats.date_numeric(language(), day) if day else UNKNOWN

    return "" if post.starts is None and post.ends is None else f"{said(post.starts)} … {said(post.ends)}"
