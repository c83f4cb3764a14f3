"""Calls to the server share pipelines: one is in flight, the next fills meanwhile.

With `appendfsync always` one fsync then serves a whole pipeline. Every failure leaves here as one
of the port's exceptions.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from redis import exceptions as wrong

from bot.store.scripts import Words
from bot.store.server import Server, translated

Request: TypeAlias = Callable[[], Words]
"""Makes the words of a call, anew for each attempt: an owner's grip may have changed."""
Waiting: TypeAlias = tuple[Request, "asyncio.Future[Any]"]

AT_ONCE = 512
LOST = (wrong.ConnectionError, wrong.TimeoutError)


class Line:
    """One pipeline at a time. `lost` is called when an answer was lost: it may have happened."""

    def __init__(self, server: Server, lost: Callable[[], None]) -> None:
        self._server = server
        self._lost = lost
        self._waiting: list[Waiting] = []
        self._batch: list[Waiting] = []
        self._sending: asyncio.Task[None] | None = None

    async def ask(self, request: Request) -> Any:
        answer = asyncio.get_running_loop().create_future()
        self._waiting.append((request, answer))
        if self._sending is None:
            self._begin()
        try:
            return await answer
        except asyncio.CancelledError:
            self._lost()
            raise

    async def drain(self) -> None:
        """Wait until nothing is in flight."""
        while self._sending is not None:
            await asyncio.wait([self._sending])

    async def _send_all(self) -> None:
        while self._waiting:
            self._batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            answers = await self._answers(self._batch)
            for (_, future), answer in zip(self._batch, answers, strict=True):
                _settle(future, answer)

    def _end(self, sent: asyncio.Task[None]) -> None:
        self._sending = None
        if sent.cancelled():  # cut short, as when the loop ends: nobody is to wait for ever
            for _, future in (*self._batch, *self._waiting):
                future.cancel()
            self._waiting = []
        elif self._waiting:  # asked after the last look, before this was called
            self._begin()

    def _begin(self) -> None:
        self._sending = asyncio.create_task(self._send_all())
        self._sending.add_done_callback(self._end)

    async def _answers(self, batch: list[Waiting]) -> Sequence[Any]:
        requests = [request for request, _ in batch]
        try:
            return await self._send(requests)
        except Exception as error:  # noqa: BLE001 - whoever waits must hear of it, whatever it is
            return [error] * len(batch)

    async def _send(self, requests: list[Request]) -> list[Any]:
        # Every script knows its own repeats, so a broken connection is tried once more at once.
        try:
            return await self._attempt(requests)
        except wrong.ConnectionError:
            await self._server.revive()
            return await self._attempt(requests)

    async def _attempt(self, requests: list[Request]) -> list[Any]:
        answers = await self._once(requests)
        missing = [at for at, a in enumerate(answers) if isinstance(a, wrong.NoScriptError)]
        if missing:
            await self._server.load_scripts()
            again = await self._once([requests[at] for at in missing])
            for at, answer in zip(missing, again, strict=True):
                answers[at] = answer
        return answers

    async def _once(self, requests: list[Request]) -> list[Any]:
        async with self._server.pipeline() as pipe:
            for request in requests:
                pipe.execute_command(*request())
            try:
                answers = list(await pipe.execute(raise_on_error=False))
            except LOST:
                self._lost()
                raise
        if any(isinstance(answer, LOST) for answer in answers):  # one node of a Cluster
            self._lost()
        return answers


def _settle(future: "asyncio.Future[Any]", answer: Any) -> None:
    if future.done():
        return
    if isinstance(answer, Exception):
        future.set_exception(translated(answer))
    else:
        future.set_result(answer)
