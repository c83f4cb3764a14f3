"""What the buttons of a gym ask for: the right that each needs, and what the gym is told."""

from collections.abc import Callable, Mapping

from flows.news import AnyNews, GymAsked, InviteRevoked, InviteWanted
from flows.people import Act, Role
from flows.person import Person
from flows.running import (
    GroupLeft,
    InvitePictured,
    InviteQuestioned,
    InvitesAsked,
    PostDecided,
    StaffAsked,
    StaffDismissed,
)
from flows.talk.casts import library
from flows.talk.gyms.invite_texts import MORE

LONGEST_ID = 16

Plain = Callable[[Person], AnyNews]
About = Callable[[Person, str], AnyNews | None]


def _invites(role: Role) -> Plain:
    return lambda person: InviteWanted(by=person.id, role=role)


def _views(view: str) -> Plain:
    return lambda person: GymAsked(by=person.id, view=view)


BUTTONS: Mapping[str, tuple[Act, Plain]] = {
    "card": (Act.COUNT, _views("")),
    "numbers": (Act.COUNT, _views("numbers")),
    "table": (Act.COUNT, _views("table")),
    "trainer": (Act.INVITE, _invites(Role.TRAINER)),
    "client": (Act.INVITE, _invites(Role.CLIENT)),
    "manager": (Act.APPOINT, _invites(Role.MANAGER)),
    "links": (Act.INVITE, lambda person: InvitesAsked(by=person.id)),
    "staff": (Act.DISMISS, lambda person: StaffAsked(by=person.id)),
    "apart": (Act.CONNECT, lambda person: GroupLeft(by=person.id)),
}
ABOUT: Mapping[str, tuple[Act, About]] = {
    "x": (Act.INVITE, lambda person, code: InviteRevoked(by=person.id, code=code)),
    "l": (Act.INVITE, lambda person, code: InvitesAsked(by=person.id, code=code)),
    MORE: (Act.INVITE, lambda person, code: InviteQuestioned(by=person.id, code=code)),
    "q": (Act.INVITE, lambda person, code: InvitePictured(by=person.id, code=code)),
    "post": (
        Act.REMIND,
        lambda person, code: PostDecided(by=person.id, code=code, post=True),
    ),
    "drop": (
        Act.REMIND,
        lambda person, code: PostDecided(by=person.id, code=code, post=False),
    ),
    library.ACT: (Act.REMIND, lambda person, what: library.asked(person.id, what)),
    "out": (
        Act.DISMISS,
        lambda person, membership: StaffDismissed(
            by=person.id, by_name=person.name, membership=membership
        ),
    ),
    "for": (
        Act.INVITE,
        lambda person, trainer: InviteWanted(by=person.id, role=Role.CLIENT, trainer=int(trainer)),
    ),
}
"""Buttons about a link, a post, a membership or a trainer: what stands behind their word."""


def split(act: str) -> tuple[str, str]:
    """Part a button's act into its word and what that is about; ("", "") for no button."""
    if act in BUTTONS:
        return act, ""
    word = next((one for one in ABOUT if act.startswith(one) and len(act) > len(one)), "")
    about = act.removeprefix(word)
    odd = word == "for" and not (about.isdecimal() and len(about) < LONGEST_ID)
    return ("", "") if odd or not word else (word, about)


def needs(act: str) -> Act:
    """Name the right that a button needs; of no button that to invite."""
    word, about = split(act)
    return (ABOUT[word] if about else BUTTONS.get(word, (Act.INVITE,)))[0]


def wish(person: Person, act: str) -> AnyNews | None:
    """Say what a gym is told when somebody taps a button; None for no button."""
    word, about = split(act)
    if about:
        return ABOUT[word][1](person, about)
    return BUTTONS[word][1](person) if word else None
