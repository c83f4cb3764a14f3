"""What may stand in the place of an exercise: alike, as hard or easier, and allowed today."""

from msgspec import Struct

from flows.programs.book import Book
from flows.programs.day import day_of
from flows.programs.exercise import Exercise
from flows.programs.need import Need
from flows.words import T, Text

OFFERED = 3
EASIER = T("an easier form of it")
ALIKE = T("the same movement, for the same part of the body")
SAME_PART = T("another movement for the same part of the body")


class Swap(Struct, frozen=True):
    """An exercise on offer, and why it fits."""

    exercise: Exercise
    why: Text


def swaps(old: Exercise, need: Need, book: Book, taken: tuple[str, ...]) -> tuple[Swap, ...]:
    """List three exercises that may replace one, the most alike first; `taken` are in use.

    Allowed by the step, the equipment, the limits and the wishes of the need.
    """
    pool = [one for one in day_of(need, book).allowed[old.component] if _fits(one, old, taken)]
    ranked = sorted(pool, key=lambda one: _rank(one, old))
    return tuple(Swap(one, why(one, old)) for one in ranked[:OFFERED])


def allowed(one: Exercise, old: Exercise, need: Need, book: Book) -> bool:
    """Whether an exercise that somebody named may replace another: of the same role, and open."""
    same = one.component is old.component and one.measure is old.measure
    return same and day_of(need, book).may(one)


def _fits(one: Exercise, old: Exercise, taken: tuple[str, ...]) -> bool:
    known = one.id != old.id and one.id not in taken and one.measure is old.measure
    return known and one.part is old.part and (one.level is old.level or _easier(one, old))


def _easier(one: Exercise, old: Exercise) -> bool:
    return one.id == old.regression


def _rank(one: Exercise, old: Exercise) -> tuple[int, ...]:
    return one.pattern is not old.pattern, _easier(one, old), one.loaded is not old.loaded


def why(one: Exercise, old: Exercise) -> Text:
    """Say why an exercise is on offer in the place of another."""
    if _easier(one, old):
        return EASIER
    return ALIKE if one.pattern is old.pattern else SAME_PART
