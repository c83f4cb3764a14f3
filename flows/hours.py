"""When a trainer works: days and hours of the clocks where they are; past midnight, if so."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

DAY = 24
WEEK = 7
EVERY_DAY = tuple(range(WEEK))


class Hours(Struct, frozen=True, kw_only=True):
    """Working days (0 is Monday), the hours they begin and end, and the hour of the digest.

    A day that ends before it begins goes on past midnight; one that ends as it begins lasts
    24 hours.
    """

    zone: str
    days: tuple[int, ...]
    start: int
    end: int
    digest: int


def working(hours: Hours, at: datetime) -> bool:
    """Say whether a moment is in working hours."""
    into = _wall(hours, at) - timedelta(hours=hours.start)
    long = (hours.end - hours.start) % DAY or DAY
    return into.weekday() in hours.days and into.hour < long


def opening(hours: Hours, at: datetime) -> date:
    """Find the working day that begins next after a moment."""
    return _next(hours, at, hours.start)


def digest_day(hours: Hours, at: datetime) -> date:
    """Find the working day whose hour of the digest comes next after a moment."""
    return _next(hours, at, hours.digest)


def tomorrow(hours: Hours, at: datetime) -> date:
    """Find the first working day after the day of a moment."""
    return _next(hours, at, 0)


def today(hours: Hours, at: datetime) -> date:
    """Say which day a moment is where the trainer is."""
    return _wall(hours, at).date()


def _wall(hours: Hours, at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(hours.zone)).replace(tzinfo=None)


def _next(hours: Hours, at: datetime, hour: int) -> date:
    now = _wall(hours, at)
    first = now.date() + timedelta(days=now.hour >= hour)
    days = (first + timedelta(days=more) for more in range(WEEK))
    return next(day for day in days if day.weekday() in hours.days)
