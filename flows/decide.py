"""decide(state, event, book) -> Decision: one match a state kind, and no rules of its own."""

from typing import assert_never

from flows.broadcast import Broadcast
from flows.desk import Desk
from flows.effects import Decision
from flows.events import Event
from flows.gym import Gym
from flows.people import StateId, key_of, kind_of
from flows.person import Person
from flows.programs.book import Book
from flows.talk import broadcast, desk, gym, person

State = Person | Desk | Gym | Broadcast


def fresh(state: StateId) -> State:
    """Make the state that an id names as it is before anything happened to it."""
    key = key_of(state)
    match kind_of(state):
        case "desk":
            return Desk(trainer=int(key))
        case "gym":
            return Gym(code=key)
        case "broadcast":
            return Broadcast(code=key)
        case _:
            return Person(id=int(key))


def decide(state: State, event: Event, book: Book) -> Decision[State]:
    """Decide what follows from an event: the state after it, and all that has to happen."""
    match state:
        case Person():
            return person.turn(state, event, book)
        case Desk():
            return desk.turn(state, event)
        case Gym():
            return gym.turn(state, event, book.policy.reminders)
        case Broadcast():
            return broadcast.turn(state, event, book.policy.reminders)
        case _:
            assert_never(state)
