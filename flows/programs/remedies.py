"""What to roll, stretch and wake up: by the faults of the movement check, else by the day."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from msgspec import Struct

from flows.phases.profile import Fault, Movement
from flows.programs.kinds import Muscle, Part
from flows.programs.table import Row, TableError, read, several
from flows.words import T, Text

COLUMNS = ("checkpoint", "roll", "stretch", "activate", "source", "confidence")
DAILY = ("part", "muscles", "source", "confidence")
FAULTS: dict[str, Text] = {
    "feet": T("feet that turn out"),
    "knees": T("knees that fall in"),
    "low_back": T("a lower back that arches"),
    "lean": T("a trunk that leans far forward"),
    "arms": T("arms that fall forward"),
}
OFF = {Fault.SLIGHT, Fault.MAJOR}


class Remedy(Struct, frozen=True, kw_only=True):
    """The muscles that a fault finds too tight, to roll and to stretch, and too sleepy."""

    roll: tuple[Muscle, ...] = ()
    stretch: tuple[Muscle, ...] = ()
    activate: tuple[Muscle, ...] = ()


def parse(text: str) -> dict[str, Remedy]:
    """Read remedies.csv, by checkpoint; raises TableError, which names what is wrong."""
    found = dict(read(text, COLUMNS, _row))
    if set(found) != set(FAULTS):
        raise TableError(f"the checkpoints have to be {', '.join(FAULTS)}")
    return found


def parse_daily(text: str) -> dict[Part, tuple[Muscle, ...]]:
    """Read muscles.csv: what the parts of a day want rolled and stretched; raises TableError."""
    found = dict(read(text, DAILY, _daily))
    if len(found) < len(Part):
        raise TableError("every part has to have its row")
    return found


def _row(row: Row) -> tuple[str, Remedy]:
    return row["checkpoint"], Remedy(
        roll=several(row["roll"], Muscle),
        stretch=several(row["stretch"], Muscle),
        activate=several(row["activate"], Muscle),
    )


def _daily(row: Row) -> tuple[Part, tuple[Muscle, ...]]:
    return Part(row["part"]), several(row["muscles"], Muscle)


def faults(movement: Movement | None) -> tuple[str, ...]:
    """Name the checkpoints that were off, the major ones first."""
    marks: dict[str, Fault | None] = {name: getattr(movement, name, None) for name in FAULTS}
    off = [name for name, fault in marks.items() if fault in OFF]
    return tuple(sorted(off, key=lambda name: marks[name] is not Fault.MAJOR))


def remedy(movement: Movement | None, remedies: dict[str, Remedy]) -> Remedy:
    """Join the remedies of all faults, in turn: each fault's first muscle before any second."""
    found = [remedies[name] for name in faults(movement)]
    return Remedy(
        roll=in_turn(one.roll for one in found),
        stretch=in_turn(one.stretch for one in found),
        activate=in_turn(one.activate for one in found),
    )


def in_turn(lists: Iterable[tuple[Muscle, ...]]) -> tuple[Muscle, ...]:
    """Take the first of each list, then the second of each, each muscle once."""
    return tuple(dict.fromkeys(_dealt(lists)))


def _dealt(lists: Iterable[tuple[Muscle, ...]]) -> Iterator[Muscle]:
    for round_ in zip_longest(*lists):
        yield from (muscle for muscle in round_ if muscle is not None)
