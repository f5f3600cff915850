"""Identifiers are read from what is pasted and checked by their own characters; nothing typed makes them fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identifiers import Doubt, Number, address, check_character, doubt, read, tidy
from app.domain.kinds import Scheme

HEX = "0123456789ABCDEF"


@pytest.mark.parametrize(
    ("pasted", "scheme", "value"),
    [
        ("10.5240/7791-8534-2C23-9030-8610-5", Scheme.EIDR, "10.5240/7791-8534-2C23-9030-8610-5"),
        ("https://doi.org/10.5240/F592-58D1-A4D9-E968-5435-L", Scheme.EIDR, "10.5240/F592-58D1-A4D9-E968-5435-L"),
        ("ui.eidr.org/view/content?id=10.5240%2FEA73-79D7-1B2B-B378-3A73-M", Scheme.EIDR,
         "10.5240/EA73-79D7-1B2B-B378-3A73-M"),
        ("ISAN 0000-0001-8947-0000-8-0000-0000-D", Scheme.ISAN, "0000-0001-8947-0000-8-0000-0000-D"),
        ("1881-66C7-3420-6541-Y-9F3A-0245-O", Scheme.ISAN, "1881-66C7-3420-6541-Y-9F3A-0245-O"),
        ("https://www.imdb.com/title/tt10468394/?ref_=nv", Scheme.IMDB, "tt10468394"),
        ("https://www.wikidata.org/wiki/Q104123#sitelinks", Scheme.WIKIDATA, "Q104123"),
        ("https://www.kinopoisk.ru/film/1234567/", Scheme.KINOPOISK, "1234567"),
        ("https://movie.douban.com/subject/35267224/", Scheme.DOUBAN, "35267224"),
        ("电审故字[2019]第123号", Scheme.CN_PERMIT, "电审故字[2019]第123号"),
        ("（国）剧审字（2024）第001号", Scheme.CN_PERMIT, "（国）剧审字（2024）第001号"),
        ("№ 111003423", Scheme.RU_CERTIFICATE, "111003423"),
    ],
)  # fmt: skip
def test_what_is_pasted_shows_whose_it_is(pasted: str, scheme: Scheme, value: str) -> None:
    assert read(pasted) == Number(scheme, value)
    assert tidy(scheme, pasted) == value
    assert doubt(scheme, value) is None


@pytest.mark.parametrize("text", ["", "Композитор", "2024", "Q", "tt12", "5:32", "10.5240/7791", "1234567890123456"])
def test_what_is_nobodys_number_is_left_alone(text: str) -> None:
    assert read(text) is None
    assert tidy(Scheme.EIDR, text) == text


def test_one_wrong_character_is_noticed() -> None:
    assert doubt(Scheme.EIDR, "10.5240/7791-8534-2C23-9030-8610-6") is Doubt.CHECK
    assert doubt(Scheme.ISAN, "0000-0001-8947-0000-9-0000-0000-D") is Doubt.CHECK
    assert doubt(Scheme.ISAN, "0000-0001-8947-0000-8-0000-0001-D") is Doubt.CHECK
    assert doubt(Scheme.IMDB, "1234567") is Doubt.FORM
    assert doubt(Scheme.WIKIDATA, "Q0") is Doubt.FORM
    assert doubt(Scheme.OWN, "anything") is None


def test_an_address_is_told_only_for_what_seems_right() -> None:
    assert address(Scheme.IMDB, "tt10468394") == "https://www.imdb.com/title/tt10468394/"
    assert address(Scheme.IMDB, "10468394") == ""
    assert address(Scheme.OWN, "A 12") == ""


@given(st.text(HEX, min_size=20, max_size=20))
def test_every_eidr_made_by_the_rule_is_right_and_any_single_slip_is_not(digits: str) -> None:
    check = check_character(digits)
    fours = "-".join(digits[place : place + 4] for place in range(0, 20, 4))
    value = f"10.5240/{fours}-{check}"
    assert read(value) == Number(Scheme.EIDR, value)
    assert doubt(Scheme.EIDR, value) is None
    for place, digit in enumerate(digits):
        slip = HEX[(HEX.index(digit) + 1) % 16]
        assert check_character(digits[:place] + slip + digits[place + 1 :]) != check


@given(st.text(max_size=80), st.sampled_from(Scheme))
def test_no_text_makes_it_fail(text: str, scheme: Scheme) -> None:
    kept = tidy(scheme, text)
    assert tidy(scheme, kept) == kept
    assert doubt(scheme, kept) in (None, Doubt.FORM, Doubt.CHECK)
    found = read(text)
    assert found is None or doubt(*found) in (None, Doubt.CHECK)
