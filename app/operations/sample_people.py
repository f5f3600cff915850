"""People of the sample library that are nobody: a studio that stands for those who dub."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import AgentKind, Role, SpokenMode
from app.operations import agents, crediting
from app.store.works import Version

STUDIO = {
    "kk-Cyrl": "Мысал дубляж студиясы",
    "zh-Hans": "示例译制工作室",
    "ru": "Студия дубляжа «Пример»",
    "en": "Sample Dubbing Studio",
}
FIRST_FEW = 6


def add_dubbing_studio(session: Session) -> int:
    """Enter a studio that is made up, and credit it with the first Kazakh dubs of the library; its id."""
    (language, name), *others = STUDIO.items()
    studio = agents.add(session, name, language, kind=AgentKind.ORGANISATION, country="KZ")
    for other, text in others:
        agents.add_name(session, studio, text, other)
    dubs = select(Version.id, Version.work_id).where(Version.mode == SpokenMode.DUBBED, Version.language == "kk")
    for version, work in session.execute(dubs.order_by(Version.id).limit(FIRST_FEW)).all():
        crediting.add(session, work, Role.DUBBING_STUDIO, studio, version=version)
    return studio
