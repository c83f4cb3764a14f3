"""Another exercise in the place of one: what is on offer, and what follows from the choice."""

from msgspec.structs import replace

from flows.programs.builder import build
from flows.programs.exercise import Exercise
from flows.programs.loads import advise
from flows.programs.need import Need, Wishes
from flows.programs.progress import Advice
from flows.programs.session import Item, Session
from flows.talk.training.needs import hurting, need
from flows.talk.training.scene import Scene, name, now, trained
from flows.words import T
from flows.workouts.swaps import Swap, allowed, swaps, why
from flows.workouts.training import Workout
from flows.workouts.walk import items, put

INSTEAD, NEAR = "instead", "near"
"""The views that offer exercises: what is alike, or near to a name that was typed."""
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
    taken = tuple(item.exercise for _, item in items(one.workout))
    return swaps(old, told, one.book, taken)


def offering(one: Scene) -> Scene:
    """Offer what may take the place of what is at hand."""
    at = at_hand(one)
    found = tuple(swap.exercise.id for swap in offers(one, at)) if at else ()
    return now(one, replace(one.workout, view=INSTEAD, offered=found))


def offered(one: Scene, old: Item) -> tuple[Swap, ...]:
    """List what is on offer in the place of an item, each with why."""
    library = one.book.library.exercises
    before, known = library.get(old.exercise), map(library.get, one.workout.offered)
    alike = before if one.workout.view == INSTEAD else None
    return tuple(Swap(new, why(new, alike) if alike else NAMED) for new in known if new)


def taken(one: Scene, place: int) -> Scene:
    """Take what was offered at a place; what may not be any more is not on offer again."""
    at, told, found = at_hand(one), wanted(one), one.workout.offered[place : place + 1]
    if at is None or told is None or not found:
        return one
    new = _open(one, (at[1].exercise, found[0]), told)
    return offering(one) if new is None else swapped(one, at, new)


def _open(one: Scene, pair: tuple[str, str], told: Need) -> Exercise | None:
    """Find the second of a pair of exercises, if it may take the place of the first today."""
    old, new = map(one.book.library.exercises.get, pair)
    return new if old and new and allowed(new, old, told, one.book) else None


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
    return replace(old, exercise=new.id, kg=advice.kg, reasons=advice.reasons)


def always(one: Scene) -> Scene:
    """Keep the last swap for all sessions to come."""
    if one.workout.swapped is None:
        return one
    own, training = one.client.training.own, one.client.training
    one = trained(one, replace(training, own=preferred(own, *one.workout.swapped)))
    return now(one, replace(one.workout, swapped=None))


def preferred(wishes: Wishes, old: str, new: str) -> Wishes:
    """Settle that one exercise takes the place of another from now on.

    What gave way to that other one gives way to the new one as well.
    """
    others = ((a, new if b == old else b) for a, b in wishes.swaps if a != old)
    return replace(wishes, swaps=(*(pair for pair in others if pair[0] != pair[1]), (old, new)))


def replayed(one: Scene) -> Scene:
    """Make the swaps of a card again on its session, which was built anew.

    A swap that may not be any more is let go.
    """
    told, kept = wanted(one), list[tuple[str, str]]()
    for pair in one.workout.swaps:
        new = _open(one, pair, told) if told else None
        if new is not None:
            one = _again(one, pair[0], new)
            kept.append(pair)
    return now(one, replace(one.workout, swaps=tuple(kept)))


def _again(one: Scene, old: str, new: Exercise) -> Scene:
    """Put an exercise in the place of one, if that is in the session, and it is not itself."""
    places = {item.exercise: (place, item) for place, item in items(one.workout)}
    if old not in places or new.id in places:
        return one
    return now(one, _put(one, places[old], new))


def anew(one: Scene) -> Scene | None:
    """Build the session of a card as it would be now; None where there would be none."""
    told = need(one.person, one.client, one.today, one.book)
    minutes = one.workout.minutes or one.person.settings.minutes
    built = build(replace(told, minutes=minutes), one.book) if told else None
    if told is None or not isinstance(built, Session):
        return None
    workout = replace(one.workout, session=built, on=one.today, light=told.lighter)
    return replayed(now(one, workout))
