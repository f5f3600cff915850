"""A leg of a tour may carry one copy by itself; of an hour that comes twice it says which one is meant."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; there is no way back but the backup."""
    with op.batch_alter_table("leg", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(sa.Column("apart", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("copy_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("departs_fold", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("arrives_fold", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_index("ix_leg_copy_id", ["copy_id"], unique=False)
        batch_op.create_foreign_key("fk_leg_copy_id_copy", "copy", ["copy_id"], ["id"])
