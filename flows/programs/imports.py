"""A training history from the CSV files of Strong and Hevy, taken whole or not at all.

Formats as their exports of 2020 to 2026 have them: Strong with commas or semicolons, with a unit
in the header, in a column of its own, or nowhere; Hevy in kilograms or pounds.
"""

import re
from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from flows.codes import mint
from flows.programs.diary import Kept, Put
from flows.programs.foreign import LONGEST, NO_CSV, BadRow, Cells, sheet
from flows.programs.log import Done
from flows.programs.span import Spans
from flows.questions.units import KG
from flows.words import T, Text

STRONG, HEVY = "strong", "hevy"
UNHEARD = T("“{cell}” under {column} is nothing I know.")
NO_NAME = T("The exercise has no name.")
AHEAD = T("{day} is in the future.")
UNKNOWN_FILE = T(
    "I know the CSV exports of Strong and Hevy. This file has other columns than those."
)
NOTHING = T("There is no set with reps or a time in this file.")
_LENGTH = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?")
NAME = 80


class Brought(Struct, frozen=True, kw_only=True):
    """What a file holds: its sessions, oldest first, with the names of its own app.

    `warm_ups` and `empty` sets are left out. `unit_told`: the file says kilograms or pounds.
    """

    source: str
    sessions: tuple[Kept, ...]
    warm_ups: int
    empty: int
    unit_told: bool


class Refusal(Struct, frozen=True, kw_only=True):
    """Why nothing of a file is taken; `row` is counted as an editor counts lines, 0 for none."""

    why: Text
    row: int = 0


class _Set(Struct, frozen=True, kw_only=True):
    started: datetime
    title: str
    minutes: int | None
    exercise: str
    kind: str
    done: Done


class _App(Struct, frozen=True, kw_only=True):
    """How one app writes its rows; a row of None is about no set."""

    name: str
    needed: frozenset[str]
    read: Callable[[Cells, str], _Set | None]


def parse(text: str, today: date, unit: str, spans: Spans) -> Brought | Refusal:
    """Read a file; `unit`, "kg" or "lb", is that of weights whose unit the file does not say."""
    try:
        return _parsed(text, today, unit, spans)
    except BadRow as bad:
        return Refusal(row=bad.row, why=bad.why)


def _parsed(text: str, today: date, unit: str, spans: Spans) -> Brought | Refusal:
    table = sheet(text)
    if len(table.columns) <= 1:
        return Refusal(why=NO_CSV)
    app = next((one for one in APPS if one.needed <= table.columns.keys()), None)
    if app is None or not (weight := _weight_columns(table.columns)):
        return Refusal(why=UNKNOWN_FILE)
    found: list[_Set] = []
    for number, row in table.rows:
        one = app.read(Cells(number, table.columns, row, spans), unit)
        if one is not None and one.started.date() > today:
            raise BadRow(number, T(AHEAD.template, day=one.started.date().isoformat()))
        if one is not None:
            found.append(one)
    told = bool(weight - {"weight"}) or "weight unit" in table.columns
    return _brought(app.name, found, unit_told=told)


def _weight_columns(columns: dict[str, int]) -> set[str]:
    return {name for name in columns if name.startswith("weight") and name != "weight unit"}


def _brought(source: str, found: list[_Set], *, unit_told: bool) -> Brought | Refusal:
    work = [one for one in found if one.kind != "warm-up"]
    done = [one for one in work if one.done.reps or one.done.seconds]
    if not done:
        return Refusal(why=NOTHING)
    return Brought(
        source=source,
        sessions=_sessions(source, done),
        warm_ups=len(found) - len(work),
        empty=len(work) - len(done),
        unit_told=unit_told,
    )


def _sessions(source: str, sets: list[_Set]) -> tuple[Kept, ...]:
    """Join the sets of one start and title; that is what a session is known by ever after."""
    joined: dict[tuple[datetime, str], list[_Set]] = {}
    for one in sets:
        joined.setdefault((one.started, one.title), []).append(one)
    return tuple(
        Kept(
            on=started.date(),
            key=_key(source, started, title),
            source=source,
            minutes=run[0].minutes,
            sets=tuple(Put(exercise=one.exercise, done=one.done) for one in run),
        )
        for (started, title), run in sorted(joined.items(), key=lambda pair: pair[0])
    )


