"""Two who reach for one name at once: neither gets half a file, and a link is the library it names."""

import os
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.operations import works
from app.store import backup, failures, migrate
from app.store.health import ills
from app.store.lock import IN_USE, Lock, refuse_if_open
from app.store.preflight import EXISTS
from app.store.store import CLOSED_FOLDER, Store
from tests.store.apart import NOBODY, names_in, open_folder, run
from tests.store.rows import do, records

NOW = datetime(2026, 10, 16, 7, 30, 15, 250, tzinfo=UTC)


def test_two_backups_to_one_file_are_both_whole(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, check, marks = tmp_path / "copy", backup._check, []

    def meanwhile(part: Path) -> None:
        monkeypatch.setattr(backup, "_check", check)
        marks.append(backup.copy(library, target))
        check(part)

    monkeypatch.setattr(backup, "_check", meanwhile)
    marks.append(backup.copy(library, target))
    assert set(marks) == {backup.digest(target)}
    assert ills(target) == []
    assert names_in(tmp_path) == ["copy", "library.keruen"]


def test_of_two_who_make_a_library_one_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, check = tmp_path / "new.keruen", migrate._check

    def meanwhile(fresh: Path) -> None:
        monkeypatch.setattr(migrate, "_check", check)
        winner = Store.create(path)
        do(winner, works.add, "Шал", "kk-Cyrl")
        winner.close()
        check(fresh)

    monkeypatch.setattr(migrate, "_check", meanwhile)
    with pytest.raises(UserError) as refusal:
        Store.create(path)
    assert refusal.value.phrase.message == EXISTS
    store = Store.open(path)
    assert len(records(store)["work"]) == 1
    store.close()
    assert names_in(tmp_path) == ["new.keruen", "new.keruen.lock"]


def test_a_draft_appears_when_it_is_filled_and_only_where_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "new.keruen"
    with ExitStack() as two:
        late = two.enter_context(Store.draft(path))
        Store.create(late).close()
        with Store.draft(path) as draft:
            store = Store.create(draft)
            do(store, works.add, "Шал", "kk-Cyrl")
            store.close()
            assert not path.exists()
        assert path.exists()
        with pytest.raises(UserError) as refusal:
            two.close()
    assert refusal.value.phrase.message == EXISTS
    assert names_in(tmp_path) == ["new.keruen"]
    store = Store.open(path)
    assert len(records(store)["work"]) == 1
    store.close()


def test_a_draft_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with suppress(KeyboardInterrupt), Store.draft(tmp_path / "new.keruen") as draft:
        Store.create(draft).close()
        raise KeyboardInterrupt
    assert names_in(tmp_path) == []


def test_what_was_left_on_an_earlier_day_is_swept(library: Path, tmp_path: Path) -> None:
    kept = backup.keep(library, tmp_path / "backups", NOW)
    for name, age in ((".keruen-a.part", 2), (".keruen-a.part-journal", 2), (".keruen-b.part", 0), ("c.part", 2)):
        path = library.with_name(name)
        path.write_bytes(b"half")
        then = path.stat().st_mtime - age * backup.DAY
        os.utime(path, (then, then))
    backup.restore(kept, library, NOW)
    assert [name for name in names_in(tmp_path) if ".part" in name] == [".keruen-b.part", "c.part"]


@pytest.fixture
def link(library: Path, tmp_path: Path) -> Path:
    """Another name of the library, in another folder."""
    (tmp_path / "desk").mkdir()
    path = tmp_path / "desk" / "films.keruen"
    path.symlink_to(library)
    return path


def test_a_library_has_one_lock_by_whatever_name_it_is_opened(library: Path, link: Path) -> None:
    for first, second in ((library, link), (link, library)):
        store = Store.open(first)
        with pytest.raises(UserError) as refusal:
            Store.open(second)
        assert refusal.value.phrase.message == IN_USE
        store.close()
    assert names_in(link.parent) == ["films.keruen"]


def test_a_backup_is_put_back_behind_the_link(library: Path, link: Path, tmp_path: Path) -> None:
    kept = backup.keep(library, tmp_path / "backups", NOW)
    store = Store.open(link)
    do(store, works.add, "Шал", "kk-Cyrl")
    store.close()
    aside = backup.restore(kept, link, NOW)
    assert link.is_symlink()
    assert aside is not None
    assert aside.parent == library.parent
    store = Store.open(library)
    assert records(store)["work"] == set()
    store.close()
    assert names_in(link.parent) == ["films.keruen"]


def test_a_backup_written_to_a_link_goes_behind_it(library: Path, tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    backup.copy(library, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert ills(tmp_path / "real") == []


def test_asking_whether_a_library_is_open_leaves_nothing(library: Path) -> None:
    refuse_if_open(library)
    assert names_in(library.parent) == ["library.keruen"]
    lock = Lock(library)
    lock.take()
    with pytest.raises(UserError):
        refuse_if_open(library)
    lock.release()
    refuse_if_open(library)


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_backup_replaces_no_pipe(library: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="no ordinary file"):
        backup.copy(library, pipe)
    assert pipe.is_fifo()


AS_NOBODY = f"""
import os, sys
from pathlib import Path
from app.errors import UserError
from app.store import backup
from app.store.store import Store
if os.geteuid() == 0:
    os.setgid({NOBODY})
    os.setuid({NOBODY})
closed, library = Path(sys.argv[1]), Path(sys.argv[2])
for act in (lambda: Store.create(closed / "n.keruen"), lambda: backup.copy(library, closed / "copy")):
    try:
        act()
    except UserError as refusal:
        print(refusal.phrase.message)
"""


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
@pytest.mark.parametrize("rights", [0o555, 0o000, 0o666])
def test_a_folder_that_is_closed_is_told_of_as_closed(filled: Path, rights: int) -> None:
    with open_folder() as folder:
        library = folder / "library.keruen"
        library.write_bytes(filled.read_bytes())
        library.chmod(0o644)
        closed = folder / "closed"
        closed.mkdir(mode=rights)
        closed.chmod(rights)
        said = run(AS_NOBODY, closed, library).splitlines()
        closed.chmod(0o755)
    assert said == [CLOSED_FOLDER, failures._NOT_WRITTEN[13]]
