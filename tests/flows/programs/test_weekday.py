"""The step of each session of a week: the one stood on, or a mix of those earned."""

from msgspec.structs import replace

from flows.phases.position import Position
from flows.programs.weekday import lighter, phases_of_week, steps_of_week
from flows.programs.weeks import in_turn
from flows.steps import Goal, Phase
from tests.flows.book import BOOK
from tests.flows.programs.building import P1, P2, P3, P4, P5, STRONG

MIXED = Position(
    goal=Goal.FAT_LOSS, phase=P3, profile=STRONG, undulating=True, earned=(P1, P2), rounds=2
)


def week(position: Position, days: int = 3, scope: Phase | None = None) -> list[int]:
    return [int(one) for one in phases_of_week(position, days, BOOK, scope)]


def test_without_a_step_there_is_no_week() -> None:
    assert week(Position(goal=Goal.MUSCLE)) == []


def test_a_week_that_does_not_mix_stays_on_the_step() -> None:
    assert week(replace(MIXED, undulating=False)) == [3, 3, 3]


def test_a_mixed_week_takes_the_steps_of_the_goal_in_turn() -> None:
    assert week(MIXED) == [1, 2, 3]
    assert week(MIXED, days=5) == [1, 2, 3, 1, 2]
    power = replace(MIXED, goal=Goal.PERFORMANCE, phase=P5, earned=(P1, P2))
    assert week(power) == [1, 2, 5]
    strong = replace(MIXED, goal=Goal.MUSCLE, phase=P4, earned=(P1, P2, P3))
    assert week(strong, days=4) == [2, 3, 4, 2]


def test_what_is_not_earned_gives_way_to_the_next_lower_step() -> None:
    assert week(replace(MIXED, earned=(P1,))) == [1, 1, 3]
    assert week(replace(MIXED, earned=())) == [3, 3, 3]
    assert week(replace(MIXED, phase=P2)) == [1, 2, 2]


def test_caps_take_steps_out_of_the_mix() -> None:
    assert week(replace(MIXED, profile=replace(STRONG, equipment=()))) == [1, 2, 2]
    assert week(MIXED, scope=P1) == [1, 1, 1]
    assert week(replace(MIXED, phase=P4, goal=Goal.PERFORMANCE, earned=()), scope=P1) == [1, 1, 1]


def test_a_mixed_week_is_lighter_in_the_rhythm_of_the_policy() -> None:
    weeks = [lighter(replace(MIXED, weeks_in_phase=n), BOOK.policy) for n in range(11)]
    assert [n for n, one in enumerate(weeks) if one] == [5, 10]
    assert not lighter(replace(MIXED, weeks_in_phase=5, undulating=False), BOOK.policy)


def test_a_plan_of_the_steps_of_a_week_has_the_same_turns_as_the_week() -> None:
    for undulating in (False, True):
        for phase in Phase:
            for goal in Goal:
                there = replace(MIXED, undulating=undulating, phase=phase, goal=goal)
                steps = steps_of_week(there, tuple(Phase), BOOK.policy)
                planned = in_turn(goal, steps, 5, BOOK.weeks)
                assert phases_of_week(there, 5, BOOK) == planned
                assert set(planned) <= set(steps)
    assert in_turn(Goal.HEALTH, (), 3, BOOK.weeks) == ()


def test_a_step_that_no_turn_of_the_goal_has_is_trained_all_the_same() -> None:
    assert in_turn(Goal.FAT_LOSS, (P4,), 2, BOOK.weeks) == (P4, P4)
    assert in_turn(Goal.MUSCLE, (P1, P2), 3, BOOK.weeks) == (P2, P2, P2)
