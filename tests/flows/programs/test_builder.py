"""What a session holds and says: doses by the week, limits, faults, wishes, time, loads."""

from datetime import date

import pytest
from msgspec.structs import replace

from flows.phases.profile import Condition, Equipment, Fault
from flows.programs.kinds import Component, Muscle, Part, Pattern, Posture, Trait
from flows.programs.log import Done, Lift, Outing
from flows.programs.need import Wishes
from flows.programs.session import Section, Span, Tempo
from flows.steps import Goal, Phase
from flows.words import english
from tests.flows.book import BOOK
from tests.flows.phases.people import CLEAN
from tests.flows.programs.building import (
    GYM,
    P1,
    P2,
    P3,
    P4,
    P5,
    STRONG,
    block,
    ids,
    lifts,
    need,
    said,
    session,
)
from tests.flows.programs.keeping import exercise, items

LONG = 90


def with_condition(*conditions: Condition, **changes: object) -> object:
    return replace(STRONG, conditions=conditions, **changes)


def test_sets_grow_and_rests_shrink_over_the_weeks_of_the_first_step() -> None:
    weeks = [lifts(need(P1, week=week, minutes=LONG))[0].dose for week in (1, 2, 4, 6)]
    assert [dose.sets for dose in weeks] == [1, 2, 3, 3]
    assert [dose.rest for dose in weeks] == [90, 75, 45, 45]
    assert {dose.reps for dose in weeks} == {Span(12, 20)}


def test_reps_without_a_load_are_a_number_that_grows() -> None:
    core = [block(need(P1, week=week), Section.ACTIVATION).items[0].dose for week in (1, 4)]
    assert [dose.reps for dose in core] == [Span(12, 12), Span(20, 20)]


def test_a_lighter_week_has_the_fewest_sets_and_more_in_reserve() -> None:
    usual, light = (lifts(need(P3, week=4, minutes=LONG, lighter=one))[0] for one in (False, True))
    assert light.dose.sets == 3
    assert usual.dose.left == Span(1, 3)
    assert light.dose.left == Span(3, 3)
    assert "lighter week" in said(light.reasons)
    assert "lighter week" in said(session(need(P3, lighter=True)).notes)


def test_a_goal_chooses_between_the_rests_of_its_step() -> None:
    rests = {
        goal: lifts(need(P4, goal=goal, minutes=LONG))[0].dose.rest
        for goal in (Goal.STRENGTH, Goal.MUSCLE)
    }
    assert rests[Goal.STRENGTH] >= rests[Goal.MUSCLE] >= 180


def test_high_blood_pressure_shortens_holds_and_lifts_and_says_so() -> None:
    person = with_condition(Condition.HYPERTENSION)
    first = lifts(need(P1, profile=person))[0]
    assert first.dose.tempo == Tempo(4, 1, 1, 1)
    assert "high blood pressure" in said(first.reasons)
    assert "NASM CPT 7e ch. 23" in first.source


def test_the_strictest_of_two_conditions_wins() -> None:
    person = with_condition(Condition.ARTHRITIS, Condition.CANCER)
    for item in lifts(need(P2, profile=person)):
        assert item.dose.sets == 1
        assert item.dose.reps == Span(10, 12)
        assert item.dose.percent is None or item.dose.percent.high <= 60


def test_cancer_keeps_the_strength_work_short() -> None:
    person = with_condition(Condition.CANCER)
    assert len(lifts(need(P2, profile=person, week=4, minutes=LONG))) <= 10


def test_lung_disease_rests_long() -> None:
    person = with_condition(Condition.LUNG_DISEASE)
    assert {item.dose.rest for item in lifts(need(P1, profile=person, week=6))} == {90}


def test_nothing_is_rolled_where_rolling_is_forbidden_and_the_session_says_so() -> None:
    person = with_condition(Condition.OSTEOPOROSIS)
    warm = block(need(P1, profile=person), Section.WARM_UP)
    assert "No rolling today: osteoporosis." in said(warm.notes)
    assert "easy walking" in said(warm.notes)
    assert warm.items


def test_lying_down_is_the_last_resort_with_a_high_body_weight() -> None:
    person = replace(STRONG, height_cm=170, weight_kg=120, supervised=True)
    found = [exercise(item) for item in lifts(need(P3, profile=person))]
    assert found
    assert not [one for one in found if one.posture in {Posture.PRONE, Posture.SUPINE}]


def test_late_pregnancy_is_never_on_the_back_or_the_belly() -> None:
    person = with_condition(Condition.PREGNANCY, pregnancy_week=20)
    lying = {Posture.PRONE, Posture.SUPINE}
    found = [exercise(item) for item in items(session(need(P1, profile=person)))]
    assert not [one for one in found if one.posture in lying]


def test_a_fault_is_loosened_and_woken_up() -> None:
    movement = replace(CLEAN, knees=Fault.SLIGHT)
    asked = need(P1, movement=movement)
    rolled = block(asked, Section.WARM_UP).items[0]
    assert Muscle.TFL in exercise(rolled).muscles
    assert "knees that fall in" in said(rolled.reasons)
    woken = block(asked, Section.ACTIVATION).items[0]
    assert {Muscle.GLUTE_MED, Muscle.GLUTE_MAX}.intersection(exercise(woken).muscles)
    assert "knees that fall in" in said(woken.reasons)


