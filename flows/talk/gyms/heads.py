"""Whom a gym tells: the one who asked, or all who run it."""

from flows.effects import Effect, Tell
from flows.gym import Gym
from flows.news import Notice
from flows.people import PersonId, person_id
from flows.running import Outdated


def to(person: PersonId, notice: Notice | Outdated) -> Effect:
    """Show something to somebody."""
    return Tell(to=person_id(person), news=notice)


def to_heads(gym: Gym, notice: Notice | Outdated) -> tuple[Effect, ...]:
    """Show something to the owner and the managers."""
    heads = (*(() if gym.owner is None else (gym.owner,)), *(one.id for one in gym.managers))
    return tuple(to(one, notice) for one in dict.fromkeys(heads))
