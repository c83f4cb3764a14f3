"""A trainer moves a client from the card: first what every step would pass over, then a reason."""

from datetime import date

from msgspec import Struct

from flows.cards import CardAct, CardWanted
from flows.effects import Decision
from flows.events import Told
from flows.news import Decided
from flows.person import Client, Person
from flows.phases.policy import Policy
from flows.pings import PingAct
from flows.programs.book import Book
from flows.steps import PHASE_NAMES, Phase
from flows.talk import calendar, clearance_texts, pinging, placing, starting, trainer
from flows.talk.cards import saying
from flows.words import Button, Content, T, Text, lines

HEAD = T("<b>Where shall {name} go?</b> What each step would pass over, as {name} reads it:")
OPEN = T("nothing")
CLOSED = T("not possible: {why}")
STEPS = {str(int(phase)): phase for phase in Phase}


class Way(Struct, frozen=True):
    """One step as the rules judge it: whether it may be taken, and what stands against it."""

    to: Phase
    may: bool
    against: tuple[Text, ...]


def steps(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Show every step with its guards, and a button for each that may be taken.

    Asked for on a ping, the buttons are that ping's.
    """
    client = person.client
    if client is None:
        return saying.said(person, news, trainer.NO_STEP)
    today, back = calendar.today(person, event.at), _back(person, news)
    if client.position.phase is None:
        pending = clearance_texts.pending(client, today, book.policy)
        text = pinging.quoted(person, pending.paragraphs)
        rows = saying.clearances(person.id, placing.open_now(client, today, book.policy), book)
        return saying.shown(person, news, Content(text, (*rows, back)))
    ways = _ways(person, client, today, book.policy)
    rows = tuple((_button(person, news, way.to),) for way in ways if way.may)
    head = T(HEAD.template, name=person.name)
    return saying.shown(person, news, Content((head, *lines(map(_said, ways))), (*rows, back)))


def _back(person: Person, news: CardWanted) -> tuple[Button, ...]:
    if not news.what:
        return saying.back(person.id)
    return (Button(label=T("Back"), data=f"p|{news.what}|back"),)


def _ways(person: Person, client: Client, today: date, policy: Policy) -> tuple[Way, ...]:
    others = tuple(phase for phase in Phase if phase is not client.position.phase)
    return tuple(_way(person, client, phase, today, policy) for phase in others)


def _way(person: Person, client: Client, to: Phase, today: date, policy: Policy) -> Way:
    if starting.begins(client):
        placement = starting.tried(person, to, today, policy)
        may = placement.phase is to
        return Way(to, may, () if may else (starting.against(placement),))
    verdict = trainer.tried(person, client, to, today, policy)
    return Way(to, trainer.goes(verdict, to), tuple(one.text for one in verdict.missing))


def _said(way: Way) -> Text:
    passed = OPEN
    for place, text in enumerate(way.against):
        passed = T("{passed} {text}", passed=passed, text=text) if place else text
    told = passed if way.may else T(CLOSED.template, why=passed)
    return T("• {step} {name}: {told}", step=int(way.to), name=PHASE_NAMES[way.to], told=told)


def _button(person: Person, news: CardWanted, to: Phase) -> Button:
    label = T("{step} {name}", step=int(to), name=PHASE_NAMES[to])
    if news.what:
        return Button(label=label, data=f"p|{news.what}|{int(to)}")
    return saying.button(person.id, label, CardAct.MOVE, str(int(to)))


def moved(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Take a client to a step with the trainer's reason, as far as health allows."""
    to = STEPS.get(news.what)
    if to is None:
        return Decision(state=person)
    chosen = Decided(
        ping="",
        act=PingAct.STEP,
        membership=news.membership,
        trainer=news.trainer,
        trainer_name=news.trainer_name,
        phase=to,
        reason=news.words,
    )
    return trainer.decided(person, chosen, event, book.policy)
