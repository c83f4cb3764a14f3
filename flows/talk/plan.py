"""/plan: this week by days, the next weeks and the year ahead, and the sessions as a file."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Appointment, Dates, Decision, Say
from flows.person import CalendarFile, Client, Person
from flows.programs.book import Book
from flows.programs.plan import PlanWeek
from flows.programs.spread import Slot, slots, weekdays
from flows.programs.year import year
from flows.steps import Mode, Phase
from flows.talk import calendar, clearance_texts, known, plan_texts, retest_offer, stair_texts
from flows.talk.stair_texts import UNWELL, WHY
from flows.talk.stairs import NO_STEP
from flows.words import Button, Content, T, Text

DATES = Button(label=T("Calendar file"), data="m|dates")
CALENDAR_WEEKS = 8
WEEK = timedelta(days=7)
CAPTION = T(
    "Your sessions of the next {weeks} weeks. Open the file to put them into your calendar; a "
    "newer file changes them, so nothing stands there twice."
)
CALLED_OFF = T("Training: called off")


class _Plan(Struct, frozen=True, kw_only=True):
    """The year ahead of somebody who has a step."""

    weeks: tuple[PlanWeek, ...]
    sessions: tuple[tuple[Slot, ...], ...]


def shown(person: Person, at: datetime, book: Book) -> Decision[Person]:
    """Show the plan; without a step, what leads to one."""
    return Decision(state=person, effects=(Say(content=_content(person, at, book)),))


def _content(person: Person, at: datetime, book: Book) -> Content:
    client, today = person.client, calendar.today(person, at)
    if client is None:
        return NO_STEP
    if client.position.phase is None:
        return clearance_texts.pending(client, today, book.policy)
    plan = _plan(person, client, today, book)
    paragraphs = (
        *_break(client),
        *plan_texts.this_week(plan.weeks[0], plan.sessions[0], _behind(client), today),
        T("Next check-in: {day}.", day=calendar.spoken(plan.weeks[0].ends)),
        *plan_texts.next_weeks(plan.weeks),
        *plan_texts.months(plan.weeks),
        *plan_texts.holds(plan.weeks),
        stair_texts.route(client.placement.route, client.position.phase),
        plan_texts.IF_ALL_GOES_WELL,
        plan_texts.source(plan.weeks),
        *stair_texts.limits((client.verdict or client.placement).limits),
    )
    again = retest_offer.due(person, today, book.policy)
    return Content(paragraphs, (*again, (DATES, WHY), (UNWELL,)))


def _behind(client: Client) -> dict[date, Phase]:
    """Give the days with a session that was done, and its step."""
    return {one.on: one.phase for one in client.training.sessions if one.exercises}


def _break(client: Client) -> tuple[Text, ...]:
    if client.calendar.pause is None:
        return ()
    back = calendar.spoken(client.calendar.pause.until)
    return (T("You are on a break until {day}. The step after it follows the gap.", day=back),)


def _plan(person: Person, client: Client, today: date, book: Book) -> _Plan:
    lighter = client.verdict is not None and client.verdict.lighter_week
    position = known.current(person, client.position, today)
    weeks = _led(person, year(position, _ends(person, client, today), book, lighter=lighter), book)
    usual = position.profile.days_a_week or book.policy.timing.planned
    # How many sessions the first week has was told at the last check-in.
    first = usual if client.calendar.planned is None else client.calendar.planned
    counts = (first, *(usual for _ in weeks[1:]))
    return _Plan(
        weeks=weeks,
        sessions=tuple(
            _since(
                client.entered,
                slots(
                    week,
                    position.goal,
                    weekdays(person.settings.days, count, book.weekdays),
                    book.weeks,
                ),
            )
            for week, count in zip(weeks, counts, strict=True)
        ),
    )


def _since(entered: date, sessions: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Take the sessions from the day on that somebody came to their step."""
    return tuple(one for one in sessions if one.day >= entered)


def _led(person: Person, weeks: tuple[PlanWeek, ...], book: Book) -> tuple[PlanWeek, ...]:
    """Let a step up wait for the trainer where the mode has it so."""
    mode, first = known.mode(person), book.policy.approval.from_step
    if mode is Mode.AUTO:
        return tuple(replace(one, trainer=one.trainer and one.phase >= first) for one in weeks)
    if mode is Mode.MANUAL:
        climbs = (now.phase > last.phase for last, now in pairwise(weeks))
        return tuple(
            replace(one, trainer=up) for one, up in zip(weeks, (False, *climbs), strict=True)
        )
    return weeks


def _ends(person: Person, client: Client, today: date) -> date:
    """Find the check-in day that the first week of the plan ends with.

    Who begins has some days more until the first check-in: their first week is the rest of this.
    """
    if client.calendar.pause is None:
        coming = client.calendar.next
        return coming - WEEK if coming - today > WEEK else coming
    return calendar.next_day(client.calendar.pause.until, person.settings)


def dates(person: Person, at: datetime, book: Book) -> Decision[Person]:
    """Send the sessions of the next weeks as a calendar file; without a step, say what to do.

    A session is known by its day: in a newer file it changes, or is called off.
    """
    client, today = person.client, calendar.today(person, at)
    if client is None or client.position.phase is None:
        return shown(person, at, book)
    sessions = _plan(person, client, today, book).sessions[:CALENDAR_WEEKS]
    coming = tuple(one for week in sessions for one in week if one.day >= today)
    old = client.dates or CalendarFile(number=-1, days=())
    new = CalendarFile(number=old.number + 1, days=tuple(one.day for one in coming))
    gone = [day for day in old.days if day >= today and day not in new.days]
    sent = Dates(
        caption=T(CAPTION.template, weeks=CALENDAR_WEEKS),
        number=new.number,
        made=at,
        appointments=(
            *(_appointment(person, one.day, plan_texts.title(one.phase)) for one in coming),
            *(replace(_appointment(person, day, CALLED_OFF), off=True) for day in gone),
        ),
    )
    person = replace(person, client=replace(client, dates=new))
    return Decision(state=person, effects=(sent,))


def _appointment(person: Person, day: date, title: Text) -> Appointment:
    mine = mint(str(person.id), "calendar", 16)
    return Appointment(
        uid=f"{day.isoformat()}.{mine}@stairwise",
        title=title,
        day=day,
        time=time(person.settings.train_hour),
        zone=person.settings.zone,
        minutes=person.settings.minutes,
    )
