"""Where a client stands, and why: /stairs and /why."""

from collections.abc import Callable
from datetime import date

from flows.effects import Decision, Say
from flows.person import Client, Person
from flows.phases.policy import Policy
from flows.talk import clearance_texts, stair_texts
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.words import Button, Content, T, Text

NO_STEP = Content(
    (T("You have no step yet. The assessment takes about five minutes and finds it."),),
    ((Button(label=T("Begin my assessment"), data="m|begin"),),),
)


def where(person: Person) -> Decision[Person]:
    """Show the staircase with a mark where the client stands."""
    return _said(person, _where)


def why(person: Person, today: date, policy: Policy) -> Decision[Person]:
    """Give the reasons of what holds now, with what each rests on."""
    return _said(person, lambda client: _why(client, today, policy))


def _said(person: Person, say: Callable[[Client], Content]) -> Decision[Person]:
    content = NO_STEP if person.client is None else say(person.client)
    return Decision(state=person, effects=(Say(content=content),))


def _where(client: Client) -> Content:
    position = client.position
    lines = stair_texts.stairs(position.phase, position.weeks_in_phase)
    pending = _waits(client)
    return Content((*lines, *pending), ((WHY, PLAN), (UNWELL,)))


def _waits(client: Client) -> tuple[Text, ...]:
    if client.pending is None:
        return ()
    step = stair_texts.step(client.pending.phase)
    return (T("Waiting for your trainer's yes: {step}.", step=step),)


def _why(client: Client, today: date, policy: Policy) -> Content:
    if client.position.phase is None:
        return clearance_texts.pending(client, today, policy)
    if client.verdict is None:
        return Content(stair_texts.why_placed(client.placement), ((PLAN, UNWELL),))
    return Content(stair_texts.why(client.verdict), ((PLAN, UNWELL),))
