"""The command line as tests use it: in this process or in one of its own."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from app import cli
from tests.store.apart import environment


class Said(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Keruen = Callable[..., Said]


@pytest.fixture
def keruen(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Keruen:
    """Runs a command in this process."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    capsysbinary.readouterr()

    def run(*arguments: object) -> Said:
        code = cli.main([str(argument) for argument in arguments])
        said = capsysbinary.readouterr()
        return Said(code, said.out.decode(), said.err.decode())

    return run


def start(*arguments: object, **options: Any) -> "subprocess.Popen[bytes]":
    """Start a command in a process of its own."""
    env = environment() | options.pop("env", {})
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen([sys.executable, "-m", "app", *map(str, arguments)], env=env, **streams)
