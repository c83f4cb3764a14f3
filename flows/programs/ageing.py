"""What grows of a person by itself: age, weeks of a pregnancy and after a birth, experience."""

from msgspec import Struct
from msgspec.structs import replace

from flows.phases.profile import Profile

FULL_TERM = 42
YEAR = 365


class Old(Struct, frozen=True, kw_only=True):
    """How many days ago each form was told."""

    welcome: int = 0
    intake: int = 0
    health: int = 0


def aged(who: Profile, old: Old) -> Profile:
    """Bring what grows with time up to date, each by the age of the form that told it.

    A fall counts for the year after it was told of.
    """
    weeks, birth, trained = old.health // 7, who.postpartum_weeks, who.experience_months
    week = who.pregnancy_week
    return replace(
        who,
        age=None if who.age is None else who.age + old.welcome // YEAR,
        pregnancy_week=None if week is None or week + weeks > FULL_TERM else week + weeks,
        postpartum_weeks=None if birth is None else birth + weeks,
        experience_months=None if trained is None else trained + old.intake // 30,
        fell_last_year=False if old.intake >= YEAR and who.fell_last_year else who.fell_last_year,
    )
