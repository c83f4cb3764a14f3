"""What a person's state does about news from a gym, a desk or a reminder."""

from typing import assert_never

from flows.coaching import SessionWanted, Wished
from flows.effects import Decision, Effect, Mail, Say, Show, Tell, then
from flows.events import Told
from flows.news import (
    Cleared,
    Decided,
    Delivered,
    Fetched,
    Invited,
    Joined,
    Notice,
    Reminded,
    TrainerGone,
    Unlinked,
    Unreached,
)
from flows.person import Person
from flows.programs.book import Book
from flows.talk import (
    begin,
    bringing,
    broadcast,
    clearance,
    links,
    screening,
    settings,
    trainer,
)
from flows.talk.training import next_session, wishing
from flows.words import Button, Content, T


def turn(person: Person, event: Told, book: Book) -> Decision[Person]:
    """Decide what news leads to; news of an ended membership leads to nothing."""
    match event.news:
        case Invited() | Joined() | Unlinked() | TrainerGone() as news:
            return _linked(person, news, event, book)
        case Notice() as news:
            return _shown(person, news)
        case Fetched() as news:
            return bringing.fetched(person, news, event, book)
        case Unreached():
            return settings.unreached(person)
        case Reminded() as news:
            return _reminded(person, news)
        case Decided() | Cleared() | SessionWanted() | Wished() as news:
            return _by_trainer(person, news, event, book)
        case _:
            return Decision(state=person)


def _linked(
    person: Person,
    news: Invited | Joined | Unlinked | TrainerGone,
    event: Told,
    book: Book,
) -> Decision[Person]:
    match news:
        case Invited():
            return links.offered(person, news)
        case Joined():
            joined = links.joined(person, news)
            return then(joined, lambda now: begin.after_joining(now, event, book.policy))
        case Unlinked():
            ended = links.ended(person, news)
            return then(ended, lambda now: screening.left_alone(now, event, book.policy))
        case TrainerGone():
            gone = links.trainer_gone(person, news)
            return then(gone, lambda now: screening.left_alone(now, event, book.policy))
        case _:
            assert_never(news)


def _shown(person: Person, news: Notice) -> Decision[Person]:
    effect: Effect = Say(content=news.content)
    if news.slot:
        effect = Show(slot=news.slot, content=news.content)
    return Decision(state=person, effects=(effect,))


def _by_trainer(
    person: Person,
    news: Decided | Cleared | SessionWanted | Wished,
    event: Told,
    book: Book,
) -> Decision[Person]:
    if all(one.id != news.membership or one.trainer != news.trainer for one in person.links):
        return Decision(state=person)
    match news:
        case Cleared():
            return clearance.given(person, news, event, book.policy)
        case Decided():
            return trainer.decided(person, news, event, book.policy)
        case SessionWanted():
            return next_session.wanted(person, news, event, book)
        case Wished():
            return wishing.wished(person, news, event, book)
        case _:
            assert_never(news)


def _reminded(person: Person, news: Reminded) -> Decision[Person]:
    member = any(one.id == news.membership for one in person.links)
    if not (member and person.settings.reminders and person.reachable):
        skipped = Delivered(member=person.id, result="skipped")
        return Decision(state=person, effects=(Tell(to=news.broadcast, news=skipped),))
    content = Content(
        broadcast.body(news.gym_name, news.text),
        ((Button(label=T("No more reminders"), data="m|quiet"),),),
    )
    return Decision(state=person, effects=(Mail(content=content, receipt=news.broadcast),))
