"""What a person's state does about news from a gym, a desk or a reminder."""

from typing import assert_never

from flows.cards import CardWanted, ClientOffered, HandedOver
from flows.coaching import SessionWanted, Wished
from flows.effects import Decision, Effect, Repost, Roll, Say, Show, then
from flows.events import Told
from flows.news import (
    Cleared,
    Decided,
    Fetched,
    Invited,
    Joined,
    Notice,
    Surveyed,
    TrainerGone,
    Unlinked,
    Unreached,
)
from flows.person import Person
from flows.programs.book import Book
from flows.reminded import Listed, Recalled, Reminded
from flows.talk import begin, bringing, clearance, links, placing, roster, settings, trainer
from flows.talk.cards import acting, taking
from flows.talk.casts import member
from flows.talk.training import next_session, wishing
from flows.ways import WaysChanged


def turn(person: Person, event: Told, book: Book) -> Decision[Person]:
    """Decide what news leads to; news of an ended membership leads to nothing."""
    match event.news:
        case Invited() | Joined() | Unlinked() | TrainerGone() | WaysChanged() as news:
            return _linked(person, news, event, book)
        case Notice() as news:
            return _shown(person, news)
        case Fetched() as news:
            return bringing.fetched(person, news, event, book)
        case Unreached():
            return settings.unreached(person)
        case Reminded() | Recalled() | Listed() as news:
            return _reminded(person, news, event, book)
        case ClientOffered() | Surveyed() as news:
            return _of_others(person, news, event)
        case (
            Decided()
            | Cleared()
            | SessionWanted()
            | Wished()
            | CardWanted()
            | HandedOver() as news
        ):
            return _by_trainer(person, news, event, book)
        case _:
            return Decision(state=person)


def _linked(
    person: Person,
    news: Invited | Joined | Unlinked | TrainerGone | WaysChanged,
    event: Told,
    book: Book,
) -> Decision[Person]:
    match news:
        case Invited():
            return links.offered(person, news)
        case WaysChanged():
            return links.works(person, news)
        case Joined():
            joined = links.joined(person, news)
            return then(joined, lambda now: begin.after_joining(now, event, book.policy))
        case Unlinked():
            ended = links.ended(person, news)
            return then(ended, lambda now: placing.left_alone(now, event, book.policy))
        case TrainerGone():
            gone = links.trainer_gone(person, news)
            return then(gone, lambda now: placing.left_alone(now, event, book.policy))
        case _:
            assert_never(news)


def _of_others(person: Person, news: ClientOffered | Surveyed, event: Told) -> Decision[Person]:
    if isinstance(news, ClientOffered):
        return taking.offered(person, news)
    return roster.surveyed(person, news, event)


def _shown(person: Person, news: Notice) -> Decision[Person]:
    effect: Effect = Say(content=news.content)
    if news.slot:
        how = Repost if news.anew else Show
        effect = how(slot=news.slot, content=news.content)
    return Decision(state=person, effects=(effect,))


def _by_trainer(
    person: Person,
    news: Decided | Cleared | SessionWanted | Wished | CardWanted | HandedOver,
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
        case HandedOver():
            return taking.handed_over(person, news, event, book)
        case CardWanted():
            return acting.turn(person, news, event, book)
        case _:
            assert_never(news)


def _reminded(
    person: Person, news: Reminded | Recalled | Listed, event: Told, book: Book
) -> Decision[Person]:
    match news:
        case Reminded():
            return member.reminded(person, news, event, book.policy.reminders)
        case Recalled():
            return member.recalled(person, news)
        case Listed():
            roll = Roll(caption=news.caption, broadcast=news.broadcast, gym=news.gym)
            return Decision(state=person, effects=(roll,))
        case _:
            assert_never(news)
