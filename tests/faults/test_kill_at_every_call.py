"""Killed at any call, and started again, the bot goes on as if nothing had happened."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from bot.ports import Loaded
from bot.sandbox.terms import Upload
from bot.store.memory import MemoryStore
from bot.store.place import Kept, Place
from bot.store.terms import only_owner
from flows.codec import write_state
from tests.faults.mortal import Fate, Moment, MortalTransport, mortal_store, or_dies
from tests.flows.people import assessed
from tests.flows.world import World
from tests.stories.rig import MORNING, Client, Rig

MANY = 500
STRONG = Path("tests/data/exports/strong.csv").read_bytes()


Act = Callable[[Rig, Client], object]


def says(text: str) -> Act:
    return lambda rig, who: rig.town.say(who.id, text)


def presses(place: int) -> Act:
    return lambda _, who: who.presses(place)


def forges(rig: Rig, who: Client) -> object:
    return rig.town.tap(who.id, who.messages[-1]["message_id"], "q|forged")


def passes(hours: int) -> Act:
    return lambda rig, _: rig.clock.push(rig.clock.now() + timedelta(hours=hours))


def attaches(rig: Rig, who: Client) -> object:
    file = Upload(name="strong.csv", type="text/csv", data=STRONG)
    return rig.town.send(who.id, "document", file)


STORIES: dict[str, tuple[Act, ...]] = {
    "a start and a forged tap": (says("/start"), forges),
    "an assessment begun": (says("/start"), *[presses(0)] * 5, says("80 kg"), presses(0)),
    "a nudge by the clock": (says("/start"), presses(0), passes(25), presses(0)),
    "a gym founded": (says("/gym"), says("Iron"), presses(0)),
    "a history brought along": (attaches, presses(0)),
}


def assessed_as(who: int) -> Kept:
    """Give what is kept of somebody who has a step."""
    world = World(now=MORNING)
    assessed(world, who)
    return Kept(document=write_state(world.person(who)), rev=1)


class Lived(Struct, frozen=True):
    """What a life, and another after it if it was cut short, left behind."""

    heard: tuple[str, ...]
    states: dict[str, Loaded]
    history: dict[str, tuple[bytes, ...]]
    answered: bool


async def live(folder: Path, fate: Fate, story: tuple[Act, ...]) -> Lived:
    """Let Mia live through a story, with a bot whose first life has this fate."""
    place = Place()
    fates = [fate, Fate()]

    async def opens() -> Any:
        return mortal_store(MemoryStore(place, only_owner()), fates[0])

    async with Rig(folder, opens) as rig:
        rig.request = lambda: MortalTransport(fates[0])
        mia = await rig.client("Mia")
        if attaches in story:
            place.kept[f"person:{mia.id}"] = assessed_as(mia.id)
        story[0](rig, mia)
        await or_dies(fate, _first(rig))
        for act in story[1:]:
            await _revived(rig, fates)
            act(rig, mia)
            await or_dies(fates[0], rig.settled())
        await _revived(rig, fates)
        store = MemoryStore(place)
        states = {state: await store.load(state) async for state in store.states()}
        history = {state: tuple(place.kept[state].history) for state in states}
        taps = rig.town.world.ledger.table("query").values()
        answered = all("answer" in tap for tap in taps)
        return Lived(tuple(mia.all_heard()), states, history, answered)


async def _revived(rig: Rig, fates: list[Fate]) -> None:
    if fates[0].dead.is_set():
        await rig.crash()
        fates.pop(0)
        await rig.opens()
        await rig.settled()


async def _first(rig: Rig) -> None:
    await rig.opens()
    await rig.settled()


@pytest.fixture(autouse=True)
def _unsalted(monkeypatch: pytest.MonkeyPatch) -> None:
    for maker in ("bot.handlers.salt", "bot.workers.errands.salt"):
        monkeypatch.setattr(maker, lambda: "0" * 32)


@pytest.mark.slow
@pytest.mark.parametrize("moment", list(Moment))
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.timeout(120)
async def test_killed_at_every_call(tmp_path: Path, moment: Moment, story: str) -> None:
    twin = await live(tmp_path / "twin", Fate(), STORIES[story])
    assert twin.states
    assert any(taken(twin)) is (attaches in STORIES[story])
    for number in range(MANY):
        fate = Fate(number, moment)
        lived = await live(tmp_path / str(number), fate, STORIES[story])
        if number >= len(fate.calls):
            assert "acknowledge chat" in fate.calls
            return
        compare(lived, twin, fate)
    pytest.fail("it makes calls without end")


def taken(lived: Lived) -> Iterator[bytes]:
    """Give the records of sessions that were brought along."""
    every = (record for kept in lived.history.values() for record in kept)
    return (record for record in every if b'"what":"session"' in record)


def compare(lived: Lived, twin: Lived, fate: Fate) -> None:
    """See that the state is the same, and what was heard but for one message that was in doubt."""
    assert lived.states == twin.states, fate.last
    assert lived.history == twin.history, fate.last
    assert lived.answered, fate.last
    heard, owed = Counter(lived.heard), Counter(twin.heard)
    assert heard >= owed, fate.last
    assert heard.total() - owed.total() <= fate.doubtful, fate.last
