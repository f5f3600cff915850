"""keruen slate: the columns, the totals and the targets."""

from pathlib import Path

from tests.terminal import Keruen


def test_a_slate_is_told_with_its_targets(keruen: Keruen, library: Path) -> None:
    data = keruen("slate", "1", "--library", library, "--json").data
    assert {name: len(own) for name, own in data["columns"].items()} == {
        "longlist": 3, "shortlist": 2, "invited": 3, "confirmed": 14, "reserve": 2, "declined": 1,
    }  # fmt: skip
    assert [entry["rank"] for entry in data["columns"]["reserve"]] == [1, 2]
    assert data["columns"]["declined"][0]["reason"]
    totals = {(one["kind"], one["about"]): one for one in data["totals"]}
    assert totals["titles", ""]["confirmed"] == 14
    assert totals["titles", ""]["wanted"] == 16
    assert data["parity"]["difference"] == data["parity"]["chinese"] - data["parity"]["kazakh"]
    assert {"kind": "parity", "about": "", "strand": None, "wanted": 4} in data["targets"]


def test_a_slate_is_told_to_people(keruen: Keruen, library: Path) -> None:
    said = keruen("slate", "1", "--library", library)
    assert said.code == 0
    assert "Mariam" in said.out
    assert "Titles: 14 confirmed, 3 invited, 16 wanted" in said.out
