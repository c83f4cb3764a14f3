"""Sets, doses and weights in words, in the units that somebody reads."""

from flows.programs.book import Book
from flows.programs.exercise import Exercise
from flows.programs.log import Done
from flows.programs.session import Dose, Item, Section, Span
from flows.programs.strength import ladder_of
from flows.programs.weights import weight
from flows.words import T, Text

SECTIONS = {
    Section.WARM_UP: T("Warm-up"),
    Section.ACTIVATION: T("Core and balance"),
    Section.SKILL: T("Jumps and quickness"),
    Section.RESISTANCE: T("Strength"),
    Section.CHOICE: T("Your choice"),
    Section.CARDIO: T("Cardio"),
    Section.COOL_DOWN: T("Cool-down"),
}


def set_of(done: Done, units: str) -> Text:
    """Say a set: 8 × 60 kg, 8 reps, 40 s."""
    if done.reps is None:
        held = T("{n} s", n=done.seconds or 0)
        return held if done.kg is None else _with(held, done.kg, units)
    if done.kg is None:
        return T("{n} rep", n=1) if done.reps == 1 else T("{n} reps", n=done.reps)
    return T("{n} × {kg}", n=done.reps, kg=weight(done.kg, units))


def noted(done: Done, units: str) -> Text:
    """Say a set with the reps that were left, where they were told."""
    said = set_of(done, units)
    return said if done.left is None else T("{set}, {n} left", set=said, n=done.left)


def _with(held: Text, kg: float, units: str) -> Text:
    return T("{held} with {kg}", held=held, kg=weight(kg, units))


def span(reps: Span) -> str:
    """Say from and to: 8–12, or 10."""
    return f"{reps.low}" if reps.low == reps.high else f"{reps.low}–{reps.high}"


def amount(dose: Dose, exercise: Exercise | None) -> Text:
    """Say how much: 2 × 8–12 reps, each side."""
    each = exercise is not None and exercise.sided
    if dose.reps is None:
        template = "{sets} × {n} s a side" if each else "{sets} × {n} s"
        return T(template, sets=dose.sets, n=dose.seconds or 0)
    template = "{sets} × {n} reps a side" if each else "{sets} × {n} reps"
    return T(template, sets=dose.sets, n=span(dose.reps))


def details(dose: Dose) -> tuple[Text, ...]:
    """Say tempo, holds, reserve and the rest between sets, as far as there are any."""
    found: list[Text] = []
    if dose.tempo is not None:
        one = dose.tempo
        found.append(T("tempo {tempo}", tempo=f"{one.lower}/{one.hold}/{one.lift}/{one.pause}"))
    if dose.fast:
        found.append(T("as fast as it stays under control"))
    if dose.hold:
        found.append(T("hold {n} s", n=dose.hold))
    if dose.left is not None:
        found.append(T("{n} reps left in reserve", n=span(dose.left)))
    if dose.rest and dose.sets > 1:
        found.append(T("rest {n} s", n=dose.rest))
    return tuple(found)


def load(item: Item, exercise: Exercise | None, book: Book, units: str) -> tuple[Text, ...]:
    """Say the weight of an item, or how to choose it; nothing where there is none."""
    if exercise is None or not exercise.loaded:
        return ()
    ladder = ladder_of(exercise, book.loads, units)
    if item.kg is None:
        return (T("weight by feel"),)
    said = weight(item.kg, units)
    return (T("{kg} in each hand", kg=said) if ladder and ladder.hands > 1 else said,)
