"""Who is on a desk: a client comes and goes, and what was shown of them goes along."""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from flows.desk import Client, Desk, Lying
from flows.effects import Close, Decision, Effect, Say, Tell
from flows.news import (
    ClientDropped,
    ClientJoined,
    ClientLeft,
    ClientsAsked,
    TrainerGone,
    TrainerLeft,
    Unlinked,
)
from flows.people import person_id
from flows.running import Outdated
from flows.talk import desk_texts
from flows.talk.cards import saying
from flows.talk.desks import entries, overview
from flows.talk.training import coaching
from flows.words import T, Text

NO_LONGER = T("You no longer train here: what stood in this message is gone.")


def turn(
    desk: Desk, news: ClientJoined | ClientLeft | ClientsAsked | ClientDropped
) -> Decision[Desk]:
    """Take a client onto a desk or off it, or list those who are on it."""
    match news:
        case ClientJoined():
            return _joined(desk, news)
        case ClientLeft():
            return _left(desk, news)
        case ClientsAsked():
            return Decision(state=desk, effects=(Say(content=desk_texts.clients(desk)),))
        case ClientDropped():
            return _dropped(desk, news)
        case _:
            assert_never(news)


def _joined(desk: Desk, news: ClientJoined) -> Decision[Desk]:
    client = Client(
        id=news.client,
        name=news.name,
        membership=news.membership,
        gym=news.gym,
        gym_name=news.gym_name,
    )
    others = tuple(one for one in desk.clients if one.membership != news.membership)
    hello = Say(content=desk_texts.joined(news))
    return Decision(state=replace(desk, clients=(*others, client)), effects=(hello,))


def _left(desk: Desk, news: ClientLeft) -> Decision[Desk]:
    client = entries.client_of(desk, news.membership)
    if client is None:
        return Decision(state=desk)
    said = desk_texts.gone(news)
    gone = _without(desk, (client,), said)
    return replace(gone, effects=(*gone.effects, Say(content=desk_texts.plain(said))))


def _without(desk: Desk, ended: tuple[Client, ...], said: Text) -> Decision[Desk]:
    """Take clients off a desk, and all that was shown of them out of the chat."""
    gone = {one.membership for one in ended}
    over = tuple(one for one in desk.pings if one.ping.membership in gone)
    shown = (
        *(entries.slot_of(one.ping.id) for one in over if one.shown),
        *(saying.slot(one.id) for one in ended),
    )
    looked = tuple(effect for one in over for effect in entries.looked_at(desk, one))
    sessions = Outdated(slots=tuple(coaching.slot(one.id) for one in ended), text=said)
    next_ones = (Tell(to=person_id(desk.trainer), news=sessions),) if ended else ()
    effects = (*_closed(shown, said), *overview.closed(desk), *next_ones, *looked)
    return Decision(state=_left_on(desk, gone, over), effects=effects)


def _closed(slots: Iterable[str], said: Text) -> tuple[Effect, ...]:
    last = desk_texts.plain(said)
    return tuple(Close(slot=slot, content=last, quiet=True) for slot in slots)


def _left_on(desk: Desk, gone: set[str], over: tuple[Lying, ...]) -> Desk:
    return replace(
        desk,
        clients=tuple(one for one in desk.clients if one.membership not in gone),
        pings=tuple(one for one in desk.pings if one not in over),
        listed=False,
    )


def _dropped(desk: Desk, news: ClientDropped) -> Decision[Desk]:
    ended = tuple(one for one in desk.clients if one.id == news.client)
    told = tuple(
        Tell(
            to=person_id(one.id),
            news=Unlinked(membership=one.membership, by_name=news.by_name),
        )
        for one in ended
    )
    return Decision(state=desk, effects=told)


def trainer_left(desk: Desk, news: TrainerLeft) -> Decision[Desk]:
    """Part from the clients of a gym; without one from everybody, and forget the desk."""
    ended = tuple(one for one in desk.clients if news.gym in {None, one.gym})
    told = tuple(
        Tell(
            to=person_id(one.id),
            news=TrainerGone(membership=one.membership, trainer_name=news.trainer_name),
        )
        for one in ended
    )
    gone = _without(desk, ended, NO_LONGER)
    if news.gym is not None:
        return replace(gone, effects=(*told, *gone.effects))
    rest = (entries.slot_of(one.ping.id) for one in gone.state.pings if one.shown)
    return replace(gone, effects=(*told, *gone.effects, *_closed(rest, NO_LONGER)), wipe=True)
