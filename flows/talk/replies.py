"""What a typed text does: emergencies first, then what was shown last, else a hint."""

from flows.effects import Decision, Say, then
from flows.events import Typed, Unreadable
from flows.person import Person
from flows.programs.book import Book
from flows.questions.emergency import is_emergency
from flows.talk import begin, dialogue, finish, offers, taps, unwell
from flows.talk.training import typing
from flows.talk.training.buttons import is_button
from flows.words import Button, Content, T

UNEXPECTED = T(
    "I was not waiting for an answer. /help shows what I can do, /checkin tells me a week."
)
UNCLEAR = T("I did not understand that. Tap a button or type its words; /help shows all I can do.")


def turn(person: Person, event: Typed, book: Book) -> Decision[Person]:
    """Take a typed text."""
    if is_emergency(event.text):
        return unwell.asked(person, event)
    tap = offers.meant(person, event)
    if tap is not None and not is_button(tap.data):
        return offers.aloud(taps.turn(person, tap, book))
    trained = typing.turn(person, event, book)
    if trained is not None:
        return trained
    if tap is not None:
        return offers.aloud(taps.turn(person, tap, book))
    if person.open is None:
        return Decision(state=person, effects=(Say(content=_hint(person)),))
    return _taken(dialogue.typed(person, person.open, event), event, book)


def pictured(person: Person, event: Unreadable, book: Book) -> Decision[Person] | None:
    """Take a photo where one is waited for; None where none is."""
    spoken = dialogue.pictured(person, event)
    return None if spoken is None else _taken(spoken, event, book)


def _taken(spoken: dialogue.Spoken, event: Typed | Unreadable, book: Book) -> Decision[Person]:
    done = spoken.done
    if done is None:
        return spoken.decision
    return then(spoken.decision, lambda after: finish.turn(after, done, event, book))


def _hint(person: Person) -> Content:
    """Say what can be done, with what was offered last; to a stranger, who I am."""
    if _is_strange(person):
        return begin.WHO
    again: tuple[tuple[Button, ...], ...] = tuple((one,) for one in person.offered)
    return Content((UNCLEAR if again else UNEXPECTED,), again)


def _is_strange(person: Person) -> bool:
    return not (person.client or person.consent or person.links or person.invited)
