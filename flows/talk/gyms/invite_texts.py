"""What is read about a gym's invitations, by those who make them and those who follow them."""

from flows.gym import INVITE_DAYS, Gym, Invite, trainer_of
from flows.news import Notice
from flows.people import Role
from flows.talk.gyms.texts import button
from flows.words import Content, T, Text

_REVOKE_PREFIX = 24
ROLES = {
    Role.CLIENT: T("client"),
    Role.TRAINER: T("trainer"),
    Role.MANAGER: T("manager"),
    Role.OWNER: T("owner"),
}


def whose_client(gym: Gym) -> Notice:
    """Ask which trainer a new client is for."""
    rows = tuple(
        (button(gym, T("{name}", name=one.name), f"for{one.id}"),) for one in gym.trainers
    )
    nobody = (button(gym, T("No trainer"), "for0"),)
    return Notice(content=Content((T("Whose client will this be?"),), (*rows, nobody)))


def link(gym: Gym, invite: Invite) -> Notice:
    """Show a new one-time link and how to take it back."""
    return Notice(
        content=Content(
            (
                _what(gym, invite),
                T("https://t.me/{bot}?start={code}", code=invite.code),
                T(
                    "It works once, within {days} days. Pass it on to that person only.",
                    days=INVITE_DAYS,
                ),
            ),
            ((button(gym, T("Take it back"), f"x{invite.code[:_REVOKE_PREFIX]}"),),),
        )
    )


def _what(gym: Gym, invite: Invite) -> Text:
    trainer = trainer_of(gym, invite.trainer)
    if invite.role is Role.MANAGER:
        return T("A link for one new manager of {gym}.", gym=gym.name)
    if invite.role is Role.TRAINER:
        return T("A link for one new trainer of {gym}.", gym=gym.name)
    if trainer:
        return T("A link for one new client of {trainer}.", trainer=trainer.name)
    return T("A link for one new client of {gym}, without a trainer.", gym=gym.name)


def revoked(code: str, *, found: bool) -> Notice:
    """Say what became of taking a link back."""
    if found:
        return Notice(content=Content((T("That link ({code}…) no longer works.", code=code),)))
    return Notice(content=Content((T("That link was used or had run out already."),)))


REFUSED = Notice(
    content=Content(
        (
            T("This invitation no longer works: it was used, taken back, or is too old."),
            T("Please ask your gym or trainer for a new one. /help shows what you can do now."),
        )
    )
)


def somebody_joined(gym: Gym, name: str, role: Role) -> Notice:
    """Tell those who run a gym that a link was used."""
    said = T("{name} joined {gym} as a {role}.", name=name, gym=gym.name, role=ROLES[role])
    return Notice(content=Content((said,)))
