"""Work in lanes: one thing at a time in a lane, in order, and all lanes at once."""

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterable, Sequence

import msgspec
from msgspec import Struct

from bot.ports import Entry
from flows.codec import Posted, PostedTimer, read_posted, read_timer

log = logging.getLogger(__name__)

REMEMBERED = 8192


class Job(Struct, eq=False):
    """An entry being done: what it holds, and what happened to it so far in this process."""

    entry: Entry
    posted: Posted | PostedTimer | None
    """None when it cannot be read."""
    errors: int = 0
    misses: int = 0
    begun: bool = False
    covered: bool = False
    """Done already: an earlier entry showed what this one would, or it was done before."""


Work = Callable[[Job, Sequence[Job]], Awaitable[bool]]
"""Does the first job of a lane, seeing the whole lane; false lets go of the lane."""


class Lanes:
    """Keeps lanes, a task for each that has something to do."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._lanes: dict[str, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._resting: set[asyncio.Task[None]] = set()
        self._known: set[str] = set()
        self._done: OrderedDict[str, None] = OrderedDict()
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._closing = False

    def __len__(self) -> int:
        return len(self._known)

    def add(self, entries: Iterable[Entry]) -> None:
        """Line entries up behind what their lanes hold; those known already change nothing.

        What was done and is there again has only to be acknowledged again.
        """
        for entry in entries:
            if not (self._closing or entry.id in self._known):
                self._line_up(Job(entry, _readable(entry), covered=entry.id in self._done))

    def heads(self) -> tuple[Entry, ...]:
        """Name the first entry of each lane."""
        return tuple(lane[0].entry for lane in self._lanes.values() if lane)

    async def settled(self) -> None:
        """Return when there is nothing to do."""
        await self._quiet.wait()

    async def rest(self, pause: Awaitable[None]) -> None:
        """Pause within a lane; closing does not wait for it."""
        task = asyncio.current_task()
        if task not in self._tasks:
            raise RuntimeError("only a lane rests")
        self._resting.add(task)
        try:
            await pause
        finally:
            self._resting.discard(task)

    async def close(self, grace: float) -> None:
        """Begin nothing more; let what was begun be finished for so many seconds."""
        self._closing = True
        for task in self._resting:
            task.cancel()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _line_up(self, job: Job) -> None:
        self._known.add(job.entry.id)
        name = job.entry.lane
        if name in self._lanes:
            self._lanes[name].append(job)
            return
        self._lanes[name] = deque([job])
        self._quiet.clear()
        task = asyncio.get_running_loop().create_task(self._run(name), name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _run(self, name: str) -> None:
        lane = self._lanes[name]
        try:
            while lane and not self._closing and await self._work(lane[0], lane):
                self._remember(lane.popleft().entry.id)
        finally:
            # What is still here is not done: it is forgotten, so that it can be claimed again.
            self._known.difference_update(job.entry.id for job in lane)
            del self._lanes[name]
            if not self._lanes:
                self._quiet.set()

    def _remember(self, entry: str) -> None:
        self._known.discard(entry)
        self._done[entry] = None
        if len(self._done) > REMEMBERED:
            self._done.popitem(last=False)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("lane let go lane=%s error=%s", task.get_name(), type(error).__name__)


def _readable(entry: Entry) -> Posted | PostedTimer | None:
    try:
        return read_timer(entry.body) if is_timer(entry) else read_posted(entry.body)
    except msgspec.DecodeError:
        return None


def is_timer(entry: Entry) -> bool:
    return entry.lane.startswith("timer:")
