"""Sets a document as PDF or as pictures of its pages: the only module that knows the engine."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.export.glyphs import STAND_IN, printable
from app.export.options import Document, Rendered
from app.paths import resource
from app.words import N_, Phrase, phrase

_MISSING = N_("“{text}” has characters that no font can print: {characters}. □ is printed instead.")
_UNSEEN = N_("A poster cannot be read as a picture. The document is printed without posters.")
_SPOILT = "decode image"
_REMEMBERED = 10
"""For how many runs typst 0.15 keeps what it has worked out (measured: memory stops growing after them)."""

_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)")
_WORDS = re.compile(r"[^\s“”«»,:]+")
_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')


def pdf(document: Document) -> Rendered:
    """The document as PDF/UA-1: tagged, with its fonts inside, the same bytes for the same data."""
    made, warnings = _set(document, format="pdf", pdf_standards=["ua-1"], timestamp=_stamp(document))
    data = made[0]
    pages = max((int(count) for count in _PAGES.findall(data)), default=0)
    return Rendered(data, pages, (*document.warnings, *warnings))


def pages(document: Document, *, ppi: float = 96.0) -> list[bytes]:
    """The document as one PNG a page, `ppi` pixels an inch."""
    return _set(document, format="png", ppi=ppi)[0]


def _set(document: Document, **how: Any) -> tuple[list[bytes], tuple[Phrase, ...]]:
    """Run the engine over the template with the data, strings first made printable."""
    import typst  # noqa: PLC0415 - 30 MB that only a document needs

    missing: dict[str, tuple[str, ...]] = {}
    broken: tuple[str, ...] = ()
    data = _legible({**document.data, "title": document.title}, missing)
    with _desk(document.pictures) as root:
        template = str(root / "templates" / f"{document.template}.typ")
        while True:
            inputs = {"data": json.dumps(data, ensure_ascii=False)}
            try:
                made = typst.compile(template, root=str(root), font_paths=_fonts(), sys_inputs=inputs, **how)
            except typst.TypstError as fault:
                if document.pictures and _SPOILT in str(fault) and _UNSEEN not in broken:
                    data, broken = _without_pictures(data), (_UNSEEN,)
                    continue
                # A combination the character maps allow and the shaper does not: it gets its box too.
                refused = _REFUSED.search(str(fault))
                text = refused.group(1).encode("ascii", "backslashreplace").decode("unicode_escape") if refused else ""
                if not text or not (data := _boxed(data, text, missing)):
                    raise
            else:
                _forget()
                return made if isinstance(made, list) else [made], (*map(phrase, broken), *_warnings(missing))


def _without_pictures(value: Any) -> Any:
    """Data without its posters: one that cannot be read would let the whole document fail."""
    if isinstance(value, dict):
        return {key: None if key == "poster" else _without_pictures(item) for key, item in value.items()}
    return [_without_pictures(item) for item in value] if isinstance(value, list) else value


@contextmanager
def _desk(pictures: Mapping[str, bytes]) -> Iterator[Path]:
    """The folder the engine works in: the resources, or with pictures one where they lie beside the templates."""
    if not pictures:
        yield resource()
        return
    with TemporaryDirectory(prefix="keruen-") as folder:
        desk = Path(folder)
        for part in ("templates", "theme"):
            shutil.copytree(resource(part), desk / part)
        (desk / "pictures").mkdir()
        for name, data in pictures.items():
            (desk / "pictures" / name).write_bytes(data)
        yield desk


def _warnings(missing: Mapping[str, tuple[str, ...]]) -> Iterator[Phrase]:
    """One sentence for each name with a character no font has, however often and in what company it is printed."""
    said: list[tuple[set[str], tuple[str, ...]]] = []
    for text in sorted(missing, key=len):
        words, lost = set(_WORDS.findall(text)), missing[text]
        if not any(before <= words and known == lost for before, known in said):
            said.append((words, lost))
            yield phrase(_MISSING, text=text, characters=" ".join(lost))


def _forget() -> None:
    """Empty the engine's memory: it keeps what the last ten documents needed, 100 MB each in a live preview."""
    import typst  # noqa: PLC0415

    for _ in range(_REMEMBERED + 1):
        typst.compile(b"", font_paths=_fonts())


@cache
def _fonts() -> Any:
    """The fonts in the box and no others, so that a document looks the same everywhere."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])


def _stamp(document: Document) -> int:
    """Noon of the day of the facts, in seconds since 1970."""
    return int(datetime.combine(document.as_of, time(12), UTC).timestamp())


def _legible(value: Any, missing: dict[str, tuple[str, ...]]) -> Any:
    """Data whose every text can be printed; what could not is noted in `missing`."""
    if isinstance(value, str):
        text, lost = printable(value)
        if lost:
            missing[value] = lost
        return text
    if isinstance(value, Mapping):
        return {key: _legible(item, missing) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_legible(item, missing) for item in value]
    return value


def _boxed(value: Any, refused: str, missing: dict[str, tuple[str, ...]]) -> Any:
    """Data without one text that the engine refused."""
    text = json.dumps(value, ensure_ascii=False)
    if refused not in text or refused in (STAND_IN, '"', "\\"):
        return None
    missing[refused] = (refused,)
    return json.loads(text.replace(refused, STAND_IN))
