"""The cities in the box are whole, and found by a name in any language."""

from app.domain import calendar
from app.store.cities import cities, city_called


def test_every_city_has_four_names_clocks_and_a_place() -> None:
    assert len(cities()) >= 60
    for city in cities():
        assert all(city.names), city
        assert calendar.zone_of(city.zone)
        assert city.country in ("KZ", "CN")
        assert 18 < city.latitude < 56
        assert 50 < city.longitude < 128
    assert len({city.names.en for city in cities()}) == len(cities())


def test_a_city_is_found_by_a_name_in_any_language() -> None:
    assert [city_called(text) for text in ("алматы", " XI'AN ", "西安", "Құлжа", "Nowhere", "")] == [
        city_called("Almaty"), city_called("Xi’an"), city_called("Сиань"), city_called("Yining"), None, None,
    ]  # fmt: skip
    yining = city_called("伊宁")
    assert yining is not None
    assert (yining.zone, yining.country, yining.latitude, yining.longitude) == ("Asia/Shanghai", "CN", 43.91, 81.32)
