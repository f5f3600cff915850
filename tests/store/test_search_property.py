"""Thousands of names in all scripts in one library: each is found by every folded form, and nothing typed breaks it."""

import os
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.folding import Form, FormKind, index_forms, query_forms
from app.domain.scripts import clean_name
from app.operations import works
from app.store import search
from app.store.store import Store
from app.words import phrase
from tests.names import anything, names

NIGHTLY = os.environ.get("KERUEN_NIGHTLY") == "1"
MANY = 2_000 if NIGHTLY else 120
AT_ONCE = 500 if NIGHTLY else 60


def drawn(many: int) -> list[tuple[str, str]]:
    """So many different names, the same each time."""
    found: dict[str, str] = {}

    @settings(max_examples=many, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.lists(names(), min_size=5, max_size=25))
    def draw(some: list[tuple[str, str]]) -> None:
        for text, language in some:
            if len(found) < many and query_forms(clean_name(text)).terms:
                found.setdefault(clean_name(text), language)

    draw()
    return list(found.items())


def filled(store: Store, every: list[tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """The names by the works that bear them, many to a step."""
    owners: dict[int, tuple[str, str]] = {}

    def add(session, some):
        return [works.add(session, text, language) for text, language in some]

    for first in range(0, len(every), AT_ONCE):
        some = every[first : first + AT_ONCE]
        owners |= dict(zip(store.write(phrase("Add"), add, some)[0], some, strict=True))
    return owners


def sought_by(form: Form) -> bool:
    """Whether a form is one that a person types, and long enough to mean something."""
    return bool(query_forms(form.text).terms) and (form.kind is not FormKind.INITIALS or len(form.text) > 1)


def test_every_name_is_found_by_each_of_its_forms(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "names.keruen")
    owners = filled(store, drawn(MANY))
    assert len(owners) >= MANY * 0.9
    with store.read() as session:
        for work, (text, language) in owners.items():
            for sought in {text, *(form.text for form in index_forms(text, language) if sought_by(form))}:
                assert work in search.matching_works(session, sought), (text, sought)
        for work, (text, _language) in list(owners.items())[:: 1 if NIGHTLY else 4]:
            assert work in {hit.id for hit in search.find(session, text, "kk", 0) if hit.kind == "work"}, text
    store.close()


def test_no_input_raises(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "names.keruen")
    filled(store, drawn(40))

    with store.read() as session:

        @settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
        @given(anything(), st.sampled_from(["kk", "zh", "ru", "en"]))
        def seek(text: str, language: str) -> None:
            search.find(session, text, language)
            search.matching_works(session, text)

        seek()
    store.close()
