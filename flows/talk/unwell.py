"""Feeling unwell: the words that help come first, then the question what it is, then a stop."""

from flows import facts
from flows.effects import Decision, Effect, Say, then
from flows.events import Event
from flows.people import Role
from flows.person import Person, link
from flows.phases.opening import opened, sign_items
from flows.phases.policy import Policy
from flows.phases.signs import SEVERITIES, Severity, Sign
from flows.questionnaires import FORMS
from flows.questions.answers import Answers
from flows.talk import calendar, dialogue, emergency, known, placing
from flows.words import Button, Content, T

WORSE = "worse"
FIRST = Content((T("Before any training: tell me how you are. This waits for your answer."),))
KNOWS = T("{trainer} is told. Is there more that {trainer} should know?")
FALSE_ALARM = Content((T("Good. /unwell is there whenever that changes."),))
SEE_SOMEBODY = Content(
    (T("Please stop for today and talk to a doctor about it before you train again."),)
)


def asked(person: Person, event: Event) -> Decision[Person]:
    """Show what to do in an emergency, then ask what it is; before any form or consent."""
    first: tuple[Effect, ...] = (Say(content=Content(emergency.WORDS)),)
    shown = Decision(state=person, effects=first)
    return then(shown, lambda same: dialogue.opened(same, "signs", event))


def fine(person: Person, event: Event) -> Decision[Person]:
    """Close the question: it was a false alarm; what was put aside goes on."""
    closed = dialogue.dropped(person, "signs")
    said = then(closed, lambda now: Decision(state=now, effects=(Say(content=FALSE_ALARM),)))
    return then(said, lambda now: dialogue.resumed(now, event.at))


def told(person: Person, answers: Answers, event: Event, policy: Policy) -> Decision[Person]:
    """Act on the signs told: words by their severity, and no training while one is open."""
    signs = facts.signs(answers)
    first = Decision(state=person, effects=_words(signs, facts.word(answers, "now")))
    if person.client is not None:
        stop = then(first, lambda same: _opened(same, signs, event, policy))
        return then(stop, _asked_for_more)
    return then(first, lambda same: _advised(same, answers, event))


def before_training(person: Person, event: Event) -> Decision[Person] | None:
    """Ask how somebody is before any training, while that waits for an answer; else None."""
    open_ = next((one for one in dialogue.waiting(person) if one.run.form == "signs"), None)
    if open_ is None:
        return None
    said = Decision(state=person, effects=(Say(content=FIRST),))
    return then(said, lambda now: dialogue.taken_up(now, open_, event.at))


def _asked_for_more(person: Person) -> Decision[Person]:
    """Offer to write to the trainer, who knows of the stop by now."""
    membership = link(person, Role.CLIENT)
    if membership is None or membership.trainer is None:
        return Decision(state=person)
    label = T("Write to {trainer}", trainer=membership.trainer_name)
    write = Button(label=label, data=f"a|{membership.id}|{membership.trainer}")
    said = T(KNOWS.template, trainer=membership.trainer_name)
    return Decision(state=person, effects=(Say(content=Content((said,), ((write,),))),))


def _opened(
    person: Person, signs: tuple[Sign, ...], event: Event, policy: Policy
) -> Decision[Person]:
    """Open an item for each sign; one that could not be named asks for the screening again."""
    today = calendar.today(person, event.at)
    unnamed = (opened("screening.changed", Severity.STOP, today),)
    return placing.stopped_by(person, sign_items(signs, today) or unnamed, event, policy)


def _advised(person: Person, answers: Answers, event: Event) -> Decision[Person]:
    """Keep the signs for the placement, if the person agreed that answers are kept."""
    if person.consent is not None:
        today = calendar.today(person, event.at)
        version = FORMS["signs"].version
        person = known.keep(person, "signs", version, answers, today)
    return Decision(state=person, effects=(Say(content=SEE_SOMEBODY),))


def _words(signs: tuple[Sign, ...], now: str) -> tuple[Effect, ...]:
    grave = {SEVERITIES[sign] for sign in signs}
    said: list[Effect] = []
    if Severity.EMERGENCY in grave or now == WORSE:
        said.append(Say(content=Content(emergency.WORDS)))
    if Severity.HUMAN in grave:
        said.append(Say(content=Content(emergency.HUMAN)))
    return tuple(said)
