"""What a trainer's desk does: a ping is an entry here, the message only points at it."""

from typing import assert_never

from msgspec.structs import replace

from flows.cards import CardAct, CardWanted, ToDesk
from flows.coaching import RosterAsked, SessionAsked, WishTold
from flows.desk import Desk, Lying
from flows.deskwork import DeskAsked, HoursAsked, HoursTold, PingsOver, StoodDown
from flows.effects import Decision, Say, Show, Tell
from flows.events import Event, TimerDue, Told
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
    TrainerLeft,
)
from flows.people import person_id
from flows.phases.policy import Policy
from flows.pings import PingAct
from flows.steps import Phase
from flows.talk import desk_texts, desk_training
from flows.talk.cards import desk as desk_cards
from flows.talk.desks import entries, keeping, parting, rounds
from flows.talk.desks.entries import Moment, slot_of
from flows.words import Content


def turn(desk: Desk, event: Event, policy: Policy) -> Decision[Desk]:
    """Decide what a desk does about news and timers; about unknown pings and clients, nothing."""
    match event:
        case TimerDue():
            return rounds.turn(desk, event, policy)
        case Told():
            return _told(desk, event, Moment(event.at, policy.desk))
        case _:
            return Decision(state=desk)


def _told(desk: Desk, event: Told, moment: Moment) -> Decision[Desk]:
    if isinstance(event.news, ToDesk):
        return desk_cards.turn(desk, event.news, event)
    match event.news:
        case PingRaised() | PingTapped() | ClearanceSeen() | PingSettled() | PingRefused() as news:
            return _pings(desk, news, moment)
        case DeskAsked() | HoursAsked() | HoursTold() as news:
            return keeping.turn(desk, news, moment)
        case PingsOver() as news:
            return entries.over(desk, news)
        case RosterAsked() | SessionAsked() | WishTold() as news:
            return desk_training.turn(desk, news)
        case ClientJoined() | ClientLeft() | ClientsAsked() | ClientDropped() as news:
            return parting.turn(desk, news, moment.at)
        case TrainerLeft() | StoodDown() as news:
            return parting.over(desk, news)
        case _:
            return Decision(state=desk)


def _pings(
    desk: Desk,
    news: PingRaised | PingTapped | ClearanceSeen | PingSettled | PingRefused,
    moment: Moment,
) -> Decision[Desk]:
    match news:
        case PingRaised():
            return entries.raised(desk, news, moment)
        case PingTapped():
            return _tapped(desk, news, moment)
        case ClearanceSeen():
            return _clearance(desk, news)
        case PingSettled():
            return entries.settled(desk, news.ping, news.text)
        case PingRefused():
            return _refused(desk, news)
        case _:
            assert_never(news)


def _tapped(desk: Desk, news: PingTapped, moment: Moment) -> Decision[Desk]:
    if (news.ping, news.act) == ("all", PingAct.SEEN):
        return entries.all_seen(desk)
    lying = entries.found(desk, news.ping)
    if lying is not None and news.act == "open":
        return entries.opened(desk, lying, moment.at)
    return (
        Decision(state=desk)
        if lying is None or lying.outcome
        else _acted(desk, lying, news, moment)
    )


def _acted(desk: Desk, lying: Lying, news: PingTapped, moment: Moment) -> Decision[Desk]:
    match news.act:
        case PingAct.SEEN:
            return entries.seen(desk, lying)
        case PingAct.SNOOZE:
            return entries.snoozed(desk, lying, moment)
        case PingAct.STEP:
            return _steps(desk, lying, news)
        case "back":
            return Decision(state=desk, effects=(entries.card(lying),))
        case _:
            return _decided(desk, lying, news)


def _asks(desk: Desk, lying: Lying, content: Content) -> Decision[Desk]:
    """Ask on a ping what its act needs; whoever chooses there has looked."""
    looked = entries.looked(desk, lying)
    shown = Show(slot=slot_of(lying.ping.id), content=content)
    return replace(looked, effects=(shown, *looked.effects))


def _steps(desk: Desk, lying: Lying, news: PingTapped) -> Decision[Desk]:
    """Ask the client's state what each step would pass over; it is shown in place of the acts."""
    asked = CardWanted(
        membership=lying.ping.membership,
        trainer=desk.trainer,
        trainer_name=news.by_name,
        act=CardAct.STEPS,
        what=lying.ping.id,
    )
    looked, told = entries.looked(desk, lying), Tell(to=person_id(lying.ping.client), news=asked)
    return replace(looked, effects=(told, *looked.effects))


def _decided(desk: Desk, lying: Lying, news: PingTapped) -> Decision[Desk]:
    chosen = _act_of(news)
    if chosen is None:
        return Decision(state=desk)
    act, phase, reason = chosen
    if act is not PingAct.APPROVE and not reason:
        return _asks(desk, lying, desk_texts.choose_reason(lying.ping, news.act))
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
    looked = entries.looked_at(desk, lying)
    desk = entries.changed(desk, lying, replace(lying, seen=True, due=None, shown=True))
    return Decision(state=desk, effects=(told, *looked))


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
    lying = entries.still_open(desk, news.ping)
    if lying is None or news.place >= len(lying.ping.items):
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
    looked = entries.looked(desk, lying)
    return replace(looked, effects=(told, *looked.effects))


def _refused(desk: Desk, news: PingRefused) -> Decision[Desk]:
    """Say on the ping why it cannot be; the trainer may choose something else on it."""
    lying = entries.still_open(desk, news.ping)
    if lying is None:
        return Decision(state=desk)
    again = desk_texts.refused(lying.ping, news.text, seen=lying.seen)
    return Decision(state=desk, effects=(Show(slot=slot_of(news.ping), content=again),))
