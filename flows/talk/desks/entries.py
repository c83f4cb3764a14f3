"""What becomes of one ping on a desk: it comes, is told or waits, is seen, put off, done with."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from flows.desk import Client, Desk, Lying, Urgency, hours_of, lying_open
from flows.deskwork import PingLookedAt, PingsOver
from flows.effects import Close, Decision, Effect, Show, Tell
from flows.hours import digest_day, opening, tomorrow, working
from flows.news import PingRaised
from flows.people import gym_id
from flows.phases.office import Desks
from flows.pings import PINGS
from flows.talk import desk_texts
from flows.talk.desks import room
from flows.words import T, Text

SEEN = T("Seen.")


class Moment(Struct, frozen=True):
    """When something reaches a desk, and the rules of desks."""

    at: datetime
    rule: Desks


def slot_of(ping: str) -> str:
    """Name the live message of a ping."""
    return f"ping:{ping}"


def found(desk: Desk, ping: str) -> Lying | None:
    """Find a ping by its id; None for an unknown one."""
    return next((one for one in desk.pings if one.ping.id == ping), None)


def still_open(desk: Desk, ping: str) -> Lying | None:
    """Find a ping by its id; None for one that is unknown or done with."""
    lying = found(desk, ping)
    return lying if lying is not None and lying.outcome is None else None


def client_of(desk: Desk, membership: str) -> Client | None:
    """Find the client of a membership."""
    return next((one for one in desk.clients if one.membership == membership), None)


def card(lying: Lying) -> Show:
    """Show a ping where its message is."""
    content = desk_texts.ping(lying.ping, seen=lying.seen)
    return Show(slot=slot_of(lying.ping.id), content=content)


def below(lying: Lying, new: Show) -> tuple[Effect, ...]:
    """Show a ping at the bottom of the chat; what its old message said is gone from there."""
    old = Close(slot=new.slot, content=desk_texts.BELOW, quiet=True)
    return (old, new) if lying.shown else (new,)


def raised(desk: Desk, news: PingRaised, moment: Moment) -> Decision[Desk]:
    """Take a ping about a client of this desk, once: told now, or when its time comes.

    That nobody looked at one is for others than the client's trainer.
    """
    ping = news.ping
    trains = client_of(desk, ping.membership) is not None
    if found(desk, ping.id) or trains is (ping.kind == "escalated"):
        return Decision(state=desk)
    hours = hours_of(desk, moment.rule)
    if desk.digest is None or not lying_open(desk):
        desk = replace(desk, digest=digest_day(hours, moment.at))
    desk, let_go = _with_room(desk)
    new = _arrived(desk, Lying(ping=ping, urgency=PINGS[ping.kind].urgency), moment)
    shown = (card(new),) if new.shown else ()
    desk = replace(desk, pings=(*desk.pings, new))
    return Decision(state=desk, effects=(*let_go, *shown))


def _arrived(desk: Desk, new: Lying, moment: Moment) -> Lying:
    if new.urgency is Urgency.DIGEST:
        return replace(new, shown=False)
    off = new.urgency is Urgency.TODAY and rests(desk, moment.at)
    if desk.hours is not None and off:
        return replace(new, shown=False, due=opening(desk.hours, moment.at))
    return told(new, moment.at)


def rests(desk: Desk, at: datetime) -> bool:
    """Say whether a moment is outside a trainer's hours; until they tell them none is."""
    return desk.hours is not None and not working(desk.hours, at)


def told(lying: Lying, at: datetime) -> Lying:
    """Note that a ping is told now, as one that nobody has looked at yet, nor heard of."""
    fresh = replace(lying, shown=True, told=at, tellings=1, due=None)
    return replace(fresh, seen=False, escalated=False)


def _with_room(desk: Desk) -> tuple[Desk, tuple[Effect, ...]]:
    """Let go of what gives way to a new ping; what was still open says so in its message."""
    done, crowded = room.done_with(desk), room.crowded_out(desk)
    closed = (
        *(Close(slot=slot_of(one.ping.id)) for one in done if one.shown),
        *(_crowded_out(one) for one in crowded if one.shown),
    )
    gone = {one.ping.id for one in (*done, *crowded)}
    pings = tuple(one for one in desk.pings if one.ping.id not in gone)
    return replace(desk, pings=pings), closed


