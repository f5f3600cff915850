"""The command line keeps its contract: answers, JSON, exit codes, and a sentence instead of a traceback."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.commands.answer import columns, plain, table, wrapped
from app.domain.board import conflicts
from app.domain.kinds import LANGUAGES
from app.domain.names import FourNames
from app.domain.screenings import Severity
from app.i18n.catalogue import catalogue
from app.operations import programmes, screenings, works
from app.store import sample_files
from app.store.schedule import schedule
from app.store.store import Store
from app.words import phrase
from tests.store.apart import environment, names_in
from tests.terminal import Keruen, start

COMMANDS = (
    "sample", "info", "search", "titles", "programmes", "check", "rules", "lint", "export", "import", "backup",
    "restore", "doctor", "run",
)  # fmt: skip


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library as the command makes it."""
    path = tmp_path_factory.mktemp("cli") / "sample.keruen"
    assert cli.main(["sample", str(path), "--first-day", "2026-10-16"]) == 0
    return path


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "films.keruen"))


# What the commands answer ---------------------------------------------------------------------------


def test_the_sample_library_is_made_once(keruen: Keruen, tmp_path: Path) -> None:
    path = tmp_path / "Қыз Жібек.keruen"
    said = keruen("sample", path, "--first-day", "2027-03-20", "--json")
    assert (said.code, said.err) == (0, "")
    assert said.data == {
        "library": str(path), "programme": 1, "first_day": "2027-03-20", "titles": 133, "screenings": 58,
    }  # fmt: skip
    before = path.read_bytes()
    again = keruen("sample", path)
    assert (again.code, again.out) == (1, "")
    assert "exists already" in again.err
    assert path.read_bytes() == before


def test_the_week_begins_on_a_friday_to_come_unless_told_otherwise(keruen: Keruen, tmp_path: Path) -> None:
    first = keruen("sample", tmp_path / "x", "--json").data["first_day"]
    assert time.strptime(first, "%Y-%m-%d").tm_wday == 4
    assert first > time.strftime("%Y-%m-%d")


def test_a_sample_that_cannot_be_finished_leaves_nothing(
    keruen: Keruen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sample_files, "titles", full)
    said = keruen("sample", tmp_path / "x")
    assert said.code == 1
    assert "disk is full" in said.err
    assert names_in(tmp_path) == []


def test_info_counts(keruen: Keruen, library: Path) -> None:
    data = keruen("info", "--library", library, "--json").data
    assert (data["titles"], data["programmes"], data["screenings"], data["sample"]) == (133, 2, 58, True)
    assert (data["library"], data["size"]) == (str(library), library.stat().st_size)
    assert set(data) == {
        "library", "size", "sample", "titles", "names", "versions", "copies", "agents", "venues", "programmes",
        "screenings", "steps", "changed",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["qairan qarttar", "қайран", "嘿老头", "hlt", "hey old man"])
def test_a_title_is_found_in_any_script(keruen: Keruen, library: Path, text: str) -> None:
    first = keruen("search", *text.split(), "--library", library, "--json").data[0]
    assert set(first) == {"id", "kind", "name", "original", "year", "why", "note", "starts", "programme"}
    assert (first["kind"], first["name"], first["original"], first["year"]) == (
        "work",
        "Hey, Old Man!",
        "嘿，老头！",
        2015,
    )


def test_a_search_says_what_it_found_in_the_language_of_the_reader(keruen: Keruen, library: Path) -> None:
    assert "嘿，老头！" in keruen("search", "qairan", "--library", library, "--language", "zh").out
    assert (
        keruen("search", "qairan", "--library", library, "--language", "zh", "--json").data[0]["name"] == "嘿，老头！"
    )
    assert keruen("search", "almaty", "--library", library, "--json").data[0]["kind"] == "venue"
    assert len(keruen("search", "a", "--library", library, "--json", "--limit", "3").data) == 3


