"""What a typed text does: emergencies first, then what was shown last, else a hint."""

from flows.effects import Decision, Say, then
from flows.events import Typed
from flows.person import Person
from flows.programs.book import Book
from flows.questions.emergency import is_emergency
from flows.talk import dialogue, finish, unwell
from flows.talk.training import typing
from flows.words import Content, T

UNEXPECTED = Content(
    (T("I was not waiting for an answer. /help shows what I can do, /checkin tells me a week."),)
)


def turn(person: Person, event: Typed, book: Book) -> Decision[Person]:
    """Take a typed text."""
    if is_emergency(event.text):
        return unwell.asked(person, event)
    trained = typing.turn(person, event, book)
    if trained is not None:
        return trained
    if person.open is None:
        return Decision(state=person, effects=(Say(content=UNEXPECTED),))
    spoken = dialogue.typed(person, person.open, event)
    if spoken.done is None:
        return spoken.decision
    done = spoken.done
    return then(spoken.decision, lambda after: finish.turn(after, done, event, book))
