"""How the command line speaks: what it takes, in what columns it answers, and in whose words it refuses."""

import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.commands.answer import columns
from app.domain.kinds import LANGUAGES
from app.domain.names import FourNames
from app.operations import blockers, programmes, works
from app.store import office
from app.store.screenings import Screening
from app.store.store import Store
from app.words import phrase
from tests.store.apart import environment
from tests.terminal import Keruen, start


def test_figures_alone_are_a_number_and_never_the_beginning_of_a_name(keruen: Keruen, library: Path) -> None:
    said = keruen("check", "9", "--library", library)
    assert (said.code, said.out, said.err) == (1, "", "There is no programme “9”.\n")
    assert keruen("check", "2026电", "--library", library, "--json").code == 1
    store = Store.open(library)
    store.write(phrase("Add"), programmes.add, FourNames(en="1"), date(2027, 1, 1), date(2027, 1, 2))
    store.close()
    assert keruen("check", "1", "--library", library, "--json").data != []
    assert keruen("check", "3", "--library", library, "--json").data == []


def test_choices_are_taken_in_capitals_too_and_days_in_one_form(keruen: Keruen, library: Path) -> None:
    target = library.with_name("x.pdf")
    asks = ("export", "LIST", "--programme", "1", "--library", library, "-o", target)
    assert keruen(*asks, "--paper", "A4", "--as", "PDF", "--language", "KK,zh", "--orientation", "Portrait").code == 0
    assert keruen("--language", "KK", "info", "--library", library) == keruen(
        "info", "--library", library, "--language", "kk"
    )
    for day in ("20260101", "2026-W01-1", "2026-1-1", "２０２６-01-01"):
        assert keruen(*asks, "--as-of", day).code == 2


def test_languages_are_refused_by_name(keruen: Keruen) -> None:
    asks = ("export", "list", "--programme", "1", "-o", "x", "--language")
    assert "“fr” is not a language of the program" in keruen(*asks, "kk,fr").err
    assert "“fr, de” are not languages of the program" in keruen(*asks, "fr,de").err
    assert "“kk,” is not a language of the program" in keruen(*asks, "kk,").err


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_have_no_straight_quotes_and_chinese_ones_chinese_marks(keruen: Keruen, language: str) -> None:
    for command in (
        ["export", "list", "--paper", "a5"], ["info", "--language", "fr"], ["info", "--json=x"], ["frob"],
        ["export", "x", "--programme", "1", "-o", "x"], ["titles", "--limit"],
    ):  # fmt: skip
        said = keruen("--language", language, *command).err
        assert "'" not in said
        assert '"' not in said
        if language == "zh":
            assert not re.search(r"[\u4e00-\u9fff](: |,)|：\s", said), said


def test_chinese_help_has_chinese_colons(keruen: Keruen) -> None:
    for command in ([], ["export"], ["titles"]):
        said = keruen("--language", "zh", *command, "--help").out
        assert "用法：keruen" in said
        assert not re.search(r"[\u4e00-\u9fff]:", said)


def test_countries_are_separated_as_the_language_does(keruen: Keruen, library: Path) -> None:
    assert "美国、英国" in keruen("titles", "--library", library, "--language", "zh").out
    assert "США, " in keruen("titles", "--library", library, "--language", "ru").out


def test_the_usage_says_first_what_is_needed(keruen: Keruen) -> None:
    assert keruen("export").err.startswith("Usage: keruen export PRODUCT -o FILE […]\n")
    assert keruen("search").err.startswith("Usage: keruen search TEXT… […]\n")
    assert keruen("run", "a", "b").err.startswith("Usage: keruen")


def test_an_offset_behind_the_end_says_how_many_there_are(keruen: Keruen, library: Path) -> None:
    assert keruen("titles", "--offset", "9999", "--library", library).out == "There are only 133 titles.\n"


