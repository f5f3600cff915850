"""Texts of the sample library: short synopses, two sources that disagree, and numbers the house gave itself."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.domain.kinds import Confidence, Scheme, SynopsisKind
from app.operations import evidence, synopses
from app.store.works import Work

SYNOPSES: dict[str, dict[str, str]] = {
    "T001": {
        "zh": "战争年代，一位中国作曲家流落阿拉木图，在素不相识的人家中得到庇护，继续写作他的音乐。",
        "ru": "В годы войны композитор из Китая оказывается в Алматы. Чужая семья даёт ему кров.",
        "en": "In wartime a composer from China is stranded in Almaty. Strangers take him in, and he writes on.",
    },
    "T002": {
        "kk": "Қаладан оралған қыз Алтай жайлауында анасының дүкенінде тұрып, жанындағы жандар жайлы жаза бастайды.",
        "zh": "从城市归来的姑娘在阿勒泰的牧场上与开小卖部的母亲同住，开始书写身边的人。",
        "ru": "Девушка возвращается из города на пастбища Алтая, где её мать держит лавку, и начинает писать.",
        "en": "Back from the city, a young woman lives by her mother’s shop on Altay’s pastures and begins to write.",
    },
}
"""Written for the sample, by the number of the title."""

NUMBERS = {"T001": "SAMPLE-001", "T002": "SAMPLE-002"}


def add_texts(session: Session, works: Mapping[str, int]) -> None:
    """Enter what is above; `works` are the ids by the number of the title."""
    for key, texts in SYNOPSES.items():
        for language, text in texts.items():
            synopses.write(session, works[key], language, SynopsisKind.SHORT, text)
    for key, number in NUMBERS.items():
        evidence.add_identifier(session, works[key], Scheme.OWN, number)
    year = session.get_one(Work, works["T001"]).year
    if year is not None:
        evidence.add_claim(
            session, works["T001"], "year", str(year - 1), source="Sample catalogue", confidence=Confidence.LOW
        )
