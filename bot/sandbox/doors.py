"""The doors by which the town's people act: a JSON request for each thing a phone can do."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from aiohttp import web
from msgspec import Struct, structs

from bot.sandbox import acts
from bot.sandbox.hands import Hands
from bot.sandbox.terms import Json, Refused, Upload, bad
from bot.sandbox.world import World

S = TypeVar("S", bound=Struct)


class Say(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int
    text: str
    chat: int | None = None
    reply_to: int = 0


class Tap(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int
    message_id: int
    index: int = 0
    data: str | None = None


class Edit(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int
    message_id: int
    text: str


class Send(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int
    kind: str = "document"
    name: str = "file"


class Who(Struct, kw_only=True, forbid_unknown_fields=True):
    person: int


class Newcomer(Struct, kw_only=True, forbid_unknown_fields=True):
    first_name: str
    role: str = "client"
    language: str = "en"


class Forward(Struct, kw_only=True, forbid_unknown_fields=True):
    seconds: int


class Doors:
    """What people do, each under /town/."""

    def __init__(self, world: World, hands: Hands) -> None:
        self._world = world
        self._hands = hands

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/town/say", told(self.say)),
            web.post("/town/tap", told(self.tap)),
            web.post("/town/edit", told(self.edit)),
            web.post("/town/send", told(self.send)),
            web.post("/town/block", told(self.block)),
            web.post("/town/unblock", told(self.unblock)),
            web.post("/town/people", told(self.settle)),
            web.post("/town/clock", told(self.clock)),
        ]

    async def say(self, request: web.Request) -> Json:
        said = await _body(request, Say)
        return acts.say(self._world, said.person, said.text, said.chat, said.reply_to)

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
        sent = _query(request, Send)
        send = acts.SENDS.get(sent.kind)
        if send is None:
            raise bad("there is no such kind of file")
        data = await request.read()
        upload = Upload(name=sent.name, type=request.content_type, data=data)
        return send(self._world, sent.person, upload)

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


def _query(request: web.Request, kind: type[S]) -> S:
    try:
        return msgspec.convert(dict(request.query), kind, strict=False)
    except msgspec.ValidationError as error:
        raise bad(str(error)) from error


def told(act: Callable[[web.Request], Awaitable[Json]]) -> Callable[..., Awaitable[web.Response]]:
    """Answer with what an act gives back, or say why it cannot be."""

    async def answer(request: web.Request) -> web.Response:
        try:
            return web.json_response(await act(request))
        except Refused as refused:
            return web.json_response(refused.answer(), status=refused.code)

    return answer