def _crowded_out(lying: Lying) -> Close:
    last = desk_texts.crowded_out(lying.ping)
    return Close(slot=slot_of(lying.ping.id), content=last, quiet=True)


def changed(desk: Desk, old: Lying, new: Lying) -> Desk:
    """Put a ping in the place of what it was."""
    return replace(desk, pings=tuple(new if one is old else one for one in desk.pings))


def seen(desk: Desk, lying: Lying) -> Decision[Desk]:
    """Note that a ping was seen: it is done with, unless something can still be cleared on it."""
    if not lying.ping.items:
        return settled(desk, lying.ping.id, SEEN)
    now = replace(lying, seen=True, due=None)
    effects = (card(now), *looked_at(desk, lying))
    return Decision(state=changed(desk, lying, now), effects=effects)


def looked(desk: Desk, lying: Lying) -> Decision[Desk]:
    """Note that a trainer has a ping before their eyes: it rings nobody any more."""
    now = replace(lying, seen=True)
    return Decision(state=changed(desk, lying, now), effects=looked_at(desk, lying))


def looked_at(desk: Desk, lying: Lying) -> tuple[Effect, ...]:
    """Tell the gym, where it heard that nobody looked at a ping, that somebody has."""
    client = client_of(desk, lying.ping.membership)
    if client is None or not lying.escalated:
        return ()
    news = PingLookedAt(ping=lying.ping.id, trainer=desk.trainer)
    return (Tell(to=gym_id(client.gym), news=news),)


def snoozed(desk: Desk, lying: Lying, moment: Moment) -> Decision[Desk]:
    """Put a ping off until the next working day begins."""
    hours = hours_of(desk, moment.rule)
    now = replace(lying, seen=True, shown=True, due=tomorrow(hours, moment.at))
    content = desk_texts.put_off_until(now, hours)
    shown = Show(slot=slot_of(lying.ping.id), content=content)
    return Decision(state=changed(desk, lying, now), effects=(shown, *looked_at(desk, lying)))


def opened(desk: Desk, lying: Lying, at: datetime) -> Decision[Desk]:
    """Show a ping at the bottom of the chat, because its trainer wants to see it."""
    now = replace(lying, shown=True, due=None, told=lying.told or at, seen=True)
    new = card(now)
    if lying.outcome is not None:
        new = replace(new, content=desk_texts.settled(lying.ping, lying.outcome))
    effects = (*below(lying, new), *looked_at(desk, lying))
    return Decision(state=changed(desk, lying, now), effects=effects)


def settled(desk: Desk, ping: str, outcome: Text) -> Decision[Desk]:
    """Note what came of a ping; of one that lay with the gym nothing is kept."""
    lying = still_open(desk, ping)
    if lying is None:
        return Decision(state=desk)
    if lying.ping.kind == "escalated":
        rest = tuple(one for one in desk.pings if one is not lying)
        over = Close(slot=slot_of(ping), content=desk_texts.plain(outcome))
        return Decision(state=replace(desk, pings=rest), effects=(over,))
    done = replace(lying, outcome=outcome, due=None)
    last = Show(slot=slot_of(ping), content=desk_texts.settled(lying.ping, outcome))
    shown = (last,) if lying.shown else ()
    return Decision(state=changed(desk, lying, done), effects=(*shown, *looked_at(desk, lying)))


def all_seen(desk: Desk) -> Decision[Desk]:
    """Note that everything was seen that only the digest tells of."""
    decided: Decision[Desk] = Decision(state=desk)
    for lying in desk_texts.by_urgency(desk)[Urgency.DIGEST]:
        one = settled(decided.state, lying.ping.id, SEEN)
        decided = replace(one, effects=(*decided.effects, *one.effects))
    return decided


def over(desk: Desk, news: PingsOver) -> Decision[Desk]:
    """Settle what is no longer so about a client."""
    decided: Decision[Desk] = Decision(state=desk)
    for lying in lying_open(desk):
        if lying.ping.membership == news.membership and lying.ping.kind in news.kinds:
            one = settled(decided.state, lying.ping.id, news.text)
            decided = replace(one, effects=(*decided.effects, *one.effects))
    return decided
