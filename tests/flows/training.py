"""What people do in a session in tests: see it, begin it, walk to a moment of it."""

from datetime import date

from msgspec.structs import replace

from flows.person import Client, Person
from flows.phases.position import Week
from flows.programs.exercise import Exercise
from flows.programs.log import Done, Lift, Outing
from flows.programs.session import Item
from flows.steps import Phase
from flows.workouts.training import Mark, Training, Workout
from flows.workouts.walk import Turn, current, put
from tests.flows.book import BOOK
from tests.flows.people import GINA, INTAKE, MIA, TOM, assessed, gym, joins
from tests.flows.world import Message, World

ME = f"person:{MIA}"


def alone(intake: tuple[str, ...] = INTAKE) -> World:
    """Let Mia, whom nobody trains, finish the assessment on a Monday that is a training day."""
    world = World()
    assessed(world, intake=intake)
    return world


def trained() -> World:
    """Let Mia finish the assessment as a client of Tom."""
    world = World()
    gym(world, GINA)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    return world


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def changed(world: World, new: Client) -> None:
    """Put Mia's training side as it is needed."""
    world.states[ME] = replace(world.person(MIA), client=new)


def stands(world: World, phase: Phase | None, weeks: int = 1) -> None:
    """Put Mia on a step, after good weeks on it."""
    old, well = client(world), Week(pain=0)
    position = replace(old.position, phase=phase, weeks_in_phase=weeks, past=(well,) * (weeks - 1))
    changed(world, replace(old, position=position))


def training(world: World) -> Training:
    return client(world).training


def workout(world: World) -> Workout:
    found = training(world).workout
    assert found is not None
    return found


def turn(world: World) -> Turn:
    found = current(workout(world), BOOK.library)
    assert found is not None
    return found


def item(world: World) -> Item:
    found = turn(world).item
    assert found is not None
    return found


def exercise(world: World) -> Exercise:
    return BOOK.library.exercises[item(world).exercise]


def screen(world: World) -> Message:
    """Find the live message of the session."""
    slot = f"workout:{workout(world).code}"
    return next(one for one in world.screens[MIA] if one.slot == slot)


def begins(world: World) -> None:
    """See the session of the day and start it."""
    world.commands(MIA, "/today")
    world.taps(MIA, "Start")


def to_strength(world: World) -> None:
    """Tick all off that comes before the strength work."""
    while not turn(world).set:
        world.taps(MIA, "All done" if "All done" in screen(world).buttons else "✓ Done")


def lifting(phase: Phase = Phase.MUSCULAR_DEVELOPMENT, weeks: int = 4) -> World:
    """Let Mia stand before her first set of a session with several sets of each lift."""
    world = alone()
    stands(world, phase, weeks)
    begins(world)
    to_strength(world)
    return world


def knows(world: World, kg: float) -> None:
    """Let the exercise that is on have been done with this weight some days ago."""
    on, now = item(world), workout(world)
    sets = (Done(reps=8, kg=kg), Done(reps=8, kg=kg))
    outing = Outing(on=date(2026, 2, 27), phase=now.session.phase, sets=sets, asked=on.dose.reps)
    lift = Lift(exercise=on.exercise, outings=(outing,), tops=sets[:1])
    new = put(now, turn(world).at, replace(on, kg=kg))
    told = replace(training(world), workout=new)
    changed(world, replace(client(world), training=told, lifts=(lift,)))
    presses(world, "back")


def asks(world: World, new: Item) -> None:
    """Put another item in the place of the one that is on."""
    told = replace(training(world), workout=put(workout(world), turn(world).at, new))
    changed(world, replace(client(world), training=told))
    presses(world, "back")


def presses(world: World, act: str) -> None:
    """Tap a button of the session's message by what it does, seen or forged."""
    now = workout(world)
    world.forges(MIA, f"w|{now.code}|{now.acts}|{act}")


def walks(world: World, typed: str = "") -> None:
    """Do all that is left: with one tap, or with what is typed for each set."""
    while current(workout(world), BOOK.library) is not None:
        if typed and turn(world).set:
            world.types(MIA, typed)
        else:
            presses(world, "done")


def finishes(world: World, effort: str = "6", form: str = "Good") -> None:
    world.taps(MIA, "Finish")
    world.taps(MIA, effort)
    world.taps(MIA, form)


def done(world: World) -> list[Done]:
    """List the sets that are noted."""
    return [mark.done for mark in workout(world).marks if mark.done is not None]


def marks(world: World) -> tuple[Mark, ...]:
    return workout(world).marks


def mia(world: World) -> Person:
    return world.person(MIA)
