"""What a client's state does about their trainer's hand in their sessions: shows, keeps, tells."""

from collections.abc import Iterator

from msgspec.structs import replace

from flows.coaching import SessionWanted, Wished
from flows.effects import Decision, Record, Say, Tell, then
from flows.events import Told
from flows.news import Notice
from flows.people import person_id
from flows.person import Client, Person
from flows.programs.book import Book
from flows.programs.builder import build
from flows.programs.need import Need, Wishes
from flows.programs.session import Block, Item, Refusal, Session
from flows.talk import calendar, stair_texts
from flows.talk.training import words
from flows.talk.training.coaching import ANY, code, slot
from flows.talk.training.needs import need
from flows.talk.training.scene import name
from flows.talk.training.swapping import preferred
from flows.words import Button, Content, T, Text, lines
from flows.workouts.swaps import swaps
from flows.workouts.training import Finished

NO_STEP = T("{name} has no step now: something has to be cleared first.")
ON_BREAK = T("{name} is on a break.")
HEAD = T("<b>{name}</b>, next session: {title}")
LAST = T("Last session {day}: {sets} exercises{effort}.")
INSTEAD = T("What instead of {name}, for {client}?")
NOTHING = T("Nothing else fits there.")
SAID = {
    "forbid": T("never {exercise}"),
    "lock": T("always {exercise}"),
    "allow": T("{exercise} as it comes"),
    "swap": T("{to} instead of {exercise}"),
    "note": T("a note to {exercise}: {note}"),
}
TOLD = T("{trainer} settled for your sessions: {wish}.")
DONE = T("Settled: {wish}.")


def wanted(person: Person, news: SessionWanted, event: Told, book: Book) -> Decision[Person]:
    """Show the trainer the next session, or what may take the place of an exercise of it."""
    content = _choices(person, news, event, book) if news.swap else None
    return _answered(person, news, content or _next(person, event, book))


def _answered(person: Person, news: SessionWanted | Wished, content: Content) -> Decision[Person]:
    notice = Notice(content=content, slot=slot(person.id))
    return Decision(state=person, effects=(Tell(to=person_id(news.trainer), news=notice),))


def _next(person: Person, event: Told, book: Book, *above: Text) -> Content:
    client = person.client
    asked = need(person, client, calendar.today(person, event.at), book) if client else None
    if client is None or asked is None:
        return Content((*above, T(NO_STEP.template, name=person.name)))
    if client.calendar.pause is not None:
        return Content((*above, T(ON_BREAK.template, name=person.name)))
    built = build(asked, book)
    if isinstance(built, Refusal):
        return Content((*above, built.text))
    return _session(person, client, (built, above), book)


def _session(
    person: Person, client: Client, made: tuple[Session, tuple[Text, ...]], book: Book
) -> Content:
    built, above = made
    exercises = tuple(dict.fromkeys(one.exercise for block in built.blocks for one in block.items))
    head = T(HEAD.template, name=person.name, title=built.title)
    sections = (text for block in built.blocks for text in _block(person, block, book))
    rows = tuple(
        (Button(label=name(book, one), data=f"t|{person.id}|{code(one)}"),) for one in exercises
    )
    other = Button(label=T("Another exercise"), data=f"t|{person.id}|{ANY}|form")
    settled = lines(T("• {wish}", wish=wish) for wish in _settled(client, book))
    text = (*above, head, *sections, *settled, *_last(client))
    return Content(text, (*rows, (other,)))


def _block(person: Person, block: Block, book: Book) -> tuple[Text, ...]:
    listed = tuple(_item(person, item, book) for item in block.items)
    head = T("<b>{section}</b>", section=words.SECTIONS[block.section])
    return lines((head, *listed)) if listed else ()


def _item(person: Person, item: Item, book: Book) -> Text:
    exercise = book.library.exercises.get(item.exercise)
    load = words.load(item, book, person.settings.units)
    about = words.joined((words.amount(item.dose, exercise), *load))
    return T("• {name}: {about}", name=name(book, item.exercise), about=about)


def _settled(client: Client, book: Book) -> Iterator[Text]:
    """List all that is settled."""
    wishes = client.training.wishes
    for exercise in wishes.forbidden:
        yield _said("forbid", book, exercise)
    for exercise in wishes.locked:
        yield _said("lock", book, exercise)
    for old, new in wishes.swaps:
        yield _said("swap", book, old, to=new)
    for exercise, note in wishes.notes:
        yield _said("note", book, exercise, note=note)