@pytest.mark.parametrize("text", ["qwxjk", "*", '"', "'", "title:x", "NEAR(qwx", "%", "", "🎬", "\u200b", "-"])
def test_a_search_that_finds_nothing_is_no_error(keruen: Keruen, library: Path, text: str) -> None:
    said = keruen("search", "--library", library, "--json", "--", text)
    assert (said.code, said.data, said.err) == (0, [], "")
    assert keruen("search", "--library", library, "--", text).code == 0


def test_titles_are_listed_in_the_order_of_the_language(keruen: Keruen, library: Path) -> None:
    every = keruen("titles", "--library", library, "--language", "kk", "--json").data
    assert len(every) == 133
    some = keruen("titles", "--library", library, "--language", "kk", "--json", "--offset", "130", "--limit", "9").data
    assert some == every[130:]
    assert keruen("titles", "--library", library, "--language", "zh", "--json").data != every
    assert set(every[0]) == {
        "id", "name", "name_language", "borrowed", "original", "kind", "year", "runtime", "episodes", "countries",
        "versions", "rights", "confidence",
    }  # fmt: skip


def test_programmes_are_listed(keruen: Keruen, library: Path) -> None:
    data, _tour = keruen("programmes", "--library", library, "--json").data
    assert (data["id"], data["name"], data["first_day"], data["last_day"]) == (
        1, "Film Week 2026", "2026-10-16", "2026-10-19",
    )  # fmt: skip
    assert set(data["names"]) == set(LANGUAGES)


def test_check_tells_every_finding_with_its_parties(keruen: Keruen, library: Path) -> None:
    said = keruen("check", "1", "--library", library, "--json")
    assert said.code == 1
    for finding in said.data:
        assert set(finding) == {
            "rule", "clash", "severity", "message", "at", "slots", "parties", "values", "accepted", "reason", "key",
        }  # fmt: skip
        assert finding["severity"] in ("error", "warning", "wish")
        assert all(set(party) == {"kind", "id", "name"} and party["name"] for party in finding["parties"])
        assert datetime.fromisoformat(finding["at"]).utcoffset() == timedelta(hours=5)
    (copy,) = [finding for finding in said.data if finding["clash"] == "copy_elsewhere"]
    assert (copy["rule"], copy["severity"], copy["accepted"], copy["reason"]) == ("R7", "error", False, None)
    assert "Tomiris" in copy["message"]
    assert [party["kind"] for party in copy["parties"]].count("screening") == 2
    assert {party["kind"] for party in copy["parties"]} >= {"screening", "hall", "copy"}
    assert copy["values"] == {
        "overlap": 65, "until": "2026-10-17T20:35+05:00", "starts": "2026-10-17T19:30+05:00",
    }  # fmt: skip
    assert [
        (slot["title"], slot["hall_name"], slot["day"], slot["starts"], slot["ends"]) for slot in copy["slots"]
    ] == [
        ("Tomiris", "Hall 1", "2026-10-17", "2026-10-17T18:00", "2026-10-17T20:35"),
        ("Tomiris", "Studio", "2026-10-17", "2026-10-17T19:30", "2026-10-17T22:05"),
    ]
    assert {(slot["zone"], slot["blocker"]) for slot in copy["slots"]} == {("Asia/Almaty", False)}


def test_check_tells_what_one_asks_for(keruen: Keruen, library: Path) -> None:
    def told(*options: str) -> list[dict[str, Any]]:
        return list(keruen("check", "1", "--library", library, "--json", *options).data)

    every = told()
    assert told("--rule", "r7,R10") == [one for one in every if one["rule"] in ("R7", "R10")]
    assert told("--severity", "error") == [one for one in every if one["severity"] == "error"]
    assert told("--severity", "warning") == [one for one in every if one["severity"] != "wish"]
    assert keruen("check", "1", "--library", library, "--rule", "R99").code == 2
    assert keruen("check", "1", "--library", library, "--rule", "R1").code == 0
    assert keruen("check", "1", "--library", library, "--rule", "R7").code == 1


