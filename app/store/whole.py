"""Whether a file that says it is a library has the tables of one."""

import sqlite3

from app.store.preflight import SCHEMA
from app.store.schema import metadata

_ALWAYS = frozenset({"alembic_version", "library", "work", "step"})
"""Tables that a library of any version has."""


def has_its_tables(library: sqlite3.Connection) -> bool:
    """Whether the tables of its version are there; of an older one only those that every version has."""
    (version,) = library.execute("PRAGMA user_version").fetchone()
    there = {row[1] for row in library.execute("PRAGMA table_list")}
    needed = _ALWAYS | ({"word_index"} | set(metadata().tables) if version == SCHEMA else set())
    return needed <= there
