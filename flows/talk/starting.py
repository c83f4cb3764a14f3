"""A trainer's choice of the first step, until the first week has been reviewed."""

from datetime import date

from msgspec.structs import replace

from flows.effects import Decision, Record, Say, then
from flows.events import Told
from flows.news import Decided
from flows.person import Client, Person
from flows.phases.after import begin
from flows.phases.intake import Placement
from flows.phases.placement import place
from flows.phases.policy import Policy
from flows.steps import Phase
from flows.talk import calendar, known, links, pinging, stair_texts
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.words import Content, T, Text


def begins(client: Client) -> bool:
    """Say whether somebody was placed, and no week has been reviewed since."""
    return not client.position.past and client.position.phase == client.placement.phase


def started(
    person: Person, client: Client, news: Decided, event: Told, policy: Policy
) -> Decision[Person]:
    """Place the person anew on the step the trainer asks for, as far as the assessment allows."""
    today = calendar.today(person, event.at)
    placement = tried(person, news.phase, today, policy)
    if placement.phase is not news.phase:
        return _refused(person, news, placement)
    position = begin(known.read(person, today), placement)
    counted = pinging.overruled(news, tuple(one.rule for one in client.placement.reasons[:1]))
    client = replace(client, position=position, placement=placement, pending=None)
    lines = stair_texts.placed(placement)
    why = stair_texts.because(news.reason)
    said = Say(content=Content((*lines, *why), ((WHY, PLAN), (UNWELL,))))
    record = Record(
        what="placed",
        at=event.at,
        policy=policy.version,
        facts=(("phase", int(placement.phase or 0)), ("by", "trainer"), ("reason", news.reason)),
    )
    person = replace(person, client=client)
    effects = (said, *counted, *links.roster(person))
    told = Decision(state=person, effects=effects, records=(record,))
    where = stair_texts.step(placement.phase or Phase.STABILIZATION_ENDURANCE)
    return then(
        told, lambda now: _settled(now, news, T("Done. They start on {step}.", step=where))
    )


def tried(person: Person, to: Phase | None, today: date, policy: Policy) -> Placement:
    """Judge a first step without taking it: where it may not be, the placement is elsewhere."""
    return place(replace(known.read(person, today), start=to), policy)


def against(placement: Placement) -> Text:
    """Say why a first step may not be."""
    reasons = (one.text for one in placement.reasons if one.rule != "start")
    return next(reasons, T("A start is on step {top} at most.", top=int(placement.phase or 1)))


def _refused(person: Person, news: Decided, placement: Placement) -> Decision[Person]:
    why = T("Not possible. {reason}", reason=against(placement))
    return Decision(state=person, effects=(pinging.refused(person, news, why),))


def _settled(person: Person, news: Decided, text: Text) -> Decision[Person]:
    return Decision(state=person, effects=(pinging.outcome(person, news, text),))
