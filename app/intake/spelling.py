"""How words in headings and cells are spelt for comparing."""

import re

from app.domain.folding import fold

_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def joined(text: str) -> str:
    """`text` folded, Chinese characters without gaps between them."""
    return _HAN_GAP.sub("", fold(text))
