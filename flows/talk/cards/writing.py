"""What a desk passes on between its trainer and a client: letters, and the answers to them."""

from datetime import datetime
from typing import assert_never

from msgspec.structs import replace

from flows.cards import CardAct, CardWanted, LetterAnswered, PingReplied
from flows.desk import Desk
from flows.effects import Decision, Say, Tell
from flows.people import person_id
from flows.talk import desk_texts
from flows.talk.cards import saying
from flows.talk.desks import entries
from flows.words import Content, T

ANSWERS = T("<b>{name} answers:</b>")


def turn(desk: Desk, news: PingReplied | LetterAnswered, at: datetime) -> Decision[Desk]:
    """Pass a reply to a ping on to its client, or a client's answer to the trainer."""
    match news:
        case PingReplied():
            return _replied(desk, news)
        case LetterAnswered():
            return _answered(desk, news, at)
        case _:
            assert_never(news)


def _replied(desk: Desk, news: PingReplied) -> Decision[Desk]:
    lying = entries.found(desk, news.ping)
    if lying is None or entries.client_of(desk, lying.ping.membership) is None:
        return Decision(state=desk, effects=(Say(content=desk_texts.NOT_YOURS),))
    ping, looked = lying.ping, entries.looked(desk, lying)
    letter = CardWanted(
        membership=ping.membership,
        trainer=desk.trainer,
        trainer_name=news.by_name,
        act=CardAct.WRITE,
        words=news.words,
    )
    told = Tell(to=person_id(ping.client), news=letter)
    return replace(looked, effects=(told, *looked.effects))


def _answered(desk: Desk, news: LetterAnswered, at: datetime) -> Decision[Desk]:
    """Give a trainer a client's answer; it rings in their hours only."""
    found = (one for one in desk.clients if one.membership == news.membership)
    client = next(found, None)
    if client is None:
        return Decision(state=desk)
    buttons = (
        saying.button(client.id, T("Write back"), CardAct.WRITE),
        saying.button(client.id, T("{name}'s card", name=client.name), CardAct.SHOW),
    )
    head = T(ANSWERS.template, name=client.name)
    words = T("{words}", words=news.words)
    said = Content((head, words), (buttons,), silent=entries.rests(desk, at))
    return Decision(state=desk, effects=(Say(content=said),))
