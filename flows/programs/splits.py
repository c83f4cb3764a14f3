"""Which parts of the body a day trains: the whole, or its share of a week."""

from enum import StrEnum

from msgspec import Struct

from flows.programs.kinds import Part
from flows.programs.table import Row, TableError, read, several, split
from flows.steps import Phase

COLUMNS = ("who", "phases", "days", "place", "parts", "source", "confidence")


class Whom(StrEnum):
    """For anybody, or for those who have trained for the policy's months."""

    ANY = "any"
    TRAINED = "trained"


Key = tuple[Whom, Phase, int, int]


class Splits(Struct, frozen=True, kw_only=True):
    """The parts by whom, phase, days a week and the place of the day (from 0)."""

    parts: dict[Key, tuple[Part, ...]]
    least: int
    most: int

    def of(self, whom: Whom, phase: Phase, days: int, place: int) -> tuple[Part, ...]:
        """Give the parts of a day; more days than the table has are like its most."""
        days = min(max(days, self.least), self.most)
        anybody = self.parts[Whom.ANY, phase, days, place % days]
        return self.parts.get((whom, phase, days, place % days), anybody)


def parse(text: str) -> Splits:
    """Read splits.csv; raises TableError, which names what is wrong."""
    parts = {key: row for keys, row in read(text, COLUMNS, _row) for key in keys}
    days = {days for _, _, days, _ in parts}
    for count in days:
        for phase in Phase:
            if any((Whom.ANY, phase, count, place) not in parts for place in range(count)):
                raise TableError(f"phase {phase}, {count} days: a day is missing")
    return Splits(parts=parts, least=min(days), most=max(days))


def _row(row: Row) -> tuple[tuple[Key, ...], tuple[Part, ...]]:
    whom, days, place = Whom(row["who"]), int(row["days"]), int(row["place"])
    phases = split(row["phases"], ";")
    return tuple((whom, Phase(int(one)), days, place) for one in phases), several(
        row["parts"], Part
    )
