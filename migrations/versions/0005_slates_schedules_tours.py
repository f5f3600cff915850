"""Slates with targets and opinions, people at shows, blockers, rules of law, kept plans, tours."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; there is no way back but the backup."""
    _rules()
    _tours()
    _slates()
    _schedule()
    _columns()


def _rules() -> None:
    """Rules of countries, days, and how seriously a programme takes a rule."""
    op.create_table(
        "legal_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("exempt", sa.String(), nullable=False),
        sa.Column("weekdays", sa.String(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=True),
        sa.Column("until_minute", sa.Integer(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_legal_rule"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "special_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_special_day"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_special_day_country", "special_day", ["country"], unique=False)

    op.create_table(
        "rule_setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_rule_setting_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_rule_setting"),
        sa.UniqueConstraint("programme_id", "rule", name="uq_rule_setting_programme_id_rule"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rule_setting_programme_id", "rule_setting", ["programme_id"], unique=False)


def _slates() -> None:
    """Targets, opinions, links between titles, guests of a title."""
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("strand_id", sa.Integer(), nullable=True),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_target_programme_id_programme"),
        sa.ForeignKeyConstraint(["strand_id"], ["strand.id"], name="fk_target_strand_id_strand"),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_target_programme_id", "target", ["programme_id"], unique=False)
    op.create_index("ix_target_strand_id", "target", ["strand_id"], unique=False)

    op.create_table(
        "entry_guest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_entry_guest_agent_id_agent"),
        sa.ForeignKeyConstraint(["entry_id"], ["slate_entry.id"], name="fk_entry_guest_entry_id_slate_entry"),
        sa.PrimaryKeyConstraint("id", name="pk_entry_guest"),
        sa.UniqueConstraint("entry_id", "agent_id", name="uq_entry_guest_entry_id_agent_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entry_guest_agent_id", "entry_guest", ["agent_id"], unique=False)
    op.create_index("ix_entry_guest_entry_id", "entry_guest", ["entry_id"], unique=False)

    op.create_table(
        "entry_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["slate_entry.id"], name="fk_entry_link_entry_id_slate_entry"),
        sa.ForeignKeyConstraint(["other_id"], ["slate_entry.id"], name="fk_entry_link_other_id_slate_entry"),
        sa.PrimaryKeyConstraint("id", name="pk_entry_link"),
        sa.UniqueConstraint("entry_id", "other_id", "kind", name="uq_entry_link_entry_id_other_id_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entry_link_entry_id", "entry_link", ["entry_id"], unique=False)
    op.create_index("ix_entry_link_other_id", "entry_link", ["other_id"], unique=False)

    op.create_table(
        "opinion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("given", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["slate_entry.id"], name="fk_opinion_entry_id_slate_entry"),
        sa.PrimaryKeyConstraint("id", name="pk_opinion"),
        sa.UniqueConstraint("entry_id", "author", name="uq_opinion_entry_id_author"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opinion_entry_id", "opinion", ["entry_id"], unique=False)


def _schedule() -> None:
    """Blockers, people at shows, hours of halls, ways, kept plans."""
    op.create_table(
        "blocker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("starts_local", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("fold", sa.Integer(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_blocker_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_blocker"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_blocker_programme_id", "blocker", ["programme_id"], unique=False)

    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_plan_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_programme_id", "plan", ["programme_id"], unique=False)

    op.create_table(
        "venue_way",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("other_venue_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["other_venue_id"], ["venue.id"], name="fk_venue_way_other_venue_id_venue"),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name="fk_venue_way_venue_id_venue"),
        sa.PrimaryKeyConstraint("id", name="pk_venue_way"),
        sa.UniqueConstraint("venue_id", "other_venue_id", name="uq_venue_way_venue_id_other_venue_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_venue_way_other_venue_id", "venue_way", ["other_venue_id"], unique=False)
    op.create_index("ix_venue_way_venue_id", "venue_way", ["venue_id"], unique=False)

    op.create_table(
        "blocker_hall",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("blocker_id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["blocker_id"], ["blocker.id"], name="fk_blocker_hall_blocker_id_blocker"),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name="fk_blocker_hall_hall_id_hall"),
        sa.PrimaryKeyConstraint("id", name="pk_blocker_hall"),
        sa.UniqueConstraint("blocker_id", "hall_id", name="uq_blocker_hall_blocker_id_hall_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_blocker_hall_blocker_id", "blocker_hall", ["blocker_id"], unique=False)
    op.create_index("ix_blocker_hall_hall_id", "blocker_hall", ["hall_id"], unique=False)

    op.create_table(
        "hall_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name="fk_hall_hours_hall_id_hall"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_hall_hours_programme_id_programme"),
        sa.PrimaryKeyConstraint("id", name="pk_hall_hours"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hall_hours_hall_id", "hall_hours", ["hall_id"], unique=False)
    op.create_index("ix_hall_hours_programme_id", "hall_hours", ["programme_id"], unique=False)

    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.Integer(), nullable=True),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_shift_agent_id_agent"),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name="fk_shift_hall_id_hall"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_shift_programme_id_programme"),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name="fk_shift_venue_id_venue"),
        sa.PrimaryKeyConstraint("id", name="pk_shift"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_shift_agent_id", "shift", ["agent_id"], unique=False)
    op.create_index("ix_shift_hall_id", "shift", ["hall_id"], unique=False)
    op.create_index("ix_shift_programme_id", "shift", ["programme_id"], unique=False)
    op.create_index("ix_shift_venue_id", "shift", ["venue_id"], unique=False)

    op.create_table(
        "stay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("stop_id", sa.Integer(), nullable=True),
        sa.Column("arrives", sa.DateTime(), nullable=True),
        sa.Column("leaves", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_stay_agent_id_agent"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_stay_programme_id_programme"),
        sa.ForeignKeyConstraint(["stop_id"], ["stop.id"], name="fk_stay_stop_id_stop"),
        sa.PrimaryKeyConstraint("id", name="pk_stay"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stay_agent_id", "stay", ["agent_id"], unique=False)
    op.create_index("ix_stay_programme_id", "stay", ["programme_id"], unique=False)
    op.create_index("ix_stay_stop_id", "stay", ["stop_id"], unique=False)

    op.create_table(
        "booking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("screening_id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=32), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name="fk_booking_agent_id_agent"),
        sa.ForeignKeyConstraint(["screening_id"], ["screening.id"], name="fk_booking_screening_id_screening"),
        sa.PrimaryKeyConstraint("id", name="pk_booking"),
        sa.UniqueConstraint("screening_id", "agent_id", "task", name="uq_booking_screening_id_agent_id_task"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_booking_agent_id", "booking", ["agent_id"], unique=False)
    op.create_index("ix_booking_screening_id", "booking", ["screening_id"], unique=False)


def _tours() -> None:
    """Stops and legs."""
    op.create_table(
        "stop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("city_kk", sa.String(), nullable=False),
        sa.Column("city_zh", sa.String(), nullable=False),
        sa.Column("city_ru", sa.String(), nullable=False),
        sa.Column("city_en", sa.String(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=True),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_stop_programme_id_programme"),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name="fk_stop_venue_id_venue"),
        sa.PrimaryKeyConstraint("id", name="pk_stop"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stop_programme_id", "stop", ["programme_id"], unique=False)
    op.create_index("ix_stop_venue_id", "stop", ["venue_id"], unique=False)

    op.create_table(
        "leg",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("departs_local", sa.DateTime(), nullable=True),
        sa.Column("arrives_local", sa.DateTime(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("customs", sa.Integer(), nullable=False),
        sa.Column("hand_over", sa.Integer(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["origin_id"], ["stop.id"], name="fk_leg_origin_id_stop"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name="fk_leg_programme_id_programme"),
        sa.ForeignKeyConstraint(["target_id"], ["stop.id"], name="fk_leg_target_id_stop"),
        sa.PrimaryKeyConstraint("id", name="pk_leg"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_leg_origin_id", "leg", ["origin_id"], unique=False)
    op.create_index("ix_leg_programme_id", "leg", ["programme_id"], unique=False)
    op.create_index("ix_leg_target_id", "leg", ["target_id"], unique=False)


def _columns() -> None:
    """What older tables learn."""
    op.add_column("agent", sa.Column("gender", sa.String(length=32), nullable=True))

    op.add_column("hall", sa.Column("turnaround_long", sa.Integer(), nullable=True))
    op.add_column("hall", sa.Column("formats", sa.String(), nullable=False, server_default=""))
    op.add_column("hall", sa.Column("frame_rates", sa.String(), nullable=False, server_default=""))
    op.add_column("hall", sa.Column("sounds", sa.String(), nullable=False, server_default=""))
    op.add_column("hall", sa.Column("aspects", sa.String(), nullable=False, server_default=""))
    op.add_column("hall", sa.Column("soft_subtitles", sa.Boolean(), nullable=True))
    op.add_column("hall", sa.Column("step_free", sa.Boolean(), nullable=True))
    op.add_column("hall", sa.Column("server", sa.Text(), nullable=False, server_default=""))
    op.add_column("hall", sa.Column("hour_cost", sa.Integer(), nullable=True))
    op.add_column("hall", sa.Column("currency", sa.String(), nullable=False, server_default="KZT"))

    op.add_column("programme", sa.Column("audience", sa.String(), nullable=False, server_default=""))
    op.add_column("programme", sa.Column("policy", sa.String(), nullable=False, server_default=""))
    op.add_column("programme", sa.Column("prime_from", sa.Integer(), nullable=False, server_default="1080"))
    op.add_column("programme", sa.Column("prime_until", sa.Integer(), nullable=False, server_default="1260"))
    op.add_column("programme", sa.Column("budget", sa.Integer(), nullable=True))
    op.add_column("programme", sa.Column("currency", sa.String(), nullable=False, server_default="KZT"))

    op.add_column("screening", sa.Column("audience_kind", sa.String(length=32), nullable=True))
    op.add_column("screening", sa.Column("expected", sa.Integer(), nullable=True))
    op.add_column("screening", sa.Column("occasion", sa.String(length=32), nullable=True))

    op.add_column("slate_entry", sa.Column("rank", sa.Integer(), nullable=True))
    op.add_column("slate_entry", sa.Column("reason", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "slate_entry", sa.Column("audience_kind", sa.String(length=32), nullable=False, server_default="public")
    )
    op.add_column("slate_entry", sa.Column("occasion", sa.String(length=32), nullable=False, server_default="none"))
    op.add_column("slate_entry", sa.Column("premiere", sa.String(length=32), nullable=False, server_default="none"))
    op.add_column("slate_entry", sa.Column("expected", sa.Integer(), nullable=True))
    op.add_column("slate_entry", sa.Column("fee", sa.Integer(), nullable=True))

    op.add_column("strand", sa.Column("alone", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("strand", sa.Column("for_jury", sa.Boolean(), nullable=False, server_default=sa.false()))

    op.add_column("venue", sa.Column("audience", sa.String(), nullable=False, server_default=""))
    op.add_column("venue", sa.Column("address", sa.Text(), nullable=False, server_default=""))
