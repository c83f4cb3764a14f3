"""Thresholds of the work of trainers and gyms; their values are in policy.toml as well."""

from msgspec import Struct


class Reminders(Struct, frozen=True, kw_only=True):
    """Reminders to many: how many in how many days, hours of the day, hours and days they last.

    Phase reminders come at `hour`, the second one of a step in its `week`.
    """

    most: int
    days: int
    quiet_from: int
    quiet_until: int
    hour: int
    week: int
    delete_hours: int
    kept_days: int


class GymView(Struct, frozen=True, kw_only=True):
    """Of how many members a gym sees numbers, and how many days they look back."""

    small: int
    days: int


class Desks(Struct, frozen=True, kw_only=True):
    """A trainer's desk: hours of the day until they tell theirs, minutes, how often it rings."""

    first_hour: int
    last_hour: int
    digest_hour: int
    again_minutes: int
    tellings: int


class Attention(Struct, frozen=True, kw_only=True):
    """What a trainer should look at: days, points of effort (0 to 10), sleep (1 to 7) and pain."""

    idle_days: int
    long_idle_days: int
    effort_rise: int
    sleep_drop: int
    pain: int
    waiting_days: int


class Coaching(Struct, frozen=True, kw_only=True):
    """A trainer's hand in a client's conversation, in hours."""

    stuck_hours: int
