"""A Telegram that says what it is told to say, and remembers what it was asked."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

import msgspec
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer


class Telegram:
    """Answers `answers` one after the other, then with ever new messages."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, object]]] = []
        self.answers: deque[tuple[int, object]] = deque()
        self.hang = False
        self.reset = False
        self.url = ""
        self.files_url = ""
        self.files: dict[str, bytes] = {}
        self.broken = False
        self._last = 100
        self._hung = asyncio.Event()

    def methods(self) -> list[str]:
        return [method for method, _ in self.asked]

    def says(self, code: int, description: str, **parameters: int) -> None:
        self.answers.append((code, {"description": description, "parameters": parameters}))

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.match_info["method"], await _parameters(request)))
        if self.reset and request.transport is not None:
            request.transport.abort()
        if self.hang:
            await self._hung.wait()
        if self.answers:
            code, body = self.answers.popleft()
            return web.json_response(body, status=code)
        self._last += 1
        return web.json_response({"ok": True, "result": {"message_id": self._last}})

    async def file(self, request: web.Request) -> web.StreamResponse:
        content = self.files.get(request.match_info["path"])
        if self.broken or content is None:
            return web.json_response({"ok": False}, status=500 if self.broken else 404)
        return web.Response(body=content)

    def let_go(self) -> None:
        self._hung.set()


async def _parameters(request: web.Request) -> dict[str, object]:
    if request.content_type == "application/json":
        return msgspec.json.decode(await request.read(), type=dict[str, object])
    found: dict[str, object] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            found[name] = (value.filename, value.file.read())
        else:
            found[name] = value
    return found


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    place = Telegram()
    app = web.Application()
    app.router.add_route("*", "/bot1:x/{method}", place.answer)
    app.router.add_get("/file/bot1:x/{path:.+}", place.file)
    async with TestServer(app) as server:
        place.url = str(server.make_url("/bot1:x"))
        place.files_url = str(server.make_url("/file/bot1:x"))
        yield place
        place.let_go()
