"""The files of the sample library that come with the program."""

import csv
import json
from datetime import date, timedelta
from typing import Any

from app.paths import resource

FRIDAY = 4
AHEAD = timedelta(days=14)


def titles() -> list[dict[str, str]]:
    """The rows of the table of titles."""
    with resource("sample", "titles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def week() -> dict[str, Any]:
    """The invented film week; under `records` what else was invented for its titles."""
    found: dict[str, Any] = json.loads(resource("sample", "week.json").read_text("utf-8"))
    found["records"] = json.loads(resource("sample", "records.json").read_text("utf-8"))
    return found


def friday(today: date) -> date:
    """The day on which the film week begins: the first Friday two weeks from `today` or later."""
    day = today + AHEAD
    return day + timedelta(days=(FRIDAY - day.weekday()) % 7)
