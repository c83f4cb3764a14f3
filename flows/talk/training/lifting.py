"""/lift: how an exercise went, its records, and the weight of next time with its reason."""

from collections.abc import Iterator

from flows.effects import Decision, Say
from flows.events import Commanded
from flows.person import Client, Person
from flows.programs.book import Book
from flows.programs.day import day_of
from flows.programs.exercise import Exercise
from flows.programs.figures import prescribe
from flows.programs.kinds import Component
from flows.programs.left import ALL
from flows.programs.loads import advise
from flows.programs.log import Lift
from flows.programs.naming import listed
from flows.programs.need import Need
from flows.programs.resisting import role_of
from flows.programs.weights import weight
from flows.talk import calendar
from flows.talk.training import words
from flows.talk.training.needs import need
from flows.talk.training.scene import name
from flows.words import Content, T, Text, lines
from flows.workouts import naming

WHICH = T("Which one? Type it behind the command, such as /lift squat.")
NONE_YET = T("You have no sets yet. /today shows what to begin with.")
UNKNOWN = T("I know no exercise “{said}”.")
NEAR = T("Near to it: {near}.")
NEVER = T("<b>{name}</b>: no sets of it yet.")
BEST = T("Best estimated one-rep maximum: {kg}.")
TOPS = T("Best sets: {sets}.")
NEXT = T("Next time: {kg}. {why}")


def asked(person: Person, event: Commanded, book: Book) -> Decision[Person]:
    """Show the history of the lift that was named."""
    return Decision(state=person, effects=(Say(content=Content(_answer(person, event, book))),))


def _answer(person: Person, event: Commanded, book: Book) -> tuple[Text, ...]:
    client, said = person.client, event.argument.strip()
    if client is None or not (client.lifts or said):
        return (NONE_YET,)
    if not said:
        return (
            WHICH,
            *lines(T("• {name}", name=name(book, one.exercise)) for one in client.lifts),
        )
    found = _found(client, said, book)
    if found is None:
        near = tuple(one.name for one in naming.nearest(said, _pool(client, book)))
        unknown = T(UNKNOWN.template, said=said)
        return (unknown, *((T(NEAR.template, near=listed(near)),) if near else ()))
    lift = next((one for one in client.lifts if one.exercise == found.id), None)
    if lift is None or not lift.outings:
        return (T(NEVER.template, name=found.name),)
    wanted = need(person, client, calendar.today(person, event.at), book)
    units = person.settings.units
    return (*_history(found, lift, units), *_next(found, (wanted, book, units)))


def _found(client: Client, said: str, book: Book) -> Exercise | None:
    """Find the exercise: by its name, else the one of one's lifts that has the words in it."""
    named = naming.find(said, book.library)
    if named is not None:
        return named
    mine = [book.library.exercises.get(one.exercise) for one in reversed(client.lifts)]
    return naming.within(said, tuple(one for one in mine if one is not None))


def _pool(client: Client, book: Book) -> tuple[Exercise, ...]:
    mine = {one.exercise for one in client.lifts}
    lifts = tuple(one for one in book.library.exercises.values() if one.id in mine)
    return (*lifts, *book.library.of(Component.RESISTANCE))


def _history(found: Exercise, lift: Lift, units: str) -> tuple[Text, ...]:
    outings = lines(
        T(
            "{day}: {sets}",
            day=calendar.spoken(outing.on),
            sets=listed(tuple(words.set_of(done, units) for done in outing.sets)),
        )
        for outing in reversed(lift.outings)
    )
    tops = listed(tuple(words.set_of(done, units) for done in lift.tops))
    return (
        T("<b>{name}</b>", name=found.name),
        *outings,
        *((T(BEST.template, kg=weight(lift.best, units)),) if lift.best else ()),
        *((T(TOPS.template, sets=tops),) if lift.tops else ()),
    )


def _next(found: Exercise, by: tuple[Need | None, Book, str]) -> Iterator[Text]:
    wanted, book, units = by
    if wanted is None or found.component is not Component.RESISTANCE:
        return
    day = day_of(wanted, book)
    dose = prescribe(day, found, role_of(day, found), ALL).dose
    advice = advise(found, dose, wanted, book)
    if advice.kg is not None:
        why = advice.reasons[0] if advice.reasons else T("")
        yield T(NEXT.template, kg=weight(advice.kg, units), why=why)
