"""Sixteen and seventeen: training only with a trainer, from the first link to the last."""

import pytest

from flows.person import Client
from flows.steps import Phase
from tests.flows.people import GINA, HEALTH, INTAKE, MIA, MOVEMENT, TOM, answers, gym, joins, week
from tests.flows.world import World


def young(world: World) -> World:
    if MIA not in world.screens:
        world.commands(MIA, "/start")
        world.taps(MIA, "Begin my assessment")
    world.types(MIA, "17")
    answers(world, MIA, ("Yes", "Yes", "That is right ✓", *INTAKE, *HEALTH, *MOVEMENT))
    return world


def staffed() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    return world


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def linked() -> World:
    world = staffed()
    joins(world, MIA, "client")
    return young(world)


def test_a_minor_who_links_a_trainer_may_train() -> None:
    world = young(staffed())
    assert client(world).position.phase is None
    joins(world, MIA, "client")
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert world.sees(TOM, "Mia finished the assessment")
    assert not world.sees(TOM, "must not train")


@pytest.mark.parametrize("who", [MIA, TOM])
def test_a_minor_stops_as_soon_as_the_trainer_is_gone(who: int) -> None:
    world = linked()
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    week(world)
    world.commands(who, "/unlink")
    world.taps(who, "Leave")
    assert client(world).position.phase is None
    assert "Please link a trainer" in world.last(MIA).text


def test_a_minor_whose_trainer_stops_training_them_stops() -> None:
    world = linked()
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Stop training a client")
    world.taps(TOM, "Stop training Mia")
    assert client(world).position.phase is None


def test_another_trainer_opens_the_way_again_and_nobody_left_the_gym() -> None:
    world = linked()
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave")
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert not world.sees(GINA, "Mia left")
