"""Where a session stands: what comes now, what is behind; all of it follows from the marks.

Nothing of it is stored, so a session goes on exactly where it was after a day or a restart.
"""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from flows.programs.exercise import Library
from flows.programs.kinds import Component
from flows.programs.log import Done
from flows.programs.session import Block, Item, Section
from flows.workouts.training import Mark, Workout

CARDIO = "cardio"
"""Stands in a mark for the exercise of a section of cardio, which has none."""


class Turn(Struct, frozen=True, kw_only=True):
    """What can be done next: a set of an item, or with `set` 0 the whole item at once.

    `item` counts the items of the whole session; it is None for a section of cardio, whose place
    `at` is the same count.
    """

    at: int
    set: int
    section: Section
    item: Item | None


def turns(workout: Workout, library: Library) -> tuple[Turn, ...]:
    """List all that is to be done, in order: the items of a pair set by set in turn."""
    return tuple(turn for at, block in _placed(workout) for turn in _of_block(block, at, library))


def _placed(workout: Workout) -> Iterator[tuple[int, Block]]:
    """Give each section with the place of its first item; one of cardio takes one place."""
    at = 0
    for block in workout.session.blocks:
        yield at, block
        at += max(len(block.items), 1)


def _of_block(block: Block, at: int, library: Library) -> Iterator[Turn]:
    if block.cardio is not None:
        yield Turn(at=at, set=0, section=block.section, item=None)
    placed = tuple(enumerate(block.items, at))
    for _, group in groupby(placed, key=lambda one: one[1].pair or one[0]):
        yield from _in_turn(tuple(group), block.section, library)


def _in_turn(
    group: tuple[tuple[int, Item], ...], section: Section, library: Library
) -> Iterator[Turn]:
    singly = [one for one in group if logged(one[1], library)]
    for at, item in group:
        if (at, item) not in singly:
            yield Turn(at=at, set=0, section=section, item=item)
    for number in range(1, max((item.dose.sets for _, item in singly), default=0) + 1):
        for at, item in singly:
            if number <= item.dose.sets:
                yield Turn(at=at, set=number, section=section, item=item)


def logged(item: Item, library: Library) -> bool:
    """Whether the sets of an item are noted one by one: strength work, which has loads."""
    exercise = library.exercises.get(item.exercise)
    return exercise is not None and exercise.component is Component.RESISTANCE


def open_turns(workout: Workout, library: Library) -> tuple[Turn, ...]:
    """List what is still to be done."""
    behind = {(mark.item, mark.set) for mark in workout.marks}
    return tuple(one for one in turns(workout, library) if (one.at, one.set) not in behind)


def current(workout: Workout, library: Library) -> Turn | None:
    """Find what comes now; None when all is behind."""
    return next(iter(open_turns(workout, library)), None)


def marked(workout: Workout, behind: tuple[Turn, ...], done: tuple[Done | None, ...]) -> Workout:
    """Put turns behind by one act, each with what was done of it."""
    act = workout.acts + 1
    marks = tuple(_mark(one, act, done=what) for one, what in zip(behind, done, strict=True))
    return renewed(replace(workout, marks=(*workout.marks, *marks)))


def skipped(workout: Workout, behind: tuple[Turn, ...]) -> Workout:
    """Leave turns out by one act."""
    return _without(workout, behind, workout.acts + 1)


def shut(workout: Workout, behind: tuple[Turn, ...]) -> Workout:
    """Leave turns out for good: no undo brings them back."""
    return _without(workout, behind, 0)


def _without(workout: Workout, behind: tuple[Turn, ...], act: int) -> Workout:
    marks = tuple(replace(_mark(one, act), skipped=True) for one in behind)
    return renewed(replace(workout, marks=(*workout.marks, *marks)))


def _mark(turn: Turn, act: int, done: Done | None = None) -> Mark:
    exercise = turn.item.exercise if turn.item else CARDIO
    return Mark(item=turn.at, set=turn.set, exercise=exercise, act=act, done=done)


def last_act(workout: Workout) -> tuple[Mark, ...]:
    """List what the last act marked that can be undone."""
    last = max((mark.act for mark in workout.marks), default=0)
    return tuple(mark for mark in workout.marks if last and mark.act == last)


def undone(workout: Workout) -> Workout:
    """Take the last act back; what was done before it stays."""
    last = last_act(workout)
    return renewed(
        replace(workout, marks=tuple(mark for mark in workout.marks if mark not in last))
    )


def renewed(workout: Workout) -> Workout:
    """Begin a new moment: what was begun or offered before it is over, its buttons too."""
    return replace(
        workout,
        acts=workout.acts + 1,
        view="",
        draft=None,
        unsure=(),
        offered=(),
        swapped=None,
        rest=None,
        count=None,
        left=False,
    )


def rest_after(workout: Workout, done: Turn, library: Library) -> int:
    """Give the seconds to rest after a set: none inside a pair, nor before what is ticked off.

    Before another exercise, or another pair, it is the time that the change takes.
    """
    coming = current(workout, library)
    if done.item is None or coming is None or coming.item is None or not coming.set:
        return 0
    together = _together(workout, done.at, done.item)
    if coming.at not in together:
        return max(one.dose.change for one in together.values())
    return 0 if coming.at > done.at and coming.set == done.set else done.item.dose.rest


def _together(workout: Workout, at: int, item: Item) -> dict[int, Item]:
    """Give what is done in turn with an item, itself with it, by its places."""
    pair = (one for one in items(workout) if item.pair and one[1].pair == item.pair)
    return {at: item, **dict(pair)}


def section_turns(workout: Workout, turn: Turn, library: Library) -> tuple[Turn, ...]:
    """List what is open of a section and ticked off at once."""
    waits = open_turns(workout, library)
    return tuple(one for one in waits if one.section is turn.section and not one.set)


def item_turns(workout: Workout, turn: Turn, library: Library) -> tuple[Turn, ...]:
    """List the open sets of an item."""
    return tuple(one for one in open_turns(workout, library) if one.at == turn.at)


def sets_of(workout: Workout, at: int, exercise: str, since: int = 0) -> tuple[Done, ...]:
    """Give the sets done of an exercise in its place, in order; those after an act alone."""
    mine = (one for one in workout.marks if (one.item, one.exercise) == (at, exercise))
    return tuple(mark.done for mark in mine if mark.done is not None and mark.act > since)


def items(workout: Workout) -> tuple[tuple[int, Item], ...]:
    """Give all items with their places."""
    return tuple(one for at, block in _placed(workout) for one in enumerate(block.items, at))


def put(workout: Workout, at: int, item: Item) -> Workout:
    """Put another item in the place of one."""
    blocks = tuple(_with(block, at - first, item) for first, block in _placed(workout))
    return replace(workout, session=replace(workout.session, blocks=blocks))


def _with(block: Block, at: int, item: Item) -> Block:
    new = tuple(item if place == at else one for place, one in enumerate(block.items))
    return replace(block, items=new)
