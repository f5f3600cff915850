"""What each figure of a bench should stay below: its goal, printed beside it."""

import re
from collections.abc import Mapping

GOALS: Mapping[str, Mapping[str, float]] = {
    "board": {"drag_step_ms": 1, "drag_rule_ms": 1, "repaint_ms": 16, "first_paint_ms": 16},
    "catalogue": {
        "keystroke_p99_ms": 50, "wheel_ms": 5, "wheel_p99_ms": 33, "sort_ms": 100, "sort_worst_ms": 100,
        "first_sort_ms": 100, "frame_ms": 33, "frame_p99_ms": 33, "narrow_ms": 100, "recount_ms": 100,
        "edit_fact_ms": 10, "edit_name_ms": 10, "language_ms": 50, "memory_at_rest_mb": 200,
    },
    "conflicts": {"move_check_p99_us": 100, "full_check_ms_at_3000": 10},
    "import": {"import_s_10000": 2, "longest_pause_s": 1},
    "planning": {
        "first_feasible_s": 1, "to_first_plan_s": 1, "gap_percent_10s": 5, "gap_percent_30s": 4, "broken_10s": 0,
        "broken_30s": 0, "below_greedy_10s": 0, "below_greedy_30s": 0, "replan_day_s": 3, "replan_day_cpu_s": 2,
        "replan_day_broken": 0, "planner_peak_mb": 350,
    },
    "print": {"cold_cpu_ms": 1000, "preview_page_cpu_ms": 50},
    "start": {"times_bare_window_cpu": 2.5, "memory_at_rest_mb": 200, "language_switch_ms": 50},
    "store": {
        "keystroke_p99_ms": 16, "one_letter_worst_ms": 33, "narrowing_p99_ms": 33, "order_ms": 100, "edit_ms": 10,
        "facets_count_ms": 100, "one_line_ms": 10,
    },
}  # fmt: skip
"""By area and figure; a figure measured for several sizes or documents bears its goal in each."""


def beside(area: str, figures: Mapping[str, object]) -> dict[str, object]:
    """The figures, each that has a goal as what it is, what it should be at most, and whether it is."""
    return {
        name: beside(area, value) if isinstance(value, dict) else _judged(value, _goal(area, name))
        for name, value in figures.items()
    }


def _goal(area: str, name: str) -> float | None:
    goals = GOALS.get(area, {})
    fits = (goal for figure, goal in goals.items() if re.fullmatch(rf"{figure}(_at)?(_\d+k?)?|.+_\d_{figure}", name))
    return next(fits, None)


def _judged(value: object, goal: float | None) -> object:
    if goal is None or not isinstance(value, int | float):
        return value
    return {"is": value, "goal": goal, "met": value <= goal}
