"""The times of a reminder by the clocks where members are: which have passed, and the next one."""

from calendar import monthrange
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from flows.reach import WEEK, Every, Order, When, chosen
from flows.ties import Member


def following(when: When) -> When:
    """Find the time after this one; of one that does not come again the same hour a day later."""
    if when.every is Every.MONTH:
        return _next_month(when)
    days = WEEK if when.every is Every.WEEK else 1
    return replace(when, day=when.day + timedelta(days=days))


def _next_month(when: When) -> When:
    first = (when.day.replace(day=1) + timedelta(days=31)).replace(day=1)
    longest = monthrange(first.year, first.month)[1]
    day = first.replace(day=min(when.of_month, longest))
    return replace(when, day=day, dated=when.of_month)


def coming(order: Order, members: tuple[Member, ...], at: datetime) -> When | None:
    """Find its first time that has passed nowhere: where it is for nobody yet, by all members."""
    when = order.when
    people = chosen(members, order, at) or members
    zones = {one.zone or "UTC" for one in people} or {"UTC"}
    while when is not None and any(_passed(when, zone, at) for zone in zones):
        when = following(when)
    return when


def _passed(when: When, zone: str, at: datetime) -> bool:
    return datetime.combine(when.day, time(when.hour), ZoneInfo(zone)) < at
