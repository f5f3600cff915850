"""Radicals that PDF files and input methods leave in place of the Chinese characters they look like."""

import unicodedata

_KANGXI = range(0x2F00, 0x2FD6)
_ALSO_BY_NFKC = (0x2E9F, 0x2EF3)

RADICALS: dict[int, str] = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*_KANGXI, *_ALSO_BY_NFKC)} | {
    ord(radical): character
    for radical, character in zip(
        "⺒⺝⺠⺮⻁⻂⻄⻅⻆⻇⻉⻋⻐⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "巳月民竹虎衣西见角角贝车金長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
}
"""Code point of a radical -> character. The Kangxi block by NFKC; the supplement by hand, after its names.

Source: the Unicode Standard, CJK Radicals Supplement; only radicals that are whole characters of their own.
"""
