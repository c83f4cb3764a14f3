"""Nobody waits for a turn for ever."""

import asyncio
from collections import deque

import pytest

from bot.outbound.waiting import Waiting
from bot.ports import Urgency


async def test_whoever_asks_hears_of_an_error_and_the_others_are_served() -> None:
    answers: deque[Exception | float] = deque([ValueError("?"), 0.0])

    async def ask(_: Urgency) -> float:
        answer = answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer

    waiting = Waiting(ask, asyncio.sleep)
    turns = [asyncio.create_task(waiting.turn(Urgency.REPLY)) for _ in range(2)]
    first, second = await asyncio.wait_for(asyncio.gather(*turns, return_exceptions=True), 2)
    assert isinstance(first, ValueError)
    assert second is None


async def test_an_error_is_nobodys_where_whoever_asked_gave_up() -> None:
    asked, answer = asyncio.Event(), asyncio.Event()

    async def ask(_: Urgency) -> float:
        asked.set()
        await answer.wait()
        raise ValueError("no")

    waiting = Waiting(ask, asyncio.sleep)
    turn = asyncio.create_task(waiting.turn(Urgency.REPLY))
    await asked.wait()
    turn.cancel()
    answer.set()
    with pytest.raises(asyncio.CancelledError):
        await turn
    with pytest.raises(ValueError, match="no"):
        await asyncio.wait_for(waiting.turn(Urgency.REPLY), 2)
