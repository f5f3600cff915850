"""The facts of a title in the editor: kind, year, length, countries, age mark, how sure one is."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import Confidence, WorkKind
from app.domain.order import sort_key
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.operations.evidence import confirm_facts
from app.operations.works import (
    AGE_MARKS,
    EPISODES_WRONG,
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    MOST_EPISODES,
    RUNTIME_WRONG,
    YEAR_WRONG,
)
from app.store.evidence_rows import Evidence, evidence
from app.store.work_records import WorkRecord
from app.ui.translated import Translated
from app.ui.widgets.buttons import FilterPill, LinkButton
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo, Field, Note
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.safe import SafeLabel
from app.ui.works.country_shares import CountryShares
from app.ui.works.deeds import Deeds
from app.ui.works.fact_sources import Sourced, SourcesPanel, unsure
from app.ui.works.form_parts import Choice, Labelled, ReadField, told, whole
from app.ui.works.identifiers_form import IdentifiersForm
from app.ui.works.parts_form import PartsForm
from app.ui.works.wording import doubt
from app.words import N_, phrase

NEAR = ("KZ", "CN", "RU", "UZ", "KG", "TJ", "TM", "MN", "TR", "SU", "HK", "TW", "KR", "JP", "IR", "IN", "US", "GB",
        "FR", "DE", "IT", "ES", "PL", "CZ", "UA", "BY", "GE", "AZ", "AM")  # fmt: skip
"""Countries offered at once; any other code can be typed."""


class CountryChips(Translated, QWidget):
    """The producing countries as chips, and a list that adds one. `picked` carries the new codes."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._codes: list[str] = []
        self._chips: list[FilterPill] = []
        self.add = Combo()
        self.add.setMinimumContentsLength(12)
        self.add.activated.connect(self._added)
        self._flow = FlowLayout(self, gap=6)
        self._flow.addWidget(self.add)
        self._offered: list[str] = []
        self.retranslate()

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show these countries, in order."""
        self._codes = list(codes)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the countries again."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._flow.removeWidget(self.add)
        for code in self._codes:
            chip = FilterPill()
            name = formats.country(language(), code)
            chip.set_words("", name, _("Remove {country}", country=name))
            chip.clicked.connect(lambda _on=False, code=code: self._removed(code))
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        self._flow.addWidget(self.add)
        named = [(code, formats.country(language(), code)) for code in NEAR if code not in self._codes]
        named.sort(key=lambda pair: sort_key(pair[1], language()))
        self._offered = [code for code, _name in named]
        self.add.clear()
        self.add.addItems([name for _code, name in named])
        self.add.setCurrentIndex(-1)
        self.add.setPlaceholderText(_("Add a country"))
        self.add.setAccessibleName(_("Add a country"))

    def _added(self, place: int) -> None:
        self.picked.emit([*self._codes, self._offered[place]])

    def _removed(self, code: str) -> None:
        self.picked.emit([one for one in self._codes if one != code])


_FACTS = {"age": "age_mark"}
"""Fields whose fact has another name."""


class FactsForm(Translated, QWidget):
    """The facts of one title. `opened` carries another title one wants to go to."""

    opened = Signal(int)

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self.evidence: Evidence | None = None
        self._title = SafeLabel(role="section")
        self.kind, self.age, self.confidence = Choice[WorkKind](), Choice[str](), Choice[Confidence]()
        years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        self.year = ReadField(whole(FIRST_YEAR, LAST_YEAR, YEAR_WRONG, **years))
        self.runtime = ReadField(whole(1, LONGEST, RUNTIME_WRONG, most=LONGEST))
        self.episodes = ReadField(whole(1, MOST_EPISODES, EPISODES_WRONG, most=MOST_EPISODES))
        self.countries = CountryChips()
        self.joint = CheckBox()
        self.national, self.agreement = CheckBox(), Field()
        self.source, self.notes = Field(), Note(lines=4)
        self.panel, self.shares = SourcesPanel(deeds), CountryShares(deeds)
        self.numbers, self.series = IdentifiersForm(deeds), PartsForm(deeds)
        self.all_checked = LinkButton(role="small", compact=True)
        self._doubt = SafeLabel(role="small", tone="amber", wrap=True)
        self._parts: dict[str, Labelled] = {}
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        first, second = QWidget(), QWidget()
        top, below = FlowLayout(first, gap=12, line_gap=10), FlowLayout(second, gap=12, line_gap=10)
        narrow = {"kind": 200, "year": 84, "runtime": 104, "episodes": 104, "age": 96}
        for name, wide in narrow.items():
            sourced = self._parts[name] = Sourced(getattr(self, name), wide)
            sourced.asked.connect(partial(self.panel.ask, _FACTS.get(name, name)))
            top.addWidget(sourced)
        for name in ("year", "runtime", "episodes"):
            told(self._parts[name], getattr(self, name))
        self._parts["countries"] = Labelled(self.countries, grows=True)
        self._parts["confidence"] = Labelled(self.confidence, 160)
        below.addWidget(self._parts["confidence"])
        self._parts["source"] = Labelled(self.source, grows=True)
        self._parts["notes"] = Labelled(self.notes, grows=True)
        self._parts["agreement"] = Labelled(self.agreement, grows=True)
        joint, doubtful = QHBoxLayout(), QHBoxLayout()
        joint.setSpacing(24)
        for box in (self.joint, self.national):
            joint.addWidget(box)
        joint.addStretch(1)
        doubtful.addWidget(self._doubt, 1)
        doubtful.addWidget(self.all_checked)
        lines: tuple[QWidget | QHBoxLayout, ...] = (
            first, self.panel, self._parts["countries"], self.shares, joint, self._parts["agreement"],
            second, doubtful, self._parts["source"], self._parts["notes"], self.numbers,
            self.series,
        )  # fmt: skip
        for line in lines:
            if isinstance(line, QHBoxLayout):
                column.addLayout(line)
            else:
                column.addWidget(line)

    def _connect(self) -> None:
        self.kind.picked.connect(lambda value: self._change(kind=value))
        self.age.picked.connect(lambda value: self._change(age_mark=value))
        self.confidence.picked.connect(lambda value: self._change(confidence=value))
        for name in ("year", "runtime", "episodes"):
            field: ReadField = getattr(self, name)
            field.entered.connect(lambda value, name=name: self._change(**{name: value}))
        self.joint.clicked.connect(lambda on: self._change(co_production=on))
        self.national.clicked.connect(lambda on: self._change(national_film=on))
        self.agreement.committed.connect(lambda text: self._change(agreement=text.strip()))
        self.all_checked.clicked.connect(lambda _on=False: self._all_checked())
        for part in (self.numbers, self.series):
            part.opened.connect(self.opened)
        self.source.committed.connect(lambda text: self._change(source=text))
        self.notes.committed.connect(lambda text: self._change(notes=text))
        self.countries.picked.connect(self._set_countries)

    def retranslate(self) -> None:
        """Say labels and choices again."""
        self._title.setText(_("Facts"))
        words = {
            "kind": _("Kind"), "year": _("Year"), "runtime": _("Runtime, min"), "episodes": _("Episodes"),
            "age": _("Age rating"), "countries": _("Countries"), "confidence": _("Confidence"), "source": _("Source"),
            "notes": _("Notes"), "agreement": _("Agreement and legal basis of the co-production"),
        }  # fmt: skip
        for name, text in words.items():
            self._parts[name].set_words(text)
        self.joint.setText(_("Co-production"))
        self.national.setText(_("National film"))
        self.all_checked.setText(_("All of it is checked"))
        kinds = [(kind, labels.work_kind(tr(), kind)) for kind in WorkKind]
        self.kind.set_choices(kinds)
        self.age.set_choices([(mark, mark or _("none")) for mark in AGE_MARKS])
        self.confidence.set_choices([(value, labels.confidence(tr(), value)) for value in Confidence])
        for field in self.fields():
            field.again()
        if self.record is not None:
            self._show_sources(self.record)

    def show_record(self, record: WorkRecord) -> None:
        """Show what is stored; typing is left alone."""
        if self.record is not None and self.record.id != record.id:
            for field in self.fields():
                field.drop()
        self.record = record
        facts = record.facts
        self.kind.show_value(facts.kind)
        self.age.show_value(facts.age_mark)
        self.confidence.show_value(facts.confidence)
        self.year.show_read(facts.year)
        self.runtime.show_read(facts.runtime)
        self.episodes.show_read(facts.episodes)
        self.countries.show_codes(record.countries)
        self.joint.setChecked(facts.co_production)
        self.source.show_value(facts.source)
        self.notes.show_value(facts.notes)
        self.national.setChecked(facts.national_film)
        self.agreement.show_value(facts.agreement)
        self._parts["agreement"].setVisible(facts.co_production or bool(facts.agreement))
        self.evidence = self._deeds.read(evidence, record.id, language())
        self.shares.show_countries(record, self.evidence.countries)
        self.numbers.show_identifiers(record, self.evidence.identifiers)
        self.panel.show_claims(record, self.evidence.claims)
        self.series.show_record(record)
        self._show_sources(record)

    def _show_sources(self, record: WorkRecord) -> None:
        """Beside each fact how many sources it has; below, what nobody has checked."""
        claims = self.evidence.claims if self.evidence else {}
        for name, part in self._parts.items():
            if isinstance(part, Sourced):
                fact = _FACTS.get(name, name)
                part.tell(part.label.text(), len(claims.get(fact, ())), unsure=unsure(record, fact))
        unverified = record.facts.unverified
        self._doubt.setText(doubt(unverified, Confidence.HIGH))
        self._doubt.setVisible(bool(unverified))
        self.all_checked.setVisible(bool(unverified))

    def _all_checked(self) -> None:
        if self.record is not None:
            label = phrase(N_("Change the sources of “{title}”"), title=self.record.face.title)
            self._deeds.do(label, confirm_facts, self.record.id)

    def fields(self) -> list[ReadField]:
        """The fields that may hold what cannot be read."""
        return [self.year, self.runtime, self.episodes, *self.shares.fields(), *self.series.fields()]

    def focus(self, name: str) -> None:
        """Go to a field by its name."""
        getattr(self, name).setFocus()

    def _change(self, **facts: Any) -> None:
        if self.record is not None:
            self._deeds.change(self.record, **facts)

    def _set_countries(self, codes: Sequence[str]) -> None:
        if self.record is not None:
            self._deeds.set_countries(self.record, codes)
