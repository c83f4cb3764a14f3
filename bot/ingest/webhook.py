"""Updates by webhook: 200 only once an update's outcome is committed."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from aiohttp import web

from bot.ports import StoreFull, StoreUnavailable

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
ROOM = 1024 * 1024


class _Update(msgspec.Struct):
    update_id: int


@dataclass(frozen=True)
class Webhook:
    """Takes what Telegram posts, from whoever knows the secret."""

    secret: str
    take: Callable[[dict[str, Any]], Awaitable[None]]

    def application(self, path: str) -> web.Application:
        """Make the web application that listens on this path."""
        application = web.Application(client_max_size=ROOM)
        application.router.add_post(path or "/", self.post)
        return application

    async def post(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), self.secret.encode()):
            raise web.HTTPUnauthorized
        body = await request.read()
        try:
            msgspec.json.decode(body, type=_Update)
            raw = msgspec.json.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise web.HTTPBadRequest from None
        return await self._taken(raw)

    async def _taken(self, raw: dict[str, Any]) -> web.Response:
        try:
            await self.take(raw)
        except (StoreUnavailable, StoreFull):
            return web.Response(status=503, headers={"Retry-After": "1"})
        return web.Response()
