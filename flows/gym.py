"""A gym, as one document: who owns it, who trains there, which invitations are out."""

from datetime import datetime

from msgspec import Struct

from flows.people import PersonId, Role
from flows.ways import Ways

INVITE_DAYS = 7
CODE_LENGTH = 10


class Invite(Struct, frozen=True, kw_only=True):
    """A one-time link for one new trainer or client; `code` is the whole payload of the link."""

    code: str
    role: Role
    trainer: PersonId | None
    expires: datetime


class Trainer(Struct, frozen=True, kw_only=True):
    """Somebody who trains clients here."""

    id: PersonId
    name: str
    membership: str


class Gym(Struct, frozen=True, kw_only=True, tag="gym"):
    """One gym; its members are rows of its roster, not part of the document."""

    code: str
    name: str = ""
    owner: PersonId | None = None
    owner_name: str = ""
    trainers: tuple[Trainer, ...] = ()
    invites: tuple[Invite, ...] = ()
    closing: bool = False
    ways: Ways = Ways()
