"""A file that somebody sent is read, or said to be unreadable, or tried again."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from bot.outbound.api import Api
from bot.outbound.fetch import Fetcher
from bot.outbound.transport import Transport
from bot.ports import Change
from bot.store.memory import MemoryStore
from flows.codec import write_record
from flows.effects import Fetch
from flows.news import Fetched
from flows.programs.diary import Kept, record
from tests.bot.outbound.conftest import Telegram
from tests.bot.outbound.test_send import Unpaced

MIA = "person:7"
WANTED = Fetch(file="F1", code="c", most=100)


class House:
    def __init__(self, request: Transport, telegram: Telegram) -> None:
        self.pacer = Unpaced()
        self.store = MemoryStore()
        api = Api(request, telegram.url, self.pacer, telegram.files_url)
        self._fetcher = Fetcher(api, self.store)

    async def fetches(self) -> Fetched | None:
        return await self._fetcher.fetch(WANTED, MIA)


@pytest.fixture
async def house(telegram: Telegram) -> AsyncIterator[House]:
    async with Transport(read_timeout=1) as request:
        yield House(request, telegram)


def placed(telegram: Telegram, content: bytes, size: int | None = None) -> None:
    """Let getFile place a file."""
    telegram.files["documents/f 1.csv"] = content
    told = len(content) if size is None else size
    file = {"file_id": "F1", "file_path": "documents/f 1.csv", "file_size": told}
    telegram.answers.append((200, {"ok": True, "result": file}))


async def test_the_text_of_a_file_is_told(telegram: Telegram, house: House) -> None:
    placed(telegram, "\ufeffa,b\nü,2\n".encode())
    assert await house.fetches() == Fetched(code="c", text="a,b\nü,2\n")
    assert telegram.asked == [("getFile", {"file_id": "F1"})]
    assert house.pacer.leaves == [None]


async def test_sessions_that_are_here_already_are_named(telegram: Telegram, house: House) -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    kept = Kept(on=date(2026, 3, 1), key="strong:1", sets=(), source="strong")
    history = (write_record(record(kept, at, "1")), b"not readable", b'{"what":"session"}')
    change = Change(state=MIA, event="e", rev=0, document=b'{"a":1}', history=history)
    await house.store.commit(change)
    placed(telegram, b"a")
    assert await house.fetches() == Fetched(code="c", text="a", known=("strong:1",))


async def test_what_is_no_text_is_told_to_be_none(telegram: Telegram, house: House) -> None:
    placed(telegram, b"\xff\xfe\x00")
    assert await house.fetches() == Fetched(code="c", text=None)


@pytest.mark.parametrize("size", [101, 0])
async def test_a_file_that_is_too_big_is_not_read(
    telegram: Telegram, house: House, size: int
) -> None:
    placed(telegram, b"x" * 101, size)
    assert await house.fetches() == Fetched(code="c", text=None, big=True)


async def test_a_file_that_telegram_itself_calls_too_big(telegram: Telegram, house: House) -> None:
    telegram.says(400, "Bad Request: file is too big")
    assert await house.fetches() == Fetched(code="c", text=None, big=True)


async def test_a_file_that_is_gone_is_told_to_be_none(telegram: Telegram, house: House) -> None:
    telegram.says(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    assert await house.fetches() == Fetched(code="c", text=None)
    placed(telegram, b"a")
    telegram.files.clear()
    assert await house.fetches() == Fetched(code="c", text=None)


@pytest.mark.parametrize("code", [500, 502, 504, 429])
async def test_trouble_is_tried_again(telegram: Telegram, house: House, code: int) -> None:
    telegram.says(code, "trouble", retry_after=3)
    assert await house.fetches() is None
    assert house.pacer.held == ([3] if code == 429 else [])


async def test_trouble_with_the_download_is_tried_again(telegram: Telegram, house: House) -> None:
    placed(telegram, b"a")
    telegram.broken = True
    assert await house.fetches() is None


async def test_a_connection_that_breaks_is_tried_again(telegram: Telegram, house: House) -> None:
    telegram.reset = True
    assert await house.fetches() is None


async def test_nobody_there_is_tried_again(telegram: Telegram) -> None:
    async with Transport(read_timeout=1) as request:
        house = House(request, telegram)
        house._fetcher = Fetcher(Api(request, "http://127.0.0.1:9", house.pacer), house.store)
        assert await house.fetches() is None
