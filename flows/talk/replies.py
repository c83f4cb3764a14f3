"""What a typed text does: emergencies first, then what was shown last, else a hint."""

from msgspec.structs import replace

from flows.effects import Decision, Say, then
from flows.events import Typed, Unreadable
from flows.person import Open, Person
from flows.programs.book import Book
from flows.questions.emergency import is_emergency
from flows.talk import begin, dialogue, finish, offers, taps, unwell
from flows.talk.cards import letters
from flows.talk.training import typing
from flows.talk.training.buttons import is_button
from flows.words import Button, Content, T

UNEXPECTED = T(
    "I was not waiting for an answer. /help shows what I can do, /checkin tells me a week."
)
UNCLEAR = T("I did not understand that. Tap a button or type its words; /help shows all I can do.")
AGAIN = ("m|", "c|", "i|")
"""Buttons that are brought up again: the menu's, a client's own word, an invitation's."""
LETTERS = frozenset({"writing", "answering", "jotting", "overruling", "stand_in"})
"""Forms whose answer is for somebody to read: an emergency in it is read as well, not instead."""


def turn(person: Person, event: Typed, book: Book) -> Decision[Person]:
    """Take a typed text."""
    letter = letters.replied(person, event)
    if letter is not None:
        return _sent(letter, event)
    if is_emergency(event.text):
        return _helped(person, event, book)
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
    return _spoken(person, person.open, event, book)


def _sent(letter: Decision[Person], event: Typed) -> Decision[Person]:
    """Let the words that help come before a letter that speaks of an emergency."""
    if not is_emergency(event.text):
        return letter
    asked = unwell.asked(letter.state, event)
    return replace(letter, state=asked.state, effects=(*asked.effects, *letter.effects))


def _helped(person: Person, event: Typed, book: Book) -> Decision[Person]:
    if person.open is None or person.open.run.form not in LETTERS:
        return unwell.asked(person, event)
    return _sent(_spoken(person, person.open, event, book), event)


def _spoken(person: Person, waiting: Open, event: Typed, book: Book) -> Decision[Person]:
    return _taken(dialogue.typed(person, waiting, event), event, book)


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
    again: tuple[tuple[Button, ...], ...] = tuple(
        (one,) for one in person.offered if one.data.startswith(AGAIN)
    )
    return Content((UNCLEAR if again else UNEXPECTED,), again)


def _is_strange(person: Person) -> bool:
    return not (person.client or person.consent or person.links or person.invited)
