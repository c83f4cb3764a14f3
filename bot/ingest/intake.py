"""One update, until it has an outcome: tried five times, then set aside with an apology.

A store that is away is never a failed try: then StoreUnavailable or StoreFull comes out, and
whoever called confirms nothing.
"""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec
from telegram import Update

from bot.handlers import mark
from bot.handlers.context import Bot, Failed, Outcome, process
from bot.handlers.inbound import parked
from bot.ingest.sequencing import Turns
from bot.ports import Clock, Store, StoreFull, StoreUnavailable
from bot.runner import Handled, Ignored, Runner
from flows.effects import Answer
from flows.events import Parked
from flows.people import PersonId, person_id

log = logging.getLogger(__name__)

PAUSES = (0.02, 0.1, 0.3, 0.6)
NOBODY = "updates:of-nobody"


@dataclass(frozen=True)
class Intake:
    """Takes updates as Telegram sends them; `answer` is done beside, whatever comes of it."""

    application: Bot
    runner: Runner
    store: Store
    clock: Clock
    answer: Callable[[Answer], Awaitable[None]]
    full: Callable[[PersonId], Awaitable[None]]
    pauses: tuple[float, ...] = PAUSES
    turns: Turns = field(default_factory=Turns)
    _beside: set[asyncio.Task[None]] = field(default_factory=set)
    _inside: set[object] = field(default_factory=set)
    _left: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, raw: dict[str, Any]) -> None:
        """Handle one update; when this returns, it may be confirmed."""
        token = object()
        self._inside.add(token)
        try:
            async with self.turns.of(raw):
                self._answer(await self._handled(raw))
        except StoreFull:
            await self._no_room(raw)
            raise
        finally:
            self._inside.discard(token)
            self._left.set()

    def idle(self) -> bool:
        """Say whether no update is being handled, and no answer on its way."""
        return not (self._inside or self._beside)

    async def settled(self) -> None:
        """Return when it is idle."""
        while not self.idle():
            self._left.clear()
            await self._left.wait()

    async def _no_room(self, raw: dict[str, Any]) -> None:
        bot = self.application.bot
        waiting = parked(raw, mark(bot.id, bot.username, self.clock))
        if waiting is not None:
            await self.full(waiting.sender.id)

    async def _handled(self, raw: dict[str, Any]) -> Handled:
        outcome = await self._tried(raw)
        for pause in self.pauses:
            if not isinstance(outcome, Failed):
                return outcome
            await asyncio.sleep(pause)
            outcome = await self._tried(raw)
        return await self._parked(raw, outcome.error) if isinstance(outcome, Failed) else outcome

    async def _tried(self, raw: dict[str, Any]) -> Outcome:
        try:
            update = Update.de_json(raw, self.application.bot)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, it is set aside
            return Failed(error)
        outcome = await process(self.application, update)
        if isinstance(outcome, Failed) and isinstance(outcome.error, StoreUnavailable | StoreFull):
            raise outcome.error
        return outcome

    async def _parked(self, raw: dict[str, Any], error: Exception) -> Handled:
        bot = self.application.bot
        happened = parked(raw, mark(bot.id, bot.username, self.clock))
        state = person_id(happened.sender.id) if happened else NOBODY
        update, reason = str(raw.get("update_id")), "".join(traceback.format_exception(error))
        log.error("update %s is set aside: %s", update, type(error).__name__)
        await self.store.park(state, update, msgspec.json.encode(raw), reason)
        return await self._apologised(happened) if happened else Ignored()

    async def _apologised(self, happened: Parked) -> Handled:
        try:
            return await self.runner.handle(person_id(happened.sender.id), happened)
        except (StoreUnavailable, StoreFull):
            raise
        except Exception:
            log.exception("no apology for %s", happened.id)
            return Ignored()

    def _answer(self, handled: Handled) -> None:
        if isinstance(handled, Ignored):
            return
        for answer in handled.answers:
            task = asyncio.create_task(self._answered(answer))
            self._beside.add(task)
            task.add_done_callback(self._answer_ended)

    def _answer_ended(self, task: asyncio.Task[None]) -> None:
        self._beside.discard(task)
        self._left.set()

    async def _answered(self, answer: Answer) -> None:
        try:
            await self.answer(answer)
        except Exception as error:  # noqa: BLE001 - now or never: the tap's consequences stand
            log.info("a tap was not answered: %s", type(error).__name__)
