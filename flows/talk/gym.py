"""What a gym does about its news: people come by one-time links, and its owner sees counts."""

from datetime import datetime, timedelta
from typing import assert_never

import msgspec
from msgspec.structs import replace

from flows.cards import HandOver
from flows.codes import mint
from flows.effects import Decision, Effect, Row, Survey, Tell
from flows.events import Event, Told
from flows.gym import INVITE_DAYS, Gym, Invite, Trainer
from flows.news import (
    GymAsked,
    GymFounded,
    Invited,
    InviteRevoked,
    InviteShown,
    InviteTaken,
    InviteWanted,
    Joined,
    MemberChanged,
    MemberLeft,
    Notice,
    Surveyed,
    Unlinked,
)
from flows.people import PersonId, Role, gym_id, person_id
from flows.talk import gym_texts
from flows.talk.cards import colleagues
from flows.ties import Member, Membership
from flows.ways import WaysChanged, WaysChosen

_SECRET = 22
WAYS = "ways"


def turn(gym: Gym, event: Event) -> Decision[Gym]:
    """Decide what a gym does about an event; what is none of its business changes nothing."""
    if not isinstance(event, Told):
        return Decision(state=gym)
    if isinstance(event.news, HandOver):
        return colleagues.wanted(gym, event.news)
    return _told(gym, event)


def _told(gym: Gym, event: Told) -> Decision[Gym]:
    match event.news:
        case GymFounded() as news:
            return _founded(gym, news, event.salt)
        case Surveyed() as news:
            return _counted(gym, news)
        case MemberChanged() as news:
            return Decision(state=gym, rows=(_row(news.member, event.rev),))
        case MemberLeft() as news:
            return _left(gym, news, event.rev)
        case InviteShown() | InviteTaken() as news:
            return _invitation(gym, news, event)
        case GymAsked() | InviteWanted() | InviteRevoked() | WaysChosen() as news:
            return _for_owner(gym, news, event)
        case _:
            return Decision(state=gym)


def _for_owner(
    gym: Gym, news: GymAsked | InviteWanted | InviteRevoked | WaysChosen, event: Told
) -> Decision[Gym]:
    if news.by != gym.owner:
        return Decision(state=gym)
    match news:
        case GymAsked():
            return Decision(state=gym, effects=(Survey(gym=gym_id(gym.code)),))
        case InviteWanted():
            return _wanted(gym, news, event)
        case InviteRevoked():
            return _revoked(gym, news)
        case WaysChosen():
            return _works(gym, news)
        case _:
            assert_never(news)


def _founded(gym: Gym, news: GymFounded, salt: str) -> Decision[Gym]:
    if gym.owner is not None:
        return Decision(state=gym)
    gym = replace(gym, name=news.name, owner=news.owner, owner_name=news.owner_name)
    owner = Membership(
        id=mint(salt, "owner", 12), gym=gym.code, gym_name=gym.name, role=Role.OWNER
    )
    joined = Tell(to=person_id(news.owner), news=Joined(membership=owner))
    return Decision(state=gym, effects=(joined, Survey(gym=gym_id(gym.code))))


def _counted(gym: Gym, news: Surveyed) -> Decision[Gym]:
    if gym.closing:
        return _closed(gym, news.members)
    if news.about == WAYS:
        return Decision(state=gym, effects=_of_its_ways(gym, news.members))
    return Decision(state=gym, effects=_to_owner(gym, gym_texts.card(gym, news.members)))


def _works(gym: Gym, news: WaysChosen) -> Decision[Gym]:
    """Note how the gym works from now on, and look whom to tell."""
    gym = replace(gym, ways=news.ways)
    told = _to_owner(gym, gym_texts.works(gym))
    return Decision(state=gym, effects=(*told, Survey(gym=gym_id(gym.code), about=WAYS)))


def _of_its_ways(gym: Gym, members: tuple[Member, ...]) -> tuple[Effect, ...]:
    return tuple(
        Tell(
            to=person_id(one.id),
            news=WaysChanged(membership=one.membership, ways=gym.ways),
        )
        for one in members
    )


def _to_owner(gym: Gym, notice: Notice) -> tuple[Effect, ...]:
    return () if gym.owner is None else (Tell(to=person_id(gym.owner), news=notice),)


def _wanted(gym: Gym, news: InviteWanted, event: Told) -> Decision[Gym]:
    if news.role is Role.CLIENT and news.trainer is None and len(gym.trainers) > 1:
        return Decision(state=gym, effects=_to_owner(gym, gym_texts.whose_client(gym)))
    invite = Invite(
        code=gym.code + mint(event.salt, "invite", _SECRET),
        role=news.role,
        trainer=_trainer_for(gym, news),
        expires=event.at + timedelta(days=INVITE_DAYS),
    )
    gym = replace(gym, invites=(*_open(gym, event.at), invite))
    return Decision(state=gym, effects=_to_owner(gym, gym_texts.link(gym, invite)))


