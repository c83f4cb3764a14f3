"""A town of people with phones, and the Bot API through which they meet a bot."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self, TypeVar

from aiohttp import web

from bot.sandbox import acts
from bot.sandbox.courier import Courier
from bot.sandbox.doors import Doors
from bot.sandbox.gate import BODY_LIMIT, Gate
from bot.sandbox.guard import is_loopback, loopback_only
from bot.sandbox.hands import Hands, Push
from bot.sandbox.methods.commands import commands_of
from bot.sandbox.people import Person
from bot.sandbox.terms import Json, Upload
from bot.sandbox.windows import Windows
from bot.sandbox.world import Now, Wall, World

T = TypeVar("T")

TOKEN = "808080:a-town-on-your-own-machine-00000000"  # noqa: S105 - opens nothing but this town
FAREWELL = 0.2


def real_now() -> datetime:
    return datetime.now(UTC)


class Town:
    """The town kept in `folder`; its people act by the methods below or by the page's doors."""

    def __init__(
        self,
        folder: Path,
        *,
        now: Now = real_now,
        push: Push | None = None,
        token: str = TOKEN,
        wall: Wall = time.time,
    ) -> None:
        self.world = World(folder, token, now, wall)
        self.token = token
        self.gate = Gate(self.world)
        self.faults = self.gate.faults
        self.flood = self.gate.flood
        self.calls = self.gate.calls
        self.courier = Courier(self.world)
        self.hands = Hands(self.world.bell, now, push or _stuck(now))
        self.url = ""
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen, and return the address; OSError when the port is taken.

        ValueError when the host is not a loopback address.
        """
        if not is_loopback(host):
            raise ValueError(f"the sandbox listens on loopback addresses only, not on {host}")
        runner = web.AppRunner(
            self._app(), handler_cancellation=True, shutdown_timeout=FAREWELL, access_log=None
        )
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, host, port)
        await site.start()
        name = f"[{host}]" if ":" in host else host
        self.url = f"http://{name}:{runner.addresses[0][1]}"
        carrying = asyncio.create_task(self.courier.run())
        self._stack.push_async_callback(_ended, carrying)
        return self.url

    async def close(self) -> None:
        await self._stack.aclose()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[loopback_only], client_max_size=BODY_LIMIT)
        app.add_routes(
            [
                *self.gate.routes(),
                *Doors(self.world, self.hands).routes(),
                *Windows(self.world, self.hands, self.calls).routes(),
            ]
        )
        return app

    def people(self) -> list[Person]:
        return self.world.census.everybody()

    def named(self, first_name: str) -> Person:
        return next(person for person in self.people() if person.first_name == first_name)

    def add(self, first_name: str, role: str = "client", language: str = "en") -> Person:
        return self.world.census.add(first_name, role, language)

    def say(
        self, person_id: int, text: str, chat_id: int | None = None, reply_to: int = 0
    ) -> Json:
        return acts.say(self.world, person_id, text, chat_id, reply_to)

    def edit(self, person_id: int, message_id: int, text: str) -> Json:
        return acts.edit(self.world, person_id, message_id, text)

    def tap(self, person_id: int, message_id: int, button: int | str) -> str:
        """Tap the n-th button of a message, or send any data as if it were a button's."""
        if isinstance(button, int):
            button = acts.button_data(self.world, person_id, message_id, button)
        return acts.tap(self.world, person_id, message_id, button)

    def send(self, person_id: int, kind: str, upload: Upload) -> Json:
        """Send a photo, document, voice or sticker."""
        return acts.SENDS[kind](self.world, person_id, upload)

    def block(self, person_id: int) -> None:
        acts.block(self.world, person_id)

    def unblock(self, person_id: int) -> None:
        acts.unblock(self.world, person_id)

    def messages(self, chat_id: int) -> list[Json]:
        return self.world.talk.of(chat_id)

    def commands(self, person_id: int) -> list[Json]:
        """List what a person's command menu shows."""
        return commands_of(self.world, self.world.census.person(person_id))

    def query(self, query_id: str) -> Json:
        """Show a tap and, once the bot gave one, its `answer`."""
        return self.world.queries.find(query_id)

    async def until(self, found: Callable[[], T | None], within: float = 10) -> T:
        """Wait until `found` finds something in the town; TimeoutError after real seconds."""
        return await self.world.bell.until(found, within)

    async def answered(self, query_id: str, within: float = 10) -> Json:
        return await self.until(lambda: self.query(query_id).get("answer"), within)

    async def bot_says(self, chat_id: int, after: int = 0, within: float = 10) -> Json:
        """Wait for the bot's first message in a chat with an id over `after`."""
        return await self.until(lambda: self._said(chat_id, after), within)

    def _said(self, chat_id: int, after: int) -> Json | None:
        bot = self.world.census.bot_id
        said = (m for m in self.messages(chat_id) if m["from"]["id"] == bot)
        return next((m for m in said if m["message_id"] > after), None)


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def _stuck(now: Now) -> Push:
    """Make a clock that nobody moves."""

    async def push(seconds: int) -> datetime:
        return now() + timedelta(seconds=0 * seconds)

    return push
