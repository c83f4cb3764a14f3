"""A gym's invitations: made by those who run it, offered to who follows the link, and taken."""

from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Decision, Row, Tell
from flows.events import Told
from flows.gym import INVITE_DAYS, Gym, Invite, Trainer, trainer_of
from flows.news import Invited, InviteRevoked, InviteShown, InviteTaken, InviteWanted, Joined
from flows.people import PersonId, Role, person_id
from flows.talk.gyms import invite_texts
from flows.talk.gyms.heads import to, to_heads
from flows.ties import Member, Membership

_SECRET = 22


def wanted(gym: Gym, news: InviteWanted, event: Told) -> Decision[Gym]:
    """Make a link; whose client it is for is asked where that is not plain."""
    if news.role is Role.CLIENT and news.trainer is None and len(gym.trainers) > 1:
        return Decision(state=gym, effects=(to(news.by, invite_texts.whose_client(gym)),))
    invite = Invite(
        code=gym.code + mint(event.salt, "invite", _SECRET),
        role=news.role,
        trainer=_trainer_for(gym, news),
        expires=event.at + timedelta(days=INVITE_DAYS),
    )
    gym = replace(gym, invites=(*unexpired(gym, event.at), invite))
    return Decision(state=gym, effects=(to(news.by, invite_texts.link(gym, invite)),))


def _trainer_for(gym: Gym, news: InviteWanted) -> PersonId | None:
    if news.role is not Role.CLIENT:
        return None
    if news.trainer is None and len(gym.trainers) == 1:
        return gym.trainers[0].id
    return news.trainer if trainer_of(gym, news.trainer) else None


def unexpired(gym: Gym, at: datetime) -> tuple[Invite, ...]:
    """List the invitations that have not run out."""
    return tuple(invite for invite in gym.invites if invite.expires > at)


def revoked(gym: Gym, news: InviteRevoked) -> Decision[Gym]:
    """Take a link back."""
    kept = tuple(one for one in gym.invites if not one.code.startswith(news.code))
    done = invite_texts.revoked(news.code, found=len(kept) < len(gym.invites))
    return Decision(state=replace(gym, invites=kept), effects=(to(news.by, done),))


def followed(gym: Gym, news: InviteShown | InviteTaken, event: Told) -> Decision[Gym]:
    """Offer what a link is for, or give it to who agreed; a bad link is refused in one way."""
    invite = next((one for one in unexpired(gym, event.at) if one.code == news.code), None)
    if invite is None or _own(gym, invite, news.by) or gym.closing:
        refusal = Tell(to=person_id(news.by), news=invite_texts.REFUSED)
        return Decision(state=gym, effects=(refusal,))
    membership = _membership(gym, invite)
    if isinstance(news, InviteShown):
        offer = Invited(code=news.code, membership=membership)
        return Decision(state=gym, effects=(Tell(to=person_id(news.by), news=offer),))
    gym = replace(gym, invites=tuple(one for one in gym.invites if one is not invite))
    return _taken(gym, news, membership, event.rev)


def _own(gym: Gym, invite: Invite, by: PersonId) -> bool:
    """Say whether a link would make somebody their own client, or the owner a manager."""
    client = invite.role is Role.CLIENT and invite.trainer == by
    return client or (invite.role is Role.MANAGER and gym.owner == by)


def _membership(gym: Gym, invite: Invite) -> Membership:
    trainer = trainer_of(gym, invite.trainer)
    return Membership(
        id=mint(invite.code, "membership", 12),
        gym=gym.code,
        gym_name=gym.name,
        role=invite.role,
        trainer=trainer.id if trainer else None,
        trainer_name=trainer.name if trainer else "",
    )


def _taken(gym: Gym, news: InviteTaken, new: Membership, rev: int) -> Decision[Gym]:
    new = _kept(gym, news, new)
    told = (
        Tell(to=person_id(news.by), news=Joined(membership=new)),
        *to_heads(gym, invite_texts.somebody_joined(gym, news.name, new.role)),
    )
    match new.role:
        case Role.TRAINER:
            trainers = _with(gym.trainers, news, new)
            return Decision(state=replace(gym, trainers=trainers), effects=told)
        case Role.MANAGER:
            managers = _with(gym.managers, news, new)
            return Decision(state=replace(gym, managers=managers), effects=told)
        case _:
            member = _member(news, new)
            return Decision(state=gym, effects=told, rows=(row(member, rev),))


def _with(people: tuple[Trainer, ...], news: InviteTaken, new: Membership) -> tuple[Trainer, ...]:
    others = tuple(one for one in people if one.id != news.by)
    return (*others, Trainer(id=news.by, name=news.name, membership=new.id))


def _member(news: InviteTaken, new: Membership) -> Member:
    return Member(
        id=news.by,
        name=news.name,
        membership=new.id,
        trainer=new.trainer,
        trainer_name=new.trainer_name,
    )


def _kept(gym: Gym, news: InviteTaken, new: Membership) -> Membership:
    """Let a trainer or manager who takes a second link keep the membership they have."""
    staff = {Role.TRAINER: gym.trainers, Role.MANAGER: gym.managers}.get(new.role, ())
    known = next((one for one in staff if one.id == news.by), None)
    return replace(new, id=known.membership) if known else new


def row(member: Member, rev: int) -> Row:
    """Make a member's row of the roster."""
    return Row(key=str(member.id), rev=rev, value=msgspec.json.encode(member))
