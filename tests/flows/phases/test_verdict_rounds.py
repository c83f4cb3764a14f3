"""Rounds, undulating weeks, the movement check, goals, and the way back."""

from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace

from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.position import Form, Week
from flows.phases.profile import Fault, Movement
from flows.steps import Goal, Level, Trigger
from flows.words import english
from tests.flows.phases.people import (
    CLEAN,
    GOOD,
    P1,
    P2,
    P3,
    P4,
    P5,
    SOUND,
    TODAY,
    cleared,
    rules,
    standing,
    supervised,
)
from tests.flows.policy import review

STOP, DOWN, HOLD, UP = Outcome
TIRED = {"sleep": 5, "stress": 5, "fatigue": 5, "soreness": 5}
WORN = {"sleep": 4, "stress": 3, "fatigue": 4, "soreness": 3}


def test_the_end_of_a_round_is_a_new_round_whatever_the_week_was() -> None:
    fine = review(standing(P3, Goal.FAT_LOSS), GOOD)
    assert (fine.verdict, fine.phase, fine.new_round) == (DOWN, P1, True)
    assert rules(fine) == ["cycle"]
    poor = review(standing(P3, Goal.FAT_LOSS), replace(GOOD, pain=4))
    assert (poor.verdict, poor.phase, rules(poor)) == (DOWN, P1, ["pain", "cycle"])
    early = review(standing(P3, Goal.FAT_LOSS, weeks=3), GOOD)
    assert (early.verdict, rules(early)) == (HOLD, ["long_enough"])
    muscle = review(supervised(standing(P4)), GOOD)
    assert (muscle.phase, muscle.trigger) == (P2, Trigger.DESCEND)


def test_the_last_single_round_of_fat_loss_becomes_undulating_weeks() -> None:
    position = replace(standing(P3, Goal.FAT_LOSS), rounds=1)
    verdict = review(position, GOOD)
    assert (verdict.verdict, verdict.undulating, verdict.mix) == (HOLD, True, (P1, P2, P3))
    assert rules(verdict) == ["undulating"]
    assert not review(replace(position, weeks_in_phase=2), GOOD).undulating


def test_undulating_weeks_have_their_rhythm_and_no_longest_stay() -> None:
    def week(number: int) -> Verdict:
        position = supervised(standing(P5, Goal.PERFORMANCE, weeks=number))
        return review(replace(position, undulating=True), GOOD)

    assert week(5).lighter_week
    assert not week(6).lighter_week
    assert week(6).offer_movement
    assert not week(7).offer_movement
    assert "longest" not in rules(week(9))
    assert week(9).level is Level.POWER


def test_down_takes_the_higher_steps_out_of_the_mix() -> None:
    position = replace(supervised(standing(P5, Goal.PERFORMANCE)), undulating=True)
    verdict = review(position, replace(GOOD, pain=4))
    assert (verdict.phase, verdict.mix, verdict.undulating) == (P2, (P1, P2), True)


def test_entering_power_mixes_from_the_first_week() -> None:
    verdict = review(supervised(standing(P2, Goal.PERFORMANCE)), GOOD)
    assert (verdict.undulating, verdict.mix) == (True, (P1, P2, P5))


def test_the_movement_check_is_offered_when_it_alone_is_missing_or_old() -> None:
    faulty = replace(standing(P1), movement=replace(CLEAN, knees=Fault.MAJOR))
    verdict = review(faulty, GOOD)
    assert (verdict.verdict, verdict.offer_movement) == (HOLD, True)
    assert rules(verdict) == ["moves_well"]
    assert not review(faulty, replace(GOOD, form=Form.SLIPS)).offer_movement
    assert review(replace(standing(P1), movement_days=29), GOOD).offer_movement
    assert not review(standing(P1), GOOD).offer_movement
    assert review(replace(standing(P1, weeks=1), movement_days=None), GOOD).offer_movement
    assert not review(standing(P2), GOOD).offer_movement


@pytest.mark.parametrize(
    ("age", "seconds", "outcome"),
    [
        (59, 30, UP),
        (59, 29, HOLD),
        (60, 20, UP),
        (69, 19, HOLD),
        (70, 10, UP),
        (79, 9, HOLD),
        (80, 60, HOLD),
        (None, 60, HOLD),
        (40, None, HOLD),
    ],
)
def test_seconds_on_one_leg_by_age(age: int | None, seconds: int | None, outcome: Outcome) -> None:
    position = replace(
        standing(P1),
        profile=replace(SOUND, age=age),
        movement=replace(CLEAN, single_leg_seconds=seconds),
    )
    verdict = review(position, GOOD)
    assert verdict.verdict is outcome
    assert outcome is UP or rules(verdict) == ["stands_steadily"]


