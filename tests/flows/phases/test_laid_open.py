"""What a week opens and joins: items, the goal, a pregnancy, the way back, an act, a start."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.phases import verdict
from flows.phases.after import begin, moved
from flows.phases.groups import body_mass_index
from flows.phases.limits import limits
from flows.phases.opening import UNKNOWN, opened
from flows.phases.outcome import Approval, Outcome
from flows.phases.position import Position, Week
from flows.phases.profile import Condition
from flows.phases.reasons import OURS
from flows.phases.routes import undulates
from flows.phases.signs import Severity, Sign
from flows.phases.telling import note, stand
from flows.steps import Goal
from flows.words import T
from tests.flows.phases.people import (
    CLEAN,
    GOOD,
    INTAKE,
    P1,
    P2,
    P3,
    P5,
    SOUND,
    TODAY,
    cleared,
    standing,
    supervised,
)
from tests.flows.policy import DEFAULT, after, move, place, review

HURT = replace(CLEAN, pain=True)


def with_conditions(*conditions: Condition) -> Position:
    items = tuple(cleared(f"condition.{one}") for one in conditions)
    return replace(standing(P1), profile=replace(SOUND, conditions=conditions), items=items)


def test_pain_in_a_check_stops_whatever_else_was_opened_since() -> None:
    later = replace(cleared("condition.diabetes"), opened=TODAY + timedelta(days=1))
    position = replace(with_conditions(Condition.DIABETES), movement=HURT, items=(later,))
    assert [item.code for item in review(position, GOOD).new_items] == ["pain.test"]
    assert review(position, replace(GOOD, today=None)).verdict is Outcome.STOP


def test_an_open_question_on_conditions_closes_by_an_answer_alone() -> None:
    open_now = (opened(UNKNOWN, Severity.REFER, TODAY),)
    position = replace(standing(P1), items=open_now, profile=replace(SOUND, conditions=None))
    assert review(position, GOOD).verdict is Outcome.STOP
    answered = replace(position, profile=SOUND)
    assert review(answered, GOOD).verdict is Outcome.UP


def codes(position: Position, week: Week) -> list[str]:
    return [limit.code for limit in review(position, week).limits]


def test_a_pregnancy_told_of_joins_the_conditions_once() -> None:
    week = replace(GOOD, pregnant=True)
    known = with_conditions(Condition.HYPERTENSION)
    assert {"short_holds", "no_heat_no_twist"} <= set(codes(known, week))
    assert "condition.hypertension" in [item.code for item in review(known, week).items]
    twice = codes(with_conditions(Condition.PREGNANCY), week)
    assert len(twice) == len(set(twice))
    never_asked = replace(standing(P1), profile=replace(SOUND, conditions=None))
    assert review(never_asked, week).verdict is Outcome.STOP


def test_a_low_weight_keeps_nobody_from_another_goal() -> None:
    thin = replace(SOUND, height_cm=180, weight_kg=50)
    position = replace(standing(P1), profile=thin)
    assert review(position, GOOD).verdict is Outcome.UP
    assert review(position, replace(GOOD, new_goal=Goal.HEALTH)).goal is Goal.HEALTH
    assert review(position, replace(GOOD, new_goal=Goal.FAT_LOSS)).goal is Goal.MUSCLE


def test_the_first_week_back_is_the_first_of_its_step() -> None:
    stopped = replace(standing(P3), phase=None, items=(cleared("sign.dizzy"),))
    later = after(stopped, GOOD, review(stopped, GOOD))
    assert (later.phase, later.weeks_in_phase, later.earned) == (P1, 1, ())


def test_mixed_weeks_go_on_before_the_round_is_over() -> None:
    mixing = replace(standing(P3, Goal.FAT_LOSS, weeks=2), undulating=True, rounds=1)
    assert review(mixing, GOOD).undulating


@pytest.mark.parametrize(("switch", "waits"), [(True, Approval.TRAINER), (False, Approval.NONE)])
def test_a_change_of_level_waits_only_where_the_policy_says_so(
    waits: Approval, *, switch: bool
) -> None:
    rule = replace(DEFAULT, approval=replace(DEFAULT.approval, level_changes=switch))
    assert verdict.review(supervised(standing(P1)), GOOD, rule).approval is waits


def test_a_start_takes_the_first_round_and_its_own_weeks() -> None:
    health = replace(INTAKE, goal=Goal.HEALTH)
    assert place(health).route == (1, 2)
    assert place(replace(health, signs=None)).route == (1, 2)
    assert place(health).stay_weeks == 2
    helped = replace(health, profile=replace(SOUND, supervised=True), start=P2)
    assert (place(helped).phase, place(helped).stay_weeks) == (P2, None)


def test_a_minor_needs_the_trainer_and_the_guardian() -> None:
    young = replace(SOUND, age=17, guardian=True, supervised=True)
    for who, phase in (
        (young, P1),
        (replace(young, supervised=False), None),
        (replace(young, guardian=None), None),
    ):
        assert place(replace(INTAKE, profile=who)).phase is phase


def test_a_weight_without_a_height_is_no_index() -> None:
    assert body_mass_index(replace(SOUND, weight_kg=50)) is None
    assert body_mass_index(replace(SOUND, height_cm=180)) is None


def test_a_trainers_act_mixes_weeks_only_where_the_goal_or_the_round_does() -> None:
    fat_loss = replace(supervised(standing(P2, Goal.FAT_LOSS)), rounds=1)
    assert not move(fat_loss, GOOD, P3).undulating
    assert move(replace(fat_loss, undulating=True), GOOD, P3).undulating
    performance = supervised(standing(P2, Goal.PERFORMANCE))
    assert move(performance, GOOD, P5).undulating
    assert not move(replace(performance, phase=P1), GOOD, P2).undulating


def test_a_trainers_act_says_that_it_was_done_or_why_not() -> None:
    position = supervised(standing(P1))
    assert [why.rule for why in move(position, GOOD, P2).reasons] == ["trainer"]
    assert [why.rule for why in move(position, GOOD, P5).reasons] == ["no_way"]


def test_a_week_that_was_folded_in_counts_once_in_a_trainers_act() -> None:
    hurt = replace(GOOD, pain=3)
    position = replace(supervised(standing(P2)), past=(GOOD, GOOD, hurt))
    assert move(position, hurt, P3).verdict is Outcome.HOLD
    again = replace(position, past=(GOOD, hurt, hurt))
    assert move(again, hurt, P3).verdict is Outcome.STOP


def test_only_mixed_weeks_have_a_rhythm_of_lighter_ones() -> None:
    assert not review(standing(P2, weeks=5), GOOD).lighter_week


def test_who_mixes_weeks_goes_on_mixing() -> None:
    assert undulates(replace(standing(P3, Goal.FAT_LOSS), undulating=True), P3, DEFAULT)
    assert not undulates(standing(P3, Goal.FAT_LOSS), P3, DEFAULT)


def test_a_stop_that_goes_on_keeps_what_is_found_and_wakes_nobody() -> None:
    dizzy = replace(GOOD, signs=(Sign.DIZZY,))
    stopped = after(standing(P3), dizzy, review(standing(P3), dizzy))
    hurt = replace(GOOD, pain=8)
    later = after(stopped, hurt, review(stopped, hurt))
    assert (later.phase, later.no_up_until) == (None, None)
    assert [item.code for item in later.items] == ["sign.dizzy", "pain.high"]


def test_support_is_for_balance_that_was_not_shown() -> None:
    assert not review(standing(P1), GOOD).supported
    assert not review(supervised(standing(P2, weeks=6)), GOOD).supported


def test_a_trainers_act_begins_the_first_week_of_a_step() -> None:
    position = supervised(standing(P1))
    assert moved(position, move(position, GOOD, P2)).weeks_in_phase == 1
    stays = moved(position, move(position, GOOD, P5))
    assert stays.weeks_in_phase == position.weeks_in_phase


def test_a_stop_and_an_act_offer_nothing_else() -> None:
    position = supervised(standing(P1))
    for given in (review(position, replace(GOOD, pain=8)), move(position, GOOD, P2)):
        assert not given.lighter_week
        assert not given.offer_movement
        assert not given.tests_again
        assert not given.supported
        assert not given.new_round
        assert not given.undulating


def test_who_stands_without_a_review_is_held_with_one_reason() -> None:
    given = stand(P2, note("lifted", OURS, T("So.")), DEFAULT)
    assert (given.verdict, given.phase, len(given.reasons)) == (Outcome.HOLD, P2, 1)
    assert not given.undulating
    assert given.earned_kept
    assert given.policy == DEFAULT.version


def test_who_stays_after_an_act_of_a_trainer_counts_from_one_week() -> None:
    fresh = replace(supervised(standing(P1)), weeks_in_phase=0)
    assert moved(fresh, move(fresh, GOOD, P5)).weeks_in_phase == 1


def test_weeks_since_a_move_count_one_by_one() -> None:
    position = replace(standing(P2, weeks=2), weeks_since_move=0)
    for since in (1, 2):
        position = after(position, GOOD, review(position, GOOD))
        assert position.weeks_since_move == since


def test_somebody_just_placed_begins_the_first_week_of_the_first_round() -> None:
    begun = begin(INTAKE, place(INTAKE))
    assert (begun.weeks_in_phase, begun.weeks_since_move, begun.rounds) == (1, None, 0)
    assert (begun.earned, begun.undulating, begun.past) == ((), False, ())
    assert Position(goal=Goal.HEALTH).weeks_in_phase == 0


def test_who_belongs_to_no_group_has_no_limits() -> None:
    assert limits(SOUND, DEFAULT) == ()
    week = replace(SOUND, conditions=(Condition.PREGNANCY,), pregnancy_week=12)
    late = {"not_prone_not_supine", "no_jumps"}
    assert not late & {limit.code for limit in limits(week, DEFAULT)}
    later = replace(week, pregnancy_week=13)
    assert late <= {limit.code for limit in limits(later, DEFAULT)}
