"""What is asked of attached files: those of a work, the poster that stands for it, the bytes under a digest."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.kinds import AttachmentKind
from app.store.attachments import Attachment, Content


class FileLine(NamedTuple):
    """One file of a work; `width` and `height` are None for a document, `main` marks the poster that is shown."""

    id: int
    kind: AttachmentKind
    name: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    digest: str
    caption: str
    credit: str
    main: bool = False


class Unused(NamedTuple):
    """Contents no file refers to: how many, and their bytes together."""

    number: int
    size: int


def files_of(session: Session, work: int) -> list[FileLine]:
    """The files of a work in their order."""
    columns = (
        Attachment.id, Attachment.kind, Attachment.name, Attachment.media_type, Attachment.size, Attachment.width,
        Attachment.height, Attachment.digest, Attachment.caption, Attachment.credit,
    )  # fmt: skip
    query = select(*columns).where(Attachment.work_id == work).order_by(Attachment.position, Attachment.id)
    lines = [FileLine(*row) for row in session.execute(query)]
    main = next((line.id for line in lines if line.kind is AttachmentKind.POSTER), None)
    return [line._replace(main=line.id == main) for line in lines]


def posters(session: Session, works: Sequence[int]) -> dict[int, str]:
    """The digest of the poster that stands for each of these works, for those that have one."""
    query = select(Attachment.work_id, Attachment.digest).where(
        Attachment.work_id.in_(works), Attachment.kind == AttachmentKind.POSTER
    )
    found: dict[int, str] = {}
    for work, digest in session.execute(query.order_by(Attachment.position, Attachment.id)):
        found.setdefault(work, digest)
    return found


def content(session: Session, digest: str) -> bytes | None:
    """The bytes of a file; None if they are not in this library."""
    return session.scalar(select(Content.data).where(Content.digest == digest))


def unused(session: Session) -> Unused:
    """Contents that no file refers to any more: an undo may still want them."""
    referred = select(Attachment.digest)
    query = select(func.count(), func.coalesce(func.sum(func.length(Content.data)), 0))
    number, size = session.execute(query.where(Content.digest.not_in(referred))).one()
    return Unused(number, size)
