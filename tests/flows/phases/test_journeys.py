"""Weeks upon weeks: what holds on every journey over the staircase."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from flows.phases.after import begin
from flows.phases.clearance import clear
from flows.phases.items import Clearance, Voucher
from flows.phases.outcome import Approval, Outcome
from flows.phases.position import Form, Position, Week
from flows.phases.profile import Fault, Movement, Profile
from flows.phases.routes import route
from flows.phases.rules import way
from flows.phases.signs import Sign
from flows.steps import Goal, Phase
from tests.flows.phases.people import (
    GOOD,
    INTAKE,
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
from tests.flows.policy import DEFAULT, after, place, review

small = st.none() | st.integers(1, 7)
weeks = st.builds(
    Week,
    missed=st.booleans(),
    sessions_planned=st.none() | st.integers(0, 5),
    sessions_done=st.none() | st.integers(0, 6),
    effort=st.none() | st.integers(0, 10),
    reps_left=st.none() | st.integers(0, 5),
    form=st.none() | st.sampled_from(Form),
    sleep=small,
    stress=small,
    fatigue=small,
    soreness=small,
    pain=st.none() | st.integers(0, 7),
    signs=st.none() | st.just(()) | st.just((Sign.DIZZY,)),
    ill_days=st.sampled_from((0, 0, 0, 3, 30)),
    weeks_off=st.sampled_from((None, 0.0, 0.0, 1.5, 3.0, 6.0, 10.0, 13.0)),
    new_goal=st.none() | st.sampled_from(Goal),
)
good_weeks = st.just(GOOD)
positions = st.builds(
    lambda phase, goal, weeks, rounds, helped: replace(
        supervised(standing(phase, goal, weeks)) if helped else standing(phase, goal, weeks),
        rounds=rounds,
    ),
    st.sampled_from(Phase),
    st.sampled_from(Goal),
    st.integers(0, 9),
    st.integers(0, 3),
    st.booleans(),
)


def lived(position: Position, story: list[Week]) -> list[tuple[Position, Week]]:
    """Walk a story week by week; whatever opens is cleared by a trainer a week later."""
    walked = []
    for number, week in enumerate(story):
        today = TODAY + timedelta(weeks=number)
        walked.append((position, replace(week, today=today)))
        position = after(position, walked[-1][1], review(*walked[-1]))
        word = Clearance(by=Voucher.TRAINER, given=today + timedelta(days=6))
        for item in position.items:
            position = replace(position, items=clear(position.items, item.code, word))
    return walked


@given(positions, st.lists(weeks | good_weeks, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_journey_ever_leaves_the_staircase(position: Position, story: list[Week]) -> None:
    for stands, week in lived(position, story):
        verdict = review(stands, week)
        here = stands.phase or P1
        assert (verdict.phase is None) is (verdict.verdict is Outcome.STOP)
        assert verdict.reasons
        if verdict.phase is None:
            continue
        steps = route(verdict.goal or stands.goal, stands.rounds, DEFAULT)
        row = way(here, verdict.phase)
        if verdict.phase != here:
            assert row is not None
            assert verdict.trigger is row.trigger
            assert verdict.phase in steps
        assert (verdict.verdict is Outcome.UP) is (verdict.phase > here)
        assert (verdict.verdict is Outcome.DOWN) is (verdict.phase < here)
        assert verdict.approval is Approval.NONE or verdict.verdict is Outcome.UP
        assert max(verdict.mix) <= verdict.phase


@given(positions, st.lists(weeks | good_weeks, min_size=2, max_size=12))
@settings(max_examples=60, deadline=None)
def test_there_is_at_most_one_move_a_week_and_none_up_right_after_one(
    position: Position, story: list[Week]
) -> None:
    for stands, week in lived(position, story):
        next_day = after(stands, week, review(stands, week))
        if next_day.weeks_since_move == 1:
            same_week = replace(next_day, weeks_since_move=0, weeks_in_phase=9)
            assert review(same_week, replace(GOOD, today=week.today)).verdict is not Outcome.UP


movements = st.none() | st.builds(
    Movement,
    knees=st.none() | st.sampled_from(Fault),
    single_leg_seconds=st.none() | st.floats(0, 60),
)
profiles = st.builds(
    Profile,
    age=st.none() | st.integers(18, 99),
    experience_months=st.none() | st.integers(0, 60),
    conditions=st.just(()),
    fell_last_year=st.sampled_from((None, False)),
)


@given(profiles, movements, st.sampled_from(Goal))
@settings(max_examples=80, deadline=None)
def test_nobody_without_a_cap_stays_on_step_1_for_ever(
    profile: Profile, movement: Movement | None, goal: Goal
) -> None:
    intake = replace(INTAKE, goal=goal, profile=profile, movement=movement)
    position = begin(intake, place(intake))
    seen = [stands.phase for stands, _ in lived(position, [GOOD] * (DEFAULT.weeks.longest + 1))]
    assert seen[0] is P1
    assert P2 in seen


def test_a_good_year_of_fat_loss() -> None:
    intake = replace(INTAKE, goal=Goal.FAT_LOSS, profile=replace(SOUND, experience_months=1))
    year = lived(begin(intake, place(intake)), [GOOD] * 30)
    steps = [int(stands.phase or 0) for stands, _ in year]
    assert steps == [*[1] * 4, *[2] * 4, *[3] * 4, *[1] * 4, *[2] * 4, *[3] * 10]
    assert year[-1][0].undulating
    assert year[-1][0].rounds == 1


def test_a_good_year_of_muscle_with_a_trainer_who_approves_at_once() -> None:
    position = supervised(standing(P1, weeks=4))
    steps = []
    for number in range(20):
        week = replace(GOOD, today=TODAY + timedelta(weeks=number))
        steps.append(int(position.phase or 0))
        verdict = replace(review(position, week), approval=Approval.NONE)
        position = after(position, week, verdict)
    assert steps == [1, *[2] * 4, *[3] * 4, *[4] * 4, *[2] * 4, *[3] * 3]
    assert position.earned == (P1, P2, P3)


def test_while_approval_is_awaited_the_client_stays() -> None:
    position = supervised(standing(P3))
    waiting = after(position, GOOD, review(position, GOOD))
    assert (waiting.phase, waiting.weeks_in_phase) == (P3, 5)
    assert waiting.earned == position.earned


def test_a_stop_forgets_what_was_earned_and_the_way_back_is_quiet() -> None:
    position = standing(P2, weeks=5)
    week = replace(GOOD, pain=7)
    stopped = after(position, week, review(position, week))
    assert (stopped.phase, stopped.earned) == (None, ())
    assert review(stopped, GOOD).verdict is Outcome.STOP
    word = Clearance(by=Voucher.SELF, given=TODAY, scope=P4)
    back = replace(stopped, items=clear(stopped.items, "pain.high", word))
    woken = after(back, GOOD, review(back, GOOD))
    assert (woken.phase, woken.no_up_until) == (P1, TODAY + timedelta(days=14))


def test_only_so_many_weeks_are_remembered() -> None:
    position = lived(standing(P2), [GOOD] * 40)[-1][0]
    assert len(position.past) == DEFAULT.weeks.remembered


def test_a_step_earned_twice_is_kept_once() -> None:
    position = replace(standing(P2, Goal.FAT_LOSS), earned=(P1, P2, P3))
    assert after(position, GOOD, review(position, GOOD)).earned == (P1, P2, P3)
    assert P5 not in position.earned
