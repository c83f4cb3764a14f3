"""What stands beside the decision: readings over weeks, bounds that are known, and their keys."""

import pytest
from msgspec.structs import replace

from flows.phases.caps import cap
from flows.phases.case import facts, lay_open
from flows.phases.clearance import proof
from flows.phases.items import Proof
from flows.phases.opening import opened
from flows.phases.outcome import Outcome
from flows.phases.position import Position, Week
from flows.phases.profile import Condition, Equipment
from flows.phases.readings import Facts, mean, share, shares
from flows.phases.reasons import Reason
from flows.phases.signs import Severity
from tests.flows.phases.people import (
    GOOD,
    P1,
    P2,
    P3,
    P4,
    SOUND,
    TODAY,
    cleared,
    rules,
    standing,
    supervised,
)
from tests.flows.policy import DEFAULT, move, review

NOTHING = replace(GOOD, sessions_done=0)


def read(position: Position, week: Week) -> Facts:
    return facts(lay_open(position, week, DEFAULT), P2, DEFAULT)


@pytest.mark.parametrize(("weeks", "done"), [(0, 1.0), (1, 1.0), (2, 0.5)])
def test_weeks_of_another_step_count_for_none(weeks: int, done: float) -> None:
    position = replace(standing(P1), weeks_in_phase=weeks, past=(NOTHING, NOTHING))
    assert read(position, GOOD).done == done


def test_more_than_was_planned_makes_up_for_no_other_week() -> None:
    assert share(replace(GOOD, sessions_done=8)) == 1.0
    assert mean(shares((GOOD, NOTHING))) == 0.5


def test_a_week_without_plan_is_in_no_share_and_one_of_a_single_session_is() -> None:
    free = replace(GOOD, sessions_planned=0, sessions_done=0)
    single = replace(GOOD, sessions_planned=1, sessions_done=0)
    assert mean(shares((GOOD, free))) == 1.0
    assert mean(shares((GOOD, single))) == 0.5
    assert mean(shares((free,))) is None
    assert mean(shares((GOOD, Week()))) == 0.5


@pytest.mark.parametrize(("weeks", "outcome"), [(1, Outcome.HOLD), (2, Outcome.STOP)])
def test_a_week_before_that_nobody_knows_counts_as_the_worse_case(
    weeks: int, outcome: Outcome
) -> None:
    position = replace(standing(P1), weeks_in_phase=weeks, past=())
    assert review(position, replace(GOOD, pain=3)).verdict is outcome


def bound(rule: str, **changes: object) -> Reason:
    (why,) = [
        bound.reason
        for bound in cap(replace(SOUND, **changes), DEFAULT, None, None).bounds
        if bound.reason.rule == rule
    ]
    return why


PREGNANT = {"conditions": (Condition.PREGNANCY,), "used_to_training": True}


@pytest.mark.parametrize(
    ("rule", "who", "key", "threshold"),
    [
        ("cap.pregnancy", {**PREGNANT, "pregnancy_week": 12}, "pregnancy.early_cap", "2"),
        ("cap.pregnancy", {**PREGNANT, "pregnancy_week": 13}, "pregnancy.later_cap", "1"),
        ("cap.equipment", {"equipment": (Equipment.DUMBBELLS,)}, "caps.dumbbells", "3"),
        ("cap.equipment", {"equipment": (Equipment.BANDS,)}, "caps.little_equipment", "2"),
        ("cap.equipment", {"equipment": None}, "caps.little_equipment", "2"),
        ("cap.diabetes", {"conditions": (Condition.DIABETES,)}, "caps.diabetes", "3"),
        ("cap.fall", {"fell_last_year": True}, "caps.fall", "1"),
    ],
)
def test_a_bound_names_its_number(
    rule: str, who: dict[str, object], key: str, threshold: str
) -> None:
    why = bound(rule, **who)
    assert (why.key, why.threshold, why.source) == (key, threshold, DEFAULT.sources[key])


@pytest.mark.parametrize(
    ("have", "said"),
    [
        (None, "unknown"),
        ((), "none"),
        ((Equipment.BANDS, Equipment.DUMBBELLS), "bands, dumbbells"),
    ],
)
def test_equipment_is_read_as_told(have: tuple[Equipment, ...] | None, said: str) -> None:
    why = bound("cap.equipment", equipment=have)
    assert why.readings == (("equipment", said),)
    assert dict(why.text.values)["have"] == said


def test_what_is_known_lowers_although_the_age_is_not() -> None:
    who = replace(SOUND, age=None, conditions=(Condition.HYPERTENSION,))
    position = replace(standing(P3), profile=who, items=(cleared("condition.hypertension"),))
    assert rules(review(position, GOOD)) == ["cap.hypertension"]
    assert review(position, GOOD).phase is P2


def test_a_known_age_under_eighteen_lowers() -> None:
    who = replace(SOUND, age=17, supervised=True, guardian=True)
    verdict = review(replace(standing(P3), profile=who), GOOD)
    assert (verdict.verdict, verdict.phase) == (Outcome.DOWN, P2)


def test_a_trainer_who_moves_somebody_on_has_looked_at_the_balance() -> None:
    fell = supervised(replace(standing(P1), profile=replace(SOUND, fell_last_year=True)))
    assert move(fell, GOOD, P2).verdict is Outcome.UP
    assert move(fell, GOOD, P4).verdict is Outcome.UP
    assert "cap.fall" in [why.rule for why in move(fell, GOOD, P2).missing]


def test_a_condition_with_symptoms_needs_a_written_word() -> None:
    for code, severity, needs in (
        ("condition.diabetes", Severity.REFER, Proof.DECLARED),
        ("condition.diabetes", Severity.STOP, Proof.WRITTEN),
        ("screening.joints", Severity.STOP, Proof.DECLARED),
        ("sign.dizzy", Severity.STOP, Proof.WRITTEN),
    ):
        assert proof(opened(code, severity, TODAY), DEFAULT) is needs


def test_support_is_for_who_goes_up_by_the_weeks_alone() -> None:
    unseen = replace(standing(P1, weeks=6), movement=None, movement_days=None)
    assert review(unseen, GOOD).supported
    assert not review(unseen, replace(GOOD, pain=3)).supported
    assert not review(standing(P1, weeks=6), GOOD).supported
