"""What of a block's words finds room, and on which line: every block says in what language one hears it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.i18n.active import language
from app.ui.schedule.faces import Code, Face
from app.ui.schedule.stamps import measures
from app.ui.theme import theme
from app.ui.widgets.chips import ChipKind

GLYPH = 14
"""Pixels of the strand's glyph with the space after it."""

AFTER_HOURS, BETWEEN = 5, 4
"""Pixels between hours and codes, and between codes."""

TIGHT, BEYOND = 3, 3
"""Pixels between hours and a code where it would not stand there otherwise, and beyond the room at the right."""

AROUND, SLIM = 8, 4
"""Pixels of a code's shape beside its letters, and where it would not find room otherwise."""

TITLE_SHORTEST, TITLE_FAIR = 14, 40
"""Pixels of a title on one line below which it gives no room to a code, or to the glyph before it."""

CODES_AFTER = 6
"""Pixels between a title and the codes on its line."""


class Room(NamedTuple):
    """The room of a block's words: as many lines, the first of them shorter where a sign stands at its end.

    `wide` is what the line of the hours may take where it must: what follows the film is then not named.
    """

    lines: int
    first: float
    width: float
    wide: float


class Second(NamedTuple):
    """The line of the hours: with the glyph or not, how many codes follow and after how many pixels."""

    glyph: bool
    hours: str
    codes: int
    gap: int = AFTER_HOURS
    wide: bool = False
    slim: bool = False


class Words(NamedTuple):
    """The title in one line or two, the line of the hours, and codes on a line of their own."""

    title: tuple[str, ...]
    second: Second
    below: int = 0


class Style(NamedTuple):
    """The fonts of a density."""

    title: str
    hours: str


def code_font(code: Code) -> tuple[str, int]:
    """The role and weight of a code's letters; Chinese ones need a little more height."""
    return "label" if language() == "zh" else "micro", 500 if code.kind is ChipKind.SUB else 600


def code_width(code: Code, *, slim: bool = False) -> float:
    """How wide a language code is with its shape."""
    return measures().width(*code_font(code), code.text) + theme().px(SLIM if slim else AROUND)


def arrange(face: Face, room: Room, hours: Sequence[str], style: Style) -> Words:
    """The words of a block of at least two lines. `hours` are ways to say when, the best first."""
    whole: tuple[str, ...] = (face.title,)
    title = whole
    if room.lines > 2 and measures().width(style.title, None, face.title) > room.first:  # noqa: PLR2004 - title and hours
        most = max(2, room.lines - 2) if face.codes else room.lines - 1
        title = measures().broken(style.title, face.title, (int(room.first), int(room.width)), most)
    free = room.lines - len(title) - 1
    beside = list(_seconds(face, room, hours, style))
    best = beside[0]
    if best.codes == len(face.codes):
        return Words(title, best)
    alone = _alone(face, room.width, hours, style)
    if free > 0:
        return Words(title, alone, fitting_codes(face.codes, room.width))
    if best.hours:
        return Words(title, best)
    if room.lines > 2:  # noqa: PLR2004 - the second line of the title makes room
        return Words(whole, alone, fitting_codes(face.codes, room.width))
    return Words(title, best)


def _seconds(face: Face, room: Room, hours: Sequence[str], style: Style) -> Iterator[Second]:
    """Ways to say hours and at least one code in a line, the best first; the last is the hours alone, fading."""
    alone = _alone(face, room.width, hours, style)
    if not face.codes:
        yield alone
        return
    px, start = theme().px, hours[-1]
    glyph = px(GLYPH) if face.strand >= 0 else 0
    shown = [(glyph, said, AFTER_HOURS, room.width, False) for said in hours]
    shown.append((0, start, AFTER_HOURS, room.width, False))
    if room.wide > room.width:
        shown.append((0, start, AFTER_HOURS, room.wide, False))
    for slim in (False, True):
        shown += [
            (0, start, TIGHT, room.width + px(BEYOND), slim),
            (0, start, TIGHT, room.wide, slim),
        ]
    shown += [(glyph, "", 0, room.width, False), (0, "", 0, room.wide, False)]
    for before, said, gap, width, slim in shown:
        taken = before + (measures().width(style.hours, 400, said) + px(gap) if said else 0)
        codes = fitting_codes(face.codes, width - taken, slim=slim)
        if codes:
            yield Second(before > 0, said, codes, gap, wide=width == room.wide > room.width, slim=slim)
    yield alone


def _alone(face: Face, width: float, hours: Sequence[str], style: Style) -> Second:
    """The hours on a line of their own, with the glyph if both fit."""
    glyph = theme().px(GLYPH) if face.strand >= 0 else 0
    for before in (glyph, 0):
        for said in hours:
            if before + measures().width(style.hours, 400, said) <= width:
                return Second(before > 0, said, 0)
    return Second(glyph=False, hours=hours[-1], codes=0)


def fitting_codes(codes: Sequence[Code], width: float, *, slim: bool = False) -> int:
    """How many of the first codes fit into a width."""
    left = 0.0
    for place, code in enumerate(codes):
        left += code_width(code, slim=slim)
        if left > width + 1:
            return place
        left += theme().px(BETWEEN)
    return len(codes)


class Line(NamedTuple):
    """One line only: the glyph or not, how much of it the title gets, how many codes follow, how much it takes."""

    glyph: bool
    title: float
    codes: int
    width: float


def single(face: Face, width: float, wide: float, style: str = "small_strong") -> Line:
    """What finds room on one line, which may be `wide` where it must: the title gives way to a language."""
    px = theme().px
    glyph = px(GLYPH) if face.strand >= 0 else 0
    title = measures().width(style, None, face.title)
    if not face.codes:
        return Line(glyph > 0, width - glyph, 0, width)
    first = code_width(face.codes[0]) + px(CODES_AFTER)
    for room, before in ((width, glyph), (wide, glyph), (width, 0), (wide, 0)):
        codes = fitting_codes(face.codes, room - before - title - px(CODES_AFTER))
        if codes:
            return Line(before > 0, title, codes, room)
    for room, before in ((width, glyph), (width, 0), (wide, 0)):
        if room - before - first >= px(TITLE_SHORTEST if not before else TITLE_FAIR):
            return Line(before > 0, room - before - first, 1, room)
    return Line(glyph > 0, width - glyph, 0, width)
