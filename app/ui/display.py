"""Whether there is a display to show a window on: Qt itself would end the program without a sentence."""

import re
import socket
from collections.abc import Mapping

from app.words import N_, Phrase, phrase

NO_DISPLAY = N_("There is no display to open a window on. The command line works without one: keruen --help")
NO_ANSWER = N_("The display “{display}” does not answer. Check the variable DISPLAY.")

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")


def missing(environment: Mapping[str, str], system: str) -> Phrase | None:
    """Why no window can be opened; None when one can, or when only Qt will know."""
    if system != "linux" or environment.get("QT_QPA_PLATFORM", "").split(":")[0] not in ("", "xcb", "wayland"):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    name = environment.get("DISPLAY", "")
    if not name:
        return phrase(NO_DISPLAY)
    local = _LOCAL.fullmatch(name)
    if local and not _answers(f"/tmp/.X11-unix/X{local[1]}"):  # noqa: S108 - where X has its sockets
        return phrase(NO_ANSWER, display=name)
    return None


def _answers(path: str) -> bool:
    """Whether an X server listens on this socket, in the file system or in Linux's abstract names."""
    for address in ("\0" + path, path):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(2)
            try:
                line.connect(address)
            except OSError:
                continue
            return True
    return False
