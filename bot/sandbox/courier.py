"""Updates carried to the webhook: one in flight a queue, tried again until they are taken."""

import asyncio
from collections.abc import Callable

import aiohttp

from bot.sandbox.methods import webhook
from bot.sandbox.terms import Json
from bot.sandbox.world import World

PATIENCE = 60
SUCCESS = 2
LONGEST_WISH = 3600
LONGEST_PAUSE = 60


def pause_after(failures: int) -> float:
    """Seconds before the next try: at once, then 2, 4, 8 … up to a minute."""
    return 0 if failures <= 1 else min(2.0 ** (failures - 1), LONGEST_PAUSE)


class Courier:
    """Runs beside the server and calls the webhook while one is set."""

    def __init__(self, world: World, pause: Callable[[int], float] = pause_after) -> None:
        self.pause = pause
        self._world = world
        self._walks: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Start a walk for every queue that has updates; ends when cancelled."""
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            try:
                while True:
                    self._set_out(session)
                    await self._world.bell.next()
            finally:
                await self._call_back()

    def _set_out(self, session: aiohttp.ClientSession) -> None:
        if webhook.current(self._world) is None:
            return
        for queue in {row["queue"] for row in self._world.inbox.pending()}:
            if queue not in self._walks:
                self._walks[queue] = asyncio.create_task(self._walk(session, queue))

    async def _walk(self, session: aiohttp.ClientSession, queue: str) -> None:
        try:
            await self._walk_on(session, queue)
        finally:
            self._walks.pop(queue, None)

    async def _walk_on(self, session: aiohttp.ClientSession, queue: str) -> None:
        failures = 0
        while (row := self._first(queue)) and (hook := webhook.current(self._world)):
            told = await self._carry(session, hook, row["update"])
            if told is None:
                failures = 0
                self._world.inbox.done(row["update"]["update_id"])
            else:
                failures += 1
                await asyncio.sleep(told or self.pause(failures))

    def _first(self, queue: str) -> Json | None:
        rows = self._world.inbox.pending()
        return next((row for row in rows if row["queue"] == queue), None)

    async def _carry(
        self, session: aiohttp.ClientSession, hook: Json, update: Json
    ) -> float | None:
        """Deliver one update: None when taken, else the seconds the bot asks to wait (or 0)."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        try:
            async with session.post(
                hook["url"], json=update, headers=headers, allow_redirects=False
            ) as answer:
                if answer.status // 100 == SUCCESS:
                    return None
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return _wished(answer.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(f"Connection failed: {type(error).__name__}")
            return 0

    def _note(self, message: str) -> None:
        error = {"last_error_date": int(self._world.wall()), "last_error_message": message}
        self._world.ledger.put("webhook", "error", error)
        self._world.bell.ring({"kind": "webhook"})

    async def _call_back(self) -> None:
        walks = list(self._walks.values())
        for walk in walks:
            walk.cancel()
        await asyncio.gather(*walks, return_exceptions=True)


def _wished(retry_after: str) -> float:
    return min(float(retry_after), LONGEST_WISH) if retry_after.isdecimal() else 0
