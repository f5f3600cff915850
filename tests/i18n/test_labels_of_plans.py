"""Every value of the vocabularies of planning has a word, and no two of one vocabulary share it."""

from enum import StrEnum

import pytest

from app.domain import kinds_of_plans
from app.domain.kinds_of_plans import AudienceKind, Occasion
from app.i18n import labels_of_plans, vocabularies
from app.i18n.catalogue import catalogue

VOCABULARIES = [
    value
    for value in vars(kinds_of_plans).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_value_has_a_word_of_its_own(vocabulary: type[StrEnum], language: str) -> None:
    said = [vocabularies.word(catalogue(language), value) for value in vocabulary]
    assert all(said)
    assert len(set(said)) == len(said)


def test_what_is_usual_needs_no_chip() -> None:
    tr = catalogue("en")
    assert labels_of_plans.audience_chip(tr, AudienceKind.PUBLIC) == ""
    assert labels_of_plans.occasion_chip(tr, Occasion.NONE) == ""
    assert labels_of_plans.audience_chip(tr, AudienceKind.INVITED) == "closed"
    assert all(labels_of_plans.occasion_chip(tr, kind) for kind in Occasion if kind is not Occasion.NONE)
