"""What is found, in which order, and in which files nothing can be looked for."""

import sqlite3
from contextlib import closing

import pytest

from app.errors import UserError
from app.operations import works
from app.store import search
from app.store.store import Store
from tests.store.rows import do


def test_titles_that_begin_as_typed_go_before_those_that_only_sound_so(store):
    for title in ("Cardiogram", "Cold War", "Kelin"):
        do(store, works.add, title, "en")
    with store.read() as session:
        assert [hit.name for hit in search.find(session, "k", "en")] == ["Kelin", "Cardiogram", "Cold War"]


@pytest.mark.parametrize("table", ["word_index", "form", "copy", "step"])
def test_a_file_that_lacks_a_table_is_no_library(library, table):
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"DROP TABLE {table}")
    before = library.read_bytes()
    with pytest.raises(UserError):
        Store.open(library)
    assert library.read_bytes() == before
