"""Halls of one name in several cities are told apart."""

from typing import NamedTuple

from app.domain.names import FourNames
from app.i18n.catalogue import catalogue
from app.i18n.hall_words import hall_names


class Hall(NamedTuple):
    id: int
    names: FourNames
    city: FourNames


def test_only_halls_of_one_name_in_several_cities_carry_their_city() -> None:
    main = FourNames(kk="Үлкен зал", en="Main hall")
    halls = [
        Hall(1, main, FourNames(kk="Алматы", en="Almaty")), Hall(2, main, FourNames(kk="Құлжа", en="Yining")),
        Hall(3, FourNames(kk="Студия", en="Studio"), FourNames(kk="Алматы", en="Almaty")),
    ]  # fmt: skip
    assert hall_names(catalogue("en"), halls) == {1: "Main hall, Almaty", 2: "Main hall, Yining", 3: "Studio"}
    assert hall_names(catalogue("kk"), halls)[2] == "Үлкен зал, Құлжа"
    assert hall_names(catalogue("en"), halls[1:])[2] == "Main hall"
