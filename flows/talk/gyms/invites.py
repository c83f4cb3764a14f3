"""A gym's links: made by those who run it, looked at, changed, drawn, and taken back."""

from datetime import datetime, timedelta
from typing import assert_never

from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Decision, Effect, Tell
from flows.events import Told
from flows.gym import INVITE_DAYS, MOST_INVITES, Gym, Invite, may, trainer_of
from flows.news import InviteRevoked, InviteWanted, Notice
from flows.people import Act, PersonId, Role, person_id
from flows.running import (
    InviteChanged,
    InviteOpen,
    InvitePictured,
    InviteQuestioned,
    InvitesAsked,
)
from flows.talk.gyms import invite_texts
from flows.talk.gyms.heads import to, to_heads
from flows.words import Text

_SECRET = 22
Link = InvitesAsked | InviteRevoked | InviteChanged | InvitePictured | InviteQuestioned


def wanted(gym: Gym, news: InviteWanted, event: Told) -> Decision[Gym]:
    """Make a link; whose client it is for is asked where that is not plain."""
    gym = replace(gym, invites=unexpired(gym, event.at))
    if news.role is Role.CLIENT and news.trainer is None and len(gym.trainers) > 1:
        return _shown(gym, news.by, invite_texts.whose_client(gym))
    if len(gym.invites) >= MOST_INVITES:
        return _shown(gym, news.by, invite_texts.too_many(gym))
    invite = Invite(
        code=gym.code + mint(event.salt, "invite", _SECRET),
        role=news.role,
        trainer=_trainer_for(gym, news),
        expires=event.at + timedelta(days=INVITE_DAYS),
        by=news.by,
    )
    gym = replace(gym, invites=(*gym.invites, invite))
    return _shown(gym, news.by, invite_texts.link(gym, invite))


def _shown(gym: Gym, by: PersonId, notice: Notice) -> Decision[Gym]:
    return Decision(state=gym, effects=(to(by, notice),))


def _trainer_for(gym: Gym, news: InviteWanted) -> PersonId | None:
    if news.role is not Role.CLIENT:
        return None
    if news.trainer is None and len(gym.trainers) == 1:
        return gym.trainers[0].id
    return news.trainer if trainer_of(gym, news.trainer) else None


def unexpired(gym: Gym, at: datetime) -> tuple[Invite, ...]:
    """List the links that have not run out."""
    return tuple(invite for invite in gym.invites if invite.expires > at)


def handled(
    gym: Gym,
    news: Link,
    at: datetime,
) -> Decision[Gym]:
    """Do something about open links; those for managers are for who may appoint them only."""
    gym = replace(gym, invites=unexpired(gym, at))
    theirs = tuple(one for one in gym.invites if may(gym, news.by, _needs(one)))
    if isinstance(news, InvitesAsked) and not news.code:
        return _shown(gym, news.by, invite_texts.listed(gym, theirs))
    invite = next((one for one in theirs if one.code.startswith(news.code)), None)
    if invite is None:
        return _shown(gym, news.by, invite_texts.OVER)
    return _done(gym, invite, news, at)


def _needs(invite: Invite) -> Act:
    return Act.APPOINT if invite.role is Role.MANAGER else Act.INVITE


def _done(
    gym: Gym,
    invite: Invite,
    news: Link,
    at: datetime,
) -> Decision[Gym]:
    match news:
        case InvitesAsked():
            return _shown(gym, news.by, invite_texts.link(gym, invite))
        case InvitePictured():
            told = Tell(to=person_id(news.by), news=invite_texts.picture(gym, invite))
            return Decision(state=gym, effects=(told,))
        case InviteQuestioned():
            is_open = InviteOpen(gym=gym.code, code=news.code)
            return Decision(state=gym, effects=(Tell(to=person_id(news.by), news=is_open),))
        case InviteRevoked():
            return _revoked(gym, invite, news)
        case InviteChanged():
            return _changed(gym, invite, news, at)
        case _:
            assert_never(news)


def _revoked(gym: Gym, invite: Invite, news: InviteRevoked) -> Decision[Gym]:
    gym = replace(gym, invites=tuple(one for one in gym.invites if one is not invite))
    said = invite_texts.revoked(news.code)
    effects = (*over(gym, invite, invite_texts.REVOKED), to(news.by, said))
    return Decision(state=gym, effects=effects)


def over(gym: Gym, invite: Invite, said: Text) -> tuple[Effect, ...]:
    """Take what older messages and pictures say of a link out of the chats of who runs a gym."""
    return to_heads(gym, invite_texts.outdated(invite, said))


def _changed(gym: Gym, invite: Invite, news: InviteChanged, at: datetime) -> Decision[Gym]:
    """Make a link good for more people or longer; one that makes managers stays for one."""
    left = 1 if invite.role is Role.MANAGER else news.uses
    new = replace(invite, left=left, expires=at + timedelta(days=news.days))
    links = tuple(new if one is invite else one for one in gym.invites)
    gym = replace(gym, invites=links)
    shown = to(news.by, invite_texts.link(gym, new))
    return Decision(state=gym, effects=(*over(gym, new, invite_texts.CHANGED), shown))
