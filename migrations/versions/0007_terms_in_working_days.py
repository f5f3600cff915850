"""Terms of the law count calendar or working days; versions say what is made for those who hear or see little."""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

CERTIFICATE = "Law on Cinematography, 3 January 2019, No. 212-VI, art. 7"
PERFORMERS = "Amendments of 18 February 2026: at least 30 working days before"
FILING = "China Film Administration, July 2024: after the permit, 20 working days before the festival"

AMENDED = f"{CERTIFICATE}, as amended on 18 February 2026: not for festivals, seminars and retrospectives. The term is"
FORCE = "the day it came into force is not confirmed."

ROWS = (
    (
        ("KZ", "certificate", date(2019, 1, 3), date(2026, 2, 17), 9, "festival education", True),
        f"{CERTIFICATE}: not for festivals, seminars and retrospectives. The term was 7 working days.",
        7,
        f"{CERTIFICATE}: not for festivals, seminars and retrospectives. The term was 7 working days.",
    ),
    (
        ("KZ", "certificate", date(2026, 2, 18), None, 42, "festival education", True),
        f"{AMENDED} 30 working days, here as 42 days; {FORCE}",
        30,
        f"{AMENDED} 30 working days; {FORCE}",
    ),
    (
        ("KZ", "event_approval", date(2026, 2, 18), None, 42, "", True),
        f"{PERFORMERS}, here as 42 days. Whether it applies to talks after a film is not confirmed.",
        30,
        f"{PERFORMERS}. Whether it applies to talks after a film is not confirmed.",
    ),
    (
        ("CN", "filing", date(2024, 7, 1), None, 28, "public tv education online", True),
        f"{FILING}, here as 28 days; shorts too. It asks of Chinese titles at festivals outside China.",
        20,
        f"{FILING}; shorts too. It asks of Chinese titles at festivals outside China.",
    ),
)
"""What 0006 entered (country, mark, from, until, days, exempt, unsure; source), and the term and source of now."""

LAW = sa.table(
    "legal_rule",
    *(sa.column(name, sa.Text) for name in ("kind", "country", "mark", "exempt", "source", "unit")),
    *(sa.column(name, sa.Date) for name in ("valid_from", "valid_until")),
    *(sa.column(name, sa.Integer) for name in ("days", "severity")),
    sa.column("unsure", sa.Boolean),
)
PAPER, WARNING, WORKING = "paper", 2, "working"


def upgrade() -> None:
    """Go forward; there is no way back but the backup."""
    op.add_column("legal_rule", sa.Column("unit", sa.String(length=32), nullable=False, server_default="calendar"))
    op.add_column("version", sa.Column("access", sa.String(), nullable=False, server_default=""))
    for was, source, term, told in ROWS:
        op.execute(_untouched(was, source).values(days=term, unit=WORKING, source=told))


def _untouched(was: tuple[object, ...], source: str) -> sa.Update:
    """The row if nobody has corrected it; having put it into force or out of it is no correction of what it says."""
    names = ("country", "mark", "valid_from", "valid_until", "days", "exempt", "unsure")
    own = [LAW.c[name] == value for name, value in zip(names, was, strict=True)]
    return sa.update(LAW).where(LAW.c.kind == PAPER, LAW.c.severity == WARNING, LAW.c.source == source, *own)
