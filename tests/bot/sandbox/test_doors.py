"""The town's own doors: what the page asks for, and who may ask."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.people import GROUP
from bot.sandbox.terms import Json, Upload
from bot.sandbox.town import Town
from tests.bot.sandbox.conftest import Ask
from tests.bot.sandbox.pictures import PNG

MIA, TOM = 1001, 1002


class Door:
    """Posts to /town/…, and gives back status and answer."""

    def __init__(self, town: Town, http: aiohttp.ClientSession) -> None:
        self._town = town
        self._http = http

    async def __call__(self, what: str, **body: Any) -> tuple[int, Json]:
        async with self._http.post(f"{self._town.url}/town/{what}", json=body) as response:
            return response.status, await response.json()


@pytest.fixture
def door(town: Town, http: aiohttp.ClientSession) -> Door:
    return Door(town, http)


async def get(town: Town, http: aiohttp.ClientSession, path: str) -> Any:
    async with http.get(f"{town.url}{path}") as response:
        assert response.status == 200
        return await response.json()


async def test_people_act_by_json(town: Town, door: Door, ask: Ask) -> None:
    _, said = await door("say", person=MIA, text="/start")
    await door("edit", person=MIA, message_id=said["message_id"], text="/help")
    assert town.messages(MIA)[0]["text"] == "/help"
    board = {
        "inline_keyboard": [
            [{"text": "a", "callback_data": "A"}, {"text": "b", "url": "https://b.c"}]
        ]
    }
    sent = (await ask("sendMessage", chat_id=MIA, text="?", reply_markup=board))["result"]
    _, tap = await door("tap", person=MIA, message_id=sent["message_id"], index=0)
    assert town.query(tap["query_id"])["data"] == "A"
    _, forged = await door("tap", person=MIA, message_id=sent["message_id"], data="Z")
    assert town.query(forged["query_id"])["data"] == "Z"
    await door("say", person=TOM, text="/help", chat=GROUP)
    assert [m["text"] for m in town.messages(GROUP)] == ["/help"]
    _, ann = await door("people", first_name="Ann", role="trainer")
    assert town.named("Ann").id == ann["id"]


async def test_a_reply_carries_the_message_it_is_to_with_its_buttons(door: Door, ask: Ask) -> None:
    await door("say", person=MIA, text="/start")
    board = {"inline_keyboard": [[{"text": "a", "callback_data": "A"}]]}
    sent = (await ask("sendMessage", chat_id=MIA, text="Well?", reply_markup=board))["result"]
    _, said = await door("say", person=MIA, text="fine", reply_to=sent["message_id"])
    assert said["reply_to_message"]["text"] == "Well?"
    assert said["reply_to_message"]["reply_markup"] == board
    _, more = await door("say", person=MIA, text="really", reply_to=said["message_id"])
    assert "reply_to_message" not in more["reply_to_message"]


@pytest.mark.parametrize(
    ("what", "body", "reason"),
    [
        ("say", {"person": 5, "text": "hi"}, "user not found"),
        ("say", {"person": MIA, "text": " "}, "message text is empty"),
        ("say", {"person": MIA, "text": "x", "reply_to": 9}, "message to be replied not found"),
        ("say", {"person": MIA}, "missing required field `text`"),
        ("say", {"person": MIA, "text": "a", "colour": 1}, "unknown field `colour`"),
        ("edit", {"person": MIA, "message_id": 9, "text": "a"}, "message to edit not found"),
        ("tap", {"person": MIA, "message_id": 9, "data": "a"}, "message not found"),
        ("tap", {"person": MIA, "message_id": 1, "index": 0}, "there is no such button"),
        ("clock", {"seconds": -1}, "the clock only goes forward"),
        ("send?kind=photo", {}, "missing required field `person`"),
        ("send?person=Mia", {}, "Expected `int`"),
        ("send?person=1001&kind=song", {}, "there is no such kind of file"),
    ],
)
async def test_what_cannot_be_is_said(
    town: Town, door: Door, what: str, body: Json, reason: str
) -> None:
    town.say(MIA, "/start")
    status, answer = await door(what, **body)
    assert status == 400
    assert reason in answer["description"]


async def test_a_blocked_bot_hears_of_it_and_the_person_cannot_write(
    town: Town, door: Door
) -> None:
    await door("say", person=MIA, text="/start")
    await door("block", person=MIA)
    status, _ = await door("say", person=MIA, text="hello?")
    assert status == 400
    await door("unblock", person=MIA)
    status, _ = await door("say", person=MIA, text="hello?")
    assert status == 200
    updates = [row["update"] for row in town.world.inbox.pending()]
    states = [u["my_chat_member"]["new_chat_member"]["status"] for u in updates[1:3]]
    assert states == ["kicked", "member"]


async def test_the_state_is_all_a_page_needs(
    town: Town, http: aiohttp.ClientSession, ask: Ask
) -> None:
    town.say(MIA, "/start")
    board = {"keyboard": [[{"text": "Yes"}]]}
    await ask("sendMessage", chat_id=MIA, text="?", reply_markup=board)
    await ask("setMyCommands", commands=[{"command": "up", "description": "Up"}])
    state = await get(town, http, "/town/state")
    [mia, tom, gina] = state["people"]
    assert [p["role"] for p in (mia, tom, gina)] == ["client", "trainer", "gym owner"]
    assert [m["text"] for m in mia["messages"]] == ["/start", "?"]
    assert mia["keyboard"] == board
    assert tom["commands"] == [{"command": "up", "description": "Up"}]
    assert (mia["started"], tom["started"]) == (True, False)
    assert state["bot"]["username"] == "stairwise_sandbox_bot"
    assert await get(town, http, f"/town/messages?chat={MIA}") == mia["messages"]
    calls = await get(town, http, "/town/calls")
    assert [call["method"] for call in calls] == ["sendMessage", "setMyCommands"]


async def test_files_are_shown_or_downloaded(town: Town, http: aiohttp.ClientSession) -> None:
    url = f"{town.url}/town/send?person={MIA}&kind=photo&name=a.png"
    async with http.post(url, data=PNG, headers={"Content-Type": "image/png"}) as response:
        photo = (await response.json())["photo"][-1]
    async with http.get(f"{town.url}/town/file/{photo['file_id']}") as response:
        assert (await response.read(), response.content_type) == (PNG, "image/png")
    page = town.send(MIA, "document", Upload(name='а".html', type="text/html", data=b"<b>"))
    async with http.get(f"{town.url}/town/file/{page['document']['file_id']}") as response:
        assert response.content_type == "application/octet-stream"
        named = "attachment; filename*=UTF-8''%D0%B0%22.html"
        assert response.headers["Content-Disposition"] == named
    for missing in ("/town/file/none", "/page/none", "/page/..%2Ftown.py", "/file/botx/files/1"):
        async with http.get(town.url + missing) as response:
            assert response.status == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8080"}, 200),
        ({"Host": "[::1]:8080"}, 200),
        ({"Host": "127.9.9.9"}, 200),
        ({"Host": "stairwise.example"}, 403),
        ({"Host": "127.0.0.1.example"}, 403),
        ({"Host": "localhost.example:8080"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Host": "127.0.0.1:9", "Origin": "http://127.0.0.1:9"}, 200),
        ({"Host": "127.0.0.1:9", "Origin": "http://127.0.0.1:8"}, 403),
    ],
)
async def test_only_this_machines_own_page_may_ask(
    town: Town, http: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    body = {"person": MIA, "text": "hi"}
    async with http.post(f"{town.url}/town/say", json=body, headers=headers) as response:
        assert response.status == status
    assert len(town.messages(MIA)) == (status == 200)


async def events(response: aiohttp.ClientResponse) -> AsyncIterator[Json]:
    async for line in response.content:
        if line.startswith(b'data: {"'):
            yield json.loads(line.removeprefix(b"data: "))


async def test_what_happens_is_told_live(
    town: Town, http: aiohttp.ClientSession, ask: Ask
) -> None:
    async with asyncio.timeout(5), http.get(f"{town.url}/town/events") as response:
        told = events(response)
        town.say(MIA, "/start")
        assert (await anext(told))["person"]["started"]
        assert (await anext(told))["message"]["text"] == "/start"
        await ask("sendChatAction", chat_id=MIA, action="typing")
        assert await anext(told) == {"kind": "action", "chat": MIA, "action": "typing"}
        sent = (await ask("sendMessage", chat_id=MIA, text="hi"))["result"]
        assert (await anext(told))["message"] == sent
        await ask("deleteMessage", chat_id=MIA, message_id=sent["message_id"])
        assert (await anext(told))["message_id"] == sent["message_id"]


async def test_the_clock_is_pushed_one_push_at_a_time(
    tmp_path: Path, http: aiohttp.ClientSession
) -> None:
    time = [datetime(2030, 1, 1, 9, tzinfo=UTC)]
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def push(seconds: int) -> datetime:
        begun.set()
        await go_on.wait()
        time[0] += timedelta(seconds=seconds)
        return time[0]

    async with Town(tmp_path, now=lambda: time[0], push=push) as town:
        await town.serve()
        door = Door(town, http)
        pushing = asyncio.create_task(door("clock", seconds=3600))
        await begun.wait()
        assert (await get(town, http, "/town/state"))["clock"]["pushing"]
        assert (await door("clock", seconds=60))[0] == 400
        go_on.set()
        _, clock = await pushing
        assert clock == {"kind": "clock", "now": "2030-01-01T10:00:00+00:00", "pushing": False}
        assert town.say(MIA, "hi")["date"] == int(time[0].timestamp())


async def test_a_link_from_elsewhere_may_open_the_page(
    town: Town, http: aiohttp.ClientSession
) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with http.get(town.url, headers=headers) as response:
        assert response.status == 200


async def test_a_port_in_use_is_an_os_error(town: Town, tmp_path: Path) -> None:
    port = int(town.url.rpartition(":")[2])
    async with Town(tmp_path / "other") as other:
        with pytest.raises(OSError, match="address already in use"):
            await other.serve(port=port)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "example.org"])  # noqa: S104 - refused
async def test_only_loopback_is_listened_on(tmp_path: Path, host: str) -> None:
    async with Town(tmp_path) as town:
        with pytest.raises(ValueError, match="loopback addresses only"):
            await town.serve(host)


async def test_its_address_can_be_a_name(tmp_path: Path, http: aiohttp.ClientSession) -> None:
    async with Town(tmp_path) as town:
        await town.serve("localhost")
        assert (await get(town, http, "/town/state"))["bot"]["is_bot"]


async def test_waiting_ends(town: Town) -> None:
    with pytest.raises(TimeoutError):
        await town.until(lambda: None, within=0.01)


@pytest.mark.parametrize(
    "name", ["index.html", "app.js", "bubble.js", "phone.js", "text.js", "style.css"]
)
async def test_the_page_loads_nothing_from_elsewhere(
    town: Town, http: aiohttp.ClientSession, name: str
) -> None:
    async with http.get(f"{town.url}/page/{name}") as response:
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        text = await response.text()
    assert re.findall(r"(?:src|href|url|import)\W+(?:https?:)?//[^']", text) == []
