"""A gym hears that nobody looked at an urgent ping: its managers, or else its owner, stand in."""

from typing import assert_never

from flows.codes import mint
from flows.deskwork import PingLookedAt, PingUnseen, StoodDown
from flows.effects import Decision, Effect, Tell
from flows.events import Told
from flows.gym import Gym
from flows.news import PingRaised, PingSettled
from flows.people import PersonId, desk_id
from flows.running import PingReturned
from flows.ties import Ping
from flows.words import T

UNSEEN = T("{trainer} has not looked at an urgent ping about {client} for {minutes} minutes.")
PLEASE = T("Please reach {trainer}, or {client} themselves. Why it rang is {trainer}'s to see.")
LOOKED_AT = T("{trainer} has looked at the urgent ping now.")
SOMEBODY = "A trainer"


def turn(gym: Gym, news: PingUnseen | PingLookedAt | PingReturned, event: Told) -> Decision[Gym]:
    """Tell those who stand in for a trainer, or tell them that it is settled."""
    match news:
        case PingUnseen():
            return _told(gym, _raised(gym, news, event), _others(gym, news.trainer))
        case PingReturned():
            return _told(gym, PingRaised(ping=news.ping), _others(gym, None))
        case PingLookedAt():
            return _told(gym, _settled(gym, news), _all(gym))
        case _:
            assert_never(news)


def _told(gym: Gym, news: PingRaised | PingSettled, whom: tuple[PersonId, ...]) -> Decision[Gym]:
    return Decision(state=gym, effects=tuple(Tell(to=desk_id(one), news=news) for one in whom))


def stood_down(gym: Gym, *gone: PersonId) -> tuple[Effect, ...]:
    """Tell the desks of those who ran a gym that they no longer stand in there."""
    return tuple(Tell(to=desk_id(one), news=StoodDown(gym=gym.code)) for one in gone)


def _all(gym: Gym) -> tuple[PersonId, ...]:
    """List all on whose desk a ping may lie: who stood in then may be others than do now."""
    owner = () if gym.owner is None else (gym.owner,)
    return tuple(dict.fromkeys((*(one.id for one in gym.managers), *owner)))


def _others(gym: Gym, trainer: PersonId | None) -> tuple[PersonId, ...]:
    """Say who stands in: the managers, else the owner; nobody for themselves."""
    managers = tuple(one.id for one in gym.managers if one.id != trainer)
    owner = () if gym.owner is None or gym.owner == trainer else (gym.owner,)
    return managers or owner


def _name(gym: Gym, trainer: PersonId) -> str:
    names = (one.name for one in gym.trainers if one.id == trainer)
    return next(names, SOMEBODY)


def _ident(ping: str) -> str:
    return mint(ping, "escalated", 8)


def _raised(gym: Gym, news: PingUnseen, event: Told) -> PingRaised:
    who = {"trainer": _name(gym, news.trainer), "client": news.client_name}
    unseen = T(UNSEEN.template, minutes=news.minutes, **who)
    ping = Ping(
        id=_ident(news.ping),
        kind="escalated",
        client=news.client,
        client_name=news.client_name,
        membership=news.membership,
        at=event.at,
        text=(unseen, T(PLEASE.template, **who)),
        reason=unseen,
        gym=gym.code,
    )
    return PingRaised(ping=ping)


def _settled(gym: Gym, news: PingLookedAt) -> PingSettled:
    text = T(LOOKED_AT.template, trainer=_name(gym, news.trainer))
    return PingSettled(ping=_ident(news.ping), text=text)
