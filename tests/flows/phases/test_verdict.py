"""Each rule of the weekly review, by itself."""

from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace

from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.policy import DEFAULT
from flows.phases.position import Form, PainKind, Performance, Position, Week
from flows.phases.profile import Condition, Equipment, Fault, Movement
from flows.phases.reasons import OURS
from flows.phases.signs import Sign
from flows.phases.verdict import review
from flows.steps import Goal, Level, Phase, Trigger
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
    standing,
    supervised,
)

STOP, DOWN, HOLD, UP = Outcome
TIRED = {"sleep": 5, "stress": 5, "fatigue": 5, "soreness": 5}
WORN = {"sleep": 4, "stress": 3, "fatigue": 4, "soreness": 3}


def rules(verdict: Verdict) -> list[str]:
    return [reason.rule for reason in verdict.reasons]


def lately(position: Position, **changes: object) -> Position:
    *older, newest = position.past
    return replace(position, past=(*older, replace(newest, **changes)))


@pytest.mark.parametrize(
    ("phase", "goal", "step", "trigger"),
    [
        (P1, Goal.HEALTH, P2, Trigger.ENTER_STRENGTH),
        (P2, Goal.FAT_LOSS, P3, Trigger.CLIMB),
        (P3, Goal.MUSCLE, P4, Trigger.CLIMB),
        (P2, Goal.PERFORMANCE, P5, Trigger.ENTER_POWER),
    ],
)
def test_a_good_block_leads_up(phase: Phase, goal: Goal, step: Phase, trigger: Trigger) -> None:
    verdict = review(supervised(standing(phase, goal)), GOOD)
    assert (verdict.verdict, verdict.phase, verdict.trigger) == (UP, step, trigger)
    assert rules(verdict)[0] == "all_met"
    assert verdict.missing == ()
    assert verdict.policy == DEFAULT.version


def test_approval_waits_for_level_changes_with_a_trainer_and_always_for_4_and_5() -> None:
    assert review(standing(P1), GOOD).approval is Approval.NONE
    assert review(supervised(standing(P1)), GOOD).approval is Approval.TRAINER
    assert review(supervised(standing(P2)), GOOD).approval is Approval.NONE
    assert review(supervised(standing(P3)), GOOD).approval is Approval.TRAINER
    alone = review(standing(P3), GOOD)
    assert (alone.verdict, rules(alone)) == (HOLD, ["has_trainer"])
    assert "invite" in english(alone.reasons[0].text)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"pain": 3}, "pain_low"),
        ({"pain": None}, "pain_low"),
        ({"form": Form.SLIPS}, "form_good"),
        ({"form": None}, "form_good"),
        ({"form": Form.BREAKS}, "form_good"),
        ({"effort": 9}, "effort_fits"),
        ({"effort": None}, "effort_fits"),
        ({"sessions_done": 1}, "trained_enough"),
        ({"sessions_done": None}, "trained_enough"),
        ({"sessions_planned": 0}, "trained_enough"),
        (WORN, "rested"),
        ({"sleep": None}, "rested"),
        ({"missed": True}, "told"),
        ({"signs": None}, "told"),
        ({"ill_days": 5}, "well"),
        ({"weeks_off": None}, "kept_training"),
        ({"today": None}, "screened"),
    ],
)
def test_what_holds(change: dict[str, object], rule: str) -> None:
    verdict = review(standing(P2, Goal.FAT_LOSS), replace(GOOD, **change))
    assert (verdict.verdict, verdict.phase, verdict.trigger) == (HOLD, P2, None)
    assert rules(verdict) == [rule]
    assert [reason.rule for reason in verdict.missing] == [rule]
    told = " ".join(value for _, value in verdict.reasons[0].readings)
    assert None not in change.values() or rule == "told" or "unknown" in told


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"weeks_in_phase": 3}, "long_enough"),
        ({"weeks_since_move": 0}, "not_just_moved"),
        ({"screened": TODAY.replace(year=2025)}, "screened"),
        ({"screened": None}, "screened"),
        ({"no_up_until": TODAY + timedelta(days=1)}, "quiet_over"),
        ({"profile": replace(SOUND, equipment=())}, "allowed"),
    ],
)
def test_what_in_the_position_holds(change: dict[str, object], rule: str) -> None:
    verdict = review(replace(standing(P2, Goal.FAT_LOSS), **change), GOOD)
    assert verdict.verdict is HOLD
    assert rules(verdict)[0] == rule


def test_more_reps_left_than_the_band_never_blocks() -> None:
    assert review(standing(P1), replace(GOOD, reps_left=9)).verdict is UP


