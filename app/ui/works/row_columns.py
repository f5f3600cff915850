"""The columns of a line of the catalogue: which there are, which are wanted, and where they lie."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.i18n.labels import context
from app.ui.theme import theme

ALL = ("country", "director", "runtime", "age", "versions", "rights", "missing")
"""The columns beside poster and title, in the order in which they stand."""

USUAL = ("country", "versions", "rights")
"""Those shown until the user chooses."""

WORDS = {
    "title": context("column", "Title"),
    "country": context("column", "Country"),
    "year": context("column", "Year"),
    "kind": context("column", "Kind"),
    "director": context("column", "Director"),
    "runtime": context("column", "Runtime"),
    "age": context("column", "Age"),
    "versions": context("column", "Versions"),
    "rights": context("column", "Rights"),
    "missing": context("column", "Names missing"),
}

_EDGE, _GAP, _POSTER = 16, 12, 50
_FIXED = {"director": 128, "runtime": 84, "age": 48, "rights": 140, "missing": 96}
_COUNTRY, _WIDEST_COUNTRY = 116, 140
_TIGHT, _ROOMY = 600, 700
"""A line narrower than the first gives countries and kinds their least; from the second on they have their most."""
_TITLE_SHARE, _VERSIONS_SHARE = 1.22, 1.24
_LEAST_TITLE, _LEAST_VERSIONS = 130, 110


class Columns(NamedTuple):
    """(left, width) of poster and title, and of each further column by its name."""

    poster: tuple[int, int]
    title: tuple[int, int]
    others: Mapping[str, tuple[int, int]]


def fitting_columns(width: int, wanted: Sequence[str]) -> tuple[str, ...]:
    """The wanted columns that have room in a line of this width, in the order of `ALL`.

    The usual ones stay, for the list is never narrower than they need; of the others the first that have room.
    """
    shown = [name for name in USUAL if name in wanted]
    for name in (name for name in ALL if name in wanted and name not in USUAL):
        if _needed([*shown, name]) * theme().factor <= width:
            shown.append(name)
    return tuple(name for name in ALL if name in shown)


def _needed(shown: Sequence[str]) -> int:
    """The least width of a line with these columns, at the normal size of text."""
    wide = _FIXED | {"country": _COUNTRY, "versions": _LEAST_VERSIONS}
    return 2 * _EDGE + _POSTER + _GAP + _LEAST_TITLE + sum(wide[name] + _GAP for name in shown)


def columns(width: int, wanted: Sequence[str] = USUAL) -> Columns:
    """Where the columns lie in a line of this width."""
    px = theme().px
    shown = fitting_columns(width, wanted)
    roomy = min(max((width - px(_TIGHT)) / (px(_ROOMY) - px(_TIGHT)), 0), 1)
    country = px(_COUNTRY) + round(roomy * (px(_WIDEST_COUNTRY) - px(_COUNTRY)))
    wide = {name: px(_FIXED[name]) for name in shown if name in _FIXED}
    if "country" in shown:
        wide["country"] = country
    gaps = (len(shown) + 1) * px(_GAP)
    free = max(width - 2 * px(_EDGE) - px(_POSTER) - sum(wide.values()) - gaps, px(160))
    title = free
    if "versions" in shown:
        title = round(free * _TITLE_SHARE / (_TITLE_SHARE + _VERSIONS_SHARE))
        wide["versions"] = free - title
    x = px(_EDGE) + px(_POSTER) + px(_GAP)
    first, x = (x, title), x + title + px(_GAP)
    others = {}
    for name in shown:
        others[name] = (x, wide[name])
        x += wide[name] + px(_GAP)
    return Columns((px(_EDGE), px(_POSTER)), first, others)