def test_the_rules_of_law_are_listed_by_country(keruen: Keruen, library: Path) -> None:
    every = keruen("rules", "--library", library, "--json").data
    here = keruen("rules", "--country", "kz", "--library", library, "--json").data
    assert {law["country"] for law in every["laws"]} == {"KZ", "CN"}
    assert {row["country"] for row in (*here["laws"], *here["days"])} == {"KZ"}
    late = next(law for law in here["laws"] if law["mark"] == "21+")
    assert (late["kind"], late["severity"], late["from_minute"], late["unsure"]) == ("age_hour", "error", 1320, True)
    assert all(row["source"] for row in (*every["laws"], *every["days"]))
    for language in LANGUAGES:
        assert keruen("rules", "--country", "CN", "--library", library, "--language", language).code == 0


def test_accepted_findings_do_not_count(keruen: Keruen, library: Path) -> None:
    store = Store.open(library)
    with store.read() as session:
        read = schedule(session, 1, "en", datetime.now().astimezone().date())
    findings = [one for one in conflicts(read.slots, read.context) if one.severity > Severity.WISH]
    for number, finding in enumerate(findings):
        store.write(phrase("Accept"), screenings.accept, 1, finding.key, "Келісілді")
        said = keruen("check", "1", "--library", library, "--severity", "warning", "--json")
        assert said.code == (0 if number == len(findings) - 1 else 1)
        assert [one["reason"] for one in said.data if one["accepted"]] == ["Келісілді"] * (number + 1)
    assert f"{len(findings)} findings were accepted" in keruen("check", "1", "--library", library).out
    store.close()


@pytest.mark.parametrize(
    "name", ["1", "Film Week 2026", "film", "FILM week", "Неделя кино 2026", "2026电影周", "Кино апт"]
)
def test_a_programme_is_meant_by_number_name_or_beginning(keruen: Keruen, library: Path, name: str) -> None:
    assert keruen("check", name, "--library", library).code == 1


def test_a_programme_that_is_not_meant_clearly_is_refused(keruen: Keruen, library: Path) -> None:
    store = Store.open(library)
    store.write(phrase("Add"), programmes.add, FourNames(en="Film Weekend"), date(2027, 1, 1), date(2027, 1, 2))
    store.write(phrase("Add"), programmes.add, FourNames(en="Film Week"), date(2027, 1, 1), date(2027, 1, 2))
    store.close()
    several = keruen("check", "film w", "--library", library)
    assert several.code == 1
    assert "Film Weekend" in several.err
    assert keruen("check", "film week", "--library", library).code == 0
    for text in ("99", "", "  ", "Week", "-1", "1.0", "١"):
        assert keruen("check", "--library", library, "--", text).code == 1


@pytest.mark.parametrize("product", ["day-grid", "list", "index"])
def test_a_document_is_written_the_same_each_time(keruen: Keruen, library: Path, tmp_path: Path, product: str) -> None:
    written = []
    for name in ("one.pdf", "two.pdf"):
        said = keruen(
            "export", product, "--programme", "1", "--language", "kk,zh", "--paper", "a3", "--as", "pdf",
            "--as-of", "2026-10-01", "-o", tmp_path / name, "--library", library, "--json",
        )  # fmt: skip
        assert (said.code, said.err) == (0, "")
        assert said.data["pages"] >= 1
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    assert written[0].startswith(b"%PDF-")
    assert names_in(tmp_path) == ["films.keruen", "one.pdf", "two.pdf"]


