"""Another exercise in the place of one: what is on offer, and what follows from the choice."""

from msgspec.structs import replace

from flows.programs.builder import build
from flows.programs.exercise import Exercise
from flows.programs.loads import Advice, advise
from flows.programs.need import Need, Wishes
from flows.programs.session import Item, Session
from flows.talk.training.needs import hurting, need
from flows.talk.training.scene import Scene, name, now, trained
from flows.words import T
from flows.workouts.swaps import Swap, swaps
from flows.workouts.training import Workout
from flows.workouts.walk import items, put

NAMED = T("near to what you typed")
YOURS = T("You chose it instead of {name}.")


def wanted(one: Scene) -> Need | None:
    """Say what this session depends on, with all that hurt in it so far."""
    told = need(one.person, one.client, one.today, one.book)
    if told is None:
        return None
    places = tuple(place for hurt in one.workout.hurts for place in hurt.where)
    return hurting(replace(told, phase=one.workout.session.phase), places)


def at_hand(one: Scene) -> tuple[int, Item] | None:
    """Find the item that is being swapped: the one picked on the card, else the one that is on."""
    if one.workout.begun is None:
        return next(
            (found for found in items(one.workout) if found[0] == one.workout.picked), None
        )
    turn = one.turn
    return (turn.at, turn.item) if turn and turn.item else None


def offers(one: Scene, at: tuple[int, Item]) -> tuple[Swap, ...]:
    """List what may take the place of an item."""
    old, told = one.book.library.exercises.get(at[1].exercise), wanted(one)
    if old is None or told is None:
        return ()
    if one.workout.offered:
        known = map(one.book.library.exercises.get, one.workout.offered)
        return tuple(Swap(exercise, NAMED) for exercise in known if exercise)
    taken = tuple(item.exercise for _, item in items(one.workout))
    return swaps(old, told, one.book, taken)


def swapped(one: Scene, at: tuple[int, Item], new: Exercise) -> Scene:
    """Put an exercise in the place of an item, with its own load and why it is there."""
    workout, pair = _put(one, at, new), (at[1].exercise, new.id)
    return now(
        one,
        replace(
            workout,
            acts=workout.acts + 1,
            view="",
            picked=None,
            offered=(),
            draft=None,
            count=None,
            swapped=pair,
            swaps=(*workout.swaps, pair),
        ),
    )


def _put(one: Scene, at: tuple[int, Item], new: Exercise) -> Workout:
    place, old = at
    item = fitted(one, old, new)
    why = T(YOURS.template, name=name(one.book, old.exercise))
    return put(one.workout, place, replace(item, reasons=(why, *item.reasons)))


def fitted(one: Scene, old: Item, new: Exercise) -> Item:
    """Make the item of another exercise with the dose of the old one."""
    told = wanted(one)
    advice = advise(new, old.dose, told, one.book) if told else Advice()
    return replace(old, exercise=new.id, kg=advice.kg, reasons=advice.reasons, note="")


def always(one: Scene) -> Scene:
    """Keep the last swap for all sessions to come."""
    if one.workout.swapped is None:
        return one
    own, training = one.client.training.own, one.client.training
    one = trained(one, replace(training, own=preferred(own, *one.workout.swapped)))
    return now(one, replace(one.workout, swapped=None))


def preferred(wishes: Wishes, old: str, new: str) -> Wishes:
    """Settle that one exercise takes the place of another from now on."""
    others = tuple(pair for pair in wishes.swaps if pair[0] != old and pair != (new, old))
    return replace(wishes, swaps=(*others, (old, new)))


def replayed(one: Scene) -> Scene:
    """Make the swaps of a card again on its session, which was built anew."""
    for old, new in one.workout.swaps:
        exercise = one.book.library.exercises.get(new)
        at = next((found for found in items(one.workout) if found[1].exercise == old), None)
        if exercise is not None and at is not None:
            one = now(one, _put(one, at, exercise))
    return one


def anew(one: Scene) -> Scene | None:
    """Build the session of a card as it would be now; None where there would be none."""
    told = need(one.person, one.client, one.today, one.book)
    minutes = one.workout.minutes or one.person.settings.minutes
    built = build(replace(told, minutes=minutes), one.book) if told else None
    if told is None or not isinstance(built, Session):
        return None
    workout = replace(one.workout, session=built, on=one.today, light=told.lighter)
    return replayed(now(one, workout))