def test_no_stop_stands_twice(keruen: Keruen, tmp_path: Path) -> None:
    for language in ("ru", "zh"):  # where a day ends in a stop, and where a stop is another sign
        path = tmp_path / f"{language}.keruen"
        said = keruen("sample", path, "--first-day", "2026-12-11", "--language", language).out
        assert ".." not in said
        assert "。。" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_stand_in_columns(keruen: Keruen, library: Path, language: str) -> None:
    (work,) = [row["id"] for row in keruen("titles", "--library", library, "--json").data if row["name"] == "Tomiris"]
    store = Store.open(library)
    store.write(phrase("Rename"), works.rename, work, "kk-Cyrl" if language == "kk" else language, "ұзақ" * 300)
    store.close()
    lines = keruen("check", "1", "--library", library, "--language", language).out.splitlines()[:-1]
    assert max(map(columns, lines)) <= 100
    heads = [re.match(r"([RF]\d+ +)(\S+ +)", line) for line in lines]
    starts = {(columns(head[1]), columns(head[0])) for head in heads if head}
    assert len(starts) == 1
    (room,) = {whole for _, whole in starts}
    assert all(line.startswith(" " * room) for line, head in zip(lines, heads, strict=True) if not head)
    assert len(lines) > 15


def test_a_command_that_is_proposed_can_be_copied(
    keruen: Keruen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "my films"
    monkeypatch.setenv("KERUEN_HOME", str(home))
    for language in LANGUAGES:
        said = keruen("info", "--language", language).err
        assert said.endswith(f"keruen sample '{home / 'library.keruen'}'\n")
    assert "{command}" in office.NO_DRIVER


def test_damaged_settings_are_told_of_in_the_language_of_the_reader(home: Path, library: Path) -> None:
    for language, said in (("en", "The settings were damaged."), ("ru", "Настройки были повреждены.")):
        (home / "settings.json").write_text("{")
        err = start("info", "--library", library, "--language", language).communicate()[1].decode()
        assert err.startswith(said)
        assert "settings.json.damaged-" in err
        assert err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("command", [["--version"], ["--help"], ["programmes", "--json"]], ids=" ".join)
def test_a_full_device_is_told_whatever_is_said(library: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = start(*command, "--library", library, stdout=full)
        said = done.communicate()[1].decode()
    assert (done.returncode, said) == (1, "The answer could not be written: the disk is full.\n")
    with Path("/dev/full").open("wb") as full:
        refused = start("frob", stderr=full)
        refused.communicate()
    assert refused.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_at_the_very_first_stops_without_a_word(tmp_path: Path) -> None:
    """While the program is still being read."""
    (tmp_path / "cli.py").write_text("import time\nprint('now', flush=True)\ntime.sleep(60)\n")
    code = (
        "import signal, sys, app; app.__path__.insert(0, sys.argv[1]); from app.__main__ import main;"
        "signal.signal(signal.SIGINT, signal.default_int_handler); main()"  # it may be ignored where the tests run
    )
    command = subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stdout.readline() == b"now\n"
    command.send_signal(signal.SIGINT)
    assert command.communicate() == (b"", b"")
    assert command.returncode == 130


def test_rules_and_countries_that_are_none_are_told_as_one_reads_them(keruen: Keruen, library: Path) -> None:
    asked = keruen("check", "1", "--library", library, "--rule", "r5,R99")
    assert (asked.code, asked.out) == (2, "")
    assert "“R99” is not known; choose from: R1, R2, R3" in asked.err
    assert {one["rule"] for one in keruen("check", "1", "--library", library, "--rule", "r5,f36", "--json").data} == {
        "R5", "F36",
    }  # fmt: skip
    assert keruen("rules", "--library", library, "--country", "KAZ").code == 2
    assert keruen("rules", "--library", library, "--country", "kz").code == 0
    assert keruen("changes", "1", "--library", library, "--since", "").code == 1


def test_a_break_stands_on_a_day_as_well(keruen: Keruen, library: Path) -> None:
    store = Store.open(library)
    with store.read() as session:
        show = session.get_one(Screening, 1)
    store.write(phrase("Break"), blockers.add, 1, [show.hall_id], show.starts_local, 30)
    store.close()
    said = keruen("check", "1", "--library", library, "--rule", "R1", "--json").data
    (taken,) = [one for one in said if any(slot["blocker"] for slot in one["slots"])]
    assert [slot["day"] for slot in taken["slots"]] == [show.starts_local.date().isoformat()] * 2
