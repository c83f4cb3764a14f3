"""Each muscle that a movement fault makes too tense or too quiet has its remedy, with no kit."""

import pytest

from flows.programs.kinds import Component, Muscle, Posture
from flows.steps import Phase
from tests.flows.book import BOOK

ALL = tuple(BOOK.library.exercises.values())
UPRIGHT = {Posture.STANDING, Posture.SINGLE_LEG, Posture.SEATED}
TENSE = (
    Muscle.CALVES, Muscle.HAMSTRINGS, Muscle.TFL, Muscle.ADDUCTORS, Muscle.HIP_FLEXORS,
    Muscle.BACK_EXTENSORS, Muscle.LATS, Muscle.ABDOMINALS, Muscle.PECS, Muscle.UPPER_TRAPS,
    Muscle.NECK,
)  # fmt: skip
NEVER_ROLLED = {Muscle.BACK_EXTENSORS, Muscle.ABDOMINALS, Muscle.NECK}
QUIET = (
    Muscle.TIBIALIS, Muscle.GLUTE_MAX, Muscle.GLUTE_MED, Muscle.HAMSTRINGS, Muscle.ABDOMINALS,
    Muscle.BACK_EXTENSORS, Muscle.LOWER_TRAPS, Muscle.RHOMBOIDS, Muscle.REAR_DELTS,
    Muscle.ROTATOR_CUFF, Muscle.NECK_FLEXORS,
)  # fmt: skip
WAKING = {Component.CORE, Component.BALANCE, Component.RESISTANCE}


def has(muscle: Muscle, components: set[Component], phase: int) -> bool:
    return any(
        muscle in one.muscles
        and one.component in components
        and one.posture in UPRIGHT
        and Phase(phase) in one.phases
        and () in one.kit
        for one in ALL
    )


@pytest.mark.parametrize("muscle", TENSE)
def test_a_tense_muscle_is_stretched_standing_or_seated(muscle: Muscle) -> None:
    assert has(muscle, {Component.STATIC}, 1)
    assert has(muscle, {Component.ACTIVE}, 2)


@pytest.mark.parametrize("muscle", sorted(set(TENSE) - NEVER_ROLLED))
def test_a_tense_muscle_is_rolled_standing_or_seated(muscle: Muscle) -> None:
    assert has(muscle, {Component.ROLL}, 1)


def test_the_neck_the_belly_and_the_low_back_are_never_rolled() -> None:
    rolled = {muscle for one in BOOK.library.of(Component.ROLL) for muscle in one.muscles}
    assert not rolled & NEVER_ROLLED


@pytest.mark.parametrize("muscle", QUIET)
@pytest.mark.parametrize("phase", [1, 2])
def test_a_quiet_muscle_is_woken_up_standing_or_seated(muscle: Muscle, phase: int) -> None:
    assert has(muscle, WAKING, phase)
