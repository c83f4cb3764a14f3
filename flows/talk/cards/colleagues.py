"""What a gym does about a hand-over: it knows who trains there, and asks the one chosen."""

from flows.cards import ClientOffered, Colleagues, HandOver, Offered
from flows.effects import Decision, Tell
from flows.gym import Gym, trainer_of
from flows.people import desk_id, person_id


def wanted(gym: Gym, news: HandOver) -> Decision[Gym]:
    """Name the colleagues of a trainer of this gym, or ask the one that was chosen."""
    by = trainer_of(gym, news.by)
    if by is None:
        return Decision(state=gym)
    others = tuple(one for one in gym.trainers if one.id not in {by.id, news.client})
    to = next((one for one in others if one.id == news.to), None)
    if to is None:
        listed = Colleagues(
            client=news.client, trainers=tuple((one.id, one.name) for one in others)
        )
        return Decision(state=gym, effects=(Tell(to=desk_id(by.id), news=listed),))
    offer = ClientOffered(
        client=news.client,
        client_name=news.client_name,
        gym=gym.code,
        by=by.id,
        by_name=news.by_name,
    )
    asked = Offered(client=news.client, to=to.id, to_name=to.name)
    told = (Tell(to=desk_id(by.id), news=asked), Tell(to=person_id(to.id), news=offer))
    return Decision(state=gym, effects=told)
