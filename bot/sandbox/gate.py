"""The door of the Bot API: reads requests, meets the ordered bad luck, calls, answers."""

import asyncio
import json
from collections import deque
from typing import Any

from aiohttp import BodyPartReader, hdrs, web
from msgspec import Struct

from bot.sandbox import schema
from bot.sandbox.faults import Faults, Flood, Moment
from bot.sandbox.methods import METHODS
from bot.sandbox.polling import Line
from bot.sandbox.terms import Json, Refused, Upload, bad
from bot.sandbox.world import World

BODY_LIMIT = 51 * 1024 * 1024
REMEMBERED = 10_000
NAMES = {name.lower(): name for name in schema.API.methods}


class Call(Struct, frozen=True, kw_only=True):
    """One request as it came in, and what it was answered."""

    method: str
    params: Json
    answer: Json


class Gate:
    """Answers /bot<token>/<method> as the Bot API does."""

    def __init__(self, world: World) -> None:
        self.faults = Faults()
        self.flood = Flood(world.wall)
        self.calls: deque[Call] = deque(maxlen=REMEMBERED)
        self._world = world
        self.line = Line(world)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self.answer),
            web.get("/file/bot{token}/files/{number}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._world.token:
            return _told(Refused(401, "Unauthorized").answer())
        method = NAMES.get(request.match_info["method"].lower())
        if method is None or request.method not in {hdrs.METH_GET, hdrs.METH_POST}:
            return _told(Refused(404, "Not Found").answer())
        fault = self.faults.take(method)
        if fault is Moment.RESET_BEFORE:
            return _reset(request)
        answer = await self._called(request, method, fault)
        return await _after(request, fault, answer)

    async def download(self, request: web.Request) -> web.StreamResponse:
        path = self._world.drawer.path(request.match_info["number"])
        if request.match_info["token"] != self._world.token or path is None:
            return _told(Refused(404, "Not Found").answer())
        return web.Response(body=path.read_bytes())

    async def _called(self, request: web.Request, method: str, fault: object) -> Json:
        params: Json = {}
        try:
            params = await read_params(request)
            if isinstance(fault, Refused):
                raise fault
            answer = {"ok": True, "result": await self._result(method, params)}
        except Refused as refused:
            answer = refused.answer()
        self.calls.append(Call(method=method, params=_noted(params), answer=answer))
        self._world.bell.ring({"kind": "call", "method": method})
        return answer

    async def _result(self, method: str, params: Json) -> Any:
        typed = schema.read(method, params)
        self.flood.check(method, typed)
        if method == "getUpdates":
            return await self.line.get_updates(typed)
        return METHODS[method](self._world, typed)


async def read_params(request: web.Request) -> Json:
    """Read a request's parameters from its query and its body, whatever form that has."""
    params: Json = dict(request.query)
    if request.content_type == "application/json":
        return {**params, **_json(await request.text())}
    if request.content_type == "multipart/form-data":
        return {**params, **await _multipart(request)}
    return {**params, **{k: v for k, v in (await request.post()).items() if isinstance(v, str)}}


def _json(body: str) -> Json:
    try:
        given = json.loads(body or "{}")
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise bad("can't parse JSON object in the request")
    return given


async def _multipart(request: web.Request) -> Json:
    parts: Json = {}
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name:
            parts[part.name] = await _part(part)
    return _joined(parts)


async def _part(part: BodyPartReader) -> str | Upload:
    if part.filename is None:
        return await part.text()
    kind = part.headers.get(hdrs.CONTENT_TYPE, "application/octet-stream")
    return Upload(name=part.filename, type=kind, data=bytes(await part.read()))


def _joined(parts: Json) -> Json:
    """Put uploads where `attach://name` speaks of them."""
    named = {
        key: value.removeprefix("attach://")
        for key, value in parts.items()
        if isinstance(value, str) and value.startswith("attach://")
    }
    joined = {key: parts[name] for key, name in named.items() if name in parts}
    used = set(named.values())
    return {**{k: v for k, v in parts.items() if k not in used}, **joined}


def _noted(params: Json) -> Json:
    """Write parameters down without the bytes of their files."""
    return {
        key: f"attach://{value.name}" if isinstance(value, Upload) else value
        for key, value in params.items()
    }


async def _after(request: web.Request, fault: object, answer: Json) -> web.StreamResponse:
    if fault is Moment.RESET_AFTER:
        return _reset(request)
    if fault is Moment.SILENT_AFTER:
        await asyncio.Event().wait()
    return _told(answer)


def _reset(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _told(answer: Json) -> web.Response:
    retry = answer.get("parameters", {}).get("retry_after")
    headers = {"Retry-After": str(retry)} if retry else None
    return web.json_response(answer, status=answer.get("error_code", 200), headers=headers)
