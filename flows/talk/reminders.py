"""What a person's timers do: check-ins, nudges, the end of a break, a decision that waits."""

from datetime import timedelta

from msgspec.structs import replace

from flows.effects import Decision, Repost, Say
from flows.events import TimerDue
from flows.person import Person
from flows.phases.policy import Timing
from flows.programs.book import Book
from flows.talk import alone, breaks, checkin, dialogue, pinging, stair_texts
from flows.talk.training import ticking
from flows.timers import late
from flows.words import Content, T

NUDGED = T("Still there? Your answer is all that is missing.")


def turn(person: Person, event: TimerDue, book: Book) -> Decision[Person]:
    """Decide what a timer that came due leads to; one that no longer fits leads to nothing."""
    match event.name:
        case "checkin":
            return checkin.due(person, event, book.policy)
        case "nudge":
            return _nudged(person, event, book.policy.timing)
        case "return":
            return breaks.returns(person, event, book.policy)
        case "unanswered":
            return _unanswered(person, event)
        case "alone":
            return alone.due(person, event, book.policy)
        case "rest" | "count" | "workout":
            return ticking.ticked(person, event, book)
        case _:
            return Decision(state=person)


def _nudged(person: Person, event: TimerDue, timing: Timing) -> Decision[Person]:
    if person.open is None:
        return Decision(state=person)
    waiting = person.open
    person = replace(person, open=replace(waiting, nudges=waiting.nudges + 1))
    if event.at - event.due > late(timing):
        return Decision(state=person)
    content = dialogue.screen(waiting.run, NUDGED)
    again = Repost(slot=dialogue.slot_of(waiting.run), content=content)
    return Decision(state=person, effects=(again,))


def _unanswered(person: Person, event: TimerDue) -> Decision[Person]:
    client = person.client
    if client is None or client.pending is None:
        return Decision(state=person)
    ident = pinging.code(event, "approval")
    asked = replace(client.pending, ping=ident, asked=client.pending.asked + 1)
    old = pinging.settled(person, client.pending, pinging.ASKED_AGAIN)
    person = replace(person, client=replace(client, pending=asked))
    step = stair_texts.step(asked.phase)
    said = T(
        "Your trainer has not answered yet. You stay; I ask again. Waiting: {step}.", step=step
    )
    count = (event.at - asked.since) // timedelta(days=7)
    ask = T("Still waiting for your yes: {step}. Weeks so far: {weeks}.", step=step, weeks=count)
    text = (ask, *stair_texts.readings(client.verdict))
    matter = pinging.Matter(kind="approval", text=text, phase=asked.phase, reason=ask)
    rung = pinging.numbered(person, event, matter, ident)
    told = Say(content=Content((said,)))
    return Decision(state=person, effects=(told, *old, *rung))
