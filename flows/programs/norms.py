"""Which band a result falls in, by sex and age; only for tests that are done the same way."""

from msgspec import Struct

from flows.phases.profile import Profile, Sex
from flows.programs.table import Row, read

COLUMNS = ("test", "sex", "from_age", "band", "from_value", "source", "confidence")
BANDS = (
    "very_poor",
    "poor",
    "below_average",
    "average",
    "above_average",
    "good",
    "excellent",
)
"""From the worst to the best."""


class Norm(Struct, frozen=True, kw_only=True):
    """One row: from which value on a result is in a band, for a sex from an age on."""

    test: str
    sex: Sex
    from_age: int
    band: str
    from_value: float
    source: str


Norms = tuple[Norm, ...]


def parse(text: str) -> Norms:
    """Read norms.csv; raises TableError, which names the fault."""
    return read(text, COLUMNS, _norm)


def _norm(row: Row) -> Norm:
    return Norm(
        test=row["test"],
        sex=Sex(row["sex"]),
        from_age=int(row["from_age"]),
        band=BANDS[BANDS.index(row["band"])],
        from_value=float(row["from_value"]),
        source=row["source"],
    )


def norm(test: str, value: float, profile: Profile, norms: Norms) -> Norm | None:
    """Find the row of a result; None below the ages of the table and where the age is unknown.

    The bands leave gaps, so each reaches up to where the next begins; the lowest value has no
    floor. Where the sex is unknown, the worse of both counts.
    """
    if profile.age is None:
        return None
    sexes = (profile.sex,) if profile.sex else tuple(Sex)
    rows = [one for sex in sexes if (one := _row(test, value, profile.age, sex, norms))]
    return min(rows, key=lambda one: BANDS.index(one.band), default=None)


def _row(test: str, value: float, age: int, sex: Sex | None, norms: Norms) -> Norm | None:
    mine = [one for one in norms if (one.test, one.sex) == (test, sex) and one.from_age <= age]
    oldest = max((one.from_age for one in mine), default=0)
    table = sorted((one for one in mine if one.from_age == oldest), key=lambda x: x.from_value)
    under = [one for one in table if one.from_value <= value] or table[:1]
    return under[-1] if under else None
