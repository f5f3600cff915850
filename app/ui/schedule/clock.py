"""The present day of the desktop, for what a page shows; rules are handed it."""

from datetime import UTC, date, datetime


def today() -> date:
    """The present day where the user is."""
    return datetime.now(UTC).astimezone().date()
