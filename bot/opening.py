"""Meeting Telegram and opening the store, or in one sentence why it cannot be."""

from pathlib import Path

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest

from bot.handlers.context import Bot, Context
from bot.ports import Store, StoreUnavailable
from bot.settings import CannotStart, Settings
from bot.store.embedded import open_embedded
from bot.store.faults import StoreFault
from bot.store.redis import connect
from flows.words import T, Text


def application(settings: Settings, request: BaseRequest) -> Bot:
    """Put PTB's application together: without an updater, and with our transport."""
    return (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .updater(None)
        .request(request)
        .get_updates_request(request)
        .context_types(ContextTypes(context=Context))
        .build()
    )


async def meet(bot: Bot, settings: Settings) -> None:
    """Ask Telegram who the bot is; raises CannotStart."""
    try:
        await bot.initialize()
    except InvalidToken as error:
        raise CannotStart(
            T("Telegram does not know BOT_TOKEN: get it from @BotFather.")
        ) from error
    except TelegramError as error:
        away = T(
            "{url} does not answer as Telegram would ({error}): check network and BOT_API_URL.",
            url=settings.api_url,
            error=str(error).partition(". ")[0],  # behind it there may be a whole page
        )
        raise CannotStart(away) from error


async def open_store(settings: Settings, bot: str) -> Store:
    """Open the store that the settings name, for this bot; raises CannotStart."""
    try:
        if settings.redis_url:
            return await connect(settings.redis_url, bot)
        return await open_embedded(Path(settings.data), bot)
    except StoreFault as fault:
        raise CannotStart(fault.text) from fault
    except StoreUnavailable as error:
        away = T(
            "The server at REDIS_URL cannot be reached ({error}): start it, or correct it.",
            error=str(error),
        )
        raise CannotStart(away) from error
    except (ValueError, TypeError) as error:
        unfit = T("REDIS_URL cannot be used ({error}): correct it.", error=str(error))
        raise CannotStart(unfit) from error


def refused(error: TelegramError) -> Text:
    """Say that Telegram does not take what it was told at the start."""
    return T("Telegram refuses to begin ({error}): correct the settings.", error=str(error))
