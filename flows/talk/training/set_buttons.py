"""The buttons below a set: done as it stands, a little less or more, and all else about it."""

from flows.programs.log import Done
from flows.programs.session import Item
from flows.programs.strength import Ladder, ladder_of
from flows.talk.training import words
from flows.talk.training.buttons import button, row
from flows.talk.training.scene import Scene, name
from flows.words import Button, T


def set_buttons(one: Scene, item: Item, done: Done) -> tuple[tuple[Button, ...], ...]:
    """Give the rows: done as it stands, less and more of it, and what else there is."""
    as_is = T("✓ {set}", set=words.set_of(done, one.units))
    tempo = (("Tempo", "tempo"),) if item.dose.tempo else ()
    return (
        (button(one, as_is, "done"),),
        (*_reps(one, done), *_weights(one, item, done)),
        row(one, ("Skip", "skip"), ("Swap", "swap"), ("Pain", "pain")),
        row(one, *undo(one), *tempo, ("Leave", "leave")),
        *always(one),
    )


def undo(one: Scene) -> tuple[tuple[str, str], ...]:
    """Offer to undo where there is something to undo."""
    return (("Undo", "undo"),) if one.workout.marks else ()


def _reps(one: Scene, done: Done) -> tuple[Button, ...]:
    if done.reps is None:
        step = 5
        less, more = max((done.seconds or 0) - step, 0), (done.seconds or 0) + step
        return row(one, (f"−{step} s", f"sec{less}"), (f"+{step} s", f"sec{more}"))
    less, more = max(done.reps - 1, 0), done.reps + 1
    return row(one, ("−1 rep", f"reps{less}"), ("+1 rep", f"reps{more}"))


def _weights(one: Scene, item: Item, done: Done) -> tuple[Button, ...]:
    exercise = one.book.library.exercises.get(item.exercise)
    ladder = ladder_of(exercise, one.book.loads) if exercise else None
    if ladder is None:
        return ()
    less, more = _under(ladder, done.kg), ladder.above(done.kg or 0)
    label = T("↑ {kg}", kg=words.weight(more, one.units))
    up = button(one, label, f"kg{more:g}")
    if less is None:
        return (up,)
    return (button(one, T("↓ {kg}", kg=words.weight(less, one.units)), f"kg{less:g}"), up)


def _under(ladder: Ladder, kg: float | None) -> float | None:
    """Give the next lighter weight; None where there is none."""
    if kg is None:
        return None
    lighter = [
        step.start + n * step.size for step in ladder.steps for n in range(_steps(step.size, kg))
    ]
    return max((one for one in lighter if one < kg), default=None)


def _steps(size: float, kg: float) -> int:
    return int(kg / size) + 1


def always(one: Scene) -> tuple[tuple[Button, ...], ...]:
    """Offer to keep the last swap for all sessions to come."""
    if one.workout.swapped is None:
        return ()
    old, new = (name(one.book, exercise) for exercise in one.workout.swapped)
    label = T("Always {new}, not {old}", new=new, old=old)
    return ((button(one, label, "always"),),)
