"""A history from another app is taken over: named by our library, and noted lift by lift."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from flows.programs.book import Book
from flows.programs.diary import Kept
from flows.programs.foreign_names import Names
from flows.programs.lifts import noted
from flows.programs.log import Lift, Outing
from flows.programs.span import Spans, step_of
from flows.steps import Phase


class Matched(Struct, frozen=True, kw_only=True):
    """The names of a history with the sets under each, and what they mean; the most first."""

    known: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def matched(sessions: Iterable[Kept], names: Names) -> Matched:
    """Find the exercises that the names of a history mean: (name, id), and names without one."""
    counts: dict[str, int] = {}
    for session in sessions:
        for put in session.sets:
            counts[put.exercise] = counts.get(put.exercise, 0) + 1
    often = sorted(counts, key=lambda name: (-counts[name], name))
    found = [(name, names.find(name)) for name in often]
    return Matched(
        known=tuple((name, exercise) for name, exercise in found if exercise),
        unknown=tuple(name for name, exercise in found if not exercise),
    )


def named(sessions: Iterable[Kept], known: dict[str, str]) -> tuple[Kept, ...]:
    """Put the ids of known exercises in the place of their names."""
    return tuple(
        replace(
            session,
            sets=tuple(
                replace(put, exercise=known.get(put.exercise, put.exercise))
                for put in session.sets
            ),
        )
        for session in sessions
    )


def lifts(old: tuple[Lift, ...], sessions: Iterable[Kept], book: Book) -> tuple[Lift, ...]:
    """Note every session of exercises that we know; outings stay in the order of their days."""
    new: dict[str, list[Outing]] = {}
    for session in sessions:
        for exercise, outing in _outings(session, book.spans):
            if exercise in book.library.exercises:
                new.setdefault(exercise, []).append(outing)
    had = {one.exercise: one for one in old}
    changed = {name: _noted(had.get(name), name, outings, book) for name, outings in new.items()}
    return tuple({**had, **changed}.values())


def _outings(session: Kept, spans: Spans) -> Iterator[tuple[str, Outing]]:
    for exercise in dict.fromkeys(put.exercise for put in session.sets):
        sets = tuple(put.done for put in session.sets if put.exercise == exercise)
        most = max(done.reps or 0 for done in sets)
        phase = session.phase or (step_of(most, spans) if most else Phase(1))
        yield exercise, Outing(on=session.on, phase=phase, sets=sets)


def _noted(old: Lift | None, exercise: str, new: list[Outing], book: Book) -> Lift:
    """Note old and new outings in the order of their days; what was best before stays best."""
    had = old or Lift(exercise=exercise, outings=())
    lift = replace(had, outings=())
    for outing in sorted((*had.outings, *new), key=lambda one: one.on):
        lift = noted(lift, exercise, outing, book.loads)
    return lift
