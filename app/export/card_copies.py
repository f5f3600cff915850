"""What an internal card says of a copy: what it is, its tracks, its keys, the way it went."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from app.domain.calendar import wall_of, zone_label
from app.domain.kinds import SubtitleKind
from app.domain.title_cards import CardCopy, CardCustody, CardKey, CardTrack, TitleCard
from app.i18n import formats, labels, labels_of_records
from app.i18n.catalogue import Catalogue

_FORMS = frozenset(SubtitleKind)
"""What tracks that are read hold for a detail."""


def copy_lines(tr: Catalogue, card: TitleCard, copy: CardCopy) -> Iterator[str]:
    """The lines about one copy."""
    yield _listed(tr, (labels.copy_format(tr, copy.format), copy.place, copy.owner))
    yield copy.digital_name
    tracks = [_track(tr, one) for one in card.tracks if one.copy_id == copy.id]
    if tracks:
        yield tr.context("card", "Tracks: {tracks}", tracks="; ".join(tracks))
    yield from (_key(tr, one) for one in card.keys if one.copy_id == copy.id)
    yield from (_step(tr, one) for one in card.custody if one.copy_id == copy.id)
    yield copy.note


def _listed(tr: Catalogue, parts: Iterable[str]) -> str:
    return formats.commas(tr.language, filter(None, parts))


def _track(tr: Catalogue, track: CardTrack) -> str:
    """Russian, subtitles."""
    kind = labels_of_records.track_kind(tr, track.kind).lower()
    language = formats.language_name(tr.language, track.language) if track.language else ""
    detail = labels.subtitle_kind(tr, SubtitleKind(track.detail)) if track.detail in _FORMS else track.detail
    return _listed(tr, (language, kind, detail.lower() if track.detail in _FORMS else detail))


def _key(tr: Catalogue, key: CardKey) -> str:
    """Key for Hall 1: 11/12/2026, 10:00–18/12/2026, 10:00 (Almaty)."""
    where = key.hall.shown(tr.language) or key.server or "–"
    first, last = (_moment(tr, one, key.zone) for one in (key.valid_from, key.valid_until))
    valid = f"{first}–{last}" if first or last else "–"
    moment = key.valid_from or key.valid_until
    zone = f" ({zone_label(key.zone, moment)})" if moment else ""
    line = tr.context("card", "Key for {place}: {valid}", place=where, valid=valid + zone)
    return _listed(tr, (line, key.note))


def _moment(tr: Catalogue, moment: datetime | None, zone: str) -> str:
    if moment is None:
        return ""
    wall = wall_of(moment, zone)
    return f"{formats.date_numeric(tr.language, wall.date())} {formats.time(tr.language, wall)}"


def _step(tr: Catalogue, step: CardCustody) -> str:
    """31/12/2026: received, Kazakhfilm → Archive, Almaty, waybill, without faults."""
    way = " → ".join(filter(None, (step.giver, step.receiver)))
    kind = labels_of_records.custody_kind(tr, step.kind)
    told = _listed(tr, (kind, way, step.place, step.waybill, step.state))
    return f"{formats.date_numeric(tr.language, step.day)}: {told}"
