"""A next version of the program, with one migration more, to bring today's libraries up to date with."""

import shutil
from pathlib import Path

import pytest

from app.paths import migrations_folder
from app.store import migrate, preflight

ONE_COLUMN_MORE = '''
"""One column more, and a table written anew with all that hangs on it."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "NEXT", "HEAD"
branch_labels = depends_on = None


def upgrade():
    with op.batch_alter_table("work", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="?"))
    with op.batch_alter_table("screening", recreate="always") as table:
        table.add_column(sa.Column("series", sa.Integer(), nullable=True))
    op.create_table("series", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.Text()))
    op.bulk_insert(sa.table("series", sa.column("id"), sa.column("name")), [{"id": 1, "name": "x"}])
    MORE
'''


def install(place: Path, patch: pytest.MonkeyPatch, more: str = "pass") -> None:
    """Let the program be the next version; `more` is what its migration does at the end."""
    folder = place / "migrations"
    old, new = f"{preflight.SCHEMA:04}", f"{preflight.SCHEMA + 1:04}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(migrations_folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{new}_next.py").write_text(
        ONE_COLUMN_MORE.replace("NEXT", new).replace("HEAD", old).replace("MORE", more), "utf-8"
    )
    patch.setattr(migrate, "migrations_folder", lambda: folder)
    patch.setattr(migrate, "SCHEMA", preflight.SCHEMA + 1)
    patch.setattr(preflight, "SCHEMA", preflight.SCHEMA + 1)
