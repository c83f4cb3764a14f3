"""The exercise library: what an exercise is, and the table of all of them."""

from msgspec import Struct

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
from flows.steps import Level, Phase
from flows.words import Text


class Exercise(Struct, frozen=True, kw_only=True):
    """One exercise.

    `kit` are alternatives of things that must all be there: ((DUMBBELL, BENCH), (BARBELL, BENCH));
    an empty alternative needs nothing. `sided`: done on each side. `loaded`: a weight is noted
    for it. `regression`, `progression` and `bodyweight` are ids of easier, harder and unweighted
    exercises, "" where there is none.
    """

    id: str
    name: Text
    cue: Text
    component: Component
    part: Part
    pattern: Pattern
    level: Level
    phases: tuple[Phase, ...]
    kit: tuple[tuple[Kit, ...], ...]
    planes: tuple[Plane, ...]
    posture: Posture
    traits: tuple[Trait, ...]
    muscles: tuple[Muscle, ...]
    measure: Measure
    sided: bool
    loaded: bool
    regression: str
    progression: str
    bodyweight: str
    source: str
    confidence: str


class Library(Struct, frozen=True, kw_only=True):
    """All exercises by id, in the order of the file."""

    exercises: dict[str, Exercise]

    def of(self, component: Component) -> tuple[Exercise, ...]:
        """List the exercises of a component, in the order of the file."""
        return tuple(one for one in self.exercises.values() if one.component is component)