def test_the_major_fault_comes_first() -> None:
    movement = replace(CLEAN, feet=Fault.SLIGHT, arms=Fault.MAJOR)
    rolled = block(need(P1, movement=movement), Section.WARM_UP).items[0]
    assert Muscle.LATS in exercise(rolled).muscles


def test_a_place_that_hurts_is_spared() -> None:
    hurt = [exercise(item) for item in items(session(need(P3, hurts=("knee",))))]
    assert not [one for one in hurt if one.pattern in {Pattern.LUNGE, Pattern.JUMP, Pattern.HOP}]


def test_a_day_whose_only_part_hurts_trains_another() -> None:
    asked = need(P3, days=4, place=3, hurts=("shoulder",))
    strength = block(asked, Section.RESISTANCE)
    assert strength.items
    assert "Nothing that your equipment and limits allow for: shoulders." in said(strength.notes)


def test_jumps_wait_for_the_first_weeks_and_for_a_landing_that_was_seen() -> None:
    new = replace(STRONG, experience_months=None)
    early, later = (
        block(need(P1, profile=new, week=week, goal=Goal.HEALTH, minutes=LONG), Section.SKILL)
        for week in (1, 3)
    )
    assert not early.items
    assert "your first weeks of training" in said(early.notes)
    assert later.items
    unseen = block(need(P1, movement=None, minutes=LONG), Section.SKILL)
    assert "a landing that nobody has checked yet" in said(unseen.notes)
    hard = block(need(P1, movement=replace(CLEAN, lands=False), minutes=LONG), Section.SKILL)
    assert "a landing that does not hold" in said(hard.notes)


def test_without_a_landing_that_was_seen_nobody_jumps_anywhere_in_a_session() -> None:
    for phase in (P1, P2):
        for week in (1, 2, 3, 4):
            built = session(need(phase, movement=None, week=week, minutes=LONG))
            assert not [one for one in items(built) if Trait.JUMP in exercise(one).traits]


def test_a_fall_forbids_jumps_until_the_balance_was_judged() -> None:
    fell = replace(STRONG, fell_last_year=True)
    skill = block(need(P1, profile=fell, minutes=LONG), Section.SKILL)
    assert "a fall in the last year" in said(skill.notes)
    steady = block(
        need(P1, profile=fell, movement=replace(CLEAN, steady=True), minutes=LONG), Section.SKILL
    )
    assert "a fall in the last year" not in said(steady.notes)


def test_a_stretch_says_nothing_of_weeks() -> None:
    assert "Week" not in said(block(need(P1), Section.WARM_UP).items[0].reasons)
    assert "Week 1 on this step" in said(lifts(need(P1))[0].reasons)


def test_fewer_sets_for_time_are_told() -> None:
    long, short = (lifts(need(P1, week=4, minutes=minutes))[0] for minutes in (LONG, 30))
    assert (long.dose.sets, short.dose.sets) == (3, 1)
    assert "the time is short" in said(short.reasons)
    assert "the time is short" not in said(long.reasons)


def test_what_is_left_out_for_time_is_said() -> None:
    skill = block(need(P3, week=4, minutes=45), Section.SKILL)
    assert "the time is short" in said(skill.notes)
    assert "the time is short" in said(block(need(P3, minutes=45), Section.CHOICE).notes)
    bare = block(need(P4, minutes=30), Section.ACTIVATION)
    assert said(bare.notes).count("the time is short") == 2


def test_heavy_days_take_turns_where_there_is_no_time_for_all() -> None:
    asked = [need(P4, place=place, minutes=60) for place in range(3)]
    parts = [{exercise(item).part for item in lifts(one)} for one in asked]
    assert set().union(*parts) == {Part.LEGS, Part.CHEST, Part.BACK, Part.SHOULDERS}
    assert "have their turn on the next days" in said(session(asked[0]).notes)
    assert "takes the arms along" in said(session(asked[0]).notes)


def test_fewer_minutes_than_any_session_takes_are_told() -> None:
    found = session(need(P3, minutes=10))
    assert 10 < found.minutes <= 30
    assert f"{found.minutes} minutes at least" in said(found.notes)


def test_main_lifts_stay_for_the_weeks_and_differ_by_the_day() -> None:
    def firsts(place: int, week: int) -> str:
        lately = (tuple(ids(need(P3, place=place, week=1), Section.RESISTANCE)),)
        return ids(need(P3, place=place, week=week, recent=lately), Section.RESISTANCE)[0]

    assert firsts(0, 1) == firsts(0, 2) == firsts(0, 4)
    assert len({firsts(place, 1) for place in range(3)}) == 3


def test_what_goes_beside_is_not_what_was_done_lately() -> None:
    before = ids(need(P3, minutes=LONG), Section.RESISTANCE)
    after = ids(need(P3, minutes=LONG, recent=(tuple(before),)), Section.RESISTANCE)
    assert before[0] == after[0]
    assert before != after


