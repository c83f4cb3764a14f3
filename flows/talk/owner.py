"""What those who run a gym ask for: a gym of their own, its card, links for people."""

from msgspec import Struct

from flows import facts
from flows.codes import mint
from flows.effects import Decision, Effect, Say, Tell
from flows.events import Event
from flows.gym import CODE_LENGTH
from flows.news import GymAsked, GymFounded
from flows.people import Act, Role, gym_id
from flows.person import Person, at
from flows.questionnaires.invite import ANY
from flows.questions.answers import Answers
from flows.running import InviteChanged, InviteOpen
from flows.talk import dialogue, gym_buttons
from flows.talk.gyms.invite_texts import ROLES
from flows.ties import Membership
from flows.ways import Ways, WaysChosen
from flows.words import Button, Content, T, Text

NOT_YOURS = T("That is for the owner of a gym and its managers. /gym opens one.")
WHAT_FOR = Content(
    (
        T("/gym is for those who run a gym: they invite trainers and clients and see its counts."),
        T("You run none. What you are to a gym or trainer is at /unlink and /privacy."),
    ),
    ((Button(label=T("Open a gym of my own"), data="m|gym"),),),
)
"""What somebody reads who is at a gym, or trains here, and runs none."""
WHICH = T("Which gym?")
FORMS = {"remind": ("reminder", Act.REMIND), "ways": ("ways", Act.SETTLE)}
"""What a button of the card asks first, and what it needs."""


def founded(person: Person, name: str, salt: str) -> Decision[Person]:
    """Open a gym under a fresh code."""
    code = mint(salt, "gym", CODE_LENGTH)
    news = GymFounded(owner=person.id, owner_name=person.name, name=name)
    return Decision(state=person, effects=(Tell(to=gym_id(code), news=news),))


def alone(person: Person, name: str, salt: str) -> Decision[Person]:
    """Open a gym of one: its owner trains the people there."""
    code = mint(salt, "gym", CODE_LENGTH)
    news = GymFounded(owner=person.id, owner_name=person.name, name=name or person.name, solo=True)
    return Decision(state=person, effects=(Tell(to=gym_id(code), news=news),))


def solo(person: Person, event: Event) -> Decision[Person]:
    """Show the gym that somebody owns and trains at, or begin one."""
    trains = {one.gym for one in person.links if one.role is Role.TRAINER}
    mine = (one for one in person.links if one.role is Role.OWNER and one.gym in trains)
    gym = next(mine, None)
    return card(person, gym) if gym else dialogue.opened(person, "solo", event)


def refused(person: Person) -> Decision[Person]:
    """Say that something is for those who run a gym; the same whether there is such a gym."""
    return Decision(state=person, effects=(Say(content=Content((NOT_YOURS,))),))


def card(person: Person, gym: Membership) -> Decision[Person]:
    """Ask the gym for its card."""
    asked = Tell(to=gym_id(gym.gym), news=GymAsked(by=person.id))
    return Decision(state=person, effects=(asked,))


def which(person: Person, gyms: tuple[Membership, ...], act: str) -> Decision[Person]:
    """Ask which of several gyms is meant."""
    rows = tuple((Button(label=_named(one), data=f"g|{one.gym}|{act}"),) for one in gyms)
    return Decision(state=person, effects=(Say(content=Content((WHICH,), rows)),))


def _named(gym: Membership) -> Text:
    return T("{gym} ({role})", gym=gym.gym_name, role=ROLES[gym.role])


def works(person: Person, gym: str, ways: Ways) -> Decision[Person]:
    """Tell a gym how it works from now on, if they run it."""
    if at(person, gym, Act.SETTLE) is None:
        return refused(person)
    news = WaysChosen(by=person.id, ways=ways)
    return Decision(state=person, effects=(Tell(to=gym_id(gym), news=news),))


def tapped(person: Person, code: str, act: str, event: Event) -> Decision[Person]:
    """Do what a button of a gym says, or open the form that it needs."""
    form = _form(code, act)
    if at(person, code, form.needs if form else gym_buttons.needs(act)) is None:
        return refused(person)
    if form is not None:
        return dialogue.opened(person, form.name, event, {**form.known})
    news = gym_buttons.wish(person, act)
    told: tuple[Effect, ...] = () if news is None else (Tell(to=gym_id(code), news=news),)
    return Decision(state=person, effects=told)


class _Form(Struct, frozen=True):
    name: str
    needs: Act
    known: dict[str, str]


def _form(code: str, act: str) -> _Form | None:
    if act in FORMS:
        return _Form(*FORMS[act], {"gym": code})
    return None


def changes(person: Person, news: InviteOpen, event: Event) -> Decision[Person]:
    """Ask for how many people, and how long, an open link is good from now on."""
    return dialogue.opened(person, "invite", event, {"gym": news.gym, "link": news.code})


def changed(person: Person, told: Answers) -> Decision[Person]:
    """Ask the gym to make a link good for more people, or for longer."""
    uses = facts.word(told, "uses")
    news = InviteChanged(
        by=person.id,
        code=facts.word(told, "link"),
        uses=None if uses == ANY else int(uses),
        days=int(facts.word(told, "days")),
    )
    asked = Tell(to=gym_id(facts.word(told, "gym")), news=news)
    return Decision(state=person, effects=(asked,))
