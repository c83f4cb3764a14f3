"""Who trains at a gym and manages it, and how their place there ends."""

from flows.effects import Decision, Tell
from flows.gym import Gym, Trainer, may
from flows.news import Notice, Unlinked
from flows.people import Act, PersonId, Role, person_id
from flows.running import StaffAsked, StaffDismissed
from flows.talk.gyms.heads import to
from flows.talk.gyms.invite_texts import ROLES
from flows.talk.gyms.texts import button
from flows.words import Content, T, Text

NOBODY = T("Nobody trains or manages here whose place you may end.")
WHOSE = T("Whose place here do you want to end? Clients of a trainer stay members.")
OVER = T("They are not here any more.")
ENDED = T("Done. {name} is told that you ended it.")


def turn(gym: Gym, news: StaffAsked | StaffDismissed) -> Decision[Gym]:
    """Show whose place somebody may end, or end it."""
    return _listed(gym, news) if isinstance(news, StaffAsked) else _dismissed(gym, news)


def _listed(gym: Gym, news: StaffAsked) -> Decision[Gym]:
    rows = tuple(
        (button(gym, _label(one, role), f"out{one.membership}"),)
        for one, role in _theirs(gym, news.by)
    )
    notice = Notice(content=Content((WHOSE if rows else NOBODY,), rows))
    return Decision(state=gym, effects=(to(news.by, notice),))


def _label(one: Trainer, role: Role) -> Text:
    return T("{name} ({role})", name=one.name, role=ROLES[role])


def _theirs(gym: Gym, by: PersonId) -> tuple[tuple[Trainer, Role], ...]:
    trainers = tuple((one, Role.TRAINER) for one in gym.trainers)
    managers = tuple((one, Role.MANAGER) for one in gym.managers)
    return (*trainers, *managers) if may(gym, by, Act.APPOINT) else trainers


def _dismissed(gym: Gym, news: StaffDismissed) -> Decision[Gym]:
    theirs = (one for one, _ in _theirs(gym, news.by) if one.membership == news.membership)
    gone = next(theirs, None)
    if gone is None:
        return _said(gym, news.by, OVER)
    told = Tell(
        to=person_id(gone.id), news=Unlinked(membership=gone.membership, by_name=news.by_name)
    )
    done = _said(gym, news.by, T(ENDED.template, name=gone.name))
    return Decision(state=gym, effects=(told, *done.effects))


def _said(gym: Gym, by: PersonId, said: Text) -> Decision[Gym]:
    return Decision(state=gym, effects=(to(by, Notice(content=Content((said,)))),))
