"""A break announced, and the way back: the step follows the gap."""

from datetime import date, timedelta

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Say, then
from flows.events import Event
from flows.person import Pause, Person
from flows.phases.policy import Policy
from flows.questions.answers import Answers
from flows.talk import calendar, dialogue, pinging, stairs, weeks
from flows.words import Button, Content, T

ON_BREAK = Content(
    (T("You are on a break. Tell me when you are back."),),
    ((Button(label=T("I am back"), data="m|back"),),),
)
WAITS_NO_MORE = T("On a break: whether they go up is looked at anew when they are back.")
NO_BREAK = Content((T("You are not on a break. /pause begins one."),))


def pause(person: Person, event: Event) -> Decision[Person]:
    """Ask why and until when; on a break already, offer to end it."""
    if person.client is None:
        return stairs.where(person)
    if person.client.calendar.pause is not None:
        return Decision(state=person, effects=(Say(content=ON_BREAK),))
    today = calendar.today(person, event.at)
    return dialogue.opened(person, "pause", event, {"today": today.isoformat()})


def paused(person: Person, answers: Answers, event: Event) -> Decision[Person]:
    """Begin a break: no check-ins and no nudges until its day."""
    if person.client is None:
        return Decision(state=person)
    until = date.fromisoformat(facts.word(answers, "until"))
    reason = facts.word(answers, "reason")
    off = Pause(reason=reason, since=calendar.today(person, event.at), until=until)
    resting = replace(person.client.calendar, pause=off)
    over = pinging.settled(person, person.client.pending, WAITS_NO_MORE)
    person = replace(person, client=replace(person.client, calendar=resting, pending=None))
    said = Content(
        (
            T(
                "A break until {day}. No check-ins and no nudges till then.",
                day=calendar.spoken(until),
            ),
        ),
        ON_BREAK.buttons,
    )
    quiet = dialogue.dropped(person, "checkin")
    return then(quiet, lambda now: Decision(state=now, effects=(Say(content=said), *over)))


def comeback(person: Person, event: Event) -> Decision[Person]:
    """Ask somebody who comes back how long it was, and whether they are well."""
    if person.client is None or person.client.calendar.pause is None:
        return Decision(state=person, effects=(Say(content=NO_BREAK),))
    return dialogue.opened(person, "comeback", event)


def came_back(person: Person, answers: Answers, event: Event, policy: Policy) -> Decision[Person]:
    """End a break: the step follows the gap, the check-ins go on."""
    if person.client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    old = person.client.calendar
    coming = replace(old, pause=None, missed=0, next=calendar.next_day(today, person.settings))
    person = replace(person, client=replace(person.client, calendar=coming))
    return weeks.reviewed(person, facts.comeback(answers, today), event, policy)


def returns(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Ask on the day a break was to end, and each week until it is told."""
    if person.client is None or person.client.calendar.pause is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    again = today + timedelta(days=policy.timing.return_days)
    later = replace(person.client.calendar.pause, until=again)
    resting = replace(person.client.calendar, pause=later)
    person = replace(person, client=replace(person.client, calendar=resting))
    return dialogue.opened(person, "comeback", event)
