"""Whom a gym tells: the one who asked, or all who run it."""

from flows.effects import Effect, Tell
from flows.gym import Gym, heads
from flows.news import Notice
from flows.people import PersonId, person_id
from flows.running import Outdated


def to(person: PersonId, notice: Notice | Outdated) -> Effect:
    """Show something to somebody."""
    return Tell(to=person_id(person), news=notice)


def to_heads(gym: Gym, notice: Notice | Outdated) -> tuple[Effect, ...]:
    """Show something to the owner and the managers."""
    return tuple(to(one, notice) for one in heads(gym))
