"""Settling what is open: by the client's own word where that suffices, else by their trainer's."""

from datetime import timedelta
from typing import assert_never

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Record, Say, Tell, then
from flows.events import ClearanceSeen, Cleared, Event, PingSettled, Tapped, Told
from flows.people import desk_id
from flows.person import Person
from flows.phases.clearance import Proof, clear, open_items, proof
from flows.phases.items import Clearance, Item, Voucher
from flows.phases.policy import Policy
from flows.questions.answers import Answer, Answers
from flows.steps import Phase
from flows.talk import calendar, clearance_texts, dialogue, pinging, placing
from flows.words import Content, Text


def by_client(person: Person, code: str, event: Event, policy: Policy) -> Decision[Person]:
    """Say what settles an item, or ask for the person's own word on it."""
    item = _open_item(person, code, event, policy)
    if item is None:
        return _said(person, clearance_texts.CLEAR_NOW)
    supervised = person.client is not None and person.client.position.profile.supervised
    match proof(item):
        case Proof.ANEW:
            return placing.asked_anew(person, item, event)
        case Proof.DECLARED:
            return _said(person, clearance_texts.ask(item))
        case Proof.WRITTEN:
            written = Content((clearance_texts.SHOW_TRAINER,))
            return _said(person, written if supervised else clearance_texts.ask(item))
        case Proof.ONLY_WRITTEN:
            told = clearance_texts.SHOW_TRAINER if supervised else clearance_texts.NEEDS_TRAINER
            return _said(person, Content((told,)))
        case needs:
            assert_never(needs)


def _said(person: Person, content: Content) -> Decision[Person]:
    return Decision(state=person, effects=(Say(content=content),))


def _open_item(person: Person, code: str, event: Event, policy: Policy) -> Item | None:
    if person.client is None:
        return None
    today = calendar.today(person, event.at)
    supervised = person.client.position.profile.supervised
    items = open_items(person.client.position.items, today, policy, supervised=supervised)
    return next((item for item in items if item.code == code), None)


def declared(
    person: Person, code: str, answer: str, event: Event, policy: Policy
) -> Decision[Person]:
    """Take the client's own word; how far it reaches is the clearance rules' say."""
    item = _open_item(person, code, event, policy)
    if item is None:
        return _said(person, clearance_texts.CLEAR_NOW)
    if answer != "yes":
        return _said(person, clearance_texts.NOT_YET)
    word = Clearance(by=Voucher.SELF, given=calendar.today(person, event.at))
    matter = pinging.Matter(kind="declared", text=clearance_texts.declared(item))
    rung = pinging.ping(person, event, matter)
    rang = Decision(state=person, effects=rung)
    return then(rang, lambda same: _cleared(same, item, word, event, policy))


def by_trainer(person: Person, ping: str, place: str, event: Tapped) -> Decision[Person]:
    """Ask a trainer whose written word they have seen, how old it is, for how much."""
    known: dict[str, Answer] = {"ping": ping, "place": int(place) if place.isdigit() else 0}
    return dialogue.opened(person, "clearance", event, known)


def noted(person: Person, known: Answers, told: Answers, event: Event) -> Decision[Person]:
    """Pass what a trainer noted on to their desk, which knows whose ping it is."""
    age = timedelta(days=facts.whole(told, "days_ago") or 0)
    news = ClearanceSeen(
        ping=facts.word(known, "ping"),
        place=facts.whole(known, "place") or 0,
        by=facts.word(told, "by"),
        given=calendar.today(person, event.at) - age,
        scope=Phase(int(facts.word(told, "scope"))),
        by_name=person.name,
    )
    return Decision(state=person, effects=(Tell(to=desk_id(person.id), news=news),))


def given(person: Person, news: Cleared, event: Told, policy: Policy) -> Decision[Person]:
    """Take a professional's word that the trainer has seen."""
    item = _open_item(person, news.item, event, policy)
    if item is None:
        return _settled(person, news, clearance_texts.NOT_OPEN)
    word = Clearance(by=Voucher.TRAINER, given=news.given, scope=news.scope)
    said = Say(content=Content((clearance_texts.noted(item, news.trainer_name),)))
    told = Decision(state=person, effects=(said,))
    cleared = then(told, lambda same: _cleared(same, item, word, event, policy))
    open_still = _open_item(cleared.state, news.item, event, policy) is not None
    outcome = clearance_texts.NOT_ENOUGH if open_still else clearance_texts.NOTED
    return then(cleared, lambda same: _settled(same, news, outcome))


def _settled(person: Person, news: Cleared, outcome: Text) -> Decision[Person]:
    settled = PingSettled(ping=news.ping, text=outcome)
    return Decision(state=person, effects=(Tell(to=desk_id(news.trainer), news=settled),))


def _cleared(
    person: Person, item: Item, word: Clearance, event: Event, policy: Policy
) -> Decision[Person]:
    if person.client is None:
        return Decision(state=person)
    position = person.client.position
    position = replace(position, items=clear(position.items, item.code, word))
    client = replace(person.client, position=position)
    person = replace(person, client=client)
    today = calendar.today(person, event.at)
    left = open_items(position.items, today, policy, supervised=position.profile.supervised)
    record = Record(
        what="cleared",
        at=event.at,
        policy=policy.version,
        facts=(("item", item.code), ("by", word.by.value)),
    )
    noted = Decision(state=person, records=(record,))
    if left:
        content = clearance_texts.pending(client, today, policy)
        return then(noted, lambda same: _said(same, content))
    return then(noted, lambda same: placing.opened_again(same, event, policy))
