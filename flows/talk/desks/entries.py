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
from flows.words import T, Text

KEPT = 100
"""How many pings that are done with stay on the desk."""
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
    """Take a ping about a client of this desk, once: told now, or when its time comes."""
    ping = news.ping
    mine = ping.kind == "escalated" or client_of(desk, ping.membership) is not None
    if found(desk, ping.id) or not mine:
        return Decision(state=desk)
    hours = hours_of(desk, moment.rule)
    if desk.digest is None or not lying_open(desk):
        desk = replace(desk, digest=digest_day(hours, moment.at))
    kept, let_go = _kept(desk)
    new = _arrived(desk, Lying(ping=ping, urgency=PINGS[ping.kind].urgency), moment)
    shown = (card(new),) if new.shown else ()
    desk = replace(desk, pings=(*kept, new))
    return Decision(state=desk, effects=(*let_go, *shown))


def _arrived(desk: Desk, new: Lying, moment: Moment) -> Lying:
    if new.urgency is Urgency.DIGEST:
        return replace(new, shown=False)
    off = desk.hours is not None and not working(desk.hours, moment.at)
    if new.urgency is Urgency.TODAY and desk.hours is not None and off:
        return replace(new, shown=False, due=opening(desk.hours, moment.at))
    return told(new, moment.at)


def told(lying: Lying, at: datetime) -> Lying:
    """Note that a ping is told now, as one that nobody has looked at yet."""
    return replace(lying, shown=True, told=at, tellings=1, due=None, seen=False)


def _kept(desk: Desk) -> tuple[tuple[Lying, ...], tuple[Effect, ...]]:
    """Let go of what was done with long ago."""
    closed = sum(one.outcome is not None for one in desk.pings)
    kept = tuple(
        one
        for place, one in enumerate(desk.pings)
        if one.outcome is None or closed <= KEPT or place > closed - KEPT
    )
    gone = (one for one in desk.pings if one not in kept and one.shown)
    return kept, tuple(Close(slot=slot_of(one.ping.id)) for one in gone)


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
    now = replace(lying, shown=True, due=None, told=lying.told or at)
    new = card(now)
    if lying.outcome is not None:
        new = replace(new, content=desk_texts.settled(lying.ping, lying.outcome))
    return Decision(state=changed(desk, lying, now), effects=below(lying, new))


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
