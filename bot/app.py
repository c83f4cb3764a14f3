"""The composition root: everything is made here, given to whom it needs, started and stopped."""

import asyncio
from collections.abc import Collection, Coroutine
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from msgspec import Struct
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.request import BaseRequest

from bot import opening, rulebook
from bot.clock import SystemClock
from bot.handlers import UPDATES, register
from bot.handlers.context import Bot
from bot.ingest.fullness import Fullness
from bot.ingest.intake import Intake
from bot.ingest.polling import Polling, from_telegram
from bot.ingest.webhook import Webhook
from bot.outbound.api import Api
from bot.outbound.fetch import Fetcher
from bot.outbound.pace import Pace
from bot.outbound.profile import introduce
from bot.outbound.render import Renderer
from bot.outbound.send import Sender
from bot.outbound.transport import Transport
from bot.ports import Clock, Entry, Pacer, Store, StoreUnavailable
from bot.runner import Runner, ruled
from bot.settings import CannotStart, Settings
from bot.workers.errands import Ways
from bot.workers.outbox import Outbox
from bot.workers.retiming import retime
from bot.workers.timers import Timers
from bot.workers.wellness import watch
from flows.words import T, english

PATIENCE = 4.0
"""Seconds in which what was begun has to be finished, once the bot is told to stop."""
AGAIN = 0.2
NOT_NOW = T("Telegram or the store went away at the start ({error}): try again later.")
CONNECTIONS = 100
LANES = 64


class Parts(Struct, frozen=True, kw_only=True):
    """Everything the bot is made of."""

    settings: Settings
    store: Store
    clock: Clock
    application: Bot
    api: Api
    renderer: Renderer
    runner: Runner
    outbox: Outbox
    timers: Timers
    intake: Intake


async def build(
    settings: Settings,
    *,
    store: Store | None = None,
    request: BaseRequest | None = None,
    clock: Clock | None = None,
    pacer: Pacer | None = None,
) -> "App":
    """Open the store, meet Telegram and put the bot together; nothing is taken or sent yet.

    Raises CannotStart.
    """
    request, clock = request or Transport(), clock or SystemClock()
    async with AsyncExitStack() as doors:
        application = opening.application(settings, request)
        doors.push_async_callback(request.shutdown)
        await opening.meet(application, settings)
        doors.push_async_callback(application.shutdown)
        if store is None:
            store = await opening.open_store(settings, str(application.bot.id))
        doors.push_async_callback(store.close)
        bot = application.bot
        api = Api(request, bot.base_url, pacer or Pace(store), bot.base_file_url)
        return App(_assembled(settings, application, api, store, clock), doors.pop_all())


