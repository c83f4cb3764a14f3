"""What only a trainer's look can open, and what a landing opens."""

import pytest

from flows.person import Client
from flows.phases.outcome import Outcome
from flows.steps import Phase
from flows.talk import stair_texts
from tests.flows.people import (
    GINA,
    GOOD_WEEK,
    INTAKE,
    MIA,
    MOVEMENT,
    TOM,
    answers,
    assessed,
    forces,
    gym,
    joins,
    week,
)
from tests.flows.world import World

FALLEN = tuple("Yes" if one == "No" else one for one in INTAKE)
SPORT = (
    "Perform in sport", *INTAKE[1:8], "Barbell", "Medicine ball", "Room to jump", *INTAKE[9:],
)  # fmt: skip
JUMPED = (
    *MOVEMENT[: MOVEMENT.index("✓ 60 seconds") + 1],
    *("Done, no pain", "No", "Yes"),
    *MOVEMENT[MOVEMENT.index("✓ 60 seconds") + 1 :],
)


def trained(intake: tuple[str, ...]) -> World:
    """Let Mia be assessed in a gym with a trainer."""
    world = World()
    gym(world, GINA)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world, intake=intake)
    return world


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def test_after_a_fall_the_trainer_opens_the_next_step_and_it_stays_open() -> None:
    world = trained(FALLEN)
    for _ in range(3):
        week(world)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    verdict = client(world).verdict
    assert verdict is not None
    assert "cap.fall" in {why.rule for why in verdict.missing}
    world.taps(TOM, "Another step")
    world.taps(TOM, "2 strength endurance")
    world.taps(TOM, "I saw it in person")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    week(world)
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE


def test_a_trainer_chooses_the_first_step_as_far_as_the_assessment_allows() -> None:
    world = trained(INTAKE)
    world.taps(TOM, "Another step")
    world.taps(TOM, "2 strength endurance")
    world.taps(TOM, "I saw it in person")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    assert "Your trainer starts you on step 2" in world.last(MIA).text
    assert "They start on" in world.last(TOM).text
    week(world)
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE


def test_a_trainer_may_take_somebody_back_to_the_first_step() -> None:
    world = trained(INTAKE)
    for label in ("Another step", "2 strength endurance", "I saw it in person"):
        world.taps(TOM, label)
    week(world, told=(*GOOD_WEEK[:8], "4", "Knee", "Done", "None of these", "No", "Send ✓"))
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    for _ in range(4):
        week(world)
    world.taps(TOM, "Approve")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    week(world, told=(*GOOD_WEEK[:8], "3", "Knee", "Done", "None of these", "No", "Send ✓"))
    for label in ("Another step", "1 stabilization endurance", "I saw it in person"):
        world.taps(TOM, label)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def test_a_first_step_that_the_assessment_forbids_is_refused_with_its_reason() -> None:
    world = trained(FALLEN)
    world.taps(TOM, "Another step")
    assert (
        "2 strength endurance: not possible: A fall in the last year: yes" in world.last(TOM).text
    )
    forces(world, 2)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert "Not possible. A fall in the last year: yes" in world.last(TOM).text


@pytest.mark.parametrize("step", [5, 3])
def test_a_first_step_too_high_is_refused_and_another_one_can_be_chosen(step: int) -> None:
    world = trained(INTAKE)
    world.taps(TOM, "Another step")
    forces(world, step)
    assert "Not possible. " in world.last(TOM).text
    assert "Your trainer starts you" not in world.last(TOM).text
    world.taps(TOM, "Another step")
    world.taps(TOM, "2 strength endurance")
    world.taps(TOM, "I saw it in person")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE


def test_a_landing_that_holds_opens_the_power_step() -> None:
    world = trained(SPORT)
    for _ in range(2):
        week(world)
    world.taps(TOM, "Approve")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    for _ in range(4):
        week(world)
    verdict = client(world).verdict
    assert verdict is not None
    assert [why.rule for why in verdict.missing] == ["lands_well"]
    world.taps(MIA, "Movement check now")
    answers(world, MIA, JUMPED)
    verdict = client(world).verdict
    assert verdict is not None
    assert (verdict.verdict, verdict.phase) == (Outcome.UP, Phase.POWER)


def test_a_verdict_that_read_nothing_shows_no_readings() -> None:
    assert stair_texts.readings(None) == ()
