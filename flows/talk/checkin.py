"""The weekly check-in: opened by the clock or by the person, told, missed."""

from datetime import timedelta

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Effect, Say, then
from flows.events import Event
from flows.person import Calendar, Client, Person
from flows.phases.policy import Policy
from flows.phases.position import Week
from flows.questions.answers import Answers
from flows.talk import breaks, calendar, dialogue, placing, stairs, weeks
from flows.words import Content, T
from flows.workouts import feeding

WORSE = T("A session of this week told me of pain of {pain} of 10, so that counts for this week.")
TOO_EARLY = T("Your next check-in is on {day}; it opens three days before. /unwell always works.")


def asked_for(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Open a check-in that the person asks for, if it is near enough to its day."""
    client = person.client
    if client is None:
        return stairs.where(person)
    if client.calendar.pause is not None:
        return Decision(state=person, effects=(Say(content=breaks.ON_BREAK),))
    if client.position.phase is None:
        return placing.reminded(person, client, event, policy)
    return _early(person, client, event, policy)


def _early(person: Person, client: Client, event: Event, policy: Policy) -> Decision[Person]:
    today = calendar.today(person, event.at)
    for one in dialogue.waiting(person):
        if one.run.form == "checkin":
            return dialogue.taken_up(person, one, event.at)
    if not calendar.early(client.calendar, today, policy):
        day = calendar.spoken(client.calendar.next)
        content = Content((T(TOO_EARLY.template, day=day),))
        return Decision(state=person, effects=(Say(content=content),))
    return _opened(person, client, event, policy)


def due(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Open the check-in of this week; one that still waits from last week was missed."""
    client = person.client
    if client is None or client.calendar.pause is not None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    following = calendar.next_day(today, person.settings)
    coming = replace(client.calendar, next=following, due=client.calendar.next)
    person = replace(person, client=replace(client, calendar=coming))
    if client.position.phase is None:
        return placing.reminded(person, client, event, policy)
    if not any(one.run.form == "checkin" for one in dialogue.waiting(person)):
        return _open_now(person, event, policy)
    over = then(dialogue.dropped(person, "checkin"), lambda now: missed(now, event, policy))
    return then(over, lambda now: _open_now(now, event, policy))


def _open_now(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    if person.client is None or person.client.position.phase is None:
        return placing.stopped(person, event, policy)
    return _opened(person, person.client, event, policy)


def _opened(person: Person, client: Client, event: Event, policy: Policy) -> Decision[Person]:
    today = calendar.today(person, event.at)
    rule, planned = policy.timing, client.calendar.planned
    planned = rule.planned if planned is None else planned
    asked = client.calendar.health_asked
    known: dict[str, bool | int] = {
        "planned": planned,
        "ask_health_change": asked is None or today - asked >= timedelta(days=rule.health_days),
    }
    given = dialogue.Given(
        known=dict(known),
        prefilled={"next_days": planned, **feeding.told(client.training)},
        offered=feeding.offered(client.training),
    )
    over = dialogue.dropped(person, "session")
    return then(over, lambda now: dialogue.filled_in(now, "checkin", event, given))


def missed(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Count a week nobody told of."""
    if person.client is None:
        return Decision(state=person)
    count = person.client.calendar.missed + 1
    coming = replace(person.client.calendar, missed=count)
    training = feeding.counted(person.client.training)
    client = replace(person.client, calendar=coming, training=training)
    person = replace(person, client=client)
    week = Week(today=calendar.today(person, event.at), missed=True)
    return weeks.missed(person, week, event, policy)


def told(
    person: Person, known: Answers, answers: Answers, event: Event, policy: Policy
) -> Decision[Person]:
    """Take a finished check-in: the week is reviewed, the next one planned."""
    if person.client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    old = person.client.calendar
    coming = Calendar(
        next=calendar.following(old, today, person.settings, policy),
        last=today,
        health_asked=today if known.get("ask_health_change") is True else old.health_asked,
        planned=facts.whole(answers, "next_days"),
    )
    weighed = feeding.weighed(answers, person.client.training)
    training = feeding.counted(person.client.training)
    client = replace(person.client, calendar=coming, training=training)
    person = replace(person, client=client)
    week = facts.week(weighed, today, facts.whole(known, "planned"))
    said = Decision(state=person, effects=_said_of(answers, weighed))
    return then(said, lambda now: weeks.reviewed(now, week, event, policy))


def _said_of(answers: Answers, weighed: Answers) -> tuple[Effect, ...]:
    """Say where pain that a session told of counts, and not the answer."""
    pain = weighed.get("pain")
    if pain == answers.get("pain"):
        return ()
    return (Say(content=Content((T(WORSE.template, pain=str(pain)),))),)
