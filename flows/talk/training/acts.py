"""What can be done in a session, an act a button: the scene before it in, the one after it out."""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from flows.programs.log import Done
from flows.talk.training import swapping
from flows.talk.training.card import LENGTHS
from flows.talk.training.counting import begun
from flows.talk.training.scene import Scene, now
from flows.workouts.target import meant
from flows.workouts.training import Rest
from flows.workouts.walk import (
    Turn,
    item_turns,
    marked,
    rest_after,
    section_turns,
    skipped,
    undone,
)

Does = Callable[[Scene, float | None], Scene]


def noted(one: Scene, turn: Turn, sets: tuple[Done | None, ...]) -> Scene:
    """Note sets from a turn on, more than were asked too, and begin the rest that follows."""
    listed = item_turns(one.workout, turn, one.book.library)
    more = (replace(turn, set=listed[-1].set + n) for n in range(1, len(sets)))
    behind = (*listed, *more)[: len(sets)]
    workout = marked(one.workout, behind, sets)
    seconds = rest_after(workout, behind[-1], one.book.library)
    return now(one, replace(workout, rest=_rest(one, seconds)))


def _rest(one: Scene, seconds: int) -> Rest | None:
    if not seconds:
        return None
    half = one.event.at + timedelta(seconds=seconds / 2)
    long_enough = seconds >= one.book.workouts.shortest_rest
    return Rest(
        until=one.event.at + timedelta(seconds=seconds), half=half if long_enough else None
    )


def viewed(view: str) -> Does:
    """Make the act that shows another view of a session."""
    return lambda one, _: now(
        one, replace(one.workout, view=view, page=0, unsure=(), offered=(), count=None)
    )


def _page(one: Scene, number: float | None) -> Scene:
    return now(one, replace(one.workout, page=int(number or 0)))


def _minutes(one: Scene, number: float | None) -> Scene:
    """Build the session anew for other minutes; without a number ask for how many."""
    if number is None or number not in LENGTHS or one.workout.begun is not None:
        return viewed("" if one.workout.begun else "min")(one, None)
    fresh = swapping.anew(now(one, replace(one.workout, minutes=int(number), view="", page=0)))
    return one if fresh is None else now(fresh, replace(fresh.workout, acts=one.workout.acts + 1))


def _swap(one: Scene, _: float | None) -> Scene:
    if one.workout.begun is None:
        return viewed("swap")(one, None)
    return swapping.offering(one) if swapping.at_hand(one) else one


def _pick(one: Scene, number: float | None) -> Scene:
    return swapping.offering(now(one, replace(one.workout, picked=int(number or 0))))


def _take(one: Scene, number: float | None) -> Scene:
    return swapping.taken(one, int(number or 0))


def _always(one: Scene, _: float | None) -> Scene:
    return swapping.always(one)


def _out(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    if turn is None or one.workout.begun is None:
        return one
    return now(one, skipped(one.workout, item_turns(one.workout, turn, one.book.library)))


def _skip(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    return one if turn is None else now(one, skipped(one.workout, (turn,)))


def _done(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    if turn is None:
        return one
    if turn.item is None or not turn.set:
        return now(one, marked(one.workout, (turn,), (None,)))
    return noted(one, turn, (meant(one.workout, turn, turn.item, one.client.lifts),))


def _all(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    if turn is None or turn.set:
        return one
    behind = section_turns(one.workout, turn, one.book.library)
    return now(one, marked(one.workout, behind, (None,) * len(behind)))


def _undo(one: Scene, _: float | None) -> Scene:
    return now(one, undone(one.workout))


def _drafted(one: Scene, done: Done) -> Scene:
    return now(one, replace(one.workout, draft=done))


def _meant(one: Scene) -> Done:
    turn = one.turn
    if turn is None or turn.item is None:
        return Done()
    return meant(one.workout, turn, turn.item, one.client.lifts)


def _reps(one: Scene, number: float | None) -> Scene:
    most = one.book.workouts.most_reps
    return _drafted(one, replace(_meant(one), reps=int(min(number or 0, most))))


def _kg(one: Scene, number: float | None) -> Scene:
    most = one.book.workouts.most_kg
    return _drafted(one, replace(_meant(one), kg=min(number, most) if number else None))


def _sec(one: Scene, number: float | None) -> Scene:
    most = one.book.workouts.most_seconds
    return _drafted(one, replace(_meant(one), seconds=int(min(number or 0, most))))


def _read(one: Scene, number: float | None) -> Scene:
    """Take one of the ways in which a typed set can be meant."""
    place, turn = int(number or 0), one.turn
    if turn is None or place >= len(one.workout.unsure):
        return viewed("")(one, None)
    sets = one.workout.unsure[place]
    return noted(one, turn, (sets.done,) * sets.sets)


def _tempo(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    tempo = turn.item.dose.tempo if turn and turn.item else None
    if tempo is None or one.workout.count is not None:
        return now(one, replace(one.workout, count=None))
    count = begun(tempo, one.book.workouts, one.event.at)
    return now(one, replace(one.workout, count=count, rest=None))


def left(one: Scene, _: float | None = None) -> Scene:
    """Leave a session as it stands; /today goes on with it."""
    return now(one, replace(one.workout, left=True, rest=None, count=None, view=""))


def _on(one: Scene, _: float | None) -> Scene:
    return now(one, replace(one.workout, left=False, view=""))


ACTS: dict[str, Does] = {
    "why": viewed("why"), "back": viewed(""), "page": _page, "min": _minutes,
    "swap": _swap, "pick": _pick, "take": _take, "always": _always, "out": _out, "skip": _skip,
    "done": _done, "all": _all, "undo": _undo, "reps": _reps, "kg": _kg, "sec": _sec,
    "read": _read, "tempo": _tempo, "leave": left, "on": _on,
}  # fmt: skip
"""What changes the session and is shown in its place."""

UNDER_WAY = frozenset({
    "out", "skip", "done", "all", "undo", "reps", "kg", "sec", "read", "tempo", "leave", "on",
    "pain", "end",
})  # fmt: skip
"""What is done to a session under way only."""
