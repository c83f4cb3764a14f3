"""A gym hears that nobody looked at an urgent ping: its managers, or else its owner, stand in."""

from flows.codes import mint
from flows.deskwork import PingLookedAt, PingUnseen
from flows.effects import Decision, Tell
from flows.events import Told
from flows.gym import Gym
from flows.news import PingRaised, PingSettled
from flows.people import PersonId, desk_id
from flows.ties import Ping
from flows.words import T

UNSEEN = T("{trainer} has not looked at an urgent ping about {client} for {minutes} minutes.")
PLEASE = T("Please reach {trainer}, or {client} themselves. Why it rang is {trainer}'s to see.")
LOOKED_AT = T("{trainer} has looked at the urgent ping now.")
SOMEBODY = "A trainer"


def turn(gym: Gym, news: PingUnseen | PingLookedAt, event: Told) -> Decision[Gym]:
    """Tell those who stand in for a trainer, or tell them that it is settled."""
    told = _raised(gym, news, event) if isinstance(news, PingUnseen) else _settled(gym, news)
    effects = tuple(Tell(to=desk_id(one), news=told) for one in _others(gym, news.trainer))
    return Decision(state=gym, effects=effects)


def _others(gym: Gym, trainer: PersonId) -> tuple[PersonId, ...]:
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
    )
    return PingRaised(ping=ping)


def _settled(gym: Gym, news: PingLookedAt) -> PingSettled:
    text = T(LOOKED_AT.template, trainer=_name(gym, news.trainer))
    return PingSettled(ping=_ident(news.ping), text=text)
