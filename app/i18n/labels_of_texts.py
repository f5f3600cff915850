"""The words for whose number an identifier is."""

from app.domain.kinds import Scheme
from app.i18n.labels import context, speaker

SCHEMES = {
    Scheme.EIDR: context("scheme", "EIDR"),
    Scheme.ISAN: context("scheme", "ISAN"),
    Scheme.IMDB: context("scheme", "IMDb"),
    Scheme.WIKIDATA: context("scheme", "Wikidata"),
    Scheme.KINOPOISK: context("scheme", "Kinopoisk"),
    Scheme.DOUBAN: context("scheme", "Douban"),
    Scheme.KZ_CERTIFICATE: context("scheme", "Certificate, Kazakhstan"),
    Scheme.CN_PERMIT: context("scheme", "Permit, China"),
    Scheme.RU_CERTIFICATE: context("scheme", "Certificate, Russia"),
    Scheme.OWN: context("scheme", "Own number"),
}

scheme_word = speaker(SCHEMES)
