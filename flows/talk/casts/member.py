"""A reminder at a member's: whether they get it is decided for each, when it is their turn."""

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from flows.effects import Decision, Effect, Mail, Recall, Tell
from flows.events import Told
from flows.people import Role
from flows.person import Mailing, Person
from flows.phases.office import Reminders
from flows.reach import Result, needs_step, week_of
from flows.reminded import Delivered, Recalled, Reminded
from flows.talk import calendar
from flows.talk.casts import topics, wording
from flows.words import Content


def reminded(person: Person, news: Reminded, event: Told, limits: Reminders) -> Decision[Person]:
    """Send it, unless something speaks against it today; the reminder hears which."""
    mails = _kept(person, news.broadcast, event.at, limits)
    against = _against(person, news, event.at, limits) or _enough(mails, event.at, limits)
    if against is not None:
        return Decision(state=person, effects=(_heard(person, news, against),))
    taken = {one.place for one in mails}
    place = next(number for number in count() if number not in taken)
    new = Mailing(broadcast=news.broadcast, at=event.at, place=place)
    mail = Mail(content=_content(person, news, event.at), receipt=news.broadcast, slot=slot(new))
    return Decision(state=replace(person, mails=(*mails, new)), effects=(mail,))


def slot(mailing: Mailing) -> str:
    """Name the slot that knows a reminder's message."""
    return f"mail:{mailing.place}"


def _kept(person: Person, broadcast: str, at: datetime, limits: Reminders) -> tuple[Mailing, ...]:
    """Keep what counts for the cap or can be deleted; one that is sent again is kept once."""
    spans = timedelta(days=limits.days), timedelta(hours=limits.delete_hours)
    since = at - max(spans)
    return tuple(one for one in person.mails if one.at > since and one.broadcast != broadcast)


def _against(person: Person, news: Reminded, at: datetime, limits: Reminders) -> Result | None:
    if all(one.gym != news.gym or one.role is not Role.CLIENT for one in person.links):
        return Result.LEFT
    if topics.muted(person, news.topic):
        return Result.OFF
    if not person.reachable:
        return Result.BLOCKED
    if needs_step(news.text) and not _stands(person):
        return Result.NO_STEP
    return Result.QUIET if quiet(_hour(person, at), limits) else None


def _stands(person: Person) -> bool:
    return person.client is not None and person.client.position.phase is not None


def _enough(mails: tuple[Mailing, ...], at: datetime, limits: Reminders) -> Result | None:
    since = at - timedelta(days=limits.days)
    return Result.CAP if sum(one.at > since for one in mails) >= limits.most else None


def _hour(person: Person, at: datetime) -> int:
    return at.astimezone(ZoneInfo(person.settings.zone)).hour


def quiet(hour: int, limits: Reminders) -> bool:
    """Say whether an hour of the day is one of those in which nobody is reminded."""
    if limits.quiet_from <= limits.quiet_until:
        return limits.quiet_from <= hour < limits.quiet_until
    return hour >= limits.quiet_from or hour < limits.quiet_until


def _content(person: Person, news: Reminded, at: datetime) -> Content:
    client = person.client
    step, week = 0, 0
    if client is not None and client.position.phase is not None:
        step = int(client.position.phase)
        week = week_of(client.entered, calendar.today(person, at))
    text = wording.filled(news.text, name=person.name, step=step, week=week)
    body, way_out = wording.body(news.gym_name, text), topics.way_out(news.topic)
    return Content(body, (way_out,), photo=news.photo)


def recalled(person: Person, news: Recalled) -> Decision[Person]:
    """Delete it from the chat, if it is still known which message it was."""
    mine = next((one for one in person.mails if one.broadcast == news.broadcast), None)
    if mine is None:
        return Decision(state=person, effects=(_heard(person, news, Result.KEPT),))
    gone = Recall(slot=slot(mine), receipt=news.broadcast)
    return Decision(state=person, effects=(gone,))


def _heard(person: Person, news: Reminded | Recalled, result: Result) -> Effect:
    return Tell(to=news.broadcast, news=Delivered(member=person.id, result=result))
