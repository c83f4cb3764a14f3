"""/today: the session of the day, or kindly what stands in its way and what may be done."""

from datetime import date, timedelta

from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Close, Decision, Repost, Say
from flows.events import Event
from flows.person import Client, Person
from flows.programs.book import Book
from flows.programs.builder import build
from flows.programs.need import Need
from flows.programs.session import Refusal, Session
from flows.programs.spread import weekdays
from flows.talk import breaks, calendar, known, placing, stairs, unwell
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.talk.training.needs import need, planned, this_week
from flows.talk.training.scene import Scene, now, scene, shown
from flows.talk.training.swapping import replayed
from flows.talk.training.view import CHANGED, content
from flows.words import Button, Content, T
from flows.workouts.training import Workout

NEXT = Button(label=T("Show me the next session"), data="m|session")
REST_DAY = T(
    "Today is a rest day: muscles and tendons grow now. A walk, easy stretching or an early night "
    "are all welcome. Your next session is on {day}."
)
WEEK_DONE = T(
    "This week's sessions are all done ({sessions}). Rest is part of the plan; a walk or easy "
    "stretching are welcome."
)
NONE_PLANNED = T(
    "No sessions are planned this week. A walk or easy stretching are welcome, and the next "
    "session is there if you want it."
)
TRAINED = T("You have trained today: well done. The next session is better after a night's sleep.")


def today(person: Person, event: Event, book: Book) -> Decision[Person]:
    """Show the session of today, or go on with the one under way."""
    client = person.client
    if client is None:
        return stairs.where(person)
    unwell_now = unwell.before_training(person, event)
    if unwell_now is not None:
        return unwell_now
    running = scene(person, event, book)
    if running is not None and running.workout.begun is not None:
        return _resumed(running)
    if client.calendar.pause is not None:
        return Decision(state=person, effects=(Say(content=breaks.ON_BREAK),))
    if client.position.phase is None:
        return placing.reminded(person, client, event, book.policy)
    free = _free(person, client, calendar.today(person, event.at), book)
    if free is not None:
        return Decision(state=person, effects=(Say(content=free),))
    return ahead(person, event, book)


def _resumed(one: Scene) -> Decision[Person]:
    one = shown(now(one, replace(one.workout, left=False, view="")))
    return Decision(state=one.person, effects=(Repost(slot=one.slot, content=content(one)),))


def _free(person: Person, client: Client, day: date, book: Book) -> Content | None:
    """Say why there is no session today; None where there is one."""
    buttons = ((NEXT,), (PLAN, UNWELL))
    if any(one.on == day and one.exercises for one in client.training.sessions):
        return Content((TRAINED,), buttons)
    count = planned(client, known.current(person, client.position, day), book)
    if not count:
        return Content((NONE_PLANNED,), buttons)
    if len(this_week(client)) >= count:
        return Content((T(WEEK_DONE.template, sessions=count),), buttons)
    days = weekdays(person.settings.days, count, book.weekdays)
    if day.weekday() in days:
        return None
    coming = next(day + timedelta(days=n) for n in range(1, 8) if _is_on(day, n, days))
    said = T(REST_DAY.template, day=calendar.spoken(coming))
    return Content((said,), buttons)


def _is_on(day: date, later: int, days: tuple[int, ...]) -> bool:
    return (day + timedelta(days=later)).weekday() in days


def ahead(person: Person, event: Event, book: Book) -> Decision[Person]:
    """Show the next session, whatever day it is."""
    client = person.client
    day = calendar.today(person, event.at)
    wanted = need(person, client, day, book) if client else None
    if client is None or wanted is None or client.calendar.pause is not None:
        return today(person, event, book)
    running = scene(person, event, book)
    if running is not None and running.workout.begun is not None:
        return _resumed(running)
    old = running.workout if running and running.workout.on == day else None
    minutes = (old.minutes if old else None) or wanted.minutes
    built = build(replace(wanted, minutes=minutes), book)
    gone = () if running is None else (Close(slot=running.slot),)
    opened = _opened(person, client, event, book, (wanted, built, old))
    return replace(opened, effects=(*gone, *opened.effects))


def _opened(
    person: Person,
    client: Client,
    event: Event,
    book: Book,
    made: tuple[Need, Session | Refusal, Workout | None],
) -> Decision[Person]:
    """Show a session as a card; what was chosen on an older card of the day holds on."""
    wanted, built, old = made
    if isinstance(built, Refusal):
        person = replace(person, client=_without(client))
        refused = Say(content=Content((built.text,), ((WHY, UNWELL),)))
        return Decision(state=person, effects=(refused,))
    workout = Workout(
        code=mint(event.salt, "workout", 6),
        session=built,
        on=calendar.today(person, event.at),
        shown=event.at,
        until=event.at,
        minutes=old.minutes if old else None,
        swaps=old.swaps if old else (),
        light=wanted.lighter,
    )
    one = Scene(person=person, client=client, workout=workout, event=event, book=book)
    one = shown(replayed(now(one, workout)))
    problem = None if one.workout.swaps == workout.swaps else CHANGED
    said = Repost(slot=one.slot, content=content(one, problem))
    return Decision(state=one.person, effects=(said,))


def _without(client: Client) -> Client:
    return replace(client, training=replace(client.training, workout=None))
