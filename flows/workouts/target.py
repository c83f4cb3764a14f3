"""What a set is asked to be: as many reps as last time within the dose, with today's load."""

from flows.programs.log import Done, Lift, Outing
from flows.programs.session import Item
from flows.workouts.training import Workout
from flows.workouts.walk import Turn, sets_of


def last_time(lifts: tuple[Lift, ...], exercise: str) -> Outing | None:
    """Find the last outing of an exercise."""
    lift = next((one for one in lifts if one.exercise == exercise), None)
    return lift.outings[-1] if lift and lift.outings else None


def planned(workout: Workout, turn: Turn, item: Item, lifts: tuple[Lift, ...]) -> Done:
    """Say what one tap notes: as the set before it today, else as last time, else the least."""
    if item.dose.reps is None:
        return Done(seconds=item.dose.seconds, kg=item.kg)
    today = sets_of(workout, turn.at, item.exercise)
    if today and today[-1].reps is not None:
        return Done(reps=today[-1].reps or item.dose.reps.low, kg=carried(workout, turn.at, item))
    outing = last_time(lifts, item.exercise)
    before = outing.sets[min(turn.set, len(outing.sets)) - 1].reps if outing else None
    reps = min(max(before or 0, item.dose.reps.low), item.dose.reps.high)
    return Done(reps=reps, kg=item.kg)


def carried(workout: Workout, at: int, item: Item) -> float | None:
    """Give the weight, in kg, of the last set today, or the planned one once it was lowered."""
    today = sets_of(workout, at, item.exercise, workout.eased)
    return today[-1].kg if today else item.kg


def meant(workout: Workout, turn: Turn, item: Item, lifts: tuple[Lift, ...]) -> Done:
    """Give the set as Less and More left it, else as planned."""
    return workout.draft or planned(workout, turn, item, lifts)
