"""Every rule has its line in ADR 0011, as the code has it: findings, severities, shapes; and is told and not told."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from app.domain.board import conflicts
from app.domain.rules import RULES
from app.domain.screenings import Clash
from app.domain.shapes import FrameRule, GroupRule, LoneRule, PairRule
from app.i18n.finding_titles import TITLES
from app.i18n.finding_words import SENTENCES
from app.i18n.rule_words import RULE_NAMES
from tests.festivals import large_festival

PAPER = Path(__file__).parents[2] / "docs" / "adr" / "0011-rules.md"
NUMBERED = (*(f"R{number}" for number in range(1, 31)), "F36")


def shape(spec):
    """The shape of a rule in a word or two."""
    match spec:
        case PairRule():
            return f"pairs: {spec.resource}"
        case LoneRule():
            return "alone"
        case GroupRule():
            return f"{'of the whole' if spec.deep else 'group'}: {spec.by}"
        case FrameRule():
            return "frame"


def lines():
    """The table as the code has it: rule, its findings by severity, its shapes."""
    shapes, found = defaultdict(list), defaultdict(lambda: defaultdict(list))
    for spec in RULES:
        if shape(spec) not in shapes[spec.rule]:
            shapes[spec.rule].append(shape(spec))
    for clash in Clash:
        found[clash.rule][clash.severity].append(clash.value)
    for rule in NUMBERED:
        own = found[rule]
        told = "; ".join(f"{grade.name.lower()}: {', '.join(own[grade])}" for grade in sorted(own, reverse=True))
        yield f"| {rule} | {told} | {', '.join(shapes[rule])} |"


def test_the_table_of_the_paper_is_that_of_the_code():
    written = [line for line in PAPER.read_text("utf-8").splitlines() if line.startswith(("| R", "| F"))]
    assert written == list(lines())


def test_every_rule_is_in_the_table_of_rules():
    assert {spec.rule for spec in RULES} == {clash.rule for clash in Clash} == set(NUMBERED)


@pytest.mark.parametrize("clash", list(Clash))
def test_every_finding_has_words(clash):
    assert TITLES[clash]
    assert SENTENCES[clash]
    assert all(RULE_NAMES[clash.rule])


@cache
def told():
    """The rules that speak of some large festival."""
    return {finding.rule for seed in range(40) for finding in conflicts(*large_festival(seed))}


@cache
def silent():
    """The rules that are asked of some event by itself, and find nothing."""
    found = set()
    for seed in range(6):
        plan, context = large_festival(seed)
        asked = {spec.rule for spec in RULES if spec.when(context)}
        for slot in plan:
            if slot.live:
                found |= asked - {finding.rule for finding in conflicts([slot], context)}
    return found


@pytest.mark.parametrize("rule", NUMBERED)
def test_every_rule_is_told_somewhere_and_not_everywhere(rule):
    assert rule in told()
    assert rule in silent()
