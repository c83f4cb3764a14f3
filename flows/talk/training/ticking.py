"""What the clock does to a session: a rest that goes by, a count, the end of a long wait.

A tick edits the message and nothing else: it rings nobody and leaves no trace in the history.
"""

from datetime import timedelta

from msgspec.structs import replace

from flows.effects import Decision, Show
from flows.events import TimerDue
from flows.person import Person
from flows.programs.book import Book
from flows.talk.training import ending
from flows.talk.training.counting import following
from flows.talk.training.scene import Scene, now, scene
from flows.talk.training.view import content
from flows.words import T, Text

RESTED = T("<b>The rest is over: go.</b>")
EXPIRED = T("This session waited too long and ended with what was done.")
FORGOTTEN = T("This session was for another day. /today shows the one of today.")


def ticked(person: Person, event: TimerDue, book: Book) -> Decision[Person]:
    """Do what a timer of a session says; one that no longer fits does nothing."""
    one = scene(person, event, book)
    if one is None:
        return Decision(state=person)
    match event.name:
        case "rest":
            return _rested(one, event)
        case "count":
            return _counted(one)
        case _:
            return _expired(one)


def _edit(one: Scene, above: Text | None = None) -> Decision[Person]:
    shown = Show(slot=one.slot, content=content(one, above))
    return Decision(state=one.person, effects=(shown,))


def _rested(one: Scene, event: TimerDue) -> Decision[Person]:
    rest = one.workout.rest
    if rest is None:
        return Decision(state=one.person)
    if event.at >= rest.until:
        return _edit(now(one, replace(one.workout, rest=None)), RESTED)
    one = now(one, replace(one.workout, rest=replace(rest, half=None)))
    late = event.at - event.due > timedelta(seconds=one.book.workouts.late)
    return Decision(state=one.person) if late else _edit(one)


def _counted(one: Scene) -> Decision[Person]:
    """Go on to the next beat; a count that fell behind stops."""
    count, turn = one.workout.count, one.turn
    tempo = turn.item.dose.tempo if turn and turn.item else None
    if count is None or tempo is None:
        return Decision(state=one.person)
    behind = one.event.at - count.until > timedelta(seconds=one.book.workouts.count_late)
    coming = None if behind else following(count, tempo, one.book.workouts, one.event.at)
    return _edit(now(one, replace(one.workout, count=coming)))


def _expired(one: Scene) -> Decision[Person]:
    if one.event.at < one.workout.until:
        return Decision(state=one.person)
    if one.workout.begun is not None:
        return ending.closed(one, EXPIRED)
    return ending.gone(one, FORGOTTEN)
