"""How words in headings and cells are spelt for comparing."""

import re

from app.domain.folding import fold

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def half_width(text: str) -> str:
    """`text` with figures and signs as wide as Latin letters, as Chinese input often leaves them wider: ２００３."""
    return text.translate(_FULL_WIDTH)


def joined(text: str) -> str:
    """`text` folded, Chinese characters without gaps between them."""
    return _HAN_GAP.sub("", fold(text))