class App:
    """The bot: `start` begins to work, `stop` ends it in good order, `run` does both."""

    def __init__(self, parts: Parts, doors: AsyncExitStack) -> None:
        self._parts = parts
        self._doors = doors
        self._ways_in = AsyncExitStack()
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def run(self, told: asyncio.Event) -> None:
        """Work until told to end or cancelled, or until a part of it breaks."""
        self._begin(self._ends_when(told))
        try:
            await self.start()
            await self._stopping.wait()
        finally:
            await self.stop()
        for task in self._tasks:
            if not task.cancelled():
                task.result()

    async def _ends_when(self, told: asyncio.Event) -> None:
        await told.wait()
        self._stopping.set()

    async def start(self) -> None:
        """Take up what was left undone, and let updates in; raises CannotStart."""
        try:
            await self._start()
        except (NetworkError, StoreUnavailable) as error:
            if isinstance(error, BadRequest):
                raise CannotStart(opening.refused(error)) from error
            raise CannotStart(T(NOT_NOW.template, error=str(error))) from error
        except TelegramError as error:
            raise CannotStart(opening.refused(error)) from error

    async def _start(self) -> None:
        parts = self._parts
        await introduce(parts.api, parts.store, parts.renderer)
        parts.outbox.take(await parts.store.claim(LANES))
        self._begin(parts.outbox.run(), parts.timers.run(), watch(parts.store, parts.clock))
        self._begin(retime(parts.store, parts.runner.retime, parts.runner.timers))
        await (self._listen() if parts.settings.webhook_url else self._poll())

    async def stop(self) -> None:
        """Let nothing more in, finish what was begun, close everything."""
        self._stopping.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._ways_in.aclose()
                await self._parts.intake.settled()
                await self._parts.outbox.close()
        await ended(self._tasks)
        await self._doors.aclose()

    async def settled(self) -> None:
        """Return when no update, hop, send or due timer is in flight."""
        parts = self._parts
        while True:
            await parts.intake.settled()
            await parts.outbox.settled()
            if not await parts.timers.tick() and parts.outbox.idle() and parts.intake.idle():
                return

    async def next_due(self) -> datetime | None:
        """Say when the next timer is due."""
        due = await self._parts.store.next_timer()
        return None if due is None else datetime.fromtimestamp(due / 1000, UTC)

    async def _poll(self) -> None:
        bot = self._parts.application.bot
        await bot.delete_webhook()
        polling = Polling(from_telegram(bot, UPDATES), self._parts.intake.take, self._stopping)
        self._begin(polling.run())
        self._ways_in.push_async_callback(asyncio.wait, {self._tasks[-1]})

    async def _listen(self) -> None:
        settings = self._parts.settings
        webhook = Webhook(settings.webhook_secret, self._parts.intake.take)
        listening = webhook.application(urlsplit(settings.webhook_url).path)
        runner = web.AppRunner(listening, access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        self._ways_in.push_async_callback(runner.cleanup)
        where = settings.webhook_listen
        try:
            await web.TCPSite(runner, where.host, where.port).start()
        except OSError as error:
            taken = T(
                "Nobody can listen on WEBHOOK_LISTEN ({reason}): set it to another address.",
                reason=error.strerror or str(error),
            )
            raise CannotStart(taken) from error
        await self._parts.application.bot.set_webhook(
            settings.webhook_url,
            secret_token=settings.webhook_secret,
            allowed_updates=UPDATES,
            max_connections=CONNECTIONS,
        )

    def _begin(self, *works: Coroutine[Any, Any, None]) -> None:
        for task in map(asyncio.create_task, works):
            task.add_done_callback(self._ended)
            self._tasks.append(task)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception() is not None:
            self._stopping.set()


async def ended(tasks: Collection[asyncio.Task[None]]) -> None:
    """End tasks; redis-py may swallow a cancellation, so it is said until they have ended."""
    going = {task for task in tasks if not task.done()}
    while going:
        for task in going:
            task.cancel()
        _, going = await asyncio.wait(going, timeout=AGAIN)


def _assembled(
    settings: Settings, application: Bot, api: Api, store: Store, clock: Clock
) -> Parts:
    renderer = Renderer(bot=application.bot.username, emergency=settings.emergency_number)
    book = rulebook.book(settings.policy, settings.operators)
    exercises = {one.id: english(one.name) for one in book.library.exercises.values()}
    sender = Sender(api, store, renderer, exercises)

    # The runner gives to the outbox, and the outbox's hops come back to the runner.
    def take(entries: tuple[Entry, ...]) -> None:
        outbox.take(entries)

    runner = Runner(store, ruled(book), take)
    ways = Ways(sender.perform, Fetcher(api, store).fetch, runner.handle, sender.leave)
    outbox = Outbox(store, clock, ways)
    register(application, runner, clock)
    return Parts(
        settings=settings,
        store=store,
        clock=clock,
        application=application,
        api=api,
        renderer=renderer,
        runner=runner,
        outbox=outbox,
        timers=Timers(store, clock, outbox.take),
        intake=Intake(
            application=application,
            runner=runner,
            store=store,
            clock=clock,
            answer=sender.answer,
            full=Fullness(sender.perform, clock).tell,
        ),
    )
