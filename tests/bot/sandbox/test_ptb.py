"""An unmodified python-telegram-bot reads what the town sends, and meets its own errors."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.sandbox.terms import Refused
from bot.sandbox.town import Town
from tests.bot.sandbox.pictures import PNG

MIA, TOM = 1001, 1002


def bot_of(town: Town, token: str) -> Bot:
    return Bot(token, base_url=f"{town.url}/bot", base_file_url=f"{town.url}/file/bot")


@pytest.fixture
async def bot(town: Town, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # its coming default; the old one warns
    async with bot_of(town, town.token) as bot:
        yield bot


async def test_a_conversation(town: Town, bot: Bot) -> None:
    town.say(MIA, "/start abc")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.parse_entities() == {update.message.entities[0]: "/start"}
    board = InlineKeyboardMarkup([[InlineKeyboardButton("Up", callback_data="up")]])
    sent = await bot.send_message(MIA, "<i>Well</i> come", parse_mode="HTML", reply_markup=board)
    assert sent.text_html == "<i>Well</i> come"
    town.tap(MIA, sent.message_id, 0)
    [tap] = await bot.get_updates(offset=update.update_id + 1)
    assert tap.callback_query is not None
    assert await tap.callback_query.answer("ok")
    edited = await tap.callback_query.edit_message_text("Up we go")
    assert isinstance(edited, Message)
    assert (edited.message_id, edited.text, edited.reply_markup) == (
        sent.message_id,
        "Up we go",
        None,
    )


async def test_files(town: Town, bot: Bot) -> None:
    town.say(MIA, "/start")
    photo = await bot.send_photo(MIA, PNG, caption="up")
    file = await photo.photo[-1].get_file()
    assert bytes(await file.download_as_bytearray()) == PNG
    paper = await bot.send_document(MIA, b"a,b", filename="roster.csv")
    assert paper.document is not None
    assert paper.document.file_name == "roster.csv"


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Refused(429, "Too Many Requests: retry after 4", retry_after=4), RetryAfter),
        (Refused(403, "Forbidden: bot was blocked by the user"), Forbidden),
        (Refused(400, "Bad Request: chat not found"), BadRequest),
        (Refused(409, "Conflict: terminated by other getUpdates request"), Conflict),
        (Refused(502, "Bad Gateway"), TelegramError),
    ],
)
async def test_refusals_are_its_own_errors(
    town: Town, bot: Bot, fault: Refused, kind: type[TelegramError]
) -> None:
    town.faults.order("sendMessage", fault)
    with pytest.raises(kind):
        await bot.send_message(MIA, "hi")


async def test_a_wrong_token(town: Town) -> None:
    stranger = bot_of(town, "1:nobody")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
