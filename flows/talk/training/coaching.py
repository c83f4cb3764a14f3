"""A trainer's hand in the sessions of their clients: looking, swapping, settling, a note.

The trainer's own state only asks; the desk knows whose trainer they are, and so does the client.
"""

from flows.coaching import RosterAsked, SessionAsked, WishTold
from flows.codes import mint
from flows.effects import Answer, Decision, Effect, Say, Show, Tell
from flows.events import Tapped
from flows.news import AnyNews
from flows.people import Act, desk_id
from flows.person import Person, allowed
from flows.programs.book import Book
from flows.programs.exercise import Exercise, Library
from flows.questions.answers import Answers
from flows.talk import dialogue
from flows.words import Button, Content, T, Text
from flows.workouts import naming

NOT_A_TRAINER = Content(
    (T("That is for trainers. Who runs a gym makes the link that makes you one."),)
)
OLD = T("That button is from another time. /clients shows whom you train.")
ACTS = ("forbid", "lock", "allow")
LABELS = {"forbid": T("Never"), "lock": T("Always"), "allow": T("As it comes")}
ANY = "any"
LONGEST = 4
"""So many digits of a page are read."""
WHAT = T("<b>{name}</b>: what shall be with it?")
UNKNOWN = T("I know no exercise “{said}”.")
NEAR = T("Did you mean one of these?")


def code(exercise: str) -> str:
    """Point at an exercise in a button: six letters in the place of its id."""
    return mint(exercise, "exercise", 6)


def pointed(letters: str, library: Library) -> Exercise | None:
    """Find the exercise that a button points at."""
    return next((one for one in library.exercises.values() if code(one.id) == letters), None)


def slot(client: int) -> str:
    """Name the live message of a client's next session."""
    return f"next:{client}"


def roster(person: Person) -> Decision[Person]:
    """Ask the desk whom this trainer trains."""
    return _asked(person, RosterAsked())


def _asked(person: Person, news: AnyNews) -> Decision[Person]:
    effect: Effect = Say(content=NOT_A_TRAINER)
    if allowed(person, Act.COACH) is not None:
        effect = Tell(to=desk_id(person.id), news=news)
    return Decision(state=person, effects=(effect,))


def tapped(person: Person, event: Tapped, book: Book, rest: list[str]) -> Decision[Person]:
    """Do what a button under a client's next session says."""
    client, *more = rest
    if client == "page" and len(more) == 1 and more[0].isascii() and more[0].isdecimal():
        return _asked(person, RosterAsked(page=int(more[0][:LONGEST])))
    if not (client.isascii() and client.isdecimal()):
        return outdated(person, event)
    match more:
        case []:
            return _asked(person, SessionAsked(client=int(client), by_name=person.name))
        case [letters]:
            return _options(person, event, int(client), pointed(letters, book.library))
        case [letters, act]:
            return _act(person, event, (int(client), letters, act), book)
        case [before, "swap", after]:
            return _swapped(person, event, (int(client), before, after), book)
        case _:
            return outdated(person, event)


def outdated(person: Person, event: Tapped) -> Decision[Person]:
    """Answer a trainer's button from another time."""
    answer = Answer(query=event.query, text=OLD, alert=True)
    return Decision(state=person, effects=(answer,))


def _options(
    person: Person, event: Tapped, client: int, exercise: Exercise | None
) -> Decision[Person]:
    """Show what can be done about an exercise; whether it may be is asked when it is."""
    if exercise is None:
        return outdated(person, event)
    letters = code(exercise.id)
    more = (
        _button(T("Swap"), client, letters, "swap"),
        _button(T("A note"), client, letters, "note"),
    )
    back = Button(label=T("Back"), data=f"t|{client}")
    rows = (_settle(client, letters), more, (back,))
    content = Content((T(WHAT.template, name=exercise.name),), rows)
    return Decision(state=person, effects=(Show(slot=slot(client), content=content),))


def _button(label: Text, client: int, *parts: str) -> Button:
    return Button(label=label, data="|".join(("t", str(client), *parts)))


def _settle(client: int, letters: str) -> tuple[Button, ...]:
    return tuple(_button(LABELS[act], client, letters, act) for act in ACTS)


def _act(
    person: Person, event: Tapped, what: tuple[int, str, str], book: Book
) -> Decision[Person]:
    client, letters, act = what
    if (letters, act) == (ANY, "form"):
        return dialogue.opened(person, "wish", event, {"client": client})
    exercise = pointed(letters, book.library)
    if exercise is None:
        return outdated(person, event)
    if act == "note":
        return dialogue.opened(person, "note", event, {"client": client, "exercise": exercise.id})
    if act == "swap":
        swap = SessionAsked(client=client, by_name=person.name, swap=exercise.id)
        return _asked(person, swap)
    return _settled(person, client, act, exercise.id) if act in ACTS else outdated(person, event)


def _settled(person: Person, client: int, act: str, exercise: str) -> Decision[Person]:
    return _asked(person, WishTold(client=client, by_name=person.name, act=act, exercise=exercise))


def _swapped(
    person: Person, event: Tapped, what: tuple[int, str, str], book: Book
) -> Decision[Person]:
    client, before, after = what
    old, new = pointed(before, book.library), pointed(after, book.library)
    if old is None or new is None:
        return outdated(person, event)
    news = WishTold(client=client, by_name=person.name, act="swap", exercise=old.id, to=new.id)
    return _asked(person, news)


def noted(person: Person, told: Answers) -> Decision[Person]:
    """Pass on a note to an exercise."""
    news = WishTold(
        client=int(str(told["client"])),
        by_name=person.name,
        act="note",
        exercise=str(told["exercise"]),
        note=str(told["note"]),
    )
    return _asked(person, news)


def named(person: Person, told: Answers, book: Book) -> Decision[Person]:
    """Settle something about an exercise that was named; of an unknown one offer the nearest."""
    client, act, said = int(str(told["client"])), str(told["act"]), str(told["named"])
    found = naming.find(said, book.library)
    if found is not None:
        return _settled(person, client, act, found.id)
    near = naming.nearest(said, tuple(book.library.exercises.values()))
    rows = tuple((_button(one.name, client, code(one.id), act),) for one in near)
    text = (T(UNKNOWN.template, said=said), *((NEAR,) if near else ()))
    return Decision(state=person, effects=(Say(content=Content(text, rows)),))
