"""What a desk does about cards: it passes on what is about a client of its own, and shows.

What a client's state shows is never kept here; the trainer's own notes are.
"""

from typing import assert_never

from msgspec.structs import replace

from flows.cards import (
    CardAct,
    CardAsked,
    CardSaid,
    CardShown,
    CardWanted,
    ClientSought,
    Colleagues,
    LetterAnswered,
    OfferAnswered,
    Offered,
    OverridesAsked,
    Overruled,
    PingReplied,
    ToDesk,
)
from flows.desk import Client, Desk, find_client
from flows.effects import Decision, Effect, Say, Show, Tell
from flows.events import Told
from flows.people import person_id
from flows.talk import desk_texts
from flows.talk.cards import handing, noting, overriding, saying, writing
from flows.talk.desks import entries
from flows.words import Button, Content, T

NOTES = frozenset({CardAct.NOTES, CardAct.NOTE, CardAct.UNNOTE})
WHICH = T("Which of them?")
NOBODY = T("Nobody whom you train is called that. /roster shows whom you do.")
MOST = 20
"""So many names are offered to choose from."""


def turn(desk: Desk, news: ToDesk, event: Told) -> Decision[Desk]:
    """Decide what a desk does about a card; about nobody's client, nothing but a kind word."""
    match news:
        case CardAsked() | CardShown() | CardSaid() | ClientSought():
            return _card(desk, news, event)
        case PingReplied() | LetterAnswered():
            return writing.turn(desk, news, event.at)
        case Colleagues() | Offered() | OfferAnswered():
            return handing.turn(desk, news)
        case Overruled() | OverridesAsked():
            return overriding.turn(desk, news)
        case _:
            assert_never(news)


def _card(
    desk: Desk, news: CardAsked | CardShown | CardSaid | ClientSought, event: Told
) -> Decision[Desk]:
    match news:
        case CardAsked():
            return _asked(desk, news, event)
        case CardShown():
            return _shown(desk, news)
        case CardSaid():
            return _said(desk, news)
        case ClientSought():
            return _sought(desk, news, event)
        case _:
            assert_never(news)


def _asked(desk: Desk, news: CardAsked, event: Told) -> Decision[Desk]:
    client = find_client(desk, news.client)
    if client is None:
        return Decision(state=desk, effects=(Say(content=desk_texts.NOT_YOURS),))
    if news.act in NOTES:
        return noting.turn(desk, client, news, event)
    if news.act in {CardAct.HAND, CardAct.OFFER}:
        return handing.asked(desk, client, news)
    return Decision(state=desk, effects=(_passed(desk, client, news),))


def _passed(desk: Desk, client: Client, news: CardAsked) -> Effect:
    wanted = CardWanted(
        membership=client.membership,
        trainer=desk.trainer,
        trainer_name=news.by_name,
        act=news.act,
        what=news.what,
        words=news.words,
        told=news.told,
    )
    return Tell(to=person_id(client.id), news=wanted)


def _shown(desk: Desk, news: CardShown) -> Decision[Desk]:
    client = find_client(desk, news.client)
    if client is None or client.membership != news.membership:
        return Decision(state=desk)
    if news.ping:
        return _in_place_of(desk, news)
    how = saying.below if news.anew else saying.in_place
    notes = noting.on_card(client) if news.whole else ()
    content = replace(news.content, paragraphs=(*news.content.paragraphs, *notes))
    return Decision(state=desk, effects=how(client.id, content))


def _in_place_of(desk: Desk, news: CardShown) -> Decision[Desk]:
    lying = entries.still_open(desk, news.ping)
    if lying is None or lying.ping.client != news.client:
        return Decision(state=desk)
    shown = Show(slot=entries.slot_of(news.ping), content=news.content)
    return Decision(state=desk, effects=(shown,))


def _said(desk: Desk, news: CardSaid) -> Decision[Desk]:
    client = find_client(desk, news.client)
    if client is None or client.membership != news.membership:
        return Decision(state=desk)
    card = saying.button(client.id, T("{name}'s card", name=client.name), CardAct.SHOW)
    return Decision(state=desk, effects=(Say(content=Content((news.text,), ((card,),))),))


def _sought(desk: Desk, news: ClientSought, event: Told) -> Decision[Desk]:
    word = news.word.casefold()
    found = tuple(one for one in desk.clients if word in one.name.casefold())
    exact = tuple(one for one in found if one.name.casefold() == word)
    match exact or found:
        case ():
            return Decision(state=desk, effects=(Say(content=desk_texts.plain(NOBODY)),))
        case (one,):
            asked = CardAsked(client=one.id, by_name=news.by_name, act=CardAct.SHOW)
            return _asked(desk, asked, event)
        case several:
            rows = tuple((_name(one),) for one in several[:MOST])
            return Decision(state=desk, effects=(Say(content=Content((WHICH,), rows)),))


def _name(one: Client) -> Button:
    label = T("{name}, {gym}", name=one.name, gym=one.gym_name)
    return saying.button(one.id, label, CardAct.SHOW, "anew")
