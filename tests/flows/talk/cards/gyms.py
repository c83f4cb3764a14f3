"""Gyms with trainers and clients, as the tests of cards need them."""

from flows.steps import Phase
from flows.ties import Member
from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins
from tests.flows.world import Message, World

EVE = 4


def staffed() -> World:
    """Let Gina open a gym, Tom train there, and Mia be his client, not yet assessed."""
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    return world


def trained() -> World:
    """Let Mia finish the assessment as a client of Tom."""
    world = staffed()
    assessed(world)
    return world


def code(world: World) -> str:
    """Find the code of the one gym there is."""
    return next(state for state in world.states if state.startswith("gym:"))


def crowd(world: World, count: int, trainer: int = TOM) -> None:
    """Put more members on the gym's roster than fit a page."""
    roster = world.rosters[code(world)]
    for number in range(count):
        who = 100 + number
        roster[str(who)] = Member(
            id=who,
            name=f"Person {number:02}",
            membership=f"m{number}",
            trainer=trainer,
            trainer_name="Tom",
            phase=Phase(number % 5 + 1),
            since="2026-02-16",
            last_checkin="2026-02-20" if number % 2 else "",
            risk="idle" if number == 7 else "",
        )


def roster(world: World, who: int = TOM) -> Message:
    """Find the live roster on somebody's screen."""
    return next(one for one in reversed(world.screens[who]) if one.slot == "roster")


def card(world: World, client: int = MIA, trainer: int = TOM) -> Message:
    """Find the live card on a trainer's screen."""
    slot = f"card:{client}"
    return next(one for one in reversed(world.screens[trainer]) if one.slot == slot)


def opens(world: World, name: str = "mia", trainer: int = TOM) -> Message:
    """Ask for a client's card by name."""
    world.commands(trainer, f"/client {name}")
    return card(world, trainer=trainer)


__all__ = ["EVE", "GINA", "MIA", "TOM"]
