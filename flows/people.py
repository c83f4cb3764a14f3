"""Who is who: the ids of people and states, the roles, and what each role may do and see."""

from enum import StrEnum

from msgspec import Struct

PersonId = int
"""A Telegram user's id; also the id of their private chat."""

LONGEST_NAME = 64
"""Characters of a name that are kept."""

StateId = str
"""What one document is about: `person:7`, `desk:7`, `gym:<code>`, `broadcast:<code>`."""


class Role(StrEnum):
    """What somebody is to a gym; an operator is it to the whole bot, by its settings."""

    CLIENT = "client"
    TRAINER = "trainer"
    MANAGER = "manager"
    OWNER = "owner"
    OPERATOR = "operator"


class Act(StrEnum):
    """What a role may allow; of oneself everybody may see and do everything."""

    ANSWER_PINGS = "answer pings, and so see why they rang"
    COACH = "see the cards and next sessions of whom they train, and act on them"
    PART = "stop training a client"
    INVITE = "invite trainers and clients, see all open links and take them back"
    APPOINT = "invite managers, and end their place"
    DISMISS = "end a trainer's place"
    REMIND = "send reminders"
    COUNT = "see the gym's card and its numbers"
    OPERATE = "see how the bot itself is"
    CONNECT = "connect a group or channel, and let it go"
    STAND_IN = "hear of urgent pings that nobody looked at"
    ROSTER = "see a roster: trainers their own clients, the others everybody"
    SETTLE = "settle how the gym works"


_OF_MANAGERS = frozenset(
    {
        Act.INVITE,
        Act.DISMISS,
        Act.REMIND,
        Act.COUNT,
        Act.CONNECT,
        Act.STAND_IN,
        Act.ROSTER,
        Act.SETTLE,
    }
)

MAY: dict[Role, frozenset[Act]] = {
    Role.CLIENT: frozenset(),
    Role.TRAINER: frozenset({Act.ANSWER_PINGS, Act.COACH, Act.PART, Act.ROSTER}),
    Role.MANAGER: _OF_MANAGERS,
    Role.OWNER: _OF_MANAGERS | {Act.APPOINT},
    Role.OPERATOR: frozenset({Act.OPERATE}),
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
