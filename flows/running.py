"""What those who run a gym or the bot ask, and what they are given: a part of all news."""

from msgspec import Struct

from flows.people import PersonId
from flows.ties import Ping, Place
from flows.words import Button, Text


class InvitesAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it wants to see its open links, or the one of a code."""

    by: PersonId
    code: str = ""


class InviteChanged(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: a link is for so many people (none: any number) and so many days from now."""

    by: PersonId
    code: str
    uses: int | None
    days: int


class InviteQuestioned(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it wants to say for whom else a link is good."""

    by: PersonId
    code: str


class InviteOpen(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a person: the link of this gym that they want to change can be changed."""

    gym: str
    code: str


class InvitePictured(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it wants a link as a picture."""

    by: PersonId
    code: str


class GroupConnected(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it wants its general reminders to go to this place."""

    by: PersonId
    place: Place


class GroupLeft(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it wants its place let go."""

    by: PersonId


class GroupMoved(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: a group has another id now."""

    chat: int
    to: int


class GroupUnreached(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: a group or channel cannot be written to."""

    chat: int


class PostDrafted(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it wants to post this into its place."""

    by: PersonId
    text: Text


class PostDecided(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: the draft of this code is to be posted, or not."""

    by: PersonId
    code: str
    post: bool


class StaffAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it wants to see whose place there they may end."""

    by: PersonId


class StaffDismissed(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: somebody who runs it ends a trainer's or manager's place there."""

    by: PersonId
    by_name: str
    membership: str


class Pictured(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a person: the link they asked for as a picture, by its payload."""

    code: str
    caption: Text
    slot: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()


class Outdated(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a person: of the messages of these slots, where they are shown, this is left.

    `pictures` are the slots of pictures, which stay with these words below them.
    """

    slots: tuple[str, ...]
    text: Text
    pictures: tuple[str, ...] = ()


class Tabled(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a person: the table they asked for."""

    caption: Text
    name: str
    rows: tuple[tuple[str, ...], ...]


class PingReturned(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: this ping lay with somebody who no longer stands in there."""

    ping: Ping


class Inspected(Struct, frozen=True, kw_only=True, tag=True):
    """Told to whoever asked for it: how many states of each kind, what waits, what is wrong."""

    states: tuple[tuple[str, int], ...]
    waiting: int
    dangers: tuple[Text, ...]


Running = (
    InvitesAsked | InviteChanged | InviteQuestioned | InviteOpen | InvitePictured | GroupConnected
    | GroupLeft | GroupMoved | GroupUnreached | PostDrafted | PostDecided | StaffAsked
    | StaffDismissed | Pictured | Outdated | Tabled | PingReturned | Inspected
)  # fmt: skip
