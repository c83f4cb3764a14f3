"""Cardio: stages, zones and minutes, the pulse or the talk test, and what lowers a day."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from flows.phases.groups import groups
from flows.phases.profile import Condition, Fault, Movement, Profile, Sex
from flows.programs import cardio_rules
from flows.programs.cardio import block
from flows.programs.heart import highest, karvonen, pulse
from flows.programs.need import Need
from flows.programs.norms import norm
from flows.programs.session import Block, Cardio, Section, Span
from flows.programs.stages import stage
from flows.programs.table import TableError
from flows.steps import Goal, Phase
from flows.words import english
from tests.flows.book import BOOK, read

WELL = Profile(age=30, sex=Sex.MALE, experience_months=24, conditions=(), beta_blocker=False)
FIT = Movement(step_test_pulse=80)
NEED = Need(phase=Phase(1), goal=Goal.HEALTH, profile=WELL)


def who(need: Need = NEED, **change: object) -> Need:
    return replace(need, profile=replace(need.profile, **change))


def cardio(need: Need, room: int = 60) -> Cardio:
    found = block(need, BOOK, room).cardio
    assert found is not None
    return found


def said(found: Block) -> str:
    return "\n".join(english(one) for one in found.notes)


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({}, 1),
        ({"phase": Phase(2)}, 2),
        ({"phase": Phase(2), "movement": FIT}, 3),
        ({"phase": Phase(2), "movement": Movement(step_test_pulse=110)}, 2),
        ({"phase": Phase(2), "movement": Movement(step_test_pulse=115)}, 1),
        ({"phase": Phase(5), "movement": FIT}, 3),
        ({"phase": Phase(5), "movement": FIT, "goal": Goal.PERFORMANCE}, 4),
        ({"phase": Phase(2), "profile": replace(WELL, experience_months=2)}, 1),
        ({"phase": Phase(2), "profile": replace(WELL, experience_months=None)}, 1),
        (
            {
                "phase": Phase(5),
                "movement": FIT,
                "goal": Goal.PERFORMANCE,
                "profile": replace(WELL, supervised=True),
            },
            5,
        ),
    ],
)
def test_a_stage_asks_for_step_experience_and_step_test(
    change: dict[str, object], asked: int
) -> None:
    assert stage(replace(NEED, **change), BOOK).stage == asked


def test_a_beginner_goes_steadily_and_a_tenth_longer_each_week() -> None:
    week = [
        sum(cardio(replace(NEED, week=number, place=place)).minutes for place in range(3))
        for number in range(1, 15)
    ]
    assert week[0] == 45
    assert week[-1] == 90
    assert all(old <= new <= old * 1.1 for old, new in pairwise(week))
    assert "Stage 1" in said(block(NEED, BOOK, 60))
    assert (cardio(NEED).rounds, cardio(NEED).zone) == (0, 1)


def test_the_minutes_of_last_week_count_where_they_are_known() -> None:
    known = replace(NEED, week=9, cardio_minutes=60)
    assert [cardio(replace(known, place=place)).minutes for place in range(3)] == [22, 22, 22]
    assert cardio(replace(known, cardio_minutes=0)).minutes == 15
    assert cardio(replace(known, cardio_minutes=600)).minutes == 30


def test_a_stage_up_has_intervals_whose_rests_become_shorter() -> None:
    second = replace(NEED, phase=Phase(2))
    assert [
        (one.rounds, one.work, one.easy)
        for one in (cardio(replace(second, week=week, place=2)) for week in (1, 3, 5, 9))
    ] == [(2, 60, 180), (4, 60, 120), (9, 60, 60), (15, 60, 60)]
    assert "then 2 times 60 seconds harder and 180 seconds easy" in said(block(second, BOOK, 60))
    assert "your step and your experience" in said(block(second, BOOK, 60))
    short = cardio(second, room=12)
    assert (short.minutes, short.rounds, short.zone) == (12, 0, 1)
    assert cardio(second, room=8).rounds == 0


def test_without_minutes_it_says_so() -> None:
    none = block(NEED, BOOK, 4)
    assert none == Block(section=Section.CARDIO, items=(), notes=none.notes)
    assert "No minutes are left for cardio today; 15 on another day" in said(none)


def test_the_pulse_is_a_share_of_the_reserve_or_of_the_maximum() -> None:
    assert highest(25, BOOK.cardio) == 190
    assert karvonen(190, 50, 85) == 169
    assert pulse(1, replace(NEED, resting_pulse=60), BOOK) == Span(111, 135)
    assert pulse(2, replace(NEED, resting_pulse=60), BOOK) == Span(136, 151)
    assert pulse(1, NEED, BOOK) == Span(120, 142)
    assert pulse(2, NEED, BOOK) is None
    assert pulse(4, replace(NEED, resting_pulse=60), BOOK) is None
    assert "About 120 to 142 beats" in said(block(NEED, BOOK, 60))


@pytest.mark.parametrize(
    ("condition", "resting", "told"),
    [
        (Condition.OSTEOPOROSIS, None, Span(75, 122)),
        (Condition.OSTEOPOROSIS, 60, Span(111, 122)),
        (Condition.OSTEOPOROSIS, 95, Span(75, 122)),
        (Condition.CORONARY, 60, None),
        (Condition.LUNG_DISEASE, 60, None),
    ],
)
def test_a_group_bounds_the_pulse(
    condition: Condition, resting: int | None, told: Span | None
) -> None:
    need = replace(who(conditions=(condition,)), resting_pulse=resting)
    assert pulse(1, need, BOOK) == told


@pytest.mark.parametrize(
    "change",
    [
        {"beta_blocker": True},
        {"beta_blocker": None},
        {"age": None},
        {"age": 17},
        {"conditions": None},
    ],
)
def test_a_pulse_that_may_mislead_is_not_named(change: dict[str, object]) -> None:
    need = who(replace(NEED, resting_pulse=60), **change)
    assert cardio(need).pulse is None
    assert "Go by effort and by talking, not by the pulse" in said(block(need, BOOK, 60))


def test_a_zone_without_a_source_for_its_pulse_names_effort_and_talk() -> None:
    second = said(block(replace(NEED, phase=Phase(2)), BOOK, 60))
    assert "Zone 2: effort 5 to 6 of 10; talking becomes a challenge." in second
    assert "beats" not in second


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"lighter": True}, "Easy today"),
        ({"tired": True}, "Easy today"),
        ({"hurts": ("knee",)}, "Easy today"),
        ({"phase": Phase(4)}, "Not harder than zone 1 today: hard cardio stays away"),
        ({"phase": Phase(3)}, "Not harder than zone 2 today: hard cardio stays away"),
        ({"profile": replace(WELL, conditions=(Condition.ARTHRITIS,))}, "zone 1: your health"),
    ],
)
def test_what_lowers_a_day_is_said(change: dict[str, object], why: str) -> None:
    fit = replace(NEED, phase=Phase(2), movement=FIT)
    found = block(replace(fit, **change), BOOK, 60)
    assert why in said(found)
    assert found.cardio is not None
    assert found.cardio.stage < 3
    assert "Stage 3: your step, your experience and your step test" in said(found)


def test_the_last_stage_belongs_to_a_sport() -> None:
    sport = replace(
        who(supervised=True), phase=Phase(5), goal=Goal.PERFORMANCE, movement=FIT, place=0
    )
    assert "small games of your sport" not in said(block(sport, BOOK, 60))
    days = replace(BOOK.cardio, days=BOOK.cardio.days | {Phase(5): 4})
    free = block(sport, replace(BOOK, cardio=days), 60)
    assert "small games of your sport" in said(free)
    assert free.cardio is not None
    assert (free.cardio.zone, free.cardio.work, free.cardio.easy) == (4, 10, 60)


def test_faults_of_the_squat_choose_the_machine() -> None:
    arched = replace(NEED, movement=Movement(low_back=Fault.SLIGHT))
    assert "Rather walk than cycle" in said(block(arched, BOOK, 60))
    turned = replace(NEED, movement=Movement(knees=Fault.MAJOR, low_back=Fault.NONE))
    assert "Walk on the flat" in said(block(turned, BOOK, 60))
    assert "Walk" not in said(block(NEED, BOOK, 60))


@pytest.mark.parametrize(
    ("age", "sex", "pulse", "band"),
    [
        (20, Sex.MALE, 40, "excellent"),
        (20, Sex.MALE, 78, "excellent"),
        (20, Sex.MALE, 79, "good"),
        (40, Sex.MALE, 99, "above_average"),
        (65, Sex.FEMALE, 141, "very_poor"),
        (66, Sex.FEMALE, 100, "good"),
        (20, None, 79, "good"),
        (20, None, 95, "average"),
        (17, Sex.MALE, 79, None),
        (None, Sex.MALE, 79, None),
    ],
)
def test_a_norm_goes_by_age_and_sex_and_not_for_minors(
    age: int | None, sex: Sex | None, pulse: int, band: str | None
) -> None:
    found = norm("step_test", pulse, Profile(age=age, sex=sex), BOOK.norms)
    assert (found.band if found else None) == band
    assert norm("push_ups", pulse, Profile(age=age, sex=sex), BOOK.norms) is None


def test_a_table_of_cardio_that_lacks_a_group_is_refused() -> None:
    stages, zones, days, bounds, rules = map(read, cardio_rules.FILES)
    lacking = "\n".join(bounds.splitlines()[:-1])
    with pytest.raises(TableError, match="a group, a step or a rule of cardio is missing"):
        cardio_rules.parse(stages, zones, days, lacking, rules)


PEOPLE = st.builds(
    Profile,
    age=st.one_of(st.none(), st.integers(16, 90)),
    sex=st.sampled_from([None, *Sex]),
    weight_kg=st.sampled_from([None, 60.0, 130.0]),
    height_cm=st.just(170.0),
    experience_months=st.sampled_from([None, 0, 3, 12, 60]),
    conditions=st.one_of(st.none(), st.lists(st.sampled_from(Condition), max_size=3).map(tuple)),
    beta_blocker=st.sampled_from([None, True, False]),
    supervised=st.booleans(),
)
NEEDS = st.builds(
    Need,
    phase=st.sampled_from(Phase),
    goal=st.sampled_from(Goal),
    profile=PEOPLE,
    movement=st.sampled_from([None, FIT, Movement(step_test_pulse=130)]),
    days=st.integers(2, 6),
    week=st.integers(1, 12),
    lighter=st.booleans(),
    tired=st.booleans(),
    cardio_minutes=st.one_of(st.none(), st.integers(0, 400)),
    resting_pulse=st.one_of(st.none(), st.integers(40, 95)),
)


@given(NEEDS, st.integers(5, 60))
def test_cardio_keeps_to_every_limit(need: Need, room: int) -> None:
    found = cardio(need, room)
    groups_of = groups(need.profile, BOOK.policy)
    assert found.minutes <= room
    assert found.zone <= min([4, *(BOOK.cardio.groups[one].top_zone for one in groups_of)])
    assert found.zone <= BOOK.cardio.days[need.phase]
    if need.phase in {Phase(4), Phase(5)} or need.lighter or need.tired:
        assert found.zone == 1
    if need.profile.beta_blocker is not False or Condition.CORONARY in groups_of:
        assert found.pulse is None
    if found.pulse is not None:
        assert found.pulse.low < found.pulse.high <= 0.9 * highest(16, BOOK.cardio)


@given(NEEDS)
def test_a_week_grows_by_a_tenth_at_most_beyond_its_start(need: Need) -> None:
    first = replace(need, week=1, cardio_minutes=None)
    start = sum(cardio(replace(first, place=one)).minutes for one in range(need.days))
    before = need.cardio_minutes or 0
    now = sum(
        cardio(replace(need, cardio_minutes=before, place=one)).minutes for one in range(need.days)
    )
    assert now <= max(start, before * 1.1)
