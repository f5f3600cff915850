"""The headings of tables of titles: an export writes them, and an import knows them in all four languages."""

from app.domain.kinds import NameType, Role, Scheme, SynopsisKind
from app.i18n import labels
from app.i18n.labels import Word, context

FACTS: dict[str, Word] = {
    "number": context("table", "No."),
    "kind": context("table", "Kind"),
    "year": context("table", "Year"),
    "runtime": context("table", "Runtime, min"),
    "episodes": context("table", "Number of episodes"),
    "age": context("table", "Age mark"),
    "country": context("table", "Countries"),
    "language": context("table", "Original language"),
    "dubbed": context("table", "Dubbed into"),
    "voice_over": context("table", "Voice-over"),
    "subtitles": context("table", "Subtitles"),
    "rights": context("table", "Rights"),
    "rights_start": context("table", "Rights from"),
    "rights_end": context("table", "Rights until"),
    "territory": context("table", "Territory"),
    "rights_holder": context("table", "Rights holder"),
    "unverified": context("table", "Unverified"),
    "source": context("table", "Source"),
    "notes": context("table", "Notes"),
}
"""By the value of `intake.options.Meaning`."""

NAMES: dict[NameType, Word] = labels.NAME_TYPES | {
    NameType.TRANSLATED: context("table", "Title"),
    NameType.DUBBED: context("table", "Dubbed title"),
    NameType.TRANSLITERATED: context("table", "Transliterated title"),
}

WORDLESS = context("table", "no language")
"""In brackets behind a name that is no word of any language: 5:32."""

IN_LANGUAGE = context("table", "{name} ({language})")

SCHEMES: dict[Scheme, Word] = {
    Scheme.EIDR: context("table", "EIDR"),
    Scheme.ISAN: context("table", "ISAN"),
    Scheme.IMDB: context("table", "IMDb"),
    Scheme.WIKIDATA: context("table", "Wikidata"),
    Scheme.KINOPOISK: context("table", "Kinopoisk"),
    Scheme.DOUBAN: context("table", "Douban"),
    Scheme.KZ_CERTIFICATE: context("table", "Certificate number (Kazakhstan)"),
    Scheme.CN_PERMIT: context("table", "Screening permit (China)"),
    Scheme.RU_CERTIFICATE: context("table", "Certificate of Russia"),
    Scheme.OWN: context("table", "Own number"),
}

SYNOPSES: dict[SynopsisKind, Word] = {
    SynopsisKind.LINE: context("table", "Logline ({language})"),
    SynopsisKind.SHORT: context("table", "Synopsis ({language})"),
    SynopsisKind.LONG: context("table", "Full synopsis ({language})"),
}

ROLES: dict[Role, Word] = labels.ROLES | {
    Role.STUDIO: context("table", "Filming studio"),  # “Studio” alone heads the production companies of most lists
}
