"""The catalogue in depth: new columns of what there was, and the records that were missing."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; there is no way back but the backup."""
    _columns()
    _what_an_office_keeps()
    _what_became_of_works()
    _what_is_said_of_works()
    _copies()


def _columns() -> None:
    """New columns at the end of tables; what they hold in old rows is what the tables give new ones."""
    op.add_column("agent", sa.Column("country", sa.String(), nullable=False, server_default=""))
    op.add_column("agent", sa.Column("contact", sa.Text(), nullable=False, server_default=""))
    op.add_column("agent_name", sa.Column("type", sa.String(length=32), nullable=False, server_default="name"))
    op.add_column("agent_name", sa.Column("reading", sa.Text(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("owner", sa.Text(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("digital_name", sa.Text(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("resolution", sa.String(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("aspect", sa.String(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("frame_rate", sa.String(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("sound", sa.String(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("standard", sa.String(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("size", sa.BigInteger(), nullable=True))
    op.add_column("copy", sa.Column("checksum", sa.Text(), nullable=False, server_default=""))
    op.add_column("copy", sa.Column("encrypted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("name", sa.Column("auto", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("name", sa.Column("source", sa.Text(), nullable=False, server_default=""))
    op.add_column("rights", sa.Column("fee", sa.BigInteger(), nullable=True))
    op.add_column("rights", sa.Column("currency", sa.String(), nullable=False, server_default=""))
    op.add_column("rights", sa.Column("papers", sa.Text(), nullable=False, server_default=""))
    op.add_column("version", sa.Column("place", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("work", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(sa.Column("level", sa.String(length=32), nullable=False, server_default="work"))
        batch_op.add_column(sa.Column("parent_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("national_film", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("agreement", sa.Text(), nullable=False, server_default=""))
        batch_op.create_index("ix_work_parent_id", ["parent_id"], unique=False)
        batch_op.create_foreign_key("fk_work_parent_id_work", "work", ["parent_id"], ["id"])


def _what_an_office_keeps() -> None:
    """Files, saved filters and known files."""
    op.create_table(
        "content",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_content"),
    )
    op.create_table(
        "known_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_known_file"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_known_file_signature", "known_file", ["signature"], unique=False)
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_filter"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_attachment_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attachment_digest", "attachment", ["digest"], unique=False)
    op.create_index("ix_attachment_work_id", "attachment", ["work_id"], unique=False)


def _what_became_of_works() -> None:
    """Awards, festivals, sales, figures."""
    op.create_table(
        "award",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=True),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("prize", sa.Text(), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_award_agent_id_agent"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_award_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_award"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_award_agent_id", "award", ["agent_id"], unique=False)
    op.create_index("ix_award_work_id", "award", ["work_id"], unique=False)
    op.create_table(
        "festival_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("premiere", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_festival_entry_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_festival_entry"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_festival_entry_work_id", "festival_entry", ["work_id"], unique=False)
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=32), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_figure_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_figure"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_figure_work_id", "figure", ["work_id"], unique=False)
    op.create_table(
        "sale",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("buyer", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_sale_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_sale"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sale_work_id", "sale", ["work_id"], unique=False)


def _what_is_said_of_works() -> None:
    """Synopses, claims, identifiers, marks and clearances, posts."""
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("preferred", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_claim_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_claim_work_id_fact", "claim", ["work_id", "fact"], unique=False)
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_post_agent_id_agent"),
        sa.ForeignKeyConstraint(["organisation_id"], ["agent.id"], name="fk_post_organisation_id_agent"),
        sa.PrimaryKeyConstraint("id", name="pk_post"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_post_agent_id", "post", ["agent_id"], unique=False)
    op.create_index("ix_post_organisation_id", "post", ["organisation_id"], unique=False)
    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_rating_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_rating"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rating_work_id", "rating", ["work_id"], unique=False)
    op.create_table(
        "synopsis",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("print_length", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_synopsis_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_synopsis"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_synopsis_work_id", "synopsis", ["work_id"], unique=False)
    op.create_table(
        "clearance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("applied", sa.Date(), nullable=True),
        sa.Column("granted", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_clearance_version_id_version"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_clearance_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_clearance"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_clearance_version_id", "clearance", ["version_id"], unique=False)
    op.create_index("ix_clearance_work_id", "clearance", ["work_id"], unique=False)
    op.create_table(
        "identifier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("scheme", sa.String(length=32), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_identifier_version_id_version"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_identifier_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_identifier"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_identifier_scheme_value", "identifier", ["scheme", "value"], unique=False)
    op.create_index("ix_identifier_version_id", "identifier", ["version_id"], unique=False)
    op.create_index("ix_identifier_work_id", "identifier", ["work_id"], unique=False)


def _copies() -> None:
    """Tracks, keys and custody of copies."""
    op.create_table(
        "copy_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.Integer(), nullable=True),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.DateTime(), nullable=True),
        sa.Column("valid_until", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["copy.id"], name="fk_copy_key_copy_id_copy"),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name="fk_copy_key_hall_id_hall"),
        sa.PrimaryKeyConstraint("id", name="pk_copy_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_copy_key_copy_id", "copy_key", ["copy_id"], unique=False)
    op.create_index("ix_copy_key_hall_id", "copy_key", ["hall_id"], unique=False)
    op.create_table(
        "custody",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("giver", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("waybill", sa.String(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["copy.id"], name="fk_custody_copy_id_copy"),
        sa.PrimaryKeyConstraint("id", name="pk_custody"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_custody_copy_id", "custody", ["copy_id"], unique=False)
    op.create_table(
        "track",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["copy.id"], name="fk_track_copy_id_copy"),
        sa.PrimaryKeyConstraint("id", name="pk_track"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_track_copy_id", "track", ["copy_id"], unique=False)
