"""People of a town, and the bot they talk to: the real application over real HTTP."""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar, copy_context
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self
from weakref import WeakKeyDictionary

from telegram.request import BaseRequest

from bot.app import App, build
from bot.clock import PushableClock
from bot.outbound.transport import Transport
from bot.ports import Store
from bot.sandbox.people import Person
from bot.sandbox.run import Unhurried
from bot.sandbox.terms import Json, Upload
from bot.sandbox.town import Town
from bot.sandbox.walk import walk
from bot.settings import Settings, read
from flows.codec import read_state
from flows.decide import State, fresh

MORNING = datetime(2026, 11, 2, 9, tzinfo=UTC)
WITHIN = 10.0

_life: ContextVar["Life | None"] = ContextVar("whose task it is", default=None)
_lives: WeakKeyDictionary["asyncio.Task[Any]", "Life | None"] = WeakKeyDictionary()

Opens = Callable[[], Awaitable[Store]]


def tagged(loop: asyncio.AbstractEventLoop, work: Any, **how: Any) -> "asyncio.Task[Any]":
    """Make a task that knows whose it is, so that a life can end at once."""
    task = asyncio.Task(work, loop=loop, **how)
    _lives[task] = _life.get()
    return task


class StillClock(PushableClock):
    """A clock that only moves when it is pushed, so that two runs are alike."""

    def now(self) -> datetime:
        return self._from


