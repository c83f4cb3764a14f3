"""Raising a ping on the desk of a client's trainer, if there is one."""

from msgspec import Struct

from flows.cards import CardSaid, Overruled
from flows.codes import mint
from flows.deskwork import PingsOver
from flows.effects import Effect, Tell
from flows.events import Event
from flows.news import Cleared, Decided, PingRaised, PingRefused, PingSettled
from flows.people import Role, desk_id
from flows.person import Pending, Person, link
from flows.phases.items import Item
from flows.phases.wording import what
from flows.steps import Phase
from flows.ties import Ping
from flows.words import T, Text

ASKED_AGAIN = T("Asked again below.")
NO_LONGER = T("No longer open: the newest week says something else.")


def code(event: Event, kind: str) -> str:
    """Mint the id of a ping that this event raises."""
    return mint(event.salt, f"ping {kind}", 8)


class Matter(Struct, frozen=True, kw_only=True):
    """What a ping is about: its kind, the words, the step in question, what could be cleared.

    `reason` says in a few words why it rings.
    """

    kind: str
    text: tuple[Text, ...]
    phase: Phase | None = None
    items: tuple[Item, ...] = ()
    reason: Text | None = None


def quoted(person: Person, paragraphs: tuple[Text, ...]) -> tuple[Text, ...]:
    """Mark what follows as the client's own message: the "you" in it is not the trainer."""
    return (T("<i>{client} reads:</i>", client=person.name), *paragraphs)


def named(items: tuple[Item, ...]) -> Text:
    """Name the first of some items, and how many more there are."""
    first = what(items[0])
    if len(items) == 1:
        return T("{what}.", what=first)
    return T("{what}, and {more} more.", what=first, more=len(items) - 1)


def over(person: Person, kinds: tuple[str, ...], text: Text) -> tuple[Effect, ...]:
    """Close the pings of some kinds that still lie with the trainer: it is no longer so."""
    membership = link(person, Role.CLIENT)
    if membership is None or membership.trainer is None:
        return ()
    news = PingsOver(membership=membership.id, kinds=kinds, text=text)
    return (Tell(to=desk_id(membership.trainer), news=news),)


def ping(person: Person, event: Event, matter: Matter) -> tuple[Effect, ...]:
    """Make the effects that ring the trainer's desk; none without a trainer."""
    return numbered(person, event, matter, code(event, matter.kind))


def numbered(person: Person, event: Event, matter: Matter, ident: str) -> tuple[Effect, ...]:
    """Ring the desk under a given id."""
    membership = link(person, Role.CLIENT)
    if membership is None or membership.trainer is None:
        return ()
    raised = Ping(
        id=ident,
        kind=matter.kind,
        client=person.id,
        client_name=person.name,
        membership=membership.id,
        at=event.at,
        text=matter.text,
        phase=matter.phase,
        items=tuple((item.code, what(item)) for item in matter.items),
        reason=matter.reason,
    )
    return (Tell(to=desk_id(membership.trainer), news=PingRaised(ping=raised)),)


def outcome(person: Person, news: Decided | Cleared, text: Text) -> Effect:
    """Tell the desk what came of a decision: on the ping it was made on, or to the trainer."""
    if not news.ping:
        return _said(person, news, text)
    return Tell(to=desk_id(news.trainer), news=PingSettled(ping=news.ping, text=text))


def refused(person: Person, news: Decided, text: Text) -> Effect:
    """Tell the desk why a decision cannot be; a ping that it was made on stays open."""
    if not news.ping:
        return _said(person, news, text)
    return Tell(to=desk_id(news.trainer), news=PingRefused(ping=news.ping, text=text))


def _said(person: Person, news: Decided | Cleared, text: Text) -> Effect:
    said = CardSaid(client=person.id, membership=news.membership, text=text)
    return Tell(to=desk_id(news.trainer), news=said)


def overruled(news: Decided, rules: tuple[str, ...]) -> tuple[Effect, ...]:
    """Let the desk count what its trainer overruled."""
    if not rules:
        return ()
    told = Overruled(membership=news.membership, rules=rules, reason=news.reason)
    return (Tell(to=desk_id(news.trainer), news=told),)


def settled(person: Person, pending: Pending | None, text: Text = NO_LONGER) -> tuple[Effect, ...]:
    """Close the ping that waited for a yes."""
    membership = link(person, Role.CLIENT)
    if pending is None or membership is None or membership.trainer is None:
        return ()
    news = PingSettled(ping=pending.ping, text=text)
    return (Tell(to=desk_id(membership.trainer), news=news),)
