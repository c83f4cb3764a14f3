"""Who may stand how high, what they must not do, and the words for it."""

import pytest
from msgspec.structs import replace

from flows.phases.caps import GROUP_WORDS, cap, group_cap
from flows.phases.groups import body_mass_index, groups
from flows.phases.limits import LIMITS, limits
from flows.phases.profile import Condition, Equipment, Profile
from flows.phases.reasons import OURS, shown
from flows.steps import Phase
from flows.words import english
from tests.flows.phases.people import CLEAN, P1, P2, P5, SOUND
from tests.flows.policy import DEFAULT


def top(profile: Profile) -> int:
    return cap(profile, DEFAULT, CLEAN, None).phase


@pytest.mark.parametrize(
    ("condition", "alone", "together"),
    [
        (Condition.YOUTH, 2, 2),
        (Condition.OLDER_ADULT, 2, 5),
        (Condition.OVERWEIGHT_OBESE, 2, 5),
        (Condition.DIABETES, 3, 3),
        (Condition.HYPERTENSION, 2, 2),
        (Condition.CORONARY, 1, 1),
        (Condition.OSTEOPOROSIS, 2, 4),
        (Condition.ARTHRITIS, 2, 2),
        (Condition.CANCER, 2, 2),
        (Condition.PREGNANCY, 1, 1),
        (Condition.POSTPARTUM, 1, 1),
        (Condition.LUNG_DISEASE, 1, 1),
        (Condition.ARTERIAL_DISEASE, 1, 1),
        (Condition.LOW_BACK_PAIN, 1, 1),
    ],
)
def test_each_condition_caps(condition: Condition, alone: int, together: int) -> None:
    profile = replace(SOUND, conditions=(condition,))
    assert top(profile) == alone
    assert top(replace(profile, supervised=True)) == together
    assert LIMITS[condition]
    assert english(GROUP_WORDS[condition])


def test_the_lowest_cap_holds_and_all_limits_are_joined() -> None:
    profile = replace(SOUND, conditions=(Condition.DIABETES, Condition.CORONARY))
    assert top(profile) == 1
    codes = {limit.code for limit in limits(profile, DEFAULT)}
    assert {"few_jumps", "own_pulse_ceiling"} <= codes


@pytest.mark.parametrize(("week", "step"), [(1, 2), (12, 2), (13, 1), (None, 1), (0, 1), (60, 1)])
def test_pregnancy_caps_by_week_and_by_habit(week: int | None, step: int) -> None:
    profile = replace(SOUND, conditions=(Condition.PREGNANCY,), pregnancy_week=week)
    assert top(profile) == step
    assert top(replace(profile, used_to_training=None)) == 1


def test_nothing_lying_from_week_13_or_when_unknown() -> None:
    profile = replace(SOUND, conditions=(Condition.PREGNANCY,), pregnancy_week=12)
    assert "not_prone_not_supine" not in {limit.code for limit in limits(profile, DEFAULT)}
    late = limits(replace(profile, pregnancy_week=None), DEFAULT)
    assert {"not_prone_not_supine", "no_jumps"} <= {limit.code for limit in late}


def test_a_medicine_that_changes_the_pulse_is_a_limit() -> None:
    assert "no_pulse" in {
        limit.code for limit in limits(replace(SOUND, beta_blocker=True), DEFAULT)
    }


@pytest.mark.parametrize(
    ("have", "steps"),
    [
        (None, {1, 2}),
        ((), {1, 2}),
        ((Equipment.NONE,), {1, 2}),
        ((Equipment.BANDS,), {1, 2}),
        ((Equipment.DUMBBELLS,), {1, 2, 3}),
        ((Equipment.BALL_AND_ROOM,), {1, 2, 5}),
        ((Equipment.MACHINES,), {1, 2, 3, 4, 5}),
        ((Equipment.BARBELL, Equipment.BANDS), {1, 2, 3, 4, 5}),
    ],
)
def test_equipment(have: tuple[Equipment, ...] | None, steps: set[int]) -> None:
    bounds = cap(replace(SOUND, equipment=have), DEFAULT, CLEAN, None)
    assert bounds.steps == steps
    for missing in set(Phase) - steps:
        (why,) = bounds.against(missing)
        assert why.rule == "cap.equipment"
        assert "barbell" in english(why.text)


def test_a_fall_caps_until_a_trainer_judged_the_balance() -> None:
    fallen = replace(SOUND, fell_last_year=True)
    assert top(fallen) == 1
    assert cap(fallen, DEFAULT, None, None).phase is P1
    assert cap(fallen, DEFAULT, replace(CLEAN, steady=True), None).phase is P5


def test_the_scope_of_a_clearance_caps() -> None:
    bounds = cap(SOUND, DEFAULT, CLEAN, P2)
    assert bounds.phase is P2
    assert [reason.rule for reason in bounds.against(P5)] == ["cap.clearance"]
    assert cap(SOUND, DEFAULT, CLEAN, P5).against(P5) == ()


@pytest.mark.parametrize(
    ("age", "group"),
    [(17, Condition.YOUTH), (None, Condition.YOUTH), (65, Condition.OLDER_ADULT)],
)
def test_groups_by_age(age: int | None, group: Condition) -> None:
    assert groups(replace(SOUND, age=age), DEFAULT) == (group,)


def test_groups_by_weight_and_each_only_once() -> None:
    heavy = replace(SOUND, height_cm=170, weight_kg=100)
    assert groups(heavy, DEFAULT) == (Condition.OVERWEIGHT_OBESE,)
    told = replace(heavy, conditions=(Condition.OVERWEIGHT_OBESE,))
    assert groups(told, DEFAULT) == (Condition.OVERWEIGHT_OBESE,)
    assert body_mass_index(replace(heavy, weight_kg=None)) is None
    assert groups(SOUND, DEFAULT) == ()


def test_a_trainer_is_named_where_one_would_help() -> None:
    older = cap(replace(SOUND, age=70), DEFAULT, CLEAN, None)
    (why,) = older.against(P5)
    assert "with a trainer up to 5" in english(why.text)
    assert why.source == OURS
    (stays,) = cap(replace(SOUND, age=17), DEFAULT, CLEAN, None).against(P5)
    assert "If that changes" in english(stays.text)


def test_group_cap_of_every_condition_is_a_step() -> None:
    assert all(group_cap(condition, SOUND, DEFAULT) in Phase for condition in Condition)


def test_readings_are_shown_plainly() -> None:
    assert [shown(value) for value in (None, True, False, 2.0, 2.5, 3)] == [
        "unknown", "yes", "no", "2", "2.5", "3",
    ]  # fmt: skip
