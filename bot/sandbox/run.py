"""`stairwise run` without a token: a town on this machine, and the bot in it over real HTTP."""

import asyncio
import logging
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import structs

from bot.app import App, build
from bot.clock import PushableClock
from bot.ports import Urgency
from bot.sandbox import walk
from bot.sandbox.town import Town
from bot.settings import CannotStart, Settings
from bot.store.faults import StoreFault
from bot.store.folder import make, occupy
from flows.words import T

log = logging.getLogger(__name__)


class Unhurried:
    """A pacer for a town that has no limits."""

    async def leave(self, chat: int | None, urgency: Urgency) -> None: ...

    async def hold(self, seconds: float) -> None: ...


class Sandbox:
    """A town, its clock, and the bot in it."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._clock = PushableClock()
        self._app: App | None = None
        self._town = Town(folder, now=self._clock.now, push=self._push)
        walk.restore(self._town.world.ledger, self._clock)

    async def run(self, told: asyncio.Event) -> None:
        """Live until told to end, or cancelled."""
        async with self._town:
            await self._open()
            settings = structs.replace(
                self._settings, token=self._town.token, api_url=self._town.url
            )
            self._app = await build(settings, clock=self._clock, pacer=Unhurried())
            log.info("the sandbox is at %s", self._town.url)
            await self._app.run(told)

    async def _open(self) -> None:
        where = self._settings.sandbox_listen
        try:
            await self._town.serve(where.host, where.port)
        except OSError as error:
            taken = T(
                "Nobody can listen on {where} ({reason}): set SANDBOX_LISTEN to another address.",
                where=f"{where.host}:{where.port}",
                reason=error.strerror or str(error),
            )
            raise CannotStart(taken) from error

    async def _push(self, seconds: int) -> datetime:
        if self._app is not None:
            await walk.walk(self._app, self._clock, timedelta(seconds=seconds))
            walk.keep(self._town.world.ledger, self._clock)
        return self._clock.now()


async def run(settings: Settings, told: asyncio.Event) -> None:
    """Open the town, which one process at a time can do."""
    try:
        folder = make(Path(settings.data) / "sandbox")
        lock = occupy(folder)
    except StoreFault as fault:
        raise CannotStart(fault.text) from fault
    with closing(lock):
        await Sandbox(settings, folder).run(told)
