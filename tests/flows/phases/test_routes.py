"""Each goal's way over the staircase, and what is next on it."""

import pytest
from msgspec.structs import replace

from flows.phases.routes import above, aim, below, cut, kept, mix, route, undulates
from flows.steps import Goal, Phase
from tests.flows.phases.people import P1, P2, P3, P4, P5, standing
from tests.flows.policy import DEFAULT


@pytest.mark.parametrize(
    ("goal", "rounds", "steps"),
    [
        (Goal.FAT_LOSS, 0, (1, 2, 3)),
        (Goal.FAT_LOSS, 1, (1, 2, 3)),
        (Goal.MUSCLE, 0, (1, 2, 3, 4)),
        (Goal.PERFORMANCE, 0, (1, 2, 5)),
        (Goal.STRENGTH, 0, (1, 2, 3, 4)),
        (Goal.HEALTH, 0, (1, 2)),
        (Goal.HEALTH, 1, (1, 2, 3)),
    ],
)
def test_the_steps_of_each_goal(goal: Goal, rounds: int, steps: tuple[int, ...]) -> None:
    assert route(goal, rounds, DEFAULT) == steps


@pytest.mark.parametrize(
    ("goal", "rounds", "steps"),
    [
        (Goal.FAT_LOSS, 0, {1: 2, 2: 3, 3: 1, 4: 1}),
        (Goal.FAT_LOSS, 1, {1: 2, 2: 3, 3: None}),
        (Goal.MUSCLE, 0, {1: 2, 2: 3, 3: 4, 4: 2, 5: 2}),
        (Goal.MUSCLE, 3, {1: 2, 2: 3, 3: 4, 4: 2}),
        (Goal.STRENGTH, 0, {4: 2}),
        (Goal.PERFORMANCE, 0, {1: 2, 2: 5, 3: 5, 4: 5, 5: None}),
        (Goal.HEALTH, 0, {1: 2, 2: 1, 3: 1}),
        (Goal.HEALTH, 1, {1: 2, 2: 3, 3: 1}),
    ],
)
def test_what_is_next(goal: Goal, rounds: int, steps: dict[int, int | None]) -> None:
    for phase, following in steps.items():
        position = replace(standing(Phase(phase), goal), rounds=rounds)
        assert aim(position, DEFAULT) == following


def test_somebody_without_a_step_aims_above_step_1() -> None:
    assert aim(replace(standing(P1), phase=None), DEFAULT) is P2


def test_a_route_is_cut_at_the_first_step_that_is_not_allowed() -> None:
    assert cut(route(Goal.MUSCLE, 0, DEFAULT), {P1, P2, P4}) == (P1, P2)
    assert cut(route(Goal.PERFORMANCE, 0, DEFAULT), {P1, P2, P5}) == (P1, P2, P5)


def test_neighbours_on_a_route() -> None:
    assert below(P5, route(Goal.PERFORMANCE, 0, DEFAULT)) is P2
    assert below(P1, route(Goal.MUSCLE, 0, DEFAULT)) is P1
    assert above(P4, route(Goal.MUSCLE, 0, DEFAULT)) is None


@pytest.mark.parametrize(
    ("phase", "goal", "step"),
    [
        (P3, Goal.PERFORMANCE, P2),
        (P5, Goal.MUSCLE, P4),
        (P2, Goal.HEALTH, P2),
        (P4, Goal.FAT_LOSS, P3),
    ],
)
def test_a_changed_goal_keeps_the_step_or_takes_the_next_lower(
    phase: Phase, goal: Goal, step: Phase
) -> None:
    assert kept(phase, route(goal, 0, DEFAULT), Phase) is step


def test_who_undulates_and_when() -> None:
    assert undulates(standing(P5, Goal.PERFORMANCE), P5, DEFAULT)
    assert not undulates(standing(P2, Goal.PERFORMANCE), P2, DEFAULT)
    assert not undulates(standing(P3, Goal.FAT_LOSS), P3, DEFAULT)
    assert undulates(replace(standing(P3, Goal.FAT_LOSS), rounds=1), P3, DEFAULT)
    assert not undulates(standing(P4, Goal.MUSCLE), P4, DEFAULT)
    assert undulates(replace(standing(P1, Goal.FAT_LOSS), undulating=True), P1, DEFAULT)


def test_a_mix_takes_only_earned_steps_up_to_the_state_and_the_cap() -> None:
    position = replace(standing(P5, Goal.PERFORMANCE), earned=(P1, P2, P5))
    assert mix(position, P5, Phase, DEFAULT) == (P1, P2, P5)
    assert mix(position, P2, Phase, DEFAULT) == (P1, P2)
    assert mix(position, P5, {P1, P2}, DEFAULT) == (P1, P2)
    assert mix(replace(position, earned=()), P2, Phase, DEFAULT) == (P2,)


def test_nobody_lands_on_a_heavy_step_they_have_not_worked_up_to() -> None:
    muscle = route(Goal.MUSCLE, 0, DEFAULT)
    assert kept(P5, muscle, (P1, P2, P3)) is P3
    assert kept(P5, muscle, (P1, P2)) is P2
    assert kept(P5, muscle, ()) is P2
