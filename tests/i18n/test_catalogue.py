"""A catalogue says English message ids in its language, fills in fields and never stops the program."""

import datetime as dt
import os
from pathlib import Path

import pytest

from app.domain.kinds import SlateState
from app.domain.names import FourNames
from app.i18n import active
from app.i18n import catalogue as words
from app.i18n.catalogue import Catalogue, WordsWarning, catalogue
from app.i18n.pseudo import Pseudo
from app.words import counted, phrase

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Undo"
msgstr "Отменить"

msgid "Move “{title}”"
msgstr "Перенести «{title}»"

msgid "Ends at {time}"
msgstr "Конец в {hour}"

msgctxt "chip"
msgid "dub"
msgstr "дубл."

msgid "{n} title"
msgid_plural "{n} titles"
msgstr[0] "{n} фильм"
msgstr[1] "{n} фильма"
msgstr[2] "{n} фильмов"
"""  # noqa: E501 - a plural rule is one line


@pytest.fixture
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A catalogue made from the source above, compiled in memory."""
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "app.po").write_text(PO, encoding="utf-8")
    monkeypatch.setattr(words, "translations_folder", lambda: tmp_path)
    return catalogue.__wrapped__("ru")


def test_a_message_is_said_in_the_language(russian: Catalogue) -> None:
    assert russian("Undo") == "Отменить"
    assert russian("Move “{title}”", title="Дәстүр") == "Перенести «Дәстүр»"


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "1 фильм"),
        (2, "2 фильма"),
        (5, "5 фильмов"),
        (11, "11 фильмов"),
        (21, "21 фильм"),
        (12500, "12 500 фильмов"),
    ],
)
def test_plural_forms(russian: Catalogue, n: int, said: str) -> None:
    assert russian.plural("{n} title", "{n} titles", n).replace("\u00a0", " ") == said
    assert russian.say(counted("{n} title", "{n} titles", n)).replace("\u00a0", " ") == said


def test_a_word_may_be_said_otherwise_in_one_context(russian: Catalogue) -> None:
    assert russian.context("chip", "dub") == "дубл."
    assert russian.context("menu", "dub") == "dub"


def test_what_is_not_translated_is_said_in_english(russian: Catalogue) -> None:
    assert russian("Redo") == "Redo"
    assert russian.plural("{n} row", "{n} rows", 1) == "1 row"
    assert russian.plural("{n} row", "{n} rows", 2) == "2 rows"


def test_a_language_without_a_file_speaks_english() -> None:
    assert catalogue("en")("Undo") == "Undo"


def test_a_broken_translation_gives_way_to_english_and_is_an_error_in_tests(russian: Catalogue) -> None:
    with pytest.warns(WordsWarning, match="hour"):
        assert russian("Ends at {time}", time="20:35") == "Ends at 20:35"


def test_a_missing_field_shows_its_own_name_and_is_an_error_in_tests(russian: Catalogue) -> None:
    with pytest.warns(WordsWarning, match="title"):
        assert russian("Move “{title}”") == "Move “{title}”"


def test_titles_with_braces_and_figures_pass_unharmed(russian: Catalogue) -> None:
    assert russian("Move “{title}”", title="{999} 5:32") == "Перенести «{999} 5:32»"


def test_fields_are_worded_for_the_language() -> None:
    day = dt.datetime(2026, 10, 16, 20, 35, tzinfo=dt.UTC)
    said = Catalogue("kk")(
        "{day} | {time} | {moment} | {year} | {many} | {names} | {hall} | {inner} | {state}",
        day=day.date(),
        time=day.time(),
        moment=day,
        year=1970,
        many=12500,
        names=["А", "Б"],
        hall=FourNames(kk="1-зал", en="Hall 1"),
        inner=phrase("Hello {x}", x=2),
        state=SlateState.INVITED,
    )
    assert said.replace("\u00a0", " ").startswith(
        "2026 ж. 16 қазан | 20:35 | 2026 ж. 16 қазан, 20:35 | 1970 | 12 500 | А және Б | 1-зал | Hello 2 | "
    )


def test_a_compiled_file_is_read_unless_its_source_is_newer(russian: Catalogue, tmp_path: Path) -> None:
    assert russian("Undo") == "Отменить"
    folder = tmp_path / "ru" / "LC_MESSAGES"
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with (folder / "app.po").open("rb") as file:
        old = read_po(file, locale="ru")
    old["Undo"].string = "Вернуть"
    with (folder / "app.mo").open("wb") as file:
        write_mo(file, old)
    os.utime(folder / "app.po", (1, 1))
    assert catalogue.__wrapped__("ru")("Undo") == "Вернуть"
    os.utime(folder / "app.mo", (0, 0))
    assert catalogue.__wrapped__("ru")("Undo") == "Отменить"


def test_the_interface_speaks_through_the_catalogue_looked_up_at_call_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "catalogue", Pseudo)
    monkeypatch.setattr(active, "_language", "en")
    active.activate("kk")
    assert active.language() == "kk"
    assert active._("Undo") == "⟦Undo~~⟧"
    assert active.ngettext("{n} title", "{n} titles", 12500) == "⟦12\u00a0500 titles~~~~~⟧"
    assert active.pgettext("chip", "dub") == "⟦dub~~⟧"
    assert active.say(counted("{n} day", "{n} days", 1)).startswith("⟦1 day")
    assert active.tr().language == "kk"


def test_the_pseudo_language_is_a_third_longer_and_dressed_once() -> None:
    tr = Pseudo("en")
    assert tr("Catalogue") == "⟦Catalogue~~~~⟧"
    assert tr("") == ""
    assert tr.say(phrase("{part}", part=phrase("Print"))).count("⟦") == 1
