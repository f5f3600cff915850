"""The diary of the program for whoever repairs it: what failed and where, never what the user wrote."""

import faulthandler
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

Tell = Callable[[str], None]
"""Is handed the report of a bug; may be called in any thread."""

_SIZE = 1_000_000
_KEPT = 3
_LONGEST = 200
_QUOTED = re.compile(r"""'[^']*'|"[^"]*"|“[^”]*”|«[^»]*»""")
_FOREIGN = re.compile(r"[^\x00-\x7f‘’…]+")


def start(folder: Path) -> None:
    """Write the log into `folder`/keruen.log and the trace of a hard crash into crash.log."""
    handler = RotatingFileHandler(folder / "keruen.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(_Discreet("{asctime} {levelname} {name}: {message}", style="{"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    # Only the fault handler still writes when the interpreter itself has died.
    faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))


def last_crash(folder: Path) -> str:
    """The trace a hard crash left behind in an earlier run, or ''; it is handed out once. Ask before `start`."""
    file = folder / "crash.log"
    try:
        trace = file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    file.unlink()
    return trace


def watch(tell: Tell | None = None) -> None:
    """Log every error that nobody caught, in whatever thread, and hand its report to `tell`."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report(error)
        logging.getLogger("app").critical("%s", text)
        print(text, file=sys.stderr)  # noqa: T201 - a developer looks at the terminal
        if tell is not None:
            tell(text)

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def report(error: BaseException) -> str:
    """The traceback of an error and of its causes, without the contents of any field."""
    lines: list[str] = []
    for one in reversed(_chain(error)):
        lines += ["Traceback (most recent call last):\n", *traceback.format_tb(one.__traceback__)]
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}: {_discreet(str(one))}\n")
    return "".join(lines).rstrip()


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what led to it, the latest first."""
    chain = [error]
    while (earlier := chain[-1].__cause__ or chain[-1].__context__) is not None and earlier not in chain:
        chain.append(earlier)
    return chain


def _discreet(message: str) -> str:
    """An error's message with quoted and non-English words taken out: they may be titles or people."""
    first = message.split("\n", 1)[0]
    return _FOREIGN.sub("…", _QUOTED.sub("‘…’", first))[:_LONGEST]


class _Discreet(logging.Formatter):
    """Writes records whose errors are told without contents."""

    def formatException(  # noqa: N802 - named by logging
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return report(ei[1]) if ei[1] is not None else ""
