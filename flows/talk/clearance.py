"""Settling what is open: by the client's own word where that suffices, else by their trainer's."""

from datetime import date, timedelta
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Record, Say, Tell, then
from flows.events import Event, Tapped, Told
from flows.news import ClearanceSeen, Cleared
from flows.people import desk_id
from flows.person import Client, Person
from flows.phases.clearance import clear, proof
from flows.phases.items import Clearance, Item, Proof, Voucher
from flows.phases.policy import Policy
from flows.questions.answers import Answer, Answers
from flows.steps import Phase
from flows.talk import (
    calendar,
    clearance_texts,
    dialogue,
    pinging,
    placing,
    screening,
)
from flows.talk.cards import asking
from flows.words import Content, Text


def by_client(person: Person, code: str, event: Event, policy: Policy) -> Decision[Person]:
    """Say what settles an item, or ask for the person's own word on it."""
    found = _found(person, code, event, policy)
    if found is None:
        return _said(person, clearance_texts.CLEAR_NOW)
    item, supervised = found.item, found.client.position.profile.supervised
    match proof(item, policy):
        case Proof.ANEW:
            return screening.asked_anew(person, item, event)
        case Proof.DECLARED:
            return _said(person, clearance_texts.ask(item, policy))
        case Proof.WRITTEN:
            written = Content((clearance_texts.SHOW_TRAINER,))
            return _said(person, written if supervised else clearance_texts.ask(item, policy))
        case Proof.ONLY_WRITTEN:
            told = clearance_texts.SHOW_TRAINER if supervised else clearance_texts.NEEDS_TRAINER
            return _said(person, Content((told,)))
        case needs:
            assert_never(needs)


def _said(person: Person, content: Content) -> Decision[Person]:
    return Decision(state=person, effects=(Say(content=content),))


class Found(Struct, frozen=True):
    """An item that is open, and whose it is."""

    client: Client
    item: Item


def _found(person: Person, code: str, event: Event, policy: Policy) -> Found | None:
    client = person.client
    if client is None:
        return None
    items = placing.open_now(client, calendar.today(person, event.at), policy)
    return next((Found(client, item) for item in items if item.code == code), None)


def declared(
    person: Person, code: str, answer: str, event: Event, policy: Policy
) -> Decision[Person]:
    """Take the client's own word; how far it reaches is the clearance rules' say."""
    found = _found(person, code, event, policy)
    if found is None:
        return _said(person, clearance_texts.CLEAR_NOW)
    if answer != "yes":
        return _said(person, clearance_texts.NOT_YET)
    word = Clearance(by=Voucher.SELF, given=calendar.today(person, event.at))
    matter = pinging.Matter(
        kind="declared",
        text=clearance_texts.declared(found.item),
        reason=pinging.named((found.item,)),
    )
    rung = pinging.ping(person, event, matter)
    rang = Decision(state=person, effects=rung)
    return then(rang, lambda same: _cleared(same, found, word, event, policy))


def by_trainer(person: Person, ping: str, place: str, event: Tapped) -> Decision[Person]:
    """Ask a trainer whose written word they have seen, how old it is, for how much."""
    known: dict[str, Answer] = {"ping": ping, "place": int(place) if place.isdecimal() else 0}
    return dialogue.opened(person, "clearance", event, known)


def noted(person: Person, known: Answers, told: Answers, event: Event) -> Decision[Person]:
    """Pass what a trainer noted on to their desk, which knows whose ping it is."""
    news = ClearanceSeen(
        ping=facts.word(known, "ping"),
        place=facts.whole(known, "place") or 0,
        by=facts.word(told, "by"),
        given=_given(person, told, event),
        scope=Phase(int(facts.word(told, "scope"))),
        by_name=person.name,
    )
    return Decision(state=person, effects=(Tell(to=desk_id(person.id), news=news),))


def _given(person: Person, told: Answers, event: Event) -> date:
    age = timedelta(days=facts.whole(told, "days_ago") or 0)
    return calendar.today(person, event.at) - age


def vouched(person: Person, known: Answers, told: Answers, event: Event) -> Decision[Person]:
    """Pass on what a trainer noted on a client's card."""
    return asking.vouched(person, known, told, _given(person, told, event))


def given(person: Person, news: Cleared, event: Told, policy: Policy) -> Decision[Person]:
    """Take a professional's word that the trainer has seen."""
    found = _found(person, news.item, event, policy)
    if found is None:
        return _settled(person, news, clearance_texts.NOT_OPEN)
    word = Clearance(by=Voucher.TRAINER, given=news.given, scope=news.scope)
    said = Say(content=Content((clearance_texts.noted(found.item, news.trainer_name),)))
    told = Decision(state=person, effects=(said,))
    cleared = then(told, lambda same: _cleared(same, found, word, event, policy))
    open_still = _found(cleared.state, news.item, event, policy) is not None
    outcome = clearance_texts.NOT_ENOUGH if open_still else clearance_texts.NOTED
    settled = _settled(cleared.state, news, outcome)
    both = replace(cleared, effects=(*settled.effects, *cleared.effects))
    return then(both, lambda same: _left(same, event, policy))


def _left(person: Person, event: Told, policy: Policy) -> Decision[Person]:
    """Ring the trainer anew with what is still open: the old ping is done with."""
    client = person.client
    today = calendar.today(person, event.at)
    items = placing.open_now(client, today, policy) if client else ()
    if client is None or not items:
        return Decision(state=person)
    text = pinging.quoted(person, clearance_texts.pending(client, today, policy).paragraphs)
    matter = pinging.Matter(kind="left", text=text, items=items, reason=pinging.named(items))
    return Decision(state=person, effects=pinging.ping(person, event, matter))


def _settled(person: Person, news: Cleared, outcome: Text) -> Decision[Person]:
    return Decision(state=person, effects=(pinging.outcome(person, news, outcome),))


def _cleared(
    person: Person, found: Found, word: Clearance, event: Event, policy: Policy
) -> Decision[Person]:
    position, code = found.client.position, found.item.code
    position = replace(position, items=clear(position.items, code, word))
    client = replace(found.client, position=position)
    record = Record(
        what="cleared",
        at=event.at,
        policy=policy.version,
        facts=(("item", code), ("by", word.by.value)),
    )
    noted = Decision(state=replace(person, client=client), records=(record,))
    if placing.open_now(client, calendar.today(person, event.at), policy):
        return then(noted, lambda now: placing.reminded(now, client, event, policy))
    return then(noted, lambda now: placing.opened_again(now, event, policy))
