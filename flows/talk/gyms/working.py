"""How a gym works: those who run it choose, and every member's state learns of it."""

from msgspec.structs import replace

from flows.effects import Decision, Effect, Survey, Tell
from flows.gym import Gym
from flows.news import Notice
from flows.people import gym_id, person_id
from flows.ties import Member
from flows.ways import WaysChanged, WaysChosen
from flows.words import Content, T

VIEW = "ways"
"""Why the roster is looked through: to tell everybody on it."""


def chosen(gym: Gym, news: WaysChosen) -> Decision[Gym]:
    """Note how the gym works from now on, and look whom to tell."""
    gym = replace(gym, ways=news.ways)
    told = Tell(to=person_id(news.by), news=_said(gym))
    return Decision(state=gym, effects=(told, Survey(gym=gym_id(gym.code), view=VIEW)))


def spread(gym: Gym, members: tuple[Member, ...]) -> tuple[Effect, ...]:
    """Tell each member's state how the gym works now."""
    return tuple(
        Tell(
            to=person_id(one.id),
            news=WaysChanged(membership=one.membership, ways=gym.ways),
        )
        for one in members
    )


def _said(gym: Gym) -> Notice:
    days = gym.ways.act_after
    said = (
        T("A step up that no trainer answers within {days} days is made then.", days=days)
        if days
        else T("A step up waits until a trainer answers.")
    )
    return Notice(content=Content((said,)))
