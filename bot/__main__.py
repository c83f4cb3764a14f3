"""The `stairwise` command: finds the verb, and says in one sentence why it cannot be done."""

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Coroutine
from contextlib import suppress
from importlib import import_module
from typing import Any

from bot.settings import BadSettings, CannotStart, Settings, read

VERBS = {
    "run": "start Stairwise: at Telegram with BOT_TOKEN, else as a sandbox on this machine",
    "diagram": "draw the staircase as Mermaid: the phases, the triggers and their guards",
}
CANNOT = 2


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="stairwise", description="A coach on Telegram.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, what in VERBS.items():
        verbs.add_parser(verb, help=what)
    verb = parser.parse_args().verb
    if verb == "diagram":
        import_module("bot.cli.diagram").draw(sys.stdout)
        return
    try:
        _run(read(os.environ))
    except (BadSettings, CannotStart) as fault:
        sys.stderr.write(f"{fault}\n")
        sys.exit(CANNOT)


def _run(settings: Settings) -> None:
    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    place = import_module("bot.cli.run" if settings.token else "bot.sandbox.run")
    asyncio.run(_until_told(place.run(settings)))


async def _until_told(work: Coroutine[Any, Any, None]) -> None:
    """Work until SIGTERM or Ctrl-C, and end in good order."""
    working = asyncio.create_task(work)
    for told in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(told, working.cancel)
    with suppress(asyncio.CancelledError):
        await working


if __name__ == "__main__":
    main()
