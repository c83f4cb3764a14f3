"""What findings change beside the step: what was earned, the load of the week, the round."""

import pytest
from msgspec.structs import replace

from flows.phases.outcome import Outcome
from flows.phases.position import Injury, Performance, Week
from flows.steps import Goal
from tests.flows.phases.people import (
    GOOD,
    P1,
    P2,
    P3,
    P5,
    lately,
    rules,
    standing,
    supervised,
)
from tests.flows.policy import after, review


@pytest.mark.parametrize(
    ("week", "kept"),
    [
        (replace(GOOD, pain=4), True),
        (replace(GOOD, weeks_off=3.9), True),
        (replace(GOOD, weeks_off=4.0), False),
        (replace(GOOD, injury=Injury.CLEARED), False),
    ],
)
def test_only_a_long_break_and_an_injury_undo_what_was_earned(week: Week, *, kept: bool) -> None:
    position = standing(P3)
    verdict = review(position, week)
    assert verdict.verdict is Outcome.DOWN
    assert verdict.earned_kept is kept
    assert after(position, week, verdict).earned == (position.earned if kept else ())


@pytest.mark.parametrize(
    ("week", "lighter"),
    [
        (replace(GOOD, weeks_off=2.0), True),
        (replace(GOOD, weeks_off=1.9), False),
        (replace(GOOD, stalled=True), True),
        (replace(GOOD, new_goal=Goal.HEALTH), False),
        (replace(GOOD, injury=Injury.CLEARED), False),
        (replace(GOOD, cycle_finished=True), False),
        (replace(GOOD, pain=4), False),
    ],
)
def test_which_findings_lighten_the_week(week: Week, *, lighter: bool) -> None:
    assert review(standing(P3), week).lighter_week is lighter


def test_a_week_without_plan_before_a_poor_one_is_no_poor_one() -> None:
    poor = replace(GOOD, sessions_done=1)
    free = lately(standing(P2), sessions_planned=0, sessions_done=0)
    assert "absent" not in rules(review(free, poor))
    assert "absent" in rules(review(lately(standing(P2), sessions_done=1), poor))


WORN = {"sleep": 4, "stress": 4, "fatigue": 4, "soreness": 4, "performance": Performance.DOWN}


@pytest.mark.parametrize(
    ("now", "before", "found"), [(None, 7, True), (8, None, True), (7, 7, False), (8, 7, True)]
)
def test_effort_that_is_not_known_counts_as_risen(
    now: float | None, before: float | None, *, found: bool
) -> None:
    position = lately(standing(P3), **WORN, effort=before)
    week = replace(GOOD, **WORN, effort=now)
    assert ("overreached" in rules(review(position, week))) is found


def test_no_progress_in_mixed_weeks_lightens_one_and_begins_nothing() -> None:
    mixing = replace(supervised(standing(P5, Goal.PERFORMANCE)), undulating=True)
    verdict = review(mixing, replace(GOOD, stalled=True))
    assert (verdict.verdict, verdict.phase) == (Outcome.HOLD, P5)
    assert verdict.lighter_week
    assert not verdict.new_round


def test_a_trainer_may_call_a_round_finished_on_any_step() -> None:
    verdict = review(standing(P3, weeks=2), replace(GOOD, cycle_finished=True))
    assert (verdict.verdict, verdict.phase, verdict.new_round) == (Outcome.DOWN, P2, True)
    last = replace(standing(P3, Goal.FAT_LOSS, weeks=2), rounds=1)
    assert review(last, replace(GOOD, cycle_finished=True)).undulating
    assert not review(last, GOOD).undulating
    assert review(standing(P1), GOOD).phase is P2
