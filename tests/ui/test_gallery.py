"""Posters are decoded aside, small and safely; what cannot be read leaves the landscape."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.domain.pictures import Medium
from app.operations import attachments, works
from app.store.attachment_rows import posters
from app.ui.gallery import Gallery, gallery
from app.ui.posters import paint_poster
from app.ui.thumbnails import Frame, decoded
from app.ui.workspace import Workspace
from app.words import phrase
from tests import pictures

FRAME = Frame(40, 60, cropped=True)
RED = (200, 30, 30)


def encoded(form: str, width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(*RED))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(held.data())


@pytest.fixture
def work(workspace: Workspace) -> int:
    work: int = workspace.store.write(phrase("Add"), works.add, "Kelin", "en")[0]
    gallery().serve(workspace)
    return work


def attach(workspace: Workspace, work: int, data: bytes) -> None:
    workspace.edit(phrase("Attach"), attachments.attach, work, "poster.png", data)


def painted(work: int) -> QColor:
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_poster(painter, QRectF(0, 0, 40, 60), work)
    painter.end()
    return image.pixelColor(20, 30)


@pytest.mark.parametrize(("form", "medium"), [("PNG", Medium.PNG), ("JPEG", Medium.JPEG), ("WEBP", Medium.WEBP)])
def test_each_kind_of_picture_is_decoded_to_its_frame(form: str, medium: Medium) -> None:
    image = decoded(encoded(form, 400, 600), str(medium), FRAME)
    assert image is not None
    assert (image.width(), image.height()) == (40, 60)
    assert abs(image.pixelColor(20, 30).red() - RED[0]) < 12


def test_a_wide_picture_is_shown_whole_and_a_small_one_is_not_enlarged() -> None:
    assert decoded(encoded("PNG", 600, 300), str(Medium.PNG), FRAME) is not None
    small = decoded(encoded("PNG", 20, 10), str(Medium.PNG), Frame(160, 120))
    assert small is not None
    assert (small.width(), small.height()) == (20, 10)


def test_what_is_not_what_it_says_is_not_decoded() -> None:
    assert decoded(encoded("JPEG", 40, 60), str(Medium.PNG), FRAME) is None
    assert decoded(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", FRAME) is None
    assert decoded(b"", str(Medium.PNG), FRAME) is None


def test_a_bomb_that_slipped_in_is_not_unfolded(tmp_path: Path) -> None:
    code = (
        "import resource, sys\n"
        "from app.ui.thumbnails import decoded, Frame\n"
        "data = open(sys.argv[1], 'rb').read()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "assert decoded(data, 'image/png', Frame(40, 60, True)) is None\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(pictures.png_bomb())
    told = subprocess.run([sys.executable, "-c", code, str(bomb)], check=True, capture_output=True, text=True)
    assert int(told.stdout) < 60_000


def test_a_poster_arrives_after_the_landscape_and_goes_with_an_undo(
    workspace: Workspace, work: int, qtbot: QtBot
) -> None:
    landscape = painted(work)
    qtbot.wait(20)
    with qtbot.waitSignal(gallery().arrived):
        attach(workspace, work, pictures.png(200, 300, RED))
    assert painted(work) == landscape
    qtbot.waitUntil(lambda: painted(work) == QColor(*RED))
    workspace.undo_stack.undo()
    qtbot.waitUntil(lambda: painted(work) == landscape)
    workspace.undo_stack.redo()
    qtbot.waitUntil(lambda: painted(work) == QColor(*RED))


def test_the_memory_of_pictures_is_limited(
    workspace: Workspace, work: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.gallery.KEPT_BYTES", 3 * 40 * 60 * 4)
    attach(workspace, work, pictures.png(200, 300, RED))
    with workspace.store.read() as session:
        digest = posters(session, [work])[work]
    shown: Gallery = gallery()
    for more in range(8):
        frame = Frame(40, 60 + more)
        qtbot.waitUntil(lambda frame=frame: shown.picture(digest, "image/png", frame) is not None)
    assert shown._bytes <= 3 * 40 * 60 * 4


def test_a_picture_that_cannot_be_read_is_known_as_broken(workspace: Workspace, work: int, qtbot: QtBot) -> None:
    data = bytearray(pictures.png(200, 300, RED))
    data[60] ^= 0xFF
    attach(workspace, work, bytes(data))
    with workspace.store.read() as session:
        digest = posters(session, [work])[work]
    shown = gallery()
    assert shown.picture(digest, "image/png", FRAME) is None
    qtbot.waitUntil(lambda: shown.broken(digest, FRAME))
    assert painted(work) != QColor(*RED)
