"""What is kept of a session that is over: for the next ones, the lifts, and the history."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from flows.effects import Decision
from flows.person import Person
from flows.programs import diary
from flows.programs.diary import Kept, Put
from flows.programs.lifts import noted
from flows.programs.log import Lift, Outing
from flows.talk import calendar
from flows.talk.training.scene import Scene, trained
from flows.workouts.training import Finished, Mark, Training, Workout
from flows.workouts.walk import CARDIO, items

HOUR = 60
LONGEST = 6 * HOUR
"""Minutes after which a session was not done in one go, so that its length says nothing."""


def kept(one: Scene) -> Decision[Person]:
    """Keep a session in the training and the history; one of which nothing was done in neither."""
    workout, training = one.workout, one.client.training
    marks = tuple(mark for mark in workout.marks if not mark.skipped)
    if not (marks or workout.hurts):
        return Decision(state=trained(one, replace(training, workout=None)).person)
    over = Finished(
        on=day(one),
        phase=workout.session.phase,
        exercises=tuple(dict.fromkeys(mark.exercise for mark in marks)),
        left=_left(marks),
        cardio=_cardio(workout, marks),
        hurts=workout.hurts,
    )
    last = (*training.sessions, over)[-int(one.book.workouts.remembered) :]
    record = diary.record(_entry(one), one.event.at, one.book.policy.version)
    one = replace(one, client=replace(one.client, lifts=_lifts(one)))
    one = trained(one, replace(training, workout=None, sessions=last))
    return Decision(state=one.person, records=(record,) if marks else ())


def felt(training: Training, effort: int | None, form: str) -> Training:
    """Keep how the last session was; one that a check-in was told of stays as it is."""
    places = [place for place, one in enumerate(training.sessions) if one.exercises]
    if not places or training.sessions[places[-1]].told:
        return training
    sessions = list(training.sessions)
    sessions[places[-1]] = replace(sessions[places[-1]], effort=effort, form=form)
    return replace(training, sessions=tuple(sessions))


def day(one: Scene) -> date:
    """Give the day of a session: the one on which it was last in front of the client."""
    return calendar.today(one.person, one.workout.shown)


def minutes(workout: Workout) -> int | None:
    """Give how long a session took; None where that says nothing."""
    begun = workout.begun or workout.shown
    long = round((workout.shown - begun).total_seconds() / HOUR)
    return long if 0 < long <= LONGEST else None


def _entry(one: Scene) -> Kept:
    puts = tuple(
        Put(exercise=mark.exercise, done=mark.done)
        for mark in one.workout.marks
        if mark.done is not None
    )
    return Kept(
        on=day(one),
        key=one.workout.code,
        sets=puts,
        phase=one.workout.session.phase,
        minutes=minutes(one.workout),
    )


def _left(marks: tuple[Mark, ...]) -> float | None:
    """Give the mean of the reps left, as far as they were told."""
    told = [one.done.left for one in marks if one.done and one.done.left is not None]
    return sum(told) / len(told) if told else None


def _cardio(workout: Workout, marks: tuple[Mark, ...]) -> int:
    if all(mark.exercise != CARDIO for mark in marks):
        return 0
    return sum(block.cardio.minutes for block in workout.session.blocks if block.cardio)


def outings(one: Scene) -> Iterator[tuple[str, Outing]]:
    """Give what was done of each exercise whose sets are noted."""
    placed = dict(items(one.workout))
    done = [mark for mark in one.workout.marks if mark.done is not None]
    for exercise in dict.fromkeys(mark.exercise for mark in done):
        mine = [mark for mark in done if mark.exercise == exercise]
        outing = Outing(
            on=day(one),
            phase=one.workout.session.phase,
            sets=tuple(mark.done for mark in mine if mark.done is not None),
            asked=placed[mine[-1].item].dose.reps,
            light=one.workout.light,
        )
        yield exercise, outing


def _lifts(one: Scene) -> tuple[Lift, ...]:
    """Add the outings of this session to what is remembered of each lift."""
    found = {lift.exercise: lift for lift in one.client.lifts}
    for exercise, outing in outings(one):
        found[exercise] = noted(found.get(exercise), exercise, outing, one.book.loads)
    return tuple(found.values())
