"""Names of works as people invent them, in every script the house knows, and texts as nobody would type them."""

from hypothesis import strategies as st

KAZAKH = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяё"
LATIN = "aäbdefgğhıijklmnñoöpqrsştuūüvyzcwxé"
ARABIC = "ابتجچحدرزسشعفقكگلمنڭھوۇۆۋىيپءەٵۈ"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SIMPLIFIED = "我的阿勒泰长安荔枝嘿老头音乐家都挺好红高粱霸王别姬女绿行重还国"
TRADITIONAL = "後來臥虎藏龍霸王別姬紅樓夢國長樂說繁體導演"
SIGNS = " -–—:.,!?'’«»“”()/№&+…·，。！：《》"
PICTURES = "🎬🐎☀⭐❤♥№½²"
DIGITS = "0123456789"


def _words(letters: str, most: int = 4) -> st.SearchStrategy[str]:
    return st.lists(st.text(letters, min_size=1, max_size=9), min_size=1, max_size=most).map(" ".join)


def names() -> st.SearchStrategy[tuple[str, str]]:
    """A name with its BCP 47 language."""
    written = {
        "kk-Cyrl": KAZAKH + KAZAKH.upper(), "kk-Latn": LATIN + LATIN.upper(), "kk-Arab": ARABIC,
        "ru": RUSSIAN + RUSSIAN.upper(), "en": "abcdefghijklmnopqrstuvwxyzABCDEFG", "zh-Hans": SIMPLIFIED,
        "zh-Hant": TRADITIONAL,
    }  # fmt: skip
    own = [st.tuples(_words(letters), st.just(language)) for language, letters in written.items()]
    mixed = _words(KAZAKH + LATIN + SIMPLIFIED + DIGITS + SIGNS + PICTURES)
    return st.one_of(*own, st.tuples(mixed, st.sampled_from([*written, "zxx", "und"])))


def anything() -> st.SearchStrategy[str]:
    """Texts of all characters there are, and of those that mean something to queries and to SQL."""
    signs = st.text("\"'“”«»:-–()*^%_\\;,.!\0\x1d\x1e\x1f\u200f\u202e\ufeff ANDORNTE日月年7..", max_size=40)
    return st.one_of(st.text(max_size=60), signs, names().map(lambda name: name[0]))
