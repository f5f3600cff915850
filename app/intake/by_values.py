"""What a column without a heading holds, told from its values."""

from collections.abc import Callable, Sequence

from app.domain.scripts import Script, guess_language_tag, script_of
from app.intake import figures, vocabulary
from app.intake.clock import moments
from app.intake.options import Column, DateOrder, Meaning
from app.intake.table import Row, Typed

_MOST = 0.8
_RUNNING = 3
_SHORTEST_FILM, _LONGEST_FILM = 5, 600
_LONG_TEXT = 120
_HALLS = ("зал", "hall", "厅", "screen", "экран")


def values(rows: Sequence[Row], place: int) -> list[tuple[str, Typed | None]]:
    """What stands in a column: text and what a workbook says it is."""
    return [
        (row.cells[place].strip(), row.typed.get(place))
        for row in rows
        if place < len(row.cells) and row.cells[place].strip()
    ]


def share(found: Sequence[tuple[str, Typed | None]], test: Callable[[str, Typed | None], object]) -> float:
    """How many of the values pass."""
    return sum(bool(test(text, typed)) for text, typed in found) / len(found) if found else 0.0


def column_by_values(rows: Sequence[Row], place: int, order: DateOrder) -> Column | None:
    """The meaning of a column by its values, None when they tell nothing."""
    lone = [row for row in rows if sum(bool(cell.strip()) for cell in row.cells) > 1]  # without headings between
    found = values(lone or rows, place)[:200]
    if not found:
        return None
    if _is_running(found):
        return Column(Meaning.NUMBER)
    tests: tuple[tuple[Meaning, Callable[[str, Typed | None], object]], ...] = (
        (Meaning.YEAR, _is_year),
        (Meaning.START, lambda text, typed: _both(text, typed, order)),
        (Meaning.DATE, lambda text, typed: moments(text, typed, order).day),
        (Meaning.AGE, lambda text, _typed: ("+" in text or "岁" in text) and vocabulary.age_mark(text)),
        (Meaning.COUNTRY, lambda text, _typed: vocabulary.countries(text)[0] and not vocabulary.countries(text)[1]),
        (Meaning.KIND, lambda text, _typed: vocabulary.kind_of(text)),
        (Meaning.LANGUAGE, lambda text, _typed: vocabulary.languages(text)[0] and not vocabulary.languages(text)[1]),
        (Meaning.HALL, lambda text, _typed: any(word in text.lower() for word in _HALLS)),
        (Meaning.RUNTIME, _is_length),
        (Meaning.TIME, lambda text, typed: _hours(text, typed, order)),
    )
    for meaning, test in tests:
        if share(found, test) >= _MOST:
            return Column(meaning)
    return None


def is_text(rows: Sequence[Row], place: int) -> bool:
    """Whether a column holds words that differ, as names do."""
    found = values(rows, place)[:200]
    worded = [text for text, _typed in found if any(letter.isalpha() for letter in text) and len(text) <= _LONG_TEXT]
    return len(worded) * 2 > len(found) and len(set(worded)) * 2 > len(worded)


def language_of_names(rows: Sequence[Row], place: int) -> str:
    """The language most names of a column are in, '' when they differ: Kazakh if every fifth has its letters."""
    found = [text for text, _typed in values(rows, place)[:200]]
    scripts = [script for script in map(script_of, found) if script is not Script.OTHER]
    if not scripts:
        return ""
    most = max(set(scripts), key=scripts.count)
    if scripts.count(most) < _MOST * len(scripts):
        return ""
    tags = [guess_language_tag(text) for text in found]
    match most:
        case Script.CYRILLIC:
            return "kk-Cyrl" if tags.count("kk-Cyrl") * 5 >= len(found) else "ru"
        case Script.HAN:
            return "zh-Hans"
        case Script.LATIN:
            return "en"
        case _:
            return ""


def mostly_kazakh(texts: Sequence[str]) -> bool:
    """Whether so many Cyrillic names have Kazakh letters that those without are Kazakh too: Шал among Қыз Жібек."""
    cyrillic = [guess_language_tag(text) for text in texts[:200] if script_of(text) is Script.CYRILLIC]
    return len(cyrillic) >= _RUNNING and cyrillic.count("kk-Cyrl") >= len(cyrillic) * 0.6


def _is_running(found: Sequence[tuple[str, Typed | None]]) -> bool:
    """1, 2, 3 ..."""
    texts = [text.rstrip(".") for text, _typed in found]
    return (
        len(texts) >= _RUNNING and all(text == str(number) for number, text in enumerate(texts, int(texts[0])))
        if (texts and texts[0].isdecimal())
        else False
    )


def _is_year(text: str, typed: Typed | None) -> bool:
    return len(text) <= 8 and figures.year_of(text, typed) is not None and "." not in text[:-2]  # noqa: PLR2004 - “2019 ж.”


def _is_length(text: str, typed: Typed | None) -> bool:
    minutes = figures.minutes_of(text, typed)
    return minutes is not None and _SHORTEST_FILM <= minutes <= _LONGEST_FILM and ":" not in text


def _hours(text: str, typed: Typed | None, order: DateOrder) -> bool:
    found = moments(text, typed, order, hours_only=True)
    return bool(found.spans) and not found.rest


def _both(text: str, typed: Typed | None, order: DateOrder) -> bool:
    found = moments(text, typed, order)
    return bool(found.day and found.spans)
