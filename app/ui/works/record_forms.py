"""The form of versions, for the editor and for a tab of the inspector."""

from collections.abc import Sequence
from typing import Any

from app.domain.kinds import SpokenMode, VersionStatus
from app.domain.names import plain
from app.i18n import labels
from app.i18n.active import _, tr
from app.operations.works import LONGEST, RUNTIME_WRONG
from app.store.work_records import VersionRecord, WorkRecord
from app.ui.works.cards import Card, CardsForm
from app.ui.works.form_parts import Choice, LanguageToggles, ReadField, told, whole
from app.ui.works.tags import language_choices, spoken_tag


class VersionCard(Card):
    """Language, manner, subtitles, runtime and state of one version."""

    def __init__(self, form: "VersionsForm") -> None:
        super().__init__()
        self._form = form
        self._line: VersionRecord | None = None
        self.language, self.mode = Choice[str](), Choice[SpokenMode]()
        self.subtitles, self.status = LanguageToggles(), Choice[VersionStatus]()
        self.runtime = ReadField(whole(1, LONGEST, RUNTIME_WRONG, most=LONGEST))
        self._language = self.add(self.language, 126)
        self._mode = self.add(self.mode, 140)
        self._runtime = self.add(self.runtime, 96)
        self._status = self.add(self.status, 126)
        self._subtitles = self.add(self.subtitles, 140)
        told(self._runtime, self.runtime)
        self.language.picked.connect(lambda code: self._change(language=spoken_tag(code)))
        self.mode.picked.connect(lambda mode: self._change(mode=mode))
        self.status.picked.connect(lambda status: self._change(status=status))
        self.runtime.entered.connect(lambda minutes: self._change(runtime=minutes))
        self.subtitles.picked.connect(self._set_subtitles)
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels and choices again."""
        self._language.set_words(_("Language"))
        self._mode.set_words(_("Spoken"))
        self._subtitles.set_words(_("Subtitles"))
        self._runtime.set_words(_("Runtime, min"))
        self._status.set_words(_("State"))
        self.remove.set_name(_("Remove this version"))
        self.mode.set_choices([(mode, labels.spoken_mode(tr(), mode)) for mode in SpokenMode])
        self.status.set_choices([(status, labels.version_status(tr(), status)) for status in VersionStatus])
        self.language.set_choices(language_choices(*([self._line.language] if self._line else [])))
        self.subtitles.retranslate()
        self._subtitles.measure()
        self.runtime.again()

    def fill(self, record: WorkRecord, line: VersionRecord) -> None:
        """Show what is stored."""
        self._line = line
        self.language.set_choices(language_choices(line.language))
        self.language.show_value(plain(line.language))
        self.mode.show_value(line.mode)
        self.status.show_value(line.status)
        self.subtitles.show_tags(line.subtitles)
        self._subtitles.measure()
        self.runtime.setPlaceholderText(str(record.facts.runtime or ""))
        self.runtime.show_read(line.runtime)

    def _change(self, **facts: Any) -> None:
        if self._form.record is not None and self._line is not None:
            self._form.deeds.change_version(self._form.record, self._line, **facts)

    def _set_subtitles(self, codes: Sequence[str]) -> None:
        if self._form.record is not None and self._line is not None:
            self._form.deeds.set_subtitles(self._form.record, self._line, codes)


class VersionsForm(CardsForm):
    """The language versions of a title."""

    def lines(self, record: WorkRecord) -> Sequence[VersionRecord]:
        """The versions."""
        return record.versions

    def make(self) -> Card:
        """A card for one more version."""
        return VersionCard(self)

    def remove(self, line: VersionRecord) -> None:
        """Take a version away."""
        if self.record is not None:
            self.deeds.remove_version(self.record, line)

    def add(self) -> None:
        """Add the original if there is none, else a dub in a language of the house that has none."""
        if self.record is None:
            return
        spoken = [plain(version.language) for version in self.record.versions]
        original = next((name.language for name in self.record.names if name.type == "original"), "kk")
        if not spoken:
            self.focus(self.deeds.add_version(self.record, spoken_tag(plain(original)), SpokenMode.ORIGINAL))
            return
        code = next((code for code in ("kk", "ru", "zh", "en") if code not in spoken), "kk")
        self.focus(self.deeds.add_version(self.record, spoken_tag(code), SpokenMode.DUBBED))

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("No versions entered."))
        self.add_button.setText(_("Add a version"))
