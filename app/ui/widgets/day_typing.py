"""A day typed as one writes it, whatever the fields between the signs would make of its single keys."""

import re

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateTimeEdit

_SIGNS = "./-, 年月日"
_PARTS = re.compile(r"(\d{1,4})[./\-, 年月]+(\d{1,2})[./\-, 年月]+(\d{1,4})日?")
_YEAR = 4


def is_part_of_a_day(text: str) -> bool:
    """Whether a key is a figure, or a sign that stands between the figures of a day."""
    return len(text) == 1 and (text.isdecimal() or text in _SIGNS)


def typed_day(text: str, pattern: str) -> QDate | None:
    """The day that is written out in full, in the order of `pattern` or from the year on; None as long as it is not."""
    found = _PARTS.fullmatch(text.strip())
    year_first = pattern.startswith("y")
    if found:
        first, month, last = found.groups()
        year_first = len(first) == _YEAR
    elif re.fullmatch(r"\d{8}", text):
        first, month, last = (text[:4], text[4:6], text[6:]) if year_first else (text[:2], text[2:4], text[4:])
    else:
        return None
    year, day = (first, last) if year_first else (last, first)
    if len(year) != _YEAR or len(day) > 2:  # noqa: PLR2004 - figures of a day
        return None
    read = QDate(int(year), int(month), int(day))
    return read if read.isValid() else None


def begin_anew(field: QDateTimeEdit) -> None:
    """Where all of a field is chosen, the next key goes to its first part instead of nowhere."""
    line = field.lineEdit()
    if line.hasSelectedText() and line.selectedText().strip() == field.text().strip():
        field.setSelectedSection(field.sectionAt(0))
