"""What a client's state does about their trainer's decision, on a ping or on the card."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from flows.effects import Decision, Effect, Record, Say, then
from flows.events import Told
from flows.news import Decided
from flows.person import Client, Person
from flows.phases.acts import move
from flows.phases.after import moved
from flows.phases.outcome import Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Week
from flows.phases.reasons import Direction
from flows.pings import PingAct
from flows.steps import Phase
from flows.talk import calendar, judging, known, links, pinging, stair_texts, starting
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.words import Content, T, Text

NOT_WAITING = T("Nothing waits for a yes any more.")
HELD = T("You hold them where they are.")
NO_STEP = T("There is no step now: something has to be cleared first.")


def decided(person: Person, news: Decided, event: Told, policy: Policy) -> Decision[Person]:
    """Do what the trainer chose, as far as health allows, and tell their desk what came of it."""
    client = person.client
    if client is None or client.position.phase is None:
        return _settled(person, news, NO_STEP)
    waits = client.pending is not None and client.pending.ping == news.ping
    match news.act:
        case PingAct.HOLD:
            return _held(person, client, news, waits=waits)
        case PingAct.APPROVE if waits and client.pending is not None:
            return _moved(person, client, Choice(client.pending.phase, news, event), policy)
        case PingAct.STEP if news.phase is not None and starting.begins(client):
            return starting.started(person, client, news, event, policy)
        case PingAct.STEP if news.phase is not None:
            return _moved(person, client, Choice(news.phase, news, event), policy)
        case _:
            return _settled(person, news, NOT_WAITING)


def _settled(person: Person, news: Decided, text: Text) -> Decision[Person]:
    return Decision(state=person, effects=(pinging.outcome(person, news, text),))


def _held(person: Person, client: Client, news: Decided, *, waits: bool) -> Decision[Person]:
    over = () if waits else pinging.settled(person, client.pending, HELD)
    person = replace(person, client=replace(client, pending=None))
    counted = pinging.overruled(news, _ruled(client.verdict)) if waits else ()
    said = T("{trainer} wants you to stay on your step for now.", trainer=news.trainer_name)
    content = Content((said, *stair_texts.because(news.reason)), ((WHY, PLAN),))
    told = Decision(state=person, effects=(Say(content=content), *counted, *over))
    return then(told, lambda now: _settled(now, news, HELD))


def _ruled(verdict: Verdict | None) -> tuple[str, ...]:
    """Name the rules that the last verdict rests on."""
    reasons = verdict.reasons if verdict else ()
    return tuple(one.rule for one in reasons if one.direction is not Direction.NOTE)


class Choice(Struct, frozen=True):
    """What a trainer chose: the step, on which ping, told by which event."""

    to: Phase
    news: Decided
    event: Told


def tried(person: Person, client: Client, to: Phase, today: date, policy: Policy) -> Verdict:
    """Judge a step without taking it: its `missing` are the guards that would be passed over."""
    position = known.current(person, client.position, today)
    return move(position, client.week or Week(today=today), to, policy)


def goes(verdict: Verdict, to: Phase) -> bool:
    """Say whether a judged step may be taken."""
    return verdict.verdict not in {Outcome.STOP, Outcome.HOLD} and verdict.phase is to


def _moved(person: Person, client: Client, choice: Choice, policy: Policy) -> Decision[Person]:
    to, news, event = choice.to, choice.news, choice.event
    today = calendar.today(person, event.at)
    verdict = tried(person, client, to, today, policy)
    if not goes(verdict, to):
        refused = pinging.refused(person, news, _refused(verdict))
        return Decision(state=person, effects=(refused,))
    other = client.pending if client.pending and client.pending.ping != news.ping else None
    counted = () if news.act == PingAct.APPROVE else _counted(client, verdict, news)
    client = replace(
        client,
        position=moved(known.current(person, client.position, today), verdict),
        entered=today,
        verdict=verdict,
        before=None,
        pending=None,
        judged=judging.moved(client, verdict, today, news.reason),
    )
    person = known.looked(replace(person, client=client), to, today)
    ended = Decision(state=person, effects=(*pinging.settled(person, other), *counted))
    return then(ended, lambda now: _announced(now, verdict, news, event))


def _counted(client: Client, verdict: Verdict, news: Decided) -> tuple[Effect, ...]:
    """Count the guards passed over; of a step down, what the last verdict rested on."""
    passed = tuple(one.rule for one in verdict.missing)
    here, there = client.position.phase, verdict.phase
    climbs = here is not None and there is not None and there > here
    return pinging.overruled(news, passed if climbs else passed or _ruled(client.verdict))


def _announced(person: Person, verdict: Verdict, news: Decided, event: Told) -> Decision[Person]:
    lines = (stair_texts.head(verdict), *stair_texts.reasons(verdict.reasons))
    limits = stair_texts.limits(verdict.limits)
    why = stair_texts.because(news.reason)
    said = Say(content=Content((*lines, *why, *limits), ((WHY, PLAN), (UNWELL,))))
    record = Record(
        what="moved by trainer",
        at=event.at,
        policy=verdict.policy,
        facts=(
            ("phase", int(verdict.phase) if verdict.phase else None),
            ("passed over", tuple(one.rule for one in verdict.missing)),
            ("reason", news.reason),
        ),
    )
    told = Decision(state=person, effects=(said, *links.roster(person)), records=(record,))
    return then(told, lambda now: _settled(now, news, _done(verdict)))


def _done(verdict: Verdict) -> Text:
    where = stair_texts.head(verdict)
    if not verdict.missing:
        return T("Done. {where}", where=where)
    passed = ", ".join(one.rule.replace("_", " ") for one in verdict.missing)
    return T("Done. {where} You passed over: {passed}.", where=where, passed=passed)


def _refused(verdict: Verdict) -> Text:
    first = verdict.missing[0].text if verdict.missing else T("")
    return T("Not possible. {reason}", reason=first)
