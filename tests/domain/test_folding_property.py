"""Names in every script find themselves by each of their folded forms, and no text breaks the folding."""

import os

from hypothesis import given, settings

from app.domain import folding
from app.domain.alike import beginnings, distance, forgiven
from app.domain.completions import completions
from app.domain.folding import FormKind
from app.domain.queries import parse, spelt
from app.domain.typed_days import dated
from tests.names import anything, names

MANY = 2_000 if os.environ.get("KERUEN_NIGHTLY") == "1" else 200


@settings(max_examples=MANY, deadline=None)
@given(names())
def test_a_name_is_found_by_each_of_its_forms(name: tuple[str, str]) -> None:
    text, language = name
    forms = folding.index_forms(text, language)
    for form in forms:
        if form.kind is FormKind.INITIALS and len(form.text) < 2:
            continue
        query = folding.query_forms(form.text)
        assert not query.terms or folding.matches(query, forms), (text, form)


@settings(max_examples=MANY, deadline=None)
@given(names())
def test_a_name_is_found_as_it_is_written(name: tuple[str, str]) -> None:
    text, language = name
    query = folding.query_forms(text)
    assert not query.terms or folding.matches(query, folding.index_forms(text, language)), text


@settings(max_examples=MANY, deadline=None)
@given(anything())
def test_no_text_breaks_folding_queries_or_days(text: str) -> None:
    folded = folding.fold(text)
    assert folding.fold(folded) == folded
    folding.match_expression(text)
    dated(text)
    query = parse(text)
    assert parse(spelt(query)).filter == query.filter
    completions(text, len(text))
    for word in folded.split():
        assert distance(word, word, forgiven(word)) == 0
        if forgiven(word):
            assert beginnings(word)[0] == word[: len(beginnings(word)[0])]