class Life:
    """One process of the bot, from its start to its end or to a crash."""

    def __init__(
        self, settings: Settings, clock: PushableClock, store: Store, request: BaseRequest
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._store = store
        self._request = request
        self.app: App | None = None

    async def begin(self) -> None:
        """Start the bot; all that it begins is known to be of this life."""
        asyncio.get_running_loop().set_task_factory(tagged)
        context = copy_context()
        context.run(_life.set, self)
        await asyncio.create_task(self._begin(), context=context)

    async def _begin(self) -> None:
        app = await build(
            self._settings,
            store=self._store,
            request=self._request,
            clock=self._clock,
            pacer=Unhurried(),
        )
        await app.start()
        self.app = app

    async def end(self) -> None:
        """Stop in good order."""
        if self.app is not None:
            await self.app.stop()

    async def crash(self) -> None:
        """Be killed: nothing is finished, and the kernel closes the sockets."""
        mine = [task for task, life in tuple(_lives.items()) if life is self and not task.done()]
        for task in mine:
            task.cancel()
        await asyncio.gather(*mine, return_exceptions=True)
        await self._request.shutdown()
        await self._store.close()


class Client:
    """Somebody in the town with a phone."""

    def __init__(self, rig: "Rig", person: Person) -> None:
        self._rig = rig
        self._town = rig.town
        self.id = person.id

    @property
    def messages(self) -> list[Json]:
        """What their chat with the bot shows, oldest first."""
        return self._town.messages(self.id)

    async def says(self, text: str) -> None:
        self._town.say(self.id, text)
        await self._rig.settled()

    async def replies(self, words: str, text: str) -> None:
        """Reply to the newest message of the bot that has these words in it."""
        heard = (m for m in reversed(self.messages) if m["from"]["is_bot"])
        to = next(m["message_id"] for m in heard if words in m.get("text", ""))
        self._town.say(self.id, text, reply_to=to)
        await self._rig.settled()

    async def attaches(self, name: str, content: bytes) -> None:
        """Send a file."""
        self._town.send(self.id, "document", Upload(name=name, type="text/csv", data=content))
        await self._rig.settled()

    async def shows(self, picture: bytes) -> None:
        """Send a photo."""
        self._town.send(self.id, "photo", Upload(name="p.png", type="image/png", data=picture))
        await self._rig.settled()

    def files(self) -> dict[str, bytes]:
        """Open every file that the bot sent, the newest of each name."""
        found = [m["document"] for m in self.messages if "document" in m and m["from"]["is_bot"]]
        drawer = self._town.world.drawer
        return {one["file_name"]: drawer.bytes_of(drawer.find(one["file_id"])) for one in found}

    async def taps(self, label: str) -> Json | None:
        """Tap the button with this label on the newest message that has one; gives the answer."""
        return await self.forges(*self.button(label))

    def presses(self, place: int) -> str:
        """Tap a button of the newest message that has any, and do not wait; gives the query."""
        message, labels = self._keyboards()[0]
        return self._town.tap(self.id, message, list(labels.values())[place])

    async def forges(self, message: int, data: str) -> Json | None:
        """Tap a button that is no more, or never was."""
        query = self._town.tap(self.id, message, data)
        await self._rig.settled()
        return self._town.query(query).get("answer")

    def hears(self) -> str:
        """Hear what the bot said last."""
        return next(reversed(self.all_heard()), "")

    def sees(self, words: str) -> bool:
        """Whether the newest message of the bot has these words."""
        return words in self.hears()

    def all_heard(self) -> list[str]:
        """Everything the bot said that still stands, oldest first."""
        return [str(m.get("text", "")) for m in self.messages if m["from"]["is_bot"]]

    def buttons(self) -> list[str]:
        """Read the labels under the newest message that has any."""
        return next((list(labels) for _, labels in self._keyboards()), [])

    def boards(self) -> list[tuple[int, list[str]]]:
        """List the data of the buttons under each message that has any, newest first."""
        return [
            (message, [data for data in labels.values() if data])
            for message, labels in self._keyboards()
            if any(labels.values())
        ]

    def button(self, label: str) -> tuple[int, str]:
        """Find the newest button with this label: its message and its data."""
        for message, labels in self._keyboards():
            if label in labels:
                return message, labels[label]
        raise AssertionError(f"nowhere a button {label!r}; there are {self.buttons()}")

    def _keyboards(self) -> list[tuple[int, dict[str, str]]]:
        rows = [
            (m["message_id"], m["reply_markup"]["inline_keyboard"])
            for m in reversed(self.messages)
            if "inline_keyboard" in m.get("reply_markup", {})
        ]
        return [
            (message, {b["text"]: b.get("callback_data", "") for row in board for b in row})
            for message, board in rows
        ]


class Rig:
    """A town, a clock, a store that outlives the bot, and the bot."""

    def __init__(self, folder: Path, opens: Opens) -> None:
        self.clock = StillClock(MORNING)
        self.town = Town(folder, now=self.clock.now)
        self.store = opens
        self._environ: dict[str, str] = {}
        self.life: Life | None = None
        self.request: Callable[[], BaseRequest] = Transport

    async def __aenter__(self) -> Self:
        await self.town.serve()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.life is not None:
            await self.life.end()
        await self.town.close()

    async def opens(self, **environ: str) -> None:
        """Start the bot, with these settings beside the town's own."""
        own = {"BOT_TOKEN": self.town.token, "BOT_API_URL": self.town.url}
        self._environ = {**own, **environ}
        await self._begin()

    async def client(self, name: str) -> Client:
        """Meet somebody; who is not there yet moves in."""
        known = [person for person in self.town.people() if person.first_name == name]
        return Client(self, known[0] if known else self.town.add(name))

    async def settled(self) -> None:
        """Return when the bot has done all that follows from what happened."""
        await self.town.until(lambda: not self.town.world.inbox.pending() or None, WITHIN)
        async with asyncio.timeout(WITHIN):
            await self.app.settled()

    async def state(self, ident: str) -> State:
        """Read a state as it is stored, whether the bot is up or not."""
        store = await self.store()
        loaded = await store.load(ident)
        await store.close()
        return fresh(ident) if loaded.document is None else read_state(loaded.document)

    async def sleeps(self, **time: float) -> None:
        """Let time pass, from due timer to due timer."""
        await walk(self.app, self.clock, timedelta(**time))

    async def crash_and_restart(self) -> None:
        await self.crash()
        await self.comes_back()

    async def crash(self) -> None:
        """Kill the bot; what people do now waits for it."""
        life, self.life = self.life, None
        assert life is not None
        await life.crash()

    async def comes_back(self) -> None:
        """Start the bot again, on what it left."""
        await self._begin()
        await self.settled()

    @property
    def app(self) -> App:
        assert self.life is not None
        assert self.life.app is not None
        return self.life.app

    async def _begin(self) -> None:
        settings, store = read(self._environ), await self.store()
        self.life = Life(settings, self.clock, store, self.request())
        await self.life.begin()
