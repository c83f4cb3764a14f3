"""Say how much a stopped bot's store holds: before a backup, and after it was restored."""

import asyncio
import os
import sys
from collections import Counter
from pathlib import Path

from bot.ports import StoreUnavailable
from bot.settings import BadSettings, Settings, read
from bot.store.embedded import open_embedded
from bot.store.faults import StoreFault
from bot.store.redis import RedisStore, connect


async def opened(settings: Settings, bot: str) -> RedisStore:
    """Open the store that the settings name; a folder is never made for it."""
    if settings.redis_url:
        return await connect(settings.redis_url, bot)
    if not Path(settings.data).is_dir():
        sys.exit(f"There is no folder {settings.data}: set STAIRWISE_DATA.")
    return await open_embedded(Path(settings.data), bot)


async def count(settings: Settings, bot: str) -> Counter[str]:
    """Count the store's documents by kind."""
    store = await opened(settings, bot)
    try:
        return Counter([state.partition(":")[0] async for state in store.states()])
    finally:
        await store.close()


def main() -> None:
    """Print one line a kind."""
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.exit("usage: count.py <the digits of BOT_TOKEN before the colon>")
    try:
        found = asyncio.run(count(read(os.environ), sys.argv[1]))
    except (BadSettings, StoreFault, StoreUnavailable) as fault:
        sys.exit(str(fault))
    for kind, many in sorted(found.items()) or [("documents", 0)]:
        sys.stdout.write(f"{kind} {many}\n")


if __name__ == "__main__":
    main()
