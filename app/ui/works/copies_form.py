"""The copies of a title in editor and inspector, with their tracks, keys and way."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app.domain import calendar
from app.domain.copies import KeyStatus, key_standing, read_size
from app.domain.kinds import CopyFormat, CustodyKind, SubtitleKind, TrackKind
from app.domain.names import plain
from app.errors import UserError
from app.i18n import formats, labels, labels_of_records, standings
from app.i18n.active import _, language, tr
from app.i18n.labels import context
from app.operations import copies
from app.operations.copies import COPY_UNNAMED, KEY_WRONG
from app.store.copy_rows import CopyRow, HallChoice, KeyRow, TrackRow, copy_rows, hall_choices
from app.store.work_records import WorkRecord
from app.ui.widgets.status import Look
from app.ui.works.cards import version_choices
from app.ui.works.copy_head import CopyHead
from app.ui.works.deeds import Deeds
from app.ui.works.moments import reads_moment, write_moment
from app.ui.works.record_fields import Around, Day, LongText, Pick, Read, Text, Tick, values
from app.ui.works.record_form import CardHead, Inner, RecordForms, RecordKind
from app.ui.works.standing_line import StandingLine
from app.ui.works.tags import language_choices, spoken_tag, spoken_word
from app.ui.works.wording import today
from app.words import N_

HOME_ZONE = "Asia/Almaty"
FIRST_COPY = N_("DCP {letter}")
WRITTEN = (TrackKind.SUBTITLE, TrackKind.CAPTIONS)

KEY_LOOK = {
    KeyStatus.VALID: Look("badge-check", "green"),
    KeyStatus.ENDS: Look("hourglass", "amber"),
    KeyStatus.EXPIRED: Look("ban", "red"),
    KeyStatus.NOT_YET: Look("clock", "text2"),
    KeyStatus.UNKNOWN: Look("circle-dashed", "text3"),
}


class KeyHead(CardHead):
    """Whether a key opens its copy now, by the clocks of its hall."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        del deeds
        self.status = StandingLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.status)

    def show_line(self, around: Around) -> None:
        """Show how this key stands."""
        line: KeyRow = around.line
        standing = key_standing(line.valid_from, line.valid_until, datetime.now(UTC))
        words = formats.heading(standings.key(tr(), standing, line.zone or HOME_ZONE))
        self.status.set_status(KEY_LOOK[standing.status], words)


# Tracks


def _track_languages(around: Around) -> list[tuple[str, str]]:
    tag = around.line.language
    special = [] if tag == spoken_tag(plain(tag)) else [(tag, spoken_word(tag))]
    return [*special, *language_choices(tag)]


def _track_language(line: TrackRow) -> str:
    return plain(line.language) if line.language == spoken_tag(plain(line.language)) else line.language


def _forms(_around: Around) -> list[tuple[str, str]]:
    return [("", "–"), *((kind.value, labels.subtitle_kind(tr(), kind)) for kind in SubtitleKind)]


TRACKS = RecordKind(
    fields=(
        Pick(name="kind", label=N_("Track"), wide=150, choices=values(TrackKind, labels_of_records.track_kind)),
        Pick(
            name="language", label=N_("Language"), wide=136, choices=_track_languages, get=_track_language,
            put=lambda _line, tag: {"language": spoken_tag(tag)},
        ),
        Text(name="detail", label=N_("Form"), wide=112, shown=lambda line: line.kind not in WRITTEN),
        Pick(
            name="form", label=N_("Form"), wide=136, choices=_forms, get=lambda line: line.detail,
            put=lambda _line, form: {"detail": form}, shown=lambda line: line.kind in WRITTEN,
        ),
    ),
    add=copies.add_track, change=copies.change_track, remove=copies.remove_track,
    none=N_("No tracks entered."), add_word=N_("Add a track"), remove_word=N_("Remove this track"),
    added=N_("Add a track of a copy of “{title}”"), changed=N_("Change a track of a copy of “{title}”"),
    removed=N_("Remove a track of a copy of “{title}”"), gone=N_("Track removed"),
)  # fmt: skip


# Keys


def _halls(around: Around) -> list[tuple[int | None, str]]:
    return [(None, _("Any hall")), *((hall.id, _hall_word(hall)) for hall in around.read(hall_choices))]


def _hall_word(hall: HallChoice) -> str:
    venue, city = hall.venue.shown(language()), hall.city.shown(language())
    return formats.commas(language(), filter(None, (hall.names.shown(language()), venue, city)))


def _wall(moment: datetime | None, zone: str) -> datetime | None:
    return calendar.wall_of(moment, zone or HOME_ZONE).replace(tzinfo=None) if moment else None


def _moment(wall: datetime | None, zone: str) -> datetime | None:
    return calendar.utc_of(wall, zone or HOME_ZONE) if wall else None


def _begins(line: KeyRow, wall: datetime | None) -> None:
    if wall and line.valid_until and calendar.utc_of(wall, line.zone or HOME_ZONE) > line.valid_until:
        raise UserError(KEY_WRONG)


def _ends(line: KeyRow, wall: datetime | None) -> None:
    if wall and line.valid_from and calendar.utc_of(wall, line.zone or HOME_ZONE) < line.valid_from:
        raise UserError(KEY_WRONG)


