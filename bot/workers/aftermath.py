"""What follows from the end of an errand: what a slot shows now, and whom to tell."""

from datetime import datetime

from bot.outbound.outcomes import Gone, Refused, Sent, Unknown
from bot.outbound.send import chat_of
from bot.ports import Ack, Entry
from flows.codec import Posted, write_posted
from flows.effects import Close, Effect, Fetch, Mail, Picture, Recall, Repost, Show, Tell
from flows.news import AnyNews, Fetched, Unreached
from flows.people import StateId, key_of, kind_of, person_id
from flows.reach import Result
from flows.reminded import Delivered, Recalled, Reminded
from flows.running import GroupMoved, GroupUnreached

Final = Sent | Gone | Refused | Unknown


def follow(
    entry: Entry, posted: Posted, outcome: Final, at: datetime, left: int | None = None
) -> Ack:
    """Acknowledge a sent or dropped effect; `left` is the id of the group before it moved."""
    slot, message = _slot(posted.effect, outcome)
    told = (
        *_receipt(posted, outcome),
        *_unread(posted),
        *_moved(posted, left),
        *_unreached(posted, outcome),
    )
    then = tuple(_hop(entry, posted, to, news, at) for to, news in told)
    return Ack(entry=entry, state=posted.state, slot=slot, message=message, then=then)


def returned(entry: Entry, posted: Posted, news: AnyNews, at: datetime) -> tuple[Entry, ...]:
    """Tell a reminder that a member is there no more: nobody else would."""
    match posted.effect, news:
        case Tell(to=to), Reminded():
            result = Result.LEFT
        case Tell(to=to), Recalled():
            result = Result.KEPT
        case _:
            return ()
    gone = Delivered(member=int(key_of(to)), result=result)
    return (_hop(entry, posted, posted.state, gone, at),)


def _slot(effect: Effect, outcome: Final) -> tuple[str, int | None]:
    match effect, outcome:
        case Show() | Repost(), Sent(message=int()):
            return effect.slot, outcome.message
        case Mail() | Picture(), Sent(message=int()) if effect.slot:
            return effect.slot, outcome.message
        case Close() | Recall(), _:
            return effect.slot, None
        case _:
            return "", None


def _receipt(posted: Posted, outcome: Final) -> tuple[tuple[StateId, AnyNews], ...]:
    match posted.effect:
        case Mail(receipt=to):
            result = _result(outcome)
        case Recall(receipt=to):
            result = Result.DELETED if isinstance(outcome, Sent) else Result.KEPT
        case _:
            return ()
    return ((to, Delivered(member=int(key_of(posted.state)), result=result)),)


def _unread(posted: Posted) -> tuple[tuple[StateId, AnyNews], ...]:
    """Tell of a file that was given up."""
    if not isinstance(posted.effect, Fetch):
        return ()
    return ((posted.state, Fetched(code=posted.effect.code, text=None)),)


def _result(outcome: Final) -> Result:
    match outcome:
        case Sent():
            return Result.SENT
        case Gone():
            return Result.BLOCKED
        case Refused():
            return Result.FAILED
        case Unknown():
            return Result.UNKNOWN


def _unreached(posted: Posted, outcome: Final) -> tuple[tuple[StateId, AnyNews], ...]:
    chat = chat_of(posted.effect, posted.state)
    if kind_of(posted.state) == "gym" and isinstance(outcome, Gone | Refused):
        return ((posted.state, GroupUnreached(chat=chat)),)
    return ((person_id(chat), Unreached()),) if isinstance(outcome, Gone) and chat > 0 else ()


def _moved(posted: Posted, left: int | None) -> tuple[tuple[StateId, AnyNews], ...]:
    if left is None or kind_of(posted.state) != "gym":
        return ()
    there = chat_of(posted.effect, posted.state)
    return ((posted.state, GroupMoved(chat=left, to=there)),)


def _hop(entry: Entry, posted: Posted, to: StateId, news: AnyNews, at: datetime) -> Entry:
    body = write_posted(
        Posted(effect=Tell(to=to, news=news), state=posted.state, rev=posted.rev, at=at)
    )
    name = f"{entry.id}:{type(news).__name__}"
    return Entry(name, entry.partition, f"hop:{posted.state}>{to}", body)
