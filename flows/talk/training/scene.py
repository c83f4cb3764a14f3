"""A moment of a session: whose it is, how it stands, and what happens to it now."""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from flows.events import Event
from flows.people import Role
from flows.person import Client, Person, link
from flows.phases.profile import Profile
from flows.programs.book import Book
from flows.programs.equipment import narrowed, things
from flows.programs.exercise import Exercise
from flows.talk import calendar, known
from flows.words import T, Text
from flows.workouts.training import Training, Workout
from flows.workouts.walk import Turn, current


class Scene(Struct, frozen=True, kw_only=True):
    """One client's session as it stands, and the event that meets it."""

    person: Person
    client: Client
    workout: Workout
    event: Event
    book: Book

    @property
    def today(self) -> date:
        """What day it is for the client."""
        return calendar.today(self.person, self.event.at)

    @property
    def units(self) -> str:
        """The units that the client reads."""
        return self.person.settings.units

    def exercise(self, exercise: str) -> Exercise | None:
        """Give an exercise as the client does it with what they have; None for one unknown."""
        return done_with(known.profile(self.person, self.today), exercise, self.book)

    @property
    def turn(self) -> Turn | None:
        """What comes now."""
        return current(self.workout, self.book.library)

    @property
    def slot(self) -> str:
        """Name the live message of this session."""
        return f"workout:{self.workout.code}"


def scene(person: Person, event: Event, book: Book) -> Scene | None:
    """Give the moment of the session that is shown or under way; None where there is none."""
    client = person.client
    if client is None or client.training.workout is None:
        return None
    return Scene(
        person=person, client=client, workout=client.training.workout, event=event, book=book
    )


def barred(one: Scene) -> bool:
    """Whether the session may not go on: no step now, a break, or a lower step than its own."""
    phase, pause = one.client.position.phase, one.client.calendar.pause
    return phase is None or pause is not None or one.workout.session.phase > phase


def now(one: Scene, workout: Workout) -> Scene:
    """Give the scene with its session changed; it is kept in the person as well."""
    training = replace(one.client.training, workout=workout)
    return trained(replace(one, workout=workout), training)


def shown(one: Scene) -> Scene:
    """Give the scene as it is once its session is in front of the client."""
    until = one.event.at + timedelta(days=one.book.workouts.kept_days)
    return now(one, replace(one.workout, shown=one.event.at, until=until))


def trained(one: Scene, training: Training) -> Scene:
    """Give the scene with other training, kept in the person as well."""
    client = replace(one.client, training=training)
    return replace(one, client=client, person=replace(one.person, client=client))


def done_with(who: Profile, exercise: str, book: Book) -> Exercise | None:
    """Give an exercise as somebody does it with what they have; None for one unknown."""
    found = book.library.exercises.get(exercise)
    return None if found is None else narrowed(found, things(who.equipment))


def name(book: Book, exercise: str) -> Text:
    """Name an exercise; one that the library lost goes by its id."""
    found = book.library.exercises.get(exercise)
    return found.name if found else T("{name}", name=exercise.replace("_", " "))


def trainer(person: Person) -> Text:
    """Name the client's trainer."""
    membership = link(person, Role.CLIENT)
    called = membership.trainer_name if membership else ""
    return T("{name}", name=called) if called else T("Your trainer")
