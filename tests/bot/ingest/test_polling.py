"""The offset moves only over updates whose outcomes are committed."""

import asyncio
from typing import Any

import pytest
from telegram.error import InvalidToken, NetworkError

from bot.ingest import polling
from bot.ingest.polling import Polling
from bot.ports import StoreUnavailable

Batch = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "PAUSES", (0.0,))


class Telegram:
    """Answers with what was prepared, then lets the poll hang until the bot stops."""

    def __init__(self, *answers: Batch | Exception) -> None:
        self.answers = list(answers)
        self.offsets: list[int | None] = []
        self.stopping = asyncio.Event()

    async def fetch(self, offset: int | None) -> Batch:
        self.offsets.append(offset)
        if not self.answers:
            self.stopping.set()
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Taker:
    """Takes updates, after as many refusals as were asked for."""

    def __init__(self, refusals: float = 0) -> None:
        self.refusals = refusals
        self.refused = asyncio.Event()
        self.taken: list[int] = []

    async def take(self, raw: dict[str, Any]) -> None:
        if self.refusals:
            self.refusals -= 1
            self.refused.set()
            raise StoreUnavailable
        self.taken.append(raw["update_id"])


async def poll(telegram: Telegram, taker: Taker) -> None:
    await Polling(telegram.fetch, taker.take, telegram.stopping).run()


async def test_the_offset_is_said_once_a_batch_is_taken() -> None:
    telegram, taker = Telegram([{"update_id": 5}, {"update_id": 6}], []), Taker()
    await poll(telegram, taker)
    assert (taker.taken, telegram.offsets) == ([5, 6], [None, 7, None])


async def test_an_unreachable_telegram_is_asked_again_with_the_same_offset() -> None:
    telegram, taker = Telegram([{"update_id": 5}], NetworkError("away"), []), Taker()
    await poll(telegram, taker)
    assert telegram.offsets == [None, 6, 6, None]


async def test_an_update_waits_for_the_store() -> None:
    telegram, taker = Telegram([{"update_id": 5}]), Taker(refusals=3)
    await poll(telegram, taker)
    assert (taker.taken, telegram.offsets) == ([5], [None, 6])


def of(person: int, update: int) -> dict[str, Any]:
    return {"update_id": update, "message": {"from": {"id": person}}}


async def test_what_one_person_sent_stays_in_order_while_the_store_is_away() -> None:
    batch = [of(1, 5), of(1, 6), of(2, 7), of(1, 8)]
    telegram, taker = Telegram(batch), Taker(refusals=1)
    await poll(telegram, taker)
    assert [update for update in taker.taken if update != 7] == [5, 6, 8]
    assert sorted(taker.taken) == [5, 6, 7, 8]


async def test_nothing_is_confirmed_when_it_stops_before_the_store_is_back() -> None:
    telegram, taker = Telegram([{"update_id": 5}]), Taker(refusals=float("inf"))
    polls = asyncio.create_task(poll(telegram, taker))
    await taker.refused.wait()
    telegram.stopping.set()
    await polls
    assert (taker.taken, telegram.offsets) == ([], [None])


async def test_a_token_that_is_none_is_not_tried_again() -> None:
    with pytest.raises(InvalidToken):
        await poll(Telegram(InvalidToken("no")), Taker())
