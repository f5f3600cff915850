"""Kazakh in Arabic and Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kazakh import ALPHABET, ARABIC_ALPHABET, LATIN_ALPHABET, to_arabic, to_latin

words = st.text(alphabet=ALPHABET + ALPHABET.upper() + " -,?5", max_size=40)


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("Қыз Жібек", "قىز جىبەك"),
        ("Менің атым Қожа", "مەنىڭ اتىم قوجا"),
        ("Өмір", "ٴومىر"),
        ("Сөз", "ٴسوز"),
        ("Күлкі", "كۇلكى"),
        ("Дүние", "دۇنيە"),
        ("Қайран қарттар", "قايران قارتتار"),
        ("Азия", "ازيا"),
        ("юані", "يۋانى"),
        ("Әнуар", "ٴانۋار"),
        ("үй", "ٴۇي"),
        ("үйге", "ۇيگە"),
        ("Франция", "فرانسيا"),
        ("Джамбул", "جامبۋل"),
        ("қазақий", "قازاقي"),
        ("Таптым-ау сені", "تاپتىم-اۋ سەنى"),
    ],
)
def test_cyrillic_is_written_in_arabic_letters(cyrillic, arabic):
    assert to_arabic(cyrillic) == arabic


def test_punctuation_turns_with_the_words_and_digits_stay():
    assert to_arabic("Қара, қара адам; 1,5 кім?") == "قارا، قارا ادام؛ 1,5 كىم؟"
    assert to_arabic("Hey, Old Man?") == "Hey, Old Man?"


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Қайран қарттар", "Qairan qarttar"),
        ("Көшпенділер", "Köşpendıler"),
        ("Іні", "Inı"),
        ("Ине", "İne"),
        ("ҰЛЫ ДАЛА ТАҢЫ", "ŪLY DALA TAÑY"),
        ("Азия, АЗИЯ, Ия", "Azia, AZİA, İa"),
        ("Юность", "İunost"),
        ("ЩЁТКА", "ŞTŞİOTKA"),
        ("Нағима", "Nağima"),
        ("Zootopia 2", "Zootopia 2"),
    ],
)
def test_cyrillic_is_written_in_latin_letters(cyrillic, latin):
    assert to_latin(cyrillic) == latin


def test_the_alphabets_have_their_number_of_letters():
    assert (len(ALPHABET), len(set(ALPHABET))) == (42, 42)
    assert (len(LATIN_ALPHABET), len(set(LATIN_ALPHABET))) == (31, 31)
    assert len(set(ARABIC_ALPHABET)) == len(ARABIC_ALPHABET)


@given(words)
def test_no_cyrillic_letter_is_left_over(text):
    for written in (to_arabic(text), to_latin(text)):
        assert not [letter for letter in written if "\u0400" <= letter <= "\u052f"]


@given(words)
def test_a_word_has_at_most_one_hamza_and_it_comes_first(text):
    for word in to_arabic(text).replace("-", " ").replace("5", " ").replace("،", " ").replace("؟", " ").split():
        assert "ٴ" not in word[1:]
