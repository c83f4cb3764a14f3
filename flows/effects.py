"""Everything the world may be asked to do: a closed union, in the imperative.

Each effect states its lean: what to do when it is not known whether an attempt succeeded.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from typing import ClassVar, Generic, TypeVar

from msgspec import Struct

from flows.news import AnyNews
from flows.people import PersonId, StateId
from flows.reach import Result
from flows.words import Button, Content, Text


class Lean(Enum):
    """Which way an effect leans when an attempt's outcome is unknown."""

    AT_LEAST_ONCE = "do it again: better twice than never"
    AT_MOST_ONCE = "leave it: better never than twice"
    REPEATABLE = "do it again: it makes no difference"
    NOW_OR_NEVER = "done right after the commit, never stored"


class Show(Struct, frozen=True, kw_only=True, tag=True):
    """Show a live message: edit what the slot showed before, else send it."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    slot: str
    content: Content


class Repost(Struct, frozen=True, kw_only=True, tag=True):
    """Show a live message anew at the bottom of the chat; the old one loses its buttons."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    slot: str
    content: Content


class Close(Struct, frozen=True, kw_only=True, tag=True):
    """Let go of a live message: its last words (none: as they are), no buttons, no slot.

    `quiet`: where the slot shows nothing, or nothing any more, its last words are not sent.
    `message`: what the slot showed, noted by the shell where a state is forgotten with its slots.
    `picture`: the slot shows one, so the words are those below it.
    """

    lean: ClassVar[Lean] = Lean.REPEATABLE
    slot: str
    content: Content | None = None
    quiet: bool = False
    message: int | None = None
    picture: bool = False


class Say(Struct, frozen=True, kw_only=True, tag=True):
    """Send a message; to the state's own human, or into another chat."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    content: Content
    chat: int | None = None


class Mail(Struct, frozen=True, kw_only=True, tag=True):
    """Send one of many equal messages, and tell `receipt` what became of it.

    The slot remembers the message, so that it can be recalled.
    """

    lean: ClassVar[Lean] = Lean.AT_MOST_ONCE
    content: Content
    receipt: StateId
    slot: str = ""


class Recall(Struct, frozen=True, kw_only=True, tag=True):
    """Delete the message of a slot, and tell `receipt` whether it is gone."""

    lean: ClassVar[Lean] = Lean.REPEATABLE
    slot: str
    receipt: StateId


class Answer(Struct, frozen=True, kw_only=True, tag=True):
    """Answer a tap, so that its button stops waiting; `alert` makes it a window."""

    lean: ClassVar[Lean] = Lean.NOW_OR_NEVER
    query: str
    text: Text | None = None
    alert: bool = False


class Tell(Struct, frozen=True, kw_only=True, tag=True):
    """Give another state news, exactly once and in order."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    to: StateId
    news: AnyNews


class Offer(Struct, frozen=True, kw_only=True, tag=True):
    """Put these commands into the person's menu: names and what they do."""

    lean: ClassVar[Lean] = Lean.REPEATABLE
    commands: tuple[tuple[str, Text], ...]


class Export(Struct, frozen=True, kw_only=True, tag=True):
    """Send the person everything that is kept about them, as a JSON file."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    caption: Text


class Sheet(Struct, frozen=True, kw_only=True, tag=True):
    """Send the person every set they logged, as a table."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    caption: Text


class Picture(Struct, frozen=True, kw_only=True, tag=True):
    """Send the person a link into this bot as a picture to scan; `code` is the link's payload.

    The slot remembers the message, so that what is said below it can be taken back.
    """

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    caption: Text
    code: str
    slot: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()


class Table(Struct, frozen=True, kw_only=True, tag=True):
    """Send the person rows of words and numbers as a table, under a name."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    caption: Text
    name: str
    rows: tuple[tuple[str, ...], ...]


class Roll(Struct, frozen=True, kw_only=True, tag=True):
    """Send the person a reminder's list, with the names that its gym's roster has today."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    caption: Text
    broadcast: StateId
    gym: StateId


class Appointment(Struct, frozen=True, kw_only=True):
    """One entry of a calendar: a day and a time of the clocks in a zone, and how long it takes.

    `uid` is the same in every file that speaks of it; `off`: it does not take place.
    """

    uid: str
    title: Text
    day: date
    time: time
    zone: str
    minutes: int
    off: bool = False


class Dates(Struct, frozen=True, kw_only=True, tag=True):
    """Send the person appointments as a calendar file; a higher `number` replaces a lower one."""

    lean: ClassVar[Lean] = Lean.AT_LEAST_ONCE
    caption: Text
    number: int
    made: datetime
    appointments: tuple[Appointment, ...]


class Survey(Struct, frozen=True, kw_only=True, tag=True):
    """Look through a gym's roster, and who runs it, and tell this state as `Surveyed`.

    `by` and `view` come back with it: for whom it was asked, and what of it they want to see.
    """

    lean: ClassVar[Lean] = Lean.REPEATABLE
    gym: StateId
    by: PersonId | None = None
    view: str = ""


class Inspect(Struct, frozen=True, kw_only=True, tag=True):
    """Look at how the bot itself is, and tell this state as `Inspected`."""

    lean: ClassVar[Lean] = Lean.REPEATABLE


class Pick(Struct, frozen=True, kw_only=True, tag=True):
    """Look for `most` rows of this state's own list and tell it of them as `Picked`.

    Those with this result, but for those who live in one of these zones.
    """

    lean: ClassVar[Lean] = Lean.REPEATABLE
    result: Result
    most: int
    but: tuple[str, ...] = ()


class Fetch(Struct, frozen=True, kw_only=True, tag=True):
    """Read a file of so many bytes at `most` and tell this state its text as `Fetched`."""

    lean: ClassVar[Lean] = Lean.REPEATABLE
    file: str
    code: str
    most: int


Effect = (
    Show
    | Repost
    | Close
    | Say
    | Mail
    | Recall
    | Answer
    | Tell
    | Offer
    | Export
    | Sheet
    | Picture
    | Table
    | Roll
    | Dates
    | Survey
    | Inspect
    | Pick
    | Fetch
)


class Row(Struct, frozen=True, kw_only=True):
    """A line of a gym's roster to write; none as value removes it. `rev` orders its versions."""

    key: str
    rev: int
    value: bytes | None


Fact = str | int | float | bool | None | tuple[str, ...]
"""One plain value of a record."""


class Record(Struct, frozen=True, kw_only=True):
    """An entry of a person's history: what happened, when, by which policy, with which facts."""

    what: str
    at: datetime
    policy: str
    facts: tuple[tuple[str, Fact], ...] = ()


S = TypeVar("S")
S_co = TypeVar("S_co", covariant=True)


class Decision(Struct, Generic[S_co], frozen=True, kw_only=True):
    """What follows from one event: the state after it, and all that has to happen with it.

    `wipe` forgets the state: its document, its history and what still waits to be sent for it.
    """

    state: S_co
    effects: tuple[Effect, ...] = ()
    rows: tuple[Row, ...] = ()
    records: tuple[Record, ...] = ()
    wipe: bool = False


def then(first: Decision[S], follow: Callable[[S], Decision[S]]) -> Decision[S]:
    """Decide what follows on a decision's state, and keep what both of them ask for."""
    second = follow(first.state)
    return Decision(
        state=second.state,
        effects=first.effects + second.effects,
        rows=first.rows + second.rows,
        records=first.records + second.records,
        wipe=first.wipe or second.wipe,
    )
