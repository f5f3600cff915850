"""What a library file says of itself."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.store.base import Base, HasId, Instant


class Library(HasId, Base):
    """The one row that describes the file. `sample` marks invented data."""

    __tablename__ = "library"

    name: Mapped[str]
    sample: Mapped[bool] = mapped_column(default=False)
    created: Mapped[datetime] = mapped_column(Instant)
