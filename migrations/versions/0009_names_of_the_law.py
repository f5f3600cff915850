"""Names of rules of law read as cinemas of each country say them, where nobody has written another."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

LAW = sa.table("legal_rule", *(sa.column(name, sa.Text) for name in ("country", "kind", "name_kk", "name_zh")))

BETTER = (
    (("KZ", "language"), LAW.c.name_zh, "须有哈萨克语配音、字幕或旁白", "须有哈萨克语配音、字幕或叠声译配"),
    (("KZ", "age_school"), LAW.c.name_zh, "学校和家庭场：最高12+", "学生场和家庭场最高12+"),
    (
        ("KZ", "age_school"),
        LAW.c.name_kk,
        "Мектеп пен отбасы көрсетілімдері: 12+ дейін",
        "Мектеп пен отбасы көрсетілімдері: 12+ санатына дейін",
    ),
    (("KZ", "paper"), LAW.c.name_zh, "发行许可证", "发行许可证（哈）"),
    (("KZ", "paper"), LAW.c.name_kk, "Прокат куәлігі", "Прокаттау куәлігі"),
    (("KZ", "pause"), LAW.c.name_zh, "周五祈祷时间", "周五主麻聚礼时段"),
    (("KZ", "holiday"), LAW.c.name_zh, "公共假日", "法定节假日"),
    (("CN", "holiday"), LAW.c.name_zh, "公共假日", "法定节假日"),
)
"""Country and kind of the rule; the name, what 0006 entered, and what it says now."""


def upgrade() -> None:
    """Go forward; there is no way back but the backup."""
    for (country, kind), name, was, now in BETTER:
        same = (LAW.c.country == country, LAW.c.kind == kind, name == was)
        op.execute(sa.update(LAW).where(*same).values({name.name: now}))
