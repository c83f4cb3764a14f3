"""Who is on a desk: a client comes and goes, and what was shown of them goes along."""

from collections.abc import Iterable
from datetime import datetime
from typing import assert_never

from msgspec.structs import replace

from flows.desk import Client, Desk, Lying
from flows.deskwork import StoodDown
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
from flows.people import gym_id, person_id
from flows.running import Outdated, PingReturned
from flows.talk import desk_texts
from flows.talk.cards import saying
from flows.talk.desks import entries, overview
from flows.talk.training import coaching
from flows.words import Content, T, Text

STOOD_DOWN = T("You no longer run this gym: what stood in this message is gone.")
NO_LONGER = T("You no longer train here: what stood in this message is gone.")


def turn(
    desk: Desk, news: ClientJoined | ClientLeft | ClientsAsked | ClientDropped, at: datetime
) -> Decision[Desk]:
    """Take a client onto a desk or off it, or list those who are on it."""
    match news:
        case ClientJoined():
            return _joined(desk, news, at)
        case ClientLeft():
            return _left(desk, news, at)
        case ClientsAsked():
            return overview.paged(desk, "parting", news.page, desk_texts.clients)
        case ClientDropped():
            return _dropped(desk, news)
        case _:
            assert_never(news)


def _joined(desk: Desk, news: ClientJoined, at: datetime) -> Decision[Desk]:
    client = Client(
        id=news.client,
        name=news.name,
        membership=news.membership,
        gym=news.gym,
        gym_name=news.gym_name,
    )
    others = tuple(one for one in desk.clients if one.membership != news.membership)
    hello = _in_hours(desk, desk_texts.joined(news), at)
    return Decision(state=replace(desk, clients=(*others, client)), effects=(hello,))


def _left(desk: Desk, news: ClientLeft, at: datetime) -> Decision[Desk]:
    client = entries.client_of(desk, news.membership)
    if client is None:
        return Decision(state=desk)
    said = desk_texts.gone(news)
    gone = _without(desk, (client,), said)
    goodbye = _in_hours(desk, desk_texts.plain(said), at)
    return replace(gone, effects=(*gone.effects, goodbye))


def _in_hours(desk: Desk, content: Content, at: datetime) -> Say:
    """Say something that rings in the trainer's hours only."""
    return Say(content=replace(content, silent=entries.rests(desk, at)))


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
            news=Unlinked(membership=one.membership, by_name=news.by_name, trainer=desk.trainer),
        )
        for one in ended
    )
    return Decision(state=desk, effects=told)


def over(desk: Desk, news: TrainerLeft | StoodDown) -> Decision[Desk]:
    """End what somebody is to a gym, with all that came to their desk because of it."""
    if isinstance(news, StoodDown):
        return _stood_down(desk, news)
    return _trainer_left(desk, news)


def _stood_down(desk: Desk, news: StoodDown) -> Decision[Desk]:
    """Give back what a gym laid here; kept before it was noted which gym, it may be of any."""
    theirs = tuple(
        one
        for one in desk.pings
        if one.ping.kind == "escalated" and one.ping.gym in {"", news.gym}
    )
    back = tuple(
        Tell(to=gym_id(news.gym), news=PingReturned(ping=one.ping))
        for one in theirs
        if one.ping.gym and one.outcome is None
    )
    closed = _closed((entries.slot_of(one.ping.id) for one in theirs), STOOD_DOWN)
    effects = (*closed, *overview.closed(desk), *back)
    return Decision(state=_left_on(desk, set(), theirs), effects=effects)


def _trainer_left(desk: Desk, news: TrainerLeft) -> Decision[Desk]:
    """Part from the clients of a gym; without one from everybody, and forget the desk."""
    ended = tuple(one for one in desk.clients if news.gym in {None, one.gym})
    told: tuple[Effect, ...] = tuple(
        Tell(
            to=person_id(one.id),
            news=TrainerGone(
                membership=one.membership,
                trainer=desk.trainer,
                trainer_name=news.trainer_name,
            ),
        )
        for one in ended
    )
    gone = _without(desk, ended, NO_LONGER)
    told = (*told, *_closed(overview.LISTS, NO_LONGER))
    if news.gym is not None:
        return replace(gone, effects=(*told, *gone.effects))
    rest = (entries.slot_of(one.ping.id) for one in gone.state.pings if one.shown)
    return replace(gone, effects=(*told, *gone.effects, *_closed(rest, NO_LONGER)), wipe=True)
