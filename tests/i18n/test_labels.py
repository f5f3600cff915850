"""What a version chip says."""

import pytest

from app.domain.kinds import SpokenMode
from app.i18n import labels
from app.i18n.catalogue import catalogue

ALL = ("kk", "zh", "ru", "en")
ORIGINAL = SpokenMode.ORIGINAL

CHIPS = [
    (ORIGINAL, ["kk"], ("ҚАЗ түпн.", "哈语原声", "КАЗ ориг.", "KK orig")),
    (ORIGINAL, ["yue"], ("КАНТ түпн.", "粤语原声", "КАНТ ориг.", "CANTO orig")),
    (ORIGINAL, ["zxx"], ("диалогсыз", "无对白", "без диалогов", "no dialogue")),
    (SpokenMode.DUBBED, ["kk", "ru"], ("ҚАЗ ОРЫС дубл.", "哈俄配音", "КАЗ РУС дубл.", "KK RU dub")),
    (None, ["ko"], ("КОР субт.", "韩语字幕", "КОР субт.", "KO sub")),
]


@pytest.mark.parametrize(("mode", "tags", "expected"), CHIPS)
def test_a_chip_is_short_and_can_be_read(mode: SpokenMode | None, tags: list[str], expected: tuple[str, ...]) -> None:
    assert tuple(labels.version_chip(catalogue(code), mode, tags) for code in ALL) == expected
