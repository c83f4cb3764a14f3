"""`stairwise review`: the rules' own door, from a file or standard input."""

from typing import BinaryIO, TextIO

import msgspec

from bot.cli.documents import answer_all
from flows.doors import reviewing
from flows.phases.policy import Policy


def answer(lines: BinaryIO, out: TextIO, policy: Policy) -> int:
    """Answer every document; the exit code is 2 when one could not be used."""
    return answer_all(lines, out, lambda one, line: reviewing.answer(one, policy, line))


def schema(out: TextIO) -> None:
    """Print JSON Schema of what goes in and what comes out."""
    both = {"input": reviewing.ReviewAsked, "output": reviewing.Reviewed}
    told = {name: msgspec.json.schema(kind) for name, kind in both.items()}
    out.write(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")
