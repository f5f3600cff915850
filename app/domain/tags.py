"""Language tags (BCP 47, RFC 5646) as people type them."""

import re

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}|[a-z]{5,8})(-(?P<extended>[a-z]{3}))?(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*)"
)


def tidy_tag(text: str) -> str:
    """A tag with the usual capitals (zh-Latn-pinyin, sr-Cyrl-RS), '' when the text is none."""
    found = _TAG.fullmatch(text.strip().replace("_", "-").lower())
    if found is None:
        return ""
    parts = (found["language"], found["extended"], (found["script"] or "").title(), (found["region"] or "").upper())
    return "-".join(part for part in parts if part) + found["variants"]
