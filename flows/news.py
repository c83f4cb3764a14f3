"""Everything one state can tell another: a closed union, carried by hops, in order."""

from datetime import date

from msgspec import Struct

from flows.cards import Cards
from flows.coaching import Coaching
from flows.deskwork import Deskwork
from flows.people import PersonId, Role
from flows.reminded import (
    Delivered,
    Listed,
    PhaseOff,
    PhaseOn,
    PhasesAsked,
    PhaseTurned,
    Picked,
    Recalled,
    Reminded,
    ReminderActed,
    ReminderDrafted,
    ReminderNarrowed,
    ReminderPictured,
    ReminderTimed,
)
from flows.running import Running
from flows.steps import Phase
from flows.ties import Member, Membership, Ping
from flows.ways import WaysChanged, WaysChosen
from flows.words import Content, Text


class News(Struct, frozen=True, kw_only=True, tag=True):
    """What every piece of news has in common: nothing but a tag."""


class GymFounded(News, frozen=True, kw_only=True):
    """Told to a gym: somebody opened it; `solo`: to train people there on their own."""

    owner: PersonId
    owner_name: str
    name: str
    solo: bool = False


class GymAsked(News, frozen=True, kw_only=True):
    """Told to a gym: somebody who runs it wants to see it: its card, or another view."""

    by: PersonId
    view: str = ""


class InviteWanted(News, frozen=True, kw_only=True):
    """Told to a gym: somebody who runs it wants a link for somebody new."""

    by: PersonId
    role: Role
    trainer: PersonId | None = None


class InviteRevoked(News, frozen=True, kw_only=True):
    """Told to a gym: somebody who runs it takes a link back."""

    by: PersonId
    code: str


class InviteShown(News, frozen=True, kw_only=True):
    """Told to a gym: somebody followed a link."""

    by: PersonId
    name: str
    code: str


class InviteTaken(News, frozen=True, kw_only=True):
    """Told to a gym: somebody who followed a link agreed to what it means."""

    by: PersonId
    name: str
    code: str


class MemberChanged(News, frozen=True, kw_only=True):
    """Told to a gym: a member's row is now this."""

    member: Member


class MemberLeft(News, frozen=True, kw_only=True):
    """Told to a gym: a membership ended, from the member's side."""

    member: PersonId
    name: str
    membership: str
    role: Role


class Surveyed(News, frozen=True, kw_only=True):
    """Told to whoever asked for it: the members on the roster; for whom, and to show what.

    `heads` are those who run the gym, its owner first; none when there is no such gym.
    """

    members: tuple[Member, ...]
    heads: tuple[PersonId, ...] = ()
    by: PersonId | None = None
    view: str = ""


class Fetched(News, frozen=True, kw_only=True):
    """Told to whoever sent a file: its text, none where it is no text, is gone, or too `big`.

    `known` are the keys of the sessions that the history held when it was read.
    """

    code: str
    text: str | None
    big: bool = False
    known: tuple[str, ...] = ()


class Notice(News, frozen=True, kw_only=True):
    """Told to a person: something to show; with a slot it replaces what the slot showed.

    `anew`: at the bottom of the chat, and the old message loses its words.
    """

    content: Content
    slot: str = ""
    anew: bool = False


class Invited(News, frozen=True, kw_only=True):
    """Told to a person: the link they followed is good, and this is what it offers."""

    code: str
    membership: Membership


class Joined(News, frozen=True, kw_only=True):
    """Told to a person: they are a member now."""

    membership: Membership


class Unlinked(News, frozen=True, kw_only=True):
    """Told to a person: the other side ended this membership; a `trainer` only while theirs."""

    membership: str
    by_name: str
    trainer: PersonId | None = None


class PingRaised(News, frozen=True, kw_only=True):
    """Told to a desk: somebody there should know, and perhaps decide."""

    ping: Ping


class PingTapped(News, frozen=True, kw_only=True):
    """Told to a desk: its trainer chose an act on a ping; `reason` in words of their own."""

    ping: str
    act: str
    by_name: str
    reason: str = ""


class ClearanceSeen(News, frozen=True, kw_only=True):
    """Told to a desk: its trainer has seen a professional's written word on a ping's item.

    `place` is the item's place among those the ping names.
    """

    ping: str
    place: int
    by: str
    given: date
    scope: Phase
    by_name: str


class PingSettled(News, frozen=True, kw_only=True):
    """Told to a desk: what came of a ping, as the client's state decided it."""

    ping: str
    text: Text


class PingRefused(News, frozen=True, kw_only=True):
    """Told to a desk: what was chosen on a ping cannot be, and why; the ping stays open."""

    ping: str
    text: Text


class ClientJoined(News, frozen=True, kw_only=True):
    """Told to a desk: a client was linked to its trainer."""

    client: PersonId
    name: str
    membership: str
    gym: str
    gym_name: str


class ClientLeft(News, frozen=True, kw_only=True):
    """Told to a desk: a client's link ended; what is still open about them is closed.

    `to_name`: the colleague they were handed over to.
    """

    client: PersonId
    name: str
    membership: str
    to_name: str = ""


class TrainerGone(News, frozen=True, kw_only=True):
    """Told to a client: their trainer left; they stay a member of the gym."""

    membership: str
    trainer: PersonId
    trainer_name: str


class TrainerLeft(News, frozen=True, kw_only=True):
    """Told to a desk: its trainer left a gym, by its code; none as gym means every gym."""

    gym: str | None = None
    trainer_name: str = ""


class ClientsAsked(News, frozen=True, kw_only=True):
    """Told to a desk: its trainer wants to see whom they train, to end a link.

    With a page, in the place of another one.
    """

    page: int | None = None


class ClientDropped(News, frozen=True, kw_only=True):
    """Told to a desk: its trainer ends the link to a client."""

    client: PersonId
    by_name: str


class Decided(News, frozen=True, kw_only=True):
    """Told to a client: their trainer chose this act on a ping; `phase` for another step.

    Without a ping it was chosen on the client's card.
    """

    ping: str
    act: str
    membership: str
    trainer: PersonId
    trainer_name: str
    phase: Phase | None = None
    reason: str = ""


class Cleared(News, frozen=True, kw_only=True):
    """Told to a client: their trainer has seen a professional's written word on an item."""

    ping: str
    item: str
    membership: str
    trainer: PersonId
    trainer_name: str
    by: str
    given: date
    scope: Phase


class Unreached(News, frozen=True, kw_only=True):
    """Told to a person: Telegram says that they cannot be written to."""


AnyNews = (
    GymFounded | GymAsked | InviteWanted | InviteRevoked | InviteShown | InviteTaken
    | MemberChanged | MemberLeft | Surveyed | Fetched | Notice | Invited | Joined | Unlinked
    | PingRaised | PingTapped | ClearanceSeen | PingSettled | PingRefused | ClientJoined
    | ClientLeft | TrainerGone | TrainerLeft | ClientsAsked | ClientDropped | Decided | Cleared
    | Coaching | ReminderDrafted | ReminderNarrowed | ReminderTimed | ReminderPictured
    | ReminderActed | Picked | Reminded | Recalled | Listed | Delivered | Cards | Running
    | WaysChosen | WaysChanged | Deskwork | PhasesAsked | PhaseTurned | PhaseOn | PhaseOff
    | Unreached
)  # fmt: skip
