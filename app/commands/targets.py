"""Which files a command may write: no library, nothing that belongs to one, nothing that is no file at all."""

import os
from pathlib import Path

from app.errors import UserError
from app.files import ordinary, true_path
from app.store.backup import SUFFIX
from app.store.failures import writing
from app.store.lock import refuse_if_open
from app.words import N_

A_LIBRARY = N_("“{file}” is a library. A document cannot be written over it.")
NO_BACKUP = N_("“{file}” is a library. A backup is written only over one whose name ends in {suffix}.")
A_COMPANION = N_("“{file}” belongs to the library “{library}”. Choose another name.")
THE_ANSWER = N_("“{file}” receives the output of the program. Choose another file.")

_MAGIC = b"SQLite format 3\x00"
_COMPANIONS = (".lock", "-journal", "-wal", "-shm")


def for_document(target: Path) -> None:
    """Refuse, with `UserError`, to write a document over what must stay."""
    with writing(target):
        _spare(target)
        if _is_library(target):
            raise UserError(A_LIBRARY, file=target.name)


def for_backup(target: Path) -> None:
    """Refuse, with `UserError`, to write a backup over what must stay: older backups may go, libraries may not."""
    with writing(target):
        _spare(target)
        if not _is_library(target):
            return
        if not true_path(target).name.endswith(SUFFIX):
            raise UserError(NO_BACKUP, file=target.name, suffix=SUFFIX)
        refuse_if_open(target)


def spare_companions(target: Path) -> None:
    """Refuse a name that SQLite or the lock uses for the library beside it."""
    real = true_path(target)
    for ending in _COMPANIONS:
        library = real.with_name(real.name.removesuffix(ending)) if real.name.endswith(ending) else real
        if library != real and _is_library(library):
            raise UserError(A_COMPANION, file=target.name, library=library.name)


def _spare(target: Path) -> None:
    if _is_the_answer(target):
        raise UserError(THE_ANSWER, file=str(target))
    ordinary(target)
    spare_companions(target)


def _is_the_answer(target: Path) -> bool:
    """Whether standard output or standard error goes there: /dev/stdout, or the file they are led into."""
    for stream in (1, 2):
        try:
            if target.exists() and os.path.samestat(os.fstat(stream), target.stat()):
                return True
        except OSError:  # it is closed
            continue
    return False


def _is_library(target: Path) -> bool:
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC
