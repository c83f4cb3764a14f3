"""A week reviewed: the verdict, the move it makes or asks for, and who hears of it."""

from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from flows.effects import Decision, Effect, Record, Say, then
from flows.events import Event
from flows.person import Client, Pending, Person
from flows.phases import modes
from flows.phases.after import after
from flows.phases.opening import opened
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.signs import Severity
from flows.steps import Mode
from flows.talk import calendar, judging, known, links, pinging, placing, retest_offer, stair_texts
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.words import Button, Content, T, Text

MOVEMENT = Button(label=T("Movement check now"), data="m|movement")
HEALTH = Button(label=T("Answer the health questions"), data="m|health")
CHECKED = Content((T("Thank you. Your next check-in counts it."),), ((PLAN, UNWELL),))


class Review(Struct, frozen=True, kw_only=True):
    """One review: of which client, the position and the week it looked at, and its verdict."""

    client: Client
    before: Position
    week: Week
    verdict: Verdict


def reviewed(person: Person, week: Week, event: Event, policy: Policy) -> Decision[Person]:
    """Review a week from where the client stands; changes nothing for who was never placed."""
    if person.client is None:
        return Decision(state=person)
    return _from(person, person.client, week, event, policy)


def missed(person: Person, week: Week, event: Event, policy: Policy) -> Decision[Person]:
    """Review a week nobody told of: where it holds the next check-in says so; a move is told."""
    client = person.client
    if client is None:
        return Decision(state=person)
    done = _review(person, client, week, event, policy)
    decided = _folded(person, done, event, policy)
    if done.verdict.phase == done.before.phase:
        return then(decided, lambda now: Decision(state=now, effects=links.roster(now)))
    return then(decided, lambda now: _told(now, done, event, policy))


