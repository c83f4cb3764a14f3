"""What is known of a person, as the rules read it: the newest answers, links, and their ages."""

from datetime import date

from msgspec.structs import replace

from flows import facts
from flows.people import Role
from flows.person import Filled, Person, filled, link
from flows.phases.intake import Intake
from flows.phases.position import Position
from flows.phases.profile import Profile
from flows.programs.ageing import Old, aged
from flows.questions.answers import Answers
from flows.steps import Mode, Phase

LOOKED = "looked"


def answers(person: Person, form: str) -> Answers:
    """Give the newest answers to a form, none when it was not finished."""
    found = filled(person, form)
    return dict(found.answers) if found else {}


def supervised(person: Person) -> bool:
    """Say whether a trainer is linked."""
    membership = link(person, Role.CLIENT)
    return membership is not None and membership.trainer is not None


def mode(person: Person) -> Mode:
    """Say in which mode somebody is coached; without a trainer nobody but the rules does."""
    return person.client.mode if person.client and supervised(person) else Mode.PROPOSE


def forms(person: Person) -> facts.Forms:
    """Give the newest answers to every form of the assessment."""
    return facts.Forms(
        welcome=answers(person, "welcome"),
        intake=answers(person, "intake"),
        health=answers(person, "health"),
        movement=answers(person, "movement") or None,
        signs=answers(person, "signs"),
    )


def profile(person: Person, today: date) -> Profile:
    """Read who the person is from their newest answers, grown since each was given."""
    who = facts.profile(forms(person), supervised=supervised(person))
    days = {name: _days(person, name, today) for name in Old.__struct_fields__}
    return aged(who, Old(**days))


def _days(person: Person, form: str, today: date) -> int:
    told = filled(person, form)
    return (today - told.on).days if told else 0


def read(person: Person, today: date) -> Intake:
    """Read the whole assessment, with what is known and open already."""
    items = person.client.position.items if person.client else ()
    return facts.intake(forms(person), today, items, profile(person, today))


def current(person: Person, position: Position, today: date) -> Position:
    """Give a position the newest profile, movement check and screening, and their ages today."""
    checked, screened = filled(person, "movement"), filled(person, "health")
    movement = facts.movement(dict(checked.answers)) if checked else None
    return replace(
        position,
        profile=profile(person, today),
        movement=facts.judged(movement, answers(person, LOOKED)),
        movement_days=(today - checked.on).days if checked else None,
        screened=screened.on if screened else None,
    )


def looked(person: Person, to: Phase, today: date) -> Person:
    """Keep that a trainer took somebody off step 1, which says that they judged the balance."""
    if to is Phase.STABILIZATION_ENDURANCE:
        return person
    return keep(person, LOOKED, 1, {"steady": True}, today)


def sex(person: Person) -> str:
    """Give what the health form has to be told."""
    return facts.word(answers(person, "intake"), "sex") or "unsaid"


def keep(person: Person, form: str, version: int, told: Answers, today: date) -> Person:
    """Keep the answers of a finished form as the newest."""
    others = tuple(one for one in person.filled if one.form != form)
    new = Filled(form=form, version=version, on=today, answers=tuple(told.items()))
    return replace(person, filled=(*others, new))


def corrected(person: Person, form: str, told: Answers) -> Person:
    """Change answers of a finished form; the day they were told stays."""
    new = tuple(
        replace(one, answers=tuple(told.items())) if one.form == form else one
        for one in person.filled
    )
    return replace(person, filled=new)
