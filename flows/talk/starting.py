"""A trainer's choice of the first step, until the first week has been reviewed."""

from msgspec.structs import replace

from flows.effects import Decision, Record, Say, Tell, then
from flows.events import Told
from flows.news import Decided, PingRefused, PingSettled
from flows.people import desk_id
from flows.person import Client, Person
from flows.phases.after import begin
from flows.phases.intake import Placement
from flows.phases.placement import place
from flows.phases.policy import Policy
from flows.steps import Phase
from flows.talk import calendar, known, links, stair_texts
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.words import Content, T, Text


def begins(client: Client) -> bool:
    """Say whether somebody was placed, and no week has been reviewed since."""
    return not client.position.past and client.position.phase == client.placement.phase


def started(
    person: Person, client: Client, news: Decided, event: Told, policy: Policy
) -> Decision[Person]:
    """Place the person anew on the step the trainer asks for, as far as the assessment allows."""
    intake = replace(known.read(person, calendar.today(person, event.at)), start=news.phase)
    placement = place(intake, policy)
    if placement.phase is not news.phase:
        return _refused(person, news, placement)
    position = begin(intake, placement)
    client = replace(client, position=position, placement=placement, pending=None)
    lines = stair_texts.placed(placement)
    said = Say(content=Content(lines, ((WHY, PLAN), (UNWELL,))))
    record = Record(
        what="placed",
        at=event.at,
        policy=policy.version,
        facts=(("phase", int(placement.phase or 0)), ("by", "trainer")),
    )
    person = replace(person, client=client)
    told = Decision(state=person, effects=(said, *links.roster(person)), records=(record,))
    where = stair_texts.step(placement.phase or Phase.STABILIZATION_ENDURANCE)
    return then(
        told, lambda now: _settled(now, news, T("Done. They start on {step}.", step=where))
    )


def _refused(person: Person, news: Decided, placement: Placement) -> Decision[Person]:
    against = (one.text for one in placement.reasons if one.rule != "start")
    why = next(against, T("A start is on step {top} at most.", top=int(placement.phase or 1)))
    refused = PingRefused(ping=news.ping, text=T("Not possible. {reason}", reason=why))
    return Decision(state=person, effects=(Tell(to=desk_id(news.trainer), news=refused),))


def _settled(person: Person, news: Decided, text: Text) -> Decision[Person]:
    settled = PingSettled(ping=news.ping, text=text)
    return Decision(state=person, effects=(Tell(to=desk_id(news.trainer), news=settled),))
