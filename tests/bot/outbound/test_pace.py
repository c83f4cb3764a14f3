"""The pacer, on a clock that jumps to whenever somebody wakes up."""

import asyncio
import heapq

import pytest

from bot.outbound import pace
from bot.outbound.pace import Pace


class Time:
    """Time that passes when everybody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        heapq.heappush(self._sleepers, (self.now + seconds, id(woken), woken))
        await woken.wait()

    async def pass_until_done(self, *tasks: "asyncio.Task[None]") -> None:
        while not all(task.done() for task in tasks):
            for _ in range(5):
                await asyncio.sleep(0)
            if self._sleepers and not all(task.done() for task in tasks):
                self.now, _, woken = heapq.heappop(self._sleepers)
                woken.set()


class Sends:
    """Notes when each send got its leave."""

    def __init__(self) -> None:
        self.time = Time()
        self.pace = Pace(lambda: self.time.now, self.time.sleep)
        self.at: list[float] = []

    async def all_to(self, *chats: int | None) -> list[float]:
        tasks = [asyncio.ensure_future(self._send(chat)) for chat in chats]
        await self.time.pass_until_done(*tasks)
        return [round(at - 100.0, 2) for at in self.at]

    async def _send(self, chat: int | None) -> None:
        await self.pace.leave(chat)
        self.at.append(self.time.now)


async def test_one_chat_gets_five_at_once_and_then_one_a_second() -> None:
    assert await Sends().all_to(*[7] * 8) == [0, 0, 0, 0, 0, 1, 2, 3]


async def test_a_group_gets_twenty_a_minute() -> None:
    assert await Sends().all_to(*[-7] * 7) == [0, 0, 0, 0, 0, 3, 6]


async def test_all_together_get_twenty_five_a_second() -> None:
    at = await Sends().all_to(*range(1, 56))
    assert at[:6] == [0, 0, 0, 0, 0, 0.04]
    assert at[-1] == 2.0


async def test_a_slow_chat_slows_nobody_else() -> None:
    sends = Sends()
    await sends.all_to(*[7] * 5)
    waiting = asyncio.ensure_future(sends.pace.leave(7))
    await asyncio.sleep(0)
    other = asyncio.ensure_future(sends.pace.leave(8))
    await sends.time.pass_until_done(other)
    assert sends.time.now < 100.5
    await sends.time.pass_until_done(waiting)


async def test_edits_count_for_the_whole_bot_only() -> None:
    assert max(await Sends().all_to(*[None] * 30)) == 1.0


async def test_nobody_sends_while_it_is_held_and_then_not_all_at_once() -> None:
    sends = Sends()
    sends.pace.hold(30)
    sends.pace.hold(3)
    at = await sends.all_to(*range(1, 11))
    assert at[0] == 30
    assert at[-1] == 30.2


async def test_a_hold_told_meanwhile_is_for_those_who_wait_too() -> None:
    sends = Sends()
    tasks = [asyncio.ensure_future(sends._send(chat)) for chat in range(1, 11)]
    await asyncio.sleep(0)
    sends.pace.hold(10)
    await sends.time.pass_until_done(*tasks)
    late = [at - 100 for at in sends.at if at > 100]
    assert min(late) >= 10
    assert max(late) > min(late)


async def test_chats_long_silent_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_MANY", 3)
    sends = Sends()
    await sends.all_to(1, 2, 3)
    sends.time.now += 60
    await sends.all_to(4)
    assert list(sends.pace._chats) == [4]