def test_every_option_of_a_document_is_taken(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    said = keruen(
        "export", "day-grid", "--programme", "film", "--library", library, "-o", tmp_path / "x.pdf",
        "--orientation", "landscape", "--text-size", "12", "--black-and-white", "--no-versions", "--no-extras",
        "--no-tentative", "--cancelled", "--no-ornament",
    )  # fmt: skip
    assert said.code == 0, said.err
    assert (tmp_path / "x.pdf").exists()


def test_the_language_of_a_document_is_not_that_of_the_answer(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    asks = ("export", "list", "--programme", "1", "--library", library, "-o", tmp_path / "x.pdf")
    assert "is written" in keruen(*asks, "--language", "kk").out
    assert "is written" not in keruen("--language", "ru", *asks, "--language", "zh").out


def test_a_library_is_backed_up_spoilt_and_restored(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    kept = tmp_path / "films.keruen-backup"
    data = keruen("backup", "--library", library, "-o", kept, "--json").data
    assert (data["size"], data["backup"]) == (kept.stat().st_size, str(kept))
    assert re.fullmatch("[0-9a-f]{64}", data["sha256"])
    library.write_bytes(b"spoilt")
    assert keruen("info", "--library", library).code == 1
    restored = keruen("restore", kept, "--library", library, "--json").data
    assert Path(restored["set_aside"]).read_bytes() == b"spoilt"
    assert keruen("info", "--library", library, "--json").data["titles"] == 133


def test_a_backup_is_restored_as_the_library_of_this_machine(keruen: Keruen, library: Path, home: Path) -> None:
    assert keruen("restore", library, "--json").data["set_aside"] is None
    assert keruen("info", "--json").data["library"] == str(home / "library.keruen")


def test_the_doctor_finds_nothing_wrong(keruen: Keruen, library: Path) -> None:
    said = keruen("doctor", "--library", library, "--json")
    assert (said.code, said.err) == (0, "")
    assert {report["check"] for report in said.data} == {
        "program", "sqlite", "zones", "folder", "library", "space", "backups",
    }  # fmt: skip
    assert all(report["ok"] for report in said.data)
    assert keruen("doctor").code == 0


def test_the_doctor_finds_what_is_wrong(keruen: Keruen, library: Path, home: Path) -> None:
    data = bytearray(library.read_bytes())
    data[40960:45056] = b"\xff" * 4096
    library.write_bytes(data)
    home.chmod(0o755)
    folder = library.parent / "backups"
    folder.mkdir()
    (folder / "films-20261016T073015000250Z.keruen-backup").write_bytes(b"x" * 200)
    said = keruen("doctor", "--library", library, "--json")
    assert said.code == 1
    assert {report["check"] for report in said.data if not report["ok"]} == {"library", "backups"}
    assert home.stat().st_mode & 0o077 == 0


# Where the library is, and who has it ---------------------------------------------------------------


def test_no_library_is_ever_made_silently(keruen: Keruen, home: Path) -> None:
    for command in (["info"], ["titles"], ["search", "x"], ["programmes"], ["check", "1"], ["backup", "-o", "x"]):
        said = keruen(*command)
        assert (said.code, said.out) == (1, "")
        assert said.err == f"There is no library yet. Make one with: keruen sample {home / 'library.keruen'}\n"
    assert names_in(home) == []


def test_the_library_of_the_settings_is_taken(keruen: Keruen, library: Path, home: Path) -> None:
    (home / "settings.json").write_text(json.dumps({"library": str(library), "language": "ru"}), "utf-8")
    assert keruen("info", "--json").data["library"] == str(library)
    assert "Названия" in keruen("info").out or keruen("info").out != keruen("info", "--language", "en").out


def test_reading_works_beside_an_open_window(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    store = Store.open(library)
    store.write(phrase("Rename"), works.rename, 4, "en", "Shaven")
    assert keruen("search", "shaven", "--library", library, "--json").data[0]["id"] == 4
    for command in (
        ["info"], ["titles"], ["programmes"], ["doctor"], ["backup", "-o", tmp_path / "kept"],
        ["export", "list", "--programme", "1", "-o", tmp_path / "x.pdf"],
    ):  # fmt: skip
        assert keruen(*command, "--library", library).code == 0
    store.write(phrase("Rename"), works.rename, 4, "en", "Bald")
    refused = keruen("restore", tmp_path / "kept", "--library", library)
    assert refused.code == 1
    assert "another window" in refused.err
    store.close()
    assert keruen("restore", tmp_path / "kept", "--library", library).code == 0


def test_global_options_stand_before_or_after(keruen: Keruen, library: Path) -> None:
    one = keruen("--library", library, "--language", "kk", "--json", "titles", "--limit", "2")
    other = keruen("titles", "--limit", "2", "--json", f"--library={library}", "--language=kk")
    assert one == other
    assert len(one.data) == 2


@pytest.mark.parametrize("address", ["mysql://x/y", "sqlite:///x", "://", "http://x"])
def test_a_strange_address_is_refused(keruen: Keruen, address: str) -> None:
    said = keruen("info", "--library", address)
    assert (said.code, said.out) == (1, "")
    assert "postgresql" in said.err


def test_an_office_database_is_not_backed_up_as_a_file(keruen: Keruen, tmp_path: Path) -> None:
    address = "postgresql://name:secret@localhost:1/keruen"
    for command in (["backup", "-o", tmp_path / "x"], ["restore", tmp_path / "x"], ["info"], ["doctor"]):
        said = keruen(*command, "--library", address)
        assert said.code == 1
        assert "secret" not in said.out + said.err


# What is refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ["frob"], ["search"], ["check"], ["export"], ["backup"], ["restore"], ["sample"], ["sample", "a", "b"],
        ["info", "x"], ["info", "--nonsense"], ["info", "--lib", "x"], ["info", "--language", "fr"],
        ["--language", "fr"], ["titles", "--limit", "0"], ["titles", "--limit", "-1"], ["titles", "--limit", "x"],
        ["titles", "--limit", "1e3"], ["titles", "--limit", "9" * 40], ["titles", "--limit", "٣"],
        ["titles", "--offset", "-1"], ["titles", "--limit"], ["search", "x", "--limit", "1.5"],
        ["sample", "x", "--first-day", "16.10.2026"], ["sample", "x", "--first-day", "x"],
        ["sample", "x", "--first-day", "2026-02-30"], ["sample", "x", "--first-day", "9999-12-31"],
        ["export", "list", "-o", "x"], ["export", "list", "--programme", "1"],
        ["export", "list", "--programme", "1", "-o", "x", "--paper", "a5"],
        ["export", "list", "--programme", "1", "-o", "x", "--as", "docx"],
        ["export", "list", "--programme", "1", "-o", "x", "--language", "kk,fr"],
        ["export", "list", "--programme", "1", "-o", "x", "--language", ""],
        ["export", "list", "--programme", "1", "-o", "x", "--text-size", "72"],
        ["export", "list", "--programme", "1", "-o", "x", "--as-of", "yesterday"],
        ["export", "poster", "--programme", "1", "-o", "x"], ["export", "", "--programme", "1", "-o", "x"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_understood_ends_with_two(
    keruen: Keruen, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = keruen(*command)
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1].startswith("keruen")
    assert names_in(tmp_path) == []


def places(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    (tmp_path / "text.keruen").write_text("Қыз Жібек\n" * 99, "utf-8")
    (tmp_path / "empty.keruen").write_bytes(b"")
    (tmp_path / "folder.keruen").mkdir()
    for name in ("text.keruen", "empty.keruen", "folder.keruen", "none.keruen", "none/x.keruen", "n" * 300):
        yield name, tmp_path / name


def test_a_library_that_cannot_be_opened_is_told_in_a_sentence(keruen: Keruen, tmp_path: Path) -> None:
    for name, path in places(tmp_path):
        for command in (["info"], ["titles"], ["search", "x"], ["programmes"], ["check", "1"], ["backup", "-o", "x"]):
            said = keruen(*command, "--library", path)
            assert (said.code, said.out) == (1, ""), name
            assert said.err.count("\n") == 1
    assert not (tmp_path / "none.keruen").exists()


def test_what_cannot_be_written_is_told_in_a_sentence(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    before = library.read_bytes()
    for target in (folder, tmp_path / "none" / "x", tmp_path / ("n" * 300), library, library / "x"):
        for command in (["backup"], ["export", "list", "--programme", "1"]):
            said = keruen(*command, "-o", target, "--library", library)
            assert (said.code, said.out) == (1, ""), target
            assert said.err.count("\n") == 1
    for target in (folder, tmp_path / "none" / "x", tmp_path / ("n" * 300), library / "x"):
        assert keruen("sample", target).code == 1
    assert library.read_bytes() == before
    assert names_in(tmp_path) == ["films.keruen", "folder"]


def test_a_document_is_not_written_over_another_library(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(library, tmp_path / "other.keruen"))
    said = keruen("export", "list", "--programme", "1", "-o", other, "--library", library)
    assert said.code == 1
    assert other.read_bytes() == library.read_bytes()


def test_what_is_no_backup_is_refused(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    before = library.read_bytes()
    for name, path in places(tmp_path):
        said = keruen("restore", path, "--library", library)
        assert (said.code, said.out) == (1, ""), name
    assert keruen("restore", library, "--library", library).code == 1
    assert library.read_bytes() == before


# How it is said -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(keruen: Keruen, language: str, command: str) -> None:
    said = keruen("--language", language, command, "--help")
    assert (said.code, said.err) == (0, "")
    assert f"keruen {command}" in said.out
    assert max(columns(line) for line in said.out.splitlines()) <= 100


@pytest.mark.parametrize("language", ["kk", "zh", "ru"])
def test_help_and_refusals_speak_the_language(keruen: Keruen, language: str) -> None:
    said = keruen("--language", language, "--help").out
    assert catalogue(language)("Show this help.") in said
    for word in ("usage", "options", "positional", "show this help"):
        assert word not in said.lower()
    for command in (["titles", "--limit"], ["search"], ["info", "x"], ["frob"], ["info", "--language", "fr"]):
        refusal = keruen("--language", language, *command).err.splitlines()[-1]
        assert not re.search(r"argument|require|recogni|expected|invalid|choose", refusal), refusal


def test_the_language_is_that_of_the_option_the_settings_or_the_system(
    keruen: Keruen, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.asked_language(["info", "--language", "kk"]) == "kk"
    assert cli.asked_language(["--language=zh", "info"]) == "zh"
    assert cli.asked_language(["info", "--language"]) is None
    assert cli.asked_language(["search", "--", "--language", "kk"]) is None
    assert cli.asked_language(["--language", "ru", "export", "list", "--language", "kk"]) == "ru"
    assert cli.asked_language(["export", "list", "--language", "kk"]) is None
    known = {"kk_KZ.UTF-8": "kk", "zh_CN": "zh", "ru": "ru", "zh-Hans": "zh", "fr_FR.UTF-8": None, "C": None, "": None}
    for name, wanted in known.items():
        assert cli.system_language({"LANG": name}) == wanted
    assert cli.system_language({"LANG": "ru_RU", "LC_ALL": "kk_KZ.UTF-8"}) == "kk"
    english = keruen("info").err
    monkeypatch.setenv("LC_ALL", "kk_KZ.UTF-8")
    (home / "settings.json").write_text('{"language": "en"}')
    assert keruen("info").err == english


def test_a_table_is_aligned_in_columns_of_the_terminal() -> None:
    lines = table([(1, "嘿，老头！", "x"), (20, "Қайран қарттар", "y"), (300, "e\u0301", "z")], ("No.", "Name", "?"))
    assert lines == [
        "No.  Name            ?",
        "  1  嘿，老头！      x",
        " 20  Қайран қарттар  y",
        "300  e\u0301               z",
    ]
    assert len({columns(line) for line in lines}) == 1


def test_a_title_cannot_steer_the_terminal() -> None:
    assert plain("a\x1b[2Jb\u202ec\nd\te\x07") == "a�[2Jb�c d e�"
    assert plain("👨‍👩‍👧 Қыз Жібек") == "👨‍👩‍👧 Қыз Жібек"


def test_text_is_wrapped_in_columns_of_the_terminal() -> None:
    assert list(wrapped("one two three", 8)) == ["one two", "three"]
    assert list(wrapped("从文件中读取", 6)) == ["从文件", "中读取"]
    assert list(wrapped("", 6)) == []
    assert list(wrapped("unbreakable", 4)) == ["unbr", "eaka", "ble"]
    assert list(wrapped("a unbreakable 《字》 b", 4)) == ["a", "unbr", "eaka", "ble", "《", "字》", "b"]


# What happens around it -----------------------------------------------------------------------------


def test_the_help_brings_in_neither_qt_nor_the_database() -> None:
    code = "import sys; from app.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    brought = {name.split(".")[0] for name in done.stderr.split()}
    assert brought.isdisjoint({"PySide6", "sqlalchemy", "alembic", "typst", "babel"})


def test_json_is_utf_8_on_any_terminal(library: Path) -> None:
    narrow = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    asks = ("titles", "--library", library, "--limit", "20", "--language", "kk")
    out, err = start(*asks, "--json", env=narrow).communicate()
    assert (len(json.loads(out.decode("utf-8"))), err) == (20, b"")
    out, err = start(*asks, env=narrow).communicate()
    assert (len(out.decode("ascii").splitlines()), err) == (21, b"")
    refused = start("check", "none", "--library", library, env=narrow)
    assert b"\\u201cnone\\u201d" in refused.communicate()[1]
    assert refused.returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices of POSIX")
@pytest.mark.parametrize(("form", "code"), [(["titles"], 0), (["check", "1", "--json"], 1)])
def test_a_reader_that_has_had_enough_is_no_error(library: Path, form: list[str], code: int) -> None:
    """Nor does it make findings good."""
    reading, writing = os.pipe()
    os.close(reading)
    command = start("--library", library, *form, stdout=writing)
    os.close(writing)
    assert command.communicate()[1] == b""
    assert command.returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_an_answer_that_cannot_be_written_is_told(library: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = start("titles", "--library", library, stdout=full)
        said = command.communicate()[1].decode()
    assert command.returncode == 1
    assert said == "The answer could not be written: the disk is full.\n"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_stops_without_a_word(library: Path, tmp_path: Path) -> None:
    slow = "from app.commands import titles\nfrom app import cli\nimport signal, time, sys\n"
    slow += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # it may be ignored where the tests run
    slow += "titles.titles = lambda asked: (print('now', flush=True), time.sleep(60))\nsys.exit(cli.main(['titles']))"
    command = subprocess.Popen(
        [sys.executable, "-c", slow], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    assert command.stdout is not None
    assert command.stdout.readline() == b"now\n"
    command.send_signal(signal.SIGINT)
    assert command.communicate() == (b"", b"")
    assert command.returncode == 130
    assert library.exists()


def test_the_version_is_told(keruen: Keruen) -> None:
    said = keruen("--version")
    assert said.code == 0
    assert re.fullmatch(r"Keruen \d\S*\n", said.out)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written_does_no_harm(keruen: Keruen, home: Path, library: Path) -> None:
    home.chmod(0o500)
    assert keruen("info", "--library", library).code == 0
    assert keruen("doctor", "--library", library).code == 1


def test_damaged_settings_do_no_harm(keruen: Keruen, home: Path, library: Path) -> None:
    for damage in ("{", "[]", '{"library": 5, "language": "fr"}', '{"library": ""}'):
        (home / "settings.json").write_text(damage)
        assert keruen("info", "--library", library).code == 0
        assert keruen("info").code == 1


def test_the_paper_names_every_command_and_every_key(keruen: Keruen, library: Path) -> None:
    paper = (Path(__file__).parents[1] / "docs" / "cli.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"`{command}" in paper
    said = {
        "info": keruen("info", "--library", library, "--json").data,
        "titles": keruen("titles", "--library", library, "--json").data[0],
        "programmes": keruen("programmes", "--library", library, "--json").data[0],
        "check": keruen("check", "1", "--library", library, "--json").data[0],
        "doctor": keruen("doctor", "--library", library, "--json").data[0],
        "search": keruen("search", "a", "--library", library, "--json").data[0],
    }
    for command, data in said.items():
        (line,) = [line for line in paper.splitlines() if line.startswith(f"| `{command}")]
        assert all(f"`{key}`" in line for key in data), command
