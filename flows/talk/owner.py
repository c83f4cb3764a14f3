"""What a gym's owner asks for: the gym's card and invitations."""

from flows.codes import mint
from flows.effects import Decision, Effect, Say, Tell
from flows.gym import CODE_LENGTH
from flows.news import (
    AnyNews,
    GymAsked,
    GymFounded,
    InviteRevoked,
    InviteWanted,
)
from flows.people import MAY, Act, Role, gym_id
from flows.person import Person
from flows.ties import Membership
from flows.ways import Ways, WaysChosen
from flows.words import Content, T

FORMS = {"remind": "reminder", "ways": "ways"}
"""What a button of the card asks first."""
NOT_YOURS = T("That is for the owner of a gym. /gym opens one.")


def founded(person: Person, name: str, salt: str) -> Decision[Person]:
    """Open a gym under a fresh code."""
    code = mint(salt, "gym", CODE_LENGTH)
    news = GymFounded(owner=person.id, owner_name=person.name, name=name)
    return Decision(state=person, effects=(Tell(to=gym_id(code), news=news),))


def card(person: Person, gym: Membership) -> Decision[Person]:
    """Ask the gym for its card."""
    asked = Tell(to=gym_id(gym.gym), news=GymAsked(by=person.id))
    return Decision(state=person, effects=(asked,))


def owned(person: Person, code: str) -> Membership | None:
    """Find the gym of this code among those the person owns."""
    mine = (one for one in person.links if Act.INVITE in MAY[one.role])
    return next((one for one in mine if one.gym == code), None)


def works(person: Person, gym: str, ways: Ways) -> Decision[Person]:
    """Tell a gym how it works from now on, if it is the person's own."""
    if owned(person, gym) is None:
        return Decision(state=person, effects=(Say(content=Content((NOT_YOURS,))),))
    news = WaysChosen(by=person.id, ways=ways)
    return Decision(state=person, effects=(Tell(to=gym_id(gym), news=news),))


def tapped(person: Person, code: str, act: str) -> Decision[Person] | None:
    """Do what a button on a gym's card says; None when the person has to be asked first."""
    if owned(person, code) is None:
        return Decision(state=person, effects=(Say(content=Content((NOT_YOURS,))),))
    if act in FORMS:
        return None
    news = _invitation(person, act)
    told: tuple[Effect, ...] = () if news is None else (Tell(to=gym_id(code), news=news),)
    return Decision(state=person, effects=told)


def _invitation(person: Person, act: str) -> AnyNews | None:
    if act == "trainer":
        return InviteWanted(by=person.id, role=Role.TRAINER)
    if act == "client":
        return InviteWanted(by=person.id, role=Role.CLIENT)
    if act.startswith("for") and act[3:].isdecimal():
        return InviteWanted(by=person.id, role=Role.CLIENT, trainer=int(act[3:]))
    if act.startswith("x") and len(act) > CODE_LENGTH:
        return InviteRevoked(by=person.id, code=act[1:])
    return None
