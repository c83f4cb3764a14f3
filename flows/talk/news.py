"""What a person's state does about news from a gym, a desk or a reminder."""

from typing import assert_never

from flows.cards import CardWanted, ClientOffered, HandedOver
from flows.coaching import SessionWanted, Wished
from flows.deskwork import HoursShown
from flows.effects import Close, Decision, Effect, Picture, Roll, Say, Show, Table, then
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
from flows.running import Inspected, InviteOpen, Outdated, Pictured, Tabled
from flows.talk import (
    begin,
    bringing,
    clearance,
    links,
    operating,
    owner,
    roster,
    screening,
    settings,
    trainer,
)
from flows.talk.cards import acting, taking
from flows.talk.casts import member
from flows.talk.desks import keeping
from flows.talk.training import next_session, wishing
from flows.ways import WaysChanged
from flows.words import Content, T

BELOW = T("Shown again below.")


def turn(person: Person, event: Told, book: Book) -> Decision[Person]:
    """Decide what news leads to; news of an ended membership leads to nothing."""
    match event.news:
        case Invited() | Joined() | Unlinked() | TrainerGone() | WaysChanged() as news:
            return _linked(person, news, event, book)
        case Notice() | Pictured() | Tabled() | Outdated() as news:
            return _shown(person, news)
        case Inspected() | HoursShown() | InviteOpen() as news:
            return _asked(person, news, event, book)
        case Fetched() | Unreached() as news:
            return _of_the_chat(person, news, event, book)
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


def _asked(
    person: Person, news: Inspected | HoursShown | InviteOpen, event: Told, book: Book
) -> Decision[Person]:
    match news:
        case HoursShown():
            return keeping.shown(person, news, event)
        case InviteOpen():
            return owner.changes(person, news, event)
        case Inspected():
            return operating.shown(person, news, book.operators)
        case _:
            assert_never(news)


def _of_the_chat(
    person: Person, news: Fetched | Unreached, event: Told, book: Book
) -> Decision[Person]:
    if isinstance(news, Unreached):
        return settings.unreached(person)
    return bringing.fetched(person, news, event, book)


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
            return then(ended, lambda now: screening.left_alone(now, event, book.policy))
        case TrainerGone():
            gone = links.trainer_gone(person, news)
            return then(gone, lambda now: screening.left_alone(now, event, book.policy))
        case _:
            assert_never(news)


def _of_others(person: Person, news: ClientOffered | Surveyed, event: Told) -> Decision[Person]:
    if isinstance(news, ClientOffered):
        return taking.offered(person, news)
    return roster.surveyed(person, news, event)


def _shown(person: Person, news: Notice | Pictured | Tabled | Outdated) -> Decision[Person]:
    return Decision(state=person, effects=_showing(news))


def _showing(news: Notice | Pictured | Tabled | Outdated) -> tuple[Effect, ...]:
    match news:
        case Pictured():
            over = _over(Outdated(slots=(), pictures=(news.slot,), text=BELOW))
            return (*over, _picture(news))
        case Tabled():
            return (Table(caption=news.caption, name=news.name, rows=news.rows),)
        case Notice():
            return _notice(news)
        case Outdated():
            return _over(news)
        case _:
            assert_never(news)


def _over(news: Outdated) -> tuple[Effect, ...]:
    last = Content((news.text,))
    pictures = (Close(slot=slot, content=last, quiet=True, picture=True) for slot in news.pictures)
    return (*(Close(slot=slot, content=last, quiet=True) for slot in news.slots), *pictures)


def _picture(news: Pictured) -> Picture:
    return Picture(caption=news.caption, code=news.code, slot=news.slot, buttons=news.buttons)


def _notice(news: Notice) -> tuple[Effect, ...]:
    if not news.slot:
        return (Say(content=news.content),)
    over = _over(Outdated(slots=(news.slot,), text=BELOW)) if news.anew else ()
    return (*over, Show(slot=news.slot, content=news.content))


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
