"""A programme of 300 screenings as a tagged PDF: each document in one language and in four, cold and again.

Cold is the first document of a process, with the engine and its fonts still to be loaded. The ratio is to the engine
itself setting the same titles as a plain list, both in processor time. A page of the preview is measured too.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from app.domain.chinese import reading
from app.domain.kinds import LANGUAGES, NameType, PartKind, ScreeningStatus, SpokenMode
from app.domain.listing import Event, Hall, Part, Programme, Strand, Subtitles, Version, Work, laid_out
from app.domain.names import FourNames, WorkName
from app.export import products, render
from app.export.options import Options
from app.i18n.catalogue import catalogue
from tests.bench.library import titles

FIRST = date(2026, 10, 15)
ZONE = ZoneInfo("Asia/Almaty")
DAYS, HALLS, A_DAY, WORKS = 10, 6, 5, 100


def festival(seed: int = 1) -> Programme:
    """Ten days in six halls, five events a day and hall, three showings a title."""
    chance = random.Random(seed)
    works = tuple(
        Work(number, names(chance, country), year=2024, countries=(country,), runtime=90, age_mark="12+")
        for number in range(1, WORKS + 1)
        for country in [chance.choice(("KZ", "CN", "RU"))]
    )
    days = tuple(FIRST + timedelta(days=n) for n in range(DAYS))
    places = [(day, hall, turn) for day in days for hall in range(1, HALLS + 1) for turn in range(A_DAY)]
    events = tuple(event(chance, number, *place) for number, place in enumerate(places))
    halls = tuple(Hall(n, FourNames(f"{n}-зал", f"{n}号厅", f"Зал {n}", f"Hall {n}"), 200) for n in range(1, HALLS + 1))
    strands = tuple(Strand(n, FourNames("Панорама", "全景", "Панорама", "Panorama"), n) for n in range(1, 7))
    name = FourNames("Кино апталығы", "电影周", "Неделя кино", "Film Week")
    city = FourNames("Алматы", "阿拉木图", "Алматы", "Almaty")
    return Programme(name, city, ZONE.key, FIRST, days, halls, strands, works, events)


def names(chance: random.Random, country: str) -> tuple[WorkName, ...]:
    """Names of an invented work, the original first."""
    return tuple(
        WorkName(text, tag, NameType.TRANSLATED if place else NameType.ORIGINAL, preferred=True,
                 reading=reading(text) if tag == "zh-Hans" else "")
        for place, (text, tag) in enumerate(titles(chance, country))
    )  # fmt: skip


def event(chance: random.Random, number: int, day: date, hall: int, turn: int) -> Event:
    """One screening: a film of 90 minutes in some version, now and then with questions after it."""
    starts = datetime(day.year, day.month, day.day, 10, tzinfo=ZONE) + timedelta(minutes=150 * turn)
    mode = chance.choice((SpokenMode.ORIGINAL, SpokenMode.DUBBED))
    version = Version(chance.choice(("kk", "zh-Hans")), mode, (Subtitles("ru"),))
    parts = [Part(PartKind.FILM, 90, starts, number % WORKS + 1, version)]
    if chance.random() < 0.2:
        parts.append(Part(PartKind.QA, 20, starts))
    placed, ends, event_starts, event_ends = laid_out(starts, parts)
    status = chance.choice((ScreeningStatus.CONFIRMED, ScreeningStatus.TENTATIVE))
    strand = number % 6 + 1
    return Event(number + 1, day, hall, starts, ends, event_starts, event_ends, placed, strand, status)


def milliseconds(act: Callable[[], object]) -> tuple[float, float]:
    """How long `act` took, and how much of it the processor."""
    started, cpu = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - started) * 1000, (time.process_time() - cpu) * 1000


def measured(product: str, languages: tuple[str, ...]) -> dict[str, float]:
    """One document in this very process, which has set none before."""
    shown = festival()
    options = Options(languages=languages, orientation="landscape" if product == "day-grid" else "portrait")

    def whole() -> Any:
        return render.pdf(products.document(product, shown, options, catalogue))

    cold, cpu = milliseconds(whole)
    bare = statistics.median(milliseconds(lambda: plain_list(shown))[1] for _ in range(5))
    made = whole()
    return {
        "cold_ms": cold, "cold_cpu_ms": cpu, "bare_cpu_ms": bare, "bare_ratio": cpu / bare,
        "pages": made.pages, "preview_page_cpu_ms": preview(made.pdf),
    }  # fmt: skip


def plain_list(shown: Programme) -> None:
    """The titles of all events, one under the other, as the engine sets them without a template of ours."""
    import typst  # noqa: PLC0415 - as in render

    works = shown.works_by_id()
    lines = " \\\n".join(works[event.works[0]].names[0].text for event in shown.events)
    source = f'#set document(title: "Bench")\n#set text(font: "Noto Sans", lang: "en")\n{lines}'
    typst.compile(source.encode(), font_paths=render._fonts(), format="pdf", pdf_standards=["ua-1"])


def preview(pdf: bytes) -> float:
    """A page as the preview shows it, at twice its size in points."""
    import pypdfium2  # noqa: PLC0415 - only the window needs it

    from app.ui.documents.preview import image_of  # noqa: PLC0415

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        image_of(document, 0, 1.0)
        return statistics.median(milliseconds(lambda: image_of(document, 0, 2.0))[1] for _ in range(5))


def run() -> dict[str, float]:
    """Every document in one language and in four, each in a process of its own."""
    figures = {}
    for product in products.PRODUCTS:
        for languages in (LANGUAGES[:1], LANGUAGES):
            command = [sys.executable, __file__, product, *languages]
            told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            name = f"{product.replace('-', '_')}_{len(languages)}"
            figures |= {f"{name}_{figure}": round(value, 1) for figure, value in told.items()}
    return figures


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(measured(sys.argv[1], tuple(sys.argv[2:]))))
    else:
        print(json.dumps(run()))
