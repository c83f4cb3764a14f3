"""A finished session as the history keeps it: one record, each set a short line.

The lines are for decades: an exercise is named by its id in the library, or as an import named it.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from flows.effects import Fact, Record
from flows.programs.log import Done
from flows.steps import Phase

WHAT = "session"
EFFORT = "session effort"
_SIGN = "|"
F = TypeVar("F", int, float)


class Put(Struct, frozen=True, kw_only=True):
    """One set that was done, and of which exercise."""

    exercise: str
    done: Done


class Kept(Struct, frozen=True, kw_only=True):
    """A finished session. `key` is its own and never changes; None is not known.

    `source` is "stairwise", or the app that a history was brought along from. `effort` 0 to 10.
    """

    on: date
    key: str
    sets: tuple[Put, ...]
    phase: Phase | None = None
    source: str = "stairwise"
    effort: int | None = None
    minutes: int | None = None


class Line(Struct, frozen=True, kw_only=True):
    """One set with the session it belongs to; `number` counts the sets of its exercise from 1."""

    session: Kept
    number: int
    put: Put


def record(kept: Kept, at: datetime, policy: str) -> Record:
    """Write a session down; `at` is when it was finished or taken over."""
    facts: dict[str, Fact] = {
        "on": kept.on.isoformat(),
        "phase": None if kept.phase is None else int(kept.phase),
        "source": kept.source,
        "key": kept.key,
        "effort": kept.effort,
        "minutes": kept.minutes,
        "sets": tuple(_written(line) for line in lines((kept,))),
    }
    return Record(what=WHAT, at=at, policy=policy, facts=tuple(facts.items()))


def read(written: Record) -> Kept | None:
    """Read a record back; None for one of something else."""
    if written.what != WHAT:
        return None
    facts = dict(written.facts)
    phase, sets = _whole(facts["phase"]), facts["sets"]
    return Kept(
        on=date.fromisoformat(str(facts["on"])),
        key=str(facts["key"]),
        phase=None if phase is None else Phase(phase),
        source=str(facts["source"]),
        effort=_whole(facts["effort"]),
        minutes=_whole(facts["minutes"]),
        sets=tuple(_put(line) for line in sets) if isinstance(sets, tuple) else (),
    )


def felt(key: str, effort: int | None, at: datetime, policy: str) -> Record:
    """Write down how hard a session was, told after it was finished; `key` is the session's."""
    facts: tuple[tuple[str, Fact], ...] = (("key", key), ("effort", effort))
    return Record(what=EFFORT, at=at, policy=policy, facts=facts)


def with_efforts(written: tuple[Record, ...]) -> Iterator[Kept]:
    """Read the sessions of a history, each with its effort where that was told afterwards."""
    told = [dict(one.facts) for one in written if one.what == EFFORT]
    efforts = {str(one.get("key")): _whole(one.get("effort")) for one in told}
    for kept in filter(None, map(read, written)):
        yield replace(kept, effort=efforts.get(kept.key, kept.effort))


def lines(sessions: tuple[Kept, ...]) -> Iterator[Line]:
    """Give every set, with its number within its exercise, in the order they were done."""
    for session in sessions:
        counted: dict[str, int] = {}
        for put in session.sets:
            number = counted[put.exercise] = counted.get(put.exercise, 0) + 1
            yield Line(session=session, number=number, put=put)


def _written(line: Line) -> str:
    done = line.put.done
    name = line.put.exercise.replace(_SIGN, "/")
    kg = None if done.kg is None else f"{done.kg:g}"
    cells = (name, line.number, kg, done.reps, done.seconds, done.left)
    return _SIGN.join("" if cell is None else str(cell) for cell in cells)


def _put(line: str) -> Put:
    name, _, kg, reps, seconds, left = line.split(_SIGN)
    done = Done(
        kg=_number(kg, float),
        reps=_number(reps, int),
        seconds=_number(seconds, int),
        left=_number(left, int),
    )
    return Put(exercise=name, done=done)


def _number(cell: str, kind: type[F]) -> F | None:
    return kind(cell) if cell else None


def _whole(fact: Fact) -> int | None:
    return fact if isinstance(fact, int) else None