def _key(source: str, started: datetime, title: str) -> str:
    return f"{source}:" + mint(f"{started.isoformat()}\n{title}", source, 16)


def _strong(cells: Cells, unit: str) -> _Set | None:
    order = cells.text("set order").lower()
    if order in {"rest timer", "note"}:
        return None
    kind = "set" if order.isdecimal() else _STRONG_SETS.get(order)
    if kind is None:
        raise _unheard(cells, "set order")
    weight = cells.text("weight unit") or _headed(cells, unit)
    return _set(cells, kind, weight, ("date", "workout name", "exercise name"))


def _headed(cells: Cells, unit: str) -> str:
    """Give the unit of the weights by the header: weight (kg), weight (lbs), or only weight."""
    return next((name for name in ("kg", "lbs") if f"weight ({name})" in cells.columns), unit)


def _hevy(cells: Cells, _unit: str) -> _Set | None:
    kind = _HEVY_SETS.get(cells.text("set_type").lower())
    if kind is None:
        raise _unheard(cells, "set_type")
    unit = "kg" if cells.text("weight_kg") else "lb"
    one = _set(cells, kind, unit, ("start_time", "title", "exercise_title"))
    ended = cells.text("end_time")
    if not ended:
        return one
    minutes = int((cells.when("end_time") - one.started).total_seconds()) // 60
    return replace(one, minutes=minutes if 0 < minutes < 24 * 60 else None)


def _set(cells: Cells, kind: str, unit: str, names: tuple[str, str, str]) -> _Set:
    start, title, exercise = names
    name = cells.text(exercise)[:NAME]
    if not name:
        raise cells.bad(NO_NAME)
    effort = cells.within("rpe", cells.number("rpe"))
    return _Set(
        started=cells.when(start),
        title=cells.text(title),
        minutes=_minutes(cells.text("duration", "workout duration", "duration (sec)")),
        exercise=name,
        kind=kind,
        done=Done(
            kg=_kilograms(cells, unit),
            reps=cells.whole("reps", "reps") or None,
            seconds=_seconds(cells),
            # Half a rep is none: 8.5 of 10 leaves one.
            left=int(10 - effort) if effort else None,
        ),
    )


def _kilograms(cells: Cells, unit: str) -> float | None:
    worth = KG.get(unit.lower().removesuffix("s"))
    if worth is None:
        raise _unheard(cells, "weight unit")
    weight = cells.number(*_WEIGHTS)
    kg = cells.within("kg", None if weight is None else round(weight * float(worth), 2))
    return kg or None


def _seconds(cells: Cells) -> int | None:
    value = cells.within("seconds", cells.number("seconds", "duration_seconds"))
    return int(value) or None if value else None


def _unheard(cells: Cells, column: str) -> BadRow:
    return cells.bad(UNHEARD, cell=cells.text(column)[:LONGEST], column=column)


def _minutes(cell: str) -> int | None:
    """Read "1h 5m", "45m" or whole seconds; what is written otherwise is not known."""
    if cell.isdecimal():
        return int(cell) // 60 or None
    match = _LENGTH.fullmatch(cell)
    hours, minutes, _ = match.groups() if match else (None, None, None)
    return 60 * int(hours or 0) + int(minutes or 0) or None


_WEIGHTS = ("weight", "weight (kg)", "weight (lbs)", "weight_kg", "weight_lbs")
_STRONG_SETS = {"w": "warm-up", "d": "set", "f": "set"}
_HEVY_SETS = {"warmup": "warm-up", "normal": "set", "dropset": "set", "failure": "set", "": "set"}
APPS = (
    _App(
        name=STRONG,
        needed=frozenset({"date", "exercise name", "set order", "reps"}),
        read=_strong,
    ),
    _App(
        name=HEVY,
        needed=frozenset({"start_time", "exercise_title", "reps"}),
        read=_hevy,
    ),
)
