"""The hours a desk keeps: its trainer looks at them and changes them, and what waits follows."""

from typing import assert_never

from msgspec.structs import replace

from flows import facts
from flows.desk import Desk, Lying, hours_of
from flows.deskwork import DeskAsked, HoursAsked, HoursShown, HoursTold
from flows.effects import Answer, Decision, Effect, Say, Tell
from flows.events import Tapped, Told
from flows.hours import EVERY_DAY, Hours, digest_day, opening
from flows.news import AnyNews
from flows.people import Act, desk_id, person_id
from flows.person import Person, allowed
from flows.questions import answers
from flows.questions.days import WEEKDAYS
from flows.talk import dialogue
from flows.talk.desks import overview
from flows.talk.desks.entries import Moment
from flows.talk.training.coaching import NOT_A_TRAINER
from flows.words import Content, T

OLD = T("That button is from another time. /desk shows what lies on your desk.")
SAVED = T("Saved. Urgent pings still ring at any hour.")


def has_desk(person: Person) -> bool:
    """Say whether somebody has a desk: they train, or stand in for those who do."""
    acts = (Act.ANSWER_PINGS, Act.STAND_IN)
    return any(allowed(person, act) is not None for act in acts)


def asked(person: Person) -> Decision[Person]:
    """Ask the desk what lies on it."""
    return _to_desk(person, DeskAsked())


def tapped(person: Person, event: Tapped, rest: list[str]) -> Decision[Person]:
    """Do what a button about the desk itself says."""
    if rest != ["hours"]:
        old = Answer(query=event.query, text=OLD, alert=True)
        return Decision(state=person, effects=(old,))
    return _to_desk(person, HoursAsked())


def _to_desk(person: Person, news: AnyNews) -> Decision[Person]:
    effect: Effect = Say(content=NOT_A_TRAINER)
    if has_desk(person):
        effect = Tell(to=desk_id(person.id), news=news)
    return Decision(state=person, effects=(effect,))


def shown(person: Person, news: HoursShown, event: Told) -> Decision[Person]:
    """Open the form of the hours with those that the desk keeps."""
    hours = news.hours
    every = set(hours.days) == set(EVERY_DAY)
    prefilled: dict[str, answers.Answer] = {
        "zone": hours.zone,
        "days": () if every else tuple(WEEKDAYS[day].key for day in hours.days),
        "start": hours.start,
        "end": hours.end,
        "digest": hours.digest,
    }
    return dialogue.filled_in(person, "desk", event, dialogue.Given(prefilled=prefilled))


def told(person: Person, given: answers.Answers) -> Decision[Person]:
    """Pass new hours on to the desk."""
    ticked = facts.ticked(given, "days")
    days = tuple(day for day, one in enumerate(WEEKDAYS) if one.key in ticked)
    hours = Hours(
        zone=facts.word(given, "zone"),
        days=days or EVERY_DAY,
        start=facts.whole(given, "start") or 0,
        end=facts.whole(given, "end") or 0,
        digest=facts.whole(given, "digest") or 0,
    )
    return _to_desk(person, HoursTold(hours=hours))


def turn(desk: Desk, news: DeskAsked | HoursAsked | HoursTold, moment: Moment) -> Decision[Desk]:
    """Show a desk or its hours to its trainer, or keep new hours."""
    match news:
        case DeskAsked():
            return overview.listed(desk, overview.card(desk))
        case HoursAsked():
            hours = HoursShown(hours=hours_of(desk, moment.rule))
            effect = Tell(to=person_id(desk.trainer), news=hours)
            return Decision(state=desk, effects=(effect,))
        case HoursTold():
            return _kept(desk, news.hours, moment)
        case _:
            assert_never(news)


def _kept(desk: Desk, hours: Hours, moment: Moment) -> Decision[Desk]:
    """Keep new hours; what has not been told yet waits by them."""
    pings = tuple(_waits(one, hours, moment) for one in desk.pings)
    desk = replace(desk, hours=hours, digest=digest_day(hours, moment.at), pings=pings)
    said = Say(content=Content((SAVED, overview.said(hours))))
    return Decision(state=desk, effects=(said,))


def _waits(lying: Lying, hours: Hours, moment: Moment) -> Lying:
    if lying.due is None or lying.seen:
        return lying
    return replace(lying, due=opening(hours, moment.at))
