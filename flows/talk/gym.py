"""What a gym does about its news: people come by links, and those who run it see counts."""

from datetime import datetime

from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Decision, Row, Survey, Tell
from flows.events import Event, Told
from flows.gym import Gym, Trainer, may
from flows.news import (
    GymAsked,
    GymFounded,
    InviteChanged,
    InvitePictured,
    InviteRevoked,
    InvitesAsked,
    InviteShown,
    InviteTaken,
    InviteWanted,
    Joined,
    MemberChanged,
    MemberLeft,
    Surveyed,
    Unlinked,
)
from flows.people import Act, PersonId, Role, gym_id, person_id
from flows.phases.policy import Policy
from flows.talk.gyms import invites, joining, number_texts, texts
from flows.talk.gyms.heads import to, to_heads
from flows.talk.gyms.numbers import look, numbers, stuck
from flows.ties import Member, Membership

Link = InviteRevoked | InvitesAsked | InviteChanged | InvitePictured
Wish = GymAsked | InviteWanted | Link


def turn(gym: Gym, event: Event, policy: Policy) -> Decision[Gym]:
    """Decide what a gym does about an event; what is none of its business changes nothing."""
    if not isinstance(event, Told):
        return Decision(state=gym)
    match event.news:
        case GymFounded() as news:
            return _founded(gym, news, event.salt)
        case Surveyed() as news:
            return _counted(gym, news, event.at, policy)
        case MemberChanged() as news:
            return Decision(state=gym, rows=(joining.row(news.member, event.rev),))
        case MemberLeft() as news:
            return _left(gym, news, event.rev)
        case InviteShown() | InviteTaken() as news:
            return joining.followed(gym, news, event)
        case (
            GymAsked()
            | InviteWanted()
            | InviteRevoked()
            | InvitesAsked()
            | InviteChanged()
            | InvitePictured()
        ) as news:
            return _wished(gym, news, event)
        case _:
            return Decision(state=gym)


def _wished(gym: Gym, news: Wish, event: Told) -> Decision[Gym]:
    """Do what somebody asks whose role here allows it; nobody else is heard."""
    if not may(gym, news.by, _needs(news)):
        return Decision(state=gym)
    match news:
        case GymAsked():
            survey = Survey(gym=gym_id(gym.code), by=news.by, view=news.view)
            return Decision(state=gym, effects=(survey,))
        case InviteWanted():
            return invites.wanted(gym, news, event)
        case _:
            return invites.handled(gym, news, event.at)


def _needs(news: Wish) -> Act:
    match news:
        case GymAsked():
            return Act.COUNT
        case InviteWanted(role=Role.MANAGER):
            return Act.APPOINT
        case _:
            return Act.INVITE


def _founded(gym: Gym, news: GymFounded, salt: str) -> Decision[Gym]:
    if gym.owner is not None:
        return Decision(state=gym)
    gym = replace(gym, name=news.name, owner=news.owner, owner_name=news.owner_name)
    roles = (Role.OWNER, Role.TRAINER) if news.solo else (Role.OWNER,)
    held = {role: mint(salt, role.value, 12) for role in roles}
    if news.solo:
        alone = Trainer(id=news.owner, name=news.owner_name, membership=held[Role.TRAINER])
        gym = replace(gym, trainers=(alone,))
    joined = (_joined(gym, news.owner, role, key) for role, key in held.items())
    survey = Survey(gym=gym_id(gym.code), by=news.owner)
    return Decision(state=gym, effects=(*joined, survey))


def _joined(gym: Gym, person: PersonId, role: Role, key: str) -> Tell:
    new = Membership(id=key, gym=gym.code, gym_name=gym.name, role=role)
    return Tell(to=person_id(person), news=Joined(membership=new))


def _counted(gym: Gym, news: Surveyed, at: datetime, policy: Policy) -> Decision[Gym]:
    if gym.closing:
        return _closed(gym, news.members)
    if news.by is None or not may(gym, news.by, Act.COUNT):
        return Decision(state=gym)
    seen = look(at, policy.gym_view, policy.weeks.longest)
    told = numbers(news.members, seen)
    match news.view:
        case "numbers":
            shown = number_texts.shown(gym, told, stuck(news.members, seen), seen)
            return Decision(state=gym, effects=(to(news.by, shown),))
        case "table":
            table = Tell(to=person_id(news.by), news=number_texts.table(gym, told, seen))
            return Decision(state=gym, effects=(table,))
        case _:
            steps = number_texts.counts(told.steps)
            card = texts.card(gym, len(news.members), steps, news.by)
            return Decision(state=gym, effects=(to(news.by, card),))


def _left(gym: Gym, news: MemberLeft, rev: int) -> Decision[Gym]:
    left = to_heads(gym, texts.somebody_left(gym, news.name))
    match news.role:
        case Role.CLIENT:
            gone = Row(key=str(news.member), rev=rev, value=None)
            return Decision(state=gym, rows=(gone,), effects=left)
        case Role.TRAINER:
            stay = _without(gym.trainers, news.membership)
            return Decision(state=replace(gym, trainers=stay), effects=left)
        case Role.MANAGER:
            links = tuple(one for one in gym.invites if one.by != news.member)
            managers = _without(gym.managers, news.membership)
            gym = replace(gym, managers=managers, invites=links)
            left = to_heads(gym, texts.somebody_left(gym, news.name))
            return Decision(state=gym, effects=left)
        case _:
            closing = replace(gym, closing=True, invites=(), owner=None)
            return Decision(state=closing, effects=(Survey(gym=gym_id(gym.code)),))


def _without(people: tuple[Trainer, ...], membership: str) -> tuple[Trainer, ...]:
    return tuple(one for one in people if one.membership != membership)


def _closed(gym: Gym, members: tuple[Member, ...]) -> Decision[Gym]:
    staff = ((one.id, one.membership) for one in (*gym.trainers, *gym.managers))
    ended = (*((one.id, one.membership) for one in members), *staff)
    goodbye = tuple(
        Tell(to=person_id(person), news=Unlinked(membership=membership, by_name=gym.name))
        for person, membership in ended
    )
    return Decision(state=gym, effects=goodbye, wipe=True)
