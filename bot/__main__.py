"""The `stairwise` command: finds the verb, and says in one sentence why it cannot be done."""

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from bot import rulebook
from bot.settings import BadSettings, CannotStart, read

CANNOT = 2

Verb = Callable[[argparse.Namespace], int]


def main() -> None:
    """Do what the command line says."""
    told = _parser().parse_args()
    do: Verb = told.do
    try:
        done = do(told)
        sys.stdout.flush()
    except (BadSettings, CannotStart) as fault:
        sys.stderr.write(f"{fault}\n")
        done = CANNOT
    except BrokenPipeError:
        done = _nobody_reads()
    except (OSError, UnicodeError) as fault:
        sys.stderr.write(f"{fault}: name a text file that can be read.\n")
        done = CANNOT
    if done:
        sys.exit(done)


def _nobody_reads() -> int:
    """End quietly when `| head` has seen enough; what is still to be flushed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stairwise", description="A coach on Telegram.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name, do, what in (
        ("run", _run, "start Stairwise: at Telegram with BOT_TOKEN, else as a sandbox here"),
        ("diagram", _diagram, "draw the staircase as Mermaid: phases, triggers and guards"),
    ):
        verbs.add_parser(name, help=what).set_defaults(do=do)
    for name, what in (
        ("place", "say where somebody starts: JSON in, JSON out"),
        ("review", "say what follows from a week: JSON in, JSON out"),
    ):
        door = verbs.add_parser(name, help=what, description=f"{what}.")
        door.add_argument("file", nargs="?", default="-", help="one JSON document, or JSON Lines")
        door.add_argument("--schema", action="store_true", help="print JSON Schema and end")
        door.add_argument("--policy", default="", metavar="FILE", help="decide by this policy")
        door.set_defaults(do=_door)
    _policy_verbs(verbs.add_parser("policy", help="show or check the numbers of the rules"))
    return parser


def _policy_verbs(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="act", required=True)
    show = verbs.add_parser("show", help="say the policy in sentences")
    show.add_argument("file", nargs="?", default=None, help="a policy file; else the shipped one")
    show.set_defaults(do=_show)
    check = verbs.add_parser("check", help="name all faults of a policy file")
    check.add_argument("file", help="a policy file")
    check.set_defaults(do=_check)


def _diagram(_told: argparse.Namespace) -> int:
    import_module("bot.cli.diagram").draw(sys.stdout)
    return 0


def _show(told: argparse.Namespace) -> int:
    done: int = import_module("bot.cli.policy").show(rulebook.shipped(), told.file, sys.stdout)
    return done


def _check(told: argparse.Namespace) -> int:
    verb = import_module("bot.cli.policy")
    done: int = verb.tell_faults(rulebook.shipped(), told.file, sys.stdout)
    return done


def _door(told: argparse.Namespace) -> int:
    verb = import_module(f"bot.cli.{told.verb}")
    if told.schema:
        verb.schema(sys.stdout)
        return 0
    with _lines(told.file) as lines:
        done: int = verb.answer(lines, sys.stdout, rulebook.policy(told.policy))
    return done


def _lines(file: str) -> AbstractContextManager[BinaryIO]:
    """Open a file by its path; "-" is what the command was given, which stays open."""
    return nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb")


def _run(_told: argparse.Namespace) -> int:
    settings = read(os.environ)
    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    # A plan lives a year ahead: each of its steps would be told as if somebody had moved.
    logging.getLogger("transitions").setLevel(max(logging.WARNING, logging.root.level))
    place = import_module("bot.cli.run" if settings.token else "bot.sandbox.run")
    asyncio.run(until_told(partial(place.run, settings)))
    return 0


async def until_told(work: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Work until SIGTERM or Ctrl-C, and end in good order.

    The work is cancelled, and given an event as well: redis-py can swallow a cancellation that
    comes while it talks to its server.
    """
    told = asyncio.Event()
    working = asyncio.create_task(work(told))

    def end() -> None:
        told.set()
        working.cancel()

    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, end)
    with suppress(asyncio.CancelledError):
        await working


if __name__ == "__main__":
    main()
