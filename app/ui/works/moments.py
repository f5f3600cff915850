"""Days with an hour as they are typed and written: 12.10.2026 18:00."""

import re
from collections.abc import Callable
from datetime import datetime, time

from app.errors import UserError
from app.i18n import formats
from app.i18n.active import language, pgettext
from app.ui.works.form_parts import read_day
from app.words import N_

NOT_A_MOMENT = N_("Enter a day and a time such as {example}, or leave it empty.")
_HOUR = re.compile(r"(.*?)[ ,T]\s*(\d{1,2})[:.：](\d{2})")


def reads_moment(otherwise: time) -> Callable[[str], datetime | None]:
    """Reads a day with an hour, as a naive time on the wall; a day alone has the hour `otherwise`; '' is None."""

    def read(text: str) -> datetime | None:
        if not text:
            return None
        found = _HOUR.fullmatch(text)
        try:
            hour = time(int(found[2]), int(found[3])) if found else otherwise
            day = read_day((found[1] if found else text).strip(" ,"))
        except (ValueError, UserError):
            day, hour = None, otherwise
        if day is None:
            raise UserError(NOT_A_MOMENT, example=write_moment(datetime(2027, 12, 31, 18)))  # noqa: DTZ001 - on a wall
        return datetime.combine(day, hour)

    return read


def write_moment(moment: datetime) -> str:
    """A day with its hour as it is typed in the language of the interface."""
    day, hour = formats.date_numeric(language(), moment.date()), formats.time(language(), moment)
    return pgettext("moment", "{day} {time}", day=day, time=hour)
