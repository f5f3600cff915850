"""R8 and R9: the key opens the copy in that hall at that hour, and the hall can play it."""

from collections.abc import Iterator

from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of, title_of_several
from app.domain.surroundings import KeyWindow

MARGIN = 30
"""Minutes before and after the films for which a key must hold: a test before, a delay after."""


def locked(context: Context) -> bool:
    """Whether any copy needs a key."""
    return any(facts.encrypted or facts.keys for facts in context.copies.values())


def keys(slot: Slot, context: Context) -> Iterator[Finding]:
    """R8: a key for this hall, or its server, is valid from the start minus a margin to the end plus a margin."""
    for copy in dict.fromkeys(slot.copies):
        facts = context.copies.get(copy)
        if facts is None or not (facts.encrypted or facts.keys):
            continue
        parties = (Party(PartyKind.COPY, copy), hall_of(slot))
        own = [key for key in facts.keys if _opens_here(key, slot, context)]
        if not own:
            if facts.encrypted:
                yield found(Clash.KEY_MISSING, (slot,), slot.body_start, (("starts", slot.body_start),), parties)
            continue
        margin = context.value("R8", MARGIN)
        first, last = slot.body_start - margin, slot.body_end + margin
        late, early, key = min(
            ((*_lacking(key, first, last), key) for key in own), key=lambda one: (one[0] + one[1], own.index(one[2]))
        )
        if late:
            values = (("begins_at", key.begins or 0), ("starts", slot.body_start), ("margin", margin))
            yield found(Clash.KEY_NOT_YET, (slot,), slot.body_start, values, parties)
        elif early:
            values = (("ends_at", key.ends or 0), ("until", slot.body_end), ("margin", margin))
            yield found(Clash.KEY_EXPIRED, (slot,), max(slot.body_start, key.ends or 0), values, parties)


def _opens_here(key: KeyWindow, slot: Slot, context: Context) -> bool:
    if key.hall is not None:
        return key.hall == slot.hall
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    return not key.server or (hall is not None and _server(hall.server) == _server(key.server))


def _server(text: str) -> str:
    """What somebody has typed off a server, whatever the case and the spaces."""
    return "".join(text.split()).casefold()


def _lacking(key: KeyWindow, first: int, last: int) -> tuple[int, int]:
    """By how many minutes a key begins too late, and by how many it ends too early."""
    late = 0 if key.begins is None else max(0, key.begins - first)
    return late, 0 if key.ends is None else max(0, last - key.ends)


def described(context: Context) -> bool:
    """Whether anybody has said what a hall can play."""
    return any(
        hall.formats or hall.frame_rates or hall.sounds or hall.aspects or hall.soft_subtitles is False
        for hall in context.halls.values()
    )


def playable(slot: Slot, context: Context) -> Iterator[Finding]:
    """R9: format, frame rate, sound and picture of each copy, subtitles beside the picture; where both are known."""
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    if hall is None:
        return
    for copy in dict.fromkeys(slot.copies):
        facts = context.copies.get(copy)
        for what, asked in _beyond(facts, hall) if facts is not None else ():
            values = (("what", what), ("asked", asked))
            title = title_of_several(slot, facts.work if facts is not None else None)
            parties = (Party(PartyKind.COPY, copy), *title, hall_of(slot))
            yield found(Clash.HALL_CANNOT_PLAY, (slot,), slot.body_start, values, parties)
    if hall.soft_subtitles is False:
        for version, work in {version: work for work, version in reversed(slot.shown())}.items():
            shown = None if version is None else context.versions.get(version)
            if version is not None and shown is not None and shown.separate and shown.subtitles:
                values = (("what", "subtitles"), ("asked", " ".join(shown.subtitles)))
                parties = (Party(PartyKind.VERSION, version), *title_of_several(slot, work), hall_of(slot))
                yield found(Clash.HALL_CANNOT_PLAY, (slot,), slot.body_start, values, parties)


def _beyond(copy: CopyFacts, hall: HallFacts) -> Iterator[tuple[str, str]]:
    """What a copy asks of a hall that has said it has it not."""
    asked = (
        ("format", copy.format or "", hall.formats),
        ("frame_rate", copy.frame_rate, hall.frame_rates),
        ("sound", copy.sound, hall.sounds),
        ("aspect", copy.aspect, hall.aspects),
    )
    for what, need, can in asked:
        if need and can and need not in can:
            yield what, str(need)
