"""Long polling of our own: the offset moves only over updates whose outcomes are committed."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.ingest.sequencing import whose
from bot.ports import StoreFull, StoreUnavailable

log = logging.getLogger(__name__)

PAUSES = (0.1, 0.3, 1.0, 3.0)
"""Seconds before asking again while the store or Telegram is away; the last one stays."""

LONGEST_POLL = 30

Raw = dict[str, Any]
Fetch = Callable[[int | None], Awaitable[list[Raw]]]
Take = Callable[[Raw], Awaitable[None]]
T = TypeVar("T")


@dataclass(frozen=True)
class Polling:
    """Asks for updates with `fetch(offset)` and gives them to `take`, all of a batch at once."""

    fetch: Fetch
    take: Take
    stopping: asyncio.Event

    async def run(self) -> None:
        """Poll until told to stop: what was begun is finished, what was not is not confirmed."""
        offset: int | None = None
        while not self.stopping.is_set():
            batch = await self._or_stop(self._fetched(offset)) or []
            if not all(await asyncio.gather(*map(self._all_taken, by_person(batch)))):
                return
            # Said once, an offset has done its work: after a quiet week Telegram counts anew.
            offset = max((raw["update_id"] + 1 for raw in batch), default=None)

    async def _fetched(self, offset: int | None) -> list[Raw]:
        tries = 0
        while True:
            try:
                return await self.fetch(offset)
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("no updates: %s", error)
                await asyncio.sleep(_pause(tries))
            tries += 1

    async def _all_taken(self, raws: list[Raw]) -> bool:
        """Take one person's updates in their order: while one waits, those after it do."""
        for raw in raws:
            if not await self._taken(raw):
                return False
        return True

    async def _taken(self, raw: Raw) -> bool:
        tries = 0
        while not self.stopping.is_set():
            try:
                await self.take(raw)
            except (StoreUnavailable, StoreFull) as error:
                log.warning("an update waits for the store: %s", error)
            else:
                return True
            await self._or_stop(asyncio.sleep(_pause(tries)))
            tries += 1
        return False

    async def _or_stop(self, doing: Coroutine[Any, Any, T]) -> T | None:
        """Do it, unless told to stop first."""
        task = asyncio.create_task(doing)
        stopped = asyncio.create_task(self.stopping.wait())
        try:
            await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            stopped.cancel()
            task.cancel()


def by_person(batch: list[Raw]) -> list[list[Raw]]:
    """Split a batch by whose each update is, each part in its order."""
    parts: dict[object, list[Raw]] = {}
    for raw in batch:
        parts.setdefault(whose(raw), []).append(raw)
    return list(parts.values())


def _pause(tries: int) -> float:
    return PAUSES[min(tries, len(PAUSES) - 1)]


def from_telegram(bot: Bot, kinds: tuple[str, ...]) -> Fetch:
    """Ask Telegram, and leave its updates as they are: one that cannot be read spoils no other."""

    async def fetch(offset: int | None) -> list[Raw]:
        asked: dict[str, object] = {"timeout": LONGEST_POLL, "allowed_updates": json.dumps(kinds)}
        if offset is not None:
            asked["offset"] = offset
        url = f"{bot.base_url}/getUpdates?{urlencode(asked)}"
        found = await bot.request.post(url, read_timeout=LONGEST_POLL + 10)
        return found if isinstance(found, list) else []

    return fetch
