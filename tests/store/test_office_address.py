"""Addresses of office databases, and what servers say at the door, without a server."""

import sys

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from app.errors import UserError
from app.store import failures, office
from app.store.store import Store

ADDRESS = "postgresql+psycopg://anna@localhost/keruen"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://anna@server/keruen", "sqlite:///films.keruen", "postgresql+psycopg2://anna@server/keruen",
        "http://example.org", "postgresql+psycopg://anna@server:port/keruen", "://", "postgresql",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(UserError) as refusal:
        office.url_of(address)
    assert refusal.value.phrase.message == office.NOT_AN_ADDRESS
    assert "anna" not in str(refusal.value.phrase.fields)


def test_the_driver_need_not_be_named() -> None:
    assert office.url_of("postgresql://anna@localhost/keruen") == office.url_of(ADDRESS)


def test_a_missing_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UserError) as refusal:
        Store.connect(office.url_of(ADDRESS))
    assert refusal.value.phrase.message == office.NO_DRIVER


@pytest.mark.parametrize(
    ("address", "mode"),
    [
        ("postgresql://anna@server/keruen", "verify-full"),
        ("postgresql://anna@server/keruen?sslmode=verify-full", "verify-full"),
        ("postgresql:///keruen", "verify-full"),  # PGHOST may lead anywhere
        ("postgresql://anna@localhost/keruen?hostaddr=10.0.0.7", "verify-full"),
        ("postgresql://anna@/keruen?host=localhost&host=server", "verify-full"),
        ("postgresql:///keruen?service=office", "verify-full"),
        ("postgresql://anna@localhost/keruen", None),
        ("postgresql://anna@[::1]/keruen?sslmode=disable", None),
        ("postgresql://anna@/keruen?host=/run/postgresql", None),
    ],
)
def test_the_network_is_not_trusted(address: str, mode: str | None) -> None:
    assert office._safely(office.url_of(address)).get("sslmode") == mode


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_less_safety_is_refused_elsewhere(mode: str) -> None:
    with pytest.raises(UserError) as refusal:
        office.engine_of(office.url_of(f"postgresql://anna@server/keruen?sslmode={mode}"))
    assert refusal.value.phrase.message == office.UNSAFE


def at_the_door(said: str) -> OperationalError:
    return OperationalError(
        "", {}, Exception(f'connection failed: connection to server at "x", port 5432 failed: {said}')
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ('FATAL:  password authentication failed for user "anna"', failures.WRONG_PASSWORD),
        ('ВАЖНО:  пользователь "anna" не прошёл проверку подлинности (по паролю)', failures.WRONG_PASSWORD),
        ('致命错误:  用户 "anna" Password 认证失败', failures.WRONG_PASSWORD),
        ('FATAL:  database "films" does not exist', failures.NO_DATABASE),
        ('ВАЖНО:  база данных "films" не существует', failures.NO_DATABASE),
        ('致命错误:  数据库 "films" 不存在', failures.NO_DATABASE),
        ('ВАЖНО:  роль "anna" не существует', failures.WRONG_PASSWORD),
        ("FATAL:  sorry, too many clients already", failures.BUSY),
        ("ВАЖНО:  система баз данных запускается", failures.NO_SERVER),
        ("FATAL:  the database system is shutting down", failures.NO_SERVER),
        ("server does not support SSL, but SSL was required", failures.NOT_PROVEN),
        ("Connection refused\n\tIs the server running on that host?", failures.NO_SERVER),
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.2"', failures.REFUSED),
    ],
)
def test_what_the_server_says_at_the_door_is_understood(said: str, message: str) -> None:
    with pytest.raises(UserError) as refusal, failures.told():
        raise at_the_door(said)
    assert refusal.value.phrase.message == message


class Stated(Exception):  # noqa: N818 - what the driver raises is told apart by its state alone
    def __init__(self, sqlstate: str) -> None:
        super().__init__("the first line\nLINE 1: a second one")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ("08006", failures.NO_SERVER), ("40001", failures.BUSY), ("40P01", failures.BUSY), ("53100", failures.OVERFULL),
        ("25006", failures.NOT_YOURS), ("XX001", failures.NOT_WHOLE), ("53200", failures.REFUSED),
    ],
)  # fmt: skip
def test_what_the_server_reports_is_told_in_a_sentence(state: str, message: str) -> None:
    with pytest.raises(UserError) as refusal, failures.told():
        raise OperationalError("", {}, Stated(state))
    assert refusal.value.phrase.message == message
    assert "LINE 1" not in str(refusal.value.phrase.fields)


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(IntegrityError), failures.told():
        raise IntegrityError("", {}, Stated("23505"))
