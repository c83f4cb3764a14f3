"""Everything that can happen: a closed union, in the past tense.

Events carry what they need: their id, when they happened, and salt for whoever has to mint a code.
"""

from datetime import datetime

from msgspec import Struct

from flows.news import AnyNews
from flows.people import Sender, StateId


class _Happening(Struct, frozen=True, kw_only=True, tag=True):
    id: str
    at: datetime
    salt: str


class Commanded(_Happening, frozen=True, kw_only=True):
    """Somebody sent a command; `argument` stood behind it, `chat` is where, `title` its name."""

    sender: Sender
    chat: int
    name: str
    argument: str = ""
    title: str = ""


class Typed(_Happening, frozen=True, kw_only=True):
    """Somebody sent a text that is no command.

    `to` is the data of the first button under the message it is a reply to, if it is one.
    """

    sender: Sender
    chat: int
    text: str
    to: str = ""


class Tapped(_Happening, frozen=True, kw_only=True):
    """Somebody tapped a button; `query` is what Telegram wants answered."""

    sender: Sender
    chat: int
    data: str
    query: str


class Unreadable(_Happening, frozen=True, kw_only=True):
    """Somebody sent something that holds no answer: `kind` is "sticker", "voice", "edited", ….

    `text` is a caption, or the edited words: read for emergencies only. `photo` is Telegram's id
    of a picture, for whoever waits for one.
    """

    sender: Sender
    chat: int
    kind: str
    text: str = ""
    photo: str = ""


class Attached(_Happening, frozen=True, kw_only=True):
    """Somebody sent a file that looks like a table: Telegram's id of it, its name, its bytes.

    `text` is the caption: read for emergencies only.
    """

    sender: Sender
    chat: int
    file: str
    name: str
    size: int
    text: str = ""


class Reached(_Happening, frozen=True, kw_only=True):
    """Somebody blocked the bot, or let it in again."""

    sender: Sender
    reachable: bool


class Hosted(_Happening, frozen=True, kw_only=True):
    """Somebody took the bot into a group or channel, or put it out."""

    sender: Sender
    chat: int
    title: str
    inside: bool


class Parked(_Happening, frozen=True, kw_only=True):
    """An update of this person could not be handled and was set aside."""

    sender: Sender
    query: str = ""


class TimerDue(_Happening, frozen=True, kw_only=True):
    """A timer that the state wanted has come due; `due` is when it was meant to."""

    name: str
    due: datetime


class Told(_Happening, frozen=True, kw_only=True):
    """Another state had news; `rev` is the source's revision that it follows from."""

    source: StateId
    rev: int
    news: AnyNews


FromTelegram = Commanded | Typed | Tapped | Attached | Unreadable | Reached | Hosted | Parked
Event = FromTelegram | TimerDue | Told
