"""What the one message of a running session shows: the set that comes now, a rest, a count."""

from zoneinfo import ZoneInfo

from flows.programs.naming import listed
from flows.programs.session import Item
from flows.programs.weights import IMPERIAL
from flows.talk import calendar
from flows.talk.training import words
from flows.talk.training.buttons import button, row
from flows.talk.training.counting import beats, said
from flows.talk.training.personal import remarks
from flows.talk.training.scene import Scene, name
from flows.talk.training.set_buttons import always, set_buttons, undo
from flows.words import Button, Content, T, Text, lines
from flows.workouts.target import last_time, meant
from flows.workouts.walk import Turn, last_act, open_turns, section_turns, turns

DONE_ALL = T("That was all of it. Tap Finish, and it counts.")
LEFT = T("Left. Everything done so far is kept; /today goes on exactly here.")
RESTING = T("Rest: {seconds} s, until {clock}.")
BY_FEEL = T("Take a weight that leaves {left} reps in reserve, still clean, and type it: {set}.")
HARD = T("Take a weight with which the last reps are hard and still clean, and type it: {set}.")
BEHIND = T("{done} of {all} done.")


def running(one: Scene) -> Content:
    """Show what comes now."""
    turn = one.turn
    if one.workout.left:
        return Content((LEFT,), ((button(one, T("Go on"), "on"),), _ending(one)))
    if turn is None:
        back = (row(one, *undo(one)),) if undo(one) else ()
        return Content((DONE_ALL,), (_ending(one), *back))
    shown = _set(one, turn, turn.item) if turn.item and turn.set else _ticked(one, turn)
    text = (*_noted(one), *_rest(one), *shown.paragraphs, _behind(one))
    return Content(text, shown.buttons)


def _ending(one: Scene) -> tuple[Button, ...]:
    return (button(one, T("Finish"), "end"),)


def _behind(one: Scene) -> Text:
    every = len(turns(one.workout, one.book.library))
    waiting = len(open_turns(one.workout, one.book.library))
    return T(BEHIND.template, done=every - waiting, all=every)


def _noted(one: Scene) -> tuple[Text, ...]:
    """Read the last set back, so that a slip is seen and undone."""
    last = next(reversed(last_act(one.workout)), None)
    if last is None or last.done is None or one.workout.draft is not None:
        return ()
    said = words.noted(last.done, one.units)
    return (
        T(
            "✓ {name}, set {set}: {done}",
            name=name(one.book, last.exercise),
            set=last.set,
            done=said,
        ),
    )


def _rest(one: Scene) -> tuple[Text, ...]:
    if one.workout.rest is None:
        return ()
    until = one.workout.rest.until.astimezone(ZoneInfo(one.person.settings.zone))
    seconds = max(round((until - one.event.at).total_seconds()), 0)
    return (T(RESTING.template, seconds=seconds, clock=f"{until:%H:%M:%S}"),)


def _set(one: Scene, turn: Turn, item: Item) -> Content:
    """Show one set of strength work with all that can be done about it."""
    exercise = one.exercise(item.exercise)
    done = meant(one.workout, turn, item, one.client.lifts)
    head = T(
        "<b>{name}</b>{pair}: set {set} of {sets}",
        name=name(one.book, item.exercise),
        pair=f" ({item.pair})" if item.pair else "",
        set=turn.set,
        sets=item.dose.sets,
    )
    cue = (exercise.cue,) if exercise else ()
    about = (
        words.amount(item.dose, exercise),
        *words.load(item, exercise, one.book, one.units),
        *words.details(item.dose),
    )
    target = T("Target: {about}", about=listed(about))
    feel = (_by_feel(one, item),) if exercise and exercise.loaded and done.kg is None else ()
    below = (target, *feel, *_last(one, item), *remarks(one, item))
    text = (*lines((head, *cue)), *lines(below))
    return Content((*_count(one, item), *text), set_buttons(one, item, done))


def _by_feel(one: Scene, item: Item) -> Text:
    reps = item.dose.reps.low if item.dose.reps else 1
    example = f"{reps} x 45 lb" if one.units == IMPERIAL else f"{reps} x 20 kg"
    left = item.dose.left
    if left is None:
        return T(HARD.template, set=example)
    return T(BY_FEEL.template, left=words.span(left), set=example)


def _count(one: Scene, item: Item) -> tuple[Text, ...]:
    if one.workout.count is None or item.dose.tempo is None:
        return ()
    listed = beats(item.dose.tempo, one.book.workouts)
    return (said(listed[min(one.workout.count.beat, len(listed) - 1)], one.book.workouts),)


def _last(one: Scene, item: Item) -> tuple[Text, ...]:
    outing = last_time(one.client.lifts, item.exercise)
    if outing is None:
        return ()
    sets = listed(tuple(words.set_of(done, one.units) for done in outing.sets))
    return (T("Last time ({day}): {sets}", day=calendar.spoken(outing.on), sets=sets),)


def _ticked(one: Scene, turn: Turn) -> Content:
    """Show one item that is ticked off, and what else its section has."""
    waits = section_turns(one.workout, turn, one.book.library)
    head = T("<b>{section}</b>", section=words.SECTIONS[turn.section])
    first, *others = [_named(one, waiting) for waiting in waits]
    now = T("<b>Now:</b> {item}", item=first)
    cue = _cue(one, turn.item) if turn.item else cardio(one, turn)[1:]
    then = lines(T("• {item}", item=other) for other in others)
    text = (head, *lines((now, *cue)), *(remarks(one, turn.item) if turn.item else ()), *then)
    whole = (("All done", "all"),) if others else ()
    swap = (("Swap", "swap"),) if turn.item else ()
    return Content(
        text,
        (
            row(one, ("✓ Done", "done"), *whole),
            row(one, ("Skip", "skip"), *swap, ("Pain", "pain")),
            row(one, *undo(one), ("Leave", "leave")),
            *always(one),
        ),
    )


def _cue(one: Scene, item: Item) -> tuple[Text, ...]:
    exercise = one.book.library.exercises.get(item.exercise)
    return (exercise.cue,) if exercise else ()


def _named(one: Scene, turn: Turn) -> Text:
    if turn.item is None:
        return T("{note}", note=cardio(one, turn)[0])
    exercise = one.book.library.exercises.get(turn.item.exercise)
    amount = words.amount(turn.item.dose, exercise)
    return T(
        "{name}: {about}",
        name=name(one.book, turn.item.exercise),
        about=listed((amount, *words.details(turn.item.dose))),
    )


def cardio(one: Scene, turn: Turn) -> tuple[Text, ...]:
    """Give the sentences of a section of cardio: how long, how hard, and why."""
    blocks = one.workout.session.blocks
    return next(block.notes for block in blocks if block.cardio and block.section is turn.section)
