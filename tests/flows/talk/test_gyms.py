"""Gyms: what the card counts, and who can be reached."""

import pytest

from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins
from tests.flows.world import World

EVE = 4


def busy() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    for who in (MIA, EVE):
        joins(world, who, "client")
        assessed(world, who)
    return world


def remind(world: World, *labels: str) -> None:
    world.commands(GINA, "/remind")
    for label in labels:
        world.taps(GINA, label)


def test_the_card_counts_members_by_step_and_no_more() -> None:
    world = busy()
    for who in range(10, 18):
        joins(world, who, "client")
    for who in range(10, 13):
        assessed(world, who)
    world.commands(GINA, "/gym")
    card = world.last(GINA).text
    assert "Members: 10" in card
    assert "Step 1, stabilization endurance: 5" in card
    assert "No step now: 5" in card
    assert "Mia" not in card


def test_the_card_of_a_small_gym_counts_nobody_by_step() -> None:
    world = busy()
    world.commands(GINA, "/gym")
    assert "Members: 2" in world.last(GINA).text
    assert "Step" not in world.last(GINA).text


def test_a_blocked_member_is_marked_and_comes_back() -> None:
    world = busy()
    world.blocks(MIA)
    remind(world, "Everybody", "Our template", "Count and preview ✓")
    assert "Send to 1" in world.last(GINA).buttons
    world.commands(MIA, "/start")
    world.taps(GINA, "Do not send")
    remind(world, "Everybody", "Our template", "Count and preview ✓")
    assert "Send to 2" in world.last(GINA).buttons
    world.blocks(MIA)
    world.blocks(MIA, back=True)
    assert world.person(MIA).reachable


@pytest.mark.parametrize("who", [TOM, MIA])
def test_who_runs_no_gym_reads_what_it_is_for_before_one_is_opened(who: int) -> None:
    world = busy()
    world.commands(who, "/gym")
    assert "for those who run a gym" in world.last(who).text
    assert world.person(who).open is None
    world.taps(who, "Open a gym of my own")
    assert "What is your gym called?" in world.last(who).text


def test_who_trains_alone_reads_it_too_and_a_newcomer_begins_at_once() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/gym")
    assert "for those who run a gym" in world.last(MIA).text
    for who, command in ((GINA, "/gym"), (MIA, "/gym new")):
        world.commands(who, command)
        assert "What is your gym called?" in world.last(who).text
