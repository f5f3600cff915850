"""The digital-cinema name of a package, Qyz_FTR-1_S_KK-RU_KZ-12_51_2K_KZF_20260917_ABC_SMPTE_OV, read into fields.

Source: Digital Cinema Naming Convention 9.x of the Inter-Society Digital Cinema Forum (isdcf.com/dcnc): twelve fields
with `_` between them, parts of a field with `-`. In the field of languages the first is spoken and the rest are
subtitles: in capitals the projector draws them, in small letters they are burnt into the picture. People leave fields
out and add their own, so parts are matched with fields in the way that recognises most, in their order.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain.digital_languages import SILENT, CodedLanguage, coded
from app.domain.kinds import SubtitleKind, TrackKind

LONGEST, MOST_PARTS = 400, 40
"""Letters and parts of a name that are looked at; a real one has about eighty and twelve."""


class Part(StrEnum):
    """The fields of a name, in their order."""

    TITLE = "title"
    CONTENT = "content"
    ASPECT = "aspect"
    LANGUAGE = "language"
    TERRITORY = "territory"
    AUDIO = "audio"
    RESOLUTION = "resolution"
    STUDIO = "studio"
    DATE = "date"
    FACILITY = "facility"
    STANDARD = "standard"
    PACKAGE = "package"


CONTENTS = frozenset({
    "FTR", "EPS", "TLR", "TSR", "PRO", "TST", "RTG", "SHR", "ADV", "XSN", "PSA", "POL", "CLP", "STR", "HLT", "EVT",
})  # fmt: skip
ASPECTS = {"F": "1.85:1", "S": "2.39:1", "C": "1.90:1"}
"""Flat, scope and full container, and the shape of their pictures."""

SOUNDS = {"10": "1.0", "20": "2.0", "51": "5.1", "71": "7.1", "MOS": "silent", "61": "6.1", "13": "13.1", "11": "11.1"}
IMMERSIVE = {
    "ATMOS": "Atmos", "AURO": "Auro", "AURO11": "Auro", "AURO13": "Auro", "DTSX": "DTS:X", "IAB": "IAB", "DTS": "DTS:X",
}  # fmt: skip
STANDARDS = {"IOP": "Interop", "SMPTE": "SMPTE"}


class SpokenTrack(NamedTuple):
    """A track a name tells of: its kind, BCP 47 tag, and its form (5.1, or a value of `SubtitleKind`)."""

    kind: TrackKind
    language: str
    detail: str = ""


@dataclass(frozen=True)
class DigitalName:
    """What a name says. '' or None: it says nothing of that. `missing` and `odd` are for people to look at."""

    title: str = ""
    content: str = ""
    content_version: int | None = None
    markers: tuple[str, ...] = ()
    aspect: str = ""
    audio: CodedLanguage | None = None
    subtitles: tuple[CodedLanguage, ...] = ()
    captions: str = ""
    territory: str = ""
    rating: str = ""
    sound: str = ""
    immersive: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    resolution: str = ""
    studio: str = ""
    day: date | None = None
    facility: str = ""
    standard: str = ""
    package: str = ""
    three_d: bool = False
    frame_rate: str = ""
    missing: tuple[Part, ...] = field(default=tuple(Part))
    odd: tuple[str, ...] = ()

    @property
    def tracks(self) -> tuple[SpokenTrack, ...]:
        """The tracks: what is spoken, subtitles in order, then those for access."""
        found = []
        if self.audio is not None and self.audio.code != SILENT:
            found.append(SpokenTrack(TrackKind.AUDIO, self.audio.tag, self.sound))
        for language in self.subtitles:
            form = SubtitleKind.BURNT_IN if language.small else SubtitleKind.IN_PACKAGE
            found.append(SpokenTrack(TrackKind.SUBTITLE, language.tag, form.value))
        heard = self.subtitles or ((self.audio,) if self.audio else ())
        if self.captions and heard:
            form = SubtitleKind.BURNT_IN if self.captions == "OCAP" else SubtitleKind.IN_PACKAGE
            found.append(SpokenTrack(TrackKind.CAPTIONS, heard[0].tag, form.value))
        spoken = self.audio.tag if self.audio else "und"
        if "VI" in self.access:
            found.append(SpokenTrack(TrackKind.AUDIO_DESCRIPTION, spoken))
        if "SL" in self.access:
            found.append(SpokenTrack(TrackKind.SIGN_LANGUAGE, spoken))
        return tuple(found)

    @property
    def facts(self) -> dict[str, str]:
        """What it says of a copy, under the names of the copy's columns; only what it does say."""
        sound = " ".join(filter(None, (self.sound, *self.immersive)))
        rate = f"{self.frame_rate} fps" if self.frame_rate else ""
        facts = {
            "resolution": self.resolution, "aspect": self.aspect, "sound": sound, "frame_rate": rate,
            "standard": " ".join(filter(None, (self.standard, "3D" if self.three_d else ""))),
        }  # fmt: skip
        return {name: text for name, text in facts.items() if text}

    @property
    def recognised(self) -> bool:
        """Whether this is a digital-cinema name at all, and not a line that merely holds `_`."""
        return len(Part) - len(self.missing) >= _ENOUGH and bool(self.content or self.standard or self.resolution)


_ENOUGH = 4
_MODIFIERS = {
    "TEMP": "Temp", "PRE": "Pre", "REDBAND": "RedBand", "DVIS": "DVis",
}  # fmt: skip

Facts = dict[str, Any]


