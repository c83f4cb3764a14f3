"""Desks in tests: a gym with a trainer, pings laid on a desk, and what lies there."""

from msgspec.structs import replace

from flows.desk import Desk, Lying
from flows.deskwork import HoursTold
from flows.gym import Gym
from flows.hours import Hours
from flows.news import PingRaised
from flows.people import Role
from flows.person import Client, link
from flows.ties import Ping
from flows.words import T
from tests.flows.people import MIA, TOM, assessed, gym, joins
from tests.flows.world import World

OFFICE = Hours(zone="UTC", days=(0, 1, 2, 3, 4), start=8, end=18, digest=8)


def staffed() -> World:
    """Make a gym with a trainer, and a client who was just assessed: Monday, 9 o'clock."""
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    return world


def quiet() -> World:
    """Make the same gym with a trainer who has office hours, and nothing left to do."""
    world = staffed()
    world.tells("desk:2", HoursTold(hours=OFFICE))
    world.taps(TOM, "Seen")
    return world


def desk(world: World, who: int = TOM) -> Desk:
    found = world.state(f"desk:{who}")
    assert isinstance(found, Desk)
    return found


def lying(world: World, who: int = TOM) -> list[tuple[str, bool]]:
    """Tell the kinds of all pings on a desk, and whether each is still open."""
    return [(one.ping.kind, one.outcome is None) for one in desk(world, who).pings]


def ping(world: World, ident: str) -> Lying:
    return next(one for one in desk(world).pings if one.ping.id == ident)


def client(world: World, who: int = MIA) -> Client:
    found = world.person(who).client
    assert found is not None
    return found


def changes(world: World, who: int = MIA, **changed: object) -> None:
    """Put something else into somebody's training."""
    person = world.person(who)
    assert person.client is not None
    world.states[f"person:{who}"] = replace(person, client=replace(person.client, **changed))


def rings(world: World, kind: str, ident: str = "aaaaaaaa", who: int = MIA) -> None:
    """Lay a ping on the desk, as the client's state would."""
    membership = link(world.person(who), Role.CLIENT)
    assert membership is not None
    one = Ping(
        id=ident,
        kind=kind,
        client=who,
        client_name=world.person(who).name,
        membership=membership.id,
        at=world.now,
        text=(T("What happened, in {kind}.", kind=kind),),
        reason=T("Why, of {kind}.", kind=kind),
    )
    world.tells(f"desk:{membership.trainer}", PingRaised(ping=one))


def the_gym(world: World) -> Gym:
    return next(state for state in world.states.values() if isinstance(state, Gym))


def texts(world: World, who: int = TOM) -> list[str]:
    return [one.text for one in world.screens.get(who, [])]
