"""The weight of the next session, and why: first loads, from step to step, lighter, and back.

A weight never goes up on pain, on poor readiness, in a lighter week, or where reps were missed.
"""

from flows.programs.book import Book
from flows.programs.equipment import narrowed, things
from flows.programs.exercise import Exercise
from flows.programs.log import Outing
from flows.programs.need import Need
from flows.programs.progress import (
    Advice,
    Case,
    before_break,
    missed,
    progressed,
    weight,
    working,
)
from flows.programs.session import Dose
from flows.programs.starting_load import chosen, first
from flows.programs.strength import best_of, ladder_of
from flows.words import T, Text

LIGHTER = T("A lighter week: {percent} % of the usual weight.")
BACK = T("After the break: {percent} % of the last weight.")
ESTIMATED = T("Other reps on this step: {percent} % of the one-rep maximum that we estimate.")
KEPT = T("Other reps on this step: begin with the weight you know, and see how many are left.")
NOT_MORE = T("Not more than last time: {why}")
HURTS = T("something hurts.")
TIRED = T("you are tired this week.")
LIGHT = T("these are lighter days.")
SHORT = T("the reps were not reached then.")


def advise(exercise: Exercise, dose: Dose, need: Need, book: Book) -> Advice:
    """Advise a weight for an exercise of this session, in kg, with its reasons.

    Without kg there is none to advise, as where the equipment has no weight for it, or it is to
    be chosen by feel, as the reason says.
    """
    exercise = narrowed(exercise, things(need.profile.equipment))
    ladder = ladder_of(exercise, book.loads, need.units)
    if ladder is None or dose.reps is None:
        return Advice()
    usual = _usual(need, exercise.id)
    if not usual:
        return first(exercise, dose, need, ladder, book)
    return _advised(Case(exercise, dose, dose.reps, need, book.loads, ladder, usual))


def _usual(need: Need, exercise: str) -> tuple[Outing, ...]:
    """List the outings with a weight that were not lighter on purpose, newest last.

    Weeks may mix steps: those of this step alone count where there are any.
    """
    lift = next((one for one in need.lifts if one.exercise == exercise), None)
    outings = lift.outings if lift else ()
    told = tuple(one for one in outings if weight(one) is not None and not one.light)
    return tuple(one for one in told if one.phase is need.phase) or told


def _advised(case: Case) -> Advice:
    share, percent = _eased(case)
    if case.last.phase is not case.need.phase:
        advice = _on_another_step(case)
    else:
        advice = progressed(case) if share is None else Advice(kg=case.kg)
    if share is None or advice.kg is None:
        return _bounded(advice, case)
    return _bounded(_less(case, advice, T(share.template, percent=percent), percent), case)


def _eased(case: Case) -> tuple[Text | None, int]:
    """Say whether the week is lighter or the first one back, and what percent it leaves."""
    need, lighter = case.need, int(case.rules.lighter.low)
    back = need.since is None or before_break(case.last, need)
    if back and need.load.low < 100:
        return BACK, min(need.load.low, lighter if need.lighter else 100)
    return (LIGHTER, lighter) if need.lighter else (None, 100)


def _less(case: Case, advice: Advice, why: Text, percent: int) -> Advice:
    kg = advice.kg or 0
    less = case.ladder.down(kg * percent / 100) or min(kg, case.ladder.above(0))
    return Advice(kg=less, reasons=(*advice.reasons, why))


def _on_another_step(case: Case) -> Advice:
    """Take the weight from the recent estimate and the percent of this step, its low end.

    Without an estimate the last weight stays where it fits the reps asked now.
    """
    found = [best_of(one.sets, case.rules) for one in case.usual]
    best = max((one for one in found if one is not None), default=None)
    if best is None or case.dose.percent is None:
        return _kept(case)
    percent = case.dose.percent.low
    kg = case.ladder.down(best * percent / 100)
    if kg is None:
        return chosen(case.dose)
    return Advice(kg=kg, reasons=(T(ESTIMATED.template, percent=percent),))


def _kept(case: Case) -> Advice:
    fewest = min(one.reps or 0 for one in working(case.last))
    if fewest < case.reps.low:
        return chosen(case.dose)
    return Advice(kg=case.kg, reasons=(KEPT,))


def _bounded(advice: Advice, case: Case) -> Advice:
    """Let nothing rise above the last weight that must not."""
    why = _against(case)
    if why is None or advice.kg is None or advice.kg <= case.kg:
        return advice
    return Advice(kg=case.kg, reasons=(T(NOT_MORE.template, why=why),))


def _against(case: Case) -> Text | None:
    """Say what speaks against more weight."""
    signs = (
        (bool(case.need.hurts), HURTS),
        (case.need.tired, TIRED),
        (_eased(case)[0] is not None, LIGHT),
        (case.last.asked is not None and missed(case.last, case.reps), SHORT),
    )
    return next((text for holds, text in signs if holds), None)
