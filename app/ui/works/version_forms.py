"""The form of language versions: language, manner, subtitles and their kinds, studio, how far it is, its people."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.kinds import FOR_ALL, SpokenMode, VersionStatus
from app.domain.names import plain
from app.i18n import formats, labels, labels_of_records
from app.i18n.active import _, language, pgettext, tr
from app.operations import language_versions, versions
from app.operations.works import FIRST_YEAR, LAST_YEAR, LONGEST, RUNTIME_WRONG, YEAR_WRONG
from app.store.version_rows import VersionEntry, version_entries
from app.store.work_records import WorkRecord
from app.ui.widgets.fields import Field
from app.ui.widgets.section import FoldButton
from app.ui.widgets.steps import Steps
from app.ui.widgets.toggles import Toggles
from app.ui.works.cards import Card, CardsForm
from app.ui.works.credit_forms import CreditForm
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice, Labelled, ReadField, told, whole
from app.ui.works.subtitle_field import SubtitleField
from app.ui.works.tags import language_choices, spoken_tag
from app.words import N_, Phrase, phrase

STATUSES = tuple(VersionStatus)


class VersionCard(Card):
    """One version; its people open in place."""

    def __init__(self, form: "VersionsForm") -> None:
        super().__init__()
        self._form = form
        self._line: VersionEntry | None = None
        self.language, self.mode = Choice[str](), Choice[SpokenMode]()
        self.subtitles, self.status = SubtitleField(), Steps()
        self.access = Toggles(FOR_ALL)
        self.runtime = ReadField(whole(1, LONGEST, RUNTIME_WRONG, most=LONGEST))
        years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        self.year = ReadField(whole(FIRST_YEAR, LAST_YEAR, YEAR_WRONG, **years))
        self.studio, self.place, self.note = Field(), Field(), Field()
        self.people, self.fold = CreditForm(form.deeds, of_version=True), FoldButton()
        self._parts: dict[str, Labelled] = {}
        self._lay()
        self._connect()
        self.retranslate()

    def _lay(self) -> None:
        wide = {"language": 132, "mode": 168, "status": 180, "runtime": 88, "year": 76, "studio": 168, "place": 116,
                "note": 220, "subtitles": 260, "access": 430}  # fmt: skip
        for name, width in wide.items():
            self._parts[name] = self.add(getattr(self, name), width)
        for name in ("runtime", "year"):
            told(self._parts[name], getattr(self, name))
        self.middle.addWidget(self.fold)
        self.middle.addWidget(self.people)

    def _connect(self) -> None:
        self.language.picked.connect(lambda code: self._change(language=spoken_tag(code)))
        self.mode.picked.connect(lambda mode: self._change(mode=mode))
        self.status.picked.connect(lambda place: self._change(status=STATUSES[place]))
        self.subtitles.picked.connect(lambda pairs: self._change(subtitles=pairs))
        self.access.picked.connect(lambda kinds: self._change(access=kinds))
        self.runtime.entered.connect(lambda minutes: self._change(runtime=minutes))
        self.year.entered.connect(lambda year: self._change(year=year))
        for name in ("studio", "place", "note"):
            getattr(self, name).committed.connect(lambda text, name=name: self._change(**{name: text}))
        self.fold.toggled.connect(self.people.setVisible)
        self.fold.setChecked(False)
        self.people.hide()
        self.people.opened.connect(self._form.opened)

    def retranslate(self) -> None:
        """Say labels and choices again."""
        words = {
            "language": _("Language"), "mode": _("Spoken"), "subtitles": _("Subtitles"), "status": _("State"),
            "runtime": _("Runtime, min"), "year": _("Year"), "studio": _("Studio"), "place": _("Place"),
            "note": _("Note"), "access": _("Accessibility"),
        }  # fmt: skip
        self.mode.set_choices([(mode, labels.spoken_mode(tr(), mode)) for mode in SpokenMode])
        self.status.set_words([labels.version_status(tr(), status) for status in STATUSES])
        self.language.set_choices(language_choices(*([self._line.language] if self._line else [])))
        self.subtitles.retranslate()
        kinds = {kind: labels_of_records.track_kind(tr(), kind) for kind in FOR_ALL}
        self.access.name({kind: (word, word) for kind, word in kinds.items()})
        for name, part in self._parts.items():
            part.set_words(words[name])
        self.remove.set_name(_("Remove this version"))
        for field in (self.runtime, self.year):
            field.again()
        self._say_people()

    def fill(self, record: WorkRecord, line: VersionEntry) -> None:
        """Show what is stored."""
        self._line = line
        self.language.set_choices(language_choices(line.language))
        self.language.show_value(plain(line.language))
        self.mode.show_value(line.mode)
        self.status.show_step(STATUSES.index(line.status))
        self.subtitles.show_subtitles(line.subtitles)
        self.access.press(line.access)
        for name in ("subtitles", "access"):
            self._parts[name].measure()
        self.runtime.setPlaceholderText(str(record.facts.runtime or ""))
        self.runtime.show_read(line.runtime)
        self.year.show_read(line.year)
        for name in ("studio", "place", "note"):
            getattr(self, name).show_value(getattr(line, name))
        self.people.show_lines(record, line.id, line.credits)
        self._say_people()

    def _say_people(self) -> None:
        number = len(self._line.credits) if self._line else 0
        count = formats.number(language(), number)
        words = _("People of this version")
        self.fold.setText(pgettext("fold", "{title} {count}", title=words, count=count) if number else words)
        self.fold.setAccessibleName(self.fold.text())

    def _change(self, **facts: Any) -> None:
        if self._line is not None:
            self._form.change(self._line, **facts)


class VersionsForm(CardsForm):
    """The language versions of a title. `opened` asks for the page of somebody."""

    opened = Signal(int)

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds)
        self.setParent(parent)

    def lines(self, record: WorkRecord) -> Sequence[VersionEntry]:
        """The versions, read now."""
        found: Sequence[VersionEntry] = self.deeds.read(version_entries, record.id, language())
        return found

    def make(self) -> VersionCard:
        """A card for one more version."""
        return VersionCard(self)

    def _step(self, message: str) -> Phrase:
        assert self.record is not None
        return phrase(message, title=self.record.face.title)

    def change(self, line: VersionEntry, **facts: Any) -> None:
        """Correct a version."""
        if self.record is not None:
            label = self._step(N_("Change a version of “{title}”"))
            self.deeds.do(label, language_versions.change, line.id, **facts)

    def remove(self, line: VersionEntry) -> None:
        """Take a version away."""
        if self.record is not None:
            label = self._step(N_("Remove a version of “{title}”"))
            self.deeds.take_away(label, _("Version removed"), versions.remove_version, line.id)

    def add(self) -> None:
        """Add the original if there is none, else a dub in a language of the house that has none."""
        if self.record is None:
            return
        spoken = [plain(version.language) for version in self.record.versions]
        original = next((name.language for name in self.record.names if name.type == "original"), "kk")
        code, mode, status = plain(original), SpokenMode.ORIGINAL, VersionStatus.DELIVERED
        if spoken:
            code = next((code for code in ("kk", "ru", "zh", "en") if code not in spoken), "kk")
            mode, status = SpokenMode.DUBBED, VersionStatus.PLANNED
        label = self._step(N_("Add a version of “{title}”"))
        self.focus(self.deeds.do(label, versions.add_version, self.record.id, spoken_tag(code), mode, status=status))

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("No versions entered."))
        self.add_button.setText(_("Add a version"))
