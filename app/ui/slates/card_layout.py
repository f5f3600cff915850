"""What of a card's words goes where when they are too long for it: titles break, countries give way to minutes."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from app.domain.kinds import RightsStatus
from app.ui.slates.desk import Words
from app.ui.theme import theme
from app.ui.widgets.badges import badge_size
from app.ui.widgets.draw import fitting, width_of

GLYPH, ICON, BESIDE, APART = 9, 14, 6, 12
"""The glyph of a strand, the icon of the rights, what stands between an icon and its word, and between the two."""


SPARE = 2
"""Words as wide as their room to the pixel would be cut."""


class Foot(NamedTuple):
    """How strand and rights share the foot: in two lines, or with the icon of the rights alone."""

    lines: int = 1
    bare: bool = False


def foot_of(words: Words, width: int) -> Foot:
    """Both names in one line, else rights that nobody has entered shrink to their icon, else one below the other."""
    px, font = theme().px, theme().font("body")
    if words.strand < 0:
        return Foot()
    strand = px(GLYPH + BESIDE + 1) + width_of(font, words.strand_name) + SPARE
    rights = px(ICON + BESIDE) + width_of(font, words.rights)
    if strand + px(APART) + rights <= width:
        return Foot()
    return Foot(bare=True) if words.status is RightsStatus.NOT_ENTERED else Foot(lines=2)


def title_lines(words: Words, width: int) -> tuple[str, ...]:
    """The title in one line or two; a rank stands at the right end of the first."""
    font = theme().font("row_title")
    first = width - rank_room(words)
    if width_of(font, words.title) + SPARE <= first:
        return (words.title,)
    head, rest = broken(font, words.title, first - 2 * SPARE)
    return (head, fitting(font, rest, width)) if rest else (fitting(font, head, first),)


def rank_room(words: Words) -> int:
    """What the badge of the rank takes of the first line."""
    return badge_size(words.rank).width() + theme().px(6) if words.rank else 0


def broken(font: QFont, text: str, width: int) -> tuple[str, str]:
    """A text and what of it does not fit into one line, broken where its script allows that."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_ANYWHERE)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1))
    layout.endLayout()
    end = line.textLength()
    return text[:end].rstrip(), text[end:].strip()


_ANYWHERE = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def first_fitting(font: QFont, choices: Sequence[str], width: int) -> str:
    """The longest of some wordings that fits; the shortest of them cut where none does."""
    fits = (one for one in choices if width_of(font, one) + SPARE <= width)
    return next(fits, None) or fitting(font, choices[-1], width)
