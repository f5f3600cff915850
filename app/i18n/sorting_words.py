"""Where countries, kinds and languages stand when a list is sorted by them: by their names in the reader's language."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.order import sort_key
from app.i18n import formats, labels
from app.i18n.catalogue import Catalogue


def word_places(tr: Catalogue) -> Mapping[str, Callable[[Any], str]]:
    """By level of `domain.sorting`, where a value stands among its kind."""
    spoken = tr.language

    def by_country(code: str) -> str:
        return sort_key(formats.country(spoken, code), spoken)

    def by_kind(kind: Any) -> str:
        return sort_key(labels.work_kind(tr, kind), spoken)

    def by_language(tag: str) -> str:
        return sort_key(formats.language_name(spoken, tag), spoken)

    return {"country": by_country, "kind": by_kind, "dub": by_language}
