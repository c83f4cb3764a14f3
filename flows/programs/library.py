"""Reads the exercise library and holds it to its shape: known ids, chains without a circle."""

from flows.programs.exercise import Exercise, Library
from flows.programs.kinds import (
    Component,
    Kit,
    Measure,
    Muscle,
    Part,
    Pattern,
    Plane,
    Posture,
    Trait,
)
from flows.programs.table import Row, TableError, flag, read, several, split
from flows.steps import Level, Phase
from flows.words import Text

COLUMNS = (
    "id", "name", "component", "part", "pattern", "level", "phases", "kit", "planes", "posture",
    "contraindications", "muscles", "measure", "sided", "loaded", "regression", "progression",
    "bodyweight", "cue", "source", "confidence",
)  # fmt: skip
CHAINS = ("regression", "progression", "bodyweight")


def parse(text: str) -> Library:
    """Read exercises.csv; raises TableError, which names what is wrong."""
    listed = read(text, COLUMNS, _exercise)
    found = {one.id: one for one in listed}
    if len(found) < len(listed):
        raise TableError("an id stands there twice")
    for one in listed:
        _chained(one, found)
    return Library(exercises=found)


def _exercise(row: Row) -> Exercise:
    return Exercise(
        id=row["id"],
        name=Text(row["name"]),
        cue=Text(row["cue"]),
        component=Component(row["component"]),
        part=Part(row["part"]),
        pattern=Pattern(row["pattern"]),
        level=Level(row["level"]),
        phases=tuple(Phase(int(one)) for one in split(row["phases"], ";")),
        kit=_kit(row["kit"]),
        planes=several(row["planes"], Plane),
        posture=Posture(row["posture"]),
        traits=several(row["contraindications"], Trait),
        muscles=several(row["muscles"], Muscle),
        measure=Measure(row["measure"]),
        sided=flag(row["sided"]),
        loaded=flag(row["loaded"]),
        regression=row["regression"],
        progression=row["progression"],
        bodyweight=row["bodyweight"],
        source=row["source"],
        confidence=row["confidence"],
    )


def _kit(cell: str) -> tuple[tuple[Kit, ...], ...]:
    """Read "dumbbell+bench|barbell+bench"; "-" is an alternative that needs nothing."""
    ways = split(cell, "|")
    return tuple(() if way == "-" else tuple(Kit(one) for one in split(way, "+")) for way in ways)


def _chained(one: Exercise, found: dict[str, Exercise]) -> None:
    for chain in CHAINS:
        seen, at = {one.id}, _next(one, chain)
        while at:
            if at not in found:
                raise TableError(f"{one.id}: its {chain} {at} is not in the library")
            if at in seen:
                raise TableError(f"{one.id}: its {chain} leads in a circle")
            seen.add(at)
            at = _next(found[at], chain)


def _next(one: Exercise, chain: str) -> str:
    ahead: str = getattr(one, chain)
    return ahead
