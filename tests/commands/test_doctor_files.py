"""The doctor counts the files that hang on no title any more, and finds nothing wrong with them."""

from pathlib import Path

from app.operations import attachments, works
from app.store.store import Store
from tests import pictures
from tests.store.rows import do
from tests.terminal import Keruen


def told(keruen: Keruen, library: Path) -> list[str]:
    said = keruen("doctor", "--library", library, "--json")
    assert said.code == 0
    return [one["message"] for one in said.data if one["check"] == "files"]


def test_removed_files_are_counted(keruen: Keruen, library: Path) -> None:
    assert told(keruen, library) == []
    store = Store.open(library)
    work = do(store, works.add, "Келін", "kk-Cyrl")
    file = do(store, attachments.attach, work, "poster.png", pictures.png(20, 30))
    store.close()
    assert told(keruen, library) == []
    store = Store.open(library)
    do(store, attachments.remove_attachment, file)
    store.close()
    [message] = told(keruen, library)
    assert message.startswith("1 removed file")