def _trainer_for(gym: Gym, news: InviteWanted) -> PersonId | None:
    if news.role is not Role.CLIENT:
        return None
    if news.trainer is None and len(gym.trainers) == 1:
        return gym.trainers[0].id
    return news.trainer if trainer_of(gym, news.trainer) else None


def trainer_of(gym: Gym, trainer: PersonId | None) -> Trainer | None:
    """Find a trainer of this gym by their id."""
    return next((one for one in gym.trainers if one.id == trainer), None)


def _open(gym: Gym, at: datetime) -> tuple[Invite, ...]:
    return tuple(invite for invite in gym.invites if invite.expires > at)


def _revoked(gym: Gym, news: InviteRevoked) -> Decision[Gym]:
    kept = tuple(one for one in gym.invites if not one.code.startswith(news.code))
    done = gym_texts.revoked(news.code, found=len(kept) < len(gym.invites))
    return Decision(state=replace(gym, invites=kept), effects=_to_owner(gym, done))


def _invitation(gym: Gym, news: InviteShown | InviteTaken, event: Told) -> Decision[Gym]:
    invite = next((one for one in _open(gym, event.at) if one.code == news.code), None)
    own = invite is not None and invite.role is Role.CLIENT and invite.trainer == news.by
    if invite is None or own or gym.closing:
        refusal = Tell(to=person_id(news.by), news=gym_texts.REFUSED)
        return Decision(state=gym, effects=(refusal,))
    membership = _membership(gym, invite)
    if isinstance(news, InviteShown):
        offer = Invited(code=news.code, membership=membership)
        return Decision(state=gym, effects=(Tell(to=person_id(news.by), news=offer),))
    gym = replace(gym, invites=tuple(one for one in gym.invites if one is not invite))
    return _taken(gym, news, membership, event.rev)


def _membership(gym: Gym, invite: Invite) -> Membership:
    trainer = trainer_of(gym, invite.trainer)
    return Membership(
        id=mint(invite.code, "membership", 12),
        gym=gym.code,
        gym_name=gym.name,
        role=invite.role,
        trainer=trainer.id if trainer else None,
        trainer_name=trainer.name if trainer else "",
        act_after=gym.ways.act_after,
    )


def _taken(gym: Gym, news: InviteTaken, to: Membership, rev: int) -> Decision[Gym]:
    to = _kept(gym, news, to)
    told = (
        Tell(to=person_id(news.by), news=Joined(membership=to)),
        *_to_owner(gym, gym_texts.somebody_joined(gym, news.name, to.role)),
    )
    if to.role is Role.TRAINER:
        trainer = Trainer(id=news.by, name=news.name, membership=to.id)
        others = tuple(one for one in gym.trainers if one.id != news.by)
        return Decision(state=replace(gym, trainers=(*others, trainer)), effects=told)
    member = Member(
        id=news.by,
        name=news.name,
        membership=to.id,
        trainer=to.trainer,
        trainer_name=to.trainer_name,
    )
    return Decision(state=gym, effects=told, rows=(_row(member, rev),))


def _kept(gym: Gym, news: InviteTaken, to: Membership) -> Membership:
    """Let a trainer who takes a second link of the gym keep the membership they have."""
    known = trainer_of(gym, news.by) if to.role is Role.TRAINER else None
    return replace(to, id=known.membership) if known else to


def _row(member: Member, rev: int) -> Row:
    return Row(key=str(member.id), rev=rev, value=msgspec.json.encode(member))


def _left(gym: Gym, news: MemberLeft, rev: int) -> Decision[Gym]:
    match news.role:
        case Role.CLIENT:
            gone = Row(key=str(news.member), rev=rev, value=None)
            left = _to_owner(gym, gym_texts.somebody_left(gym, news.name))
            return Decision(state=gym, rows=(gone,), effects=left)
        case Role.TRAINER:
            stay = tuple(one for one in gym.trainers if one.membership != news.membership)
            left = _to_owner(gym, gym_texts.somebody_left(gym, news.name))
            return Decision(state=replace(gym, trainers=stay), effects=left)
        case Role.OWNER:
            closing = replace(gym, closing=True, invites=(), owner=None)
            return Decision(state=closing, effects=(Survey(gym=gym_id(gym.code)),))
        case _:
            assert_never(news.role)


def _closed(gym: Gym, members: tuple[Member, ...]) -> Decision[Gym]:
    trainers = ((one.id, one.membership) for one in gym.trainers)
    ended = (*((one.id, one.membership) for one in members), *trainers)
    goodbye = tuple(
        Tell(to=person_id(person), news=Unlinked(membership=membership, by_name=gym.name))
        for person, membership in ended
    )
    return Decision(state=gym, effects=goodbye, wipe=True)
