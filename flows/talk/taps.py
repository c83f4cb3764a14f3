"""What a tapped button does: its data says whose it is, and an unknown one is answered kindly."""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from flows.effects import Answer, Decision, Say, Tell, then
from flows.events import Tapped
from flows.news import ClientDropped, ClientsAsked, PingTapped
from flows.people import Act, desk_id
from flows.person import Person, Touched, allowed
from flows.pings import PingAct
from flows.programs.book import Book
from flows.questions import data
from flows.talk import (
    begin,
    breaks,
    bringing,
    calendar,
    checkin,
    clearance,
    dialogue,
    finish,
    groups,
    links,
    owner,
    plan,
    privacy,
    retest,
    roster,
    screening,
    stairs,
    unwell,
)
from flows.talk.cards import asking, letters, taking
from flows.talk.casts import ordering, topics
from flows.talk.desk_texts import OWN_WORDS
from flows.talk.desks import keeping
from flows.talk.training import coaching, today, walking
from flows.talk.training.coaching import NOT_A_TRAINER
from flows.words import T

Tap = Callable[[Person, Tapped, Book, list[str]], Decision[Person]]

ONE_TOUCH = timedelta(seconds=2)
"""Two taps on one button within this are one: an impatient finger, not a second wish."""
OLD = T("That button is from another time. /help shows what I can do now.")


def turn(person: Person, event: Tapped, book: Book) -> Decision[Person]:
    """Do what a button says, once however often a finger hits it."""
    if _once_more(person.touched, event):
        return Decision(state=person)
    touched = replace(person, touched=Touched(data=event.data, at=event.at))
    return _turn(touched, event, book)


def _once_more(last: Touched | None, event: Tapped) -> bool:
    return last is not None and last.data == event.data and event.at - last.at < ONE_TOUCH


def _turn(person: Person, event: Tapped, book: Book) -> Decision[Person]:
    tap = data.decode(event.data)
    if tap is not None:
        return _form(person, tap, event, book)
    kind, *rest = event.data.split("|")
    act = TAPS.get((kind, len(rest)))
    return _old(person, event) if act is None else act(person, event, book, rest)


def _old(person: Person, event: Tapped) -> Decision[Person]:
    answer = Answer(query=event.query, text=OLD, alert=True)
    return Decision(state=person, effects=(answer,))


def _form(person: Person, tap: data.Tap, event: Tapped, book: Book) -> Decision[Person]:
    spoken = dialogue.tapped(person, tap, event)
    if spoken.done is None:
        return spoken.decision
    done = spoken.done
    return then(spoken.decision, lambda after: finish.turn(after, done, event, book))


