"""An operator sees how the bot is, in counts; nobody else does."""

from flows.running import Inspected
from flows.words import T
from tests.flows.book import OPERATOR
from tests.flows.people import GINA, MIA, TOM, gym, joins
from tests.flows.world import World


def test_an_operator_sees_counts_and_no_names() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    world.commands(OPERATOR, "/status")
    told = world.last(OPERATOR).text
    assert "People: 4\nGyms: 1\nDesks: 2\nReminders kept: 0" in told
    assert "Waiting to be sent or told: 0" in told
    assert "The store is well." in told
    assert not [name for name in ("Mia", "Tom", "Gina", "My gym") if name in told]


def test_what_is_wrong_with_the_store_is_said() -> None:
    world = World(dangers=(T("its memory is {percent} % full.", percent=81),))
    world.commands(OPERATOR, "/status")
    assert "The store: its memory is 81 % full." in world.last(OPERATOR).text


def test_nobody_else_hears_of_it() -> None:
    world = World()
    gym(world)
    world.commands(GINA, "/status")
    assert "That is for whoever runs this bot." in world.last(GINA).text
    seen = len(world.screens[GINA])
    world.tells("person:3", Inspected(states=(), waiting=0, dangers=()))
    assert len(world.screens[GINA]) == seen
