"""What may stand in the place of an exercise: alike, as hard or easier, and allowed today.

After pain it is easier on what hurts, or nothing.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from flows.programs.book import Book
from flows.programs.day import Day, day_of
from flows.programs.equipment import narrowed, things
from flows.programs.exercise import Exercise, Library
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


def gentler(old: Exercise, day: Day, taken: tuple[str, ...]) -> tuple[Exercise, ...]:
    """List what may replace an exercise that hurts, the easiest form of it first.

    Never a harder form, one side alone where both worked, or a weight where there was none. The
    same movement stays only as an easier form, or without what speaks against it where it hurts.
    What hurts is in the need of the day. The rule is our own proposal.
    """
    library = day.book.library
    old = narrowed(old, things(day.need.profile.equipment))
    before = tuple(_along(old, library, lambda one: one.regression))

    def fits(one: Exercise) -> bool:
        known = one.id not in {old.id, *taken} and one.measure is old.measure
        alike = one.part is old.part and one.level is old.level
        spared = one.pattern is not old.pattern or not day.may(old)
        fitting = one.id in before or (alike and spared)
        return known and fitting and not _harder(one, old, library)

    pool = [one for one in day.allowed[old.component] if fits(one)]
    return tuple(sorted(pool, key=lambda one: _easiest(one, old, before)))


def _harder(one: Exercise, old: Exercise, library: Library) -> bool:
    """Whether an exercise asks for more than another: a later form, one side, or a weight."""
    behind = _along(one, library, lambda form: form.regression)
    ahead = _along(old, library, lambda form: form.progression)
    later = old.id in behind or one.id in ahead
    return later or (one.sided and not old.sided) or (one.loaded and not old.loaded)


def _easiest(one: Exercise, old: Exercise, before: tuple[str, ...]) -> tuple[int, ...]:
    return -before.index(one.id) if one.id in before else 1, one.pattern is not old.pattern


def _along(one: Exercise, library: Library, step: Callable[[Exercise], str]) -> Iterator[str]:
    """Give the other forms of an exercise by their ids, step by step from it."""
    while step(one):
        one = library.exercises[step(one)]
        yield one.id


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