def _invite(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    answers = {"yes": links.agreed, "no": links.declined}
    answer, offer = rest
    return answers[answer](person, offer) if answer in answers else _old(person, event)


def _forget(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    acts = {"ask": privacy.asked, "yes": privacy.forgotten, "no": privacy.kept}
    return acts[rest[0]](person) if rest[0] in acts else _old(person, event)


def _unlink(person: Person, event: Tapped, book: Book, rest: list[str]) -> Decision[Person]:
    left = links.left(person, rest[0])
    return then(left, lambda now: screening.left_alone(now, event, book.policy))


def _desk(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    if allowed(person, Act.PART) is None:
        return Decision(state=person, effects=(Say(content=NOT_A_TRAINER),))
    word, *page = rest
    if word == "list" or page:
        number = int(page[0]) if page and page[0].isdecimal() else None
        asked = Tell(to=desk_id(person.id), news=ClientsAsked(page=number))
        return Decision(state=person, effects=(asked,))
    if not word.isdecimal():
        return _old(person, event)
    news = ClientDropped(client=int(word), by_name=person.name)
    return Decision(state=person, effects=(Tell(to=desk_id(person.id), news=news),))


def _ping(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    if not keeping.has_desk(person):
        return Decision(state=person, effects=(Say(content=NOT_A_TRAINER),))
    ping, act = rest
    if act.startswith(PingAct.CLEAR):
        return clearance.by_trainer(person, ping, act.removeprefix(PingAct.CLEAR), event)
    if act.endswith(f".{OWN_WORDS}"):
        return asking.explained(person, event)
    news = PingTapped(ping=ping, act=act, by_name=person.name)
    return Decision(state=person, effects=(Tell(to=desk_id(person.id), news=news),))


def _gym(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    code, act = rest
    return owner.tapped(person, code, act, event)


def _reminder(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    code, act = rest
    return ordering.tapped(person, code, act, event) or _old(person, event)


def _topic(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    topic, act = rest
    return topics.tapped(person, topic, act) or _old(person, event)


def _history(person: Person, event: Tapped, book: Book, rest: list[str]) -> Decision[Person]:
    code, act = rest
    return bringing.tapped(person, event, code, act, book)


def _workout(person: Person, event: Tapped, book: Book, rest: list[str]) -> Decision[Person]:
    code, acts, act = rest
    unwell_now = unwell.before_training(person, event)
    return unwell_now or walking.tapped(person, event, book, (code, acts, act))


def _roster(person: Person, _event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    return roster.tapped(person, rest)


def _answer(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    return letters.answering(person, "|".join(rest), event)


def _menu(person: Person, event: Tapped, book: Book, rest: list[str]) -> Decision[Person]:
    act = MENU.get(rest[0])
    return _old(person, event) if act is None else act(person, event, book)


def _clear(person: Person, event: Tapped, book: Book, rest: list[str]) -> Decision[Person]:
    return clearance.by_client(person, rest[0], event, book.policy)


def _declare(person: Person, event: Tapped, book: Book, rest: list[str]) -> Decision[Person]:
    code, answer = rest
    return clearance.declared(person, code, answer, event, book.policy)


TAPS: dict[tuple[str, int], Tap] = {
    ("i", 2): _invite,
    ("f", 1): _forget,
    ("u", 1): _unlink,
    ("d", 1): _desk,
    ("d", 2): _desk,
    ("p", 2): _ping,
    ("k", 1): lambda person, event, _book, rest: keeping.tapped(person, event, rest),
    ("g", 2): _gym,
    ("y", 1): lambda person, _event, _book, rest: groups.answered(person, rest[0]),
    ("b", 2): _reminder,
    ("o", 2): _topic,
    ("h", 2): _history,
    ("w", 3): _workout,
    ("t", 1): coaching.tapped,
    ("t", 2): coaching.tapped,
    ("t", 3): coaching.tapped,
    ("t", 4): coaching.tapped,
    ("r", 1): _roster,
    ("r", 2): _roster,
    ("k", 2): asking.tapped,
    ("k", 3): asking.tapped,
    ("k", 6): asking.tapped,
    ("o", 4): taking.answered,
    ("a", 2): _answer,
    ("m", 1): _menu,
    ("c", 1): _clear,
    ("c", 2): _declare,
}
"""By the first letter of a button's data and the number of its further parts."""

MENU: dict[str, Callable[[Person, Tapped, Book], Decision[Person]]] = {
    "begin": lambda person, event, book: begin.tapped(person, event, book.policy),
    "gym": lambda person, event, _book: dialogue.opened(person, "gym", event),
    "solo": lambda person, event, _book: owner.solo(person, event),
    "checkin": lambda person, event, book: checkin.asked_for(person, event, book.policy),
    "movement": lambda person, event, _book: begin.movement(person, event),
    "retest": lambda person, event, book: retest.asked_for(person, event, book.policy),
    "health": lambda person, event, _book: begin.health(person, event),
    "back": lambda person, event, _book: breaks.comeback(person, event),
    "unwell": lambda person, event, _book: unwell.asked(person, event),
    "fine": lambda person, event, _book: unwell.fine(person, event),
    "why": lambda person, event, book: stairs.why(
        person, calendar.today(person, event.at), book.policy
    ),
    "plan": lambda person, event, book: plan.shown(person, event.at, book),
    "dates": lambda person, event, book: plan.dates(person, event.at, book),
    "sheet": lambda person, _event, _book: privacy.sheet(person),
    "today": today.today,
    "session": today.ahead,
    "quiet": lambda person, _event, _book: topics.none(person),
}
