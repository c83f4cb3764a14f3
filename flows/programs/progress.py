"""From one session to the next on the same step: the reps are filled first, then the weight rises.

Two reps more than asked in the last set, in two sessions running, raise the weight (the 2-for-2
rule). Where a range of reps is asked, its top counts as those two more: that reading is ours.
"""

from collections.abc import Callable

from msgspec import Struct

from flows.programs.exercise import Exercise
from flows.programs.kinds import Part
from flows.programs.load_rules import Band, LoadRules
from flows.programs.log import Done, Outing
from flows.programs.need import Need
from flows.programs.session import Dose, Span
from flows.programs.strength import Ladder
from flows.words import T, Text

MISSED = T("The same weight: a set stayed under {low} reps last time.")
LESS = T("Less weight: under {low} reps in {running} sessions running.")
HARD = T("The same weight: {left} reps were left at the end; at least {low} should be.")
EASY = T("More weight: {left} reps were left at the end; {high} are wanted at most.")
FILLED = T("More weight: {reps} reps or more in the last set, {running} sessions running.")
FILL = T(
    "The same weight: it rises after {reps} reps in the last set, {running} sessions running."
)


class Advice(Struct, frozen=True, kw_only=True):
    """A weight in kg, per hand where two are held, and why; None: none, or chosen by feel."""

    kg: float | None = None
    reasons: tuple[Text, ...] = ()


class Case(Struct, frozen=True):
    """What a weight is decided from: `usual` are the outings that count, newest last."""

    exercise: Exercise
    dose: Dose
    reps: Span
    need: Need
    rules: LoadRules
    ladder: Ladder
    usual: tuple[Outing, ...]

    @property
    def last(self) -> Outing:
        """The newest outing."""
        return self.usual[-1]

    @property
    def kg(self) -> float:
        """The weight of the newest outing."""
        return weight(self.last) or 0


def weight(outing: Outing) -> float | None:
    """Give the heaviest weight of an outing, None where there was none."""
    return max((one.kg for one in outing.sets if one.kg), default=None)


def working(outing: Outing) -> tuple[Done, ...]:
    """Give the sets at the heaviest weight; lighter ones before them are for warming up."""
    return tuple(one for one in outing.sets if one.kg == weight(outing))


def missed(outing: Outing, reps: Span) -> bool:
    """Whether a set stayed under the reps asked, or weight had to come off before the end.

    Reps that were not told count as missed.
    """
    low = (outing.asked or reps).low
    eased = outing.sets[-1].kg != weight(outing)
    return eased or any((one.reps or 0) < low for one in working(outing))


def progressed(case: Case) -> Advice:
    """Advise the weight after the last sessions of this step."""
    if missed(case.last, case.reps):
        return _after_missing(case)
    left, band = working(case.last)[-1].left, case.dose.left
    if left is not None and band is not None:
        if left < band.low:
            return _same(case, T(HARD.template, left=left, low=band.low))
        if left >= band.high + case.rules.easy.low:
            easy = T(EASY.template, left=left, high=band.high)
            return _raised(case, _raise(case).high, easy)
    return _after_filling(case)


def _after_missing(case: Case) -> Advice:
    running = int(case.rules.running.low)
    low = case.reps.low
    if not _running(case, lambda one: missed(one, case.reps)):
        return _same(case, T(MISSED.template, low=low))
    less = case.ladder.down(case.kg * (100 - case.rules.missed.low) / 100)
    return Advice(
        kg=min(less or case.kg, case.kg),
        reasons=(T(LESS.template, low=low, running=running),),
    )


def _after_filling(case: Case) -> Advice:
    extra, running = int(case.rules.extra.low), int(case.rules.running.low)
    reps = max(case.reps.low, case.reps.high - extra) + extra
    if not _running(case, lambda one: _filled(one, case.reps, reps)):
        return _same(case, T(FILL.template, reps=reps, running=running))
    return _raised(case, _raise(case).low, T(FILLED.template, reps=reps, running=running))


def _running(case: Case, holds: Callable[[Outing], bool]) -> bool:
    """Whether something holds of the last sessions running, all on this step at this weight."""
    asked = int(case.rules.running.low)
    newest = case.usual[-asked:]
    alike = (
        one.phase is case.need.phase
        and weight(one) == case.kg
        and not before_break(one, case.need)
        for one in newest
    )
    return len(newest) == asked and all(alike) and all(map(holds, newest))


def before_break(outing: Outing, need: Need) -> bool:
    """Whether an outing lies before the day on which somebody came back."""
    return need.since is not None and outing.on < need.since


def _filled(outing: Outing, asked: Span, reps: int) -> bool:
    return not missed(outing, asked) and (working(outing)[-1].reps or 0) >= reps


def _raise(case: Case) -> Band:
    return case.rules.lower if case.exercise.part is Part.LEGS else case.rules.upper


def _raised(case: Case, percent: float, why: Text) -> Advice:
    return Advice(kg=case.ladder.up(case.kg, percent), reasons=(why,))


def _same(case: Case, why: Text) -> Advice:
    return Advice(kg=case.kg, reasons=(why,))
