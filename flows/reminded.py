"""What a reminder, its owner and its members tell each other: a part of all news."""

from msgspec import Struct

from flows.people import PersonId, StateId
from flows.reach import CastAct, Recipient, Result, Segment, When
from flows.steps import Phase
from flows.ties import Topic
from flows.words import Text


class ReminderDrafted(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: its words and whom they are for.

    `go`: it was agreed to already, as one round of those that come again; `phase`: of a step's.
    """

    gym: str
    gym_name: str
    owner: PersonId
    segment: Segment
    text: Text
    topic: Topic = Topic.NEWS
    photo: str = ""
    when: When | None = None
    go: bool = False
    phase: Phase | None = None


class PhasesAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody wants to see its phase reminders, or to read their words."""

    by: PersonId
    words: bool = False


class PhaseTurned(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: the reminders of a step are to go on, or off where they are on."""

    by: PersonId
    phase: Phase


class PhaseOn(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: it is to send the reminders of a step, week after week."""

    gym: str
    gym_name: str
    owner: PersonId
    phase: Phase


class PhaseOff(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: its gym wants those of its step no more."""


class ReminderNarrowed(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: only some of those it was for."""

    by: PersonId
    segment: Segment


class ReminderTimed(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: when it shall go out; none means as soon as it is agreed to."""

    by: PersonId
    when: When | None


class ReminderPictured(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: the photo above its words, by Telegram's id; empty for none."""

    by: PersonId
    photo: str


class ReminderActed(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: somebody tapped one of its buttons; `gyms` they may remind."""

    by: PersonId
    by_name: str
    act: CastAct
    gyms: tuple[str, ...] = ()


class Picked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast that asked for it: the next of its own list."""

    recipients: tuple[Recipient, ...]


class Reminded(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a member: a reminder of their gym."""

    broadcast: StateId
    gym: str
    gym_name: str
    text: Text
    topic: Topic = Topic.NEWS
    photo: str = ""


class Recalled(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a member: the reminder is to be deleted from their chat."""

    broadcast: StateId


class Listed(Struct, frozen=True, kw_only=True, tag=True):
    """Told to the owner of a reminder: its list is theirs to see, as a file."""

    broadcast: StateId
    gym: StateId
    caption: Text


class Delivered(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a broadcast: what became of one member's message."""

    member: PersonId
    result: Result
