"""Following a gym's link: offered what it is for, taken with a yes, refused in one way."""

import msgspec
from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Decision, Effect, Row, Tell
from flows.events import Told
from flows.gym import Gym, Invite, Trainer, trainer_of
from flows.news import Invited, InviteShown, InviteTaken, Joined, Notice
from flows.people import PersonId, Role, person_id
from flows.talk.gyms import invite_texts
from flows.talk.gyms.heads import to_heads
from flows.talk.gyms.invites import over, unexpired
from flows.ties import Member, Membership


def followed(gym: Gym, news: InviteShown | InviteTaken, event: Told) -> Decision[Gym]:
    """Offer what a link is for, or give it to who agreed; a bad link is refused in one way."""
    invite = next((one for one in unexpired(gym, event.at) if one.code == news.code), None)
    if invite is None or gym.closing:
        return _refused(gym, news.by, invite_texts.REFUSED)
    if _own(gym, invite, news.by):
        return _refused(gym, news.by, invite_texts.YOUR_OWN)
    if isinstance(news, InviteTaken):
        new = _membership(gym, invite, event.salt)
        taken = _taken(_used(gym, invite), news, new, event.rev)
        return replace(taken, effects=(*taken.effects, *_used_up(taken.state, invite)))
    offer = Invited(code=news.code, membership=_membership(gym, invite, f"{news.code} {news.by}"))
    return Decision(state=gym, effects=(Tell(to=person_id(news.by), news=offer),))


def _refused(gym: Gym, by: PersonId, why: Notice) -> Decision[Gym]:
    return Decision(state=gym, effects=(Tell(to=person_id(by), news=why),))


def _own(gym: Gym, invite: Invite, by: PersonId) -> bool:
    """Say whether a link would make somebody their own client, or the owner a manager."""
    client = invite.role is Role.CLIENT and invite.trainer == by
    return client or (invite.role is Role.MANAGER and gym.owner == by)


def _used(gym: Gym, invite: Invite) -> Gym:
    """Take one use off a link; the last one ends it."""
    others = tuple(one for one in gym.invites if one is not invite)
    if invite.left is None:
        return gym
    left = replace(invite, left=invite.left - 1)
    return replace(gym, invites=(*others, left) if left.left else others)


def _used_up(gym: Gym, invite: Invite) -> tuple[Effect, ...]:
    """Say on older messages of a link that its last use is taken."""
    return over(gym, invite, invite_texts.USED) if invite.left == 1 else ()


def _membership(gym: Gym, invite: Invite, seed: str) -> Membership:
    trainer = trainer_of(gym, invite.trainer)
    return Membership(
        id=mint(seed, "membership", 12),
        gym=gym.code,
        gym_name=gym.name,
        role=invite.role,
        trainer=trainer.id if trainer else None,
        trainer_name=trainer.name if trainer else "",
        act_after=gym.ways.act_after,
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
