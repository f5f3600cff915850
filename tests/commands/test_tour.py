"""The command tour says stops and ways on their own clocks, and what is wrong."""

from pathlib import Path

from app.operations import legs
from app.store.store import Store
from app.words import phrase
from tests.terminal import Keruen


def test_a_tour_is_told_on_the_clocks_of_both_ends(keruen: Keruen, library: Path) -> None:
    said = keruen("tour", "Caravan", "--library", library, "--json", "--language", "en")
    assert said.code == 0
    assert [stop["city"] for stop in said.data["stops"]] == ["Astana", "Almaty", "Yining", "Urumqi", "Xi’an"]
    assert [stop["later"] for stop in said.data["stops"]] == [0, 0, 180, 0, 0]
    truck = said.data["legs"][1]
    assert (truck["departs"], truck["arrives"]) == ("2026-10-31T10:00+05:00", "2026-11-01T19:00+08:00")
    assert (truck["minutes"], truck["customs"], truck["kilometres"]) == (1800, 1080, 365)
    assert said.data["problems"] == []
    words = keruen("tour", "Caravan", "--library", library, "--language", "en").out.replace("\N{NO-BREAK SPACE}", " ")
    assert "UTC+8, 3 h later" in words


def test_what_is_wrong_is_told(keruen: Keruen, library: Path) -> None:
    store = Store.open(library)
    store.write(phrase("Remove"), legs.remove, 2)
    store.close()
    said = keruen("tour", "Caravan", "--library", library, "--json", "--language", "en")
    assert said.code == 1
    assert [(found["problem"], found["stops"]) for found in said.data["problems"]] == [("leg_missing", [2, 3])]
    assert said.data["copies"][0]["gaps"] == [[2, 3]]


def test_a_film_week_is_no_tour(keruen: Keruen, library: Path) -> None:
    said = keruen("tour", "1", "--library", library, "--language", "en")
    assert (said.code, said.out) == (1, "")
    assert "has no stops" in said.err
