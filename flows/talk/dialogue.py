"""One human in one form at a time: opened, answered, put aside, taken up again, closed."""

from datetime import datetime
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Answer, Close, Decision, Effect, Repost, Say, Show
from flows.events import Event, Tapped, Typed, Unreadable
from flows.person import Open, Person
from flows.questionnaires import FORMS
from flows.questions import replies, show, walk
from flows.questions.answers import Answers
from flows.questions.data import Tap
from flows.questions.run import Asked, Completed, Refused, Repeated, Run, Stale, Step
from flows.talk.stair_texts import UNWELL
from flows.words import Button, Content, T, Text

WAYS_OUT = {
    "checkin": UNWELL,
    "signs": Button(label=T("I am fine, go back"), data="m|fine"),
}
NOTHING_KEPT = T("Left. Nothing of it was kept.")
LEFT = {"session": T("Left. The session itself is kept.")}
_SLOTS = "run:"
BEHIND = T("That question is behind us. Here is where we are.")
NOTHING_OPEN = T("Those questions are closed. /help shows what I can do.")


class Spoken(Struct, frozen=True):
    """What follows from a reply, and the run that it completed, if it did."""

    decision: Decision[Person]
    done: Run | None = None


class Given(Struct, frozen=True, kw_only=True):
    """What a form is told at its beginning, as `walk.begin` takes it."""

    known: Answers | None = None
    prefilled: Answers | None = None
    offered: Answers | None = None


def opened(
    person: Person, form: str, event: Event, known: Answers | None = None
) -> Decision[Person]:
    """Open a form; what is open already is put aside and taken up again afterwards."""
    return filled_in(person, form, event, Given(known=known))


def filled_in(person: Person, form: str, event: Event, given: Given) -> Decision[Person]:
    """Open a form with answers in it already, to be changed or confirmed."""
    code = mint(event.salt, f"run {form}", 6)
    run = walk.begin(
        FORMS[form],
        code,
        known=given.known,
        prefilled=given.prefilled,
        offered=given.offered,
    )
    same = tuple(one for one in waiting(person) if one.run.form == form)
    aside = tuple(one for one in waiting(person) if one.run.form != form)
    closed = tuple(Close(slot=slot_of(one.run)) for one in same)
    person = replace(person, aside=aside, open=Open(run=run, asked=event.at))
    return Decision(
        state=person, effects=(*closed, Repost(slot=slot_of(run), content=screen(run)))
    )


def waiting(person: Person) -> tuple[Open, ...]:
    """List all dialogues that wait for an answer, the current one last."""
    return (*person.aside, person.open) if person.open else person.aside


def taken_up(person: Person, dialogue: Open, at: datetime) -> Decision[Person]:
    """Bring a dialogue that waits to the front; what was there is put aside."""
    aside = tuple(one for one in waiting(person) if one is not dialogue)
    return resumed(replace(person, open=dialogue, aside=aside), at)


def _as_now(run: Run) -> Run:
    """Carry a stored run over to its form as it is today."""
    return walk.resumed(FORMS[run.form], run)


def slot_of(run: Run) -> str:
    """Name the live message of a run."""
    return f"{_SLOTS}{run.code}"


def is_slot(slot: str) -> bool:
    """Tell a run's live message from others."""
    return slot.startswith(_SLOTS)


def screen(run: Run, problem: Text | None = None) -> Content:
    """Show where a run stands; some forms have a way out below their own buttons."""
    content = show.show(FORMS[run.form], run, problem)
    way_out = WAYS_OUT.get(run.form)
    return replace(content, buttons=(*content.buttons, (way_out,))) if way_out else content


def typed(person: Person, dialogue: Open, event: Typed) -> Spoken:
    """Take a typed reply; the next question comes at the bottom of the chat."""
    run = _as_now(dialogue.run)
    return _taken(person, replies.typed(FORMS[run.form], run, event.text), event.at)


def pictured(person: Person, event: Unreadable) -> Spoken | None:
    """Take a photo; None when none is waited for."""
    if person.open is None or not event.photo:
        return None
    run = _as_now(person.open.run)
    step = replies.pictured(FORMS[run.form], run, event.photo)
    return None if step is None else _taken(person, step, event.at)


def _taken(person: Person, step: Step, at: datetime) -> Spoken:
    if isinstance(step, Completed):
        return _completed(person, step.run)
    problem = step.problem if isinstance(step, Refused) else None
    return Spoken(_going_on(person, step, at, Repost, problem))


def tapped(person: Person, tap: Tap, event: Tapped) -> Spoken:
    """Take a tapped button; the message is edited in place. An old one is answered kindly."""
    if person.open is None:
        closed = Answer(query=event.query, text=NOTHING_OPEN, alert=True)
        return Spoken(Decision(state=person, effects=(closed,)))
    run = _as_now(person.open.run)
    step = replies.tapped(FORMS[run.form], run, tap)
    match step:
        case Completed():
            return _completed(person, step.run)
        case Repeated():
            return Spoken(Decision(state=person))
        case Stale():
            return Spoken(_stale(person, step, event))
        case Refused():
            return Spoken(_going_on(person, step, event.at, Show, step.problem))
        case Asked():
            return Spoken(_going_on(person, step, event.at, Show, None))
        case _:
            assert_never(step)


def _stale(person: Person, step: Stale, event: Tapped) -> Decision[Person]:
    behind = Answer(query=event.query, text=BEHIND)
    again = Repost(slot=slot_of(step.run), content=screen(step.run))
    return Decision(state=person, effects=(behind, again))


def _going_on(
    person: Person,
    step: Step,
    at: datetime,
    how: type[Show] | type[Repost],
    problem: Text | None,
) -> Decision[Person]:
    person = replace(person, open=Open(run=step.run, asked=at))
    shown = how(slot=slot_of(step.run), content=screen(step.run, problem))
    return Decision(state=person, effects=(shown,))


def _completed(person: Person, run: Run) -> Spoken:
    last = Close(slot=slot_of(run), content=show.closing(FORMS[run.form], run))
    return Spoken(Decision(state=replace(person, open=None), effects=(last,)), run)


def resumed(person: Person, at: datetime) -> Decision[Person]:
    """Show the open question again, or take up what was put aside last; else nothing."""
    last = person.open or (person.aside[-1] if person.aside else None)
    if last is None:
        return Decision(state=person)
    run = _as_now(last.run)
    aside = person.aside if person.open else person.aside[:-1]
    person = replace(person, open=Open(run=run, asked=at), aside=aside)
    return Decision(state=person, effects=(_again(run),))


def _again(run: Run) -> Effect:
    return Repost(slot=slot_of(run), content=screen(run))


def cancelled(person: Person) -> Decision[Person]:
    """Leave the open form; its answers so far are let go. Said below: it may stand far above."""
    if person.open is None:
        return Decision(state=person)
    run = person.open.run
    said = Say(content=Content((LEFT.get(run.form, NOTHING_KEPT),)))
    return Decision(state=replace(person, open=None), effects=(Close(slot=slot_of(run)), said))


def dropped(person: Person, form: str) -> Decision[Person]:
    """Let go of a form, open or aside, because its time is over."""
    ended = (one.run for one in waiting(person) if one.run.form == form)
    over = tuple(Close(slot=slot_of(run)) for run in ended)
    current = person.open if person.open and person.open.run.form != form else None
    aside = tuple(one for one in person.aside if one.run.form != form)
    return Decision(state=replace(person, open=current, aside=aside), effects=over)
