"""The windows through which the town is seen: the page, its state, and what happens, live."""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import msgspec
from aiohttp import hdrs, web
from msgspec import structs

from bot.sandbox.gate import Call
from bot.sandbox.hands import Hands
from bot.sandbox.methods.commands import commands_of
from bot.sandbox.people import Person
from bot.sandbox.terms import Json, Refused
from bot.sandbox.world import World

PAGE = Path(__file__).parent / "page"
SHOWN = {
    "message",
    "deleted",
    "person",
    "tap",
    "answer",
    "action",
    "keyboard",
    "commands",
    "clock",
}
PICTURES = {"image/png", "image/jpeg"}
OWN_CONTENT_ONLY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"
PING = 15
NUMBER = re.compile(r"-?\d+")


class Windows:
    """Everything below / that only looks."""

    def __init__(self, world: World, hands: Hands, calls: Sequence[Call]) -> None:
        self._world = world
        self._hands = hands
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self.page),
            web.get("/page/{name}", self.page),
            web.get("/town/state", self.state),
            web.get("/town/events", self.events),
            web.get("/town/messages", self.messages),
            web.get("/town/calls", self.calls),
            web.get("/town/file/{file_id}", self.file),
        ]

    async def page(self, request: web.Request) -> web.StreamResponse:
        path = PAGE / request.match_info.get("name", "index.html")
        if path.parent != PAGE or not path.is_file():
            raise web.HTTPNotFound
        headers = {"Content-Security-Policy": OWN_CONTENT_ONLY, "Cache-Control": "no-cache"}
        return web.FileResponse(path, headers=headers)

    async def state(self, _: web.Request) -> web.Response:
        people = [self._phone(person) for person in self._world.census.everybody()]
        return web.json_response(
            {"bot": self._world.census.bot(), "clock": self._hands.show(), "people": people}
        )

    def _phone(self, person: Person) -> Json:
        return {
            **structs.asdict(person),
            "messages": self._world.talk.of(person.id),
            "keyboard": self._world.talk.keyboard(person.id),
            "commands": commands_of(self._world, person),
        }

    async def messages(self, request: web.Request) -> web.Response:
        chat = request.query.get("chat", "")
        return web.json_response(self._world.talk.of(int(chat) if NUMBER.fullmatch(chat) else 0))

    async def calls(self, _: web.Request) -> web.Response:
        """Show the requests the bot made, and what they were answered."""
        return web.json_response([structs.asdict(call) for call in self._calls])

    async def file(self, request: web.Request) -> web.StreamResponse:
        try:
            row = self._world.drawer.find(request.match_info["file_id"])
        except Refused as refused:
            raise web.HTTPNotFound from refused
        shown = "inline" if row["type"] in PICTURES else "attachment"
        headers = {
            hdrs.CONTENT_TYPE: row["type"] if shown == "inline" else "application/octet-stream",
            hdrs.CONTENT_DISPOSITION: f"{shown}; filename*=UTF-8''{quote(row['name'], safe='')}",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=self._world.drawer.bytes_of(row), headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Tell an open page what happens, as server-sent events."""
        stream = web.StreamResponse(headers={"Cache-Control": "no-store"})
        stream.content_type = "text/event-stream"
        await stream.prepare(request)
        with self._world.bell.listen() as queue:
            await stream.write(b"retry: 500\n\nevent: open\ndata: {}\n\n")
            while True:
                await stream.write(await _next(queue))


async def _next(queue: asyncio.Queue[Json]) -> bytes:
    """Wait for an event worth showing; a comment now and then finds pages that have gone."""
    try:
        async with asyncio.timeout(PING):
            while (event := await queue.get())["kind"] not in SHOWN:
                pass
    except TimeoutError:
        return b": still here\n\n"
    return b"data: " + msgspec.json.encode(event) + b"\n\n"
