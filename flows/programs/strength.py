"""One repetition maximum from a set that was done, and weights that can really be loaded.

What is shown is rounded first and compared afterwards, so that no two claims contradict.
"""

from msgspec import Struct

from flows.programs.exercise import Exercise
from flows.programs.load_rules import LoadRules, Step
from flows.programs.log import Done

HAIR = 0.006
"""Weights are noted to 0.01 kg: what is less than half of that apart, in kg, is the same."""


def epley(kg: float, reps: int) -> float:
    """Estimate one repetition maximum in kg: w * (1 + r / 30)."""
    return kg * (1 + reps / 30)


def brzycki(kg: float, reps: int) -> float:
    """Estimate one repetition maximum in kg: w * 36 / (37 - r), for fewer than 37 reps."""
    return kg * 36 / (37 - reps)


def estimate(done: Done, rules: LoadRules) -> float | None:
    """Estimate one repetition maximum in kg to a tenth; None without weight or above ten reps.

    The two formulas agree at ten reps and part below. The lower one counts, because loads are
    taken from it: a weight too low is put right in the next session, one too high may not be.
    """
    if not done.kg or done.reps is None:
        return None
    if not rules.estimate.low <= done.reps <= rules.estimate.high:
        return None
    return round(min(epley(done.kg, done.reps), brzycki(done.kg, done.reps)), 1)


def best_of(sets: tuple[Done, ...], rules: LoadRules) -> float | None:
    """Give the highest estimate of several sets, None where none gives one."""
    found = (estimate(one, rules) for one in sets)
    return max((one for one in found if one is not None), default=None)


class Ladder(Struct, frozen=True):
    """The weights that one kind of kit can be loaded with, lightest step first."""

    steps: tuple[Step, ...]

    @property
    def hands(self) -> int:
        """How many of it are held: two dumbbells, one bar."""
        return self.steps[0].hands

    def down(self, kg: float) -> float | None:
        """Round down to what can be loaded; None below the lightest."""
        step = self._under(kg)
        return None if step is None else _loaded(step, _many(step, kg))

    def below(self, kg: float) -> float | None:
        """Give the heaviest weight below this one; None where there is none."""
        return self.down(kg - 2 * HAIR)

    def above(self, kg: float) -> float:
        """Give the lightest weight above this one."""
        step = self._under(kg)
        return _loaded(self.steps[0], 0) if step is None else _loaded(step, _many(step, kg) + 1)

    def _under(self, kg: float) -> Step | None:
        return next((one for one in reversed(self.steps) if one.start <= kg + HAIR), None)

    def up(self, kg: float, percent: float) -> float:
        """Raise by a percentage, rounded down, but by one step at least."""
        raised = self.down(kg * (100 + percent) / 100)
        return max(raised or 0, self.above(kg))


def _many(step: Step, kg: float) -> int:
    return int((kg + HAIR - step.start) / step.size)


def _loaded(step: Step, many: int) -> float:
    return round(step.start + step.size * many, 2)


def ladder_of(exercise: Exercise, rules: LoadRules, units: str) -> Ladder | None:
    """Find what an exercise is loaded with, by the first way to do it that has a weight.

    Who reads pounds has bars and dumbbells in pounds. None where no weight is noted for it: on
    bands, or with the body alone.
    """
    if not exercise.loaded:
        return None
    steps = rules.steps[units]
    named = (kit for way in exercise.kit for kit in way if kit in steps)
    return next((Ladder(steps[kit]) for kit in named), None)
