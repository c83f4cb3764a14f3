"""Where a number begins to mean something else: at the edge itself, and one before it."""

import pytest
from msgspec.structs import replace

from flows.phases.outcome import Outcome
from flows.phases.position import Position, Week
from flows.phases.profile import Condition
from tests.flows.phases.people import GOOD, P1, P2, P3, lately, rules, standing, supervised
from tests.flows.policy import DEFAULT, review

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
