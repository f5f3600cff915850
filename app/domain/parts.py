"""Seasons and episodes: what one without a name of its own is called in the languages of the house."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.kinds import Level, WorkKind
from app.domain.names import Shown

SERIAL = frozenset(
    {WorkKind.SERIES, WorkKind.MICROSERIES, WorkKind.DOCUMENTARY_SERIES, WorkKind.ANIMATION_SERIES, WorkKind.TV_STRAND,
     WorkKind.TV_SHOW}
)  # fmt: skip
"""Kinds of work that come in seasons and episodes."""

MOST_AT_ONCE = 200
"""Episodes entered in one go: a microseries has a hundred."""

_CALLED = {
    "kk": {Level.SEASON: "{title}, {n}-маусым", Level.EPISODE: "{title}, {n}-бөлім"},
    "zh": {Level.SEASON: "{title} 第{n}季", Level.EPISODE: "{title} 第{n}集"},
    "ru": {Level.SEASON: "{title}, сезон {n}", Level.EPISODE: "{title}, серия {n}"},
    "en": {Level.SEASON: "{title}, season {n}", Level.EPISODE: "{title}, episode {n}"},
}
"""Names of works, not words of the interface: they stand in programmes in several languages at once."""


class Step(NamedTuple):
    """A season or episode on the way up to the series, with its number among its like."""

    level: Level
    number: int | None


def called(series: Shown, steps: Sequence[Step]) -> Shown:
    """What a part is called after its series: To the Wonder, season 2, episode 3. `steps` lead down from the series."""
    title, second, code = series.title, series.second, series.language
    words = _CALLED.get(code, _CALLED["en"])
    for step in steps:
        if step.level in words:
            number = "–" if step.number is None else str(step.number)
            title = words[step.level].format(title=title, n=number)
    return Shown(title, code, series.borrowed, second)
