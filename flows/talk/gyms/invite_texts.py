"""What is read about a gym's links, by those who make them and those who follow them."""

from flows.gym import MOST_INVITES, Gym, Invite, trainer_of
from flows.news import Notice
from flows.people import Role
from flows.running import Outdated, Pictured
from flows.talk import calendar
from flows.talk.gyms.texts import button
from flows.words import Button, Content, T, Text

_PREFIX = 24
MORE = "m"
"""Begins the act of the button that opens the form."""
ROLES = {
    Role.CLIENT: T("client"),
    Role.TRAINER: T("trainer"),
    Role.MANAGER: T("manager"),
    Role.OWNER: T("owner"),
}
OVER = Notice(content=Content((T("That link was used, taken back, or has run out already."),)))


def whose_client(gym: Gym) -> Notice:
    """Ask which trainer a new client is for."""
    rows = tuple(
        (button(gym, T("{name}", name=one.name), f"for{one.id}"),) for one in gym.trainers
    )
    nobody = (button(gym, T("No trainer"), "for0"),)
    return Notice(content=Content((T("Whose client will this be?"),), (*rows, nobody)))


def too_many(gym: Gym) -> Notice:
    """Say that there are enough links."""
    said = T("{count} links are open, that is the most: take one back first.", count=MOST_INVITES)
    rows = ((button(gym, T("Open links"), "links"),),)
    return Notice(content=Content((said,), rows))


def link(gym: Gym, invite: Invite) -> Notice:
    """Show a link: what it is good for, and what can be done with it."""
    return Notice(
        content=Content(
            (
                T("A link for {whom}.", whom=_whom(gym, invite)),
                T("https://t.me/{bot}?start={code}", code=invite.code),
                T("{good} {care}", good=_good(invite), care=_care(invite)),
            ),
            _buttons(gym, invite),
        ),
        slot=_slot(invite.code),
        anew=True,
    )


def _slot(code: str) -> str:
    return f"link:{code[:_PREFIX]}"


def _buttons(gym: Gym, invite: Invite) -> tuple[tuple[Button, ...], ...]:
    code = invite.code[:_PREFIX]
    picture = button(gym, T("As a picture"), f"q{code}")
    back = button(gym, T("Take it back"), f"x{code}")
    more = button(gym, T("For more people, or longer"), f"{MORE}{code}")
    longer = button(gym, T("For longer"), f"{MORE}{code}")
    return ((picture, back), (longer if invite.role is Role.MANAGER else more,))


def _whom(gym: Gym, invite: Invite) -> Text:
    trainer = trainer_of(gym, invite.trainer)
    some = T("one new") if invite.left == 1 else T("new")
    role = _role(invite)
    if invite.role is not Role.CLIENT:
        return T("{some} {role} of {gym}", some=some, role=role, gym=gym.name)
    if trainer:
        return T("{some} {role} of {trainer}", some=some, role=role, trainer=trainer.name)
    return T("{some} {role} of {gym}, without a trainer", some=some, role=role, gym=gym.name)


def _role(invite: Invite) -> Text:
    if invite.left == 1:
        return ROLES[invite.role]
    return T("clients") if invite.role is Role.CLIENT else T("trainers")


def _good(invite: Invite) -> Text:
    until = calendar.dated(invite.expires.date())
    if invite.left is None:
        return T("It works for any number of people until {until}.", until=until)
    if invite.left > 1:
        return T("It works for {left} more people until {until}.", left=invite.left, until=until)
    return T("It works once, until {until}.", until=until)


def _care(invite: Invite) -> Text:
    if invite.left == 1:
        return T("Pass it on to that person only.")
    return T("Whoever has it can join.")


def picture(gym: Gym, invite: Invite) -> Pictured:
    """Draw a link: below it what it is good for, and a way to take it back."""
    back = button(gym, T("Take it back"), f"x{invite.code[:_PREFIX]}")
    return Pictured(
        code=invite.code,
        caption=_caption(gym, invite),
        slot=_picture_slot(invite.code),
        buttons=((back,),),
    )


def _picture_slot(code: str) -> str:
    return f"picture:{code[:_PREFIX]}"


def outdated(invite: Invite, said: Text) -> Outdated:
    """Leave this of what older messages and pictures say of a link."""
    slots, pictures = (_slot(invite.code),), (_picture_slot(invite.code),)
    return Outdated(slots=slots, pictures=pictures, text=said)


def _caption(gym: Gym, invite: Invite) -> Text:
    return T(
        "Scan it to join <b>{gym}</b> as a {role}, or open\n"
        "https://t.me/{bot}?start={code}\n{good}",
        role=ROLES[invite.role],
        gym=gym.name,
        code=invite.code,
        good=_good(invite),
    )


def listed(gym: Gym, links: tuple[Invite, ...]) -> Notice:
    """List open links, each with a way to look at it."""
    if not links:
        return Notice(content=Content((T("No link is open. /gym makes new ones."),)))
    rows = tuple(
        (button(gym, _label(gym, one), f"l{one.code[:_PREFIX]}"),) for one in reversed(links)
    )
    said = T("Open links of {gym}, the newest first:", gym=gym.name)
    return Notice(content=Content((said,), rows))


def _label(gym: Gym, invite: Invite) -> Text:
    until = calendar.dated(invite.expires.date())
    return T("until {until}: {whom}", until=until, whom=_whom(gym, invite))


REVOKED = T("This link was taken back: it no longer works.")
USED = T("This link was used: it no longer works.")
CHANGED = T("This link was changed. “Open links” at /gym shows what it is good for now.")


def revoked(code: str) -> Notice:
    """Say that a link was taken back."""
    said = T("That link ({code}…) no longer works.", code=code[:_PREFIX])
    return Notice(content=Content((said,)))


REFUSED = Notice(
    content=Content(
        (
            T("This invitation no longer works: it was used, taken back, or is too old."),
            T("Please ask your gym or trainer for a new one. /help shows what you can do now."),
        )
    )
)


YOUR_OWN = Notice(
    content=Content((T("This link is good, but not for you: pass it on to whom it is for."),))
)


def somebody_joined(gym: Gym, name: str, role: Role) -> Notice:
    """Tell those who run a gym that a link was used."""
    said = T("{name} joined {gym} as a {role}.", name=name, gym=gym.name, role=ROLES[role])
    return Notice(content=Content((said,)))
