"""The words in the .po files keep to the glossary's rules of style, whatever they say."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from app.domain import kinds
from app.domain.screenings import Severity
from app.i18n import labels, vocabularies
from app.i18n.catalogue import catalogue
from app.paths import translations_folder

LANGUAGES = ("kk", "zh", "ru")
HAN = r"[\u4e00-\u9fff]"
CASES = "ге ке ға қа де те да та ден тен дан тан нан нен ні ны ді ды ті ты нің ның дің дың тің тың мен бен пен".split()  # noqa: SIM905

SAME_EVERYWHERE = {
    "DCP",
    "ProRes",
    "MP4",
    "Blu-ray",
    "PDF",
    "CSV",
    "XLSX",
    "HTML",
    "iCalendar",
    "OK",
    "KDM",
    "EIDR",
    "ISAN",
    "IMDb",
    "Wikidata",
    "Douban",
    "Kinopoisk",
    "Python",
    "PySide6",
}
"""Names that are written alike in all languages; sentences of fields alone are alike too."""

SHORT = (
    "түпн.",
    "дубл.",
    "субт.",
    "ориг.",
    "закадр.",
    "дикт.",
    "синхр.",
    "° ш. б.",
    "° с. е.",
    "° о. е.",
    "° б. б.",
    "в. д.",
    "з. д.",
    "с. ш.",
    "ю. ш.",
)
"""Shortened words end with a full stop that ends no sentence."""

VOCABULARIES = [value for value in vars(kinds).values() if isinstance(value, type) and issubclass(value, StrEnum)]


@cache
def words(language: str) -> Catalog:
    with (translations_folder() / language / "LC_MESSAGES" / "app.po").open("rb") as file:
        return read_po(file, locale=language)


def said(language: str) -> Iterator[tuple[str, str]]:
    """Each English sentence with its translation; of plural forms, each with the sentence for many."""
    for message in words(language):
        if not message.id:
            continue
        if isinstance(message.id, str):
            yield message.id, str(message.string)
        else:
            yield from ((message.id[-1], form) for form in message.string)


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
@pytest.mark.parametrize("vocabulary", [item for item in VOCABULARIES if item is not StrEnum])
def test_every_value_of_the_vocabularies_has_a_word(vocabulary: type[StrEnum], language: str) -> None:
    tr = catalogue(language)
    assert all(vocabularies.word(tr, value) for value in vocabulary)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_vocabularies_is_left_in_english(language: str) -> None:
    tr, english = catalogue(language), catalogue("en")
    values = [value for vocabulary in VOCABULARIES if vocabulary is not StrEnum for value in vocabulary]
    pairs = {vocabularies.word(english, value): vocabularies.word(tr, value) for value in values}
    pairs |= {labels.severity(english, value): labels.severity(tr, value) for value in Severity}
    pairs |= {labels.page(english, name): labels.page(tr, name) for name in labels.PAGES}
    assert {word for word, own in pairs.items() if word == own} <= SAME_EVERYWHERE


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_in_english(language: str) -> None:
    alike = {sentence for sentence, own in said(language) if sentence == own}
    names = "|".join(sorted(SAME_EVERYWHERE, key=len, reverse=True))
    assert [text for text in alike if re.search("[A-Za-z]", re.sub(rf"\{{\w+\}}|\b({names})\b", "", text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_fields_of_its_sentence(language: str) -> None:
    assert [own for sentence, own in said(language) if own and fields(own) != fields(sentence)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_stays_a_sentence_and_a_label_a_label(language: str) -> None:
    ends = {"kk": ".", "ru": ".", "zh": "。"}[language]
    wrong = [
        own
        for sentence, own in said(language)
        if own and not own.endswith(SHORT) and not sentence.endswith(("narr.", "No."))
        if sentence.endswith(".") != own.endswith(ends)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_leads_on_leads_on_in_every_language(language: str) -> None:
    assert [own for sentence, own in said(language) if own and sentence.endswith("…") != own.endswith("…")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_are_those_of_the_language(language: str) -> None:
    foreign = {"kk": "“”\"'", "ru": "“\"'", "zh": "«»\"'"}[language]
    assert [own for _, own in said(language) if set(own) & set(foreign)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_shouted_at(language: str) -> None:
    assert [own for _, own in said(language) if set(own) & set("!！")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_can_be_filled_in(language: str) -> None:
    """A field with an ending or a format of its own would otherwise fail before the reader's eyes."""
    tr = catalogue(language)
    for message in words(language):
        if not message.id or not message.string:
            continue
        for english in (message.id,) if isinstance(message.id, str) else message.id:
            assert "{" not in tr(english, **dict.fromkeys(fields(english), "20:35"))
        if not isinstance(message.id, str):
            given = {name: "20:35" for name in fields(message.id[-1]) if name != "n"}
            assert not [n for n in (0, 1, 2, 5, 21) if "{" in tr.plural(*message.id, n, **given)]


