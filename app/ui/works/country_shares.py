"""Who made a co-production: what each country did, and its share in per cent."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.i18n.labels import context
from app.operations import works
from app.store.evidence_rows import CountryLine
from app.store.work_records import WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice, ReadField, whole
from app.words import N_, phrase

ROLES = {
    "": context("co-production", "not stated"),
    "majority": context("co-production", "majority producer"),
    "minority": context("co-production", "minority producer"),
    "equal": context("co-production", "equal producer"),
    "financial": context("co-production", "financial part only"),
    "service": context("co-production", "services"),
}
"""What a country can have done (European Convention on Cinematographic Co-Production, articles 5, 6 and annex II)."""


class CountryShares(Translated, QWidget):
    """A line a country, shown from two countries on."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self.lines: tuple[CountryLine, ...] = ()
        self.roles: dict[int, Choice[str]] = {}
        self.shares: dict[int, ReadField] = {}
        self._names: dict[int, SafeLabel] = {}
        self._signs: dict[int, SafeLabel] = {}
        self.sum = InlineMessage()
        room = QWidget()
        self._grid = QGridLayout(room)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(4, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(room)
        column.addWidget(self.sum)
        self.retranslate()

    def show_countries(self, record: WorkRecord, lines: tuple[CountryLine, ...]) -> None:
        """Show the countries as they are stored."""
        self.record, self.lines = record, lines
        wanted = {line.id for line in lines}
        for key in [key for key in self.roles if key not in wanted]:
            parts: tuple[QWidget, ...] = (
                self.roles.pop(key), self.shares.pop(key), self._names.pop(key), self._signs.pop(key),
            )  # fmt: skip
            for part in parts:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        for place, line in enumerate(lines):
            if line.id not in self.roles:
                self._make(line.id)
            parts = (self._names[line.id], self.roles[line.id], self.shares[line.id], self._signs[line.id])
            for at, part in enumerate(parts):
                self._grid.addWidget(part, place, at)
        self.setVisible(len(lines) > 1)
        self.retranslate()

    def _make(self, key: int) -> None:
        role, share = Choice[str](), ReadField(whole(1, works.WHOLE, works.SHARE_WRONG))
        role.setFixedWidth(theme().px(210))
        share.setFixedWidth(theme().px(64))
        role.picked.connect(lambda value: self._change(key, role=value))
        share.entered.connect(lambda value: self._change(key, share=value))
        self.roles[key], self.shares[key] = role, share
        self._names[key], self._signs[key] = SafeLabel(), SafeLabel(tone="text2")

    def retranslate(self) -> None:
        """Say countries, roles and the sum again."""
        for line in self.lines:
            name = formats.country(language(), line.country)
            self._names[line.id].setText(name)
            self._signs[line.id].setText("%")
            known = ROLES if line.role in ROLES else {**ROLES, line.role: ("", line.role)}
            self.roles[line.id].set_choices([(key, pgettext(*word) if word[0] else key) for key, word in known.items()])
            self.roles[line.id].show_value(line.role)
            self.roles[line.id].setAccessibleName(_("Part of {country}", country=name))
            self.shares[line.id].show_read(line.share)
            self.shares[line.id].setAccessibleName(_("Share of {country} in per cent", country=name))
        told = [line.share for line in self.lines if line.share]
        if not told:
            self.sum.clear()
        elif sum(told) == works.WHOLE:
            self.sum.tell(Level.GOOD, _("The shares make 100 per cent."))
        else:
            self.sum.tell(Level.WARNING, _("The shares make {sum} per cent, not 100.", sum=sum(told)))

    def fields(self) -> list[ReadField]:
        """The fields that may hold what cannot be read."""
        return list(self.shares.values())

    def _change(self, key: int, **facts: object) -> None:
        if self.record is not None:
            label = phrase(N_("Change the countries of “{title}”"), title=self.record.face.title)
            self._deeds.do(label, works.change_country, key, **facts)
