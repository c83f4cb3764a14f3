"""The buttons below a set: done as it stands, a little less or more, and all else about it."""

from flows.programs.log import Done
from flows.programs.session import Item
from flows.programs.strength import ladder_of
from flows.programs.weights import weight
from flows.talk.training import words
from flows.talk.training.buttons import button, row
from flows.talk.training.scene import Scene, name
from flows.words import Button, T
from flows.workouts.walk import last_act


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
    return (("Undo", "undo"),) if last_act(one.workout) else ()


def _reps(one: Scene, done: Done) -> tuple[Button, ...]:
    if done.reps is None:
        step = 5
        less, more = max((done.seconds or 0) - step, 0), (done.seconds or 0) + step
        return row(one, (f"−{step} s", f"sec{less}"), (f"+{step} s", f"sec{more}"))
    less, more = max(done.reps - 1, 0), done.reps + 1
    return row(one, ("−1 rep", f"reps{less}"), ("+1 rep", f"reps{more}"))


def _weights(one: Scene, item: Item, done: Done) -> tuple[Button, ...]:
    exercise = one.exercise(item.exercise)
    ladder = ladder_of(exercise, one.book.loads, one.units) if exercise else None
    if ladder is None:
        return ()
    kg = done.kg or 0
    less, up = ladder.below(kg), _weight(one, "↑ {kg}", ladder.above(kg))
    return (up,) if less is None else (_weight(one, "↓ {kg}", less), up)


def _weight(one: Scene, label: str, kg: float) -> Button:
    return button(one, T(label, kg=weight(kg, one.units)), f"kg{kg:g}")


def always(one: Scene) -> tuple[tuple[Button, ...], ...]:
    """Offer to keep the last swap for all sessions to come."""
    if one.workout.swapped is None:
        return ()
    old, new = (name(one.book, exercise) for exercise in one.workout.swapped)
    label = T("Always {new}, not {old}", new=new, old=old)
    return ((button(one, label, "always"),),)
