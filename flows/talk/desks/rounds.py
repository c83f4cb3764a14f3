"""What the clock does at a desk: a day begins, an urgent ping rings again, the digest comes."""

from datetime import timedelta

from msgspec.structs import replace

from flows.desk import Desk, Lying, hours_of, lying_open, unseen
from flows.deskwork import PingUnseen
from flows.effects import Decision, Effect, Tell
from flows.events import TimerDue
from flows.hours import digest_day, today
from flows.people import gym_id
from flows.phases.policy import Policy
from flows.talk.desks import entries, overview
from flows.timers import late


def turn(desk: Desk, event: TimerDue, policy: Policy) -> Decision[Desk]:
    """Decide what a desk's timer leads to."""
    match event.name:
        case "working":
            return _day_begins(desk, event, policy)
        case "again":
            return _again(desk, event, policy)
        case "digest":
            return _digest(desk, event, policy)
        case _:
            return Decision(state=desk)


def _day_begins(desk: Desk, event: TimerDue, policy: Policy) -> Decision[Desk]:
    """Tell what waited for this day, or was put off to it."""
    day = today(hours_of(desk, policy.desk), event.at)
    effects: list[Effect] = []
    for lying in lying_open(desk):
        if lying.due is not None and lying.due <= day:
            now = entries.told(lying, event.at)
            desk = entries.changed(desk, lying, now)
            effects.extend(entries.below(lying, entries.card(now)))
    return Decision(state=desk, effects=tuple(effects))


def _again(desk: Desk, event: TimerDue, policy: Policy) -> Decision[Desk]:
    """Ring again for what nobody looked at; after that somebody else hears of it."""
    span = timedelta(minutes=policy.desk.again_minutes)
    effects: list[Effect] = []
    for lying in filter(unseen, desk.pings):
        if lying.told is not None and lying.told + span <= event.at:
            now, effect = _once_more(desk, lying, event, policy)
            desk = entries.changed(desk, lying, now)
            effects.extend(effect)
    return Decision(state=desk, effects=tuple(effects))


def _once_more(
    desk: Desk, lying: Lying, event: TimerDue, policy: Policy
) -> tuple[Lying, tuple[Effect, ...]]:
    if lying.tellings < policy.desk.tellings:
        now = replace(lying, told=event.at, tellings=lying.tellings + 1)
        return now, entries.below(lying, entries.card(now))
    return replace(lying, escalated=True), _to_gym(desk, lying, event)


def _to_gym(desk: Desk, lying: Lying, event: TimerDue) -> tuple[Effect, ...]:
    """Tell the client's gym that nobody looked: that, and nothing of why it rang."""
    ping = lying.ping
    client = entries.client_of(desk, ping.membership)
    if client is None:
        return ()
    news = PingUnseen(
        ping=ping.id,
        trainer=desk.trainer,
        client=ping.client,
        client_name=ping.client_name,
        membership=ping.membership,
        minutes=(event.at - ping.at) // timedelta(minutes=1),
    )
    return (Tell(to=gym_id(client.gym), news=news),)


def _digest(desk: Desk, event: TimerDue, policy: Policy) -> Decision[Desk]:
    """Say once a day what needs a human, if anything does; one that comes too late is left out."""
    coming = digest_day(hours_of(desk, policy.desk), event.at)
    desk = replace(desk, digest=coming)
    if event.at - event.due > late(policy.timing) or not overview.lies(desk):
        return Decision(state=desk)
    return overview.listed(desk, overview.digest(desk))
