"""A reminder that comes again: at each of its days it begins a new one, wherever members live."""

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.effects import Decision, Effect, Survey, Tell
from flows.news import Surveyed
from flows.people import broadcast_id, gym_id
from flows.phases.office import Reminders
from flows.reach import CastAct, Order, When
from flows.reminded import ReminderDrafted
from flows.talk.casts import library, saying
from flows.talk.casts.copies import on
from flows.talk.casts.moments import following
from flows.words import T, Text

ON = T("Switched on: {whom}, {when}. You hear of each round that reached somebody.")
OFF = T("Switched off: {whom}. What is on its way still arrives.")


def begun(cast: Broadcast) -> Decision[Broadcast]:
    """Wait for the first of its days."""
    cast = replace(cast, stage=Stage.STANDING)
    stop = saying.button(cast, T("Switch it off"), CastAct.STOP)
    shown = saying.notice(cast, _said(ON, cast.order), buttons=((stop,),))
    return Decision(state=cast, effects=(shown,))


def due(cast: Broadcast, when: When) -> Decision[Broadcast]:
    """See first whether the gym is still there."""
    survey = Survey(gym=gym_id(cast.order.gym), view=when.day.isoformat())
    return Decision(state=cast, effects=(survey,))


def round_of(
    cast: Broadcast, seen: Surveyed, at: datetime, limits: Reminders
) -> Decision[Broadcast]:
    """Begin a round, and wait for the next day; in a gym without members it is over.

    But for those of a step: they wait for members until the gym switches them off. A look at the
    roster that was asked for something else, as for a preview, begins none.
    """
    when = cast.order.when
    if when is None or seen.view != when.day.isoformat():
        return Decision(state=cast)
    if not (seen.members or cast.order.phase):
        return stopped(cast, at)
    later = replace(cast, order=replace(cast.order, when=_after(when, at.date())))
    return Decision(state=later, effects=_rounds(cast, when, at, limits))


def _rounds(cast: Broadcast, when: When, at: datetime, limits: Reminders) -> tuple[Effect, ...]:
    """Begin what goes out on a day, unless it is over wherever members may live."""
    if at.date() > when.day + timedelta(days=1):
        return ()
    once = replace(when, every=None)
    orders = enumerate(library.orders(cast.order, limits))
    return tuple(_round(f"{cast.code}-{place}", order, once) for place, order in orders)


def _round(code: str, order: Order, when: When) -> Effect:
    news = ReminderDrafted(
        gym=order.gym,
        gym_name=order.gym_name,
        owner=order.owner or 0,
        segment=order.segment,
        text=order.text,
        topic=order.topic,
        photo=order.photo,
        when=when,
        go=True,
        phase=order.phase,
    )
    return Tell(to=broadcast_id(f"{code}-{when.day:%y%m%d}"), news=news)


def _after(when: When, today: date) -> When:
    """Find the next of its days that is still to come; what was missed is not made up for."""
    coming = following(when)
    while coming.day <= today:
        coming = following(coming)
    return coming


def stopped(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    """Switch it off."""
    cast = replace(on(cast, ended=at), stage=Stage.DROPPED)
    return Decision(state=cast, effects=(saying.notice(cast, _said(OFF, cast.order)),))


def _said(text: Text, order: Order) -> Text:
    return T(text.template, whom=saying.whom(order), when=saying.time(order.when))
