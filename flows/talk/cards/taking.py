"""The other side of a hand-over: a colleague is asked, and a client gets another trainer."""

from msgspec.structs import replace

from flows.cards import ClientOffered, HandedOver, OfferAnswered
from flows.effects import Decision, Effect, Record, Say, Tell, then
from flows.events import Tapped, Told
from flows.news import ClientJoined, ClientLeft
from flows.people import PersonId, Role, desk_id
from flows.person import Person
from flows.programs.book import Book
from flows.talk import links, pinging, screening, stair_texts
from flows.talk.cards import handing
from flows.talk.training.coaching import NOT_A_TRAINER
from flows.ties import Membership
from flows.words import Content, T

TOLD = T("{old} hands you over to {new}, who sees from now on what {old} saw. /privacy says what.")
ASK = T("Waiting for your yes: {step}.")


def offered(person: Person, news: ClientOffered) -> Decision[Person]:
    """Ask a colleague; who does not train in that gym any more is not asked."""
    if not _trains(person, news.gym):
        return Decision(state=person)
    return Decision(state=person, effects=(Say(content=handing.offer(news)),))


def _trains(person: Person, gym: str) -> bool:
    return any(one.gym == gym and one.role is Role.TRAINER for one in person.links)


def answered(person: Person, _event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    """Tell the desk that asked what the colleague says, while they train in that gym."""
    client, by, gym, answer = rest
    if not _trains(person, gym) or not all(
        part.isascii() and part.isdecimal() for part in (client, by)
    ):
        return Decision(state=person, effects=(Say(content=NOT_A_TRAINER),))
    news = OfferAnswered(
        client=int(client), by=person.id, by_name=person.name, yes=answer == "yes"
    )
    return Decision(state=person, effects=(Tell(to=desk_id(int(by)), news=news),))


def handed_over(person: Person, news: HandedOver, event: Told, book: Book) -> Decision[Person]:
    """Take the new trainer: the old desk lets go, the new one learns of all that is open."""
    old = next(one for one in person.links if one.id == news.membership)
    new = replace(old, trainer=news.to, trainer_name=news.to_name)
    kept = tuple(new if one is old else one for one in person.links)
    person = replace(person, links=kept)
    said = T(TOLD.template, old=old.trainer_name, new=news.to_name)
    record = Record(what="handed over", at=event.at, policy=book.policy.version)
    effects = (
        *_moved(person, old, new, news.trainer),
        Say(content=Content((said,))),
        *links.roster(person),
    )
    told = Decision(state=person, effects=effects, records=(record,))
    linked = then(told, lambda now: screening.linked(now, event, book.policy))
    return then(linked, lambda now: _asked_anew(now, event))


def _moved(
    person: Person, old: Membership, new: Membership, trainer: PersonId
) -> tuple[Effect, ...]:
    left = ClientLeft(
        client=person.id, name=person.name, membership=old.id, to_name=new.trainer_name
    )
    joined = ClientJoined(
        client=person.id,
        name=person.name,
        membership=new.id,
        gym=new.gym,
        gym_name=new.gym_name,
    )
    return (
        Tell(to=desk_id(trainer), news=left),
        Tell(to=desk_id(new.trainer or trainer), news=joined),
    )


def _asked_anew(person: Person, event: Told) -> Decision[Person]:
    """Ask the new trainer for the yes that the old one had not given."""
    client = person.client
    if client is None or client.pending is None:
        return Decision(state=person)
    ident = pinging.code(event, "approval")
    pending = replace(client.pending, ping=ident)
    text = (T(ASK.template, step=stair_texts.step(pending.phase)),)
    matter = pinging.Matter(kind="approval", text=text, phase=pending.phase)
    person = replace(person, client=replace(client, pending=pending))
    return Decision(state=person, effects=pinging.numbered(person, event, matter, ident))
