"""Values on their way from the reading process: length-framed lines of JSON, never code."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, BinaryIO

from app.domain.kinds import NameType, RightsState, Role, SpokenMode, SynopsisKind, WorkKind
from app.domain.proposals import (
    ProposedCredit,
    ProposedName,
    ProposedRights,
    ProposedScreening,
    ProposedSynopsis,
    ProposedTitle,
    ProposedVersion,
    RowTrouble,
)
from app.intake.options import Ask, Choice, Column, DateOrder, Layout, Meaning, Reading, Topic, Truncated, What
from app.words import Phrase

LONGEST_FRAME = 64 * 1024 * 1024
_HEAD = 5


class Frame(StrEnum):
    """What a frame holds: one letter before its length."""

    TITLES = "T"
    SCREENINGS = "S"
    TROUBLES = "R"
    PROGRESS = "P"
    LOOK = "L"
    REFUSED = "E"
    DONE = "Z"
    BROKEN = "B"


def send(out: BinaryIO, kind: Frame, payload: bytes) -> None:
    """Write one frame."""
    out.write(kind.encode() + len(payload).to_bytes(_HEAD - 1, "big") + payload)
    out.flush()


def frames(source: BinaryIO) -> Iterator[tuple[Frame, bytes]]:
    """The frames of a stream until it ends; one that is cut short or makes no sense ends it."""
    while True:
        head = source.read(_HEAD)
        size = int.from_bytes(head[1:], "big")
        if len(head) < _HEAD or chr(head[0]) not in set(Frame) or size > LONGEST_FRAME:
            return
        payload = source.read(size)
        if len(payload) < size:
            return
        yield Frame(chr(head[0])), payload


def packed(value: object) -> bytes:
    """A value of app.domain.proposals or of this floor as one line."""
    return json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":")).encode("utf-8", "replace")


def unpacked(line: bytes) -> Any:
    """The plain lists of a line; dates are dates again."""
    return json.loads(line, object_hook=_hooked)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return {"d": value.isoformat()}
    assert is_dataclass(value)
    return [getattr(value, field.name) for field in fields(value)]


def _hooked(found: dict[str, Any]) -> Any:
    if set(found) != {"d"}:
        return found
    text = found["d"]
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def phrase_of(data: Any) -> Phrase:
    """A sentence."""
    message, said, plural, n = data
    return Phrase(message, tuple((name, value) for name, value in said), plural, n)


def trouble_of(data: Any) -> RowTrouble:
    """What is wrong with a row."""
    row, column, problem, *rest = data
    return RowTrouble(row, column, phrase_of(problem), *rest)


def _names(data: Any) -> tuple[ProposedName, ...]:
    return tuple(ProposedName(text, language, NameType(kind)) for text, language, kind in data)


def title_of(data: Any) -> ProposedTitle:
    """One title."""
    row, names, kind, year, runtime, episodes, age, countries, credits_, versions, rights, *rest = data
    synopses, identifiers, source, notes, unverified = rest
    return ProposedTitle(
        row,
        _names(names),
        WorkKind(kind) if kind else None,
        year,
        runtime,
        episodes,
        age,
        tuple(countries),
        tuple(ProposedCredit(name, Role(role)) for name, role in credits_),
        tuple(ProposedVersion(spoken, SpokenMode(mode), tuple(subtitles)) for spoken, mode, subtitles in versions),
        tuple(ProposedRights(RightsState(state), *others) for state, *others in rights),
        tuple(ProposedSynopsis(language, text, SynopsisKind(length)) for language, text, length in synopses),
        tuple((scheme, value) for scheme, value in identifiers),
        source,
        notes,
        unverified,
    )


def screening_of(data: Any) -> ProposedScreening:
    """One showing."""
    row, starts, titles, venue, hall, city, minutes, note, also = data
    others = tuple(_names(names) for names in also)
    return ProposedScreening(row, starts, _names(titles), venue, hall, city, minutes, note, others)


def column_of(data: Any) -> Column | None:
    """What a column means."""
    if data is None:
        return None
    meaning, language, kind = data
    return Column(Meaning(meaning), language, NameType(kind) if kind else None)


def reading_of(data: Any) -> Reading:
    """How a file is read."""
    values = dict(zip((field.name for field in fields(Reading)), data, strict=True))
    values |= {
        "what": What(values["what"]),
        "columns": tuple(column_of(one) for one in values["columns"]),
        "layout": Layout(values["layout"]),
        "filled": tuple(values["filled"]),
        "date_order": DateOrder(values["date_order"]),
        "truncated": Truncated(values["truncated"]) if values["truncated"] else None,
    }
    return Reading(**values)


def ask_of(data: Any) -> Ask:
    """A question about a file."""
    topic, question, choices, column, likely = data
    answers = tuple(Choice(value, phrase_of(label), tuple(sample)) for value, label, sample in choices)
    return Ask(Topic(topic), phrase_of(question), answers, column, likely)
