"""A client goes to a colleague, who is asked first; until they agree everything stays.

The trainer's desk asks the gym who else trains there; the colleague says yes to that desk, which
tells the client's state; only that changes whose client they are.
"""

from typing import assert_never

from msgspec.structs import replace

from flows.cards import (
    CardAct,
    CardAsked,
    ClientOffered,
    Colleagues,
    HandedOver,
    HandOver,
    OfferAnswered,
    Offered,
)
from flows.desk import Client, Desk, find_client
from flows.effects import Decision, Say, Show, Tell
from flows.news import Notice
from flows.people import PersonId, gym_id, person_id
from flows.talk.cards import saying
from flows.words import Button, Content, T

WHOM = T("To whom do you hand {name} over? They are asked first; {name} is told when they agree.")
NOBODY = T("Nobody else trains at {gym}.")
WAITS = T("{colleague} was asked to take {name}. You stay the trainer until they say yes.")
DECLINED = T("{colleague} cannot take {name} now. You stay the trainer.")
TOO_LATE = Notice(content=Content((T("That is no longer open: nothing was changed."),)))


def asked(desk: Desk, client: Client, news: CardAsked) -> Decision[Desk]:
    """Ask the gym who else trains there, or one of them to take the client."""
    to = int(news.what) if news.what.isascii() and news.what.isdecimal() else None
    wish = HandOver(
        by=desk.trainer, by_name=news.by_name, client=client.id, client_name=client.name, to=to
    )
    return Decision(state=desk, effects=(Tell(to=gym_id(client.gym), news=wish),))


def turn(desk: Desk, news: Colleagues | Offered | OfferAnswered) -> Decision[Desk]:
    """Go on with what the gym or the colleague says, if the client is still here."""
    client = find_client(desk, news.client)
    match news:
        case OfferAnswered():
            return _answered(desk, client, news)
        case _ if client is None:
            return Decision(state=desk)
        case Colleagues():
            return _listed(desk, client, news)
        case Offered():
            return _offered(desk, client, news)
        case _:
            assert_never(news)


def _listed(desk: Desk, client: Client, news: Colleagues) -> Decision[Desk]:
    rows = tuple(
        (saying.button(client.id, T("{name}", name=name), CardAct.OFFER, str(trainer)),)
        for trainer, name in news.trainers
    )
    text = WHOM if rows else NOBODY
    said = T(text.template, name=client.name, gym=client.gym_name)
    content = Content((said,), (*rows, saying.back(client.id)))
    shown = Show(slot=saying.slot(client.id), content=content)
    return Decision(state=desk, effects=(shown,))


def _offered(desk: Desk, client: Client, news: Offered) -> Decision[Desk]:
    said = T(WAITS.template, colleague=news.to_name, name=client.name)
    content = Content((said,), (saying.back(client.id),))
    shown = Show(slot=saying.slot(client.id), content=content)
    return Decision(state=_with(desk, client, news.to), effects=(shown,))


def _with(desk: Desk, client: Client, to: PersonId | None) -> Desk:
    now = replace(client, offered=to)
    return replace(desk, clients=tuple(now if one is client else one for one in desk.clients))


def _answered(desk: Desk, client: Client | None, news: OfferAnswered) -> Decision[Desk]:
    if client is None or client.offered != news.by:
        return Decision(state=desk, effects=(Tell(to=person_id(news.by), news=TOO_LATE),))
    desk = _with(desk, client, None)
    if not news.yes:
        said = T(DECLINED.template, colleague=news.by_name, name=client.name)
        return Decision(state=desk, effects=(Say(content=Content((said,))),))
    told = HandedOver(
        membership=client.membership, trainer=desk.trainer, to=news.by, to_name=news.by_name
    )
    return Decision(state=desk, effects=(Tell(to=person_id(client.id), news=told),))


def offer(news: ClientOffered) -> Content:
    """Ask a colleague whether they take a client."""
    ask = T(
        "<b>{by} asks you to take {name}.</b> You would be their trainer.",
        by=news.by_name,
        name=news.client_name,
    )
    about = f"o|{news.client}|{news.by}|{news.gym}"
    buttons = (
        Button(label=T("I take {name}", name=news.client_name), data=f"{about}|yes"),
        Button(label=T("Not now"), data=f"{about}|no"),
    )
    return Content((ask,), (buttons,))
