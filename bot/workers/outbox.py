"""The outbox: what was committed is done, in order, and acknowledged; only here anything is sent.

An error that nobody expected is tried again and then set aside, so that one bad entry holds
nobody up. A store that is away is never such an error: everything waits until it is back.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot.ports import Ack, Clock, Conflict, Entry, Store, StoreFull, StoreUnavailable
from bot.workers.errands import Errands, Ways
from bot.workers.lanes import Job, Lanes
from bot.workers.sending import Again, LetGo, Sending, Step, backoff
from flows.codec import Posted
from flows.effects import Fetch, Mail, Pick, Recall, Survey, Tell

log = logging.getLogger(__name__)

TRIES = 5
SWEEP_EVERY = timedelta(seconds=2)
SWEEPS_A_RENEWAL = 5
LANES_A_CLAIM = 16
ENOUGH = 2000
STORE_PAUSE = 1.0
GRACE = 3.0


class Outbox:
    """Does what it is given to do, by the ways it is given."""

    def __init__(self, store: Store, clock: Clock, ways: Ways) -> None:
        self._store = store
        self._clock = clock
        self._sending = Sending(store, clock, ways.send, ways.leave)
        self._errands = Errands(store, clock, self._sending, ways)
        self._lanes = Lanes(self._work)
        # Apart, so that a broadcast or a long wait for Telegram keeps nobody else waiting.
        self._rooms = {
            "mail": asyncio.Semaphore(16),
            "send": asyncio.Semaphore(64),
            "hop": asyncio.Semaphore(32),
            "file": asyncio.Semaphore(8),
        }

    @property
    def counts(self) -> Counter[str]:
        """How often sending ended how: sent, gone, refused, unknown."""
        return self._sending.counts

    def take(self, entries: tuple[Entry, ...]) -> None:
        """Begin with these; returns at once."""
        self._lanes.add(entries)

    def idle(self) -> bool:
        """Say whether nothing is being done, nor waits."""
        return not len(self._lanes)

    async def settled(self) -> None:
        """Return when everything is done, also what followed from it."""
        await self._lanes.settled()

    async def run(self) -> None:
        """Keep what is held, and take over what others left behind; until cancelled."""
        sweeps = 0
        while True:
            try:
                await self._sweep(renew=sweeps % SWEEPS_A_RENEWAL == 0)
            except (StoreUnavailable, StoreFull):
                log.warning("the outbox waits for the store")
                sweeps = 0  # leases first, once it is back
            else:
                sweeps += 1
            await self._clock.wait(SWEEP_EVERY)

    async def close(self) -> None:
        """Begin nothing more and finish what was begun; the rest is for the next process."""
        await self._lanes.close(GRACE)

    async def _sweep(self, *, renew: bool) -> None:
        if renew:
            await self._store.renew(self._lanes.heads())
        if len(self._lanes) < ENOUGH:
            self.take(await self._store.claim(LANES_A_CLAIM))

    async def _work(self, job: Job, lane: Sequence[Job]) -> bool:
        while True:
            match await self._step(job, lane):
                case Ack() as ack:
                    await self._acknowledge(ack)
                    return True
                case LetGo():
                    return False
                case Again(after=after):
                    await self._rest(after)

    async def _step(self, job: Job, lane: Sequence[Job]) -> Step:
        try:
            async with self._rooms[_room(job)]:
                return await self._errands.once(job, lane)
        except (StoreUnavailable, StoreFull, Conflict) as wait:
            log.debug("waiting entry=%s for=%s", job.entry.id, type(wait).__name__)
            return Again(STORE_PAUSE)
        except Exception as error:  # noqa: BLE001 - whatever it is, the lanes have to go on
            return await self._failed(job, error)

    async def _failed(self, job: Job, error: Exception) -> Step:
        job.errors += 1
        # What was begun to be sent at most once is not begun again.
        if job.errors < TRIES and not job.begun:
            return Again(backoff(job.errors))
        log.error("set aside entry=%s error=%s", job.entry.id, type(error).__name__)
        return await self._given_up(job, error)

    async def _given_up(self, job: Job, error: Exception) -> Ack:
        while True:
            try:
                return await self._errands.give_up(job, error)
            except (StoreUnavailable, StoreFull):
                await self._rest(STORE_PAUSE)

    async def _acknowledge(self, ack: Ack) -> None:
        while True:
            try:
                self.take(await self._store.acknowledge(ack))
            except (StoreUnavailable, StoreFull):
                await self._rest(STORE_PAUSE)
            else:
                return

    async def _rest(self, seconds: float) -> None:
        if seconds:
            await self._lanes.rest(self._clock.wait(timedelta(seconds=seconds)))


def _room(job: Job) -> str:
    match job.posted:
        case Posted(effect=Tell() | Survey() | Pick()):
            return "hop"
        case Posted(effect=Fetch()):
            return "file"
        case Posted(effect=Mail() | Recall()):
            return "mail"
        case Posted():
            return "send"
        case _:
            return "hop"
