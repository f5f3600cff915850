"""The rules of law and the special days that come with the program."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.kinds_of_plans import DayKind, LegalKind, TermUnit
from app.domain.names import FourNames
from app.paths import resource


def folder() -> Path:
    """Where they lie; its README explains the columns."""
    return resource("rules")


def laws() -> list[dict[str, Any]]:
    """The rules, as columns of `LegalRule` and `names`."""
    return [_facts(row, LegalKind) for row in _rows("laws.csv")]


def days() -> list[dict[str, Any]]:
    """The days, as columns of `SpecialDay` and `names`."""
    return [_facts(row, DayKind) for row in _rows("days.csv")]


def _rows(name: str) -> list[dict[str, str]]:
    with folder().joinpath(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _facts(row: Mapping[str, str], kind: Callable[[str], LegalKind | DayKind]) -> dict[str, Any]:
    found: dict[str, Any] = {name: _value(name, text) for name, text in row.items() if not name.startswith("name_")}
    return found | {"kind": kind(row["kind"]), "names": FourNames(*(row[f"name_{code}"] for code in FourNames._fields))}


def _value(name: str, text: str) -> object:
    if name == "unit":
        return TermUnit(text)
    if name in ("unsure", "active"):
        return text == "1"
    if name in ("severity", "from_minute", "until_minute", "days"):
        return int(text) if text else None
    if name in ("valid_from", "valid_until", "day"):
        return date.fromisoformat(text) if text else None
    return text
