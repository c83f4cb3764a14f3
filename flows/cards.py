"""What a trainer, their desk and a client tell each other about that client's card."""

from enum import StrEnum

from msgspec import Struct

from flows.people import PersonId
from flows.words import Content, Text

Told = tuple[tuple[str, str | int | float | bool | tuple[str, ...]], ...]
"""Answers of a form that a trainer filled in, by the key of their question."""


class CardAct(StrEnum):
    """What a trainer may ask of a client's card."""

    SHOW = "show"
    STEPS = "steps"
    MOVE = "move"
    MODE = "mode"
    TEST = "test"
    WRITE = "write"
    CLEAR = "clear"
    ASSESS = "assess"
    STUCK = "stuck"
    SAY = "say"
    NUDGE = "nudge"
    CANCEL = "cancel"
    NOTES = "notes"
    NOTE = "note"
    UNNOTE = "unnote"
    HAND = "hand"
    OFFER = "offer"


class CardAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer wants something about one of their clients.

    `what` says which (a step, a mode, an item, …); `words` are the trainer's own.
    """

    client: PersonId
    by_name: str
    act: CardAct
    what: str = ""
    words: str = ""
    told: Told = ()


class CardWanted(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a client: their trainer wants this of their card."""

    membership: str
    trainer: PersonId
    trainer_name: str
    act: CardAct
    what: str = ""
    words: str = ""
    told: Told = ()


class CardShown(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: a client's card, or a part of it, for its trainer to see; never kept.

    `whole`: with the trainer's own notes below; `anew`: at the bottom of the chat; `ping`: in the
    place of this ping.
    """

    client: PersonId
    membership: str
    content: Content
    whole: bool = True
    anew: bool = False
    ping: str = ""


class CardSaid(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: what came of something that was asked of a client's card."""

    client: PersonId
    membership: str
    text: Text


class ClientSought(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer looks for a client by a part of the name."""

    word: str
    by_name: str


class PingReplied(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer wrote a reply to a ping; it is for the client it is about."""

    ping: str
    words: str
    by_name: str


class LetterAnswered(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: a client answers what their trainer wrote."""

    client: PersonId
    membership: str
    words: str


class HandOver(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: a trainer wants to hand a client over, `to` a colleague if one is chosen."""

    by: PersonId
    by_name: str
    client: PersonId
    client_name: str
    to: PersonId | None = None


class Colleagues(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: who else trains in the gym of a client, by id and name."""

    client: PersonId
    trainers: tuple[tuple[PersonId, str], ...]


class Offered(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: this colleague was asked to take a client."""

    client: PersonId
    to: PersonId
    to_name: str


class ClientOffered(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a trainer: a colleague asks them to take a client."""

    client: PersonId
    client_name: str
    gym: str
    by: PersonId
    by_name: str


class OfferAnswered(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: whether the colleague who was asked takes a client."""

    client: PersonId
    by: PersonId
    by_name: str
    yes: bool


class HandedOver(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a client: their trainer handed them over to a colleague who agreed."""

    membership: str
    trainer: PersonId
    to: PersonId
    to_name: str


class Overruled(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: these rules were overruled by its trainer, and why."""

    membership: str
    rules: tuple[str, ...]
    reason: str


class OverridesAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer wants to see which rules they overrule most."""


ToDesk = (
    CardAsked | CardShown | CardSaid | ClientSought | PingReplied | LetterAnswered
    | Colleagues | Offered | OfferAnswered | Overruled | OverridesAsked
)  # fmt: skip
Cards = ToDesk | CardWanted | HandOver | ClientOffered | HandedOver
