"""Coming back after time off: the gap decides, half-open at each edge."""

import pytest
from msgspec.structs import replace

from flows.phases.outcome import Outcome
from flows.steps import Goal
from flows.words import english
from tests.flows.phases.people import GOOD, P1, P2, P3, P5, standing, supervised
from tests.flows.policy import after, review

STOP, DOWN, HOLD, UP = Outcome


@pytest.mark.parametrize(
    ("weeks", "outcome", "step", "load", "stay"),
    [
        (0.9, UP, 4, None, None),
        (1, HOLD, 3, (90, 95), None),
        (1.9, HOLD, 3, (90, 95), None),
        (2, DOWN, 2, (80, 90), None),
        (3.9, DOWN, 2, (80, 90), None),
        (4, DOWN, 1, (70, 80), 2),
        (7.9, DOWN, 1, (70, 80), 2),
        (8, DOWN, 1, (60, 70), 4),
        (11.9, DOWN, 1, (60, 70), 4),
        (12, STOP, None, None, None),
    ],
)
def test_the_gap(
    weeks: float,
    outcome: Outcome,
    step: int | None,
    load: tuple[int, int] | None,
    stay: int | None,
) -> None:
    verdict = review(supervised(standing(P3)), replace(GOOD, weeks_off=weeks))
    assert (verdict.verdict, verdict.phase) == (outcome, step)
    assert (verdict.load, verdict.stay_weeks) == (load, stay)
    assert verdict.tests_again is (8 <= weeks < 12)


def test_the_sentence_names_weeks_and_load() -> None:
    verdict = review(standing(P2), replace(GOOD, weeks_off=8.26))
    assert english(verdict.reasons[0].text) == (
        "Weeks off: 8.3, so step 1 for 4 weeks at 60 to 70 % of the load, then the tests again."
    )


@pytest.mark.parametrize(
    ("days", "outcome", "step"),
    [(7, HOLD, 3), (8, HOLD, 3), (13, HOLD, 3), (14, DOWN, 2), (28, DOWN, 1)],
)
def test_a_longer_illness_counts_as_a_gap(days: int, outcome: Outcome, step: int) -> None:
    verdict = review(supervised(standing(P3)), replace(GOOD, ill_days=days))
    assert (verdict.verdict, verdict.phase) == (outcome, step)
    assert (verdict.load is None) is (days == 7)


def test_the_step_down_follows_the_route() -> None:
    verdict = review(supervised(standing(P5, Goal.PERFORMANCE)), replace(GOOD, weeks_off=2))
    assert verdict.phase is P2


def test_after_a_long_break_everything_is_earned_anew_and_faster() -> None:
    position = supervised(standing(P3))
    week = replace(GOOD, weeks_off=5)
    back = after(position, week, review(position, week))
    assert (back.phase, back.earned, back.stay_weeks, back.weeks_in_phase) == (P1, (), 2, 1)
    assert review(back, GOOD).verdict is HOLD
    again = after(back, GOOD, review(back, GOOD))
    assert (review(again, GOOD).verdict, review(again, GOOD).phase) == (UP, P2)


def test_a_break_on_step_1_starts_its_weeks_anew() -> None:
    position = standing(P1)
    week = replace(GOOD, weeks_off=9)
    verdict = review(position, week)
    assert (verdict.verdict, verdict.phase, verdict.earned_kept) == (HOLD, P1, False)
    back = after(position, week, verdict)
    assert (back.weeks_in_phase, back.stay_weeks, back.movement_days) == (1, 4, None)
    assert back.weeks_since_move is None
