"""Files and pictures that come from the desktop by dropping and pasting, and copies that go back to it."""

import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QImage

from app.domain.pictures import ENDINGS, MOST_BYTES, TOO_LARGE, Medium
from app.errors import UserError
from app.files import write_whole
from app.words import N_

NOT_A_FILE = N_("“{file}” is not a readable file.")
UNWRITTEN = N_("“{file}” could not be written there: {reason}")
PASTED = "picture.png"
"""The name of a picture that comes from the clipboard without one."""

_opened: list[TemporaryDirectory[str]] = []


def read_file(path: Path) -> bytes:
    """The bytes of a file; `UserError` if it is too large to be attached or is no ordinary file."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise UserError(NOT_A_FILE, file=path.name)
        if facts.st_size > MOST_BYTES:
            raise UserError(TOO_LARGE, file=path.name, most=MOST_BYTES // 1_000_000)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)  # it may grow while it is read
    except OSError as error:
        raise UserError(NOT_A_FILE, file=path.name) from error


def can_come(mime: QMimeData) -> bool:
    """Whether what is dragged or copied holds files of this machine, or a picture."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def paths_in(mime: QMimeData) -> list[Path]:
    """The files of this machine that are dragged or copied. Addresses of the network are never fetched."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def picture_in(mime: QMimeData) -> bytes | None:
    """A picture that is copied or dragged without being a file, as PNG."""
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())


def read_all(paths: list[Path], refused: list[UserError]) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of files, one at a time; what cannot be read is noted in `refused`."""
    for path in paths:
        try:
            yield path.name, read_file(path)
        except UserError as error:
            refused.append(error)


def proposed_name(name: str, media_type: str) -> str:
    """The name of a copy: its ending is that of what the file is, whatever it called itself."""
    ending = ENDINGS[Medium(media_type)]
    kept = Path(name)
    others = {".png", ".jpg", ".jpeg", ".webp", ".pdf", ".docx", ".xlsx", ".txt", ".srt", ".vtt"}
    same = kept.suffix.lower() == ending or (ending == ".jpg" and kept.suffix.lower() == ".jpeg")
    text = ending == ".txt" and kept.suffix.lower() in (".srt", ".vtt")
    if same or text:
        return name
    return (kept.stem if kept.suffix.lower() in others else name) + ending


def save_copy(path: Path, data: bytes) -> None:
    """Write a copy where the user wants it; `UserError` if that cannot be."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise UserError(UNWRITTEN, file=path.name, reason=error.strerror or "") from error


def open_copy(name: str, media_type: str, data: bytes) -> bool:
    """Show a file in the program the desktop has for it: a copy in a folder nobody else looks into.

    The copy is called what it is; a program was never taken in, and cannot get out under another name.
    """
    if not _opened:
        _opened.append(TemporaryDirectory(prefix="keruen-", ignore_cleanup_errors=True))
    folder = Path(_opened[0].name) / str(len(list(Path(_opened[0].name).iterdir())))
    folder.mkdir(mode=0o700)
    copy = folder / proposed_name(name, media_type)
    save_copy(copy, data)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
