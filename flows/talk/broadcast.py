"""What a reminder to many does about its news; anything out of turn changes nothing."""

from typing import assert_never

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.effects import Decision, Survey
from flows.events import Event, TimerDue, Told
from flows.news import Surveyed
from flows.people import gym_id
from flows.phases.office import Reminders
from flows.reach import Order
from flows.reminded import (
    Delivered,
    PhaseOff,
    PhaseOn,
    Picked,
    ReminderActed,
    ReminderDrafted,
    ReminderNarrowed,
    ReminderPictured,
    ReminderTimed,
)
from flows.talk.casts import acts, course, heirs, library, offer, standing

ZONE = "zone:"


def turn(cast: Broadcast, event: Event, limits: Reminders) -> Decision[Broadcast]:
    """Decide what a reminder does about an event."""
    if isinstance(event, Told):
        return _told(cast, event, limits)
    return _due(cast, event) if isinstance(event, TimerDue) else Decision(state=cast)


def _told(cast: Broadcast, event: Told, limits: Reminders) -> Decision[Broadcast]:
    match event.news:
        case ReminderDrafted() as news if cast.order.owner is None:
            return offer.drafted(cast, news, event.at)
        case ReminderNarrowed() | ReminderTimed() | ReminderPictured() as news:
            return _changed(cast, news)
        case Surveyed() as news if cast.order.owner is not None:
            return _surveyed(cast, news, event, limits)
        case ReminderActed() as news:
            return acts.acted(cast, news, event.at, limits)
        case Picked() as news:
            return course.picked(cast, news.recipients, event.at)
        case Delivered() as news:
            return course.delivered(cast, news.member, news.result, event.at)
        case PhaseOn() | PhaseOff() as news:
            return library.phased(cast, news, event.at, limits)
        case _:
            return Decision(state=cast)


def _changed(
    cast: Broadcast, news: ReminderNarrowed | ReminderTimed | ReminderPictured
) -> Decision[Broadcast]:
    if cast.stage is not Stage.OFFERED or news.by != cast.order.owner:
        return Decision(state=cast)
    return offer.counted(replace(cast, order=_ordered(cast.order, news)))


def _ordered(order: Order, news: ReminderNarrowed | ReminderTimed | ReminderPictured) -> Order:
    match news:
        case ReminderNarrowed(segment=segment):
            return replace(order, segment=replace(segment, steps=order.segment.steps))
        case ReminderTimed(when=when):
            return replace(order, when=when)
        case ReminderPictured(photo=photo):
            return replace(order, photo=photo)
        case _:
            assert_never(news)


def _surveyed(
    cast: Broadcast, seen: Surveyed, event: Told, limits: Reminders
) -> Decision[Broadcast]:
    owned = heirs.owned(cast, seen.heads)
    if owned is None:
        return heirs.ended(cast, seen.heads, event.at)
    if seen.view.startswith(ZONE):
        return course.hour_came(owned, seen.view.removeprefix(ZONE), event.at)
    return _goes_on(owned, seen, event, limits)


def _goes_on(
    cast: Broadcast, seen: Surveyed, event: Told, limits: Reminders
) -> Decision[Broadcast]:
    match cast.stage:
        case Stage.DRAFT | Stage.OFFERED:
            return offer.offered(cast, seen.members, event.at, limits)
        case Stage.CONFIRMED:
            return offer.agreed(cast, seen.members, event.at, limits)
        case Stage.STANDING:
            return standing.round_of(cast, seen, event.at, limits)
        case Stage.DONE:
            return course.named(cast, seen.members)
        case _:
            return Decision(state=cast)


def _due(cast: Broadcast, event: TimerDue) -> Decision[Broadcast]:
    match event.name, cast.stage:
        case "overdue", Stage.SENDING | Stage.PAUSED | Stage.RECALLING:
            return course.overdue(cast, event.at)
        case "round", Stage.STANDING if cast.order.when is not None:
            return standing.due(cast, cast.order.when)
        case "over", _:
            return Decision(state=cast, wipe=True)
        case _ if event.name.removeprefix(ZONE) in cast.course.zones:
            return _asked(cast, event.name)
        case _:
            return Decision(state=cast)


def _asked(cast: Broadcast, view: str) -> Decision[Broadcast]:
    """See first whether its owner still runs the gym."""
    survey = Survey(gym=gym_id(cast.order.gym), view=view)
    return Decision(state=cast, effects=(survey,))
