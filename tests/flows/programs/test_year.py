"""The year ahead is lived by the rules, and agrees with the year that the textbook lays out."""

from datetime import timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from flows.phases.position import Position
from flows.phases.profile import Condition, Equipment, Profile
from flows.programs.months import Mode, laid
from flows.programs.plan import PlanWeek
from flows.programs.year import WEEKS, year
from flows.steps import Goal, Phase
from tests.flows.book import BOOK
from tests.flows.phases.people import (
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

WEEKS_A_MONTH = 4


def beginning(goal: Goal, phase: Phase = P1) -> Position:
    return replace(standing(phase, goal, weeks=1), past=())


def of(profile: Profile, goal: Goal = Goal.MUSCLE) -> Position:
    return replace(beginning(goal), profile=profile)


def ahead(position: Position) -> tuple[PlanWeek, ...]:
    return year(position, TODAY, BOOK, lighter=False)


def steps(weeks: tuple[PlanWeek, ...]) -> list[int]:
    """Give the steps of the year, each once for all weeks running."""
    found: list[int] = []
    for week in weeks:
        if not found or found[-1] != week.phase:
            found.append(int(week.phase))
    return found


@pytest.mark.parametrize("goal", Goal)
def test_the_lived_year_is_the_one_of_the_table(goal: Goal) -> None:
    weeks = ahead(supervised(beginning(goal)))
    lived = [weeks[WEEKS_A_MONTH * number] for number in range(12)]
    table = [row for row in BOOK.months if row.goal is goal]
    assert [row.month for row in table] == list(range(1, 13))
    assert [(week.phases, week.undulating) for week in lived] == [
        (row.phases, row.mode is Mode.UNDULATING) for row in table
    ]
    assert [week.textbook for week in lived] == [row.confidence in {"A", "B"} for row in table]


def test_a_year_is_52_weeks_that_end_with_their_check_ins() -> None:
    weeks = ahead(beginning(Goal.HEALTH))
    assert len(weeks) == WEEKS
    assert [week.ends for week in weeks[:3]] == [TODAY + timedelta(days=7 * n) for n in range(3)]
    assert [week.week for week in weeks[:6]] == [1, 2, 3, 4, 1, 2]


def test_the_first_week_is_the_current_one() -> None:
    weeks = year(standing(P2, weeks=3), TODAY, BOOK, lighter=True)
    assert (weeks[0].week, weeks[0].lighter) == (3, True)
    assert (weeks[1].week, weeks[1].lighter) == (4, False)
    assert weeks[2].phase is P3


def test_only_what_was_earned_is_more_than_planned() -> None:
    weeks = ahead(supervised(beginning(Goal.MUSCLE)))
    assert {week.phase for week in weeks if week.earned} == {P1}
    placed = year(replace(standing(P2), goal=Goal.FAT_LOSS, earned=()), TODAY, BOOK, lighter=False)
    assert {week.phase for week in placed if week.earned} == {P1, P2}
    later = ahead(supervised(standing(P3)))
    assert {week.phase for week in later if not week.earned} == {P4}
    assert {week.phase for week in later if week.earned} == {P2, P3}


def test_without_a_trainer_the_plan_stays_below_the_heavy_steps_and_says_why() -> None:
    weeks = ahead(beginning(Goal.MUSCLE))
    assert steps(weeks) == [1, 2, 3]
    holds = [reason.rule for week in weeks for reason in week.holds]
    assert "has_trainer" in holds
    assert not weeks[0].holds


def test_a_way_that_waits_for_a_trainer_is_marked() -> None:
    weeks = ahead(supervised(beginning(Goal.MUSCLE)))
    marked = [(week.phase, week.week) for week in weeks if week.trainer]
    assert marked[:2] == [(P2, 1), (P4, 1)]
    assert (P3, 1) not in marked


def test_months_of_experience_are_waited_for() -> None:
    new = replace(SOUND, experience_months=0, supervised=True)
    first = next(week.ends for week in ahead(of(new)) if week.phase is P4)
    assert first >= TODAY + timedelta(days=6 * 30)


@pytest.mark.parametrize(
    ("have", "top"),
    [((), 2), ((Equipment.BANDS,), 2), ((Equipment.DUMBBELLS,), 3), ((Equipment.BARBELL,), 4)],
)
def test_equipment_cuts_the_year(have: tuple[Equipment, ...], top: int) -> None:
    weeks = ahead(of(replace(SOUND, equipment=have, supervised=True)))
    assert max(week.phase for week in weeks) == top
    assert any(reason.rule == "cap.equipment" for week in weeks for reason in week.holds) is (
        top < P4
    )


def test_a_condition_cuts_the_year() -> None:
    profile = replace(SOUND, conditions=(Condition.CORONARY,), supervised=True)
    sick = replace(of(profile), items=(cleared("condition.coronary"),))
    weeks = ahead(sick)
    assert {week.phase for week in weeks} == {P1}
    assert len(weeks) == WEEKS


def test_a_pregnancy_grows_with_the_plan() -> None:
    profile = replace(
        SOUND, conditions=(Condition.PREGNANCY,), pregnancy_week=8, used_to_training=True
    )
    expecting = replace(
        of(profile), phase=P2, earned=(P1,), items=(cleared("condition.pregnancy"),)
    )
    weeks = ahead(expecting)
    assert weeks[0].phase is P2
    assert {week.phase for week in weeks[8:]} == {P1}


def test_weeks_that_mix_steps_have_lighter_ones_and_re_assessments() -> None:
    weeks = [week for week in ahead(supervised(standing(P5, Goal.PERFORMANCE))) if week.undulating]
    lighter = [number for number, week in enumerate(weeks) if week.lighter]
    assert {b - a for a, b in pairwise(lighter)} == {BOOK.policy.weeks.lighter}
    measured = [week.week for week in weeks if week.reassess]
    assert {week % BOOK.policy.weeks.reassess for week in measured} == {0}
    assert measured


def test_before_another_level_abilities_are_measured_again() -> None:
    weeks = ahead(supervised(beginning(Goal.MUSCLE)))
    assert [week.reassess for week in weeks[:9]] == [False] * 3 + [True] + [False] * 5


def test_the_plan_bends_when_the_client_moves() -> None:
    before, moved = standing(P3), replace(standing(P2), rounds=0)
    assert steps(ahead(supervised(before))) != steps(ahead(supervised(moved)))


def test_quiet_weeks_after_a_stop_are_waited_for() -> None:
    quiet = replace(standing(P1), no_up_until=TODAY + timedelta(days=21))
    assert steps(ahead(quiet)[:3]) == [1]
    assert ahead(quiet)[4].phase is P2


def test_without_a_step_there_is_no_plan() -> None:
    assert ahead(replace(standing(P1), phase=None)) == ()


def test_the_plan_ends_where_the_rules_would_stop() -> None:
    open_item = replace(standing(P1), items=(replace(cleared("pain.high"), clearance=None),))
    assert len(ahead(open_item)) == 1


def test_a_step_that_no_month_lays_out_has_no_textbook() -> None:
    assert laid(BOOK.months, Goal.PERFORMANCE, P3, 0, Mode.LINEAR) is None
    assert not ahead(standing(P3, Goal.PERFORMANCE))[0].textbook


def test_the_same_position_gives_the_same_year() -> None:
    assert ahead(standing(P2)) == ahead(standing(P2))
