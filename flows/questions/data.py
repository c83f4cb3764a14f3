"""Callback data of a question's buttons: a pointer to run, question and option, never a payload.

`q|<run>|<question code>|<index or act>`; the summary stands in place of a question as ".".
"""

import re
from enum import StrEnum

from msgspec import Struct

SUMMARY = "."
LONGEST = 64
_SHAPE = re.compile(
    r"q\|([A-Za-z2-7]{6})\|([a-z0-9]{1,8}|\.)\|(?:(0|[1-9][0-9]{0,5})|([bswrey]))", re.ASCII
)


class Act(StrEnum):
    """What a button does that is not an option."""

    BACK = "b"
    SKIP = "s"
    WHY = "w"
    RETURN = "r"
    EDIT = "e"
    CONFIRM = "y"


class Tap(Struct, frozen=True):
    """A tapped button: of which run, of which question (by its code), and which one.

    On the summary an index is a page.
    """

    run: str
    question: str
    act: int | Act


def encode(tap: Tap) -> str:
    """Write a tap as callback data."""
    act = tap.act.value if isinstance(tap.act, Act) else str(tap.act)
    return f"q|{tap.run}|{tap.question}|{act}"


def decode(data: str) -> Tap | None:
    """Read callback data; None for whatever `encode` cannot have written."""
    match = _SHAPE.fullmatch(data)
    if match is None:
        return None
    run, question, index, act = match.groups()
    return Tap(run, question, Act(act) if act else int(index))
