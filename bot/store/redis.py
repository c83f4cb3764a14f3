"""The store in Redis or Valkey: every change of state is one script, and calls share pipelines."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from functools import partial
from typing import Any

from bot.ports import Ack, Change, Conflict, Entry, Loaded, Outcome
from bot.store import scripts
from bot.store.keys import OUTBOX, PARTITIONS, TIMERS, Keys, beside, partition, together
from bot.store.line import Line
from bot.store.scripts import DIGESTS, Word, Words
from bot.store.server import Server, reach
from bot.store.terms import Owner, Terms, ms
from bot.turns import Toll
from flows.words import T, Text

OF_COMMIT = ("doc", "seen", "history", "slots", "parked", "faults", "rows", "revs")


PACED = 0
"""The partition whose server keeps the pace."""
ROOMY = 0.8
FILLING = T("its memory is {percent} % full: give it more before people are turned away.")


class RedisStore:
    """`bot.ports.Store` on a server. Processes that share the server have an owner each."""

    def __init__(
        self, server: Server, bot: str, owner: Owner | None = None, terms: Terms | None = None
    ) -> None:
        self.server = server
        self._keys = Keys(bot)
        self._owner = owner or Owner()
        self._terms = terms or Terms()
        self._writes = Line(server, self._owner.regrip)
        self._reads = Line(server, lambda: None)
        self._swept = ""

    async def load(self, state: str) -> Loaded:
        fields = ("document", "rev", "forgotten")
        found = await self._read("HMGET", *self._keys.of_state(state, "doc"), *fields)
        document, rev, forgotten = found
        return Loaded(document, int(rev or 0), forgotten is not None)

    async def commit(self, change: Change) -> Outcome:
        together(change)
        at = partition(change.state)
        keys = self._keys.of_state(change.state, *OF_COMMIT)
        keys += self._keys.of_partition(at, "states", *TIMERS)
        answer = await self._run("commit", at, keys, scripts.of_change(change, self._terms))
        if answer[0] == b"conflict":
            raise Conflict(change.state)
        return Outcome(answer[0] == b"fresh", scripts.entries(at, answer[1:]))

    async def mark(self, entry: Entry) -> bool:
        return bool(await self._run("mark", entry.partition, [], (entry.id, entry.lane)))

    async def acknowledge(self, ack: Ack) -> tuple[Entry, ...]:
        at = partition(ack.state)
        for entry in (ack.entry, *ack.then):
            beside(entry, at)
        keys = self._keys.of_state(ack.state, "doc", "slots")
        return scripts.entries(at, await self._run("acknowledge", at, keys, scripts.of_ack(ack)))

    async def claim(self, limit: int) -> tuple[Entry, ...]:
        # With a new grip: everything held under the old one, at once.
        grip = self._owner.grip
        which = "due" if self._swept == grip else "all"
        claimed = await self._sweep("claim", (), (limit, which))
        self._swept = grip
        return claimed

    async def renew(self, entries: tuple[Entry, ...]) -> None:
        lanes: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for entry in entries:
            lanes[entry.partition][entry.lane] = None
        await asyncio.gather(
            *(self._run("renew", at, [], (len(held), *held)) for at, held in lanes.items())
        )

    async def ripe(self, now_ms: int, limit: int) -> tuple[Entry, ...]:
        return await self._sweep("ripe", TIMERS, (now_ms, limit))

    async def next_timer(self) -> int | None:
        firsts = await asyncio.gather(
            *(self._read("ZRANGE", key, 0, 0, "WITHSCORES") for key in self._everywhere("timers"))
        )
        return min((int(first[1]) for first in firsts if first), default=None)

    async def waiting(self) -> int:
        counts = (self._read("HLEN", key) for key in self._everywhere("outbox"))
        return sum(map(int, await asyncio.gather(*counts)))

    async def slot(self, state: str, slot: str) -> int | None:
        message = await self._read("HGET", *self._keys.of_state(state, "slots"), slot)
        return None if message is None else int(message)

    async def roster(self, state: str) -> dict[str, bytes]:
        rows = await self._read("HGETALL", *self._keys.of_state(state, "rows"))
        return {key.decode(): value for key, value in rows.items()}

    async def history(self, state: str) -> list[bytes]:
        found = await self._read("XRANGE", *self._keys.of_state(state, "history"), "-", "+")
        return [fields[b"entry"] for _, fields in found]

    async def states(self) -> AsyncIterator[str]:
        for key in self._everywhere("states"):
            for state in await self._read("SMEMBERS", key):
                yield state.decode()

    async def park(self, state: str, update: str, body: bytes, error: str) -> None:
        keys = self._keys.of_state(state, "parked", "faults")
        await self._run("park", partition(state), keys, (update, body, error))

    async def parked(self, state: str) -> list[bytes]:
        return list(await self._read("LRANGE", *self._keys.of_state(state, "parked"), 0, -1))

    async def turn(self, toll: Toll, hold: int = 0) -> float:
        keys = self._keys.of_partition(PACED, "pace")
        return float(await self._run("turn", PACED, keys, scripts.of_toll(toll, hold)))

    async def setting(self, name: str) -> str | None:
        value = await self._read("HGET", self._keys.settings(), name)
        return None if value is None else value.decode()

    async def set_setting(self, name: str, value: str) -> None:
        await self._writes.ask(lambda: ("HSET", self._keys.settings(), name, value))

    async def usage(self) -> float:
        """Say how full the server's memory is, 0 to 1; 0 where there is no limit."""
        return await self.server.usage()

    async def dangers(self) -> tuple[Text, ...]:
        """Tell of settings that lose answers, and of a memory that is nearly full."""
        used = await self.usage()
        full = (T(FILLING.template, percent=int(used * 100)),) if used >= ROOMY else ()
        return (*await self.server.warnings(), *full)

    async def close(self) -> None:
        await self._reads.drain()
        await self._writes.drain()
        await self.server.close()

    def _everywhere(self, name: str) -> list[str]:
        return [key for at in range(PARTITIONS) for key in self._keys.of_partition(at, name)]

    async def _read(self, *words: Word) -> Any:
        return await self._reads.ask(lambda: words)

    async def _run(self, name: str, at: int, keys: Sequence[str], args: Words) -> Any:
        keys = (*self._keys.of_partition(at, *OUTBOX), *keys)
        return await self._writes.ask(partial(self._call, name, keys, args))

    def _call(self, name: str, keys: Sequence[str], args: Words) -> Words:
        holder = (self._owner.name, self._owner.grip, ms(self._terms.lease))
        return ("EVALSHA", DIGESTS[name], len(keys), *keys, *holder, *args)

    async def _sweep(self, name: str, own: Iterable[str], args: Words) -> tuple[Entry, ...]:
        """Run a script on all partitions, in one pipeline."""
        calls = (
            self._run(name, at, self._keys.of_partition(at, *own), args)
            for at in range(PARTITIONS)
        )
        try:
            answers = await asyncio.gather(*calls)
        except BaseException:
            self._owner.regrip()  # what other partitions handed out is not known now
            raise
        return tuple(
            entry for at, answer in enumerate(answers) for entry in scripts.entries(at, answer)
        )


async def connect(
    url: str, bot: str, owner: Owner | None = None, terms: Terms | None = None
) -> RedisStore:
    """Open the store at redis://, rediss://, unix:// or redis+cluster://."""
    return RedisStore(await reach(url), bot, owner, terms)
