"""News that follows from news, hop after hop, as in a reminder to many."""

from bot.ports import Entry
from bot.store.keys import partition
from flows.codec import Posted, write_posted
from tests.bot.workers.conftest import MIA, NOW, TELL, World

LONG = "hop:" * 50


def link(number: int) -> Entry:
    """Make the next hop of a chain that is long already."""
    body = write_posted(Posted(effect=TELL, state=MIA, rev=1, at=NOW))
    return Entry(f"{LONG}{number}", partition(MIA), f"hop:{MIA}>desk:9", body)


async def test_names_of_events_do_not_grow_with_the_chain_and_stay_the_same(world: World) -> None:
    rival = world.another()
    world.outbox.take((link(1), link(2)))
    rival.take((link(1),))
    await world.outbox.settled()
    await rival.settled()
    names = [event.id for _, event in world.told]
    assert (len(names), len(set(names))) == (3, 2)
    assert max(map(len, names)) < 40
