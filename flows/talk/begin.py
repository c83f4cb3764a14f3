"""From the first word to the first step: who this is for, consent, and the assessment in order."""

from flows.effects import Decision, Effect, Say, then
from flows.events import Event, Told
from flows.people import Role
from flows.person import Person, filled, link
from flows.phases.policy import Policy
from flows.questions.answers import Answers
from flows.steps import Goal, Phase
from flows.talk import (
    dialogue,
    known,
    menu,
    placing,
    screening,
    stairs,
)
from flows.words import Button, Content, T

WHO = Content(
    (
        T("<b>Hello, I am Stairwise.</b>"),
        T(
            "I walk you up and down the five steps of training, by what you can do and how your "
            "weeks go: stabilization, strength, power."
        ),
        T(
            "I am no doctor and give no medical advice. I follow the OPT model of NASM, but I am "
            "independent: NASM, which owns that name, has no part in me."
        ),
        T("If you feel unwell now, send /unwell or call {emergency}."),
    ),
    (
        (Button(label=T("Begin my assessment"), data="m|begin"),),
        (
            Button(label=T("I run a gym"), data="m|gym"),
            Button(label=T("I train people"), data="m|solo"),
        ),
    ),
)
GO_ON = Content((T("Good to see you. Let us go on where we were."),))
AGAIN = ("intake", "health", "movement")
ASSESSMENT = ("welcome", *AGAIN)


def start(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Greet: newcomers with who I am, everybody else where they are."""
    offer: tuple[Effect, ...] = (menu.offer(person),)
    if person.open is not None:
        hello = Decision(state=person, effects=(*offer, Say(content=GO_ON)))
        return then(hello, lambda same: dialogue.resumed(same, event.at))
    if person.client is not None:
        return then(Decision(state=person, effects=offer), stairs.where)
    if person.consent is not None:
        return then(Decision(state=person, effects=offer), lambda p: go_on(p, event, policy))
    if link(person, Role.CLIENT) is not None:
        asked = Decision(state=person, effects=offer)
        return then(asked, lambda p: dialogue.opened(p, "welcome", event, told(p, "welcome")))
    if person.links:
        return Decision(state=person, effects=(*offer, Say(content=menu.help_for(person))))
    return Decision(state=person, effects=(*offer, Say(content=WHO)))


def tapped(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Take the button of an old greeting: it never places anew who was placed before."""
    if person.client is not None and not missing(person):
        return start(person, event, policy)
    return go_on(person, event, policy)


def missing(person: Person) -> str | None:
    """Give the next form of the assessment that is not finished, None when all are."""
    return next((form for form in ASSESSMENT if not filled(person, form)), None)


def go_on(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Open the next part of the assessment; when all is told, place the person."""
    if person.open is not None:
        return dialogue.resumed(person, event.at)
    form = missing(person)
    if form is not None:
        return dialogue.opened(person, form, event, told(person, form))
    return placing.placed(person, event, policy)


def told(person: Person, form: str) -> Answers:
    """Give a form of the assessment what it has to be told."""
    match form:
        case "health":
            return {"sex": known.sex(person)}
        case "movement":
            return {"jumps": _is_to_jump(person)}
        case _:
            return {}


def _is_to_jump(person: Person) -> bool:
    """Say whether the power step may be the next one."""
    position = person.client.position if person.client else None
    if position is None or position.phase is None or position.goal is not Goal.PERFORMANCE:
        return False
    return position.phase > Phase.STABILIZATION_ENDURANCE


def movement(person: Person, event: Event) -> Decision[Person]:
    """Open the movement check once more."""
    return _again(person, "movement", event)


def health(person: Person, event: Event) -> Decision[Person]:
    """Open the health questions once more."""
    return _again(person, "health", event)


def _again(person: Person, form: str, event: Event) -> Decision[Person]:
    if person.consent is None:
        return Decision(state=person, effects=(Say(content=WHO),))
    return dialogue.opened(person, form, event, told(person, form))


def after_joining(person: Person, event: Told, policy: Policy) -> Decision[Person]:
    """Begin the assessment of a new client; of an old one tell the new trainer where they are."""
    if link(person, Role.CLIENT) is None or person.open is not None:
        return Decision(state=person)
    if person.client is not None:
        return screening.linked(person, event, policy)
    if person.consent is not None:
        return Decision(state=person)
    return dialogue.opened(person, "welcome", event, told(person, "welcome"))
