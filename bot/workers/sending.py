"""Tries to send one effect, by its lean: what an unknown outcome means, and when to try again."""

import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence

from msgspec import Struct, structs

from bot.outbound.outcomes import Away, Gone, Moved, Outcome, Refused, Sent, Unknown, Wait
from bot.outbound.send import Sendable
from bot.ports import Ack, Clock, Store
from bot.workers.aftermath import follow
from bot.workers.lanes import Job
from flows.codec import Posted
from flows.effects import Close, Lean, Repost, Say, Show
from flows.people import StateId

log = logging.getLogger(__name__)

Send = Callable[[Sendable, StateId], Awaitable[Outcome]]
Leave = Callable[[Sendable, StateId], Awaitable[None]]

SHORTEST = 0.5
LONGEST = 15.0


class Again(Struct, frozen=True):
    """Try again after so many seconds."""

    after: float = 0


class LetGo(Struct, frozen=True):
    """It is no longer this process's to do."""


Step = Ack | Again | LetGo


class Sending:
    """Sends; `counts` says how often it ended how."""

    def __init__(self, store: Store, clock: Clock, send: Send, leave: Leave) -> None:
        self._store = store
        self._clock = clock
        self._send = send
        self._leave = leave
        self.counts: Counter[str] = Counter()

    async def once(self, job: Job, posted: Posted, effect: Sendable, lane: Sequence[Job]) -> Step:
        """Try to send the first effect of a lane."""
        if effect.lean is Lean.AT_MOST_ONCE:
            if job.entry.marked and not job.begun:
                # Somebody began and did not come back: it may have been sent.
                return self._end(job, posted, Unknown())
            await self._leave(effect, posted.state)
            if not await self._marked(job):
                return LetGo()
        newest, covered = _collapsed(job, posted, effect, lane)
        outcome = await self._send(newest, posted.state)
        step = self._step(job, posted, outcome)
        if isinstance(step, Ack):
            for other in covered:
                other.covered = True
        return step

    async def _marked(self, job: Job) -> bool:
        """Mark what is begun, once; False when it is no longer this process's to do."""
        job.begun = job.begun or await self._store.mark(job.entry)
        return job.begun

    def _step(self, job: Job, posted: Posted, outcome: Outcome) -> Step:
        match outcome:
            case Wait():
                return Again()  # the pacer holds everybody until then
            case Away():
                return Again(self._longer(job, outcome))
            case Unknown() if posted.effect.lean is not Lean.AT_MOST_ONCE:
                return Again(self._longer(job, outcome))
            case Moved():
                return self._redirected(job, posted, outcome)
            case Sent() | Gone() | Refused() | Unknown():
                return self._end(job, posted, outcome)

    def _redirected(self, job: Job, posted: Posted, moved: Moved) -> Step:
        if not isinstance(posted.effect, Say):
            return self._end(job, posted, Refused("moved, though not a group"))
        job.left = posted.effect.chat
        there = structs.replace(posted.effect, chat=moved.chat)
        job.posted = structs.replace(posted, effect=there)
        return Again()

    def _longer(self, job: Job, outcome: Away | Unknown) -> float:
        job.misses += 1
        ending = type(outcome).__name__.lower()
        log.info("trying again entry=%s ending=%s misses=%d", job.entry.id, ending, job.misses)
        return backoff(job.misses)

    def _end(self, job: Job, posted: Posted, outcome: Sent | Gone | Refused | Unknown) -> Ack:
        ending = type(outcome).__name__.lower()
        self.counts[ending] += 1
        if not isinstance(outcome, Sent):
            kind = type(posted.effect).__name__
            why = _cause(outcome)
            log.warning("dropped entry=%s kind=%s ending=%s%s", job.entry.id, kind, ending, why)
        return follow(job.entry, posted, outcome, self._clock.now(), job.left)


def backoff(misses: int) -> float:
    """Say how many seconds to wait after so many failures in a row."""
    return min(LONGEST, SHORTEST * 2.0 ** min(misses - 1, 10))


def _cause(outcome: Outcome) -> str:
    # Behind the second colon Telegram quotes what it was sent.
    if not isinstance(outcome, Refused):
        return ""
    return f" why={':'.join(outcome.description.split(':')[:2])!r}"


def _collapsed(
    job: Job, posted: Posted, effect: Sendable, lane: Sequence[Job]
) -> tuple[Sendable, list[Job]]:
    """Find the newest content that waits for the same slot, and the entries it stands for."""
    covered: list[Job] = []
    if not isinstance(effect, Show):
        return effect, covered
    newest: Sendable = effect
    for other in lane:
        waiting = other.posted
        if other is job or not isinstance(waiting, Posted) or waiting.state != posted.state:
            continue
        match waiting.effect:
            case Show(slot=effect.slot) as later:
                newest = later
                covered.append(other)
            case Repost(slot=effect.slot) | Close(slot=effect.slot):
                break
            case _:
                pass
    return newest, covered