def read_digital_name(text: str) -> DigitalName:
    """What a name says; never raises. A folder or file name at the end of a path is taken for the name."""
    name = re.split(r"[/\\]", text.strip()[:LONGEST])[-1].removesuffix(".xml").removesuffix(".zip")
    parts = [part for part in name.split("_") if part and part.upper() != "NULL"]
    if len(parts) < _ENOUGH:
        return DigitalName(odd=tuple(parts))
    found: Facts = {"title": parts[0]}
    seen = {Part.TITLE}
    matched = _matched(parts[1:MOST_PARTS])
    for place, rule in matched.items():
        which, read, _weight = _RULES[rule]
        found.update(_joined(found, read(parts[place + 1]) or {}))
        seen.add(which)
    odd = tuple(part for place, part in enumerate(parts[1:MOST_PARTS]) if place not in matched)
    return DigitalName(**found, missing=tuple(part for part in Part if part not in seen), odd=odd)


def _matched(parts: list[str]) -> dict[int, int]:
    """Which part is which field: the assignment in order that weighs most; a field of free form weighs little."""
    best: list[list[tuple[int, dict[int, int]]]] = [[(0, {}) for _rule in range(len(_RULES) + 1)]]
    for place, part in enumerate(parts):
        above = best[-1]
        row: list[tuple[int, dict[int, int]]] = [(0, {})]
        for rule, (_which, read, weight) in enumerate(_RULES):
            options = [above[rule + 1], row[rule]]
            if read(part) is not None:
                score, taken = above[rule]
                options.insert(0, (score + weight, {**taken, place: rule}))
            row.append(max(options, key=lambda option: option[0]))
        best.append(row)
    return best[-1][-1][1]


def _joined(found: Facts, facts: Facts) -> Facts:
    """Facts that two fields may tell: 3D stands with the content, or with the standard."""
    return {**facts, "three_d": found.get("three_d", False) or facts.get("three_d", False)}


def _content(part: str) -> Facts | None:
    kind, *rest = part.upper().split("-")
    if kind not in CONTENTS:
        return None
    facts: Facts = {"content": kind}
    markers = []
    for place, word in enumerate(rest):
        if re.fullmatch("[0-9]{1,3}", word):
            facts["frame_rate" if place else "content_version"] = word if place else int(word)
        else:
            markers.append(_MODIFIERS.get(word, word))
    return {**facts, "markers": tuple(markers), "three_d": "3D" in markers}


def _aspect(part: str) -> Facts | None:
    found = re.fullmatch(r"([FSC])(?:-(\d{3}))?", part.upper())
    if found is None:
        return None
    inner = found[2]
    return {"aspect": f"{inner[0]}.{inner[1:]}:1" if inner else ASPECTS[found[1]]}


def _language(part: str) -> Facts | None:
    spoken, *rest = part.split("-")
    audio = coded(spoken)
    if audio is None or not rest:
        return None
    captions = next((word.upper() for word in rest if word.upper() in ("CCAP", "OCAP")), "")
    read = [coded(word) for word in rest if word.upper() not in ("CCAP", "OCAP")]
    if any(language is None for language in read):
        return None
    subtitles = tuple(language for language in read if language is not None and language.code != SILENT)
    return {"audio": audio, "subtitles": subtitles, "captions": captions}


def _territory(part: str) -> Facts | None:
    found = re.fullmatch(r"([A-Z]{2,3})(?:-([A-Z0-9+]{1,4}))?", part.upper())
    if found is None or found[1] in ("OV", "VF", "IOP", "MOS"):
        return None
    return {"territory": found[1], "rating": found[2] or ""}


def _audio(part: str) -> Facts | None:
    sound, *rest = part.upper().split("-")
    if sound not in SOUNDS:
        return None
    immersive = tuple(IMMERSIVE[word] for word in rest if word in IMMERSIVE)
    access = tuple(word for word in rest if word in ("HI", "VI", "SL"))
    return {"sound": SOUNDS[sound], "immersive": immersive, "access": access}


def _resolution(part: str) -> Facts | None:
    return {"resolution": part.upper()} if re.fullmatch(r"[248]K", part.upper()) else None


def _studio(part: str) -> Facts | None:
    plain = part.upper()
    return {"studio": plain} if re.fullmatch(r"[A-Z0-9]{2,4}", plain) and not _later(plain) else None


def _date(part: str) -> Facts | None:
    found = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", part)
    if found is None:
        return None
    try:
        return {"day": date(int(found[1]), int(found[2]), int(found[3]))}
    except ValueError:
        return None


def _facility(part: str) -> Facts | None:
    plain = part.upper()
    return {"facility": plain} if re.fullmatch(r"[A-Z0-9]{2,4}", plain) and not _later(plain) else None


def _standard(part: str) -> Facts | None:
    standard, *rest = part.upper().split("-")
    return {"standard": STANDARDS[standard], "three_d": "3D" in rest} if standard in STANDARDS else None


def _package(part: str) -> Facts | None:
    plain = part.upper()
    return {"package": plain} if re.fullmatch(r"(OV|VF)(-[0-9]{1,2})?", plain) else None


def _later(plain: str) -> bool:
    """Whether a short word is the standard or the package, whose fields come after those of free words."""
    return plain in STANDARDS or plain in ("OV", "VF")


_RULES: tuple[tuple[Part, Callable[[str], Facts | None], int], ...] = (
    (Part.CONTENT, _content, 3), (Part.ASPECT, _aspect, 3), (Part.LANGUAGE, _language, 3),
    (Part.TERRITORY, _territory, 2), (Part.AUDIO, _audio, 3), (Part.RESOLUTION, _resolution, 3),
    (Part.STUDIO, _studio, 1), (Part.DATE, _date, 3), (Part.FACILITY, _facility, 1), (Part.STANDARD, _standard, 3),
    (Part.PACKAGE, _package, 3),
)  # fmt: skip
