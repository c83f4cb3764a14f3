"""kill -9 of the real process at random times: the conversation goes on, and nothing is lost."""

import asyncio
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.rulebook import book
from bot.runner import ruled
from bot.sandbox.town import Town
from bot.store.embedded import Engine, open_embedded
from bot.workers.retiming import SETTING

KILLS = 50
PEOPLE = 12
PATIENCE = 20
STARTS, SECONDS = 2, 2.5
"""The longest life, in starts and in seconds: half of the kills meet a bot that still starts."""


class Process:
    """`stairwise run`, again and again on one folder."""

    def __init__(self, town: Town, data: Path) -> None:
        own = {"BOT_TOKEN": town.token, "BOT_API_URL": town.url, "STAIRWISE_DATA": str(data)}
        self._environ = {**os.environ, **own, "LOG_LEVEL": "WARNING"}
        self._data = data
        self._log = data.with_suffix(".log")
        self._lives: list[asyncio.subprocess.Process] = []

    async def start(self) -> asyncio.subprocess.Process:
        with self._log.open("ab") as log:
            life = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"), env=self._environ, stderr=log
            )
        self._lives.append(life)
        return life

    async def bury(self) -> None:
        """End what still lives, also the store's server, which outlives a killed bot."""
        for life in self._lives:
            if life.returncode is None:
                life.kill()
                await life.wait()
        engine = Engine(self._data)
        await engine.start()
        await engine.stop()

    def said(self) -> str:
        return self._log.read_text()


Said = Counter[int]


def heard(town: Town, person: int) -> int:
    return sum(1 for message in town.messages(person) if message["from"]["is_bot"])


async def talk(town: Town, people: list[int], chance: random.Random, said: Said) -> None:
    """Let people say /start now and then, until cancelled."""
    while True:
        person = chance.choice(people)
        town.say(person, "/start")
        said[person] += 1
        await asyncio.sleep(chance.uniform(0.01, 0.5))


async def starting(process: Process, town: Town) -> float:
    """Live once until the bot turns to Telegram; gives back the seconds it took here and now."""
    begun = time.monotonic()
    life = await process.start()
    await town.until(lambda: bool(town.calls), within=PATIENCE)
    life.kill()
    await life.wait()
    return time.monotonic() - begun


async def killed(process: Process, chance: random.Random, longest: float) -> None:
    """Live several lives, each ended without a warning."""
    for _ in range(KILLS):
        life = await process.start()
        await asyncio.sleep(chance.uniform(0, longest))
        life.kill()
        await life.wait()


async def finished(process: Process, town: Town, said: Said) -> int:
    """Live once more, until everybody is answered; gives back how that life ended."""
    last = town.calls[-1]
    life = await process.start()
    try:
        await town.until(lambda: town.calls[-1] is not last, within=60)
        await town.until(lambda: all(heard(town, p) >= n for p, n in said.items()), within=60)
        await town.until(lambda: not town.world.inbox.pending(), within=60)
    except TimeoutError:
        life.kill()
        raise
    life.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(life.wait(), PATIENCE)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_killed_at_random_times(tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201 - to try it again
    chance = random.Random(seed)
    async with AsyncExitStack() as dying, Town(tmp_path / "town") as town:
        await town.serve()
        await settled_in(tmp_path / "data")
        process, said = Process(town, tmp_path / "data"), Said()
        dying.push_async_callback(process.bury)
        people = [town.add(f"Guest {number}").id for number in range(PEOPLE)]
        longest = min(STARTS * await starting(process, town), SECONDS)
        talking = asyncio.create_task(talk(town, people, chance, said))
        await killed(process, chance, longest)
        talking.cancel()
        assert await finished(process, town, said) == 0
        answers = Said({person: heard(town, person) for person in said})
    assert "Traceback" not in process.said()
    assert answers >= said
    assert answers.total() <= said.total() + KILLS
    assert await revisions(tmp_path / "data", said) == said


async def settled_in(data: Path) -> None:
    """Begin with a store whose timers need no second look: every commit is an update then."""
    store = await open_embedded(data, "808080")
    await store.set_setting(SETTING, ruled(book("")).timers)
    await store.close()


async def revisions(data: Path, people: Said) -> Said:
    store = await open_embedded(data, "808080")
    loaded = {person: await store.load(f"person:{person}") for person in people}
    await store.close()
    return Said({person: found.rev for person, found in loaded.items()})
