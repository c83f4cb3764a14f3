"""What a trainer's desk does: a ping is an entry here, the message only points at it."""

from typing import assert_never

from msgspec.structs import replace

from flows.cards import ToDesk
from flows.coaching import RosterAsked, SessionAsked, WishTold
from flows.desk import Client, Desk, Lying
from flows.effects import Close, Decision, Effect, Say, Show, Tell
from flows.events import Event, Told
from flows.news import (
    ClearanceSeen,
    Cleared,
    ClientDropped,
    ClientJoined,
    ClientLeft,
    ClientsAsked,
    Decided,
    PingRaised,
    PingRefused,
    PingSettled,
    PingTapped,
    TrainerGone,
    TrainerLeft,
    Unlinked,
)
from flows.people import person_id
from flows.pings import PingAct
from flows.steps import Phase
from flows.talk import desk_texts, desk_training
from flows.talk.cards import desk as desk_cards
from flows.talk.cards.saying import slot
from flows.words import T, Text

_KEPT = 100


def turn(desk: Desk, event: Event) -> Decision[Desk]:
    """Decide what a desk does about its news; about unknown pings and clients, nothing."""
    if not isinstance(event, Told):
        return Decision(state=desk)
    if isinstance(event.news, ToDesk):
        return desk_cards.turn(desk, event.news, event)
    match event.news:
        case PingRaised() | PingTapped() | ClearanceSeen() | PingSettled() | PingRefused() as news:
            return _pings(desk, news)
        case RosterAsked() | SessionAsked() | WishTold() as news:
            return desk_training.turn(desk, news)
        case ClientJoined() | ClientLeft() | ClientsAsked() | ClientDropped() | TrainerLeft():
            return _clients(desk, event.news)
        case _:
            return Decision(state=desk)


def _pings(
    desk: Desk, news: PingRaised | PingTapped | ClearanceSeen | PingSettled | PingRefused
) -> Decision[Desk]:
    match news:
        case PingRaised():
            return _raised(desk, news)
        case PingTapped():
            return _tapped(desk, news)
        case ClearanceSeen():
            return _clearance(desk, news)
        case PingSettled():
            return _settled(desk, news.ping, news.text)
        case PingRefused():
            return _refused(desk, news)
        case _:
            assert_never(news)


def _clients(
    desk: Desk, news: ClientJoined | ClientLeft | ClientsAsked | ClientDropped | TrainerLeft
) -> Decision[Desk]:
    match news:
        case ClientJoined():
            return _joined(desk, news)
        case ClientLeft():
            return _left(desk, news)
        case ClientsAsked():
            return Decision(state=desk, effects=(Say(content=desk_texts.clients(desk)),))
        case ClientDropped():
            return _dropped(desk, news)
        case TrainerLeft():
            return _trainer_left(desk, news)
        case _:
            assert_never(news)


def slot_of(ping: str) -> str:
    """Name the live message of a ping."""
    return f"ping:{ping}"


def _lying(desk: Desk, ping: str) -> Lying | None:
    return next((one for one in desk.pings if one.ping.id == ping), None)


def _client(desk: Desk, membership: str) -> Client | None:
    return next((one for one in desk.clients if one.membership == membership), None)


def _raised(desk: Desk, news: PingRaised) -> Decision[Desk]:
    ping = news.ping
    if _lying(desk, ping.id) or not _client(desk, ping.membership):
        return Decision(state=desk)
    shown = Show(slot=slot_of(ping.id), content=desk_texts.ping(ping, seen=False))
    closed = sum(one.outcome is not None for one in desk.pings)
    kept = tuple(
        one
        for place, one in enumerate(desk.pings)
        if one.outcome is None or closed <= _KEPT or place > closed - _KEPT
    )
    let_go = tuple(Close(slot=slot_of(one.ping.id)) for one in desk.pings if one not in kept)
    desk = replace(desk, pings=(*kept, Lying(ping=ping)))
    return Decision(state=desk, effects=(*let_go, shown))


def _tapped(desk: Desk, news: PingTapped) -> Decision[Desk]:
    lying = _lying(desk, news.ping)
    if lying is None or lying.outcome is not None:
        return Decision(state=desk)
    ping = lying.ping
    if news.act == PingAct.SEEN:
        return _seen(desk, lying) if ping.items else _settled(desk, ping.id, T("Seen."))
    if news.act == PingAct.STEP:
        steps = Show(slot=slot_of(ping.id), content=desk_texts.choose_step(ping))
        return Decision(state=desk, effects=(steps,))
    if news.act == "back":
        again = Show(slot=slot_of(ping.id), content=desk_texts.ping(ping, seen=lying.seen))
        return Decision(state=desk, effects=(again,))
    return _decided(desk, lying, news)


def _seen(desk: Desk, lying: Lying) -> Decision[Desk]:
    """Note that a ping was seen; what can be cleared on it still can be."""
    now = replace(lying, seen=True)
    pings = tuple(now if one is lying else one for one in desk.pings)
    shown = Show(slot=slot_of(lying.ping.id), content=desk_texts.ping(lying.ping, seen=True))
    return Decision(state=replace(desk, pings=pings), effects=(shown,))


