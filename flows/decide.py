"""decide(state, event, policy) -> Decision: one match a state kind, and no rules of its own."""

from flows.effects import Answer, Decision, Effect, Say
from flows.events import Event, Tapped
from flows.people import StateId, key_of
from flows.person import Person
from flows.words import Content, T

State = Person


def fresh(state: StateId) -> State:
    """Make the state that an id names as it is before anything happened to it."""
    return Person(id=int(key_of(state)))


def decide(state: State, event: Event) -> Decision[State]:
    """Decide what follows from an event: the state after it and the effects."""
    answer: tuple[Effect, ...] = (Answer(query=event.query),) if isinstance(event, Tapped) else ()
    hello = Say(content=Content((T("Hello. Please send /start."),)))
    return Decision(state=state, effects=(*answer, hello))