def test_heavy_steps_take_heavy_lifts() -> None:
    found = [exercise(item) for item in lifts(need(P4, minutes=LONG))]
    assert found
    assert all("heavy" in one.traits for one in found)


def test_the_pairs_of_the_book_come_first() -> None:
    found = [item.exercise for item in lifts(need(P2, place=0))]
    pairs = list(zip(found[::2], found[1::2], strict=True))
    assert ("barbell_bench_press", "push_up") in pairs
    assert ("seated_cable_row", "standing_cable_row") in pairs


def test_without_a_partner_a_strong_exercise_stands_alone_and_rests() -> None:
    mates = tuple(
        one.id
        for one in BOOK.library.of(Component.RESISTANCE)
        if one.part is Part.CHEST and one.level == "stabilization"
    )
    found = lifts(need(P2, wishes=Wishes(forbidden=mates), minutes=LONG))
    (alone,) = [item for item in found if exercise(item).part is Part.CHEST]
    assert alone.pair == ""
    assert alone.dose.rest == 60


def test_wishes_are_kept() -> None:
    usual = ids(need(P1), Section.RESISTANCE)
    forbidden = Wishes(forbidden=(usual[0],))
    assert usual[0] not in ids(need(P1, wishes=forbidden), Section.RESISTANCE)
    swapped = Wishes(swaps=((usual[1], "wall_push_up"),), notes=(("wall_push_up", "Slowly."),))
    instead = [i for i in lifts(need(P1, wishes=swapped)) if i.exercise == "wall_push_up"]
    assert [item.note for item in instead] == ["Slowly."]
    assert "as it was settled" in said(instead[0].reasons)


def test_what_is_locked_is_in_every_session_also_in_short_ones() -> None:
    locked = Wishes(locked=("machine_chest_press", "dead_bug", "single_leg_cable_chest_press"))
    for minutes in (30, 60):
        found = session(need(P2, wishes=locked, minutes=minutes, days=4, place=1))
        assert set(locked.locked) <= {item.exercise for item in items(found)}
        assert not [i for i in items(found) if i.exercise in locked.locked and not said(i.reasons)]


def test_a_locked_exercise_that_is_not_allowed_is_said_to_be_left_out() -> None:
    wishes = Wishes(locked=("barbell_squat", "no_such_exercise"))
    found = session(need(P1, wishes=wishes))
    assert "barbell_squat" not in {item.exercise for item in items(found)}
    name = english(BOOK.library.exercises["barbell_squat"].name)
    assert f"{name} was settled for every session" in said(found.notes)


def test_where_everything_of_a_component_was_forbidden_it_says_so() -> None:
    core = tuple(one.id for one in BOOK.library.of(Component.CORE))
    found = block(need(P1, wishes=Wishes(forbidden=core)), Section.ACTIVATION)
    assert "No core work today: nothing is left of what the library has." in said(found.notes)


def test_equipment_that_leaves_a_component_empty_is_named() -> None:
    need_ball = replace(STRONG, equipment=(Equipment.BARBELL,))
    free = [
        one.id
        for one in BOOK.library.of(Component.SPEED)
        if () in one.kit or ("room",) not in one.kit
    ]
    asked = need(P1, profile=need_ball, wishes=Wishes(forbidden=tuple(free)), minutes=LONG)
    assert "your equipment has nothing for it" in said(block(asked, Section.SKILL).notes)


def test_a_known_lift_has_its_weight_and_its_reason() -> None:
    first = lifts(need(P3))[0]
    outing = Outing(
        on=date(2026, 3, 2),
        phase=P3,
        sets=(Done(kg=40, reps=12, left=3),) * 3,
        asked=first.dose.reps,
    )
    known = Lift(exercise=first.exercise, outings=(outing,))
    again = next(i for i in lifts(need(P3, lifts=(known,))) if i.exercise == first.exercise)
    assert again.kg is not None
    assert len(again.reasons) > 2


def test_cardio_takes_the_minutes_that_are_left() -> None:
    found = session(need(P1, week=1, minutes=LONG))
    order = [one.section for one in found.blocks]
    assert order.index(Section.CARDIO) == order.index(Section.COOL_DOWN) - 1
    cardio = block(need(P1, week=1, minutes=LONG), Section.CARDIO).cardio
    assert cardio is not None
    assert found.minutes <= LONG


@pytest.mark.parametrize("phase", [P1, P2, P3, P4, P5])
def test_a_session_has_the_sections_of_the_template(phase: Phase) -> None:
    assert [one.section for one in session(need(phase)).blocks] == list(Section)


def test_a_full_gym_is_what_the_tests_above_train_in() -> None:
    assert Equipment.BALL_AND_ROOM in GYM


def test_a_major_fault_leaves_out_what_it_makes_risky() -> None:
    asked = need(P1, movement=replace(CLEAN, knees=Fault.MAJOR), minutes=LONG)
    traits = {trait for item in items(session(asked)) for trait in exercise(item).traits}
    assert not traits & {Trait.SINGLE_LEG_SQUAT, Trait.DEEP_KNEE, Trait.JUMP}
