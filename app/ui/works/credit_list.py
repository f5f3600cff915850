"""Who made a title and its versions, to be read: for the inspector."""

from PySide6.QtCore import Signal

from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.store.agent_rows import CreditRecord, credit_records
from app.store.work_records import WorkRecord
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.safe import SafeLabel
from app.ui.works.cards import version_word
from app.ui.works.deeds import Deeds
from app.ui.works.record_lists import Listed, stacked
from app.ui.works.wording import UNKNOWN


class CreditList(Listed):
    """`followed` asks for the page of somebody, `edited` for the section of the editor that changes credits."""

    followed = Signal(int)
    edited = Signal(str)

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds

    def build(self, record: WorkRecord) -> None:
        """The credits of the work, then of each version under its name."""
        everyone = list[CreditRecord](self._deeds.read(credit_records, record.id, language()))
        several = record.facts.co_production
        for credit in everyone:
            if credit.version is None:
                self._line(credit, country=several)
        for version in record.versions:
            own = [credit for credit in everyone if credit.version == version.id]
            if own:
                self._column.addSpacing(10)
                self._column.addWidget(SafeLabel(version_word(version), "small_strong", "text3"))
            for credit in own:
                self._line(credit, country=False)
        if not everyone:
            self.add_none(_("No credits entered."))
        link = LinkButton(_("Change the credits in the editor"), compact=True)
        link.clicked.connect(lambda: self.edited.emit("credits"))
        self._column.addSpacing(8)
        self._column.addWidget(link)

    def _line(self, credit: CreditRecord, *, country: bool) -> None:
        name = LinkButton(credit.name or UNKNOWN)
        name.setAccessibleName(_("Open {name}", name=credit.name))
        name.clicked.connect(lambda _on=False, agent=credit.agent: self.followed.emit(agent))
        place = formats.country(language(), credit.country) if country and credit.country else ""
        second = credit.original if credit.original != credit.name else ""
        about = [text for text in (second, place) if text]
        below = []
        if about:
            below.append(SafeLabel(" · ".join(about), "small", "text2", wrap=True))
        if credit.character:
            words = pgettext("credit", "as {character}", character=credit.character)
            below.append(SafeLabel(words, "small", "text2", wrap=True))
        self.add(stacked(name, *below), SafeLabel(labels.role(tr(), credit.role), "body", "text2"))
