"""What one can do to the files of a work: attach, describe, order, choose the poster, take away."""

import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.domain.kinds import AttachmentKind
from app.domain.pictures import PICTURES, Examined, Medium, examine
from app.errors import UserError
from app.operations.works import work_of
from app.store.attachments import Attachment, Content
from app.store.base import Base
from app.words import N_, Phrase

ATTACHED_ALREADY = N_("“{file}” is attached to this title already.")
NO_PICTURE = N_("“{file}” is a document. Only a picture can be a poster or a still.")
LONGEST_NAME = 200

_CONTENT = Base.metadata.tables[Content.__tablename__]


def attach(session: Session, work: int, name: str, data: bytes, kind: AttachmentKind | None = None) -> int:
    """Attach a file by its bytes; the attachment's id.

    Without a `kind` an upright picture becomes a poster if the work has none, any other a still.
    Raises `UserError` for what is not of our kinds, too large, not whole, or there already.
    """
    work_of(session, work)
    name = file_name(name)
    facts = examine(data, name)
    digest = hashlib.sha256(data).hexdigest()
    own = _own(session, work)
    if any(file.digest == digest for file in own):
        raise UserError(ATTACHED_ALREADY, file=name)
    _keep(session, digest, data)
    attachment = Attachment(
        work_id=work, name=name, media_type=str(facts.medium), size=len(data), width=facts.width,
        height=facts.height, digest=digest, kind=_kind(facts, kind, own),
        position=max((file.position for file in own), default=-1) + 1,
    )  # fmt: skip
    session.add(attachment)
    session.flush()
    return attachment.id


class Attached(NamedTuple):
    """What came of several files: the ids of those attached, and why others were refused."""

    ids: tuple[int, ...]
    refused: tuple[Phrase, ...]


def attach_all(session: Session, work: int, files: Iterable[tuple[str, bytes]]) -> Attached:
    """Attach several files in one step; one that is refused does not keep the others out."""
    ids, refused = [], []
    for name, data in files:
        try:
            ids.append(attach(session, work, name, data))
        except UserError as error:  # it refuses before it writes
            refused.append(error.phrase)
    return Attached(tuple(ids), tuple(refused))


def change_attachment(session: Session, attachment: int, **facts: Any) -> None:
    """Correct a file: caption, credit, or kind (poster or still) of a picture."""
    row = session.get_one(Attachment, attachment)
    if "kind" in facts and facts["kind"] is not row.kind:
        _picture(row)
        if facts["kind"] is AttachmentKind.DOCUMENT:
            raise UserError(NO_PICTURE, file=row.name)
    for field, value in facts.items():
        assert field in ("caption", "credit", "kind"), field
        setattr(row, field, value.strip() if field != "kind" else value)


def make_main_poster(session: Session, attachment: int) -> None:
    """Show this picture wherever the work is shown: it becomes the first of its posters."""
    row = session.get_one(Attachment, attachment)
    _picture(row)
    row.kind = AttachmentKind.POSTER
    move_attachment(session, attachment, 0)


def move_attachment(session: Session, attachment: int, place: int) -> None:
    """Put a file at `place` (0 is first) in the order of the work's files."""
    row = session.get_one(Attachment, attachment)
    order = [file for file in _own(session, row.work_id) if file is not row]
    order.insert(max(0, min(place, len(order))), row)
    for position, file in enumerate(order):
        file.position = position


def remove_attachment(session: Session, attachment: int) -> None:
    """Take a file away from its work. Its bytes stay in the library, so that an undo brings it back."""
    session.delete(session.get_one(Attachment, attachment))


def file_name(name: str) -> str:
    """The name of a file without folders, control letters and marks that turn the direction of reading."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter for letter in last if letter.isprintable()).strip()
    return kept[:LONGEST_NAME] or "file"


def _own(session: Session, work: int) -> list[Attachment]:
    query = select(Attachment).where(Attachment.work_id == work)
    return list(session.scalars(query.order_by(Attachment.position, Attachment.id)))


def _keep(session: Session, digest: str, data: bytes) -> None:
    """Store the bytes once. Below the unit of work: they are no part of the step, and undo leaves them."""
    there = session.scalar(select(func.count()).select_from(Content).where(Content.digest == digest))
    if not there:
        session.connection().execute(insert(_CONTENT).values(digest=digest, data=data))


def _kind(facts: Examined, kind: AttachmentKind | None, own: list[Attachment]) -> AttachmentKind:
    if not facts.is_picture:
        return AttachmentKind.DOCUMENT
    if kind in (AttachmentKind.POSTER, AttachmentKind.STILL):
        return kind
    assert facts.width is not None
    assert facts.height is not None
    bare = not any(file.kind is AttachmentKind.POSTER for file in own)
    return AttachmentKind.POSTER if bare and facts.height > facts.width else AttachmentKind.STILL


def _picture(row: Attachment) -> None:
    if Medium(row.media_type) not in PICTURES:
        raise UserError(NO_PICTURE, file=row.name)
