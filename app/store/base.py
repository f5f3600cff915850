"""The ground every table stands on: naming of constraints, enums as words, times as UTC."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, Integer, MetaData, RowMapping, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from app.domain.names import FourNames


class Base(DeclarativeBase):
    """All tables of a library. Constraint names follow one convention, so that batch migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    # Ids are never used twice: a row that comes back by undo must find its own number free.
    __table_args__: Any = {"sqlite_autoincrement": True}


def choice(words: type[StrEnum]) -> Enum:
    """A column type that stores an enum by value, as text without a check, so that the enum may grow."""
    return Enum(
        words,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda enum: [member.value for member in enum],
    )


class Instant(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the table. Naive values are refused, for SQLite would drop their zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store as UTC without an offset."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment needs a time zone"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back with its zone."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class HasId:
    """A whole number as the primary key."""

    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-1)


class HasFourNames:
    """The name of a thing in the languages of the house; '' where there is none."""

    name_kk: Mapped[str] = mapped_column(Text, default="")
    name_zh: Mapped[str] = mapped_column(Text, default="")
    name_ru: Mapped[str] = mapped_column(Text, default="")
    name_en: Mapped[str] = mapped_column(Text, default="")

    @property
    def names(self) -> FourNames:
        """The four names as one value."""
        return FourNames(self.name_kk, self.name_zh, self.name_ru, self.name_en)

    @names.setter
    def names(self, names: FourNames) -> None:
        self.name_kk, self.name_zh, self.name_ru, self.name_en = names


def four(row: Mapping[str, Any] | RowMapping, prefix: str = "name_") -> FourNames:
    """The four names out of a row read by columns."""
    return FourNames(*(row[f"{prefix}{code}"] or "" for code in FourNames._fields))