def test_pain_worth_a_note_does_not_block() -> None:
    verdict = review(standing(P1), replace(GOOD, pain=2))
    assert verdict.verdict is UP
    assert rules(verdict)[-1] == "pain_noted"


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
    assert verdict.reasons[0].source == OURS
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


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"pain": 6}, ["pain.high"]),
        ({"pain": 1, "pain_kinds": (PainKind.SHARP,)}, ["pain.kind"]),
        ({"signs": (Sign.CHEST, Sign.EDEMA)}, ["sign.chest", "sign.edema"]),
        ({"systolic": 180}, ["illness.pressure"]),
        ({"diastolic": 110}, ["illness.pressure"]),
        ({"chest_fever": True}, ["illness.fever"]),
        ({"health_changed": True}, ["screening.changed"]),
        ({"weeks_off": 12}, ["intake.again"]),
        ({"ill_days": 90}, ["intake.again"]),
    ],
)
def test_what_stops(change: dict[str, object], codes: list[str]) -> None:
    verdict = review(standing(P3), replace(GOOD, **change))
    assert (verdict.verdict, verdict.phase, verdict.level) == (STOP, None, None)
    assert [item.code for item in verdict.new_items] == codes
    assert rules(verdict) == codes
    assert "Clearance pending" in english(verdict.reasons[0].text)


def test_blood_pressure_and_dull_pain_below_the_line_do_not_stop() -> None:
    week = replace(GOOD, systolic=179, diastolic=109, pain=1, pain_kinds=(PainKind.DULL,))
    assert review(standing(P1), week).verdict is UP


def test_pain_of_3_in_two_weeks_stops() -> None:
    twice = review(lately(standing(P2), pain=3), replace(GOOD, pain=3))
    assert [item.code for item in twice.new_items] == ["pain.twice"]
    assert review(lately(standing(P2), pain=None), replace(GOOD, pain=3)).verdict is STOP
    assert review(standing(P2), replace(GOOD, pain=3)).verdict is HOLD
    assert review(replace(standing(P2, weeks=1), past=()), replace(GOOD, pain=3)).verdict is HOLD


def test_a_sign_that_comes_again_opens_its_cleared_item_again() -> None:
    position = replace(standing(P2), items=(cleared("sign.dizzy"),))
    assert review(position, GOOD).verdict is UP
    verdict = review(position, replace(GOOD, signs=(Sign.DIZZY,)))
    assert verdict.verdict is STOP
    assert len(verdict.items) == 1


def test_pain_in_a_movement_check_stops_once_a_check() -> None:
    hurt = replace(standing(P2), movement=replace(CLEAN, pain=True), movement_days=5)
    assert [item.code for item in review(hurt, GOOD).new_items] == ["pain.test"]
    newer = replace(hurt, items=(cleared("pain.test"),))
    assert review(newer, GOOD).verdict is STOP
    assert review(replace(newer, movement_days=40), GOOD).verdict is UP
    assert review(replace(newer, movement_days=None), GOOD).verdict is STOP


def test_a_change_in_health_ends_all_clearances() -> None:
    sick = replace(SOUND, conditions=(Condition.DIABETES,))
    position = replace(standing(P2), profile=sick, items=(cleared("condition.diabetes"),))
    assert review(position, GOOD).verdict is UP
    verdict = review(position, replace(GOOD, health_changed=True))
    assert rules(verdict) == ["condition.diabetes", "screening.changed"]


def test_a_new_condition_stops_and_when_cleared_caps() -> None:
    sick = replace(SOUND, conditions=(Condition.CORONARY,))
    position = replace(standing(P3), profile=sick)
    assert review(position, GOOD).verdict is STOP
    verdict = review(replace(position, items=(cleared("condition.coronary"),)), GOOD)
    assert (verdict.verdict, verdict.phase) == (DOWN, P1)
    assert rules(verdict) == ["cap.coronary"]
    assert "own_pulse_ceiling" in {limit.code for limit in verdict.limits}


def test_pregnancy_stops_holds_and_lowers_by_week() -> None:
    def verdict(week: int | None, *, known: bool) -> Verdict:
        profile = replace(SOUND, conditions=(Condition.PREGNANCY,), pregnancy_week=week)
        items = (cleared("condition.pregnancy"),) if known else ()
        return review(replace(standing(P2), profile=profile, items=items), GOOD)

    assert verdict(8, known=False).verdict is STOP
    assert (verdict(8, known=True).verdict, verdict(8, known=True).phase) == (HOLD, P2)
    assert (verdict(13, known=True).verdict, verdict(13, known=True).phase) == (DOWN, P1)
    assert verdict(None, known=True).phase is P1


def test_a_gap_in_the_equipment_is_stepped_over_downwards() -> None:
    ball = replace(SOUND, equipment=(Equipment.BALL_AND_ROOM,))
    verdict = review(replace(standing(P4), profile=ball), GOOD)
    assert (verdict.verdict, verdict.phase, verdict.trigger) == (DOWN, P2, Trigger.DESCEND)


def test_standing_at_the_cap_names_what_could_change_it() -> None:
    bands = replace(SOUND, equipment=(Equipment.BANDS,))
    verdict = review(replace(standing(P2), profile=bands), GOOD)
    assert verdict.verdict is HOLD
    assert rules(verdict) == ["allowed", "cap.equipment"]
    assert "Dumbbells open step 3" in english(verdict.reasons[-1].text)


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
