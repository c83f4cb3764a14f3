"""The re-assessment: opened by button or command, kept, told beside the last one, and counted."""

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Effect, Say, then
from flows.events import Event
from flows.person import Client, Person
from flows.phases.policy import Policy
from flows.phases.profile import Profile
from flows.programs import abilities
from flows.programs.abilities import Ability, Result
from flows.programs.book import Book
from flows.programs.norms import norm
from flows.programs.trials import trials
from flows.programs.tried import lifts as tried_lifts
from flows.questionnaires.movement import MOVEMENT
from flows.questionnaires.retest import RETEST
from flows.questions.answers import Answers
from flows.steps import Phase
from flows.talk import begin, calendar, dialogue, known, pinging, placing, stairs, weeks
from flows.talk.stair_texts import PLAN, UNWELL
from flows.words import Content, T, Text, lines

HEAD = T("<b>Your tests, beside the last ones</b>")
NOTHING = Content((T("Nothing was measured, so all stays as it is."),), ((PLAN, UNWELL),))
NORM = T("Pulse after the step test: {band} for your age and sex ({source}).")


def asked_for(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Open the tests; who has no step now is told what is open first."""
    client = person.client
    if client is None:
        return stairs.where(person)
    if client.position.phase is None:
        return placing.reminded(person, client, event, policy)
    return dialogue.opened(person, "retest", event, _known(person, client, event, policy))


def _known(person: Person, client: Client, event: Event, policy: Policy) -> Answers:
    """Tell the form which tests may be done, by who the person is today and how the week was."""
    who = known.profile(person, calendar.today(person, event.at))
    hurts = _worst(client) >= policy.pain.hold
    step = client.position.phase or Phase.STABILIZATION_ENDURANCE
    may = trials(who, step, policy, hurts=hurts)
    return {**begin.told(person, "movement"), **may}


def _worst(client: Client) -> int:
    """Find the strongest pain of the last week told and of the sessions since; none is 0."""
    told = client.week.pain if client.week else None
    since = (
        one for session in client.training.sessions if not session.told for one in session.hurts
    )
    return max((told or 0, *(hurt.pain for hurt in since)))


def told(person: Person, answers: Answers, event: Event, book: Book) -> Decision[Person]:
    """Take the finished tests: results, the movement check they hold, and what they change."""
    if person.client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    old = person.client.results
    new = facts.results(answers, today, book.loads)
    beside = abilities.compared(old, new, book.abilities)
    text = (*beside, *_norms(new, known.profile(person, today), book))
    after = noted(person, answers, event, book)
    if new:
        after = known.keep(after, "retest", RETEST.version, answers, today)
    said = Decision(state=after, effects=_said(person, text, event))
    return then(said, lambda now: _counted(now, answers, event, book.policy))


def noted(person: Person, answers: Answers, event: Event, book: Book) -> Person:
    """Keep what was measured, in the tests or in a movement check; a lift counts for the loads."""
    if person.client is None:
        return person
    client, today = person.client, calendar.today(person, event.at)
    new = facts.results(answers, today, book.loads)
    results = abilities.kept((*client.results, *new))
    tried, done = facts.word(answers, "lift"), facts.heaviest(answers)
    lifts = tried_lifts(client.lifts, tried, done, today, book)
    return replace(person, client=replace(client, results=results, lifts=lifts))


def _norms(new: tuple[Result, ...], who: Profile, book: Book) -> tuple[Text, ...]:
    """Say the band of the step test, the one test here that is done as its table was made.

    Nobody under age is held against adults, and nobody against people of another sex.
    """
    pulse = abilities.latest(new, Ability.AEROBIC)
    if pulse is None or who.sex is None or (who.age or 0) < book.policy.age.adult:
        return ()
    found = (norm("step_test", pulse.value, who, book.norms),)
    return tuple(
        T(NORM.template, band=one.band.replace("_", " "), source=one.source)
        for one in found
        if one
    )


def _said(person: Person, text: tuple[Text, ...], event: Event) -> tuple[Effect, ...]:
    """Tell the client, and their trainer, how the tests came out."""
    if not text:
        return (Say(content=NOTHING),)
    listed = lines(T("• {line}", line=one) for one in text)
    matter = pinging.Matter(kind="tested", text=listed)
    rung = pinging.ping(person, event, matter)
    return (Say(content=Content((HEAD, *listed), ((PLAN, UNWELL),))), *rung)


def _counted(person: Person, told: Answers, event: Event, policy: Policy) -> Decision[Person]:
    """Let the tests count as the movement check that they hold."""
    movement = facts.as_movement(told)
    if movement is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    checked = known.keep(person, "movement", MOVEMENT.version, movement, today)
    return weeks.checked(checked, event, policy)
