"""Digital-cinema names are read into fields, and nothing typed breaks the reading."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.digital_filling import filling
from app.domain.digital_languages import coded
from app.domain.digital_name import DigitalName, Part, SpokenTrack, read_digital_name
from app.domain.kinds import TrackKind

FULL = "QyzZhibek_FTR-1_S_KK-RU_KZ-12_51_2K_KZF_20260917_ABC_SMPTE_OV"


def test_every_field_of_a_full_name_is_found() -> None:
    name = read_digital_name(FULL)
    assert name.recognised
    assert (name.title, name.content, name.content_version, name.aspect) == ("QyzZhibek", "FTR", 1, "2.39:1")
    assert (name.territory, name.rating, name.sound, name.resolution) == ("KZ", "12", "5.1", "2K")
    assert (name.studio, name.day, name.facility) == ("KZF", date(2026, 9, 17), "ABC")
    assert (name.standard, name.package, name.missing, name.odd) == ("SMPTE", "OV", (), ())
    assert name.tracks == (
        SpokenTrack(TrackKind.AUDIO, "kk", "5.1"), SpokenTrack(TrackKind.SUBTITLE, "ru", "in_package"),
    )  # fmt: skip
    assert name.facts == {"resolution": "2K", "aspect": "2.39:1", "sound": "5.1", "standard": "SMPTE"}


def test_small_letters_are_burnt_in_and_chinese_knows_its_characters() -> None:
    name = read_digital_name("MyAltay_EPS-3-2D-25_F-133_CMN-QMS-en_CN_71-VI-ATMOS_4K_TEN_20240507_XYZ_SMPTE-3D_VF-2")
    assert [(track.kind, track.language, track.detail) for track in name.tracks] == [
        (TrackKind.AUDIO, "zh-Hans", "7.1"), (TrackKind.SUBTITLE, "zh-Hans", "in_package"),
        (TrackKind.SUBTITLE, "en", "burnt_in"), (TrackKind.AUDIO_DESCRIPTION, "zh-Hans", ""),
    ]  # fmt: skip
    assert (name.aspect, name.frame_rate, name.three_d, name.package) == ("1.33:1", "25", True, "VF-2")
    assert name.facts["sound"] == "7.1 Atmos"
    assert name.facts["standard"] == "SMPTE 3D"


@pytest.mark.parametrize(
    ("code", "tag"),
    [("KK", "kk"), ("RU", "ru"), ("EN", "en"), ("CMN", "zh-Hans"), ("YUE", "yue"), ("QMS", "zh-Hans"),
     ("QMT", "zh-Hant"), ("LAS", "es-419"), ("XX", "zxx"), ("qms", "zh-Hans"), ("TYV", "tyv")],
)  # fmt: skip
def test_codes_stand_for_languages(code: str, tag: str) -> None:
    language = coded(code)
    assert language is not None
    assert (language.tag, language.small) == (tag, code.islower())


@pytest.mark.parametrize("code", ["", "Q", "QQ", "KKKK", "1K", "кк"])
def test_other_codes_are_unknown(code: str) -> None:
    assert coded(code) is None


def test_a_name_with_fields_left_out_tells_which() -> None:
    name = read_digital_name("Movie_FTR_F_EN-XX_US_51_2K_20150301_OV")
    assert name.missing == (Part.STUDIO, Part.FACILITY, Part.STANDARD)
    assert name.tracks == (SpokenTrack(TrackKind.AUDIO, "en", "5.1"),)


def test_a_field_out_of_place_does_not_lose_the_others() -> None:
    name = read_digital_name("CINEMA3_FTR_2D_F_FR-XX_FR_51_4K_SPE_20230714_DELL_VF")
    assert name.odd == ("2D",)
    assert (name.resolution, name.day, name.facility, name.package) == ("4K", date(2023, 7, 14), "DELL", "VF")


@pytest.mark.parametrize(
    "text",
    [
        f"/media/{FULL}",
        f"D:\\DCP\\{FULL}",
        f"  {FULL}\n",
        f"{FULL}.zip",
        FULL.replace("_ABC", "_NULL_ABC"),
        FULL.lower(),
    ],
)
def test_paths_spaces_and_cases_are_tolerated(text: str) -> None:
    name = read_digital_name(text)
    assert (name.resolution, name.sound, name.standard, name.day) == ("2K", "5.1", "SMPTE", date(2026, 9, 17))


@pytest.mark.parametrize("text", ["", "_____", "hello world", "a_b_c_d_e", "2026_09_17", "Қыз Жібек"])
def test_other_lines_are_not_taken_for_names(text: str) -> None:
    assert not read_digital_name(text).recognised


@given(st.text(max_size=300) | st.lists(st.text(max_size=12), max_size=60).map("_".join))
def test_nothing_typed_breaks_the_reading(text: str) -> None:
    name = read_digital_name(text)
    assert isinstance(name, DigitalName)
    assert len(name.tracks) < 100
    assert all(name.facts.values())


WORDS = [
    "FTR",
    "F",
    "S",
    "KK-RU",
    "KZ-12",
    "51",
    "2K",
    "ABC",
    "20260917",
    "SMPTE",
    "OV",
    "99999999",
    "FTR-1-3D-48",
    "x",
]


@given(st.lists(st.sampled_from(WORDS), max_size=15))
def test_fields_in_any_order_are_found_or_told(words: list[str]) -> None:
    name = read_digital_name("_".join(["Title", *words]))
    if len(words) >= 3:
        assert len(Part) - len(name.missing) - 1 + len(name.odd) == len(words)


def test_only_what_is_empty_is_filled_and_differences_are_shown() -> None:
    found = filling(
        read_digital_name(FULL), {"resolution": "2k", "aspect": "1.85:1", "sound": " "}, [(TrackKind.AUDIO, "kk-Cyrl")]
    )
    assert found.facts == {"sound": "5.1", "standard": "SMPTE"}
    assert found.differing == {"aspect": ("1.85:1", "2.39:1")}
    assert found.tracks == (SpokenTrack(TrackKind.SUBTITLE, "ru", "in_package"),)
    assert found.number == 3
