"""Who did a step; titles that only look alike, gaps one lives with, checks one does without."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; there is no way back but the backup."""
    op.add_column("step", sa.Column("author", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "distinct_pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_distinct_pair_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_distinct_pair"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_distinct_pair_other_id", "distinct_pair", ["other_id"], unique=False)
    op.create_index("ix_distinct_pair_work_id", "distinct_pair", ["work_id"], unique=False)
    op.create_table(
        "left_as_it_is",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_left_as_it_is_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_left_as_it_is"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_left_as_it_is_work_id", "left_as_it_is", ["work_id"], unique=False)
    op.create_table(
        "check_left_out",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_check_left_out_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_check_left_out"),
        sa.UniqueConstraint("programme_id", "code", name="uq_check_left_out_programme_id_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_check_left_out_programme_id", "check_left_out", ["programme_id"], unique=False)
