"""`stairwise run` with a token: the bot at Telegram, until it is told to stop."""

import asyncio

from bot.app import build
from bot.settings import Settings


async def run(settings: Settings, told: asyncio.Event) -> None:
    app = await build(settings)
    await app.run(told)
