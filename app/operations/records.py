"""What changing a row of any record comes to: known columns, and text without spaces at its ends."""

from typing import Any

from app.store.base import Base


def set_facts(row: Base, **facts: Any) -> None:
    """Set columns of a row; text is kept without spaces at its ends. Only columns it has can be set."""
    columns = row.__table__.columns
    for name, value in facts.items():
        assert name in columns, name
        setattr(row, name, value.strip() if type(value) is str else value)
