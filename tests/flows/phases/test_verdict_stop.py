"""What stops, what a clearance leaves, and what bounds."""

import pytest
from msgspec.structs import replace

from flows.phases.outcome import Outcome, Verdict
from flows.phases.position import PainKind
from flows.phases.profile import Condition, Equipment
from flows.phases.signs import Sign
from flows.steps import Trigger
from flows.words import english
from tests.flows.phases.people import (
    CLEAN,
    GOOD,
    P1,
    P2,
    P3,
    P4,
    SOUND,
    cleared,
    lately,
    rules,
    standing,
)
from tests.flows.policy import review

STOP, DOWN, HOLD, UP = Outcome
TIRED = {"sleep": 5, "stress": 5, "fatigue": 5, "soreness": 5}
WORN = {"sleep": 4, "stress": 3, "fatigue": 4, "soreness": 3}


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
