"""Pain in a session: what loads the place is left out, the trainer hears of it, or all stops.

What stops is the check-in's own rule, asked of this one session.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Repost, Say, then
from flows.events import Event
from flows.person import Client, Person
from flows.phases.case import week_items
from flows.phases.position import PainKind, Week
from flows.programs.book import Book
from flows.programs.day import day_of
from flows.programs.naming import listed
from flows.programs.need import Need
from flows.programs.session import Item
from flows.programs.strength import ladder_of
from flows.questions.answers import Answers
from flows.talk import calendar, known, pinging, placing
from flows.talk.training import ending, swapping
from flows.talk.training.scene import Scene, name, now, scene
from flows.talk.training.walking import show
from flows.words import Content, T, Text, lines
from flows.workouts.swaps import gentler
from flows.workouts.target import carried
from flows.workouts.training import Finished, Hurt
from flows.workouts.walk import items, open_turns, put, renewed, shut

STOPPED = T("We stop here.")
NOTED = T("Noted: pain {pain} of 10. It stops being training when it hurts: go on only without.")
INSTEAD = T("{new} instead of {old}.")
OUT = T("{old} is left out today.")
LIGHTER = T("The rest goes on with {percent} % of the weight.")
TO_TRAINER = T("In a session: pain {pain} of 10, here: {where}.")
NOT_TOLD = T("not told")
TRAINER_KNOWS = T("Your trainer hears of it today.")


def told(person: Person, answers: Answers, event: Event, book: Book) -> Decision[Person]:
    """Take what hurts: stop by the rule of the week, else go on around it."""
    client = person.client
    if client is None:
        return Decision(state=person)
    hurt = Hurt(
        where=facts.ticked(answers, "pain_where"),
        pain=facts.whole(answers, "pain") or 0,
        kinds=tuple(kind for kind in facts.ticked(answers, "pain_kind") if kind in set(PainKind)),
    )
    person = _kept(person, client, hurt, event, book)
    today = calendar.today(person, event.at)
    week = Week(
        today=today,
        pain=hurt.pain,
        pain_kinds=tuple(PainKind(kind) for kind in hurt.kinds),
        pain_where=hurt.where,
    )
    new = week_items(known.current(person, client.position, today), week, book.policy)
    if not new:
        return _on(person, hurt, event, book)
    one = scene(person, event, book)
    over = ending.closed(one, STOPPED) if one else Decision(state=person)
    more = (_to_trainer(hurt),)
    return then(over, lambda at: placing.stopped_by(at, new, event, book.policy, more))


def _kept(person: Person, client: Client, hurt: Hurt, event: Event, book: Book) -> Person:
    """Keep the pain with the session; without one for the next check-in alone."""
    one = scene(person, event, book)
    if one is not None:
        return now(one, replace(one.workout, hurts=(*one.workout.hurts, hurt))).person
    phase = client.position.phase
    if phase is None:
        return person
    over = Finished(on=calendar.today(person, event.at), phase=phase, hurts=(hurt,))
    training = replace(client.training, sessions=(*client.training.sessions, over))
    return replace(person, client=replace(client, training=training))


def _to_trainer(hurt: Hurt) -> Text:
    places = listed(tuple(T("{place}", place=one.replace("_", " ")) for one in hurt.where))
    return T(TO_TRAINER.template, pain=hurt.pain, where=places if hurt.where else NOT_TOLD)


def _on(person: Person, hurt: Hurt, event: Event, book: Book) -> Decision[Person]:
    """Go on around it, and let the trainer know where it holds the week."""
    grave = hurt.pain >= book.policy.pain.hold
    told = _to_trainer(hurt)
    matter = pinging.Matter(kind="pain", text=(told,), reason=told)
    rung = pinging.ping(person, event, matter) if grave else ()
    heard = (TRAINER_KNOWS,) if rung else ()
    one = scene(person, event, book)
    if one is None or one.workout.begun is None:
        said = Say(content=Content((T(NOTED.template, pain=hurt.pain), *heard)))
        return Decision(state=person, effects=(said, *rung))
    one, changed = _adapted(one, hurt, one.turn.at if one.turn and grave else None)
    one, lighter = _lightened(one) if grave else (one, ())
    one = now(one, renewed(one.workout))
    above = (T(NOTED.template, pain=hurt.pain), *lines((*changed, *lighter)), *heard)
    first = Decision(state=one.person, effects=(Say(content=Content(above)), *rung))
    return then(first, lambda _: show(one, how=Repost))


def _adapted(one: Scene, hurt: Hurt, also: int | None) -> tuple[Scene, tuple[Text, ...]]:
    """Put something else in the place of what loads what hurts, or leave it out.

    `also` is the place of what was on when it hurt badly.
    """
    after = swapping.wanted(one)
    if after is None:
        return one, ()
    before = replace(after, hurts=tuple(place for place in after.hurts if place not in hurt.where))
    said: list[Text] = []
    for place, item in tuple(_loads(one, before, after, also)):
        one, text = _replaced(one, place, item, after)
        said.append(text)
    return one, tuple(said)


def _loads(one: Scene, before: Need, after: Need, also: int | None) -> Iterator[tuple[int, Item]]:
    """Give the open items that were allowed before it hurt, and are not now."""
    was, still = day_of(before, one.book), day_of(after, one.book)
    waiting = {turn.at for turn in open_turns(one.workout, one.book.library)}
    for place, item in items(one.workout):
        exercise = one.book.library.exercises.get(item.exercise)
        if exercise is None or place not in waiting:
            continue
        if place == also or (was.may(exercise) and not still.may(exercise)):
            yield place, item


def _replaced(one: Scene, place: int, item: Item, after: Need) -> tuple[Scene, Text]:
    old = one.book.library.exercises[item.exercise]
    taken = tuple(other.exercise for _, other in items(one.workout))
    found = gentler(old, day_of(after, one.book), taken)
    if found:
        new = found[0]
        one = now(one, put(one.workout, place, swapping.fitted(one, item, new)))
        return one, T(INSTEAD.template, new=new.name, old=old.name)
    behind = tuple(turn for turn in open_turns(one.workout, one.book.library) if turn.at == place)
    return now(one, shut(one.workout, behind)), T(OUT.template, old=name(one.book, old.id))


def _lightened(one: Scene) -> tuple[Scene, tuple[Text, ...]]:
    """Lower the weights of what is still to be done, from what was lifted last."""
    percent = one.book.workouts.sore_percent
    waiting = {turn.at for turn in open_turns(one.workout, one.book.library)}
    workout = one.workout
    for place, item in items(one.workout):
        if place in waiting:
            less = _less(one, place, item, percent)
            workout = workout if less is None else put(workout, place, replace(item, kg=less))
    changed = workout is not one.workout
    said = (T(LIGHTER.template, percent=f"{percent:g}"),) if changed else ()
    return now(one, replace(workout, eased=workout.acts)), said


def _less(one: Scene, place: int, item: Item, percent: float) -> float | None:
    """Give the lower weight of an item in kg; None where there is none."""
    exercise, kg = one.exercise(item.exercise), carried(one.workout, place, item)
    ladder = ladder_of(exercise, one.book.loads, one.units) if exercise else None
    if kg is None or ladder is None:
        return None
    return ladder.down(kg * percent / 100) or min(kg, ladder.above(0))
