"""A gym, as one document: who owns, manages and trains there, which invitations are out."""

from datetime import datetime

from msgspec import Struct

from flows.people import MAY, Act, PersonId, Role
from flows.steps import Phase
from flows.ties import Place
from flows.ways import Ways
from flows.words import Text

INVITE_DAYS = 7
CODE_LENGTH = 10
MOST_INVITES = 50
"""How many links of one gym may be open at a time."""


class Invite(Struct, frozen=True, kw_only=True):
    """A link for new people in one role; `code` is the whole payload of the link.

    `left` is how many may still take it, None for any number; `by` is who made it.
    """

    code: str
    role: Role
    trainer: PersonId | None
    expires: datetime
    left: int | None = 1
    by: PersonId | None = None


class Trainer(Struct, frozen=True, kw_only=True):
    """Somebody who trains clients here, or manages the gym."""

    id: PersonId
    name: str
    membership: str


class Draft(Struct, frozen=True, kw_only=True):
    """A post for the gym's group that waits for a yes."""

    code: str
    text: Text


class Gym(Struct, frozen=True, kw_only=True, tag="gym"):
    """One gym; its members are rows of its roster, not part of the document.

    `place` is where its general reminders go; nothing about a member is ever written there.
    `phases` are the steps whose reminders are switched on, each with its broadcast's code.
    """

    code: str
    name: str = ""
    owner: PersonId | None = None
    owner_name: str = ""
    trainers: tuple[Trainer, ...] = ()
    managers: tuple[Trainer, ...] = ()
    invites: tuple[Invite, ...] = ()
    closing: bool = False
    phases: tuple[tuple[Phase, str], ...] = ()
    place: Place | None = None
    draft: Draft | None = None
    ways: Ways = Ways()


def trainer_of(gym: Gym, trainer: PersonId | None) -> Trainer | None:
    """Find a trainer of this gym by their id."""
    return next((one for one in gym.trainers if one.id == trainer), None)


def may(gym: Gym, person: PersonId, act: Act) -> bool:
    """Say whether somebody's role here, other than a client's, allows an act."""
    return any(act in MAY[role] for role in _roles(gym, person))


def heads(gym: Gym) -> tuple[PersonId, ...]:
    """List who runs this gym: its owner first, then its managers."""
    owner = () if gym.owner is None else (gym.owner,)
    return tuple(dict.fromkeys((*owner, *(one.id for one in gym.managers))))


def _roles(gym: Gym, person: PersonId) -> tuple[Role, ...]:
    held = (
        (Role.OWNER, person == gym.owner),
        (Role.MANAGER, any(one.id == person for one in gym.managers)),
        (Role.TRAINER, any(one.id == person for one in gym.trainers)),
    )
    return tuple(role for role, holds in held if holds)
