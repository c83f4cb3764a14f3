"""The policy's numbers, written out: what people meet on either side of each.

Other tests read the policy, so that they hold for any; these hold what is shipped.
"""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.doors.person import ITEMS
from flows.phases import gates, health, training
from flows.phases.clearance import proof
from flows.phases.groups import groups, thin
from flows.phases.items import Proof
from flows.phases.opening import opened
from flows.phases.outcome import Outcome
from flows.phases.profile import Condition, Fault, Profile
from flows.phases.readings import Facts
from flows.steps import Goal, Phase
from flows.words import english
from tests.flows.phases.people import (
    CLEAN,
    GOOD,
    P1,
    P2,
    P3,
    TODAY,
    lately,
    rules,
    standing,
    supervised,
)
from tests.flows.policy import DEFAULT, after, review


@pytest.mark.parametrize(("phase", "top"), list(zip(Phase, (7, 8, 9, 9, 8), strict=True)))
def test_each_step_has_its_top_of_effort(phase: Phase, top: int) -> None:
    facts = Facts(phase=phase, to=phase, effort=top)
    assert training.effort_fits(facts, DEFAULT)
    assert not training.effort_fits(replace(facts, effort=top + 0.5), DEFAULT)


@pytest.mark.parametrize(
    ("done", "planned", "enough"), [(3, 4, True), (8, 11, False), (5, 7, False)]
)
def test_three_quarters_of_the_sessions_are_enough(
    done: int, planned: int, *, enough: bool
) -> None:
    facts = Facts(phase=P2, to=P3, done=done / planned, lately=done / planned)
    assert training.trained_enough(facts, DEFAULT) is enough
    assert not training.trained_enough(replace(facts, lately=None), DEFAULT)
    assert not training.trained_enough(replace(facts, done=None), DEFAULT)


@pytest.mark.parametrize(("done", "planned", "found"), [(1, 2, False), (6, 13, True)])
def test_two_weeks_under_half_lead_down(done: int, planned: int, *, found: bool) -> None:
    few = {"sessions_done": done, "sessions_planned": planned}
    verdict = review(lately(supervised(standing(P3)), **few), replace(GOOD, **few))
    assert ("absent" in rules(verdict)) is found


def test_the_window_of_a_step_is_two_to_six_weeks() -> None:
    verdict = review(replace(standing(P2, weeks=6), weeks_in_phase=6), replace(GOOD, effort=10))
    (told,) = [english(why.text) for why in verdict.reasons if why.rule == "longest"]
    assert "2 to 6" in told


def test_a_week_after_a_move_the_next_may_come() -> None:
    moved = replace(supervised(standing(P2)), weeks_since_move=1)
    assert review(moved, GOOD).verdict is Outcome.UP
    assert "not_just_moved" in rules(review(replace(moved, weeks_since_move=0), GOOD))


def test_twelve_weeks_are_remembered() -> None:
    position = standing(P1, weeks=12)
    assert len(after(position, GOOD, review(position, GOOD)).past) == 12


@pytest.mark.parametrize(("days", "counts"), [(42, True), (43, False)])
def test_a_movement_check_counts_for_six_weeks(days: int, *, counts: bool) -> None:
    steady = Profile(age=30, fell_last_year=False)
    facts = Facts(phase=P1, to=P2, movement=CLEAN, movement_days=days, profile=steady)
    assert gates.fresh(facts, DEFAULT) is counts
    assert gates.moves_well(facts, DEFAULT) is counts
    assert gates.steady(facts, DEFAULT) is counts
    assert gates.faultless(facts, DEFAULT) is counts
    assert gates.lands_well(facts, DEFAULT) is counts
    assert not gates.fresh(replace(facts, movement=None), DEFAULT)
    assert not gates.fresh(replace(facts, movement_days=None), DEFAULT)


@pytest.mark.parametrize(("hours", "says"), [(24, "you can train again"), (23, "Rest until")])
def test_a_day_without_symptoms_ends_the_rest(hours: int, says: str) -> None:
    facts = Facts(phase=P1, to=P2, ill_days=2, symptom_free_hours=hours)
    assert says in english(health.why_well(facts, DEFAULT).text)


@pytest.mark.parametrize(
    ("age", "found"),
    [
        (17, [Condition.YOUTH]),
        (18, []),
        (64, []),
        (65, [Condition.OLDER_ADULT]),
        (None, [Condition.YOUTH]),
    ],
)
def test_youth_ends_at_eighteen_and_older_age_begins_at_sixty_five(
    age: int | None, found: list[Condition]
) -> None:
    assert list(groups(Profile(age=age), DEFAULT)) == found


def test_weight_over_height_squared_has_two_edges() -> None:
    tall = Profile(age=30, height_cm=200)
    assert thin(replace(tall, weight_kg=73.9), DEFAULT)
    assert not thin(replace(tall, weight_kg=74), DEFAULT)
    assert groups(replace(tall, weight_kg=120), DEFAULT) == (Condition.OVERWEIGHT_OBESE,)
    assert groups(replace(tall, weight_kg=119.9), DEFAULT) == ()


DECLARED = {
    *("condition.hypertension", "condition.diabetes", "condition.osteoporosis"),
    *("condition.arthritis", "condition.cancer", "condition.lung_disease"),
    *("condition.arterial_disease", "condition.low_back_pain"),
    *("screening.joints", "screening.medicines"),
}
ONLY_WRITTEN = {"condition.coronary", "screening.heart", "screening.supervised_only"}


def test_what_clears_an_item_is_as_written() -> None:
    asked = {code: proof(opened(code, ITEMS[code], TODAY), DEFAULT) for code in ITEMS}
    assert {code for code, needs in asked.items() if needs is Proof.DECLARED} == DECLARED
    assert {code for code, needs in asked.items() if needs is Proof.ONLY_WRITTEN} == ONLY_WRITTEN


def test_a_screening_counts_for_twelve_months() -> None:
    facts = Facts(phase=P1, to=P2, today=TODAY, screened=TODAY.replace(year=TODAY.year - 1))
    assert not health.screened(facts, DEFAULT)
    later = TODAY.replace(year=TODAY.year - 1) + timedelta(days=31)
    assert health.screened(replace(facts, screened=later), DEFAULT)


ROUTES = {
    Goal.FAT_LOSS: ((1, 2, 3), (1, 2, 3), 1),
    Goal.MUSCLE: ((1, 2, 3, 4), (1, 2, 3, 4), 2),
    Goal.PERFORMANCE: ((1, 2, 5), (1, 2, 5), 1),
    Goal.STRENGTH: ((1, 2, 3, 4), (1, 2, 3, 4), 2),
    Goal.HEALTH: ((1, 2), (1, 2, 3), 1),
}


@pytest.mark.parametrize("goal", Goal)
def test_the_routes_are_those_of_the_table(goal: Goal) -> None:
    route = DEFAULT.routes[goal]
    assert (route.first, route.later, route.restart) == ROUTES[goal]


def test_a_movement_check_is_told_by_its_faults() -> None:
    assert gates.faults(CLEAN) == "none"
    assert gates.faults(None) == gates.faults(replace(CLEAN, arms=None)) == "unknown"
    seen = replace(CLEAN, knees=Fault.SLIGHT, low_back=Fault.MAJOR)
    assert gates.faults(seen) == "knees slight, low back major"
