"""Whoever has to be careful still finds enough in the library, with no equipment at all."""

import pytest
from msgspec import Struct

from flows.phases.profile import Condition
from flows.programs.exercise import Exercise
from flows.programs.kinds import Component, Part, Posture, Trait
from flows.steps import Phase
from tests.flows.book import BOOK

ALL = tuple(BOOK.library.exercises.values())
LYING = {Posture.SUPINE, Posture.PRONE}
DOWN = LYING | {Posture.SIDE_LYING, Posture.ALL_FOURS, Posture.KNEELING, Posture.HANGING}
LANDING = {Trait.JUMP, Trait.IMPACT}
STRAIN = {Trait.HOLD, Trait.HEAVY, Trait.GRIP}
BACK = {Trait.LOADED_BENDING, Trait.BENDING, Trait.TWIST, Trait.AXIAL_LOAD}
UNSTEADY = {Trait.HIGH_BALANCE, Trait.SINGLE_LEG_SQUAT}
STRETCHED = {Component.STATIC, Component.DYNAMIC}
TRAINED = {Component.CORE, Component.BALANCE, Component.RESISTANCE}
USUAL = STRETCHED | TRAINED


class Group(Struct, frozen=True):
    """What a group leaves out, up to which phase it goes, and what it trains all the same."""

    name: str
    top: Phase
    traits: frozenset[Trait]
    postures: frozenset[Posture]
    components: frozenset[Component]


def group(
    name: str, top: int, traits: set[Trait], postures: set[Posture], components: set[Component]
) -> Group:
    return Group(name, Phase(top), frozenset(traits), frozenset(postures), frozenset(components))


ROLLED = USUAL | {Component.ROLL}
GROUPS = (
    group(Condition.YOUTH, 2, {Trait.HEAVY}, set(), set(Component) - {Component.ACTIVE}),
    group(Condition.OLDER_ADULT, 2, LANDING | UNSTEADY | {Trait.FLOOR}, set(), ROLLED),
    group(Condition.OVERWEIGHT_OBESE, 2, LANDING | UNSTEADY | {Trait.FLOOR}, DOWN, ROLLED),
    group(Condition.DIABETES, 2, LANDING, set(), USUAL),
    group(Condition.HYPERTENSION, 2, STRAIN | {Trait.HEAD_LOW}, DOWN, ROLLED),
    group(Condition.CORONARY, 1, LANDING | STRAIN | {Trait.HEAD_LOW, Trait.FAST}, DOWN, ROLLED),
    group(Condition.OSTEOPOROSIS, 2, LANDING | BACK | UNSTEADY | {Trait.ROLLING}, set(), USUAL),
    group(
        Condition.ARTHRITIS,
        2,
        LANDING | STRAIN | {Trait.DEEP_KNEE, Trait.WRIST_LOAD, Trait.SINGLE_LEG_SQUAT},
        {Posture.KNEELING, Posture.ALL_FOURS},
        ROLLED,
    ),
    group(Condition.CANCER, 2, LANDING | {Trait.HEAVY, Trait.ROLLING}, set(), USUAL),
    group(Condition.PREGNANCY, 1, LANDING | UNSTEADY | {Trait.TWIST, Trait.HEAVY}, LYING, ROLLED),
    group(Condition.POSTPARTUM, 1, LANDING | {Trait.LOADED_BENDING, Trait.HEAVY}, set(), ROLLED),
    group(Condition.LUNG_DISEASE, 1, LANDING | {Trait.OVERHEAD, Trait.FAST}, DOWN, ROLLED),
    group(Condition.ARTERIAL_DISEASE, 1, LANDING | {Trait.HEAVY, Trait.FAST}, set(), ROLLED),
    group(Condition.LOW_BACK_PAIN, 1, LANDING | BACK | {Trait.HEAVY}, set(), ROLLED),
)


def left(group: Group, phase: Phase) -> tuple[Exercise, ...]:
    return tuple(
        one
        for one in ALL
        if phase in one.phases
        and () in one.kit
        and one.posture not in group.postures
        and group.traits.isdisjoint(one.traits)
    )


def phases(group: Group) -> tuple[Phase, ...]:
    return tuple(phase for phase in Phase if phase <= group.top)


def test_every_group_is_tried() -> None:
    assert {group.name for group in GROUPS} == set(Condition)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_three_of_each_component_remain(group: Group) -> None:
    for phase in phases(group):
        found = left(group, phase)
        for component in group.components:
            assert sum(one.component is component for one in found) >= 3, (phase, component)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_three_for_each_body_part_remain(group: Group) -> None:
    for phase in phases(group):
        found = [one for one in left(group, phase) if one.component is Component.RESISTANCE]
        for part in set(Part) - {Part.TRUNK}:
            assert sum(one.part is part for one in found) >= 3, (phase, part)
