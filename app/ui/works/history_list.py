"""The history of a title: who did what and when, field by field, with the way back of each."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.past_changes import Deed
from app.store.work_records import WorkRecord
from app.ui.past.deed_view import DeedView, lines, step_words
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.safe import SafeLabel
from app.ui.works.record_lists import Listed

OPEN = 3
"""Steps whose changes are told without being asked."""


class HistoryList(Listed):
    """What was done to the title, newest first. `restored` carries what one wants back."""

    restored = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._past: list[Deed] = []

    def show_past(self, past: list[Deed]) -> None:
        """Show these steps."""
        self._past = past
        self.retranslate()

    def build(self, record: WorkRecord) -> None:
        """One part for each step; what the latest did is told at once."""
        del record
        now = datetime.now(UTC)
        for place, deed in enumerate(self._past):
            past = deed.past
            ago = SafeLabel(formats.ago(language(), past.at, now), "small", "text2")
            ago.setToolTip(formats.date_time(language(), past.at.astimezone()))
            ago.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.add(_part(ago, self._told(deed, opened=place < OPEN)))
        if not self._past:
            self.add_none(_("Nothing was changed yet."))

    def _told(self, deed: Deed, *, opened: bool) -> list[QWidget]:
        parts: list[QWidget] = [SafeLabel(step_words(deed.past), wrap=True)]
        if deed.past.author:
            parts.append(SafeLabel(deed.past.author, "small", "text3"))
        number = sum(1 for _line in lines(deed))
        if opened and number:
            return [*parts, self._view(deed)]
        if number:
            link = LinkButton(ngettext("{n} change", "{n} changes", number), role="small")
            link.clicked.connect(lambda _on=False: self._unfold(link, deed))
            parts.append(link)
        return parts

    def _view(self, deed: Deed) -> DeedView:
        view = DeedView()
        view.restored.connect(self.restored)
        view.show_deed(deed)
        return view

    def _unfold(self, link: LinkButton, deed: Deed) -> None:
        """Tell the changes of a step in the place of their number."""
        part = link.parentWidget()
        column = part.layout() if part is not None else None
        if isinstance(column, QVBoxLayout):
            view = self._view(deed)
            column.replaceWidget(link, view)
            link.hide()
            link.deleteLater()
            if view.links:
                view.links[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _part(ago: QWidget, parts: list[QWidget]) -> QWidget:
    """One step: its words with the time at their right, below them the rest in the whole width."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    head = QHBoxLayout()
    head.setSpacing(10)
    head.addWidget(parts[0], 1)
    head.addWidget(ago)
    column.addLayout(head)
    for part in parts[1:]:
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, LinkButton) else Qt.AlignmentFlag(0))
    return whole
