"""The forms of versions, rights and copies, for the editor and for the tabs of the inspector."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain import calendar
from app.domain.kinds import CopyFormat, RightsState, SpokenMode, Use, VersionStatus
from app.domain.names import plain
from app.domain.rights import WORLD
from app.errors import UserError
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.operations.versions import COPY_UNNAMED, WINDOW_WRONG
from app.operations.works import LONGEST, RUNTIME_WRONG
from app.store.work_records import CopyLine, RightsLine, VersionRecord, WorkRecord
from app.ui.widgets.fields import Field
from app.ui.works.cards import Card, CardsForm, version_choices
from app.ui.works.form_parts import Choice, LanguageToggles, ReadField, read_day, told, whole, write_day
from app.ui.works.tags import language_choices, spoken_tag
from app.words import N_

HOME_ZONE = "Asia/Almaty"
TERRITORIES = (WORLD, "KZ", "CN", "RU", "UZ", "KG", "TR", "MN", "FR", "DE", "US")
SHOWINGS_WRONG = N_("The number of showings must lie between 1 and {most}.")
MOST_SHOWINGS = 999
FIRST_COPY = N_("DCP {letter}")


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


class RightsCard(Card):
    """Territory, use, state, days, showings and holder of one licence."""

    def __init__(self, form: "RightsForm") -> None:
        super().__init__()
        self._form = form
        self._line: RightsLine | None = None
        self.territory, self.use, self.state = Choice[str](), Choice[Use](), Choice[RightsState]()
        self.version = Choice[int | None]()
        self.starts, self.ends = ReadField(self._first, write_day), ReadField(self._last, write_day)
        self.showings = ReadField(whole(1, MOST_SHOWINGS, SHOWINGS_WRONG, most=MOST_SHOWINGS))
        self.holder = Field()
        self._territory, self._use = self.add(self.territory, 136), self.add(self.use, 136)
        self._state, self._starts = self.add(self.state, 136), self.add(self.starts, 112)
        self._ends, self._showings = self.add(self.ends, 112), self.add(self.showings, 112)
        self._holder, self._version = self.add(self.holder, 190), self.add(self.version, 152)
        for part, field in ((self._starts, self.starts), (self._ends, self.ends), (self._showings, self.showings)):
            told(part, field)
        for choice, name in (
            (self.territory, "territory"),
            (self.use, "use"),
            (self.state, "state"),
            (self.version, "version_id"),
        ):
            choice.picked.connect(lambda value, name=name: self._change(**{name: value}))
        for entry, name in ((self.starts, "starts"), (self.ends, "ends"), (self.showings, "max_showings")):
            entry.entered.connect(lambda value, name=name: self._change(**{name: value}))
        self.holder.committed.connect(lambda text: self._change(holder=text.strip()))
        self.retranslate()

    def _first(self, text: str) -> Any:
        day = read_day(text)
        if day and self._line and self._line.ends and day > self._line.ends:
            raise UserError(WINDOW_WRONG)
        return day

    def _last(self, text: str) -> Any:
        day = read_day(text)
        if day and self._line and self._line.starts and day < self._line.starts:
            raise UserError(WINDOW_WRONG)
        return day

    def retranslate(self) -> None:
        """Say labels and choices again."""
        self._territory.set_words(_("Territory"))
        self._use.set_words(_("Use"))
        self._state.set_words(_("State"))
        self._starts.set_words(_("From"))
        self._ends.set_words(_("To"))
        self._showings.set_words(_("Showings at most"))
        self._holder.set_words(_("Rights holder"))
        self._version.set_words(_("Version"))
        self.remove.set_name(_("Remove these rights"))
        self.use.set_choices([(use, labels.use(tr(), use)) for use in Use])
        self.state.set_choices([(state, labels.rights_state(tr(), state)) for state in RightsState])
        self._fill_choices()
        for field in (self.starts, self.ends, self.showings):
            field.again()

    def _fill_choices(self) -> None:
        codes = dict.fromkeys((*TERRITORIES, *([self._line.territory] if self._line else [])))
        self.territory.set_choices([(code, formats.country(language(), code)) for code in codes])
        if self._form.record is not None:
            self.version.set_choices(version_choices(self._form.record))

    def fill(self, record: WorkRecord, line: RightsLine) -> None:
        """Show what is stored."""
        del record
        self._line = line
        self._fill_choices()
        self.territory.show_value(line.territory)
        self.use.show_value(line.use)
        self.state.show_value(line.state)
        self.version.show_value(line.version)
        self.starts.show_read(line.starts)
        self.ends.show_read(line.ends)
        self.showings.show_read(line.max_showings)
        self.holder.show_value(line.holder)

    def _change(self, **facts: Any) -> None:
        if self._form.record is not None and self._line is not None:
            self._form.deeds.change_rights(self._form.record, self._line, **facts)


class RightsForm(CardsForm):
    """The licences of a title."""

    def lines(self, record: WorkRecord) -> Sequence[RightsLine]:
        """The licences."""
        return record.rights

    def make(self) -> Card:
        """A card for one more licence."""
        return RightsCard(self)

    def remove(self, line: RightsLine) -> None:
        """Take a licence away."""
        if self.record is not None:
            self.deeds.remove_rights(self.record, line)

    def add(self) -> None:
        """Add a licence that is being talked about."""
        if self.record is not None:
            self.focus(self.deeds.add_rights(self.record))

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("No rights entered."))
        self.add_button.setText(_("Add rights"))


class CopyCard(Card):
    """Name, format, version, arrival and place of one copy."""

    def __init__(self, form: "CopiesForm") -> None:
        super().__init__()
        self._form = form
        self._line: CopyLine | None = None
        self.name = ReadField(_named)
        self.format, self.version = Choice[CopyFormat](), Choice[int | None]()
        self.ready = ReadField(read_day, write_day)
        self.place, self.note = Field(), Field()
        self._name, self._format = self.add(self.name, 142), self.add(self.format, 122)
        self._version, self._ready = self.add(self.version, 162), self.add(self.ready, 112)
        self._place, self._note = self.add(self.place, 142), self.add(self.note, 190)
        told(self._name, self.name)
        told(self._ready, self.ready)
        self.name.entered.connect(lambda text: self._change(name=text))
        self.format.picked.connect(lambda value: self._change(format=value))
        self.version.picked.connect(lambda value: self._change(version_id=value))
        self.ready.entered.connect(self._set_ready)
        self.place.committed.connect(lambda text: self._change(place=text.strip()))
        self.note.committed.connect(lambda text: self._change(note=text.strip()))
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels and choices again."""
        self._name.set_words(_("Copy"))
        self._format.set_words(_("Format"))
        self._version.set_words(_("Version"))
        self._ready.set_words(_("Ready from"))
        self._place.set_words(_("Place"))
        self._note.set_words(_("Note"))
        self.remove.set_name(_("Remove this copy"))
        self.format.set_choices([(value, labels.copy_format(tr(), value)) for value in CopyFormat])
        if self._form.record is not None:
            self.version.set_choices(version_choices(self._form.record))
        for field in (self.name, self.ready):
            field.again()

    def fill(self, record: WorkRecord, line: CopyLine) -> None:
        """Show what is stored."""
        self._line = line
        self.version.set_choices(version_choices(record))
        self.name.show_read(line.name)
        self.format.show_value(line.format)
        self.version.show_value(line.version)
        self.ready.show_read(calendar.wall_of(line.ready_from, HOME_ZONE).date() if line.ready_from else None)
        self.place.show_value(line.place)
        self.note.show_value(line.note)

    def _set_ready(self, day: Any) -> None:
        """A copy is ready in the morning, unless another hour was entered before."""
        if day is None or self._line is None:
            self._change(ready_from=None)
            return
        old = self._line.ready_from
        hour = calendar.wall_of(old, HOME_ZONE) if old else datetime(2000, 1, 1, 9, tzinfo=UTC)
        wall = datetime(day.year, day.month, day.day) + timedelta(hours=hour.hour, minutes=hour.minute)  # noqa: DTZ001
        self._change(ready_from=calendar.utc_of(wall, HOME_ZONE))

    def _change(self, **facts: Any) -> None:
        if self._form.record is not None and self._line is not None:
            self._form.deeds.change_copy(self._form.record, self._line, **facts)


def _named(text: str) -> str:
    if not text:
        raise UserError(COPY_UNNAMED)
    return text


class CopiesForm(CardsForm):
    """The copies of a title."""

    def lines(self, record: WorkRecord) -> Sequence[CopyLine]:
        """The copies."""
        return record.copies

    def make(self) -> Card:
        """A card for one more copy."""
        return CopyCard(self)

    def remove(self, line: CopyLine) -> None:
        """Take a copy away."""
        self.deeds.remove_copy(line)

    def add(self) -> None:
        """Add a copy under the next letter."""
        if self.record is not None:
            letter = chr(ord("A") + len(self.record.copies) % 26)
            self.focus(self.deeds.add_copy(self.record, _(FIRST_COPY, letter=letter)))

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("No copies entered."))
        self.add_button.setText(_("Add a copy"))
