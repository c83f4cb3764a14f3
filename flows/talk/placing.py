"""From the finished assessment to a step, to a stop, and back: told to all it concerns."""

from datetime import date

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Effect, Record, Say, then
from flows.events import Event
from flows.person import Calendar, Client, Person
from flows.phases.after import begin
from flows.phases.case import resume
from flows.phases.clearance import open_items
from flows.phases.items import Item
from flows.phases.placement import place
from flows.phases.policy import Policy
from flows.phases.signs import Severity
from flows.phases.telling import back, stand
from flows.steps import Phase
from flows.talk import (
    calendar,
    clearance_texts,
    emergency,
    known,
    links,
    pinging,
    stair_texts,
)
from flows.talk.stair_texts import PLAN, TODAY, UNWELL, WHY
from flows.words import Content, T, Text

CLEARED = T("No longer open: it is cleared, and they train on step 1 again.")


def placed(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Place the person by the finished assessment, tell all concerned, start the weeks."""
    today = calendar.today(person, event.at)
    intake = known.read(person, today)
    placement = place(intake, policy)
    days = facts.whole(known.answers(person, "intake"), "days")
    weeks = Calendar(
        next=calendar.first_day(today, person.settings, policy),
        health_asked=today,
        planned=days,
    )
    fresh = Client(
        position=begin(intake, placement), entered=today, calendar=weeks, placement=placement
    )
    client = _experienced(fresh, person.client)
    record = Record(
        what="placed",
        at=event.at,
        policy=policy.version,
        facts=(
            ("phase", int(placement.phase) if placement.phase else None),
            ("reasons", tuple(one.rule for one in placement.reasons)),
        ),
    )
    decided = Decision(state=replace(person, client=client), records=(record,))
    return then(decided, lambda now: _told(now, event, policy))


def _experienced(fresh: Client, old: Client | None) -> Client:
    """Keep what somebody has done and what is settled for them; its weeks are over."""
    if old is None:
        return fresh
    over = tuple(replace(one, told=True) for one in old.training.sessions)
    training = replace(old.training, sessions=over)
    return replace(
        fresh,
        results=old.results,
        dates=old.dates,
        lifts=old.lifts,
        training=training,
        judged=old.judged,
        mode=old.mode,
        spells=old.spells,
    )


def _told(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    client = person.client
    if client is None or client.position.phase is None:
        return stopped(person, event, policy)
    lines = stair_texts.placed(client.placement)
    day = T("First check-in: {day}.", day=calendar.spoken(client.calendar.next))
    said = Say(content=Content((*lines, day), ((TODAY,), (WHY, PLAN), (UNWELL,))))
    text = pinging.quoted(person, lines)
    phase = client.position.phase
    matter = pinging.Matter(kind="assessed", text=text, phase=phase, reason=_on(phase))
    rung = pinging.ping(person, event, matter)
    return Decision(state=person, effects=(said, *rung, *links.roster(person)))


def _on(phase: Phase | None) -> Text:
    return T("On {step}.", step=stair_texts.step(phase))


def reported(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Tell a new trainer where a client stands who was placed before, and what is open."""
    if person.client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    client = replace(person.client, position=known.current(person, person.client.position, today))
    person = replace(person, client=client)
    if client.position.phase is None:
        return stopped(person, event, policy)
    lines = (
        *stair_texts.stairs(client.position.phase, client.position.weeks_in_phase),
        *stair_texts.limits(client.placement.limits),
    )
    matter = pinging.Matter(
        kind="assessed",
        text=pinging.quoted(person, lines),
        phase=client.position.phase,
        reason=_on(client.position.phase),
    )
    return Decision(state=person, effects=pinging.ping(person, event, matter))


def stopped(
    person: Person, event: Event, policy: Policy, more: tuple[Text, ...] = ()
) -> Decision[Person]:
    """Tell client, trainer and gym that there is no step now, what is open, and what to do.

    `more` is for the trainer alone.
    """
    client = person.client
    if client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    content = clearance_texts.pending(client, today, policy)
    items = open_now(client, today, policy)
    grave = any(item.severity is Severity.EMERGENCY for item in items)
    first: tuple[Effect, ...] = (Say(content=Content(emergency.WORDS)),) if grave else ()
    text = (*pinging.quoted(person, content.paragraphs), *more)
    matter = pinging.Matter(kind="stopped", text=text, items=items, reason=pinging.named(items))
    rung = pinging.ping(person, event, matter)
    effects = (*first, Say(content=content), *rung, *links.roster(person))
    return Decision(state=person, effects=effects)


def reminded(person: Person, client: Client, event: Event, policy: Policy) -> Decision[Person]:
    """Show once more what is open; the trainer knows it already."""
    content = clearance_texts.pending(client, calendar.today(person, event.at), policy)
    return Decision(state=person, effects=(Say(content=content),))


def stopped_by(
    person: Person,
    new: tuple[Item, ...],
    event: Event,
    policy: Policy,
    more: tuple[Text, ...] = (),
) -> Decision[Person]:
    """Open items anew, also where an older one was cleared: no step until they are settled."""
    client = person.client
    if client is None:
        return Decision(state=person)
    fresh = {item.code for item in new}
    old = tuple(item for item in client.position.items if item.code not in fresh)
    position = replace(client.position, phase=None, items=(*old, *new))
    ended = pinging.settled(person, client.pending)
    person = replace(person, client=replace(client, position=position, pending=None, before=None))
    over = Decision(state=person, effects=ended)
    return then(over, lambda now: stopped(now, event, policy, more))


def opened_again(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Give the step back once nothing is open: a first placement, or step 1 after a stop."""
    if person.client is None or person.client.position.phase is not None:
        return Decision(state=person)
    if person.client.placement.phase is None:
        return placed(person, event, policy)
    today = calendar.today(person, event.at)
    position = resume(person.client.position, today, policy)
    why = stand(Phase(1), back(position.no_up_until), policy)
    client = replace(person.client, position=position, entered=today, verdict=why)
    person = replace(person, client=client)
    content = Content(
        (
            T("<b>Cleared: welcome back on {step}.</b>", step=stair_texts.step(Phase(1))),
            T("Nobody moves up in the first weeks after a stop; the check-ins go on."),
        )
    )
    over = pinging.over(person, ("stopped", "left"), CLEARED)
    return Decision(state=person, effects=(Say(content=content), *over, *links.roster(person)))


def open_now(client: Client, today: date, policy: Policy) -> tuple[Item, ...]:
    """List what is not cleared today."""
    items, who = client.position.items, client.position.profile
    return open_items(items, today, policy, supervised=who.supervised)
