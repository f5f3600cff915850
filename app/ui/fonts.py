"""The fonts of the window: those in the box, and the Han font of the system if it has one."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from app.paths import resource

SYSTEM_HAN = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
)
"""Families with mainland Han shapes, best first."""


@cache
def load_bundled() -> tuple[str, ...]:
    """Register the fonts in the box once; the families they brought.

    The Han font is large: it is read only where the system has none.
    """
    known = set(QFontDatabase.families())
    loaded: list[str] = []
    for file in sorted(resource("fonts").glob("*.[to]tf")):
        is_han = "SC-" in file.name
        if file.name.startswith(("Inter", "NotoSans-")) or (is_han and not known.intersection(SYSTEM_HAN)):
            number = QFontDatabase.addApplicationFont(str(file))
            loaded.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(loaded))


@cache
def families() -> list[str]:
    """The families to ask for, in order: Latin and Cyrillic, then Han, then whatever is left."""
    load_bundled()
    known = set(QFontDatabase.families())
    han = [family for family in SYSTEM_HAN if family in known]
    return ["Inter", *han[:1], "Noto Sans", "sans-serif"]