def checked(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Take a new movement check: pain in it stops, else the last week is looked at once more."""
    client = person.client
    if client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    position = known.current(person, client.position, today)
    person = replace(person, client=replace(client, position=position))
    if position.movement is not None and position.movement.pain:
        hurt = (opened("pain.test", Severity.STOP, today),)
        return placing.stopped_by(person, hurt, event, policy)
    if client.before is None or client.week is None or not _young(client, today, policy):
        return Decision(state=person, effects=(Say(content=CHECKED),))
    earlier = replace(client, position=client.before)
    return _from(person, earlier, client.week, event, policy)


def _young(client: Client, today: date, policy: Policy) -> bool:
    told = client.week.today if client.week else None
    return told is not None and (today - told).days <= policy.timing.fresh_days


def _from(
    person: Person, client: Client, week: Week, event: Event, policy: Policy
) -> Decision[Person]:
    done = _review(person, client, week, event, policy)
    decided = _folded(person, done, event, policy)
    return then(decided, lambda now: _told(now, done, event, policy))


def _review(person: Person, client: Client, week: Week, event: Event, policy: Policy) -> Review:
    before = known.current(person, client.position, calendar.today(person, event.at))
    verdict = modes.reviewed(before, week, known.mode(person), policy)
    return Review(client=client, before=before, week=week, verdict=verdict)


def _folded(person: Person, done: Review, event: Event, policy: Policy) -> Decision[Person]:
    client, verdict = done.client, done.verdict
    position = after(done.before, done.week, verdict, policy)
    stays = position.phase == done.before.phase
    pending, effects = _waiting(person, client, verdict, event)
    client = replace(
        client,
        position=position,
        entered=client.entered if stays else calendar.today(person, event.at),
        verdict=verdict,
        week=done.week,
        before=done.before if stays else None,
        pending=pending,
        judged=judging.judged(client, verdict, calendar.today(person, event.at)),
    )
    record = _record(verdict, event.at)
    return Decision(state=replace(person, client=client), effects=effects, records=(record,))


def _waiting(
    person: Person, client: Client, verdict: Verdict, event: Event
) -> tuple[Pending | None, tuple[Effect, ...]]:
    """Keep, begin or end the wait for a trainer's yes."""
    old = client.pending
    asked = known.supervised(person) and client.mode is not Mode.MANUAL
    asks = verdict.approval is Approval.TRAINER and asked
    if asks and verdict.phase is not None:
        if old is not None and old.phase is verdict.phase:
            return old, ()
        ping = pinging.code(event, "approval")
        return Pending(ping=ping, phase=verdict.phase, since=event.at), pinging.settled(
            person, old
        )
    return None, pinging.settled(person, old)


def _record(verdict: Verdict, at: datetime) -> Record:
    return Record(
        what="verdict",
        at=at,
        policy=verdict.policy,
        facts=(
            ("verdict", verdict.verdict.value),
            ("phase", int(verdict.phase) if verdict.phase else None),
            ("approval", verdict.approval.value),
            ("reasons", tuple(one.rule for one in verdict.reasons)),
            ("missing", tuple(one.rule for one in verdict.missing)),
        ),
    )


def _told(person: Person, done: Review, event: Event, policy: Policy) -> Decision[Person]:
    if done.verdict.verdict is Outcome.STOP:
        return placing.stopped(person, event, policy)
    lines = stair_texts.judged(done.verdict)
    today = calendar.today(person, event.at)
    again = retest_offer.after(person, done.verdict, done.before.phase, today, policy)
    buttons = (*_offers(done.verdict), *again, (WHY, PLAN), (UNWELL,))
    said = Say(content=Content(lines, buttons))
    kind = _kind(person, done, policy)
    quoted = pinging.quoted(person, lines)
    text = (*quoted, *_more(kind, done))
    reason = _reason(kind, done)
    matter = pinging.Matter(kind=kind or "", text=text, phase=done.verdict.phase, reason=reason)
    rung = pinging.numbered(person, event, matter, _ident(person, event, kind)) if kind else ()
    return Decision(state=person, effects=(said, *rung, *links.roster(person)))


def _more(kind: str | None, done: Review) -> tuple[Text, ...]:
    """Tell the trainer what the client need not read: where it hurts, and what the weeks said."""
    if kind == "pain":
        return _place(done.week)
    return stair_texts.readings(done.verdict) if kind == "approval" else ()


def _reason(kind: str | None, done: Review) -> Text:
    """Say in a few words what the review rings for."""
    if kind != "pain":
        return T("To {step}.", step=stair_texts.step(done.verdict.phase))
    told = T("{pain} of 10.", pain=done.week.pain or 0)
    return next((T("{pain} {where}", pain=told, where=one) for one in _place(done.week)), told)


def _place(week: Week) -> tuple[Text, ...]:
    """Say where it hurts, for the trainer."""
    where = ", ".join(place.replace("_", " ") for place in week.pain_where)
    return (T("It hurts here: {where}.", where=where),) if where else ()


def _ident(person: Person, event: Event, kind: str) -> str:
    """Name the ping; the one that asks for a yes is the one that is waited for."""
    pending = person.client.pending if person.client else None
    asks = kind == "approval" and pending is not None
    return pending.ping if asks and pending else pinging.code(event, kind)


def _offers(verdict: Verdict) -> tuple[tuple[Button, ...], ...]:
    movement = ((MOVEMENT,),) if verdict.offer_movement or verdict.tests_again else ()
    screening = any(one.rule == "screened" for one in (*verdict.reasons, *verdict.missing))
    return (*movement, *(((HEALTH,),) if screening else ()))


def _kind(person: Person, done: Review, policy: Policy) -> str | None:
    """Choose the one ping a review raises, the gravest first."""
    pending = person.client.pending if person.client else None
    if (done.week.pain or 0) >= policy.pain.hold:
        return "pain"
    if done.verdict.approval is Approval.TRAINER:
        new = pending is not None and pending.asked == 1 and done.verdict.phase is pending.phase
        return "approval" if new else None
    return "moved" if done.verdict.phase != done.before.phase else None
