"""A step up that waited too long for a yes, in a gym that lets it be made without one then."""

from datetime import date

from msgspec.structs import replace

from flows.attention import hurts
from flows.effects import Decision, Record, Say, then
from flows.events import TimerDue
from flows.people import Role
from flows.person import Client, Pending, Person, link
from flows.phases.after import moved
from flows.phases.outcome import Verdict
from flows.phases.policy import Policy
from flows.phases.reasons import OURS
from flows.phases.telling import note
from flows.talk import calendar, judging, known, links, pinging, stair_texts, trainer
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.words import Content, T

WHY_ALONE = T("There was no answer in {days} days, and {gym} lets you go on then.")
SETTLED = T("No answer in {days} days: they went up by themselves, as your gym has it.")


def due(person: Person, event: TimerDue, policy: Policy) -> Decision[Person]:
    """Make the step that waits, if all its guards are open still; else it goes on waiting."""
    client, membership = person.client, link(person, Role.CLIENT)
    if client is None or client.pending is None or membership is None:
        return Decision(state=person)
    pending = replace(client.pending, tried=True)
    today = calendar.today(person, event.at)
    verdict = trainer.tried(person, client, pending.phase, today, policy)
    open_ = not verdict.missing and trainer.goes(verdict, pending.phase)
    if not open_ or hurts(client):
        return Decision(state=replace(person, client=replace(client, pending=pending)))
    days = membership.act_after
    reason = note("alone", OURS, T(WHY_ALONE.template, days=days, gym=membership.gym_name))
    verdict = replace(verdict, reasons=(reason,))
    settled = pinging.settled(person, pending, T(SETTLED.template, days=days))
    person = replace(person, client=_on(person, client, verdict, today))
    made = Decision(state=person, effects=settled)
    return then(made, lambda now: _told(now, verdict, pending, event))


def _on(person: Person, client: Client, verdict: Verdict, today: date) -> Client:
    return replace(
        client,
        position=moved(known.current(person, client.position, today), verdict),
        entered=today,
        verdict=verdict,
        before=None,
        pending=None,
        judged=judging.moved(client, verdict, today),
    )


def _told(person: Person, verdict: Verdict, pending: Pending, event: TimerDue) -> Decision[Person]:
    lines = (stair_texts.head(verdict), *stair_texts.reasons(verdict.reasons))
    limits = stair_texts.limits(verdict.limits)
    said = Say(content=Content((*lines, *limits), ((WHY, PLAN), (UNWELL,))))
    text = pinging.quoted(person, lines)
    matter = pinging.Matter(kind="moved", text=text, phase=pending.phase)
    record = Record(
        what="moved without an answer",
        at=event.at,
        policy=verdict.policy,
        facts=(("phase", int(pending.phase)),),
    )
    rung = pinging.ping(person, event, matter)
    return Decision(state=person, effects=(said, *rung, *links.roster(person)), records=(record,))
