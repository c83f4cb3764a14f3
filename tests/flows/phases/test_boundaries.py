"""Where a number begins to mean something else: at the edge itself, and one before it."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.phases.groups import groups, thin
from flows.phases.items import Clearance, Voucher
from flows.phases.opening import opened
from flows.phases.outcome import Outcome
from flows.phases.position import Position, Week
from flows.phases.profile import Condition
from flows.phases.signs import Severity
from flows.steps import Goal
from flows.words import english
from tests.flows.phases.people import (
    GOOD,
    INTAKE,
    P1,
    P2,
    P3,
    P5,
    SOUND,
    TODAY,
    lately,
    rules,
    standing,
    supervised,
)
from tests.flows.policy import DEFAULT, place, review

PARTS = ("sleep", "stress", "fatigue", "soreness")
RULE = DEFAULT.readiness


def tired(total: int) -> dict[str, int]:
    """Spread a sum over the four questions."""
    each, more = divmod(total, len(PARTS))
    return {part: each + (place < more) for place, part in enumerate(PARTS)}


def told(now: dict[str, object], before: dict[str, object]) -> list[str]:
    position = lately(supervised(standing(P3)), **before)
    return rules(review(position, replace(GOOD, **now)))


@pytest.mark.parametrize(
    ("now", "before", "rule", "found"),
    [
        (tired(RULE.high), {}, "tired", True),
        (tired(RULE.high - 1), {}, "tired", False),
        (tired(RULE.good), {}, "rested", False),
        (tired(RULE.good + 1), {}, "rested", True),
        ({"sessions_done": 1}, {"sessions_done": 1}, "absent", True),
        ({"sessions_done": 2}, {"sessions_done": 1}, "absent", False),
        ({"sessions_done": 1}, {"sessions_done": 2}, "absent", False),
        ({"sessions_done": 3}, {"sessions_done": 3}, "trained_enough", False),
        ({"sessions_done": 2}, {"sessions_done": 3}, "trained_enough", True),
        ({"effort": 9}, {}, "effort_fits", False),
        ({"effort": 9.5}, {}, "effort_fits", True),
        ({"pain": DEFAULT.pain.noted}, {}, "pain_low", False),
        ({"pain": DEFAULT.pain.hold}, {}, "pain_low", True),
        ({"pain": DEFAULT.pain.down - 1}, {}, "pain", False),
        ({"pain": DEFAULT.pain.down}, {}, "pain", True),
        ({"pain": DEFAULT.pain.stop - 1}, {}, "pain.high", False),
        ({"pain": DEFAULT.pain.stop}, {}, "pain.high", True),
        ({"pain": DEFAULT.pain.hold}, {"pain": DEFAULT.pain.hold - 1}, "pain.twice", False),
        ({"pain": DEFAULT.pain.hold}, {"pain": DEFAULT.pain.hold}, "pain.twice", True),
        ({"systolic": DEFAULT.illness.systolic - 1}, {}, "illness.pressure", False),
        ({"systolic": DEFAULT.illness.systolic}, {}, "illness.pressure", True),
        ({"diastolic": DEFAULT.illness.diastolic - 1}, {}, "illness.pressure", False),
        ({"diastolic": DEFAULT.illness.diastolic}, {}, "illness.pressure", True),
        ({"ill_days": DEFAULT.illness.short_days}, {}, "time_off", False),
        ({"ill_days": DEFAULT.illness.short_days + 1}, {}, "time_off", True),
        ({"weeks_off": 0.9}, {}, "time_off", False),
        ({"weeks_off": float(DEFAULT.time_off.lighter)}, {}, "time_off", True),
    ],
)
def test_an_edge_counts_and_one_before_it_does_not(
    now: dict[str, object], before: dict[str, object], rule: str, *, found: bool
) -> None:
    assert (rule in told(now, before)) is found


WORN = tired(RULE.good + 1)


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        ({**WORN, "effort": 7.5, "reps_left": 2}, {**WORN, "effort": 7, "reps_left": 3}, True),
        ({**WORN, "effort": 7, "reps_left": 2}, {**WORN, "effort": 7, "reps_left": 3}, False),
        ({**WORN, "effort": 7.5, "reps_left": 3}, {**WORN, "effort": 7, "reps_left": 3}, False),
        (
            {**tired(RULE.good), "effort": 7.5, "reps_left": 2},
            {**WORN, "effort": 7, "reps_left": 3},
            False,
        ),
        (
            {**WORN, "effort": 7.5, "reps_left": 2},
            {**tired(RULE.good), "effort": 7, "reps_left": 3},
            False,
        ),
    ],
)
def test_overreaching_needs_all_of_it(
    now: dict[str, object], before: dict[str, object], *, found: bool
) -> None:
    assert ("overreached" in told(now, before)) is found


def test_worn_out_twice_leads_down_only_from_the_edge_on() -> None:
    worn = replace(GOOD, **tired(RULE.high))
    for before, outcome in ((RULE.high, Outcome.DOWN), (RULE.high - 1, Outcome.HOLD)):
        position = lately(supervised(standing(P3)), **tired(before))
        assert review(position, worn).verdict is outcome


def climbs(position: Position, week: Week = GOOD) -> bool:
    return review(position, week).verdict is Outcome.UP


@pytest.mark.parametrize(
    ("age", "seconds", "opens"),
    [
        (59, 30, True), (59, 29, False), (60, 20, True), (60, 19, False), (69, 20, True),
        (70, 10, True), (70, 9, False), (79, 10, True), (80, 60, False),
    ],
)  # fmt: skip
def test_seconds_on_one_leg_by_age(age: int, seconds: int, *, opens: bool) -> None:
    position = supervised(standing(P1))
    assert position.movement is not None
    stood = replace(position.movement, single_leg_seconds=seconds)
    who = replace(position.profile, age=age)
    assert climbs(replace(position, profile=who, movement=stood)) is opens


@pytest.mark.parametrize(
    ("change", "opens"),
    [
        ({"weeks_in_phase": DEFAULT.weeks.due}, True),
        ({"weeks_in_phase": DEFAULT.weeks.due - 1}, False),
        ({"weeks_since_move": DEFAULT.weeks.between_moves}, True),
        ({"weeks_since_move": DEFAULT.weeks.between_moves - 1}, False),
        ({"movement_days": DEFAULT.balance.counts_days}, True),
        ({"movement_days": DEFAULT.balance.counts_days + 1}, False),
        ({"no_up_until": GOOD.today}, True),
    ],
)
def test_days_and_weeks_of_a_position(change: dict[str, object], *, opens: bool) -> None:
    assert climbs(replace(standing(P1), **change)) is opens


@pytest.mark.parametrize(
    ("change", "opens"),
    [
        ({"experience_months": DEFAULT.experience.trained}, True),
        ({"experience_months": DEFAULT.experience.trained - 1}, False),
        ({"age": DEFAULT.age.adult, "guardian": True}, True),
        ({"age": DEFAULT.age.adult - 1, "guardian": True}, False),
        ({"height_cm": 200.0, "weight_kg": DEFAULT.body.obese * 4 - 0.4}, True),
        ({"conditions": (Condition.OVERWEIGHT_OBESE,)}, True),
    ],
)
def test_what_a_person_needs_for_step_4(change: dict[str, object], *, opens: bool) -> None:
    position = supervised(standing(P3))
    assert climbs(replace(position, profile=replace(position.profile, **change))) is opens


@pytest.mark.parametrize(("off", "alone"), [(0.0, False), (-0.4, True)])
def test_a_high_body_weight_begins_at_the_edge(off: float, *, alone: bool) -> None:
    """Alone, a high body weight ends on step 2."""
    position = standing(P2)
    weight = DEFAULT.body.obese * 4 + off
    who = replace(position.profile, height_cm=200.0, weight_kg=weight)
    assert climbs(replace(position, profile=who)) is alone


def test_pain_in_a_movement_check_that_was_cleared_stays_cleared() -> None:
    position = supervised(standing(P2))
    assert position.movement is not None
    hurt = replace(position.movement, pain=True)
    tested = TODAY - timedelta(days=7)
    word = Clearance(by=Voucher.TRAINER, given=tested)
    item = replace(opened("pain.test", Severity.STOP, tested), clearance=word)
    stands = replace(position, movement=hurt, movement_days=7)
    assert review(stands, GOOD).verdict is Outcome.STOP
    assert review(replace(stands, items=(item,)), GOOD).verdict is not Outcome.STOP


def test_the_ages_and_weights_of_groups_begin_at_their_edges() -> None:
    adult, heavy = DEFAULT.age.adult, DEFAULT.body.obese
    assert groups(replace(SOUND, age=adult), DEFAULT) == ()
    assert groups(replace(SOUND, age=adult - 1), DEFAULT) == (Condition.YOUTH,)
    assert groups(replace(SOUND, age=DEFAULT.age.older - 1), DEFAULT) == ()
    fits = replace(SOUND, height_cm=200.0, weight_kg=DEFAULT.body.thin * 4)
    assert not thin(fits, DEFAULT)
    assert thin(replace(fits, weight_kg=DEFAULT.body.thin * 4 - 0.1), DEFAULT)
    assert groups(replace(fits, weight_kg=heavy * 4), DEFAULT) == (Condition.OVERWEIGHT_OBESE,)


def test_a_week_off_is_named_as_what_is_missing() -> None:
    verdict = review(supervised(standing(P2)), replace(GOOD, weeks_off=1.0))
    assert "kept_training" in {why.rule for why in verdict.missing}


@pytest.mark.parametrize(("days", "offered"), [(28, False), (29, True)])
def test_an_old_movement_check_is_offered_again(days: int, *, offered: bool) -> None:
    assert days - DEFAULT.balance.offer_days == offered
    position = replace(standing(P1, weeks=2), movement_days=days)
    assert review(position, GOOD).offer_movement is offered


def test_nothing_is_offered_for_the_rhythm_in_the_very_first_week() -> None:
    at_the_end = replace(supervised(standing(P5, Goal.PERFORMANCE)), undulating=True)
    assert not review(replace(at_the_end, weeks_in_phase=0), GOOD).offer_movement
    again = DEFAULT.weeks.reassess
    assert review(replace(at_the_end, weeks_in_phase=again), GOOD).offer_movement


def test_outcomes_are_ordered_strictly() -> None:
    assert not Outcome.UP < Outcome.UP
    assert not Outcome.UP > Outcome.UP
    assert Outcome.UP >= Outcome.UP
    assert Outcome.UP <= Outcome.UP


def test_only_a_trainer_starts_somebody_above_the_first_step() -> None:
    (why,) = place(INTAKE).reasons
    assert english(why.text) == "You start on step 1, for 2 weeks: you have trained before."
