"""Does one outbox entry once: a hop and a timer are delivered, everything else is sent."""

import secrets
from collections.abc import Awaitable, Callable, Sequence

import msgspec
from msgspec import Struct

from bot.outbound.outcomes import Refused
from bot.ports import Ack, Clock, Entry, Store
from bot.runner import Ignored
from bot.workers.aftermath import follow, returned
from bot.workers.fanout import picked, survey
from bot.workers.lanes import Job
from bot.workers.sending import Again, Leave, Send, Sending, Step, backoff
from flows.codec import Posted, PostedTimer
from flows.effects import Answer, Fetch, Pick, Survey, Tell
from flows.events import Event, TimerDue, Told
from flows.news import AnyNews, Fetched
from flows.people import StateId

Deliver = Callable[[StateId, Event], Awaitable[object]]
Read = Callable[[Fetch, StateId], Awaitable[Fetched | None]]


class Ways(Struct, frozen=True):
    """The ways out: `send` reaches people, `fetch` reads their files, `deliver` reaches states.

    `leave` waits for the turn of what is sent at most once, so that it is marked no sooner.
    """

    send: Send
    fetch: Read
    deliver: Deliver
    leave: Leave


class Errands:
    """Knows where to take what an entry holds."""

    def __init__(self, store: Store, clock: Clock, sending: Sending, ways: Ways) -> None:
        self._store = store
        self._clock = clock
        self._sending = sending
        self._ways = ways

    async def once(self, job: Job, lane: Sequence[Job]) -> Step:
        """Try to do the first job of a lane."""
        if job.covered:
            return Ack(entry=job.entry, state=parties(job)[0])
        match job.posted:
            case None:
                raise msgspec.DecodeError("an outbox entry that cannot be read")
            case PostedTimer():
                return await self._wake(job.entry, job.posted)
            case Posted():
                return await self._effect(job, job.posted, lane)

    async def give_up(self, job: Job, error: Exception) -> Ack:
        """Set an entry aside that nobody can do; its lane goes on."""
        entry = job.entry
        source, about = parties(job)
        await self._store.park(about, entry.id, entry.body, type(error).__name__)
        if isinstance(job.posted, Posted) and not isinstance(job.posted.effect, Tell):
            return follow(entry, job.posted, Refused(type(error).__name__), self._clock.now())
        return Ack(entry=entry, state=source)

    async def _effect(self, job: Job, posted: Posted, lane: Sequence[Job]) -> Step:
        match posted.effect:
            case Tell() as tell:
                return await self._tell(job.entry, posted, tell.to, tell.news)
            case Survey() as asked:
                found = await survey(self._store, asked)
                return await self._tell(job.entry, posted, posted.state, found)
            case Pick() as wanted:
                next_ones = await picked(self._store, posted.state, wanted)
                return await self._tell(job.entry, posted, posted.state, next_ones)
            case Fetch() as wanted:
                return await self._fetch(job, posted, wanted)
            case Answer():
                return Ack(entry=job.entry, state=posted.state)  # it was now or never
            case sendable:
                return await self._sending.once(job, posted, sendable, lane)

    async def _wake(self, entry: Entry, timer: PostedTimer) -> Ack:
        due = TimerDue(
            id=entry.id, at=self._clock.now(), salt=_salt(), name=timer.name, due=timer.due
        )
        await self._ways.deliver(timer.state, due)
        return Ack(entry=entry, state=timer.state)

    async def _fetch(self, job: Job, posted: Posted, wanted: Fetch) -> Step:
        found = await self._ways.fetch(wanted, posted.state)
        if found is None:
            job.misses += 1
            return Again(backoff(job.misses))
        return await self._tell(job.entry, posted, posted.state, found)

    async def _tell(self, entry: Entry, posted: Posted, to: StateId, news: AnyNews) -> Ack:
        told = Told(
            id=f"hop:{entry.id}",
            at=self._clock.now(),
            salt=_salt(),
            source=posted.state,
            rev=posted.rev,
            news=news,
        )
        handled = await self._ways.deliver(to, told)
        then = returned(entry, posted, news, told.at) if isinstance(handled, Ignored) else ()
        return Ack(entry=entry, state=posted.state, then=then)


def _salt() -> str:
    return secrets.token_hex(16)


def parties(job: Job) -> tuple[StateId, StateId]:
    """Name the state an entry comes from and the one it is about, if need be by its lane."""
    match job.posted:
        case PostedTimer(state=state):
            return state, state
        case Posted(state=state, effect=Tell(to=to)):
            return state, to
        case Posted(state=state):
            return state, state
        case None:
            return _by_lane(job.entry)


def _by_lane(entry: Entry) -> tuple[StateId, StateId]:
    kind, _, rest = entry.lane.partition(":")
    if kind == "chat":
        return f"person:{rest}", f"person:{rest}"
    source, _, target = rest.partition(">")
    return source, target or source
