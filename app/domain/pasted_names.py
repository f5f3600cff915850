"""Names out of a pasted text: one a line, or the cells of a table, with or without their language before them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.domain.name_flaws import SCRIPTS
from app.domain.names import plain
from app.domain.scripts import Script, clean_name, guess_language_tag, one_script, script_of

MOST = 100
"""Names taken from one pasted text; no title has more."""


class Pasted(NamedTuple):
    """One name and the tag it was given, or that its letters tell (`guessed`)."""

    text: str
    language: str
    guessed: bool


_WORDS = {
    "kk": "kk kz kaz kazakh qazaq қаз қазақ қазақша қазақ_тілі қазақ_тілінде каз казахский на_казахском 哈 哈萨克文"
    " 哈萨克语",
    "ru": "ru rus russian орыс орысша орыс_тілі орыс_тілінде рус русский на_русском 俄 俄文 俄语",
    "en": "en eng english ағыл ағылшынша ағылшын_тілі ағылшын_тілінде англ английский на_английском 英 英文 英语",
    "zh": "zh cn chi chinese қыт қытайша қытай_тілі қытай_тілінде кит китайский на_китайском 中 中文 汉语 华语 简体",
    "zh-Hant": "繁体 繁體 traditional",
    "zh-Latn-pinyin": "pinyin пиньинь 拼音",
    "kk-Latn": "latin kazakh_latin латын",
    "kk-Arab": "töte төте",
    "ug": "ug uighur uyghur уйғыр ұйғыр уйгурский 维吾尔文 维吾尔语",
    "ja": "ja jpn japanese жапон японский 日文 日语",
    "ko": "ko kor korean корей корейский 韩文 韩语",
    "mn": "mn mongolian моңғол монгольский 蒙古文",
    "ky": "ky kyrgyz қырғыз киргизский",
    "uz": "uz uzbek өзбек узбекский",
    "tr": "tr turkish түрік турецкий",
    "fr": "fr french француз французский 法文 法语",
    "de": "de german неміс немецкий 德文 德语",
}
"""What people write before a name to tell its language; a low line stands for a space."""

_LANGUAGE_OF = {word.replace("_", " "): tag for tag, words in _WORDS.items() for word in words.split()}
_LED = re.compile(r"^\s*([^\W\d_][\w -]{0,24}?)\s*[:：\t=]\s*(\S.*)$")
_TAG = re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-[a-z]{5,8})?$")
_TRAILED = re.compile(r"^(\S.*?)\s*[(（]\s*([^\W\d_][\w .-]{1,24})\s*[)）]\s*$")
_BULLET = re.compile(r"^\s*(?:[•·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_MARKS = re.compile(r"^([《〈«“„\"])(.+)([》〉»”“\"])$")


def pasted(text: str) -> list[Pasted]:
    """The names of a text, each once, in order; at most `MOST`."""
    found: dict[tuple[str, str], Pasted] = {}
    for piece in _pieces(text):
        name = _name(piece)
        if name is not None:
            found.setdefault((name.text, plain(name.language)), name)
        if len(found) == MOST:
            break
    return list(found.values())


def _pieces(text: str) -> Iterator[str]:
    """Lines; a line of cells is cut unless its first cell tells the language of the second."""
    for line in text.replace("\u2028", "\n").splitlines():
        cells = [cell.strip().strip('"') for cell in line.split("\t")]
        cells = [cell for cell in cells if cell]
        place = 0
        while place < len(cells):
            if _tag_of(cells[place]) and place + 1 < len(cells):
                yield f"{cells[place]}\t{cells[place + 1]}"
                place += 1
            else:
                yield cells[place]
            place += 1


def _name(piece: str) -> Pasted | None:
    piece = _BULLET.sub("", piece)
    tag = ""
    for pattern, name, word in ((_LED, 2, 1), (_TRAILED, 1, 2)):
        match = pattern.match(piece)
        if match is not None and _tag_of(match[word]):
            piece, tag = match[name], _tag_of(match[word])
            break
    text = clean_name(_MARKS.sub(r"\2", one_script(clean_name(piece))))
    if not text or (not tag and _tag_of(text)):
        return None
    return Pasted(text, _fitting(tag, text), not tag)


def _tag_of(word: str) -> str:
    """The tag a word or tag means, '' when it is neither."""
    word = word.strip().rstrip(".:：")
    return _LANGUAGE_OF.get(word.casefold()) or (word if _TAG.match(word) and plain(word) in _KNOWN else "")


_KNOWN = {plain(tag) for tag in (*_WORDS, *SCRIPTS)} | {"zxx", "und", "mul", "ka", "hi", "az", "hy", "sr", "bg"}


def _fitting(tag: str, text: str) -> str:
    """A tag with its script: kk becomes kk-Cyrl, kk-Latn or kk-Arab, whichever the letters are."""
    guessed = guess_language_tag(text)
    if not tag:
        return guessed
    if tag == "zh":
        return guessed if plain(guessed) == "zh" else "zh-Latn-pinyin" if script_of(text) is Script.LATIN else "zh-Hans"
    if tag == "kk":
        return next((own for own in ("kk-Latn", "kk-Arab") if SCRIPTS[own] == (script_of(text),)), "kk-Cyrl")
    return tag


def fresh(names: Iterable[Pasted], there: Iterable[tuple[str, str]]) -> list[Pasted]:
    """Those of the names that a work does not have yet; `there` are (text, tag) of those it has."""
    known = {(text, plain(tag)) for text, tag in there}
    return [name for name in names if (name.text, plain(name.language)) not in known]