KEYS = RecordKind(
    fields=(
        Pick(name="hall_id", label=N_("Hall"), wide=200, choices=_halls, get=lambda line: line.hall),
        Read(
            name="valid_from", label=context("key", "From"), wide=140, read=reads_moment(time(0)),
            write=write_moment, check=_begins, get=lambda line: _wall(line.valid_from, line.zone),
            put=lambda line, wall: {"valid_from": _moment(wall, line.zone)},
        ),
        Read(
            name="valid_until", label=context("key", "To"), wide=140, read=reads_moment(time(23, 59)),
            write=write_moment, check=_ends, get=lambda line: _wall(line.valid_until, line.zone),
            put=lambda line, wall: {"valid_until": _moment(wall, line.zone)},
        ),
        Text(name="server", label=N_("Server"), wide=140),
        Text(name="note", label=N_("Note"), wide=190),
    ),
    add=copies.add_key, change=copies.change_key, remove=copies.remove_key, head=KeyHead,
    none=N_("No keys entered."), add_word=N_("Add a key"), remove_word=N_("Remove this key"),
    added=N_("Add a key of a copy of “{title}”"), changed=N_("Change a key of a copy of “{title}”"),
    removed=N_("Remove a key of a copy of “{title}”"), gone=N_("Key removed"),
)  # fmt: skip


# Custody

CUSTODY = RecordKind(
    fields=(
        Day(name="day", label=N_("Day"), check=lambda _line, day: _needs_day(day)),
        Pick(name="kind", label=N_("What happened"), wide=150,
             choices=values(CustodyKind, labels_of_records.custody_kind)),
        Text(name="giver", label=context("custody", "From"), wide=142),
        Text(name="receiver", label=context("custody", "To"), wide=142),
        Text(name="place", label=N_("Place"), wide=142),
        Text(name="waybill", label=N_("Waybill"), wide=112),
        Text(name="state", label=N_("State of the copy"), wide=190),
    ),
    add=copies.record, change=copies.change_custody, remove=copies.remove_custody,
    first=lambda _record, _lines: {"day": today()},
    none=N_("No movements entered."), add_word=N_("Record what happened"),
    remove_word=N_("Remove this entry"), added=N_("Record a movement of a copy of “{title}”"),
    changed=N_("Change a movement of a copy of “{title}”"), removed=N_("Remove a movement of a copy of “{title}”"),
    gone=N_("Entry removed"),
)  # fmt: skip

DAY_MISSING = N_("Enter the day on which it happened.")


def _needs_day(day: date | None) -> None:
    if day is None:
        raise UserError(DAY_MISSING)


# Copies


def _named(text: str) -> str:
    if not text:
        raise UserError(COPY_UNNAMED)
    return text


def _ready(line: CopyRow) -> date | None:
    return calendar.wall_of(line.ready_from, HOME_ZONE).date() if line.ready_from else None


def _put_ready(line: CopyRow, day: date | None) -> dict[str, Any]:
    """A copy is ready in the morning, unless another hour was entered before."""
    if day is None:
        return {"ready_from": None}
    old = calendar.wall_of(line.ready_from, HOME_ZONE) if line.ready_from else datetime(2000, 1, 1, 9, tzinfo=UTC)
    wall = datetime(day.year, day.month, day.day) + timedelta(hours=old.hour, minutes=old.minute)  # noqa: DTZ001
    return {"ready_from": calendar.utc_of(wall, HOME_ZONE)}


def _first(_record: WorkRecord, lines: Sequence[CopyRow]) -> dict[str, Any]:
    """The next letter."""
    return {"name": _(FIRST_COPY, letter=chr(ord("A") + len(lines) % 26))}


COPIES = RecordKind(
    fields=(
        Read(name="name", label=N_("Copy"), wide=142, read=_named),
        Pick(name="format", label=N_("Format"), wide=122, choices=values(CopyFormat, labels.copy_format)),
        Pick(name="version_id", label=N_("Version"), wide=162, choices=lambda around: version_choices(around.record),
             get=lambda line: line.version),
        Day(name="ready_from", label=N_("Ready from"), get=_ready, put=_put_ready),
        Text(name="place", label=N_("Place"), wide=142, shown=lambda line: not line.custody),
        Text(name="digital_name", label=N_("Digital-cinema name"), wide=420),
        Text(name="resolution", label=N_("Resolution"), wide=96, more=True),
        Text(name="aspect", label=N_("Picture shape"), wide=112, more=True),
        Text(name="frame_rate", label=N_("Frame rate"), wide=96, more=True),
        Text(name="sound", label=N_("Sound"), wide=112, more=True),
        Text(name="standard", label=N_("Standard"), wide=112, more=True),
        Read(name="size", label=N_("Size"), wide=96, more=True, read=read_size,
             write=lambda size: formats.size(language(), size)),
        Tick(name="encrypted", label=N_("Encrypted"), wide=112, more=True),
        Text(name="owner", label=N_("Owner"), wide=190, more=True),
        Text(name="checksum", label=N_("Checksum"), wide=300, more=True),
        LongText(name="note", label=N_("Note"), wide=300, more=True),
    ),
    lines=copy_rows, add=copies.add, change=copies.change, remove=copies.remove, head=CopyHead, first=_first,
    inner=(
        Inner(name="tracks", title=N_("Tracks"), kind=TRACKS),
        Inner(name="keys", title=context("copy", "Keys"), kind=KEYS),
        Inner(name="custody", title=N_("Movements"), kind=CUSTODY),
    ),
    none=N_("No copies entered."), add_word=N_("Add a copy"), remove_word=N_("Remove this copy"),
    added=N_("Add a copy of “{title}”"), changed=N_("Change a copy of “{title}”"),
    removed=N_("Remove the copy “{name}”"), gone=N_("The copy “{name}” removed"),
)  # fmt: skip


class CopiesForm(RecordForms):
    """The copies of a title."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__(deeds, (("", COPIES),))
        (self.copies,) = self.forms
