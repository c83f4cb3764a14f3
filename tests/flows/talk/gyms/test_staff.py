"""A trainer's or manager's place at a gym is ended from the gym's side too."""

from flows.people import Role
from flows.person import link
from tests.flows.people import GINA, MIA, TOM, gym, joins
from tests.flows.world import World

MAX = 5


def staffed() -> World:
    world = World()
    gym(world)
    joins(world, MAX, "manager")
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    return world


def test_an_owner_ends_a_trainers_place_and_the_clients_stay() -> None:
    world = staffed()
    world.commands(GINA, "/gym")
    world.taps(GINA, "End somebody's place")
    assert list(world.last(GINA).buttons) == ["Tom (trainer)", f"P{MAX} (manager)"]
    world.taps(GINA, "Tom (trainer)")
    assert world.person(TOM).links == ()
    assert world.sees(TOM, "Gina ended your link to My gym.")
    assert world.sees(GINA, "Done. Tom is told that you ended it.")
    member = link(world.person(MIA), Role.CLIENT)
    assert member is not None
    assert member.trainer is None
    world.sleeps(minutes=1)
    world.taps(GINA, "Tom (trainer)")
    assert "not here any more" in world.last(GINA).text


def test_only_the_owner_ends_a_managers_place() -> None:
    world = staffed()
    manager = world.person(MAX).links[0]
    joins(world, 6, "manager")
    world.commands(6, "/gym")
    world.taps(6, "End somebody's place")
    assert list(world.last(6).buttons) == ["Tom (trainer)"]
    world.forges(6, f"g|{manager.gym}|out{manager.id}")
    assert "not here any more" in world.last(6).text
    assert world.person(MAX).links == (manager,)
    world.forges(GINA, f"g|{manager.gym}|out{manager.id}")
    assert world.person(MAX).links == ()
    assert world.sees(MAX, "Gina ended your link to My gym.")


def test_where_nobody_is_nobody_is_listed() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "End somebody's place")
    assert "Nobody trains or manages here" in world.last(GINA).text
