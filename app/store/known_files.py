"""How files of a kind were read before: by the signature of their headings."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.filters import KnownFile


def remembered(session: Session, signature: str) -> str:
    """The mapping kept for files with these headings, as JSON; '' if there is none."""
    if not signature:
        return ""
    query = select(KnownFile.reading).where(KnownFile.signature == signature).order_by(KnownFile.id.desc())
    return session.scalar(query.limit(1)) or ""
