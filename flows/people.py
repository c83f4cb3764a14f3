"""Who is who: the ids of people and states, the roles, and what each role may do and see."""

from enum import StrEnum

from msgspec import Struct

PersonId = int
"""A Telegram user's id; also the id of their private chat."""

StateId = str
"""What one document is about: `person:7`, `desk:7`, `gym:<code>`, `broadcast:<code>`."""


class Role(StrEnum):
    """What somebody is to a gym."""

    CLIENT = "client"
    TRAINER = "trainer"
    OWNER = "owner"


class Act(StrEnum):
    """What a role may allow."""

    ANSWER_PINGS = "answer pings, and so see why they rang"
    INVITE = "invite"
    REMIND = "send reminders"
    COUNT = "see counts"
    ROSTER = "see a roster: trainers their own clients, the others everybody"
    COACH = "see the cards of their own clients, and act on them"


MAY: dict[Role, frozenset[Act]] = {
    Role.CLIENT: frozenset(),
    Role.TRAINER: frozenset({Act.ANSWER_PINGS, Act.ROSTER, Act.COACH}),
    Role.OWNER: frozenset({Act.INVITE, Act.REMIND, Act.COUNT, Act.ROSTER}),
}


class Sender(Struct, frozen=True, kw_only=True):
    """Who wrote: a Telegram user as the update names them."""

    id: PersonId
    name: str
    language: str = ""


def person_id(person: PersonId) -> StateId:
    """Name the state of one human."""
    return f"person:{person}"


def desk_id(trainer: PersonId) -> StateId:
    """Name the desk where a trainer's pings lie."""
    return f"desk:{trainer}"


def gym_id(code: str) -> StateId:
    """Name the state of a gym."""
    return f"gym:{code}"


def broadcast_id(code: str) -> StateId:
    """Name the state of one reminder to many."""
    return f"broadcast:{code}"


def kind_of(state: StateId) -> str:
    """Say what kind of state an id names: the part before the colon."""
    return state.partition(":")[0]


def key_of(state: StateId) -> str:
    """Say whom or what of its kind an id names: the part after the colon."""
    return state.partition(":")[2]
