"""Updates come by webhook in their queues: one in flight each, until the bot takes it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port

from bot.sandbox.courier import pause_after
from bot.sandbox.terms import Json
from bot.sandbox.town import Town
from tests.bot.sandbox.conftest import Ask

MIA, TOM = 1001, 1002


class Hook:
    """A bot's endpoint: answers are held back until the test gives them."""

    def __init__(self) -> None:
        self.came: deque[Json] = deque()
        self.secrets: set[str | None] = set()
        self._arrival = asyncio.Condition()
        self._answers: dict[int, asyncio.Queue[web.Response]] = {}
        self.url = ""

    async def post(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        async with self._arrival:
            self.came.append(update)
            self._arrival.notify_all()
        return await self._queue(update).get()

    def _queue(self, update: Json) -> asyncio.Queue[web.Response]:
        return self._answers.setdefault(update["update_id"], asyncio.Queue())

    async def next(self) -> Json:
        async with asyncio.timeout(5), self._arrival:
            await self._arrival.wait_for(lambda: self.came)
            return self.came.popleft()

    def give(self, update: Json, status: int = 200, retry_after: str | None = None) -> None:
        headers = {"Retry-After": retry_after} if retry_after else {}
        self._queue(update).put_nowait(web.Response(status=status, headers=headers))


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.post)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    port = unused_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    hook.url = f"http://127.0.0.1:{port}/hook"
    yield hook
    await runner.cleanup()


async def taken(town: Town, left: int = 0) -> None:
    await town.until(lambda: len(town.world.inbox.pending()) == left)


def no_pauses(town: Town) -> list[int]:
    """Let retries follow at once; gives back the failures each would have waited for."""
    asked: list[int] = []

    def pause(failures: int) -> float:
        asked.append(failures)
        return 0

    town.courier.pause = pause
    return asked


async def test_texts_of_a_chat_come_one_after_the_other(town: Town, ask: Ask, hook: Hook) -> None:
    await ask("setWebhook", url=hook.url, secret_token="s-3cret")
    town.say(MIA, "1")
    town.say(MIA, "2")
    first = await hook.next()
    assert first["message"]["text"] == "1"
    town.say(TOM, "other")
    other = await hook.next()
    assert other["message"]["text"] == "other"
    assert not hook.came
    hook.give(first)
    second = await hook.next()
    assert second["message"]["text"] == "2"
    hook.give(second)
    hook.give(other)
    await taken(town)
    assert hook.secrets == {"s-3cret"}


async def test_a_text_and_a_tap_of_one_chat_come_in_parallel(
    town: Town, ask: Ask, hook: Hook
) -> None:
    await ask("setWebhook", url=hook.url)
    said = town.say(MIA, "1")
    town.tap(MIA, said["message_id"], "x")
    both = [await hook.next(), await hook.next()]
    assert {kind for update in both for kind in update} == {
        "update_id",
        "message",
        "callback_query",
    }
    for update in both:
        hook.give(update)
    await taken(town)
    assert hook.secrets == {None}


async def test_a_refused_update_is_tried_again(town: Town, ask: Ask, hook: Hook) -> None:
    pauses = no_pauses(town)
    await ask("setWebhook", url=hook.url)
    town.say(MIA, "1")
    for status in (500, 404, 302):
        hook.give(await hook.next(), status)
    hook.give(await hook.next())
    await taken(town)
    assert pauses == [1, 2, 3]
    info = (await ask("getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"
    assert (info["url"], info["pending_update_count"]) == (hook.url, 0)
    assert "secret" not in info


async def test_the_bots_own_wish_to_wait_is_heard(town: Town, ask: Ask, hook: Hook) -> None:
    pauses = no_pauses(town)
    await ask("setWebhook", url=hook.url)
    town.say(MIA, "1")
    hook.give(await hook.next(), 503, "1")
    hook.give(await hook.next())
    await taken(town)
    assert pauses == []


async def test_nobody_there_is_tried_again(town: Town, ask: Ask, hook: Hook) -> None:
    town.courier.pause = lambda _: 0.01
    await ask("setWebhook", url=f"http://127.0.0.1:{unused_port()}/hook")
    town.say(MIA, "1")
    await town.until(lambda: town.world.ledger.table("webhook").get("error"))
    await ask("setWebhook", url=hook.url, allowed_updates=["message"])
    hook.give(await hook.next())
    await taken(town)
    info = (await ask("getWebhookInfo"))["result"]
    assert info["allowed_updates"] == ["message"]
    assert "last_error_message" not in info


async def test_pending_updates_can_be_dropped(town: Town, ask: Ask, hook: Hook) -> None:
    town.say(MIA, "old")
    await ask("setWebhook", url=hook.url, drop_pending_updates=True)
    town.say(MIA, "new")
    update = await hook.next()
    assert update["message"]["text"] == "new"
    hook.give(update)
    await taken(town)
    await ask("setWebhook", url="")
    assert (await ask("getWebhookInfo"))["result"]["url"] == ""


def test_pauses_grow_to_a_minute() -> None:
    assert [pause_after(n) for n in range(1, 9)] == [0, 2, 4, 8, 16, 32, 60, 60]
