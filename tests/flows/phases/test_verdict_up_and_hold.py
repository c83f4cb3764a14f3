"""What leads up, and what holds: each rule of the weekly review by itself."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.phases.outcome import Approval, Outcome
from flows.phases.position import Form
from flows.steps import Goal, Phase, Trigger
from flows.words import english
from tests.flows.phases.people import (
    GOOD,
    P1,
    P2,
    P3,
    P4,
    P5,
    SOUND,
    TODAY,
    rules,
    standing,
    supervised,
)
from tests.flows.policy import DEFAULT, review

STOP, DOWN, HOLD, UP = Outcome
TIRED = {"sleep": 5, "stress": 5, "fatigue": 5, "soreness": 5}
WORN = {"sleep": 4, "stress": 3, "fatigue": 4, "soreness": 3}


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
