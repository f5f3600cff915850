"""Words for search are numbered by the kind of their record; like all that is derived, they are made anew."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A server counts them no more; every update ends with deriving the words."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE subject ALTER COLUMN id DROP DEFAULT")
        op.execute("DROP SEQUENCE IF EXISTS subject_id_seq")