def _said(act: str, book: Book, exercise: str, *, to: str = "", note: str = "") -> Text:
    return T(SAID[act].template, exercise=name(book, exercise), to=name(book, to), note=note)


def _last(client: Client) -> tuple[Text, ...]:
    """Say how the last session went."""
    done = [one for one in client.training.sessions if one.exercises]
    return (_summary(done[-1]),) if done else ()


def _summary(one: Finished) -> Text:
    effort = f", effort {one.effort}" if one.effort is not None else ""
    form = f", technique: {one.form}" if one.form else ""
    worst = max((hurt.pain for hurt in one.hurts), default=0)
    pain = f", pain {worst}" if worst else ""
    return T(
        LAST.template,
        day=calendar.spoken(one.on),
        sets=len(one.exercises),
        effort=f"{effort}{form}{pain}",
    )


def _choices(person: Person, news: SessionWanted, event: Told, book: Book) -> Content | None:
    """Offer what may take the place of an exercise in this client's sessions."""
    old, client = book.library.exercises.get(news.swap), person.client
    asked = need(person, client, calendar.today(person, event.at), book) if client else None
    if old is None or asked is None:
        return None
    found = swaps(old, asked, book, _taken(asked, book))
    before = code(old.id)
    rows = tuple(
        (
            Button(
                label=swap.exercise.name,
                data=f"t|{person.id}|{before}|swap|{code(swap.exercise.id)}",
            ),
        )
        for swap in found
    )
    text = (
        T(INSTEAD.template, name=old.name, client=person.name),
        *(() if found else (NOTHING,)),
        *(T("{name}: {why}.", name=swap.exercise.name, why=swap.why) for swap in found),
    )
    back = Button(label=T("Back"), data=f"t|{person.id}")
    return Content(text, (*rows, (back,)))


def _taken(asked: Need, book: Book) -> tuple[str, ...]:
    built = build(asked, book)
    if isinstance(built, Refusal):
        return ()
    return tuple(item.exercise for block in built.blocks for item in block.items)


def wished(person: Person, news: Wished, event: Told, book: Book) -> Decision[Person]:
    """Keep what the trainer settled, tell the client, and show the trainer what became of it."""
    client = person.client
    if client is None or news.act not in SAID:
        return _answered(person, news, _next(person, event, book))
    training = client.training
    training = replace(training, wishes=settled(training.wishes, news))
    person = replace(person, client=replace(client, training=training))
    wish = _said(news.act, book, news.exercise, to=news.to, note=news.note)
    told = T(TOLD.template, trainer=news.trainer_name, wish=wish)
    record = Record(
        what="wish",
        at=event.at,
        policy=book.policy.version,
        facts=(("act", news.act), ("exercise", news.exercise), ("to", news.to)),
    )
    said = Say(content=Content((told,), ((stair_texts.PLAN,),), silent=True))
    kept = Decision(state=person, effects=(said,), records=(record,))
    done = T(DONE.template, wish=wish)
    return then(kept, lambda now: _answered(now, news, _next(now, event, book, done)))


def settled(wishes: Wishes, news: Wished) -> Wishes:
    """Add a wish to those before; what contradicts it goes."""
    match news.act:
        case "note":
            notes = tuple(one for one in wishes.notes if one[0] != news.exercise)
            return replace(wishes, notes=(*notes, (news.exercise, news.note)))
        case "swap":
            return preferred(_freed(wishes, news.to), news.exercise, news.to)
        case "lock":
            free = _freed(wishes, news.exercise)
            return replace(free, locked=(*free.locked, news.exercise))
        case "forbid":
            free = _freed(wishes, news.exercise)
            return replace(free, forbidden=(*free.forbidden, news.exercise))
        case _:
            return _freed(wishes, news.exercise)


def _freed(wishes: Wishes, exercise: str) -> Wishes:
    """Take back all that was settled about an exercise, but for the note to it."""
    return replace(
        wishes,
        forbidden=tuple(one for one in wishes.forbidden if one != exercise),
        locked=tuple(one for one in wishes.locked if one != exercise),
        swaps=tuple(one for one in wishes.swaps if exercise not in one),
    )
