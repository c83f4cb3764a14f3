"""The pacer, on a clock that jumps to whenever somebody wakes up."""

import asyncio
import heapq

import pytest

from bot.outbound import pace
from bot.outbound.pace import Pace
from bot.ports import StoreUnavailable, Urgency
from bot.store.memory import MemoryStore
from bot.store.place import Place
from bot.turns import Toll

REPLY, PING, BULK = Urgency.REPLY, Urgency.PING, Urgency.BULK


class Time:
    """Time that passes when everybody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []

    def ms(self) -> int:
        return round(self.now * 1000)

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        heapq.heappush(self._sleepers, (self.now + seconds, id(woken), woken))
        await woken.wait()

    async def pass_until_done(self, *tasks: "asyncio.Task[None]") -> None:
        while not all(task.done() for task in tasks):
            for _ in range(20):
                await asyncio.sleep(0)
            if self._sleepers and not all(task.done() for task in tasks):
                at, _, woken = heapq.heappop(self._sleepers)
                self.now = max(self.now, at)
                woken.set()


class Away:
    """A gate that cannot be reached."""

    async def turn(self, toll: Toll, hold: int = 0) -> float:
        raise StoreUnavailable(f"{toll} {hold}")


class Sends:
    """Two processes behind one gate; notes when each send got its leave."""

    def __init__(self, gate: Away | None = None) -> None:
        self.time = Time()
        place = Place()
        stores = [MemoryStore(place, now=self.time.ms) for _ in range(2)]
        self.paces = [
            Pace(gate or store, lambda: self.time.now, self.time.sleep) for store in stores
        ]
        self.at: list[float] = []
        self.order: list[Urgency] = []

    async def all_to(self, *chats: int | None, urgency: Urgency = BULK) -> list[float]:
        tasks = [self.begin(chat, urgency) for chat in chats]
        await self.time.pass_until_done(*tasks)
        return [round(at - 100.0, 2) for at in self.at]

    def begin(self, chat: int | None, urgency: Urgency, process: int = 0) -> "asyncio.Task[None]":
        return asyncio.create_task(self._send(chat, urgency, process))

    async def _send(self, chat: int | None, urgency: Urgency, process: int) -> None:
        await self.paces[process].leave(chat, urgency)
        self.at.append(self.time.now)
        self.order.append(urgency)


async def test_one_chat_gets_five_as_fast_as_all_and_then_one_a_second() -> None:
    at = await Sends().all_to(*[7] * 8, urgency=REPLY)
    assert at == [0, 0, 0, 0, 0.04, 1, 2, 3]


async def test_a_group_gets_twenty_a_minute() -> None:
    at = await Sends().all_to(*[-7] * 7, urgency=REPLY)
    assert at == [0, 0, 0, 0, 0.04, 3, 6]


async def test_all_together_get_twenty_five_a_second() -> None:
    at = await Sends().all_to(*range(1, 53))
    assert at[:4] == [0, 0, 0.04, 0.08]
    assert at[-1] == 2.0


async def test_no_second_of_any_mixture_has_more_than_telegram_takes() -> None:
    sends = Sends()
    mixed = [(chat, Urgency(chat % 3)) for chat in range(1, 121)]
    tasks = [sends.begin(chat, urgency, chat % 2) for chat, urgency in mixed]
    await sends.time.pass_until_done(*tasks)
    seconds = [[at for at in sends.at if begin <= at < begin + 0.999] for begin in sends.at]
    assert max(len(second) for second in seconds) == 28


async def test_two_processes_share_the_pace() -> None:
    sends = Sends()
    tasks = [sends.begin(chat, BULK, chat % 2) for chat in range(1, 53)]
    await sends.time.pass_until_done(*tasks)
    assert sends.time.now == pytest.approx(102.0)


async def test_the_more_urgent_go_first_and_what_they_take_ahead_is_missing_for_the_rest() -> None:
    sends = Sends()
    many = [sends.begin(chat, BULK) for chat in range(1, 31)]
    await asyncio.sleep(0)
    reply, ping = sends.begin(101, REPLY), sends.begin(102, PING)
    await sends.time.pass_until_done(reply)
    assert sends.time.now == 100.0
    await sends.time.pass_until_done(ping)
    assert sends.time.now == pytest.approx(100.04)
    assert sends.order == [BULK, BULK, REPLY, PING]
    await sends.time.pass_until_done(*many)
    assert sends.time.now == pytest.approx(101.2)


async def test_who_comes_while_others_wait_is_served_at_once_if_that_is_more_urgent() -> None:
    sends = Sends()
    many = [sends.begin(chat, BULK) for chat in range(1, 21)]
    while len(sends.at) < 8:
        await sends.time.pass_until_done(*many[: len(sends.at) + 1])
    before = sends.time.now
    await sends.time.pass_until_done(sends.begin(101, REPLY))
    assert sends.time.now == before
    await sends.time.pass_until_done(*many)


async def test_who_gave_up_waiting_takes_no_turn() -> None:
    sends = Sends()
    waiting = [sends.begin(chat, BULK) for chat in range(1, 9)]
    await asyncio.sleep(0)
    for task in waiting[2:]:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert len(sends.at) == 2


async def test_a_slow_chat_slows_nobody_else() -> None:
    sends = Sends()
    await sends.all_to(*[7] * 5)
    waiting = sends.begin(7, REPLY)
    await asyncio.sleep(0)
    other = sends.begin(8, REPLY)
    await sends.time.pass_until_done(other)
    assert sends.time.now < 100.5
    await sends.time.pass_until_done(waiting)


async def test_edits_count_for_the_whole_bot_only() -> None:
    assert max(await Sends().all_to(*[None] * 27)) == 1.0


async def test_nobody_sends_while_it_is_held_not_even_elsewhere_and_then_slower() -> None:
    sends = Sends()
    await sends.paces[0].hold(30)
    await sends.paces[0].hold(3)
    tasks = [sends.begin(chat, REPLY, chat % 2) for chat in range(1, 21)]
    await sends.time.pass_until_done(*tasks)
    at = [at - 100.0 for at in sends.at]
    assert min(at) == 30
    assert max(at) == pytest.approx(31.28)


async def test_a_hold_told_meanwhile_is_for_those_who_wait_too() -> None:
    sends = Sends()
    tasks = [sends.begin(chat, BULK, chat % 2) for chat in range(1, 11)]
    await asyncio.sleep(0)
    await sends.paces[0].hold(10)
    await sends.time.pass_until_done(*tasks)
    late = [at - 100 for at in sends.at if at > 100]
    assert min(late) >= 10


async def test_the_pace_comes_back_after_a_while() -> None:
    sends = Sends()
    await sends.paces[0].hold(1)
    sends.time.now += 40
    await sends.all_to(*range(1, 28))
    assert sends.time.now == pytest.approx(141.0)


async def test_where_the_store_cannot_say_each_process_keeps_the_pace_alone() -> None:
    sends = Sends(Away())
    at = await sends.all_to(*range(1, 28))
    assert at[-1] == 1.0
    await sends.paces[0].hold(5)
    await sends.all_to(99)
    assert sends.time.now >= 106


async def test_chats_long_silent_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_MANY", 3)
    sends = Sends()
    await sends.all_to(1, 2, 3)
    sends.time.now += 60
    await sends.all_to(4)
    assert list(sends.paces[0]._chats) == [4]
