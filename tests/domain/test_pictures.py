"""Only whole pictures of a bearable size and plain documents are kept; everything else is refused in words."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import pictures
from app.domain.pictures import Examined, Medium, examine
from app.errors import UserError
from tests import pictures as made


def refusal(data: bytes, file: str = "x.png") -> str:
    with pytest.raises(UserError) as told:
        examine(data, file)
    return told.value.phrase.message


def test_a_picture_tells_its_kind_and_size_whatever_it_is_called() -> None:
    assert examine(made.png(20, 30), "poster.jpg") == Examined(Medium.PNG, 20, 30)
    assert examine(made.jpeg_claim(640, 480), "still") == Examined(Medium.JPEG, 640, 480)
    for kind in (b"VP8X", b"VP8L", b"VP8 "):
        assert examine(made.webp_claim(kind, 300, 450), "a.webp") == Examined(Medium.WEBP, 300, 450)


def test_a_bomb_is_refused_by_its_header_alone() -> None:
    bomb = made.png_bomb()
    assert len(bomb) < 200_000
    tracemalloc.start()
    assert refusal(bomb) == pictures.TOO_MANY_PIXELS
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "data",
    [
        made.png_claim(30_000, 30_000),
        made.png_claim(2**31 - 1, 2**31 - 1),
        made.png_claim(7_900, 8_000),
        made.png_claim(5_000, 5_000, bits=16, colour=6),
        made.jpeg_claim(65_000, 65_000),
        made.webp_claim(b"VP8X", 16_000, 16_000),
        made.webp_claim(b"VP8L", 16_000, 16_000),
    ],
)
def test_more_pixels_than_can_be_borne_are_refused(data: bytes) -> None:
    assert refusal(data) == pictures.TOO_MANY_PIXELS


def test_a_picture_inside_a_small_canvas_is_measured_too() -> None:
    canvas, inner = made.webp_claim(b"VP8X", 10, 10), made.webp_claim(b"VP8L", 16_000, 16_000)
    chunks = canvas[12:] + inner[12:]
    both = b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WEBP" + chunks
    assert refusal(both) == pictures.TOO_MANY_PIXELS


def test_what_ends_too_early_is_told() -> None:
    whole = made.png(40, 60)
    assert refusal(whole[:-20]) == pictures.NOT_WHOLE
    assert refusal(whole[:20]) == pictures.NOT_WHOLE
    assert refusal(made.jpeg_claim(40, 60, end=False)) == pictures.NOT_WHOLE
    assert refusal(made.jpeg_claim(40, 60)[:25]) == pictures.NOT_WHOLE
    assert refusal(made.webp_claim(b"VP8L", 40, 60)[:-3]) == pictures.NOT_WHOLE
    assert refusal(b"") == pictures.EMPTY
    assert refusal(made.png_claim(0, 60)) == pictures.NO_SIZE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", pictures.ANOTHER_PICTURE),
        (b"GIF89a" + b"\0" * 20, pictures.ANOTHER_PICTURE),
        (b"BM" + b"\0" * 20, pictures.ANOTHER_PICTURE),
        (b"II*\0" + b"\0" * 20, pictures.ANOTHER_PICTURE),
        (b"\0\0\0 ftypheic", pictures.ANOTHER_PICTURE),
        (b"MZ\x90\0" + b"\0" * 20, pictures.A_PROGRAM),
        (b"\x7fELF" + b"\0" * 20, pictures.A_PROGRAM),
        (b"#!/bin/sh\nrm -r /", pictures.A_PROGRAM),
        (b"PK\x03\x04 nothing of ours", pictures.UNKNOWN),
        (b"PK\x03\x04 word/document.xml word/vbaProject.bin", pictures.WITH_MACROS),
        (b"<html><script>", pictures.UNKNOWN),
    ],
)
def test_what_is_not_kept_is_refused_by_its_content(data: bytes, message: str) -> None:
    assert refusal(data, "poster.png") == message


def test_documents_are_known_and_have_no_size() -> None:
    assert examine(b"%PDF-1.7 ...", "contract").medium is Medium.PDF
    assert examine(b"PK\x03\x04 word/document.xml", "letter.docx") == Examined(Medium.DOCX)
    assert examine(b"PK\x03\x04 xl/workbook.xml", "list.xlsx").medium is Medium.XLSX
    assert examine("Қыз Жібек\n".encode(), "notes.TXT") == Examined(Medium.TXT)
    assert examine("Қыз Жібек".encode("utf-16"), "notes.txt").medium is Medium.TXT
    assert refusal(b"\0\1\2\3", "notes.txt") == pictures.UNKNOWN


def test_a_file_beyond_the_limit_is_refused_unread() -> None:
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(pictures.MOST_BYTES)) == pictures.TOO_LARGE


@given(st.sampled_from([made.png(9, 9), made.jpeg_claim(9, 9), made.webp_claim(b"VP8X", 9, 9)]), st.data())
def test_no_damage_raises_anything_but_a_sentence(sound: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sound) - 1))
    damaged = sound[:place] + data.draw(st.binary(max_size=12)) + sound[place + data.draw(st.integers(0, 12)) :]
    try:
        examine(damaged, "x.png")
    except UserError as error:
        assert error.phrase.message  # noqa: PT017 - either answer will do
