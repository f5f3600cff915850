"""The other side of the reading process: starting it, listening to it, ending it."""

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from time import monotonic
from typing import Any, BinaryIO

from app.errors import UserError
from app.intake.packing import Frame, frames, phrase_of, unpacked
from app.words import N_

NO_FILE = N_("“{name}” cannot be opened.")
UNREADABLE = N_("“{name}” cannot be read. Open it in a spreadsheet program and save it again as XLSX or CSV.")
TOO_LONG = N_("Reading “{name}” takes longer than any list should. Divide it.")

LISTENED = 0.1
"""Seconds between two looks at whether to stop."""

_WAITING = 16
_GRACE = 5.0
_log = logging.getLogger(__name__)

Frames = Generator[tuple[Frame | None, bytes], None, None]


class Broken(Exception):  # noqa: N818 - the reader broke down, perhaps another does not
    """The reading process ended without an answer."""


def run(path: Path, job: dict[str, Any], seconds: int) -> Frames:
    """The frames of one job on a file; `(None, b"")` about ten times a second when there is no news.

    Closing the iterator ends the process. Raises `UserError` as the process says, and
    `Broken` when it ends otherwise.
    """
    try:
        if not path.is_file():  # a pipe would never end
            raise UserError(NO_FILE, name=path.name)
        file = path.open("rb")
    except OSError:
        raise UserError(NO_FILE, name=path.name) from None
    with file:
        job = {**job, "size": os.fstat(file.fileno()).st_size, "name": path.name}
        process = _start(file, job)
        try:
            yield from _listen(process, path.name, seconds)
        finally:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()


def _start(file: BinaryIO, job: dict[str, Any]) -> "subprocess.Popen[bytes]":
    """The process, with the file for its input and as little as possible of this program's surroundings."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "LD_LIBRARY_PATH") if name in os.environ}
    places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    command = [sys.executable, "-P", "-B", "-X", "utf8", "-m", "app.intake.child", json.dumps(job)]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.Popen(  # noqa: S603 - ourselves
        command,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**kept, "PYTHONPATH": places},
        creationflags=hidden,
    )


def _listen(process: "subprocess.Popen[bytes]", name: str, seconds: int) -> Frames:
    assert process.stdout is not None
    news: Queue[tuple[Frame, bytes] | None] = Queue(_WAITING)
    over = Event()
    Thread(target=_fetch, args=(process.stdout, news, over), name="intake", daemon=True).start()
    began = monotonic()
    try:
        while True:
            if monotonic() - began > seconds + _GRACE:
                raise UserError(TOO_LONG, name=name)
            try:
                found = news.get(timeout=LISTENED)
            except Empty:
                yield None, b""
                continue
            if found is None:
                raise _end(process, name)
            kind, payload = found
            if kind is Frame.REFUSED:
                raise UserError(phrase_of(unpacked(payload)))
            if kind is Frame.BROKEN:
                _log.info("The reading process broke down: %s", payload.decode("utf-8", "replace"))
                raise Broken
            yield kind, payload
            if kind in (Frame.DONE, Frame.LOOK):
                return
    finally:
        over.set()


def _fetch(stream: BinaryIO, news: "Queue[tuple[Frame, bytes] | None]", over: Event) -> None:
    """Hand on frames in a thread of its own: only so can one wait for a pipe and for a wish to stop everywhere."""
    with suppress(OSError, ValueError):  # the pipe was closed
        for frame in frames(stream):
            if not _put(news, frame, over):
                return
    _put(news, None, over)


def _put(news: "Queue[tuple[Frame, bytes] | None]", item: tuple[Frame, bytes] | None, over: Event) -> bool:
    while not over.is_set():
        with suppress(Full):
            news.put(item, timeout=LISTENED)
            return True
    return False


def _end(process: "subprocess.Popen[bytes]", name: str) -> Exception:
    """Why a process ended without an answer."""
    code = process.wait()
    if code in (-getattr(signal, "SIGXCPU", 999), -getattr(signal, "SIGKILL", 999)):
        return UserError(TOO_LONG, name=name)
    _log.info("The reading process ended with %s", code)
    return Broken()
