"""What the program writes as a table it can read again, in each of its languages."""

import pytest

from app.domain.kinds import LANGUAGES, NameType, RightsStatus, Scheme, WorkKind
from app.domain.title_facts import NameColumn
from app.export.title_table import name_heading
from app.i18n import labels
from app.i18n import labels_of_tables as words
from app.i18n.catalogue import catalogue
from app.intake.headings import meaning_of
from app.intake.options import Column, Meaning
from app.intake.spelling import joined
from app.intake.synonyms import SYNONYMS
from app.intake.vocabulary import kind_of, rights_of

WRITTEN = ("kk-Cyrl", "zh-Hans", "ru", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tag", WRITTEN)
def test_headings_of_names_are_understood_with_their_language_and_kind(language, tag):
    for kind in NameType:
        found = meaning_of(name_heading(catalogue(language), NameColumn(tag, kind)))
        assert found is not None, kind
        assert found.meaning is Meaning.NAME
        if kind is not NameType.TRANSLITERATED:
            assert found.language == tag
            assert (found.type or NameType.TRANSLATED) is kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_and_rights_are_understood(language):
    tr = catalogue(language)
    assert [kind for kind in WorkKind if kind_of(labels.work_kind(tr, kind)) is not kind] == []
    known = [status for status in RightsStatus if status is not RightsStatus.NOT_ENTERED]
    assert [status for status in known if rights_of(labels.rights_status(tr, status)) is None] == []


def test_identifiers_have_the_schemes_of_the_house():
    schemes = {column.language for column in SYNONYMS if column.meaning is Meaning.IDENTIFIER}
    assert schemes <= set(Scheme)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_headings_of_a_table_read_alike(language):
    tr = catalogue(language)
    tables = (words.FACTS, words.NAMES, words.SCHEMES, words.ROLES, words.SYNOPSES)
    said = [joined(tr.context(*word, language="")) for table in tables for word in table.values()]
    assert [heading for heading in said if said.count(heading) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_of_a_table_is_understood(language):
    tr = catalogue(language)
    for fact, word in words.FACTS.items():
        assert meaning_of(tr.context(*word)) == Column(Meaning(fact))
    for role, word in words.ROLES.items():
        assert meaning_of(tr.context(*word)) == Column(Meaning(role.value))
    for scheme, word in words.SCHEMES.items():
        assert meaning_of(tr.context(*word)) == Column(Meaning.IDENTIFIER, scheme.value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "tag", ["kk-Latn", "kk-Arab", "zh-Hant", "zh-Latn-pinyin", "mn", "ko", "yue", "ug-Arab", "zxx"]
)
def test_headings_of_names_tell_any_language_and_script(language, tag):
    for kind in NameType:
        found = meaning_of(name_heading(catalogue(language), NameColumn(tag, kind)))
        assert found == Column(Meaning.NAME, tag, None if kind is NameType.TRANSLATED else kind)
