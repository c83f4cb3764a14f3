"""A set that somebody told in the tests counts for their weights, as one from another app does."""

from datetime import date

from flows.programs import brought
from flows.programs.book import Book
from flows.programs.diary import Kept, Put
from flows.programs.log import Done, Lift

TRIED = {
    "squat": "barbell_squat",
    "deadlift": "deadlift",
    "bench_press": "barbell_bench_press",
    "overhead_press": "barbell_overhead_press",
    "row": "bent_over_barbell_row",
    "pulldown": "seated_lat_pulldown",
    "leg_press": "leg_press",
}
"""The exercise of the library that each lift of the tests is."""


def lifts(old: tuple[Lift, ...], lift: str, done: Done, on: date, book: Book) -> tuple[Lift, ...]:
    """Note a set of a lift of the tests; one that is remembered already changes nothing."""
    exercise = TRIED.get(lift, "")
    if not (exercise and done.kg and done.reps) or _known(old, exercise, done):
        return old
    told = Kept(on=on, key="", sets=(Put(exercise=exercise, done=done),))
    return brought.lifts(old, (told,), book)


def _known(old: tuple[Lift, ...], exercise: str, done: Done) -> bool:
    mine = (one.outings for one in old if one.exercise == exercise)
    sets = (one for outings in mine for outing in outings for one in outing.sets)
    return any((one.kg, one.reps) == (done.kg, done.reps) for one in sets)
