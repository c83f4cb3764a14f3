"""An unmodified aiogram bot lives in the town: polls, taps, edits, uploads, meets refusals."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.filters import Command
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
    BotCommandScopeUnion,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.sandbox.faults import Limit
from bot.sandbox.people import GROUP
from bot.sandbox.terms import Refused, Upload
from bot.sandbox.town import Town
from tests.bot.sandbox.conftest import Ask, Wall
from tests.bot.sandbox.judges import fields_of, judge_request, judge_update
from tests.bot.sandbox.pictures import JPEG, PNG

MIA, TOM = 1001, 1002


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
    began = asyncio.Event()
    dispatcher.startup.register(began.set)
    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await began.wait()
    try:
        yield
    finally:
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


async def test_a_forged_tap_reaches_the_bot_as_it_is(town: Town, bot: Bot) -> None:
    router = Router()

    @router.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        await query.answer(query.data)

    town.say(MIA, "hi")
    sent = await bot.send_message(MIA, "Choose", reply_markup=keyboard("a"))
    async with polling(bot, router):
        answer = await town.answered(town.tap(MIA, sent.message_id, "q|FORGED|x|9"))
    assert answer == {"text": "q|FORGED|x|9"}


async def test_files_go_both_ways(town: Town, bot: Bot) -> None:
    town.say(MIA, "hi")
    photo = await bot.send_photo(MIA, BufferedInputFile(PNG, "steps.png"), caption="Step 2")
    assert photo.photo is not None
    assert (photo.photo[-1].width, photo.photo[-1].height, photo.caption) == (2, 1, "Step 2")
    again = await bot.send_photo(MIA, photo.photo[-1].file_id)
    assert again.photo is not None
    assert again.photo[-1].file_id == photo.photo[-1].file_id
    paper = await bot.send_document(MIA, BufferedInputFile(b"a,b\n", "roster.csv"))
    assert paper.document is not None
    assert paper.document.file_name == "roster.csv"
    file = await bot.get_file(paper.document.file_id)
    assert file.file_path is not None
    content = await bot.download_file(file.file_path)
    assert content is not None
    assert content.read() == b"a,b\n"


async def test_it_meets_a_429_a_400_and_a_403(town: Town, bot: Bot, wall: Wall) -> None:
    town.say(MIA, "hi")
    town.flood.one_chat = Limit(messages=1, seconds=3)
    await bot.send_message(MIA, "one")
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(MIA, "two")
    assert flood.value.retry_after == 3
    wall.seconds += 3
    await bot.send_message(MIA, "two")
    town.flood.one_chat = None
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(TOM, "hello?")
    town.block(MIA)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(MIA, "three")
    town.unblock(MIA)
    await bot.send_message(MIA, "three")


async def test_a_wrong_token_is_refused(town: Town) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(town.url))
    async with Bot("1:nobody", session=session) as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_ordered_refusals_come_in_order(town: Town, bot: Bot) -> None:
    town.faults.order("getMe", Refused(500, "Internal Server Error"))
    with pytest.raises(TelegramAPIError, match="Internal Server Error"):
        await bot.get_me()
    assert (await bot.get_me()).username == "stairwise_sandbox_bot"


async def _profile(bot: Bot) -> None:
    await bot.set_my_name("Stairs")
    assert (await bot.get_my_name()).name == "Stairs"
    await bot.set_my_description("Walks with you")
    assert (await bot.get_my_description()).description == "Walks with you"
    await bot.set_my_short_description("Walks", language_code="de")
    assert (await bot.get_my_short_description(language_code="de")).short_description == "Walks"
    assert (await bot.get_my_short_description()).short_description == ""
    await bot.set_chat_menu_button()
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await bot.get_me()).first_name == "Stairs"
    await bot.log_out()


async def _places(bot: Bot) -> None:
    assert (await bot.get_chat(MIA)).first_name == "Mia"
    assert (await bot.get_chat_member(MIA, MIA)).status == "member"
    assert (await bot.get_chat_member(GROUP, bot.id)).user.is_bot
    await bot.send_chat_action(MIA, "typing")
    await bot.leave_chat(GROUP)
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(GROUP, "still here?")
    with pytest.raises(TelegramRetryAfter):
        await bot.close()


async def _messages(bot: Bot) -> None:
    first = await bot.send_message(MIA, "one", reply_markup=keyboard("a", "b"))
    await bot.edit_message_reply_markup(
        chat_id=MIA, message_id=first.message_id, reply_markup=keyboard("c")
    )
    second = await bot.send_message(
        MIA, "two", reply_parameters=ReplyParameters(message_id=first.message_id)
    )
    assert second.reply_to_message is not None
    assert second.reply_to_message.text == "one"
    copy = await bot.copy_message(MIA, MIA, first.message_id)
    await bot.delete_message(MIA, copy.message_id)
    await bot.delete_messages(MIA, [first.message_id, second.message_id])
    board = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Yes")]])
    await bot.send_message(MIA, "three", reply_markup=board)
    await bot.send_message(MIA, "four", reply_markup=ReplyKeyboardRemove())
    photo = await bot.send_photo(MIA, BufferedInputFile(JPEG, "p.jpg"), caption="old")
    await bot.edit_message_caption(chat_id=MIA, message_id=photo.message_id, caption="new")


@pytest.mark.parametrize("walk", [_profile, _places, _messages])
async def test_every_request_is_one_aiogram_knows(
    town: Town, bot: Bot, walk: Callable[[Bot], Awaitable[None]]
) -> None:
    town.say(MIA, "/start")
    await walk(bot)
    assert town.calls
    for call in town.calls:
        assert call.answer["ok"] or call.answer["error_code"] in {403, 429}
        assert set(call.params) <= set(fields_of(call.method))


async def test_the_most_specific_commands_are_shown(town: Town, bot: Bot) -> None:
    town.say(MIA, "/start")
    await bot.set_my_commands([BotCommand(command="help", description="Help")])
    await bot.set_my_commands(
        [BotCommand(command="status", description="Status")], BotCommandScopeAllPrivateChats()
    )
    mine = BotCommandScopeChat(chat_id=MIA)
    await bot.set_my_commands([BotCommand(command="gym", description="Gym")], mine)
    assert [c.command for c in await bot.get_my_commands(mine)] == ["gym"]
    assert town.commands(MIA) == [{"command": "gym", "description": "Gym"}]
    assert town.commands(TOM) == [{"command": "status", "description": "Status"}]
    await bot.delete_my_commands(mine)
    assert town.commands(MIA) == town.commands(TOM)


@pytest.mark.parametrize(
    "scope",
    [
        BotCommandScopeDefault(),
        BotCommandScopeAllPrivateChats(),
        BotCommandScopeAllChatAdministrators(),
        BotCommandScopeChat(chat_id=GROUP),
        BotCommandScopeChatAdministrators(chat_id=GROUP),
        BotCommandScopeChatMember(chat_id=GROUP, user_id=MIA),
    ],
)
async def test_every_scope_keeps_its_own_commands(bot: Bot, scope: BotCommandScopeUnion) -> None:
    await bot.set_my_commands([BotCommand(command="up", description="Up")], scope)
    assert [c.command for c in await bot.get_my_commands(scope)] == ["up"]
    assert await bot.get_my_commands(scope, language_code="de") == []


async def test_every_kind_of_update_is_well_formed(town: Town, bot: Bot) -> None:
    said = town.say(MIA, "/start@stairwise_sandbox_bot code")
    town.edit(MIA, said["message_id"], "/stop")
    sent = await bot.send_message(MIA, "Choose", reply_markup=keyboard("a"))
    town.tap(MIA, sent.message_id, 0)
    for kind, mime in (("voice", "audio/ogg"), ("sticker", "image/webp"), ("document", "a/b")):
        town.send(MIA, kind, Upload(name="f", type=mime, data=b"x"))
    town.send(MIA, "photo", Upload(name="f", type="image/png", data=PNG))
    town.block(MIA)
    town.unblock(MIA)
    town.say(TOM, "/help", GROUP)
    rows = town.world.inbox.pending()
    kinds = [judge_update(row["update"]).event_type for row in rows]
    assert kinds == [
        "message",
        "edited_message",
        "callback_query",
        *["message"] * 4,
        *["my_chat_member"] * 2,
        "message",
    ]
    assert said["entities"] == [{"type": "bot_command", "offset": 0, "length": 28}]


async def test_requests_are_judged_by_aiograms_classes(town: Town, ask: Ask) -> None:
    town.say(MIA, "/start")
    board = keyboard("a").model_dump(exclude_none=True)
    assert (await ask("sendMessage", chat_id=MIA, text="Hi", reply_markup=board))["ok"]
    judge_request(town.calls[-1])
