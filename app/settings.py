"""What this machine remembers of its user: language, looks, libraries, the shape of the window."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeGuard, get_args

from app.domain.kinds import LANGUAGES
from app.files import set_aside, write_whole

Theme = Literal["system", "light", "dark"]
TextSize = Literal["small", "normal", "large", "larger"]

RECENT = 8
"""How many libraries the list of recent ones holds."""


@dataclass(frozen=True)
class Settings:
    """The settings of one user on one machine. Change them with `dataclasses.replace`."""

    language: str | None = None
    """kk, zh, ru or en; None until the user has chosen, or goes by the system."""
    theme: Theme = "system"
    text_size: TextSize = "normal"
    ornament: bool = True
    library: Path | None = None
    """The library to open at the start."""
    recent: tuple[Path, ...] = ()
    """Libraries opened lately, the latest first."""
    window: str = ""
    """The window's geometry as Qt saved it, in base64."""
    layouts: dict[str, str] = field(default_factory=dict)
    """What the splitters and headers of pages saved, by their names, in base64."""
    columns: tuple[str, ...] | None = None
    """The columns of the catalogue beside the titles; None for the usual ones."""
    unknown: dict[str, object] = field(default_factory=dict)
    """What another version of the program wrote: kept, not understood."""

    def with_library(self, path: Path) -> "Settings":
        """The settings after `path` was opened: it comes first among the recent ones."""
        others = tuple(other for other in self.recent if other != path)
        return Settings(**{**self.__dict__, "library": path, "recent": (path, *others)[:RECENT]})


def load(path: Path, damaged: Callable[[str], None] | None = None) -> Settings:
    """The settings in the file `path`.

    A missing file gives the defaults; a damaged one is set aside and gives them too; a
    value that cannot be is passed over alone.
    """
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (ValueError, RecursionError):  # neither UTF-8 nor JSON, or brackets without end
        written = None
    if not isinstance(written, dict):
        aside = set_aside(path).name
        if damaged:
            damaged(aside)
        else:
            logging.getLogger(__name__).warning("The settings were damaged and are now in %s", aside)
        return Settings()
    known: dict[str, Any] = {name: read(written[name]) for name, read in _READ.items() if name in written}
    return Settings(
        **{name: value for name, value in known.items() if value is not _NOTHING},
        unknown={name: value for name, value in written.items() if name not in _READ},
    )


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all. Raises OSError when the folder cannot be written."""
    written = dict(settings.unknown)
    for known in fields(settings):
        if known.name != "unknown":
            written[known.name] = _plain(getattr(settings, known.name))
    write_whole(path, (json.dumps(written, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode())


_NOTHING = object()


def _plain(value: object) -> object:
    match value:
        case Path():
            return str(value)
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return value


def _one_of(*allowed: object) -> Callable[[object], object]:
    return lambda value: value if value in allowed else _NOTHING


def _flag(value: object) -> object:
    return value if isinstance(value, bool) else _NOTHING


def _text(value: object) -> object:
    return value if isinstance(value, str) else _NOTHING


def _path(value: object) -> object:
    return Path(value) if isinstance(value, str) and value else _NOTHING


def _paths(value: object) -> object:
    return tuple(Path(one) for one in value) if _texts(value) else _NOTHING


def _texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _layouts(value: object) -> object:
    if not isinstance(value, dict):
        return _NOTHING
    return {name: state for name, state in value.items() if isinstance(state, str)}


def _columns(value: object) -> object:
    return tuple(value) if _texts(value) else _NOTHING


_READ: dict[str, Callable[[object], object]] = {
    "language": _one_of(None, *LANGUAGES),
    "theme": _one_of(*get_args(Theme)),
    "text_size": _one_of(*get_args(TextSize)),
    "ornament": _flag,
    "library": _path,
    "recent": _paths,
    "window": _text,
    "layouts": _layouts,
    "columns": _columns,
}
"""For each setting: what a written value means, or `_NOTHING` when it cannot be."""
