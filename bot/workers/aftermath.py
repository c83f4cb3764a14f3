"""What follows from the end of an errand: what a slot shows now, and whom to tell."""

from datetime import datetime

from bot.outbound.outcomes import Gone, Refused, Sent, Unknown
from bot.outbound.send import chat_of
from bot.ports import Ack, Entry
from flows.codec import Posted, write_posted
from flows.effects import Close, Effect, Fetch, Mail, Repost, Show, Tell
from flows.news import AnyNews, Delivered, Fetched, Unreached
from flows.people import StateId, key_of, person_id

Final = Sent | Gone | Refused | Unknown


def follow(entry: Entry, posted: Posted, outcome: Final, at: datetime) -> Ack:
    """Acknowledge a sent or dropped effect."""
    slot, message = _slot(posted.effect, outcome)
    told = (*_receipt(posted, outcome), *_unread(posted), *_unreached(posted, outcome))
    then = tuple(_hop(entry, posted, to, news, at) for to, news in told)
    return Ack(entry=entry, state=posted.state, slot=slot, message=message, then=then)


def _slot(effect: Effect, outcome: Final) -> tuple[str, int | None]:
    match effect, outcome:
        case Show() | Repost(), Sent(message=int()):
            return effect.slot, outcome.message
        case Close(), _:
            return effect.slot, None
        case _:
            return "", None


def _receipt(posted: Posted, outcome: Final) -> tuple[tuple[StateId, AnyNews], ...]:
    if not isinstance(posted.effect, Mail):
        return ()
    news = Delivered(member=int(key_of(posted.state)), result=_result(outcome))
    return ((posted.effect.receipt, news),)


def _unread(posted: Posted) -> tuple[tuple[StateId, AnyNews], ...]:
    """Tell of a file that was given up."""
    if not isinstance(posted.effect, Fetch):
        return ()
    return ((posted.state, Fetched(code=posted.effect.code, text=None)),)


def _result(outcome: Final) -> str:
    match outcome:
        case Sent():
            return "sent"
        case Gone():
            return "blocked"
        case Refused():
            return "failed"
        case Unknown():
            return "unknown"


def _unreached(posted: Posted, outcome: Final) -> tuple[tuple[StateId, AnyNews], ...]:
    if not isinstance(outcome, Gone) or (chat := chat_of(posted.effect, posted.state)) < 0:
        return ()
    return ((person_id(chat), Unreached()),)


def _hop(entry: Entry, posted: Posted, to: StateId, news: AnyNews, at: datetime) -> Entry:
    body = write_posted(
        Posted(effect=Tell(to=to, news=news), state=posted.state, rev=posted.rev, at=at)
    )
    name = f"{entry.id}:{type(news).__name__}"
    return Entry(name, entry.partition, f"hop:{posted.state}>{to}", body)
