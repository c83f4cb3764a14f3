"""One repetition maximum from a set that was done, and weights that can really be loaded.

What is shown is rounded first and compared afterwards, so that no two claims contradict.
"""

from msgspec import Struct

from flows.programs.exercise import Exercise
from flows.programs.load_rules import LoadRules, Step
from flows.programs.log import Done

HAIR = 1e-9
"""Keeps 62.5 from being rounded down to 60 for what a float cannot hold."""


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
        under = [step for step in self.steps if step.start <= kg + HAIR]
        if not under:
            return None
        start, size = under[-1].start, under[-1].size
        return start + size * int((kg - start) / size + HAIR)

    def above(self, kg: float) -> float:
        """Give the lightest weight above this one."""
        here = self.down(kg)
        if here is None:
            return self.steps[0].start
        return here + next(step.size for step in reversed(self.steps) if step.start <= here)

    def up(self, kg: float, percent: float) -> float:
        """Raise by a percentage, rounded down, but by one step at least."""
        raised = self.down(kg * (100 + percent) / 100)
        return max(raised or 0, self.above(kg))


def ladder_of(exercise: Exercise, rules: LoadRules) -> Ladder | None:
    """Find what an exercise is loaded with, by the first way to do it that has a weight.

    None where no weight is noted for it: on bands, or with the body alone.
    """
    if not exercise.loaded:
        return None
    named = (kit for way in exercise.kit for kit in way if kit in rules.steps)
    return next((Ladder(rules.steps[kit]) for kit in named), None)