def test_where_a_fall_is_unknown_a_trainer_judges_the_balance() -> None:
    unsure = replace(standing(P1), profile=replace(SOUND, fell_last_year=None))
    verdict = review(unsure, GOOD)
    assert rules(verdict) == ["stands_steadily"]
    assert "trainer has to look" in english(verdict.reasons[0].text)


def test_a_trainer_may_judge_the_balance() -> None:
    judged = replace(
        standing(P1),
        profile=replace(SOUND, age=82, fell_last_year=True),
        movement=replace(CLEAN, steady=True),
    )
    assert review(judged, GOOD).verdict is UP


@pytest.mark.parametrize("movement", [None, Movement(), replace(CLEAN, knees=Fault.MAJOR)])
def test_nobody_is_left_on_step_1_for_want_of_a_question(movement: Movement | None) -> None:
    position = replace(standing(P1, weeks=6), movement=movement)
    verdict = review(position, GOOD)
    assert (verdict.verdict, verdict.phase, verdict.supported) == (UP, P2, True)
    assert rules(verdict) == ["all_met", "supported"]
    assert review(supervised(position), GOOD).approval is Approval.TRAINER
    assert not review(standing(P1, weeks=6), GOOD).supported
    assert review(position, replace(GOOD, pain=3)).verdict is HOLD


def test_a_long_stay_is_explained() -> None:
    verdict = review(standing(P2, weeks=6), replace(GOOD, pain=3))
    assert rules(verdict) == ["pain_low", "longest"]


def test_a_new_goal_keeps_the_step_or_goes_to_the_next_lower() -> None:
    kept = review(standing(P2), replace(GOOD, new_goal=Goal.FAT_LOSS))
    assert (kept.verdict, kept.phase, kept.goal) == (UP, P3, Goal.FAT_LOSS)
    lower = review(supervised(standing(P4)), replace(GOOD, new_goal=Goal.PERFORMANCE))
    assert (lower.verdict, lower.phase) == (DOWN, P2)
    assert rules(lower) == ["new_goal"]
    same = review(standing(P2), replace(GOOD, new_goal=Goal.MUSCLE))
    assert (same.verdict, same.goal) == (UP, Goal.MUSCLE)


def test_losing_fat_when_thin_is_refused_and_the_goal_kept() -> None:
    thin = replace(standing(P2), profile=replace(SOUND, height_cm=175, weight_kg=50))
    verdict = review(thin, replace(GOOD, new_goal=Goal.FAT_LOSS))
    assert (verdict.verdict, verdict.goal) == (HOLD, Goal.MUSCLE)
    assert rules(verdict)[0] == "refused_goal"


def test_the_quiet_weeks_end_on_their_day() -> None:
    assert review(replace(standing(P1), no_up_until=TODAY), GOOD).verdict is UP
    late = replace(standing(P1), no_up_until=TODAY + timedelta(days=1))
    assert rules(review(late, GOOD)) == ["quiet_over"]


def test_back_after_a_stop_is_step_1_and_quiet_for_two_weeks() -> None:
    position = replace(standing(P3), phase=None, items=(cleared("sign.dizzy"),))
    verdict = review(position, GOOD)
    assert (verdict.verdict, verdict.phase, verdict.trigger) == (HOLD, P1, None)
    assert "quiet_over" in rules(verdict)
    assert rules(verdict)[-1] == "back"
    nowhen = review(replace(position, items=()), replace(GOOD, today=None))
    assert nowhen.verdict is HOLD


def test_position_week_and_verdict_are_plain_data() -> None:
    position = replace(standing(P3), items=(cleared("sign.dizzy"),))
    verdict = review(position, replace(GOOD, pain=4))
    for value in (position, GOOD, verdict):
        assert msgspec.json.decode(msgspec.json.encode(value), type=type(value)) == value
    assert msgspec.json.decode(b"{}", type=Week) == Week()


def test_nothing_known_of_a_week_holds() -> None:
    verdict = review(standing(P2), Week())
    assert verdict.verdict is HOLD
    assert {"told", "pain_low", "trained_enough", "effort_fits"} <= set(rules(verdict))
