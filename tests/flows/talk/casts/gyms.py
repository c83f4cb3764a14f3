"""Gyms whose owner reminds: members by the roster, and a draft with a few taps."""

from msgspec.structs import replace

from flows.broadcast import Broadcast
from flows.gym import Gym
from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins
from tests.flows.world import World

EVE = 4
COUNT = "Count and preview ✓"
AT_NOON = ("✓ Mon 9 Mar 2026", "12:00", "All right ✓")
TEMPLATE = ("Everybody", "Our template", COUNT)


def busy() -> World:
    """Make a gym with a trainer and two clients on step 1."""
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    for who in (MIA, EVE):
        joins(world, who, "client")
        assessed(world, who)
    return world


def crowd(members: int) -> World:
    """Make a gym of many, all of them without a step."""
    world = World()
    gym(world)
    for who in range(100, 100 + members):
        joins(world, who, "client")
    return world


def remind(world: World, *labels: str) -> None:
    world.commands(GINA, "/remind")
    for label in labels:
        world.taps(GINA, label)


def writes(world: World, words: str, to: str = "Everybody") -> None:
    """Draft a reminder in Gina's own words."""
    remind(world, to, "My own words")
    world.types(GINA, words)
    world.taps(GINA, COUNT)


def cast_of(world: World) -> Broadcast:
    """Find the newest reminder."""
    found = [state for state in world.states.values() if isinstance(state, Broadcast)]
    return found[-1]


def put(world: World, cast: Broadcast) -> None:
    """Let a reminder be somewhere on its way, in a gym of Gina's."""
    code = cast.order.gym
    world.states.setdefault(f"gym:{code}", Gym(code=code, name="Iron", owner=GINA))
    world.states[f"broadcast:{cast.code}"] = cast


def zoned(world: World, who: int, zone: str, *, roster: bool = True) -> None:
    """Let a member live elsewhere; the roster may not know yet."""
    person = world.person(who)
    world.states[f"person:{who}"] = replace(person, settings=replace(person.settings, zone=zone))
    for members in world.rosters.values():
        if roster and str(who) in members:
            members[str(who)] = replace(members[str(who)], zone=zone)
