"""What a gym does about its news: people come by links, and those who run it see counts."""

from msgspec.structs import replace

from flows.cards import HandOver
from flows.codes import mint
from flows.deskwork import PingLookedAt, PingUnseen
from flows.effects import Decision, Row, Survey, Tell
from flows.events import Event, Told
from flows.gym import Gym, Trainer
from flows.news import (
    AnyNews,
    GymFounded,
    InviteShown,
    InviteTaken,
    Joined,
    MemberChanged,
    MemberLeft,
    Surveyed,
    Unlinked,
)
from flows.people import PersonId, Role, gym_id, person_id
from flows.phases.policy import Policy
from flows.running import GroupMoved, GroupUnreached, PingReturned
from flows.talk.cards import colleagues
from flows.talk.casts import library
from flows.talk.desks import standing_in
from flows.talk.gyms import group, invite_texts, invites, joining, texts, views, wishes, working
from flows.talk.gyms.heads import to_heads
from flows.ties import Member, Membership


def turn(gym: Gym, event: Event, policy: Policy) -> Decision[Gym]:
    """Decide what a gym does about an event; what is none of its business changes nothing."""
    if not isinstance(event, Told):
        return Decision(state=gym)
    if isinstance(event.news, HandOver):
        return colleagues.wanted(gym, event.news)
    if isinstance(event.news, wishes.Wish):
        return wishes.granted(gym, event.news, event, policy.reminders)
    return _happened(gym, event.news, event, policy)


def _happened(gym: Gym, news: AnyNews, event: Told, policy: Policy) -> Decision[Gym]:
    match news:
        case GymFounded():
            return _founded(gym, news, event.salt)
        case Surveyed():
            return _surveyed(gym, news, event, policy)
        case MemberChanged() | MemberLeft():
            return _member(gym, news, event.rev)
        case InviteShown() | InviteTaken():
            return joining.followed(gym, news, event)
        case GroupMoved() | GroupUnreached():
            return _group(gym, news)
        case PingUnseen() | PingLookedAt() | PingReturned():
            return standing_in.turn(gym, news, event)
        case _:
            return Decision(state=gym)


def _member(gym: Gym, news: MemberChanged | MemberLeft, rev: int) -> Decision[Gym]:
    if isinstance(news, MemberLeft):
        return _left(gym, news, rev)
    return Decision(state=gym, rows=(joining.row(news.member, rev),))


def _group(gym: Gym, news: GroupMoved | GroupUnreached) -> Decision[Gym]:
    return group.followed(gym, news) if isinstance(news, GroupMoved) else group.lost(gym, news)


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


def _surveyed(gym: Gym, news: Surveyed, event: Told, policy: Policy) -> Decision[Gym]:
    if gym.closing:
        return _closed(gym, news.members)
    if news.view == working.VIEW:
        return Decision(state=gym, effects=working.spread(gym, news.members))
    return views.shown(gym, news, event.at, policy)


def _left(gym: Gym, news: MemberLeft, rev: int) -> Decision[Gym]:
    match news.role:
        case Role.CLIENT:
            gone = Row(key=str(news.member), rev=rev, value=None)
            return replace(_said(gym, news), rows=(gone,))
        case Role.TRAINER:
            stay = _without(gym.trainers, news.membership)
            return _said(replace(gym, trainers=stay), news)
        case Role.MANAGER:
            return _stood_down(_manager_left(gym, news), news)
        case _:
            closing = replace(gym, closing=True, invites=(), owner=None)
            survey = Survey(gym=gym_id(gym.code))
            return _stood_down(Decision(state=closing, effects=(survey,)), news)


def _manager_left(gym: Gym, news: MemberLeft) -> Decision[Gym]:
    """Let a manager go, and their links with them: also where those are still to be read."""
    theirs = tuple(one for one in gym.invites if one.by == news.member)
    over = (e for one in theirs for e in invites.over(gym, one, invite_texts.REVOKED))
    links = tuple(one for one in gym.invites if one not in theirs)
    managers = _without(gym.managers, news.membership)
    said = _said(replace(gym, managers=managers, invites=links), news)
    return replace(said, effects=(*over, *said.effects))


def _stood_down(decided: Decision[Gym], news: MemberLeft) -> Decision[Gym]:
    down = standing_in.stood_down(decided.state, news.member)
    return replace(decided, effects=(*decided.effects, *down))


def _said(gym: Gym, news: MemberLeft) -> Decision[Gym]:
    return Decision(state=gym, effects=to_heads(gym, texts.somebody_left(gym, news.name)))


def _without(people: tuple[Trainer, ...], membership: str) -> tuple[Trainer, ...]:
    return tuple(one for one in people if one.membership != membership)


def _closed(gym: Gym, members: tuple[Member, ...]) -> Decision[Gym]:
    staff = ((one.id, one.membership) for one in (*gym.trainers, *gym.managers))
    ended = (*((one.id, one.membership) for one in members), *staff)
    goodbye = tuple(
        Tell(to=person_id(person), news=Unlinked(membership=membership, by_name=gym.name))
        for person, membership in ended
    )
    reminders = tuple(library.off(code) for _, code in gym.phases)
    down = standing_in.stood_down(gym, *(one.id for one in gym.managers))
    return Decision(state=gym, effects=(*goodbye, *reminders, *down), wipe=True)
