"""Killed at any call, and started again, the bot goes on as if nothing had happened."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from bot.store.memory import MemoryStore, Place
from bot.store.terms import only_owner
from tests.faults.mortal import Fate, Moment, MortalTransport, mortal_store
from tests.stories.rig import Rig

MANY = 500


class Lived(Struct, frozen=True):
    """What a life, and another after it if it was cut short, left behind."""

    heard: tuple[str, ...]
    document: bytes | None
    rev: int
    answered: bool


async def live(folder: Path, fate: Fate) -> Lived:
    """Let Mia start and tap a forged button, with a bot whose first life has this fate."""
    place = Place()
    fates = [fate, Fate()]

    async def opens() -> Any:
        return mortal_store(MemoryStore(place, only_owner()), fates[0])

    async with Rig(folder, opens) as rig:
        rig.request = lambda: MortalTransport(fates[0])
        mia = await rig.client("Mia")
        rig.town.say(mia.id, "/start")
        first = mia.messages[0]["message_id"]
        query = rig.town.tap(mia.id, first, "q|forged")
        await _or_die(rig, fate)
        if fate.dead.is_set():
            await rig.crash()
            fates.pop(0)
            await rig.opens()
            await rig.settled()
        loaded = await MemoryStore(place).load(f"person:{mia.id}")
        answered = rig.town.query(query).get("answer") is not None
        return Lived(tuple(mia.all_heard()), loaded.document, loaded.rev, answered)


async def _or_die(rig: Rig, fate: Fate) -> None:
    async def work() -> None:
        await rig.opens()
        await rig.settled()

    working, dying = asyncio.create_task(work()), asyncio.create_task(fate.dead.wait())
    done, _ = await asyncio.wait({working, dying}, return_when=asyncio.FIRST_COMPLETED)
    for task in (working, dying):
        task.cancel()
    await asyncio.gather(working, dying, return_exceptions=True)
    if working in done and not fate.dead.is_set():
        working.result()


@pytest.mark.parametrize("moment", list(Moment))
@pytest.mark.timeout(120)
async def test_killed_at_every_call(tmp_path: Path, moment: Moment) -> None:
    twin = await live(tmp_path / "twin", Fate())
    assert twin.rev == 2
    for number in range(MANY):
        fate = Fate(number, moment)
        lived = await live(tmp_path / str(number), fate)
        if number >= len(fate.calls):
            assert "acknowledge chat" in fate.calls
            return
        compare(lived, twin, fate)
    pytest.fail("it makes calls without end")


def compare(lived: Lived, twin: Lived, fate: Fate) -> None:
    """See that the state is the same, and what was heard but for one message that was in doubt."""
    assert (lived.document, lived.rev) == (twin.document, twin.rev), fate.last
    assert lived.answered, fate.last
    assert set(lived.heard) == set(twin.heard), fate.last
    assert len(lived.heard) - len(twin.heard) in ({0, 1} if fate.doubtful else {0}), fate.last
