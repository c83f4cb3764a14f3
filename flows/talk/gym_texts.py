"""What a gym's owner reads: counts and links, never a member's answers."""

from collections import Counter

from flows.gym import INVITE_DAYS, Gym, Invite
from flows.news import Notice
from flows.people import Role
from flows.steps import PHASE_NAMES, Phase
from flows.ties import Member
from flows.words import Button, Content, T, Text, lines

_REVOKE_PREFIX = 24


def _button(gym: Gym, label: Text, act: str) -> Button:
    return Button(label=label, data=f"g|{gym.code}|{act}")


def card(gym: Gym, members: tuple[Member, ...]) -> Notice:
    """Show the gym: how many members stand on each step, who trains there, and what to do."""
    steps = Counter(member.phase for member in members)
    counts = tuple(
        T("Step {step}, {name}: {count}", step=int(phase), name=PHASE_NAMES[phase], count=count)
        for phase in Phase
        if (count := steps.get(phase, 0))
    )
    waiting = (T("No step yet: {count}", count=steps[None]),) if steps.get(None) else ()
    trainers = (
        T("Trainers: {names}", names=", ".join(one.name for one in gym.trainers))
        if gym.trainers
        else T("No trainer yet. Invite one first, then their clients.")
    )
    return Notice(
        content=Content(
            (
                T("<b>{gym}</b>", gym=gym.name),
                *lines((T("Members: {count}", count=len(members)), *counts, *waiting)),
                trainers,
                T("You see counts here, never anybody's answers."),
            ),
            (
                (
                    _button(gym, T("Invite a trainer"), "trainer"),
                    _button(gym, T("Invite a client"), "client"),
                ),
                (_button(gym, T("Send a reminder"), "remind"),),
                (_button(gym, T("How we work"), "ways"),),
            ),
        ),
    )


def whose_client(gym: Gym) -> Notice:
    """Ask which trainer a new client is for."""
    rows = tuple(
        (_button(gym, T("{name}", name=one.name), f"for{one.id}"),) for one in gym.trainers
    )
    nobody = (_button(gym, T("No trainer"), "for0"),)
    return Notice(content=Content((T("Whose client will this be?"),), (*rows, nobody)))


def link(gym: Gym, invite: Invite) -> Notice:
    """Show a new one-time link and how to take it back."""
    trainer = next((one.name for one in gym.trainers if one.id == invite.trainer), "")
    if invite.role is Role.TRAINER:
        what = T("A link for one new trainer of {gym}.", gym=gym.name)
    elif trainer:
        what = T("A link for one new client of {trainer}.", trainer=trainer)
    else:
        what = T("A link for one new client of {gym}, without a trainer.", gym=gym.name)
    return Notice(
        content=Content(
            (
                what,
                T("https://t.me/{bot}?start={code}", code=invite.code),
                T(
                    "It works once, within {days} days. Pass it on to that person only.",
                    days=INVITE_DAYS,
                ),
            ),
            ((_button(gym, T("Take it back"), f"x{invite.code[:_REVOKE_PREFIX]}"),),),
        )
    )


def revoked(code: str, *, found: bool) -> Notice:
    """Say what became of taking a link back."""
    if found:
        return Notice(content=Content((T("That link ({code}…) no longer works.", code=code),)))
    return Notice(content=Content((T("That link was used or had run out already."),)))


def works(gym: Gym) -> Notice:
    """Say how the gym works from now on."""
    days = gym.ways.act_after
    said = (
        T("A step up that no trainer answers within {days} days is made then.", days=days)
        if days
        else T("A step up waits until a trainer answers.")
    )
    return Notice(content=Content((said,)))


REFUSED = Notice(
    content=Content(
        (
            T("This invitation no longer works: it was used, taken back, or is too old."),
            T("Please ask your gym or trainer for a new one. /help shows what you can do now."),
        )
    )
)


def somebody_joined(gym: Gym, name: str, role: Role) -> Notice:
    """Tell the owner that a link was used."""
    as_what = T("trainer") if role is Role.TRAINER else T("client")
    said = T("{name} joined {gym} as a {role}.", name=name, gym=gym.name, role=as_what)
    return Notice(content=Content((said,)))


def somebody_left(gym: Gym, name: str) -> Notice:
    """Tell the owner that somebody left."""
    return Notice(content=Content((T("{name} left {gym}.", name=name, gym=gym.name),)))