def _decided(desk: Desk, lying: Lying, news: PingTapped) -> Decision[Desk]:
    chosen = _act_of(news)
    if chosen is None:
        return Decision(state=desk)
    act, phase, reason = chosen
    if act is not PingAct.APPROVE and not reason:
        why = desk_texts.choose_reason(lying.ping, news.act)
        return Decision(state=desk, effects=(Show(slot=slot_of(lying.ping.id), content=why),))
    told = Tell(
        to=person_id(lying.ping.client),
        news=Decided(
            ping=lying.ping.id,
            act=act,
            membership=lying.ping.membership,
            trainer=desk.trainer,
            trainer_name=news.by_name,
            phase=phase,
            reason=reason,
        ),
    )
    return Decision(state=desk, effects=(told,))


def _act_of(news: PingTapped) -> tuple[PingAct, Phase | None, str] | None:
    """Read what was chosen, and the reason that was tapped with it or written."""
    act, _, key = news.act.partition(".")
    reason = news.reason or desk_texts.REASONS.get(key, "")
    if act in {PingAct.APPROVE, PingAct.HOLD}:
        return PingAct(act), None, reason
    if act in {str(int(phase)) for phase in Phase}:
        return PingAct.STEP, Phase(int(act)), reason
    return None


def _clearance(desk: Desk, news: ClearanceSeen) -> Decision[Desk]:
    lying = _lying(desk, news.ping)
    if lying is None or lying.outcome is not None or news.place >= len(lying.ping.items):
        return Decision(state=desk, effects=(Say(content=desk_texts.NOTHING_NOTED),))
    told = Tell(
        to=person_id(lying.ping.client),
        news=Cleared(
            ping=news.ping,
            item=lying.ping.items[news.place][0],
            membership=lying.ping.membership,
            trainer=desk.trainer,
            trainer_name=news.by_name,
            by=news.by,
            given=news.given,
            scope=news.scope,
        ),
    )
    return Decision(state=desk, effects=(told,))


def _settled(desk: Desk, ping: str, outcome: Text) -> Decision[Desk]:
    lying = _lying(desk, ping)
    if lying is None or lying.outcome is not None:
        return Decision(state=desk)
    pings = tuple(
        replace(one, outcome=outcome) if one.ping.id == ping else one for one in desk.pings
    )
    last = Show(slot=slot_of(ping), content=desk_texts.settled(lying.ping, outcome))
    return Decision(state=replace(desk, pings=pings), effects=(last,))


def _refused(desk: Desk, news: PingRefused) -> Decision[Desk]:
    """Say on the ping why it cannot be; the trainer may choose something else on it."""
    lying = _lying(desk, news.ping)
    if lying is None or lying.outcome is not None:
        return Decision(state=desk)
    again = desk_texts.refused(lying.ping, news.text, seen=lying.seen)
    return Decision(state=desk, effects=(Show(slot=slot_of(news.ping), content=again),))


def _joined(desk: Desk, news: ClientJoined) -> Decision[Desk]:
    client = Client(
        id=news.client,
        name=news.name,
        membership=news.membership,
        gym=news.gym,
        gym_name=news.gym_name,
    )
    others = tuple(one for one in desk.clients if one.membership != news.membership)
    hello = Say(content=desk_texts.joined(news))
    return Decision(state=replace(desk, clients=(*others, client)), effects=(hello,))


def _left(desk: Desk, news: ClientLeft) -> Decision[Desk]:
    if not _client(desk, news.membership):
        return Decision(state=desk)
    gone = tuple(one for one in desk.pings if one.ping.membership == news.membership)
    said = desk_texts.gone(news)
    closed: tuple[Effect, ...] = tuple(
        Close(slot=slot_of(one.ping.id), content=desk_texts.plain(said)) for one in gone
    )
    desk = replace(
        desk,
        clients=tuple(one for one in desk.clients if one.membership != news.membership),
        pings=tuple(one for one in desk.pings if one.ping.membership != news.membership),
    )
    card = Close(slot=slot(news.client), content=desk_texts.plain(said))
    return Decision(state=desk, effects=(*closed, card, Say(content=desk_texts.plain(said))))


def _dropped(desk: Desk, news: ClientDropped) -> Decision[Desk]:
    ended = tuple(one for one in desk.clients if one.id == news.client)
    told = tuple(
        Tell(
            to=person_id(one.id),
            news=Unlinked(membership=one.membership, by_name=news.by_name),
        )
        for one in ended
    )
    return Decision(state=desk, effects=told)


def _trainer_left(desk: Desk, news: TrainerLeft) -> Decision[Desk]:
    ended = tuple(one for one in desk.clients if news.gym in {None, one.gym})
    told = tuple(
        Tell(
            to=person_id(one.id),
            news=TrainerGone(membership=one.membership, trainer_name=news.trainer_name),
        )
        for one in ended
    )
    gone = {one.membership for one in ended}
    desk = replace(
        desk,
        clients=tuple(one for one in desk.clients if one.membership not in gone),
        pings=tuple(one for one in desk.pings if one.ping.membership not in gone),
    )
    return Decision(state=desk, effects=told, wipe=news.gym is None)
