"""What a person's state does about each event: which conversation it belongs to."""

from typing import assert_never

from msgspec.structs import replace

from flows.effects import Answer, Decision, Effect, Say, then
from flows.events import (
    Attached,
    Commanded,
    Event,
    FromTelegram,
    Hosted,
    Parked,
    Reached,
    Tapped,
    TimerDue,
    Told,
    Typed,
    Unreadable,
)
from flows.person import Person
from flows.programs.book import Book
from flows.questions.emergency import is_emergency
from flows.talk import (
    attending,
    bringing,
    commands,
    groups,
    links,
    news,
    offers,
    reminders,
    replies,
    taps,
    unwell,
)
from flows.talk.training import ending
from flows.ties import Place
from flows.words import Button, Content, T

CONNECT = "connect"
FromPerson = Commanded | Typed | Tapped | Attached | Unreadable | Parked

PRIVATELY = Content(
    (T("I answer in private chats only, so that nobody else reads along."),),
    ((Button(label=T("Open our chat"), url="https://t.me/{bot}?start=hello"),),),
)
SORRY = Content(
    (
        T("Sorry, something went wrong on my side, and I could not use that message."),
        T("Nothing you told me before is lost. Please try again, or send /help."),
    )
)
UNREADABLE = Content((T("I cannot use that. Please type it, or tap a button."),))
EDITED = Content((T("I do not read edited messages. Please send it as a new one."),))


def turn(person: Person, event: Event, book: Book) -> Decision[Person]:
    """Decide what a person's event leads to; a session that fits no more ends with it."""
    decided = then(_turn(person, event, book), lambda now: ending.fitting(now, event, book))
    decided = then(decided, lambda now: attending.looked(now, event, book.policy))
    decided = then(decided, lambda now: attending.listed(person, now))
    return offers.kept(decided)


def _turn(person: Person, event: Event, book: Book) -> Decision[Person]:
    match event:
        case TimerDue():
            return reminders.turn(person, event, book)
        case Told():
            return news.turn(person, event, book)
        case Reached():
            return _reached(person, event)
        case Hosted():
            return groups.hosted(person, event)
        case _:
            return _answered(_from_telegram(person, event, book), event)


def _from_telegram(person: Person, event: FromPerson, book: Book) -> Decision[Person]:
    if not isinstance(event, Parked) and event.chat != event.sender.id:
        return _in_group(person, event)
    back = not person.reachable
    touched = person.touched if isinstance(event, Tapped) else None
    person = replace(person, **_sender(event), reachable=True, touched=touched)
    decided = _private(person, event, book)
    return then(decided, _row_again) if back else decided


def _sender(event: FromTelegram) -> dict[str, str]:
    return {"name": event.sender.name, "language": event.sender.language}


def _row_again(person: Person) -> Decision[Person]:
    return Decision(state=person, effects=links.roster(person))


def _private(person: Person, event: FromPerson, book: Book) -> Decision[Person]:
    match event:
        case Commanded():
            return commands.turn(person, event, book)
        case Typed():
            return replies.turn(person, event, book)
        case Tapped():
            return taps.turn(person, event, book)
        case Unreadable() | Attached() if is_emergency(event.text):
            return unwell.asked(person, event)
        case Unreadable():
            return replies.pictured(person, event, book) or _unreadable(person, event)
        case Attached():
            return bringing.attached(person, event, book)
        case Parked():
            return Decision(state=person, effects=(Say(content=SORRY),))
        case _:
            assert_never(event)


def _in_group(
    person: Person, event: Commanded | Typed | Tapped | Attached | Unreadable
) -> Decision[Person]:
    if not isinstance(event, Commanded):
        return Decision(state=person)
    told = Say(content=PRIVATELY, chat=event.chat)
    refused = Decision[Person](state=person, effects=(told,))
    if event.name != CONNECT:
        return refused
    return groups.asked(person, Place(chat=event.chat, title=event.title)) or refused


def _unreadable(person: Person, event: Unreadable) -> Decision[Person]:
    said = EDITED if event.kind == "edited" else UNREADABLE
    return Decision(state=person, effects=(Say(content=said),))


def _reached(person: Person, event: Reached) -> Decision[Person]:
    person = replace(person, **_sender(event), reachable=event.reachable)
    return _row_again(person)


def _answered(decision: Decision[Person], event: FromTelegram) -> Decision[Person]:
    query = event.query if isinstance(event, Tapped | Parked) else ""
    if not query or any(isinstance(effect, Answer) for effect in decision.effects):
        return decision
    answer: tuple[Effect, ...] = (Answer(query=query),)
    return replace(decision, effects=(*answer, *decision.effects))
