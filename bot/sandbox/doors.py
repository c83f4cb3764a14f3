"""The town's own HTTP doors: what the page sees and what its people do."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import msgspec
from aiohttp import hdrs, web
from msgspec import Struct, structs

from bot.sandbox import acts
from bot.sandbox.hands import Hands
from bot.sandbox.methods.commands import commands_of
from bot.sandbox.people import Person
from bot.sandbox.terms import Json, Refused, Upload, bad
from bot.sandbox.world import World

S = TypeVar("S", bound=Struct)
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
NO_FOREIGN_CONTENT = "default-src 'self'; img-src 'self' data:; style-src 'self'"
PING = 15


class Say(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int
    text: str
    chat: int | None = None


class Tap(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int
    message_id: int
    index: int = 0
    data: str | None = None


class Edit(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int
    message_id: int
    text: str


class Who(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int


class Newcomer(Struct, kw_only=True, forbid_unknown_fields=True):
    first_name: str
    role: str = "client"
    language: str = "en"


class Forward(Struct, kw_only=True, forbid_unknown_fields=True):
    seconds: int


class Doors:
    """Everything below / that is not the Bot API."""

    def __init__(self, world: World, hands: Hands) -> None:
        self._world = world
        self._hands = hands

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self.page),
            web.get("/page/{name}", self.page),
            web.get("/town/state", self.state),
            web.get("/town/events", self.events),
            web.get("/town/messages", self.messages),
            web.get("/town/file/{file_id}", self.file),
            web.post("/town/say", told(self.say)),
            web.post("/town/tap", told(self.tap)),
            web.post("/town/edit", told(self.edit)),
            web.post("/town/send", told(self.send)),
            web.post("/town/block", told(self.block)),
            web.post("/town/unblock", told(self.unblock)),
            web.post("/town/people", told(self.settle)),
            web.post("/town/clock", told(self.clock)),
        ]

    async def page(self, request: web.Request) -> web.StreamResponse:
        path = PAGE / request.match_info.get("name", "index.html")
        if path.parent != PAGE or not path.is_file():
            raise web.HTTPNotFound
        headers = {"Content-Security-Policy": NO_FOREIGN_CONTENT, "Cache-Control": "no-cache"}
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
        return web.json_response(self._world.talk.of(int(request.query["chat"])))

    async def file(self, request: web.Request) -> web.StreamResponse:
        try:
            row = self._world.drawer.find(request.match_info["file_id"])
        except Refused as refused:
            raise web.HTTPNotFound from refused
        shown = "inline" if row["type"] in PICTURES else "attachment"
        name = str(row["name"]).replace('"', "")
        headers = {
            hdrs.CONTENT_TYPE: row["type"] if shown == "inline" else "application/octet-stream",
            hdrs.CONTENT_DISPOSITION: f'{shown}; filename="{name}"',
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

    async def say(self, request: web.Request) -> Json:
        said = await _body(request, Say)
        return acts.say(self._world, said.person, said.text, said.chat)

    async def tap(self, request: web.Request) -> Json:
        tap = await _body(request, Tap)
        data = tap.data
        if data is None:
            data = acts.button_data(self._world, tap.person, tap.message_id, tap.index)
        return {"query_id": acts.tap(self._world, tap.person, tap.message_id, data)}

    async def edit(self, request: web.Request) -> Json:
        edit = await _body(request, Edit)
        return acts.edit(self._world, edit.person, edit.message_id, edit.text)

    async def send(self, request: web.Request) -> Json:
        query = request.query
        upload = Upload(
            name=query.get("name", "file"),
            type=request.content_type,
            data=await request.read(),
        )
        send = acts.SENDS.get(query.get("kind", "document"))
        if send is None:
            raise bad("there is no such kind of file")
        return send(self._world, int(query["person"]), upload)

    async def block(self, request: web.Request) -> Json:
        acts.block(self._world, (await _body(request, Who)).person)
        return {}

    async def unblock(self, request: web.Request) -> Json:
        acts.unblock(self._world, (await _body(request, Who)).person)
        return {}

    async def settle(self, request: web.Request) -> Json:
        new = await _body(request, Newcomer)
        return structs.asdict(self._world.census.add(new.first_name, new.role, new.language))

    async def clock(self, request: web.Request) -> Json:
        await self._hands.push((await _body(request, Forward)).seconds)
        return self._hands.show()


async def _body(request: web.Request, kind: type[S]) -> S:
    try:
        return msgspec.json.decode(await request.read(), type=kind)
    except msgspec.DecodeError as error:
        raise bad(str(error)) from error


def told(act: Callable[[web.Request], Awaitable[Json]]) -> Callable[..., Awaitable[web.Response]]:
    """Answer with what an act gives back, or say why it cannot be."""

    async def answer(request: web.Request) -> web.Response:
        try:
            return web.json_response(await act(request))
        except Refused as refused:
            return web.json_response(refused.answer(), status=refused.code)

    return answer


async def _next(queue: asyncio.Queue[Json]) -> bytes:
    """Wait for an event worth showing; a comment now and then finds pages that have gone."""
    try:
        async with asyncio.timeout(PING):
            while (event := await queue.get())["kind"] not in SHOWN:
                pass
    except TimeoutError:
        return b": still here\n\n"
    return b"data: " + msgspec.json.encode(event) + b"\n\n"
