"""The first library."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915 - every table of the first library
    """Go forward; there is no way back but the backup."""
    op.create_table(
        "agent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agent"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "face",
        sa.Column("work_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_language", sa.String(length=8), nullable=False),
        sa.Column("borrowed", sa.Boolean(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("work_id", "language", name="pk_face"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_face_language_sort_key", "face", ["language", "sort_key"], unique=False)

    op.create_table(
        "form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_form"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_form_subject_id", "form", ["subject_id"], unique=False)
    op.create_index("ix_form_text", "form", ["text"], unique=False)

    op.create_table(
        "library",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_library"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("city_kk", sa.String(), nullable=False),
        sa.Column("city_zh", sa.String(), nullable=False),
        sa.Column("city_ru", sa.String(), nullable=False),
        sa.Column("city_en", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("day_start", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("use", sa.String(length=32), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programme"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("plural", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["step.id"], name="fk_step_undoes_step"),
        sa.PrimaryKeyConstraint("id", name="pk_step"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_step_at", "step", ["at"], unique=False)

    op.create_table(
        "subject",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subject"),
    )
    op.create_index("ix_subject_kind_subject_id", "subject", ["kind", "subject_id"], unique=True)

    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("city_kk", sa.String(), nullable=False),
        sa.Column("city_zh", sa.String(), nullable=False),
        sa.Column("city_ru", sa.String(), nullable=False),
        sa.Column("city_en", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_venue"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "work",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("runtime", sa.Integer(), nullable=True),
        sa.Column("episodes", sa.Integer(), nullable=True),
        sa.Column("age_mark", sa.String(), nullable=False),
        sa.Column("co_production", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("verified", sa.Text(), nullable=False),
        sa.Column("unverified", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_work"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_work_kind", "work", ["kind"], unique=False)
    op.create_index("ix_work_year", "work", ["year"], unique=False)

    op.create_table(
        "accepted",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_accepted_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_accepted"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_accepted_programme_id", "accepted", ["programme_id"], unique=False)

    op.create_table(
        "agent_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_agent_name_agent_id_agent"),
        sa.PrimaryKeyConstraint("id", name="pk_agent_name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_agent_name_agent_id", "agent_name", ["agent_id"], unique=False)

    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"], name="fk_change_step_id_step"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_step_id", "change", ["step_id"], unique=False)
    op.create_index("ix_change_table_name_row_id", "change", ["table_name", "row_id"], unique=False)

    op.create_table(
        "hall",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("turnaround", sa.Integer(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name="fk_hall_venue_id_venue"),
        sa.PrimaryKeyConstraint("id", name="pk_hall"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hall_venue_id", "hall", ["venue_id"], unique=False)

    op.create_table(
        "name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("preferred", sa.Boolean(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("reading_auto", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_name_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_name_work_id", "name", ["work_id"], unique=False)

    op.create_table(
        "strand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_strand_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_strand"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_strand_programme_id", "strand", ["programme_id"], unique=False)

    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("runtime", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("studio", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_version_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_version_work_id", "version", ["work_id"], unique=False)

    op.create_table(
        "work_country",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_work_country_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_work_country"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_work_country_country", "work_country", ["country"], unique=False)
    op.create_index("ix_work_country_work_id", "work_country", ["work_id"], unique=False)

    op.create_table(
        "copy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("format", sa.String(length=32), nullable=False),
        sa.Column("ready_from", sa.DateTime(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_copy_version_id_version"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_copy_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_copy"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_copy_version_id", "copy", ["version_id"], unique=False)
    op.create_index("ix_copy_work_id", "copy", ["work_id"], unique=False)

    op.create_table(
        "credit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("character", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_credit_agent_id_agent"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_credit_version_id_version"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_credit_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_credit"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_credit_agent_id", "credit", ["agent_id"], unique=False)
    op.create_index("ix_credit_version_id", "credit", ["version_id"], unique=False)
    op.create_index("ix_credit_work_id", "credit", ["work_id"], unique=False)

    op.create_table(
        "programme_hall",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name="fk_programme_hall_hall_id_hall"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_programme_hall_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_hall"),
        sa.UniqueConstraint("programme_id", "hall_id", name="uq_programme_hall_programme_id_hall_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_programme_hall_hall_id", "programme_hall", ["hall_id"], unique=False)
    op.create_index("ix_programme_hall_programme_id", "programme_hall", ["programme_id"], unique=False)

    op.create_table(
        "rights",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("use", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("max_showings", sa.Integer(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_rights_version_id_version"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_rights_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_rights"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rights_version_id", "rights", ["version_id"], unique=False)
    op.create_index("ix_rights_work_id", "rights", ["work_id"], unique=False)

    op.create_table(
        "slate_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("strand_id", sa.Integer(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("showings", sa.Integer(), nullable=False),
        sa.Column("intro", sa.Integer(), nullable=False),
        sa.Column("qa", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_slate_entry_programme_id_programme"),
        sa.ForeignKeyConstraint(["strand_id"], ["strand.id"], name="fk_slate_entry_strand_id_strand"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_slate_entry_version_id_version"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_slate_entry_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_slate_entry"),
        sa.UniqueConstraint("programme_id", "work_id", name="uq_slate_entry_programme_id_work_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_slate_entry_programme_id", "slate_entry", ["programme_id"], unique=False)
    op.create_index("ix_slate_entry_strand_id", "slate_entry", ["strand_id"], unique=False)
    op.create_index("ix_slate_entry_version_id", "slate_entry", ["version_id"], unique=False)
    op.create_index("ix_slate_entry_work_id", "slate_entry", ["work_id"], unique=False)

    op.create_table(
        "subtitle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_subtitle_version_id_version"),
        sa.PrimaryKeyConstraint("id", name="pk_subtitle"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_subtitle_version_id", "subtitle", ["version_id"], unique=False)

    op.create_table(
        "screening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("strand_id", sa.Integer(), nullable=True),
        sa.Column("starts_local", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("fold", sa.Integer(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["slate_entry.id"], name="fk_screening_entry_id_slate_entry"),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name="fk_screening_hall_id_hall"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_screening_programme_id_programme"),
        sa.ForeignKeyConstraint(["strand_id"], ["strand.id"], name="fk_screening_strand_id_strand"),
        sa.PrimaryKeyConstraint("id", name="pk_screening"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_screening_entry_id", "screening", ["entry_id"], unique=False)
    op.create_index("ix_screening_hall_id", "screening", ["hall_id"], unique=False)
    op.create_index("ix_screening_programme_id_starts", "screening", ["programme_id", "starts"], unique=False)
    op.create_index("ix_screening_strand_id", "screening", ["strand_id"], unique=False)

    op.create_table(
        "part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("screening_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("copy_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["copy_id"], ["copy.id"], name="fk_part_copy_id_copy"),
        sa.ForeignKeyConstraint(["screening_id"], ["screening.id"], name="fk_part_screening_id_screening"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_part_version_id_version"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_part_work_id_work"),
        sa.PrimaryKeyConstraint("id", name="pk_part"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_part_copy_id", "part", ["copy_id"], unique=False)
    op.create_index("ix_part_screening_id", "part", ["screening_id"], unique=False)
    op.create_index("ix_part_version_id", "part", ["version_id"], unique=False)
    op.create_index("ix_part_work_id", "part", ["work_id"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        # Words are folded and Chinese characters spaced before they come here (see app/domain/folding.py).
        op.execute(
            "CREATE VIRTUAL TABLE word_index USING fts5(words, content='subject', content_rowid='id',"
            " tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
        )