def test_no_kazakh_ending_is_glued_to_a_field() -> None:
    glued = re.compile(r"\}(?:[а-яәғқңөұүһі]|[-‑](?:" + "|".join(CASES) + r")\b)")
    assert [own for _, own in said("kk") if glued.search(own)] == []


def test_a_field_with_an_ending_asks_for_one_that_exists() -> None:
    endings = {spec for _, own in said("kk") for _, _, spec, _ in Formatter().parse(own) if spec}
    assert endings <= {"ke", "de", "den"}
    assert not {
        spec for code in ("ru", "zh") for _, own in said(code) for *_, spec, _ in Formatter().parse(own) if spec
    }


def test_the_kazakh_noun_stays_singular_after_a_number() -> None:
    assert [message.id for message in counted("kk") if len(set(message.string)) > 1] == []


def test_the_russian_forms_differ_where_the_english_counts() -> None:
    """Label and value («Показов: 31») needs no forms, nor does a unit («накладка 5 мин»)."""
    alike = [m for m in counted("ru") if any(m.string) and len(set(m.string)) == 1 and len(set(m.id)) > 1]
    assert [m.id for m in alike if ":" not in m.string[0]] == []


def counted(language: str) -> list[Message]:
    return [message for message in words(language) if message.id and not isinstance(message.id, str)]


def test_chinese_punctuation_is_full_width_beside_han() -> None:
    narrow = re.compile(rf"{HAN}[,;:!?()]|[,;!?()]{HAN}")
    assert [own for _, own in said("zh") if narrow.search(own)] == []


def test_chinese_leaves_no_space_between_han_and_latin() -> None:
    gap = re.compile(rf"{HAN} +[A-Za-z0-9{{]|[A-Za-z0-9}}] +{HAN}")
    assert [own for _, own in said("zh") if gap.search(own)] == []


def test_chinese_avoids_the_tone_of_machines() -> None:
    assert [own for _, own in said("zh") if re.search("请注意|成功|您|进行(?!中)", own)] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_cyrillic_words_hold_no_latin_letter_by_mistake(language: str) -> None:
    mixed = re.compile(r"[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]", re.IGNORECASE)
    plain = ((own, re.sub(r"\{[^}]*\}|\\n", " ", own)) for _, own in said(language))
    assert [own for own, bare in plain if mixed.search(bare)] == []


def test_russian_letters_that_kazakh_lacks_do_not_creep_in() -> None:
    """Words of the field spelt as in Russian by slip of the keyboard."""
    slips = re.compile(r"\b(дастур|келин|кыз|казак|тузету|косу|ошіру|болім|кестесi)\w*", re.IGNORECASE)
    assert [own for _, own in said("kk") if slips.search(own)] == []


def test_menus_keep_their_letter_keys_but_in_chinese() -> None:
    """Alt and a letter opens a menu; Chinese menus stand bare, as F10 and the keys beside them do the same."""
    for language in LANGUAGES:
        keyed = [m for m in words(language) if m.context == "menu" and m.string]
        assert [m.id for m in keyed if ("&" in m.string) != ("&" in m.id and language != "zh")] == []
