"""A gym as those who run it see it, once its roster is known: the card, or its numbers."""

from datetime import datetime

from flows.effects import Decision, Tell
from flows.gym import Gym, may
from flows.news import Notice, Surveyed
from flows.people import Act, PersonId, person_id
from flows.phases.policy import Policy
from flows.running import Tabled
from flows.talk.gyms import number_texts, texts
from flows.talk.gyms.numbers import look, numbers, stuck


def shown(gym: Gym, news: Surveyed, at: datetime, policy: Policy) -> Decision[Gym]:
    """Show what was asked for to whom it was asked for, if they still may see it."""
    if news.by is None or not may(gym, news.by, Act.COUNT):
        return Decision(state=gym)
    view = _view(gym, news.by, news, at, policy)
    return Decision(state=gym, effects=(Tell(to=person_id(news.by), news=view),))


def _view(gym: Gym, by: PersonId, news: Surveyed, at: datetime, policy: Policy) -> Notice | Tabled:
    seen = look(at, policy.gym_view, policy.weeks.longest)
    told = numbers(news.members, seen)
    match news.view:
        case "numbers":
            return number_texts.shown(gym, told, stuck(news.members, seen), seen)
        case "table":
            return number_texts.table(gym, told, seen)
        case _:
            return texts.card(gym, len(news.members), number_texts.counts(told.steps), by)
