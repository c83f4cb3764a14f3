"""What lowers a step, and what only comes near it."""

import pytest
from msgspec.structs import replace

from flows.phases.outcome import Approval, Outcome
from flows.phases.position import Form, Performance
from flows.phases.reasons import OURS
from flows.steps import Trigger
from tests.flows.phases.people import (
    GOOD,
    P1,
    P2,
    P3,
    lately,
    rules,
    standing,
    supervised,
)
from tests.flows.policy import DEFAULT, review

STOP, DOWN, HOLD, UP = Outcome
TIRED = {"sleep": 5, "stress": 5, "fatigue": 5, "soreness": 5}
WORN = {"sleep": 4, "stress": 3, "fatigue": 4, "soreness": 3}


@pytest.mark.parametrize(
    ("before", "now", "rule"),
    [
        ({}, {"pain": 4}, "pain"),
        ({}, {"pain": 5}, "pain"),
        ({"form": Form.BREAKS}, {"form": Form.BREAKS}, "form"),
        ({"form": None}, {"form": Form.BREAKS}, "form"),
        (TIRED, TIRED, "tired"),
        ({"stress": None}, TIRED, "tired"),
        ({"sessions_done": 1}, {"sessions_done": 1}, "absent"),
        ({"sessions_done": None}, {"sessions_done": 1}, "absent"),
        ({**WORN, "effort": 6}, {**WORN, "reps_left": 1}, "overreached"),
        ({**WORN, "effort": None}, {**WORN, "reps_left": None}, "overreached"),
        (
            {**WORN, "effort": 5, "performance": Performance.DOWN},
            {**WORN, "performance": Performance.DOWN},
            "overreached",
        ),
    ],
)
def test_what_lowers(before: dict[str, object], now: dict[str, object], rule: str) -> None:
    verdict = review(lately(supervised(standing(P3)), **before), replace(GOOD, **now))
    assert (verdict.verdict, verdict.phase, verdict.trigger) == (DOWN, P2, Trigger.DESCEND)
    assert rules(verdict) == [rule]
    key = verdict.reasons[0].key
    assert verdict.reasons[0].source == (DEFAULT.sources[key] if key else OURS)
    assert verdict.approval is Approval.NONE


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"form": Form.SLIPS}, {"form": Form.BREAKS}),
        ({}, TIRED),
        ({}, {"sessions_done": 1}),
        (WORN, WORN),
        ({**WORN, "effort": 5}, {**WORN, "reps_left": 4}),
        ({}, {**WORN, "reps_left": 1, "effort": 8}),
        ({**WORN, "effort": 5}, {**WORN, "performance": Performance.SAME}),
        (
            {**WORN, "effort": 5, "performance": Performance.UP},
            {**WORN, "performance": Performance.DOWN},
        ),
    ],
)
def test_what_only_holds(before: dict[str, object], now: dict[str, object]) -> None:
    verdict = review(lately(supervised(standing(P3)), **before), replace(GOOD, **now))
    assert (verdict.verdict, verdict.phase) == (HOLD, P3)
    assert verdict.lighter_week is (now is TIRED)


@pytest.mark.parametrize("change", [TIRED, {"form": Form.BREAKS}, {"sessions_done": 0}])
def test_nothing_is_twice_in_the_very_first_week(change: dict[str, object]) -> None:
    first = replace(standing(P2, weeks=1), past=())
    assert review(first, replace(GOOD, **change)).verdict is HOLD


def test_a_week_that_must_have_been_but_is_not_known_counts_as_the_worse() -> None:
    forgotten = replace(standing(P2), past=())
    assert review(forgotten, replace(GOOD, **TIRED)).verdict is DOWN
    assert review(forgotten, GOOD).verdict is HOLD


def test_down_on_the_lowest_step_is_a_lighter_week() -> None:
    verdict = review(standing(P1), replace(GOOD, pain=4))
    assert (verdict.verdict, verdict.phase, verdict.lighter_week) == (HOLD, P1, True)
