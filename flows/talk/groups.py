"""A group or channel for a gym's general reminders: who took the bot in is asked, in private."""

from msgspec.structs import replace

from flows.effects import Decision, Say, Tell
from flows.events import Hosted
from flows.people import Act, gym_id
from flows.person import Person, at, gyms
from flows.running import GroupConnected, GroupUnreached
from flows.talk import owner
from flows.ties import Place
from flows.words import Button, Content, T

HOW = Content(
    (
        T(
            "Take me into your gym's group, or into its channel as one who may post. Then send "
            "/connect there; I ask you here what it is for."
        ),
        T("Only general reminders go there. Nothing about a member ever does."),
    )
)
LEFT_ALONE = Content((T("Fine. Nothing of a gym goes there."),))
OVER = Content((T("That was answered already. Send /connect in the group to begin again."),))
NO = "no"


def hosted(person: Person, event: Hosted) -> Decision[Person]:
    """Ask who took the bot in what the place is for; nobody else is told anything."""
    place = Place(chat=event.chat, title=event.title)
    if event.inside:
        return asked(person, place) or Decision(state=person)
    news = GroupUnreached(chat=event.chat)
    told = (Tell(to=gym_id(one.gym), news=news) for one in gyms(person, Act.CONNECT))
    return Decision(state=person, effects=tuple(told))


def how(person: Person) -> Decision[Person]:
    """Say how a group is connected, to who may do it."""
    if not gyms(person, Act.CONNECT):
        return owner.refused(person)
    return Decision(state=person, effects=(Say(content=HOW),))


def asked(person: Person, place: Place) -> Decision[Person] | None:
    """Ask in private for which gym a place is; None for who may connect none."""
    mine = gyms(person, Act.CONNECT)
    if not mine:
        return None
    rows = tuple(
        (Button(label=T("For {gym}", gym=one.gym_name), data=f"y|{one.gym}"),) for one in mine
    )
    no = Button(label=T("No, nothing"), data=f"y|{NO}")
    content = Content(
        (
            T(
                "Shall general reminders go to <b>{title}</b>? Everybody there reads them; "
                "nothing about a member is ever written there.",
                title=place.title,
            ),
        ),
        (*rows, (no,)),
    )
    return Decision(state=replace(person, place=place), effects=(Say(content=content),))


def answered(person: Person, gym: str) -> Decision[Person]:
    """Connect the place that was asked about to a gym, or leave it alone."""
    place, person = person.place, replace(person, place=None)
    if gym == NO:
        return Decision(state=person, effects=(Say(content=LEFT_ALONE),))
    if at(person, gym, Act.CONNECT) is None:
        return owner.refused(person)
    if place is None:
        return Decision(state=person, effects=(Say(content=OVER),))
    news = GroupConnected(by=person.id, place=place)
    return Decision(state=person, effects=(Tell(to=gym_id(gym), news=news),))
