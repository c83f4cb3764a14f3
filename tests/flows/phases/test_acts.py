"""What a trainer may do, what is shown first, and what nobody may override."""

import pytest
from msgspec.structs import replace

from flows.phases.after import moved
from flows.phases.outcome import Approval, Outcome
from flows.phases.position import Form, Week
from flows.phases.profile import Condition, Equipment, Fault
from flows.phases.signs import Sign
from flows.steps import Goal, Phase, Trigger
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
    standing,
    supervised,
)
from tests.flows.policy import after, move, review

STOP, DOWN, HOLD, UP = Outcome
CLIENT = supervised(standing(P1, weeks=1))


@pytest.mark.parametrize(
    ("phase", "to", "trigger"),
    [
        (P1, P2, Trigger.ENTER_STRENGTH),
        (P1, P3, Trigger.ENTER_STRENGTH),
        (P1, P4, Trigger.ENTER_STRENGTH),
        (P2, P4, Trigger.CLIMB),
        (P3, P5, Trigger.ENTER_POWER),
        (P4, P2, Trigger.DESCEND),
        (P5, P1, Trigger.RETURN_TO_STABILIZATION),
    ],
)
def test_a_trainer_moves_a_client(phase: Phase, to: Phase, trigger: Trigger) -> None:
    verdict = move(supervised(standing(phase)), GOOD, to)
    assert (verdict.phase, verdict.trigger, verdict.approval) == (to, trigger, Approval.NONE)
    assert verdict.verdict is (UP if to > phase else DOWN)


def test_what_is_passed_over_is_shown_first() -> None:
    tired = replace(GOOD, sleep=7, form=Form.SLIPS)
    faulty = replace(CLIENT, movement=replace(CLEAN, arms=Fault.SLIGHT))
    verdict = move(faulty, tired, P3)
    assert verdict.verdict is UP
    assert [reason.rule for reason in verdict.missing] == [
        "long_enough",
        "rested",
        "form_good",
        "faultless",
    ]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"pain": 3}, "pain_low"),
        ({"pain": None}, "pain_low"),
        ({"signs": None}, "told"),
        ({"ill_days": 3}, "well"),
        ({"weeks_off": 2}, "kept_training"),
        ({"today": None}, "screened"),
    ],
)
def test_a_health_stop_is_not_overridden(change: dict[str, object], rule: str) -> None:
    verdict = move(CLIENT, replace(GOOD, **change), P2)
    assert (verdict.verdict, verdict.phase, verdict.trigger) == (HOLD, P1, None)
    assert rule in [reason.rule for reason in verdict.missing]


def test_an_open_item_stops_any_act_even_downwards() -> None:
    for to in (P1, P4):
        verdict = move(supervised(standing(P3)), replace(GOOD, signs=(Sign.CHEST,)), to)
        assert (verdict.verdict, verdict.phase) == (STOP, None)


def test_nobody_goes_over_a_cap_or_into_a_gap() -> None:
    sick = replace(CLIENT, profile=replace(SOUND, supervised=True, equipment=()))
    verdict = move(sick, GOOD, P3)
    assert (verdict.verdict, verdict.phase) == (HOLD, P1)
    assert verdict.missing[-1].rule == "cap.equipment"
    ball = replace(SOUND, supervised=True, equipment=(Equipment.BALL_AND_ROOM,))
    assert move(replace(standing(P5), profile=ball), GOOD, P4).verdict is HOLD
    expecting = replace(SOUND, supervised=True, conditions=(Condition.PREGNANCY,))
    assert move(replace(CLIENT, profile=expecting), GOOD, P2).verdict is STOP


def test_there_is_no_way_from_1_to_5_nor_to_the_same_step() -> None:
    verdict = move(CLIENT, GOOD, P5)
    assert (verdict.verdict, verdict.phase) == (HOLD, P1)
    assert english(verdict.missing[0].text) == "There is no way from step 1 to step 5."
    assert move(CLIENT, GOOD, P1).verdict is HOLD


def test_lowering_needs_no_answers() -> None:
    assert move(supervised(standing(P4)), Week(today=TODAY), P2).verdict is DOWN


def test_a_reviewed_week_does_not_count_for_two() -> None:
    hurt = replace(GOOD, pain=3)
    before = supervised(standing(P3))
    position = after(before, hurt, review(before, hurt))
    assert move(position, hurt, P2).verdict is Outcome.DOWN


def test_an_act_keeps_undulating_weeks_and_their_mix() -> None:
    position = replace(supervised(standing(P5)), undulating=True)
    verdict = move(position, GOOD, P3)
    assert (verdict.undulating, verdict.mix) == (True, (P1, P2, P3))


def test_an_approved_move_is_folded_in_without_another_week() -> None:
    position = supervised(standing(P3))
    waits = review(position, GOOD)
    assert moved(position, waits).phase is P3
    done = moved(position, move(position, GOOD, P4))
    assert (done.phase, done.weeks_in_phase, done.weeks_since_move) == (P4, 1, 0)
    assert done.past == position.past
    assert P3 in done.earned


def test_approval_into_power_is_awaited_whole_and_then_mixes() -> None:
    position = supervised(standing(P2, Goal.PERFORMANCE))
    waiting = moved(position, review(position, GOOD))
    assert (waiting.phase, waiting.undulating, waiting.earned) == (P2, False, (P1,))
    approved = move(waiting, GOOD, P5)
    assert approved.mix == (P1, P2, P5)
    assert moved(waiting, approved).undulating


def test_an_act_never_lifts_a_stop() -> None:
    stopped = replace(CLIENT, phase=None)
    verdict = move(stopped, GOOD, P1)
    assert verdict.phase is P1
    assert moved(stopped, verdict) == stopped


def test_a_week_that_was_folded_in_is_looked_at_once_and_makes_no_unknown_one() -> None:
    before = replace(CLIENT, weeks_since_move=3)
    kept = after(before, GOOD, review(before, GOOD))
    rules = [[one.rule for one in move(at, GOOD, P2).missing] for at in (before, kept)]
    assert rules[0] == rules[1] == ["long_enough"]
