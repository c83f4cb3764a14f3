"""The whole routing table: what Telegram sends, and how it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from bot.handlers import inbound
from bot.handlers.context import Bot, Context, Failed
from bot.handlers.inbound import Mark
from bot.ports import Clock
from bot.runner import Ignored, Runner, salt
from flows.events import FromTelegram
from flows.people import person_id

UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

Read = Callable[[Update, Mark], FromTelegram | None]


@dataclass(frozen=True)
class Ear:
    """Reads one kind of update, and hands what happened to the person it happened to."""

    runner: Runner
    clock: Clock
    read: Read

    async def hear(self, update: Update, context: Context) -> None:
        event = self.read(update, mark(context.bot.id, context.bot.username, self.clock))
        if event is not None:
            context.outcome = await self.runner.handle(person_id(event.sender.id), event)


def routes(runner: Runner, clock: Clock) -> tuple[BaseHandler[Update, Context, None], ...]:
    """List every route; the first that fits is taken."""

    def hear(read: Read) -> Callable[[Update, Context], Any]:
        return Ear(runner, clock, read).hear

    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    return (
        MessageHandler(new & filters.StatusUpdate.ALL, ignore),
        MessageHandler(new & filters.COMMAND, hear(inbound.commanded)),
        MessageHandler(new & filters.TEXT, hear(inbound.typed)),
        MessageHandler(new & filters.Document.ALL, hear(inbound.attached)),
        MessageHandler(new, hear(inbound.unreadable)),
        MessageHandler(edited, hear(inbound.edited)),
        CallbackQueryHandler(hear(inbound.tapped)),
        ChatMemberHandler(hear(inbound.reached), ChatMemberHandler.MY_CHAT_MEMBER),
    )


def register(application: Bot, runner: Runner, clock: Clock) -> None:
    """Give the application its routes and the place where failures go."""
    application.add_handlers(routes(runner, clock))
    application.add_error_handler(failed)


def mark(bot: int, username: str, clock: Clock) -> Mark:
    """Note what an update does not say itself."""
    return Mark(bot=bot, username=username, at=clock.now(), salt=salt())


async def ignore(_: Update, context: Context) -> None:
    """Leave alone what nobody said: somebody joined a group, a message was pinned."""
    context.outcome = Ignored()


async def failed(_: object, context: Context) -> None:
    """Keep what a handler raised."""
    if isinstance(context.error, Exception):
        context.outcome = Failed(context.error)
