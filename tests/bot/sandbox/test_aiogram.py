"""An unmodified aiogram bot runs in the town, and its classes judge what passes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import Command
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.sandbox.town import Town

MIA = 1001


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(town.url))
    async with Bot(town.token, session=session) as bot:
        yield bot


def keyboard(*data: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=d, callback_data=d) for d in data]
    return InlineKeyboardMarkup(inline_keyboard=[row])


@asynccontextmanager
async def polling(bot: Bot, router: Router) -> AsyncIterator[None]:
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    try:
        yield
    finally:
        with suppress(RuntimeError):
            await dispatcher.stop_polling()
        await task


async def test_it_greets_edits_and_answers(town: Town, bot: Bot) -> None:
    router = Router()

    @router.message(Command("start"))
    async def start(message: Message) -> None:
        await message.answer(
            "<b>Hello</b> 🏋", parse_mode=ParseMode.HTML, reply_markup=keyboard("up")
        )

    @router.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"You tapped {query.data}")
        await query.answer("Done", show_alert=True)

    async with polling(bot, router):
        town.say(MIA, "/start")
        hello = await town.bot_says(MIA)
        assert hello["text"] == "Hello 🏋"
        assert hello["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
        answer = await town.answered(town.tap(MIA, hello["message_id"], 0))
        assert answer == {"text": "Done", "show_alert": True}
        assert town.messages(MIA)[-1]["text"] == "You tapped up"
        assert "reply_markup" not in town.messages(MIA)[-1]
